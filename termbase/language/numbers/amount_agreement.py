"""Whether an amount in a translation says what the one in the source says, in its own unit or in another."""

from __future__ import annotations

from fractions import Fraction

from termbase.language.numbers.figures import amounts_agree, near, shown
from termbase.language.numbers.units import UNITS, same_currency
from termbase.language.numbers.values import Quantity
from termbase.language.numbers.verdicts import KIND, SAME, Agreement, Verdict

__all__ = ["amounts_stand", "different", "said"]

# A month is between 28 and 31 days: a conversion between days and months may be off by that.
_DAYS_IN_MONTH = 86400 * 30


def amounts_stand(source: Quantity, target: Quantity) -> Agreement:
    """How an amount of the target stands to one of the source.

    >>> from termbase.language.numbers import quantities
    >>> source, target = quantities("500公里", chinese=True)[0], quantities("500 miles", chinese=False)[0]
    >>> amounts_stand(source, target).difference
    'miles for kilometres'
    """
    alike = _units_agree(source.unit, target.unit)
    agree = amounts_agree(source, target, source.value, target.value) if alike else None
    if agree is not None:
        return said(source, target, rounded=agree)
    if source.measure == "折" and target.unit == "percent" and source.value + target.value == 100:
        return SAME  # 八折 is 20 percent off
    if source.unit != target.unit and _convertible(source.unit, target.unit):
        return _converted(source, target)
    if alike or not source.unit or not target.unit:
        return different(source, target)
    if near(source.value, target.value):
        return _wrong_unit(source, target)
    return different(source, target) if _money(source.unit) and _money(target.unit) else KIND


def _converted(source: Quantity, target: Quantity) -> Agreement:
    """公里 and miles, 年 and months: the value in the unit of the target."""
    value = source.value * _in_one_unit(source.unit, target.unit)
    agree = amounts_agree(source, target, value, target.value, converted=True)
    if agree is not None:
        return said(source, target, rounded=agree)
    if source.unit and target.unit and near(source.value, target.value):
        return _wrong_unit(source, target)
    return different(source, target)


def _in_one_unit(unit: str, wanted: str) -> Fraction:
    """How many of the wanted unit one of another is.

    >>> _in_one_unit("year", "month"), _in_one_unit("percent", "")
    (Fraction(12, 1), Fraction(1, 100))
    """
    one, other = UNITS.get(unit), UNITS.get(wanted)
    factor = Fraction(one.factor if one else 1) / (other.factor if other else 1)
    if one and other and one.dimension != other.dimension:  # days and months
        return factor * _DAYS_IN_MONTH if one.dimension == "months" else factor / _DAYS_IN_MONTH
    return factor


def _wrong_unit(source: Quantity, target: Quantity) -> Agreement:
    return Agreement(Verdict.UNIT, f"{_plural(target.unit)} for {_plural(source.unit)}")


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


def said(source: Quantity, target: Quantity, *, rounded: bool) -> Agreement:
    """The verdict on two that agree, exactly or as a rounding."""
    if not rounded:
        return SAME
    unsaid = source.rounding == target.rounding == "exact" and not source.ranges and not target.ranges
    return Agreement(Verdict.ROUNDED, "rounded without saying so" if unsaid else "")


def different(source: Quantity, target: Quantity) -> Agreement:
    """The verdict on two that differ in value."""
    return Agreement(Verdict.VALUE, shown(source.value, target.value))
