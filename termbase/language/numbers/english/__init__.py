"""Numbers and dates of an English text."""
