"""How months, days and years of a date are written in English, and what they count."""

from __future__ import annotations

__all__ = ["DAY", "MONTH", "TO", "YEAR", "day_number", "month_number", "optional"]

_MONTH_NAMES = "january february march april may june july august september october november december".split()  # noqa: SIM905
_MONTHS = {name[:3]: value for value, name in enumerate(_MONTH_NAMES, 1)}
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
"""A month by its name or its abbreviation, as a pattern."""

DAY = r"(?:3[01]|[12]?[0-9])(?:st|nd|rd|th)?(?![0-9A-Za-z%]|[.,:][0-9])"
"""A day of the month, as a pattern."""

YEAR = r"(?:1[0-9]{3}|20[0-9]{2})(?![0-9A-Za-z%]|[,.][0-9])"
"""A year of four digits, as a pattern."""

TO = r"\s?(?:-|–|—|to|through|till|until|and|&)\s?"
"""What joins the two ends of a span, as a pattern."""


def month_number(name: str) -> int:
    """A month by its number.

    >>> month_number("Sept."), month_number("JUNE")
    (9, 6)
    """
    return _MONTHS[name[:3].lower()]


def day_number(written: str) -> int:
    """A day as a number.

    >>> day_number("28"), day_number("22nd")
    (28, 22)
    """
    return int(written.rstrip("stndrh"))


def optional(written: str | None) -> int | None:
    """The number of a part that may go without saying.

    >>> optional("2022"), optional(None)
    (2022, None)
    """
    return int(written) if written else None
