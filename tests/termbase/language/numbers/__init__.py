"""How values are written in the cases of numbers and dates."""

from __future__ import annotations

from fractions import Fraction

from termbase.language.numbers import Date, Kind, Moment, Quantity, Rounding, Value


def described(values: list[Value]) -> str:
    """The values of a text as the cases have them, with a semicolon between: "3500 yuan more"; "month=6 day=28"."""
    return "; ".join(_date(value) if isinstance(value, Date) else _quantity(value) for value in values)


def _quantity(quantity: Quantity) -> str:
    shown = _number(quantity.value)
    if quantity.ranges or (quantity.rounding is Rounding.MORE and quantity.high is not None):
        shown = f"{_number(quantity.low)}..{_number(quantity.high)}"
    words = [shown, quantity.unit]
    words.append("" if quantity.kind is Kind.AMOUNT else str(quantity.kind))
    words.append("" if quantity.rounding is Rounding.EXACT else str(quantity.rounding))
    return " ".join(filter(None, words))


def _number(value: Fraction | None) -> str:
    if value is None:
        return ""
    decimal = f"{float(value):.10g}"
    return str(value.numerator) if value.denominator == 1 else decimal if Fraction(decimal) == value else str(value)


def _date(date: Date) -> str:
    return _moment(date.first) + (f" .. {_moment(date.last)}" if date.last else "")


def _moment(moment: Moment) -> str:
    said = [(name, getattr(moment, name)) for name in moment.__slots__]
    return " ".join(f"{name}={_part(part)}" for name, part in said if part is not None)


def _part(part: object) -> str:
    return f"{part[0]}{part[1]:+d}" if isinstance(part, tuple) else str(part)
