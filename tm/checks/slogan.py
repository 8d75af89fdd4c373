"""`slogan`: the number in a numbered slogan changed or went."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tm.checks.model import Check, Direction, Job, Remark, Severity, each
from tm.checks.passage import Passage

__all__ = ["SLOGAN"]

_DIGITS = {
    "一": 1,
    "二": 2,
    "两": 2,
    "双": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
}
_ENGLISH = {
    2: "two|double|dual|twin|second|both|bi|pair|doubly",
    3: "three|third|triple|tri|threefold|trio",
    4: "four|fourth|quad|quadruple|fourfold",
    5: "five|fifth|penta|fivefold|quintuple",
    6: "six|sixth|hexa|sixfold",
    7: "seven|seventh|sevenfold",
    8: "eight|eighth|eightfold",
    9: "nine|ninth|ninefold",
    10: "ten|tenth|tenfold",
}
"""How English says what a slogan counts: cardinals, ordinals, double and dual. 一 is mostly `a`: not counted."""

_NUMERAL = "[二三四五六七八九十两双]"
_HEADS = "战略|精神|共治|倡议|攻坚战|行动|工程|自信|意识|全面|确保|维护|革命|改革|理念|布局|计划|方针"
_COUNTED = "[个大项化位严实有不为共千百八补降减保通]"
# “四千”精神, “八八战略”, “五水共治”, “三个代表”, 三大攻坚战: the numeral, what it counts, what is made of it
_NUMBERED = re.compile(
    f"“({_NUMERAL})({_NUMERAL}|[千百])?(?:{_COUNTED}[^“”，。、；：！？]{{0,5}}”|[^“”，。、；：！？]{{0,3}}”?(?:{_HEADS}))"
    f"|(?<![第几数百千万亿\\d十])({_NUMERAL})({_NUMERAL}|[千百])?[\u4e00-\u9fff]?(?:战略|精神|共治|攻坚战|自信|意识)"
)
# Plans, congresses, holidays, units of time and money: their numerals are no slogans.
_NO_SLOGANS = re.compile(
    "[年月日届元岁]|十[一二三四五六七八九](?:大|五|届)|十[一二三四五六七八九]”|二十|五四|双十一|三农|两岸|双方|双边|双循环|四川"
)
_SPLIT = re.compile(r"[^A-Za-z0-9]+")


def _slogans(passage: Passage, job: Job) -> Iterator[Remark]:
    if not passage.en.strip():
        return
    words: list[str] = []
    for match in _NUMBERED.finditer(passage.zh):
        if _NO_SLOGANS.search(match[0]):
            continue
        words = words or [word.lower() for word in _SPLIT.split(passage.en)]
        if _says(match, words) or _is_settled(match, passage):
            continue
        yield _remark(match, words)


def _says(match: re.Match[str], words: list[str]) -> bool:
    """Whether the words say what the slogan counts; of 八八 either eight is enough."""
    return all(any(_is_number(word, number) for word in words) for number in _counted(match))


def _counted(match: re.Match[str]) -> list[int]:
    """The numerals of a slogan in their order, each once."""
    return list(dict.fromkeys(_DIGITS[sign] for sign in match.groups() if sign in _DIGITS))


def _is_number(word: str, number: int) -> bool:
    """Whether a word says a number: `four`, `fourfold`, `4`, `4th`.

    >>> _is_number("dual", 2), _is_number("5", 5), _is_number("fourteen", 4), _is_number("thousands", 4)
    (True, True, False, False)
    """
    if word[:1].isdigit():
        return re.sub("(?:st|nd|rd|th|s)$", "", word) == str(number)
    return word in _FORMS.get(number, ())


_FORMS = {number: frozenset(forms.split("|")) for number, forms in _ENGLISH.items()}


def _is_settled(match: re.Match[str], passage: Passage) -> bool:
    """Whether the termbase has a rendering without the number, and it stands there."""
    there = {one.concept_id for one in passage.en_mentions}
    start, end = match.span()
    return any(one.start < end and start < one.end and one.concept_id in there for one in passage.zh_mentions)


def _remark(match: re.Match[str], words: list[str]) -> Remark:
    wanted = next(number for number in _counted(match) if not any(_is_number(word, number) for word in words))
    others = [word for word in words if any(_is_number(word, number) for number in _ENGLISH if number != wanted)]
    what = f"“{others[0]}” stands there instead" if others else "no such number stands in the translation"
    return Remark(f"the slogan {match[0]} counts {_FIRST[wanted]}: {what}", zh=match.span())


_FIRST = {number: forms.split("|")[0] for number, forms in _ENGLISH.items()}

SLOGAN = Check(
    id="slogan",
    says="the number in a numbered slogan changed or went",
    severity=Severity.WARNING,
    origin="official English of numbered slogans: the number stays, unless an established rendering goes without it",
    directions=frozenset({Direction.ZH_EN}),
    false_alarms=0.0,
    begin=each(_slogans),
)
