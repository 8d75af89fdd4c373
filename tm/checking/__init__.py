"""Checks at work: which of them, on which segments, and what is kept back."""
