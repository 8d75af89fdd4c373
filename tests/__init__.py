"""Tests, mirroring the floors of the house."""
