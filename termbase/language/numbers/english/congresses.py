"""Five-year plans and party congresses in an English text: the 14th Five-Year Plan, the 20th National Congress."""

from __future__ import annotations

import re

from termbase.language.numbers.date_kinds import DateKind
from termbase.language.numbers.english.ordinals import ORDINAL, ordinal_value
from termbase.language.numbers.values import Moment

__all__ = ["CONGRESSES"]


def _plan(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(plan=ordinal_value(found["p"])),)


def _plenum(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(congress=ordinal_value(found["pc"]), session=ordinal_value(found["ps"])),)


def _congress(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(congress=ordinal_value(found["co"])),)


CONGRESSES = (
    DateKind(
        "plan",
        rf"(?P<p>{ORDINAL})\s+(?:National\s+)?(?i:five[-\s]year\s+plan)",
        _plan,
    ),
    DateKind(
        "plenum",
        rf"(?P<ps>{ORDINAL})\s+(?i:plenary\s+session|plenum)\s+of\s+the\s+(?P<pc>{ORDINAL})\b",
        _plenum,
    ),
    DateKind(
        "congress",
        rf"(?P<co>{ORDINAL})\s+(?:(?:CPC\s+)?(?i:national\s+congress"
        r"|party\s+congress)(?!\s+of\s+the\s+people)|CPC\s+(?i:central\s+committee))",
        _congress,
    ),
)
"""Plans, plenums and congresses, by their numbers."""
