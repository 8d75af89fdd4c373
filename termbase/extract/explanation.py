"""Why a candidate has its score: the parts that were added up."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Component"]


@dataclass(frozen=True, slots=True)
class Component:
    """One part of a score."""

    name: str
    value: float
    """What it adds; below zero it takes away."""
    meaning: str
    """In words a translator understands."""
