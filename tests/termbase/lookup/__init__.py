"""Finding concepts."""
