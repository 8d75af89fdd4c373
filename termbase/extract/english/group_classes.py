"""Which tokens of an English sentence may be part of a group of words that is a term, and as what."""

from __future__ import annotations

from collections.abc import Sequence

from termbase.extract.english.tables import field_words, word_set
from termbase.extract.english.tagged import TaggedSentence
from termbase.language.english_classes import word_class

__all__ = ["PARTICLE_NOUNS", "group_classes"]

PARTICLE_NOUNS = frozenset({("opening", "up"), ("going", "global"), ("going", "out"), ("bringing", "in")})
"""Verbs with a particle that policy English uses as nouns."""
_NOUNS = frozenset({"NN", "NNS"})
_MODIFIERS = frozenset({"NN", "NNS", "JJ", "VBG", "VBN"})
_IDLE = frozenset({"DT", "MD", "PRP", "PRP$", "TO", "VBD", "VBZ", "CD", "WDT", "WP", ":", "POS", "EX"})
"""Tags of words and marks that are never part of a term."""
_VERBAL = frozenset({"VBG", "VBN"})
_VERBS = frozenset({"VB", "VBP"})
_OBJECT_FOLLOWS = frozenset({"DT", "PRP$", "PRP", "TO", "CD", "NNP"})
_PER_HEAD = ("per", "capita")
_NO_PARTS = word_set("quantifiers") | word_set("auxiliaries")
_MONEY = word_set("currencies")
_FIELD = field_words()


def group_classes(sentence: TaggedSentence, named: Sequence[bool]) -> list[str]:
    """The tag of each token as far as it may be part of a term, empty where it may not.

    `named` tells for each token whether it belongs to a name.

    >>> from termbase.extract.english.tagged import tagged_sentences
    >>> from termbase.language.sentences import Sentence
    >>> [read] = tagged_sentences([Sentence("They did not lack foreign capital then", 0, 0)])
    >>> group_classes(read, [False] * 7)
    ['', '', '', '', 'JJ', 'NN', '']
    """
    reader = _Reader(sentence)
    for place in range(len(sentence.words)):
        reader.classes.append(reader.class_at(place, named=named[place]))
    return reader.classes


class _Reader:
    """Reads a sentence from left to right; a class depends on those before it."""

    def __init__(self, sentence: TaggedSentence) -> None:
        self.words = sentence.words
        self.tags = sentence.tags
        self.classes: list[str] = []

    def class_at(self, place: int, *, named: bool) -> str:
        """The class of one token; the tokens before it have theirs."""
        if self.tags[place] in _IDLE and not named:
            return ""
        word = self.words[place]
        lower = word.lower()
        if not word[0].isalnum() or lower in _NO_PARTS or self._is_no_noun(place, lower):
            return ""
        if named:
            return "NN" if word.isupper() and 1 < len(word) < 5 else ""
        fixed = self._fixed_class(place, lower)
        if fixed:
            return fixed
        found = word_class(lower) if word[0].isupper() and not word.isupper() else self.tags[place]
        verbal = found in _VERBAL and self._modified() and "-" not in word and lower not in _FIELD
        return found if found in _MODIFIERS and not (verbal and not self._is_gerund(place)) else ""

    def _is_no_noun(self, place: int, lower: str) -> bool:
        """Whether a noun by its tag is a verb (did not lack capital, the zone covers the) or money."""
        tags = self.tags
        before, after = (tags[i] if 0 <= i < len(tags) else "" for i in (place - 1, place + 1))
        if lower in _MONEY:
            return before == "CD" or (place > 0 and self.words[place - 1].lower().endswith("illion"))
        if lower in _FIELD or tags[place] not in _NOUNS:
            return False
        subject = self._modified() and before in _NOUNS
        if tags[place] == "NNS":
            return subject and after in _OBJECT_FOLLOWS
        if place and self.words[place - 1].lower() in {"not", "to"}:
            return True
        return subject and word_class(lower) in _VERBS

    def _fixed_class(self, place: int, lower: str) -> str:
        """The class of the words that only beside another word are part of a term (per capita, opening up)."""
        before = self.words[place - 1].lower() if place else ""
        after = self.words[place + 1].lower() if place + 1 < len(self.words) else ""
        pairs = ((lower, after), (before, lower))
        if (before.endswith("-") and lower in {"and", "or"}) or _PER_HEAD in pairs:
            return "JJ"
        return "NN" if self._modified() and not PARTICLE_NOUNS.isdisjoint(pairs) else ""

    def _modified(self) -> bool:
        return bool(self.classes) and self.classes[-1] in _MODIFIERS

    def _is_gerund(self, place: int) -> bool:
        """Whether an -ing word after an adjective is a noun (functional positioning), not a verb with its object."""
        after = self.tags[place + 1] if place + 1 < len(self.tags) else ""
        return self.tags[place] == "VBG" and self.classes[-1] == "JJ" and after not in _OBJECT_FOLLOWS | _MODIFIERS
