"""Which English forms of the termbase's concepts the units of the memory have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from termbase.renderings_used import RenderingsUsed
from tm.model import Unit

__all__ = ["day_of", "see_units"]


def see_units(units: Iterable[Unit], used: RenderingsUsed, days: Mapping[str, str]) -> None:
    """Read units; `days` has the day of each dated document."""
    for unit in units:
        used.see_pair(unit.zh, unit.en, days.get(unit.document) or day_of(unit))


def day_of(unit: Unit) -> str:
    """When a unit was made, in ISO 8601; empty where unknown.

    >>> day_of(Unit("港口", "port", created="20240516T083000Z")), day_of(Unit("港口", "port", created="yesterday"))
    ('2024-05-16', '')
    """
    digits = unit.created[:8]
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if len(digits) == 8 and digits.isdecimal() else ""
