"""Candidates from English articles: names, slogans, phrases."""
