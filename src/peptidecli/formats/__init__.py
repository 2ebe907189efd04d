"""Answers as text for other programs, one module a format."""
