"""Dates counted from now in a Chinese text: 去年, 上个月, 下季度, 昨晚."""

from __future__ import annotations

import re

from termbase.language.numbers.date_kinds import DateKind
from termbase.language.numbers.values import Moment

__all__ = ["RELATIVE_DATES", "RELATIVE_WORDS"]

_RELATIVE = {
    "year": {-2: "前年", -1: "去年 上年 上一年", 0: "今年 本年 本年度 今年度", 1: "明年 来年", 2: "后年"},
    "quarter": {-1: "上季度 上个季度 上一季度", 0: "本季度 这个季度", 1: "下季度 下个季度 下一季度"},
    "month": {-1: "上月 上个月", 0: "本月 这个月 当月", 1: "下月 下个月"},
    "week": {-1: "上周 上星期 上个星期", 0: "本周 这周 这个星期", 1: "下周 下星期 下个星期"},
    "day": {-2: "前天 前日", -1: "昨天 昨日 昨晚 昨夜", 0: "今天 今日 今晚", 1: "明天 明日 明晚", 2: "后天"},
}
RELATIVE_WORDS = {
    word: (unit, offset)
    for unit, offsets in _RELATIVE.items()
    for offset, words in offsets.items()
    for word in words.split()
}
"""Each word with its unit and how many of it from now."""


def _relative(found: re.Match[str]) -> tuple[Moment, ...]:
    return (Moment(relative=RELATIVE_WORDS[found[0]]),)


RELATIVE_DATES = (
    DateKind(
        "relative",
        rf"{'|'.join(sorted(RELATIVE_WORDS, key=len, reverse=True))}",
        _relative,
    ),
)
"""The words that count from now."""
