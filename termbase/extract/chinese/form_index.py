"""Where given forms stand in Chinese sentences: all places, also nested ones, in time linear in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from termbase.extract.chinese.words import WordedSentence
from termbase.language.occurrences import Occurrences

__all__ = ["FormIndex"]


class FormIndex:
    """Finds forms of two characters and more.

    >>> from termbase.extract.chinese.words import worded
    >>> from termbase.language.sentences import Sentence
    >>> index = FormIndex(["浙江", "浙江省商务厅"])
    >>> list(index.places(worded(Sentence("在浙江省商务厅", 0, 0))))
    [(1, 7, '浙江省商务厅')]
    """

    def __init__(self, forms: Iterable[str]) -> None:
        self._occurrences = Occurrences(form for form in forms if len(form) > 1)

    def places(self, sentence: WordedSentence) -> Iterator[tuple[int, int, str]]:
        """Start, end and form; one of two characters only where it is words by itself (金义, not 资金义务)."""
        borders = sentence.borders
        for start, end, form in self._occurrences.within(sentence.text):
            if end - start > 2 or (start in borders and end in borders):
                yield start, end, form
