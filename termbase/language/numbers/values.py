"""What a number or a date in a text says: a quantity with its unit, a point or a span of time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

__all__ = ["Date", "Kind", "Moment", "Quantity", "Rounding", "Value"]


class Kind(StrEnum):
    """What sort of number it is."""

    AMOUNT = "amount"
    """How much or how many, with or without a unit; a fraction and a percentage too."""
    ORDINAL = "ordinal"
    """Which one in an order: 第三, 11th, No. 1, Article 5."""
    MULTIPLE = "multiple"
    """How many times the original: 2倍, doubled; the value is the result over the original."""
    IDENTIFIER = "identifier"
    """Digits that name and do not count: G20, 5G, A380, telephone and version numbers, 2–1 as a score."""


class Rounding(StrEnum):
    """How the number stands to the true one, as the text says it."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    """A little less: 近三百, nearly 300."""
    MORE = "more"
    """More than: 十余万, 超300, over 300, 以上."""
    LESS = "less"
    """Less than, at most: 不足三百, 以下, up to 300."""
    SEVERAL = "several"
    """Some of that size: 数十, 几百, tens of thousands."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text."""

    text: str
    """The place in the text as it stands there."""
    start: int
    end: int
    value: Fraction
    """The number that is written, in the unit; of a range the lower one; of vague ones the size: 10 for 数十."""
    low: Fraction | None
    """The least it can mean; None when open."""
    high: Fraction | None
    """The most it can mean; None when open. Ranges have both: 30–40."""
    kind: Kind = Kind.AMOUNT
    rounding: Rounding = Rounding.EXACT
    unit: str = ""
    """The name of the unit in units.tsv, empty when it counts things."""
    measure: str = ""
    """The Chinese measure word: 家, 个, 人."""
    growth: bool = False
    """What is added, not what results: 增长2倍 (value 3), grew 200 percent (value 200)."""
    plain: bool = True
    """A number a translation must keep. One man, 一个, 两国, 第一 are often said otherwise, and are not plain."""

    @property
    def ranges(self) -> bool:
        """Whether two numbers are written: 30–40."""
        return (
            self.rounding in {Rounding.EXACT, Rounding.ABOUT}
            and self.low is not None
            and self.high is not None
            and self.low < self.high
        )


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as far as the text says it; what it leaves open is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    half: int | None = None
    """1 or 2, of a year."""
    quarter: int | None = None
    decade: int | None = None
    """The first year: 1990. Below 100 when the century is not said: 90年代 is 90."""
    century: int | None = None
    """21 for the 21st."""
    season: str | None = None
    """spring, summer, autumn, winter."""
    weekday: int | None = None
    """1 is Monday, as ISO 8601 counts."""
    hour: int | None = None
    """0 to 24; of the half day that the text says, else as written."""
    minute: int | None = None
    plan: int | None = None
    """The number of a five-year plan: 14 for 十四五."""
    congress: int | None = None
    """The number of a national congress of the party: 20 for 二十大."""
    session: int | None = None
    """The number of a plenary session: 5 for 十九届五中全会."""
    relative: tuple[str, int] | None = None
    """A unit and how many of it from now: ("year", -1) is 去年, last year."""


@dataclass(frozen=True, slots=True)
class Date:
    """A date or a span of time in a text."""

    text: str
    start: int
    end: int
    first: Moment
    last: Moment | None = None
    """The end of a span: June in January–June; None for a single date."""

    @property
    def plain(self) -> bool:
        """Whether a translation must keep it: weekdays, seasons, clock times and 去年 are often said otherwise."""
        moment = self.first
        return any(
            part is not None
            for part in (moment.year, moment.month, moment.quarter, moment.decade, moment.plan, moment.congress)
        )


Value = Quantity | Date
