"""Where given forms stand in Chinese sentences: all places, also nested ones, in time linear in the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from termbase.extract.chinese.words import WordedSentence

__all__ = ["FormIndex"]


class FormIndex:
    """Finds forms by their first two characters.

    >>> from termbase.extract.chinese.words import worded
    >>> from termbase.language.sentences import Sentence
    >>> index = FormIndex(["浙江", "浙江省商务厅"])
    >>> list(index.places(worded(Sentence("在浙江省商务厅", 0, 0))))
    [(1, 7, '浙江省商务厅')]
    """

    def __init__(self, forms: Iterable[str]) -> None:
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        self._forms = {form for form in forms if len(form) > 1}
        for form in self._forms:
            lengths[form[:2]].add(len(form))
        self._lengths = {beginning: sorted(known) for beginning, known in lengths.items()}

    def places(self, sentence: WordedSentence) -> Iterator[tuple[int, int, str]]:
        """Start, end and form; one of two characters only where it is words by itself (金义, not 资金义务)."""
        text, borders = sentence.text, sentence.borders
        for start in range(len(text) - 1):
            for length in self._lengths.get(text[start : start + 2], ()):
                form = text[start : start + length]
                # at the end of a sentence a slice is shorter than was asked for
                if (
                    len(form) == length
                    and form in self._forms
                    and (length > 2 or (start in borders and start + 2 in borders))
                ):
                    yield start, start + length, form
