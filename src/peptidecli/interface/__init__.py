"""The dataset for programs: the commands as Python functions."""
