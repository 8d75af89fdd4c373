"""The words of an English segment, and where a rendering may begin and end in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

from termbase.language.english_classes import word_class
from termbase.language.keys import english_words
from termbase.language.script import has_han

__all__ = ["EnglishSegment", "Word"]

_OPENING, _CLOSING = "([{“\"‘'<《", ")]}”\"’'>》"
_MARKS = f"{_OPENING}{_CLOSING}.,;:!?…*#%"
_ENDS = frozenset(".;:!?…")
# Their dot ends no sentence; in a name it belongs to the word (Co., Ltd., No. 1).
_SHORTENED = frozenset(("co.", "ltd.", "no.", "inc.", "corp.", "u.s.", "st."))
_TITLES = frozenset(("mr", "ms", "mrs", "dr", "prof", "professor", "miss"))

_FUNCTION = {"of": "of", "and": "and", "&": "and", "or": "and", "the": "the"} | dict.fromkeys(
    ("for", "on", "in", "to", "with", "by", "at", "from"), "preposition"
)
# Words that no rendering begins or ends with, and that show nothing about what is rendered
_EMPTY = frozenset(
    """
    a an the of and or for from in on at by to with as is are was were be been being it its this that these those
    which who whom whose their our his her has have had will would may can could should also not no than then there
    such into over under between among through during after before while when where what how if but so we they he
    she you i us them more most other some any all both each via about against within up out off s amid upon
    since until &
    """.split()  # noqa: SIM905 - ninety words read better so
)
_KINDS = {
    **dict.fromkeys(("NN", "NNS", "NNP", "NNPS"), "noun"),
    **dict.fromkeys(("JJ", "JJR", "JJS"), "adjective"),
    **dict.fromkeys(("VB", "VBP", "VBZ", "MD"), "verb"),
    **dict.fromkeys(("RB", "RBR"), "adverb"),
    "VBG": "gerund",
    "VBN": "participle",
    "VBD": "past",
    "CD": "number",
}


class Word(NamedTuple):
    """A run of characters between spaces, read as a word; one value serves all places where it stands."""

    lead: int
    """Marks before the word, in characters."""
    end: int
    """Where the word ends in the run, in characters; a possessive is inside."""
    text: str
    """The word in small letters, without marks; empty for a dash."""
    folded: tuple[str, ...]
    """Its parts as keys compare them."""
    stems: tuple[str, ...]
    """The parts that have a meaning of their own, each once."""
    kind: str
    """A word class, or the kind of function word."""
    empty: bool
    """Whether no rendering begins or ends with it."""
    title: bool
    capital: bool
    possessive: int
    """Length of the possessive ending, in characters."""
    ends: bool
    """Whether a mark follows that no rendering crosses."""
    comma: bool
    opened: int
    """Brackets and quotation marks opened before the word."""
    closed: int
    shuts: bool
    """Whether the mark directly behind the word closes a bracket or quotation."""


class EnglishSegment:
    """An English segment in words.

    >>> segment = EnglishSegment("The port’s “sweet potato economy” (地瓜经济) grew.")
    >>> [word.text for word in segment.words]
    ['the', "port's", 'sweet', 'potato', 'economy', '地瓜经济', 'grew']
    >>> segment.between(2, 4), segment.between(1, 1)
    ('sweet potato economy', 'port')
    """

    __slots__ = ("ends", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[Word] = []
        self.starts: list[int] = []
        """Where the run of each word begins, in characters."""
        self.ends: list[bool] = []
        """Whether no rendering goes on behind the word."""
        place = 0
        for run in text.split():
            start = text.index(run, place)
            place = start + len(run)
            word = _read(run)
            if word.text:
                self.words.append(word)
                self.starts.append(start)
                self.ends.append(word.ends)
            elif self.ends:
                self.ends[-1] = True

    def between(self, first: int, last: int) -> str:
        """The text from one word to another, without the marks around it and without a possessive at its end."""
        start, end = self.span(first, last)
        return self.text[start:end]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where that text stands in the segment, in characters."""
        word = self.words[last]
        open_inside = sum(inner.opened - inner.closed for inner in self.words[first + 1 : last]) + (
            word.opened if last > first else 0
        )
        end = self.starts[last] + word.end
        end += 1 if open_inside > 0 and word.shuts else -word.possessive
        return self.starts[first] + self.words[first].lead, end

    def words_of(self, start: int, end: int) -> tuple[int, int]:
        """The first and the last word of a span of the text, in characters.

        >>> EnglishSegment("the sweet potato economy").words_of(4, 16)
        (1, 2)
        """
        first = max(0, bisect_right(self.starts, start) - 1)
        return first, max(first, bisect_left(self.starts, end) - 1)

    @property
    def stems(self) -> list[str]:
        """The stems of all its words, each once, in order."""
        return list(dict.fromkeys(stem for word in self.words for stem in word.stems))


@lru_cache(maxsize=131_072)
def _read(run: str) -> Word:
    start, end = 0, len(run)
    while start < end and run[start] in _MARKS:
        start += 1
    while end > start and run[end - 1] in _MARKS and run[end - 1] != "%":
        end -= 1
    if run[start : end + 1].lower() in _SHORTENED:
        end += 1
    core, lead, tail = run[start:end], run[:start], run[end:]
    text = core.lower().replace("’", "'") if core == "&" or any(sign.isalnum() for sign in core) else ""
    title = text.rstrip(".") in _TITLES
    empty = text in _EMPTY or title
    chinese = has_han(core)
    folded = tuple(english_words(core)) if text else ()
    return Word(
        lead=start,
        end=end,
        text=text,
        folded=folded,
        stems=() if empty or chinese else _stems(folded),
        kind=_kind(core, text) if text else "",
        empty=empty or chinese,
        title=title,
        capital=core[:1].isupper() or core[:1].isdigit(),
        possessive=2 if text.endswith("'s") else 0,
        ends=not title and (chinese or any(mark in _ENDS for mark in tail)),
        comma="," in tail and text not in _SHORTENED,
        opened=sum(mark in "([“" for mark in lead),
        closed=sum(mark in ")]”" for mark in tail),
        shuts=tail[:1] in (")", "]", "”"),
    )


def _stems(folded: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in folded if word not in _EMPTY))


def _kind(core: str, text: str) -> str:
    if text in _EMPTY:
        return _FUNCTION.get(text, "function")
    if core[0].isdigit():
        return "number"
    if core.isupper():
        return "noun"
    return _KINDS.get(word_class(text.rsplit("-", 1)[-1] or "x"), "other")
