"""The house style that some checks keep to; a profile sets it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CHOICES", "Style"]


@dataclass(frozen=True, slots=True)
class Style:
    """What a desk has agreed on. An empty string leaves a question open."""

    percent: str = ""
    currency: str = ""
    quotation_marks: str = ""
    date_order: str = ""
    """`month-day` is June 28, `day-month` is 28 June."""
    chinese_glosses: bool = True
    """Whether Chinese in brackets may stand after its English: Yixin'ou (义新欧)."""
    known_abbreviations: frozenset[str] = frozenset()
    """Those that need no full form: GDP, WTO."""


CHOICES = {
    "percent": ("percent", "per cent", "%"),
    "currency": ("yuan", "RMB", "CNY"),
    "quotation_marks": ("curly", "straight"),
    "date_order": ("month-day", "day-month"),
}
"""What a setting of the house style may be."""
