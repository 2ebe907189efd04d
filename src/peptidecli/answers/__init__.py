"""Answers: one module a command, typed and immutable, with no printing."""
