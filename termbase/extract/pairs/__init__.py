"""Candidates from a text in both languages: who renders whom."""
