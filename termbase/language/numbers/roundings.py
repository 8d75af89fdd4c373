"""How the words around a number change what it can mean: nearly 300, 三百以上, up to 40."""

from __future__ import annotations

import re
from fractions import Fraction

from termbase.language.numbers.values import Rounding

__all__ = ["limits", "rounding_around"]

_CHINESE_BEFORE = {
    Rounding.ABOUT: "约 约为 大约 大概 约有 大致 差不多 约合 估计",
    Rounding.NEARLY: "近 将近 接近 逼近 几近 几乎 临近",
    Rounding.MORE: "超 超过 超出 逾 过 突破 至少 不少于 不低于 不下 不下于 高于 多于 大于 最少 起码 越过 超越 "
    "大于等于 不小于 > ≥ 跨过 远超",
    Rounding.LESS: "不足 不到 未到 未满 不满 低于 少于 小于 不超过 最多 至多 不多于 不高于 不超 跌破 小于等于 "
    "不大于 < ≤",
}
_CHINESE_BEHIND = {
    Rounding.ABOUT: "左右 上下 前后 许",
    Rounding.MORE: "以上 及以上 或以上 之上 多 余 有余 开外 + 或者以上 或者更多 或更多",
    Rounding.LESS: "以下 及以下 或以下 之下 以内 之内 不到",
}
_ENGLISH_BEFORE = {
    Rounding.ABOUT: "about|around|approximately|roughly|some|circa|estimated|approx.|approx|~|in the region of|or so",
    Rounding.NEARLY: "nearly|almost|close to|approaching|just under|just short of|near|nigh on|virtually|"
    "slightly under|slightly less than|a little less than|just below|fast approaching|a little under",
    Rounding.MORE: "more than|over|above|exceeding|exceeded|exceed|exceeds|in excess of|at least|no less than"
    "|no fewer than|not less than|upwards of|surpassing|surpassed|surpass|surpasses|topped|topping|beyond"
    "|greater than|higher than|minimum of|well over|just over|as few as|larger than|past|>|not fewer than|upward of"
    "|passed|better than",
    Rounding.LESS: "less than|fewer than|under|below|up to|at most|no more than|not more than|within|maximum of"
    "|lower than|not exceeding|not exceed|smaller than|<|not exceeded|no higher than|not over",
}
_ENGLISH_BEHIND = {
    Rounding.ABOUT: "or so|approximately|or thereabouts",
    Rounding.MORE: "or more|or above|and above|or higher|and over|or over|plus|+|-odd|odd|and more|or older|"
    "or greater|and older",
    Rounding.LESS: "or less|or fewer|or below|and below|or under|and under|or lower|or younger",
}


def _pattern(table: dict[Rounding, str], separator: str, frame: str) -> re.Pattern[str]:
    groups = []
    for rounding, words in table.items():
        longest = sorted(words.split(separator), key=len, reverse=True)
        groups.append(f"(?P<{rounding}>{'|'.join(map(re.escape, longest))})")
    return re.compile(frame.format("|".join(groups)), re.IGNORECASE)


_BEFORE = {
    True: _pattern(_CHINESE_BEFORE, " ", r"(?:{})(?:[了为有达是出人]|达到)?\s?(?:人民币|[¥$€£]|US\$)?\s?$"),
    False: _pattern(
        _ENGLISH_BEFORE,
        "|",
        r"(?<![A-Za-z])(?:{})\s?(?:a |an |the |another |a total of )?(?:[^\W\d_]{{0,4}}[$¥€£] ?)?$",
    ),
}
_BEHIND = {
    True: _pattern(_CHINESE_BEHIND, " ", r"\s?(?:{})"),
    False: _pattern(_ENGLISH_BEHIND, "|", r"[ -]?(?:{})(?![A-Za-z])"),
}
# 大于等于一百, in excess of a total of: the longest of these fit
_LOOK_BACK = {True: 9, False: 30}
_FAR = 10  # of several tens a hundred is the end: the next size


def rounding_around(text: str, start: int, end: int, *, chinese: bool) -> tuple[Rounding, int]:
    """How the words before and behind a number qualify it, and where they end.

    >>> rounding_around("近三百人", 1, 3, chinese=True)
    (<Rounding.NEARLY: 'nearly'>, 3)
    >>> rounding_around("40 or more", 0, 2, chinese=False)
    (<Rounding.MORE: 'more'>, 10)
    """
    behind = _BEHIND[chinese].match(text, end)
    if behind:
        return Rounding(str(behind.lastgroup)), behind.end()
    before = _BEFORE[chinese].search(text[max(0, start - _LOOK_BACK[chinese]) : start])
    return (Rounding(str(before.lastgroup)) if before else Rounding.EXACT), end


def limits(value: Fraction, high: Fraction, rounding: Rounding) -> tuple[Fraction | None, Fraction | None]:
    """The least and the most that a number so qualified can mean.

    >>> limits(Fraction(300), Fraction(300), Rounding.MORE), limits(Fraction(20), Fraction(30), Rounding.MORE)
    ((Fraction(300, 1), None), (Fraction(20, 1), Fraction(30, 1)))
    """
    if rounding is Rounding.MORE:
        return value, (high if high > value else None)
    if rounding in {Rounding.LESS, Rounding.NEARLY}:
        return None, high
    if rounding is Rounding.SEVERAL:
        return value, value * _FAR
    return value, high
