"""Whether a number or a date of a translation says what the one in the source says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from termbase.language.numbers.date_agreement import date_difference, dates_agree, says_date
from termbase.language.numbers.figures import amounts_agree, near, shown
from termbase.language.numbers.units import UNITS, same_currency
from termbase.language.numbers.values import Date, Kind, Quantity, Value

__all__ = ["Agreement", "Verdict", "agreement"]


class Verdict(IntEnum):
    """How two values stand to each other, the best first."""

    SAME = 0
    """The same value, in whatever unit it is written."""
    ROUNDED = 1
    """One is a rounding of the other, or lies in what the other leaves open."""
    AMBIGUOUS = 2
    """It can be read so: increased by two times for 增长2倍."""
    UNIT = 3
    """The same number of something else: dollars for yuan, percent for percentage points."""
    VALUE = 4
    """Another number."""
    KIND = 5
    """Not comparable: a date and an amount."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the comparison of two values says."""

    verdict: Verdict
    difference: str = ""
    """What differs, in words; empty when nothing does."""

    @property
    def fits(self) -> bool:
        """Whether the one can be a translation of the other."""
        return self.verdict <= Verdict.AMBIGUOUS


_SAME = Agreement(Verdict.SAME)
_KIND = Agreement(Verdict.KIND)
# A month is between 28 and 31 days: a conversion between days and months may be off by that.
_DAYS_IN_MONTH = 86400 * 30


def agreement(source: Value, target: Value) -> Agreement:
    """How a value of the target stands to one of the source.

    >>> from termbase.language.numbers import values
    >>> def compared(zh, en):
    ...     result = agreement(values(zh, chinese=True)[0], values(en, chinese=False)[0])
    ...     return f"{result.verdict.name} {result.difference}".strip()
    >>> compared("1608.6亿元", "160.86 billion yuan"), compared("三成", "30 percent"), compared("半年", "six months")
    ('SAME', 'SAME', 'SAME')
    >>> compared("3.5万亿元", "3.5 billion yuan")
    'VALUE 1,000 times too small'
    >>> compared("34.97亿元", "about 3.5 billion yuan"), compared("增长2倍", "tripled")
    ('ROUNDED', 'SAME')
    >>> compared("提高1.6个百分点", "1.6 percent")
    'UNIT percent for percentage points'
    """
    if isinstance(source, Date):
        if isinstance(target, Date):
            return _dates(source, target)
        return _SAME if says_date(target, source) else _KIND
    if isinstance(target, Date):
        return _SAME if says_date(source, target) else _KIND
    if Kind.MULTIPLE in {source.kind, target.kind}:
        return _multiples(source, target)
    return _amounts(source, target)


def _dates(source: Date, target: Date) -> Agreement:
    agree = dates_agree(source, target)
    if agree:
        return _SAME
    return _KIND if agree is None else Agreement(Verdict.VALUE, date_difference(source, target))


def _multiples(source: Quantity, target: Quantity) -> Agreement:
    """增长2倍 is three times; grew 200 percent; "increased by two times" can be read so and so."""
    if source.kind is not target.kind:
        multiple, other = (source, target) if source.kind is Kind.MULTIPLE else (target, source)
        if other.unit == "percent":
            said = other.value / 100
            return (
                _SAME if near(said, multiple.value) or near(said + 1, multiple.value) else _different(source, target)
            )
        if other.unit and other.unit != "percent":
            return _KIND
        return _SAME if near(other.value, multiple.value - multiple.growth) else _different(source, target)
    agree = amounts_agree(source, target, source.value, target.value)
    if agree is not None and (source.growth or not target.growth):
        return _said(source, target, rounded=agree)
    added = source.value - 1 if source.growth else source.value
    if near(added, target.value):
        return Agreement(Verdict.AMBIGUOUS, "can be read as the result and as what is added")
    return _different(source, target)


def _amounts(source: Quantity, target: Quantity) -> Agreement:  # noqa: PLR0911 - one answer a line reads better here
    alike = _units_agree(source.unit, target.unit)
    if alike:
        agree = amounts_agree(source, target, source.value, target.value)
        if agree is not None:
            return _said(source, target, rounded=agree)
    if source.measure == "折" and target.unit == "percent" and source.value + target.value == 100:
        return _SAME  # 八折 is 20 percent off
    one, other = UNITS.get(source.unit), UNITS.get(target.unit)
    if source.unit != target.unit and _convertible(source.unit, target.unit):
        factor = one.factor if one else 1
        divisor = other.factor if other else 1
        if one and other and one.dimension != other.dimension:  # days and months
            factor *= _DAYS_IN_MONTH if one.dimension == "months" else 1
            divisor *= _DAYS_IN_MONTH if other.dimension == "months" else 1
        agree = amounts_agree(source, target, source.value * factor / divisor, target.value, converted=True)
        if agree is not None:
            return _said(source, target, rounded=agree)
        if source.unit and target.unit and near(source.value, target.value):
            return Agreement(Verdict.UNIT, f"{_plural(target.unit)} for {_plural(source.unit)}")
    elif source.unit and target.unit and not alike:
        if near(source.value, target.value):
            return Agreement(Verdict.UNIT, f"{_plural(target.unit)} for {_plural(source.unit)}")
        return _different(source, target) if _money(source.unit) and _money(target.unit) else _KIND
    return _different(source, target)


def _units_agree(one: str, other: str) -> bool:
    """Whether numbers of the two can be compared as they are written: a unit may go without saying.

    >>> _units_agree("yuan", ""), _units_agree("percentage-point", "point"), _units_agree("yuan", "us-dollar")
    (True, True, False)
    """
    if one == other or not one or not other or same_currency(one, other):
        return True
    pair = {one, other}
    return any(pair <= group for group in _ALIKE)


_ALIKE = (
    {"percentage-point", "point"},
    {"basis-point", "point"},
    {"degree", "celsius"},
    {"degree", "fahrenheit"},
    {"tonne-coal", "tonne"},
    {"degree", "kilowatt-hour"},
    {"point", "minute"},
    {"kilometre", "kilometre-per-hour"},  # 时速800公里
    {"mile", "mile-per-hour"},
    {"cun", "inch"},  # screens are measured in inches, also where they are said in 寸
)


def _convertible(one: str, other: str) -> bool:
    """Whether both measure one thing; a percentage is a number too: 30 percent is 0.3."""
    measured = {UNITS[unit].dimension if unit else "ratio" for unit in (one, other)}
    return len(measured) == 1 or measured == {"time", "months"}


def _money(unit: str) -> bool:
    return UNITS[unit].dimension == UNITS[unit].name and UNITS[unit].factor == 1


def _plural(unit: str) -> str:
    """The name of a unit in the plural.

    >>> _plural("percentage-point"), _plural("yuan")
    ('percentage points', 'yuan')
    """
    words = unit.replace("-", " ")
    return words if words.endswith(("yuan", "percent", "yen", "mu", "li")) else f"{words}s"


def _said(source: Quantity, target: Quantity, *, rounded: bool) -> Agreement:
    if not rounded:
        return _SAME
    unsaid = source.rounding == target.rounding == "exact" and not source.ranges and not target.ranges
    return Agreement(Verdict.ROUNDED, "rounded without saying so" if unsaid else "")


def _different(source: Quantity, target: Quantity) -> Agreement:
    return Agreement(Verdict.VALUE, shown(source.value, target.value))
