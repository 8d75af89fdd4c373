"""Numbers and dates of a Chinese text."""
