"""Slogans without quotation marks: numbered ones (八八战略, 五水共治), and clauses that are built alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.extract.chinese.found import Found
from termbase.extract.chinese.tables import headings, word_list
from termbase.extract.chinese.words import WordedSentence
from termbase.language.words import cut, part_of_speech
from termbase.model import ConceptType

__all__ = ["numbered_slogans", "parallel_clauses"]

# One or two numerals or 双, at most two characters for what is counted, then what is made of it.
_HEAD = re.compile("战略|工程|行动|精神|共治|联动|理念|倡议|革命|改革|循环|战役|计划|同步")
_NUMBERED = re.compile(f"[一二三四五六七八九十百千两双]{{1,2}}[\u4e00-\u9fff]{{0,2}}?(?={_HEAD.pattern})")


def numbered_slogans(sentence: WordedSentence) -> Iterator[Found]:
    """Numbered slogans that a word such as 战略 or 共治 ends.

    >>> from termbase.extract.chinese.words import worded
    >>> from termbase.language.sentences import Sentence
    >>> text = "深入实施八八战略，推进五水共治，三年行动和三个改革不算。"
    >>> [found.text for found in numbered_slogans(worded(Sentence(text, 0, 0)))]
    ['八八战略', '五水共治']
    """
    for match in _NUMBERED.finditer(sentence.text):
        head = _HEAD.match(sentence.text, match.end())
        if head is None or not word_list("measures").isdisjoint(match[0][1:]) or len(match[0]) < 2:
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


_ENUMERATED = re.compile("[\u4e00-\u9fff]{3,8}(?:、[\u4e00-\u9fff]{3,8}){2,}")


def parallel_clauses(sentence: WordedSentence) -> Iterator[Found]:
    """Three or more clauses of one length with a character in common at one place: the items of a slogan.

    >>> from termbase.extract.chinese.words import worded
    >>> from termbase.language.sentences import Sentence
    >>> text = "打响治污水、防洪水、排涝水的攻坚战，涉及浙江省、江苏省、安徽省"
    >>> [found.text for found in parallel_clauses(worded(Sentence(text, 0, 0)))]
    ['治污水、防洪水、排涝水']
    """
    if sentence.text.count("、") < 2:
        return
    for match in _ENUMERATED.finditer(sentence.text):
        clauses = match[0].split("、")
        length = len(clauses[1])
        # the list may begin and end within a longer run: 打响治污水, 排涝水的
        clauses = [clauses[0][-length:], *clauses[1:-1], clauses[-1][:length]]
        start = match.start() + len(match[0].split("、")[0]) - len(clauses[0])
        common = [column for column in zip(*clauses, strict=False) if len(set(column)) == 1]
        if len({len(clause) for clause in clauses}) > 1 or not common or any(map(_is_noun, clauses)):
            continue
        text = "、".join(clauses)
        yield Found(
            text, sentence.position, start, start + len(text), ConceptType.POLICY_PHRASE, 0.7,
            "clauses alike, as a slogan lists them",
        )  # fmt: skip


def _is_noun(clause: str) -> bool:
    """Whether a clause is a noun: it begins with no verb and is a list of things."""
    first = cut(clause)[0]
    return not part_of_speech(first).startswith(("v", "p")) and not _HEAD_NUMERAL.match(clause)


_HEAD_NUMERAL = re.compile("[一二三四五六七八九十百千万两双]")
