"""The termbase: concepts, their terms in Chinese and English, and where each was found."""
