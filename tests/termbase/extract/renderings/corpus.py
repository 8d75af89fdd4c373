"""A small dictionary and cutter, so that the tests need no downloaded one."""

from __future__ import annotations

import re

from termbase.extract.renderings import Renderer
from termbase.extract.renderings.links import Meanings
from termbase.language.pinyin import pinyin
from tests.termbase.extract.dictionary import WordList

WORDS = WordList(
    ("数字", "digital"),
    ("经济", "economy"),
    ("贸易", "trade"),
    ("港口", "port"),
    ("集团", "group"),
    ("跨境", "cross-border"),
    ("电商", "e-commerce"),
    ("发展", "development"),
    ("推动", "to promote"),
    ("城市", "city"),
    ("企业", "enterprise"),
    ("绿色", "green"),
    ("金融", "finance"),
    ("改革", "reform"),
    ("义乌", "Yiwu"),
)
_CUT = re.compile("|".join(sorted((zh for zh, _ in WORDS.rows), key=len, reverse=True)) + "|.")


def cut(text: str) -> list[str]:
    """The words of the list, and single characters between them."""
    return _CUT.findall(text)


MEANINGS = Meanings(WORDS.english_of, pinyin)
RENDERER = Renderer(WORDS.english_of, pinyin, cut)


def first(term: str, *pairs: tuple[str, str]) -> str:
    """The first rendering of one term."""
    return RENDERER.renderings([term], pairs)[term][0].en
