"""Whether a number or a date of a translation says what the one in the source says."""

from __future__ import annotations

from termbase.language.numbers.amount_agreement import amounts_stand, different, said
from termbase.language.numbers.date_agreement import date_difference, dates_agree, says_date
from termbase.language.numbers.figures import amounts_agree, near
from termbase.language.numbers.values import Date, Kind, Quantity, Value
from termbase.language.numbers.verdicts import KIND, SAME, Agreement, Verdict

__all__ = ["Agreement", "Verdict", "agreement"]


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
        return SAME if says_date(target, source) else KIND
    if isinstance(target, Date):
        return SAME if says_date(source, target) else KIND
    if Kind.MULTIPLE in {source.kind, target.kind}:
        return _multiples(source, target)
    return amounts_stand(source, target)


def _dates(source: Date, target: Date) -> Agreement:
    agree = dates_agree(source, target)
    if agree:
        return SAME
    return KIND if agree is None else Agreement(Verdict.VALUE, date_difference(source, target))


def _multiples(source: Quantity, target: Quantity) -> Agreement:
    """增长2倍 is three times; grew 200 percent; "increased by two times" can be read so and so."""
    if source.kind is not target.kind:
        multiple, other = (source, target) if source.kind is Kind.MULTIPLE else (target, source)
        if other.unit == "percent":
            share = other.value / 100
            alike = near(share, multiple.value) or near(share + 1, multiple.value)
            return SAME if alike else different(source, target)
        if other.unit:
            return KIND
        return SAME if near(other.value, multiple.value - multiple.growth) else different(source, target)
    agree = amounts_agree(source, target, source.value, target.value)
    if agree is not None and (source.growth or not target.growth):
        return said(source, target, rounded=agree)
    added = source.value - 1 if source.growth else source.value
    if near(added, target.value):
        return Agreement(Verdict.AMBIGUOUS, "can be read as the result and as what is added")
    return different(source, target)
