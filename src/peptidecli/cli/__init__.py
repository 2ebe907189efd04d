"""The command line: the only part of the program that imports Typer."""

from .app import app

__all__ = ["app"]
