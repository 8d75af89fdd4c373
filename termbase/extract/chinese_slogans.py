"""Numbered slogans without quotation marks: 八八战略, 五水共治, 两山理念 – a numeral that counts ideas, not things."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.extract.chinese_tables import headings, word_list
from termbase.extract.chinese_words import WordedSentence
from termbase.extract.found import Found
from termbase.language.words import frequency
from termbase.model import ConceptType

__all__ = ["numbered_slogans"]

# One or two numerals or 双, one or two characters for what is counted, then what is made of it.
_NUMBERED = re.compile(
    "[一二三四五六七八九十百千两双]{1,2}[\u4e00-\u9fff]{0,2}?(?=HEADS)".replace(
        "HEADS", "(?:战略|工程|行动|精神|共治|联动|理念|倡议|革命|改革|循环|战役|计划|同步)"
    )
)
_HEAD = re.compile("战略|工程|行动|精神|共治|联动|理念|倡议|革命|改革|循环|战役|计划|同步")
# Measures: what they follow is counted, not named. 大 and 个 count slogans too (三大战役), but only in marks or repeated.
_MEASURES = frozenset(
    "个家条项名次年月日天万亿千百元吨人户批座张台辆艘列套份种类场届期轮位件只公亩平里米倍成度分秒时大小级部些多余来"
)


def numbered_slogans(sentence: WordedSentence) -> Iterator[Found]:
    """Numbered slogans that a word such as 战略 or 共治 ends.

    >>> from termbase.extract.chinese_words import worded
    >>> from termbase.language.sentences import Sentence
    >>> text = "深入实施八八战略，推进五水共治，三年行动和三个改革不算。"
    >>> [found.text for found in numbered_slogans(worded(Sentence(text, 0, 0)))]
    ['八八战略', '五水共治']
    """
    for match in _NUMBERED.finditer(sentence.text):
        head = _HEAD.match(sentence.text, match.end())
        if head is None or not _MEASURES.isdisjoint(match[0][1:]) or len(match[0]) < 2:
            continue
        if match.start() not in sentence.borders:
            continue
        end = head.end()
        text = sentence.text[match.start() : end]
        yield Found(
            text, sentence.position, match.start(), end, _type_of(head[0]), 0.75,
            "a numeral with what it counts, like a slogan",
        )  # fmt: skip


def _type_of(head: str) -> ConceptType:
    heading = headings().get(head)
    return ConceptType.POLICY_PHRASE if heading is None else heading.type
