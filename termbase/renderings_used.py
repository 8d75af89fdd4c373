"""Which of its English forms stands for a concept in translated sentences, and when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from termbase.model import Concept
from termbase.reading import Reading
from termbase.recognise import Recogniser

__all__ = ["NONE", "RenderingsUsed", "contested", "see_contexts"]

NONE = ""
"""What is counted where the Chinese stands in the sentence and none of the forms in its translation."""

_CONTESTED = """
SELECT t.concept_id FROM term t JOIN concept c ON c.id = t.concept_id
WHERE t.language = 'en' AND t.status <> 'rejected' AND c.status <> 'rejected'
GROUP BY t.concept_id HAVING count(*) > 1 ORDER BY t.concept_id
"""
_PAGE = 500


class RenderingsUsed:
    """Counts the English forms of some concepts, sentence by sentence; the same sentence counts once.

    >>> from termbase.model import Language, Term
    >>> forms = [(7, Term(Language.EN, "Double-Eight Strategy")), (7, Term(Language.EN, "88 Strategy"))]
    >>> used = RenderingsUsed(Recogniser(forms), {7})
    >>> used.see("The 88 Strategy works.", "2024-05-16")
    >>> used.see("It works.", "2024-05-17", expected=[7])
    >>> used.counts[7]["88 Strategy"], used.counts[7][NONE]
    (Counter({'2024-05-16': 1}), Counter({'2024-05-17': 1}))
    """

    def __init__(self, recogniser: Recogniser, numbers: Collection[int]) -> None:
        """Take what finds the terms, and the numbers of the concepts that are counted."""
        self._recogniser = recogniser
        self._numbers = frozenset(numbers)
        self._seen: set[int] = set()
        self.counts: defaultdict[int, defaultdict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
        """By concept and form, sentences by day; the day is empty where nobody knows it."""

    def see(self, english: str, day: str, *, expected: Iterable[int] = ()) -> None:
        """Read one English sentence; `expected` are concepts whose Chinese stands in what it translates."""
        found: defaultdict[int, set[str]] = defaultdict(set)
        for mention in self._recogniser.find(english, chinese=False):
            found[mention.concept_id].add(mention.term.text)
        for number in self._numbers.intersection({*found, *expected}):
            # a fingerprint will do: a memory has a million sentences
            key = hash((number, english))
            if key not in self._seen:
                self._seen.add(key)
                for form in found.get(number, {NONE}):
                    self.counts[number][form][day] += 1

    def days(self) -> set[str]:
        """The days of all that was counted and has one."""
        return {day for forms in self.counts.values() for days in forms.values() for day in days if day}

    def see_pair(self, zh: str, english: str, day: str) -> None:
        """Read a Chinese sentence and its translation."""
        mentions = self._recogniser.find(zh, chinese=True)
        self.see(english, day, expected=[mention.concept_id for mention in mentions])


def contested(reading: Reading) -> list[int]:
    """The numbers of the concepts that have more than one English form."""
    return [number for (number,) in reading.execute(_CONTESTED, ())]


def see_contexts(reading: Reading, numbers: list[int], used: RenderingsUsed, days: Mapping[str, str]) -> None:
    """Read the contexts that the termbase has of these concepts; `days` has the day of each dated document."""
    for start in range(0, len(numbers), _PAGE):
        for concept in reading.concepts_of(numbers[start : start + _PAGE]):
            for english, document, is_expected in _sentences(concept):
                expected = [concept.id] if is_expected and concept.id else []
                used.see(english, days.get(document, ""), expected=expected)


def _sentences(concept: Concept) -> Iterator[tuple[str, str, bool]]:
    """The English of each context, its document, and whether it translates a sentence with the Chinese form."""
    for context in concept.contexts:
        if not context.language.is_chinese:
            yield context.sentence, context.document, False
        elif context.translation:
            yield context.translation, context.document, True
