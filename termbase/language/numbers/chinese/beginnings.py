"""Where a number may begin in a Chinese text, and what is passed over: names, idioms, codes, addresses."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

__all__ = ["NUMBER_BEGINS"]

_NUMERALS = "0-9零一二三四五六七八九十百千万亿廿卅两俩壹贰叁肆伍陆柒捌玖拾佰仟几"


def _not_numbers() -> dict[str, set[str]]:
    """The words of the list without their first characters, by these."""
    lines = Path(__file__).with_name("not_numbers.txt").read_text(encoding="utf-8").split("\n")
    grouped = defaultdict(set)
    for word in {word for line in lines if not line.startswith("#") for word in line.split()}:
        grouped[word[0]].add(word[1:])
    return grouped


def _grouped(words: dict[str, set[str]]) -> str:
    """The words as one pattern, those with one beginning together for speed."""
    return "|".join(
        f"{first}(?:{'|'.join(sorted(rests, key=lambda rest: (-len(rest), rest)))})"
        for first, rests in sorted(words.items())
    )


_WORDS = _not_numbers()
# What something can begin with, looked at first: twice as fast.
_FIRST = rf"(?=[-.{_NUMERALS}A-Za-z第翻倍加对半数好上成逾过近负{''.join(_WORDS)}])"
NUMBER_BEGINS = re.compile(
    rf"""
    {_FIRST}(?:
    (?P<code>(?<![0-9A-Za-z])(?!(?:RMB|USD|US|HK|CNY
      |EUR)[0-9])[A-Za-z]+-?[0-9]+[A-Za-z0-9]*(?:\.[0-9]+)*(?![0-9.,]*\s?[%万亿元])
      |(?<![0-9.,])[0-9]{{1,2}}[GKDPV](?![A-Za-z0-9])
      |[0-9]{{1,3}}分[0-9]{{1,2}}秒[0-9]{{1,3}}|[0-9]+(?:\.[0-9]+){{2,}}|[0-9]{{3,4}}-[0-9]{{7,8}}|[0-9]{{25,}})
    |(?P<ordinal>第\s?(?=[{_NUMERALS}])|No\.?\s?(?=[0-9])|(?<![A-Za-z])(?=(?:[0-9]{{1,4}}
      |(?<![一二三四五六七八九十百千])[一二三四五六七八九十]{{1,3}})\s?号(?![召称码角])))
    |(?P<doubled>翻(?:[了至到上])?(?:近|约|超过?)?(?P<times>[一两二三四五六七八九十0-9]*)(?P<how>倍|番)|倍增|加倍)
    |(?P<discount>[1-9一二三四五六七八九]\s?[1-9一二三四五六七八九]\s?折|[对半]折(?![叠磨射旧合线返断扣腾]))
    |(?P<half>(?:一|过|半|近)?半(?=数|[年天月日个小时以成]|(?<=一半)|(?<=过半)|(?<=近半))|半百)
    |(?P<several>(?:数|好?几|上|成|逾)(?=[十百千万亿]))
    |(?P<skip>(?:{_grouped(_WORDS)})(?!之\s?[{_NUMERALS}]|钟|分之))
    |(?P<number>(?:(?:负|零下)\s?|(?:(?<![-A-Za-z0-9%)\u4e00-\u9fff])(?<![0-9%]\s)|(?<=[增长降跌下为是达]))-)?
      (?=[{_NUMERALS}]|\.[0-9])))
    """,
    re.VERBOSE | re.ASCII,
)
"""The first place where something begins; the group says what."""
