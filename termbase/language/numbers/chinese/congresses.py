"""Five-year plans, congresses of the party and their plenums in a Chinese text: 十四五, 二十大, 十九届五中全会."""

from __future__ import annotations

import re

from termbase.language.numbers.chinese.short_numbers import number
from termbase.language.numbers.date_kinds import DateKind
from termbase.language.numbers.values import Moment

__all__ = ["CONGRESSES"]


def _plan(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(plan=number(found["p"] or found["po"])),)


def _plenum(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(congress=number(found["pc"]), session=number(found["ps"])),)


def _congress(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(congress=number(found["co"])),)


CONGRESSES = (
    DateKind(
        "plan",
        r"(?<![一二三四五六七八九十百千万亿零第])(?P<p>十[一二三四五六七八])五(?![十百千万亿岁个天年人名家分点成月日])"
        r"|(?<![一二三四五六七八九十百千万亿零])(?P<po>[七八九十])五[”\"'’]?(?=规划|计划|时期|期间)",
        _plan,
    ),
    DateKind(
        "plenum",
        r"第?(?P<pc>(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,3})届(?P<ps>[一二三四五六七八九1-9])中全会",
        _plenum,
    ),
    DateKind(
        "congress",
        r"(?P<co>(?:二十|十)[一二三四五六七八九]|(?<=党的)十|二十)大(?![类行产项领道街桥龙奖品金名国城重])",
        _congress,
    ),
)
"""Plans, plenums and congresses, by their numbers."""
