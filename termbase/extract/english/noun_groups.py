"""Where in an English sentence groups of nouns and adjectives stand that have the shape of a term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from termbase.extract.english.group_classes import PARTICLE_NOUNS, group_classes
from termbase.extract.english.tables import field_words, lines_of, word_set
from termbase.extract.english.tagged import TaggedSentence
from termbase.language.english_classes import is_word
from termbase.language.keys import english_words

__all__ = ["NounGroups", "begins_nothing", "folded"]

_NOUNS = frozenset({"NN", "NNS"})
_VERBAL = frozenset({"VBG", "VBN"})
_LONGEST = 6
"""Words of a term, `of` and `and` included; longer noun groups are descriptions."""
_NEW_THINGS = word_set("new things")
"""What `new` makes a thing of its own of: the new development pattern, new quality productive forces, new energy."""
_PLURAL_MODIFIERS = word_set("plurals before nouns")
_TRADED = frozenset({"goods", "service", "commodity"})
_PLURAL_ONLY = frozenset({"goods"})
"""Plurals whose singular is another word that begins no term."""
_RELATIONAL = frozenset(
    {"flow", "use", "utilization", "utilisation", "expansion", "construction", "improvement", "integration"}
)
"""Heads that are of something: actual use of foreign capital, cross-regional flow of production factors."""
_NEVER_FIRST = frozenset(lines_of("never_first.txt"))
_NEVER_LAST = frozenset(lines_of("never_last.txt"))
_FIELD = field_words()


class NounGroups:
    """The noun groups of one sentence."""

    def __init__(self, sentence: TaggedSentence, named: Sequence[bool]) -> None:
        self.words = sentence.words
        self.tags = sentence.tags
        self.classes = group_classes(sentence, named)

    def terms(self) -> Iterator[tuple[int, int]]:
        """First and last token of each group that may be a term, and of each pair that `of` or `and` makes one."""
        groups = list(self._groups())
        terms = [self._trimmed(*group) for group in groups]
        idle = set()
        for place in range(1, len(groups)):
            term = terms[place]
            whole = None if term is None else self._joined(groups[place - 1], groups[place], term)
            if whole is not None:
                yield whole
                if self.words[groups[place][0] - 1].lower() == "and":
                    idle |= {place - 1, place}
                elif self._says_of_what(groups[place - 1]):
                    idle.add(place - 1)
        yield from (term for place, term in enumerate(terms) if term is not None and place not in idle)

    def _groups(self) -> Iterator[tuple[int, int]]:
        first = None
        for place, found in enumerate([*self.classes, ""]):
            if found and first is None:
                first = place
            elif first is not None and (not found or self._begins_anew(place)):
                yield first, place - 1
                first = place if found else None

    def _begins_anew(self, place: int) -> bool:
        """Whether a noun after a plural belongs to another group: few plurals stand before nouns (goods trade)."""
        before = self.words[place - 1].lower()
        return self.classes[place - 1] == "NNS" and before not in _PLURAL_MODIFIERS and "-" not in before

    def _joined(self, left: tuple[int, int], right: tuple[int, int], term: tuple[int, int]) -> tuple[int, int] | None:
        """Two groups as one term: actual use of foreign capital, oil and gas industry, trade in services."""
        if right[0] - left[1] != 2 or term[0] != right[0]:
            return None
        first = left[0]
        while first <= left[1] and self._begins_nothing(first):
            first += 1
        if first > left[1] or term[1] - first >= _LONGEST:
            return None
        middle, last = self.words[left[1] + 1].lower(), folded(self.words[left[1]])
        if middle == "of":
            joins = left[1] > first and self.classes[left[1]] in _NOUNS
        elif middle == "and":
            after = folded(self.words[right[0]])
            adjective = self.classes[first] in {"JJ", "VBN"}
            alone = first == left[1] and (self.classes[first] != "NNS" or term[0] == term[1])
            phrase = adjective and left[1] - first == 1 and term[1] > right[0] and self.classes[left[1]] == "NN"
            joins = (alone or phrase) and last != after and last in _FIELD and after in _FIELD
        else:
            joins = (
                middle == "in"
                and last == "trade"
                and folded(self.words[term[1]]) in {"goods", "service", "commodity"}
            )
        return (first, term[1]) if joins else None

    def _says_of_what(self, group: tuple[int, int]) -> bool:
        """Whether a group before `of` is no term without what follows: a flow or a use is one of something."""
        return folded(self.words[group[1]]) in _RELATIONAL

    def _trimmed(self, first: int, last: int) -> tuple[int, int] | None:
        """The group without words that begin or end no term; None when nothing of it is left."""
        while first <= last and self._begins_nothing(first):
            first += 1
        while last >= first and not self.ends_term(last):
            last -= 1
        return None if last < first or last - first >= _LONGEST else (first, last)

    def _begins_nothing(self, place: int) -> bool:
        word = self.words[place].lower()
        if "-" in word and word[0].isdigit():
            # 75,000-plus shops, a 2-meter-high tank
            return True
        if "-" in word and self.words[place][0].isupper() and not is_word(word):
            # Zhejiang-based enterprises, Hangzhou-style: whose it is, not what it is
            return not self.words[place].split("-")[0].isupper()
        if word == "new":
            following = self.words[place + 1].lower() if place + 1 < len(self.words) else ""
            return following not in _NEW_THINGS
        if begins_nothing(word):
            return True
        return self.classes[place] in _VERBAL and "-" not in word and word not in _FIELD

    def ends_term(self, place: int) -> bool:
        """Whether a term may end with the token."""
        pair = (self.words[place - 1].lower(), self.words[place].lower()) if place else ("", "")
        if pair in PARTICLE_NOUNS:
            return self.classes[place] == "NN"
        after = self.words[place + 1].lower() if place + 1 < len(self.words) else ""
        if (pair[1], after) in PARTICLE_NOUNS:
            return False
        if pair[1].endswith("ing") and after in {"for", "to", "the", "a", "an", "its", "their"}:
            return False
        if self.classes[place] == "VBG":
            return True
        return self.classes[place] in _NOUNS and folded(self.words[place]) not in _NEVER_LAST


def begins_nothing(word: str) -> bool:
    """Whether no term begins with the lower-case word.

    >>> begins_nothing("important"), begins_nothing("container")
    (True, False)
    """
    return word in _NEVER_FIRST


@lru_cache(maxsize=30_000)
def folded(word: str) -> str:
    """The word in lower case and in the singular; a hyphenated one keeps its hyphens.

    >>> folded("Commodities"), folded("cross-border"), folded("goods")
    ('commodity', 'cross-border', 'goods')
    """
    if word.lower() in _PLURAL_ONLY:
        return word.lower()
    return "-".join(english_words(word)) or word
