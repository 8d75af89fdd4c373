"""Places that no dictionary knows: villages behind their county, and members of a list of places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.extract.chinese.found import Found
from termbase.extract.chinese.roles import Role
from termbase.extract.chinese.traits import Trait
from termbase.extract.chinese.words import Word, WordedSentence
from termbase.model import ConceptType

__all__ = ["unknown_places"]

_VILLAGE = re.compile("[^\\W的在是和与及等有为了、]{2,4}?(?:村|镇|乡|岛|街道|社区)")


def unknown_places(sentence: WordedSentence) -> Iterator[Found]:
    """Places known by the company they keep.

    >>> from termbase.extract.chinese.words import worded
    >>> from termbase.language.sentences import Sentence
    >>> text = "安吉县白鹭坞村连着舟山、宁波、金义四个片区"
    >>> [found.text for found in unknown_places(worded(Sentence(text, 0, 0)))]
    ['金义', '白鹭坞村']
    """
    marks = sentence.all_marks
    if marks & Trait.PLACE and marks & Trait.NEW and "、" in sentence.text:
        yield from _listed(sentence)
    yield from _villages(sentence)


def _listed(sentence: WordedSentence) -> Iterator[Found]:
    """A new word in a list of places is a place: 舟山、宁波、金义."""
    words = sentence.words
    members: list[Word] = []
    for number, word in enumerate([*words, None]):
        if word is not None and word.text == "、":
            continue
        if members and (word is None or words[number - 1].text != "、"):
            if sum(member.role & Role.PLACE for member in members) >= 2:
                new = [member for member in members if member.role & Role.NEW and len(member.text) > 1]
                yield from (_place(sentence, one.start, one.end, 0.65, "in a list of places") for one in new)
            members = []
        if word is not None:
            members.append(word)


def _villages(sentence: WordedSentence) -> Iterator[Found]:
    """A name of two to four characters between a county and 村, 镇, 乡, 岛: 安吉县白鹭坞村."""
    for number in sentence.numbers_of(Trait.DIVISION):
        place = sentence.bounds[number + 1]
        match = _VILLAGE.match(sentence.text, place)
        if match is not None and match.end() in sentence.borders:
            reason = f"after {sentence.pieces[number]}, ends with {match[0][-1]}"
            yield _place(sentence, place, match.end(), 0.7, reason)


def _place(sentence: WordedSentence, start: int, end: int, weight: float, reason: str) -> Found:
    return Found(sentence.text[start:end], sentence.position, start, end, ConceptType.PLACE, weight, reason)
