"""The house style that some checks keep to; a profile sets it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Style"]


@dataclass(frozen=True, slots=True)
class Style:
    """What a desk has agreed on. An empty string leaves a question open."""

    percent: str = ""
    """`percent`, `per cent` or `%`."""
    currency: str = ""
    """`yuan`, `RMB` or `CNY`."""
    quotation_marks: str = ""
    """`curly` or `straight`."""
    date_order: str = ""
    """`month-day` (June 28) or `day-month` (28 June)."""
    chinese_glosses: bool = True
    """Whether Chinese in brackets may stand after its English: Yixin'ou (义新欧)."""
    known_abbreviations: frozenset[str] = frozenset()
    """Those that need no full form: GDP, WTO."""
