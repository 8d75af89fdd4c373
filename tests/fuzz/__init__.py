"""Fuzzing of every reader and parser, with coverage as a guide; opt-in, see `python -m tests.fuzz --help`."""
