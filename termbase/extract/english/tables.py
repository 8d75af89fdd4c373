"""The word lists behind the English finders, read once from the folder `data`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from termbase.language.keys import english_words
from termbase.model import ConceptType

__all__ = ["Head", "field_words", "heads", "lines_of", "place_names", "titles", "word_set"]


@dataclass(frozen=True, slots=True)
class Head:
    """What the last word of a name says about the name."""

    type: ConceptType
    takes_of: bool
    """Whether the name goes on after `of` (Bureau of Statistics)."""
    reach: int
    """How many words away from the capitals it may stand in lower case (Beicang district: 1); 0 for never."""


@cache
def heads() -> dict[str, Head]:
    """Head words of names, capitalised as in a name.

    >>> heads()["District"]
    Head(type=<ConceptType.PLACE: 'place'>, takes_of=False, reach=1)
    """
    rows = (line.split("\t") for line in lines_of("heads.tsv")[1:])
    return {word: Head(ConceptType(kind), of == "of", int(reach)) for word, kind, of, reach in rows}


_RANKS = {"official": 0.6, "corporate": 0.5, "plain": 0.0}
"""A rank in a firm is proposed last of all: every reader knows it, and many termbases list it."""


@cache
def titles() -> dict[str, float]:
    """Titles of persons in lower case, and how surely the title deserves an entry of its own, from 0 to 1.

    >>> titles()["deputy director-general"], titles()["deputy general manager"], titles()["chairman"]
    (0.6, 0.5, 0.0)
    """
    rows = (line.split("\t") for line in lines_of("titles.tsv")[1:])
    return {title: _RANKS[rank] for title, rank in rows}


@cache
def field_words() -> frozenset[str]:
    """The words of economic and administrative news in lower case, as the table has them and folded like a key.

    >>> {"customs", "custom", "e-commerce"} <= field_words()
    True
    """
    words = lines_of("field.txt")
    return frozenset(words) | {"-".join(english_words(word)) for word in words}


@cache
def place_names() -> frozenset[str]:
    """Keys of places that are known by a name without a generic word.

    >>> "pan'an" in place_names(), "yangtze river" in place_names()
    (True, True)
    """
    return frozenset(" ".join(english_words(line)) for line in lines_of("places.txt"))


def word_set(name: str) -> frozenset[str]:
    """One of the closed sets of words, by its name.

    >>> "january" in word_set("calendar")
    True
    """
    return _word_sets()[name]


@cache
def _word_sets() -> dict[str, frozenset[str]]:
    rows = (line.split("\t") for line in lines_of("word_sets.tsv")[1:])
    return {name: frozenset(words.split(" ")) for name, words in rows}


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """The lines of a table without comments and empty lines.

    >>> "e-commerce" in lines_of("field.txt")
    True
    """
    text = files("termbase.extract.english").joinpath("data", name).read_text(encoding="utf-8")
    return tuple(line for line in text.split("\n") if line and not line.startswith("#"))
