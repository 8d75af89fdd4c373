"""`house-style`: percent, currency or the order of a date written otherwise than the desk has agreed.

Silent where the profile leaves the question open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tm.checks.model import Check, Direction, Job, Remark, Severity, each
from tm.checks.passage import Passage

__all__ = ["HOUSE_STYLE"]

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_PERCENT = re.compile(r"(?<=\d)(?P<sign>%)|(?P<word>\bper ?cent\b)", re.IGNORECASE)
_AMOUNT = r"\d[\d,.]*(?:\s(?:thousand|million|billion|trillion))?"
# Only beside a figure: the RMB, the yuan's rate and the like name the currency and count nothing.
_CURRENCY = re.compile(
    rf"\b(?P<before>RMB|CNY)\s?(?={_AMOUNT})|(?<![A-Za-z])(?P<mark>¥)(?=\d)|(?<=\d|n|d)\s(?P<after>yuan|RMB|CNY)\b"
)
_DAY = r"(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?"
_NAMED = f"(?P<month>{_MONTH})"
_YEAR = r"(?:,? (?P<year>[12]\d{3})\b)?"
_DAY_MONTH = re.compile(rf"\b{_DAY} {_NAMED}\b{_YEAR}")
_MONTH_DAY = re.compile(rf"\b{_NAMED} {_DAY}\b(?!,?\d){_YEAR}")


def _otherwise(passage: Passage, job: Job) -> Iterator[Remark]:
    style, text = job.style, passage.en
    if style.percent:
        yield from _percent(text, style.percent)
    if style.currency:
        yield from _currency(text, style.currency)
    if style.date_order:
        yield from _dates(text, style.date_order)


def _percent(text: str, wanted: str) -> Iterator[Remark]:
    for match in _PERCENT.finditer(text):
        if match[0].lower() == wanted:
            continue
        if wanted == "%" and not re.search(r"\d\s?$", text[: match.start()]):
            continue  # a few percent
        start = match.start()
        said = f" {wanted}" if match["sign"] else wanted
        if wanted == "%" and text[:start].endswith(" "):
            start, said = start - 1, "%"
        yield Remark(f"the desk writes “{wanted}”", en=(start, match.end()), suggestion=said)


def _currency(text: str, wanted: str) -> Iterator[Remark]:
    for match in _CURRENCY.finditer(text):
        written = match["before"] or match["after"] or match["mark"]
        if written != wanted:
            place = match.span("before" if match["before"] else "after" if match["after"] else "mark")
            yield Remark(f"the desk counts in “{wanted}”, not “{written}”", en=place)


def _dates(text: str, wanted: str) -> Iterator[Remark]:
    pattern = _DAY_MONTH if wanted == "month-day" else _MONTH_DAY
    for match in pattern.finditer(text):
        day, month, year = match["day"], match["month"], match["year"]
        if wanted == "month-day":
            right = f"{month} {day}" + (f", {year}" if year else "")
        else:
            right = f"{day} {month}" + (f" {year}" if year else "")
        yield Remark(f"the desk writes “{right}”", en=match.span(), suggestion=right)


HOUSE_STYLE = Check(
    id="house-style",
    says="percent, currency or a date is not written as the profile says",
    severity=Severity.WARNING,
    origin="the profile",
    directions=frozenset({Direction.ZH_EN, Direction.EN}),
    false_alarms=0.0,
    begin=each(_otherwise),
)
