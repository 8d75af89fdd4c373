"""What the words of a form, its characters, its neighbours and its build say of its being a term, from a table."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files

from termbase.extract.corpus.tally import Tally

__all__ = ["GROUPS", "traits_of", "weighed"]

GROUPS: Mapping[str, str] = {
    "words": "what its words say: 比率, 机制, 衍生 stand in terms; 有关, 继续, 先生 do not",
    "first word": "what its first word says besides",
    "last word": "what its last word says besides",
    "first character": "what its first character says: 跨, 净, 反 begin terms; 该, 因, 继 do not",
    "last character": "what its last character says: 率, 费, 则 end terms; 作, 展, 升 do not",
    "before it": "what stands before it: 的, 、, 《 let a term begin; the middle of a word does not",
    "after it": "what stands after it: 、, 。, 均 let a term end; the middle of a word does not",
    "build": "of which kinds of words and of how many it is made",
    "characters": "how many characters it has",
}
"""The groups of the table, each in words a translator understands."""

_MOST_WORDS = 4
_MOST_CHARACTERS = 14


def traits_of(tally: Tally) -> dict[str, float]:
    """The sum of the table's weights in each group; neighbours weigh by their share.

    The surer a finder is of a name, the less the table says: the characters of people and companies are any.

    >>> said = traits_of(Tally("流动性比率", "流动性 比率", "NN", 1, 1, 1, {"的"}, {"。"}))
    >>> said["words"] > 0, said["before it"] > 0
    (True, True)
    """
    said = dict.fromkeys(GROUPS, 0.0)
    table, doubt = _table(), 1 - tally.weight
    for group, text, share in weighed(tally):
        said[group] += doubt * share * table.get((group, text), 0.0)
    return said


def weighed(tally: Tally) -> Iterator[tuple[str, str, float]]:
    """Group, text and share of each row of the table that speaks of the form.

    >>> rows = list(weighed(Tally("新比率", "新 比率", "PN", 1, 1, 1, {"的", "3"}, {"。"})))
    >>> rows[:4]
    [('first character', '新', 1.0), ('last character', '率', 1.0), ('characters', '3', 1.0), ('before it', '0', 0.5)]
    """
    yield "first character", _kind(tally.text[0]), 1.0
    yield "last character", _kind(tally.text[-1]), 1.0
    yield "characters", str(min(len(tally.text), _MOST_CHARACTERS)), 1.0
    yield from _shares("before it", tally.left)
    yield from _shares("after it", tally.right)
    words = tally.words.split(" ") if tally.words else []
    if words:
        yield "first word", words[0], 1.0
        yield "last word", words[-1], 1.0
        yield from (("words", word, 1.0) for word in dict.fromkeys(words))
    yield from _build(tally.pattern or "-", len(words))


def _build(pattern: str, words: int) -> Iterator[tuple[str, str, float]]:
    yield "build", f"{pattern[0]}…{pattern[-1]} {min(words, _MOST_WORDS)}", 1.0
    yield "build", f"{pattern[0]}…", 1.0
    yield "build", f"…{pattern[-1]}", 1.0
    yield from (("build", f"…{part}…", 1.0) for part in sorted(set(pattern[1:-1])))


def _shares(group: str, neighbours: Iterable[str]) -> Iterator[tuple[str, str, float]]:
    among = sorted(neighbours)
    yield from ((group, _kind(neighbour), 1 / len(among)) for neighbour in among)


def _kind(character: str) -> str:
    """The character itself; one digit stands for all, and one letter for all Latin ones."""
    if character.isdigit():
        return "0"
    return "A" if character.isascii() and character.isalpha() else character


@functools.cache
def _table() -> dict[tuple[str, str], float]:
    text = files("termbase.extract.corpus").joinpath("data", "traits.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]
    return {(group, trait): float(weight) for group, trait, weight in rows[1:]}
