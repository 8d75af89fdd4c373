"""Safe suggestions applied in copies."""
