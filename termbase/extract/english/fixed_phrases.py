"""Fixed phrases of the field that no pattern of nouns finds: year on year, going global, value added."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from termbase.extract.english.kinds import kind_of_group
from termbase.extract.english.phrase_list import PhraseList
from termbase.extract.english.span import Span
from termbase.extract.english.tables import lines_of
from termbase.extract.english.tagged import TaggedSentence
from termbase.language.keys import english_words
from termbase.model import ConceptType

__all__ = ["fixed_phrases"]

_WEIGHT = 0.75
"""As sure as a two-word term of the field met once; the table says no more."""


def fixed_phrases(sentence: TaggedSentence) -> Iterator[Span]:
    """The fixed phrases of one sentence, in singular or plural.

    >>> from termbase.extract.english.tagged import tagged_sentences
    >>> from termbase.language.sentences import Sentence
    >>> [read] = tagged_sentences([Sentence("up 1.6 percentage points year on year", 0, 0)])
    >>> [span.text for span in fixed_phrases(read)]
    ['percentage points', 'year on year']
    """
    reason = "a fixed phrase of the field"
    for start, end in _phrases().find(sentence):
        text = sentence.text[start:end]
        words = english_words(text)
        kind = ConceptType.POLICY_PHRASE if words[0].endswith("ing") else kind_of_group(words[-1])
        yield Span(sentence.position, start, end, text, kind, reason, _WEIGHT, name=False)


@cache
def _phrases() -> PhraseList:
    return PhraseList(lines_of("phrases.txt"))
