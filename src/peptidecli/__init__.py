"""Offline literature lookup for research peptides."""

# Plain text, read by the build: asking importlib.metadata at every start costs more than a lookup.
__version__ = "0.1.0"
