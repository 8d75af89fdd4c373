"""Abbreviations of an English text, with the full form where one stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from termbase.extract.english.kinds import is_known_place, kind_of
from termbase.extract.english.span import Span, span_of
from termbase.extract.english.tables import word_set
from termbase.extract.english.tagged import TaggedSentence
from termbase.language.english import zipf
from termbase.language.english_classes import is_word
from termbase.model import ConceptType

__all__ = ["abbreviations", "initials_match"]

_SHORT = re.compile(r"[A-Z](?:[A-Z&-]|[a-z](?=[A-Z])){1,8}s?\d?$")
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "a", "an", "&", "-"})
_LEGAL_FORMS = frozenset({"Co.", "Co", "Ltd.", "Ltd", "Inc.", "Inc", "LLC", "Corp.", "Corp", "Limited"})
_INTRODUCTIONS = word_set("introductions of abbreviations")
# Written in capitals and understood by everybody: units, titles, appliances, answers
_NO_TERMS = word_set("abbreviations that are no terms")
_LONGEST_BRACKET = 30
"""Tokens up to which a bracket that explains an abbreviation closes."""
_FURTHEST = 12
"""Tokens back from the bracket within which a full form begins."""


def abbreviations(sentence: TaggedSentence) -> Iterator[Span]:
    """The abbreviations of one sentence; a full form is a span of its own, and the abbreviation names it.

    >>> from termbase.extract.english.tagged import tagged_sentences
    >>> from termbase.language.sentences import Sentence
    >>> [read] = tagged_sentences([Sentence("two million twenty-foot equivalent units (TEUs) of goods", 0, 0)])
    >>> [(span.text, span.full) for span in abbreviations(read)]
    [('twenty-foot equivalent units', ''), ('TEUs', 'twenty-foot equivalent units')]
    """
    words = sentence.words
    if sum(word.isupper() for word in words) > len(words) / 2 > 2:
        return
    for place, word in enumerate(words):
        if not _SHORT.match(word) or word in _NO_TERMS or is_known_place([word]):
            continue
        if not _is_shouted(word):
            full = _full_form(sentence, place)
            if full is not None:
                kind, _ = kind_of(words[full[0] : full[1] + 1])
                named = sentence.words[full[0]][0].isupper()
                yield span_of(sentence, full, kind, "the full form of an abbreviation", 0.85, name=named)
            text = "" if full is None else sentence.slice(*full)
            run = (place, place)
            yield span_of(sentence, run, ConceptType.ABBREVIATION, "an abbreviation", 0.7, full=text)


def _is_shouted(word: str) -> bool:
    """Whether the capitals are only emphasis: a common word of more than four letters."""
    return len(word) > 4 and is_word(word) and zipf(word) > 3


def _full_form(sentence: TaggedSentence, place: int) -> tuple[int, int] | None:
    """First and last token of the full form beside an abbreviation: before its bracket, or in one after it."""
    words = sentence.words
    before = place - 1
    while before > 0 and (words[before].lower() in _INTRODUCTIONS or words[before] in {'"', "“", ","}):
        before -= 1
    if before > 0 and words[before] in {"(", "（"}:
        last = before - 1
        if last > 0 and words[last] in {'"', "”", "’"}:
            last -= 1
        found = _ending_at(words, _before_legal_form(words, last), words[place])
        return None if found is None else (found[0], last)
    if place + 2 < len(words) and words[place + 1] in {"(", "（"}:
        close = next(
            (end for end in range(place + 2, min(len(words), place + _LONGEST_BRACKET)) if words[end] in {")", "）"}),
            None,
        )
        start = place + 3 if words[place + 2].lower() == "the" else place + 2
        if close is not None and close > start and _covers(words[start:close], words[place]):
            return start, close - 1
    return None


def _before_legal_form(words: Sequence[str], last: int) -> int:
    """The last word of a firm's name before `Co., Ltd.`, of which an abbreviation takes no letter."""
    while last > 0 and (
        words[last] in _LEGAL_FORMS or (words[last] in {",", "."} and words[last - 1] in _LEGAL_FORMS)
    ):
        last -= 1
    return last


def _ending_at(words: Sequence[str], last: int, short: str) -> tuple[int, int] | None:
    """The shortest group of words up to `last` whose initials make the abbreviation."""
    for first in range(last, max(-1, last - _FURTHEST), -1):
        if not words[first][0].isalnum() and words[first] not in {"&", "-", "'s", "’s"}:
            return None
        if words[first].lower() not in _SMALL and initials_match(words[first : last + 1], short):
            return first, last
    return None


def initials_match(words: Sequence[str], short: str) -> bool:
    """Whether an abbreviation is made of the first letters of the words; small words and hyphens may count or not.

    >>> initials_match(["Regional", "Comprehensive", "Economic", "Partnership"], "RCEP")
    True
    >>> initials_match(["twenty-foot", "equivalent", "units"], "TEUs"), initials_match(["world", "trade"], "CPC")
    (True, False)
    >>> initials_match(["research", "and", "development"], "R&D")
    True
    """
    letters = [letter.lower() for letter in short.rstrip("s") if letter.isalpha()]
    plain = [word[0].lower() for word in words if word.lower() not in _SMALL and word[0].isalpha()]
    parts = [part[0].lower() for word in words for part in word.split("-") if part and word.lower() not in _SMALL]
    every = [word[0].lower() for word in words if word[0].isalpha()]
    return letters in (plain, parts, every)


def _covers(words: Sequence[str], short: str) -> bool:
    """Whether the words can be the full form though some initials are missing (CRE, China Railway Express)."""
    letters = iter("".join(word.lower() for word in words))
    in_order = all(letter in letters for letter in short.rstrip("s").lower() if letter.isalpha())
    return initials_match(words, short) or (in_order and words[0][0].lower() == short[0].lower() and len(words) > 1)
