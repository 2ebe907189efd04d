"""The dataset for programs: as Python functions (`python`) and as tools of a language model (`mcp`)."""
