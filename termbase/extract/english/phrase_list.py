"""Where the phrases of a table stand in a sentence: case, hyphens, curly apostrophes and a plural put aside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from termbase.extract.english.tagged import TaggedSentence

__all__ = ["PhraseList"]

_SAME = str.maketrans("-’", " '")


class PhraseList:
    """Phrases of one word and more, found by their first word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: defaultdict[str, list[str]] = defaultdict(list)
        for phrase in sorted(phrases, key=len, reverse=True):
            folded = phrase.lower().translate(_SAME)
            self._by_first[folded.split(" ")[0]].append(folded)

    def find(self, sentence: TaggedSentence) -> Iterator[tuple[int, int]]:
        """Start and end of each phrase in the sentence, from left to right; of two at one place the longest.

        >>> from termbase.extract.english.tagged import tagged_sentences
        >>> from termbase.language.sentences import Sentence
        >>> [read] = tagged_sentences([Sentence("First mover advantages, year-on-year", 0, 0)])
        >>> [read.text[start:end] for start, end in PhraseList(["first-mover advantage", "year on year"]).find(read)]
        ['First mover advantages', 'year-on-year']
        """
        text = sentence.text.lower().translate(_SAME)
        if len(text) != len(sentence.text):
            # a letter that is two in lower case (İ) would shift every place
            text = sentence.text.translate(_SAME)
        reached = 0
        for token in sentence.tokens:
            if token.start < reached:
                continue
            for phrase in self._by_first.get(text[token.start : token.end].split(" ")[0], ()):
                if text.startswith(phrase, token.start):
                    end = _end(text, token.start + len(phrase))
                    if end:
                        yield token.start, end
                        reached = end
                        break


def _end(text: str, end: int) -> int:
    """The end of the phrase with its plural; 0 when the word goes on."""
    if text[end : end + 1] == "s":
        end += 1
    after = text[end : end + 1]
    return 0 if after.isalnum() or after == "_" else end
