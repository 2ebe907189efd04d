"""Answers as Rich renderables: the only part of the program that imports Rich."""
