"""Fuzzing: the parsers fed with what nobody would write; see `python -m fuzz --help`."""
