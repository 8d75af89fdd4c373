"""Persons and their titles: where a title stands, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from termbase.extract.english.kinds import head_of, is_known_place
from termbase.extract.english.span import Span, span_of
from termbase.extract.english.tables import titles
from termbase.extract.english.tagged import TaggedSentence
from termbase.language.english_classes import is_word
from termbase.model import ConceptType

__all__ = ["is_person_shaped", "official_titles", "split_title", "title_at", "title_before"]


def title_at(words: Sequence[str], place: int) -> int:
    """How many words from `place` on are a title, as many as possible; 0 for none.

    >>> title_at("former vice president of Huayou".split(), 1), title_at(["Deputy", "Director-General"], 0)
    (2, 2)
    """
    if place >= len(words):
        return 0
    for length in _lengths().get(words[place].lower(), ()):
        if place + length <= len(words) and " ".join(words[place : place + length]).lower() in titles():
            return length
    return 0


def title_before(words: Sequence[str], place: int) -> int:
    """How many words directly before `place` are a title; 0 for none.

    >>> title_before("then general manager Ruan Fude".split(), 3)
    2
    """
    for length in range(min(_longest(), place), 0, -1):
        if " ".join(words[place - length : place]).lower() in titles():
            return length
    return 0


def split_title(words: Sequence[str]) -> tuple[int, int] | None:
    """Where a title stands inside a group of capitals (from, to); None where there is none.

    A title word inside the name of an office is no title: what follows a title is a person or nothing.

    >>> split_title("Jack Holdings Group Chairman Ruan Fude".split())
    (3, 4)
    >>> split_title("State General Administration".split()), split_title(["Governor", "Motors"])
    (None, None)
    """
    for place in range(len(words)):
        length = title_at(words, place)
        while length and (more := title_at(words, place + length)):
            length += more
        rest = words[place + length :]
        if length and (not rest or is_person_shaped(rest) or (len(rest) == 1 and _is_plain_name(rest[0]))):
            return place, place + length
    return None


def is_person_shaped(words: Sequence[str]) -> bool:
    """Whether a group of capitals may be a person by its shape: one to four words, the first no English word.

    >>> is_person_shaped(["Ruan", "Fude"]), is_person_shaped(["Central", "Office"])
    (True, False)
    """
    if not 1 <= len(words) <= 4 or head_of(words) is not None or is_known_place(words):
        return False
    if any(not word[:1].isupper() or (len(word) > 1 and word.isupper()) for word in words):
        return False
    return not is_word(words[0]) or (len(words) > 1 and not is_word(words[-1]))


def _is_plain_name(word: str) -> bool:
    """Whether one capitalised word after a title is taken for a surname though it is an English word (Mr. Black)."""
    return head_of([word]) is None and not word.isupper() and word.lower() not in titles()


def official_titles(sentence: TaggedSentence) -> Iterator[Span]:
    """The titles with a rank in lower case before a person, or before `of` or `at` and the name of a body."""
    words = sentence.words
    place = 0
    while place < len(words):
        length = title_at(words, place) if words[place][0].islower() else 0
        weight = titles()[" ".join(words[place : place + length]).lower()] if length else 0.0
        if weight and _is_named(words[place + length : place + length + 3]):
            run = (place, place + length - 1)
            yield span_of(sentence, run, ConceptType.TITLE, "an official title", weight, name=False)
        place += max(1, length)


def _is_named(after: Sequence[str]) -> bool:
    """Whether a name follows: Hans Meyer, of Maple Foods, of the Maple Institute."""
    rest = [word for word in after if word not in {"of", "at", "the", "a"}]
    return bool(rest) and rest[0][0].isupper() and (after[0] in {"of", "at"} or after[0] == rest[0])


@cache
def _longest() -> int:
    return max(title.count(" ") + 1 for title in titles())


@cache
def _lengths() -> dict[str, list[int]]:
    """For the first word of each title how many words the titles have that begin with it, longest first."""
    lengths: dict[str, set[int]] = {}
    for title in titles():
        lengths.setdefault(title.split(" ")[0], set()).add(title.count(" ") + 1)
    return {word: sorted(counts, reverse=True) for word, counts in lengths.items()}
