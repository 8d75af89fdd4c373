"""How firmly two English words hold together in a corpus: `Hong Kong` does, `the port` does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from termbase.extract.renderings.english_segment import EnglishSegment

__all__ = ["Neighbours"]


class Neighbours:
    """Counts which words follow which in a corpus.

    >>> counts = Neighbours(EnglishSegment(text) for text in ("Hong Kong grew", "in Hong Kong", "a port grew"))
    >>> counts.cohesion("hong", "kong"), counts.cohesion("a", "port")
    (0.5, 0.0)
    """

    def __init__(self, segments: Iterable[EnglishSegment]) -> None:
        self._words: Counter[str] = Counter()
        self._together: Counter[tuple[str, str]] = Counter()
        for segment in segments:
            texts = [word.text for word in segment.words]
            self._words.update(texts)
            self._together.update(
                (left, right)
                for (left, right), word, ends in zip(pairwise(texts), segment.words, segment.ends, strict=False)
                if not ends and not word.comma
            )

    def cohesion(self, left: str, right: str) -> float:
        """Dice's coefficient of two words side by side, less one meeting: 0 for what met only once."""
        count = self._together[left, right]
        return 2 * (count - 1) / (self._words[left] + self._words[right]) if count > 1 else 0.0
