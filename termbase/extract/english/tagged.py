"""An English sentence as the finders read it: its tokens, their word classes, and where a capital tells nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from termbase.extract.english.tables import word_set
from termbase.language.english import Token, tag, tokens
from termbase.language.english_classes import is_word
from termbase.language.sentences import Sentence

__all__ = ["TaggedSentence", "tagged_sentences"]

_OPENING = frozenset("“‘\"'(（[《「:：;—–…•·*|>/")
_CALENDAR = word_set("calendar")
"""A line with a month or a day is a dateline, and its capitals are names."""
_SMALL_WORDS = word_set("small words of headings")


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    """One sentence; `words`, `tags` and `initial` have one element for each token."""

    position: int
    """Number of the sentence in its document, from 0."""
    text: str
    tokens: list[Token]
    words: list[str]
    tags: list[str]
    """Penn Treebank tags."""
    initial: list[bool]
    """Whether the token would have a capital in any case: it begins the sentence, a quotation or a list item."""
    heading: bool
    """Whether the sentence is written in title case, so that no capital of it tells anything."""

    def slice(self, first: int, last: int) -> str:
        """The text from the first to the last token, both included."""
        return self.text[self.tokens[first].start : self.tokens[last].end]


def tagged_sentences(sentences: Sequence[Sentence]) -> list[TaggedSentence]:
    """The sentences of one document, tokenised and tagged.

    >>> [heading] = tagged_sentences([Sentence("Small Commodities Open Up a Grand Corridor", 0, 0)])
    >>> heading.heading, heading.initial[:2]
    (True, [True, False])
    """
    lengths = Counter(sentence.paragraph for sentence in sentences)
    return [_tagged(sentence, alone=lengths[sentence.paragraph] == 1) for sentence in sentences]


def _tagged(sentence: Sentence, *, alone: bool) -> TaggedSentence:
    cut = tokens(sentence.text)
    words = [token.text for token in cut]
    tags = tag(cut)
    initial = list(_initial(sentence.text, cut))
    heading = alone and _is_title_case(words)
    return TaggedSentence(sentence.position, sentence.text, cut, words, tags, initial, heading)


def _initial(text: str, cut: Sequence[Token]) -> Iterable[bool]:
    """For each token, whether it stands where every word takes a capital."""
    fresh = True
    for token in cut:
        yield fresh
        mark = token.text
        if mark[0].isalnum():
            # the number of a list item: `1.`, `(2)`
            fresh = fresh and mark.isdigit() and text[token.end : token.end + 1] in {".", ")", "、"}
        elif mark in {"'s", "’s"}:
            fresh = False
        elif mark in {'"', "'"}:
            opens = token.start == 0 or not text[token.start - 1].isalnum()
            fresh = fresh or (opens and text[token.end : token.end + 1].strip() != "")
        elif mark[0] in ".!?。！？":
            fresh = mark[0] != "." or token.end - token.start > 1 or text[token.end : token.end + 1] in {" ", ""}
        elif mark[0] in _OPENING or mark[0] in "-)":
            fresh = fresh or mark[0] in _OPENING
        else:
            fresh = False


def _is_title_case(words: Sequence[str]) -> bool:
    """Whether all words that title case capitalises are capitalised, and more than a name would be.

    >>> _is_title_case("Huzhou Turns to the Lake".split()), _is_title_case("Connecting the world".split())
    (True, False)
    """
    content = [word for word in words if word[0].isalpha() and word.lower() not in _SMALL_WORDS]
    if len(content) < 2 or words[-1] in {".", "。"} or any(word.lower() in _CALENDAR for word in words):
        return False
    if not all(word[0].isupper() for word in content):
        return False
    return any(is_word(word) for word in content)
