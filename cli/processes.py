"""In how many processes to count a text."""

from __future__ import annotations

import os

__all__ = ["processes_for"]

_MOST = 8
_WORTH = 2_000_000
"""Bytes below which further processes (a second each, for their dictionaries) cost more than they save."""


def processes_for(size: int) -> int:
    """One for each core where so many bytes of text are worth it."""
    return min(os.cpu_count() or 1, _MOST) if size > _WORTH else 1
