"""Candidates from many Chinese articles at once, counted on disk."""
