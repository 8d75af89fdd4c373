"""Candidates from one Chinese article."""
