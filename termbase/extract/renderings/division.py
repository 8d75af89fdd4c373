"""A long pair of segments as pairs of sentences, where both sides have equally many that fit one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import log

__all__ = ["divided"]

_ZH_SENTENCE = re.compile(r"[^。！？]*[。！？]+[”’」』）]*|[^。！？]+$")
_EN_BREAK = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“(]?[A-Z0-9])")
_SHORTEST = 40
"""Characters of Chinese below which there is nothing to gain."""
_MOST_UNLIKE = 0.7
"""How far (as a logarithm) the ratio of lengths of a sentence may be from that of the whole. From .5 to 1 the share
of right renderings is the same (.002 above that without division on the fitting years), the time a third less."""


def divided(zh: str, en: str) -> Iterator[tuple[str, str]]:
    """The pair in pairs of sentences, or as it is.

    >>> zh = "宁波舟山港去年完成货物吞吐量十三亿吨，居世界第一。今年前四个月，港口开通了六条新的航线。"
    >>> en = "Ningbo Zhoushan Port handled 1.3 billion tons last year. It opened six sea routes this year."
    >>> [pair[1] for pair in divided(zh, en)]
    ['Ningbo Zhoushan Port handled 1.3 billion tons last year.', 'It opened six sea routes this year.']
    >>> list(divided("好。对。", "Good. Right."))
    [('好。对。', 'Good. Right.')]
    """
    if len(zh) < _SHORTEST:
        yield zh, en
        return
    left, right = _ZH_SENTENCE.findall(zh), _EN_BREAK.split(en)
    if len(left) == len(right) and len(left) > 1 and _fit(left, right):
        yield from zip(left, right, strict=True)
    else:
        yield zh, en


def _fit(left: list[str], right: list[str]) -> bool:
    ratio = sum(map(len, right)) / sum(map(len, left))
    return all(
        one and other and abs(log(len(other) / len(one) / ratio)) < _MOST_UNLIKE
        for one, other in zip(left, right, strict=True)
    )
