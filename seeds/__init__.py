"""What a new user starts from: a starter termbase and sample articles."""

from __future__ import annotations

from pathlib import Path

__all__ = ["sample_articles", "starter_files"]

_HERE = Path(__file__).parent


def starter_files() -> list[Path]:
    """The glossary files of the starter termbase, in the order they are imported."""
    return sorted((_HERE / "termbase").glob("*.csv"))


def sample_articles() -> list[Path]:
    """The sample articles, Chinese and English, each pair side by side."""
    return sorted((_HERE / "articles").glob("*.txt"))
