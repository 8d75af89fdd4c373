"""What is known of a Chinese term before any segment is looked at."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from termbase.extract.renderings.chinese_segment import parts
from termbase.extract.renderings.links import Meanings
from termbase.extract.renderings.sound import skeleton_of_pinyin
from termbase.language.keys import english_key
from termbase.language.script import is_han

__all__ = ["TermFacts", "facts_of"]

_LATIN = re.compile("[A-Za-z]")


# A selection of the characters in Xinhua's tables of transcription; a term of these alone may be a foreign name.
_SPELLING = frozenset(
    "阿埃艾安昂奥巴白班邦鲍贝本比彼波博伯布查达戴丹德登迪蒂丁杜多恩尔法菲费芬弗福冈戈格根贡古哈汉豪赫亨洪胡怀惠霍"
    "基吉加贾杰卡凯坎康考科克肯库夸拉莱兰朗劳勒雷里利丽莉列林琳隆卢鲁伦罗洛马玛迈麦曼芒毛梅门蒙米莫默姆穆纳娜内尼"
    "妮涅宁纽努诺欧帕潘佩彭皮珀普奇齐恰乔切琴丘热茹萨塞森沙莎尚绍舍申什圣施史舒斯丝松苏索塔泰坦汤唐特滕提廷图托脱"
    "瓦旺威韦维魏温翁沃乌武西希锡夏肖歇谢辛欣休许雅亚扬耶伊因英尤约泽扎詹珍芝兹朱佐"
)


@dataclass(frozen=True, slots=True)
class TermFacts:
    """A Chinese term as pairing sees it."""

    text: str
    words: tuple[str, ...]
    size: int
    """How many words it has."""
    renderings: frozenset[str]
    """Keys of the renderings that the dictionary has for the whole term."""
    words_in_renderings: frozenset[int]
    meanings: Meanings
    syllables: int
    """How many Chinese characters it has."""
    skeleton: str
    """The consonants of a name that was spelt by sound from another language; empty for other terms."""
    has_latin: bool

    @property
    def sounds(self) -> frozenset[str]:
        """The letters of its pinyin, as a name of a person and of anything else; ü as v, u and yu."""
        return self.meanings.sounds(self.text)


def facts_of(term: str, cut: Callable[[str], list[str]], meanings: Meanings) -> TermFacts:
    """The facts of one term."""
    words = parts(term, cut)
    keys = frozenset(english_key(text) for text in meanings.english_of(term))
    foreign = "·" in term or (len(term) > 2 and _SPELLING.issuperset(term))
    return TermFacts(
        text=term,
        words=tuple(word.text for word in words),
        size=len(words),
        renderings=keys,
        words_in_renderings=frozenset(len(key.split()) for key in keys),
        meanings=meanings,
        syllables=sum(map(is_han, term)),
        skeleton=skeleton_of_pinyin(meanings.sound(term)) if foreign else "",
        has_latin=bool(_LATIN.search(term)),
    )
