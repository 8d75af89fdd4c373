"""Bilingual files: one module and one table row per format."""
