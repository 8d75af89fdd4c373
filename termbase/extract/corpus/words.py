"""What a word may do in a term of a corpus: more than in one article, because counts carry verbs and links inside."""

from __future__ import annotations

import functools

from termbase.extract.chinese.roles import Role, role_of
from termbase.extract.chinese.tables import name_endings, word_list
from termbase.extract.corpus.tables import word_list as own_list
from termbase.language.script import is_han
from termbase.language.words import part_of_speech

__all__ = ["Part", "part_of"]


class Part:
    """One letter a word, so that a phrase has a pattern; other words divide."""

    DIVIDES = "X"
    NOUN = "N"
    ACT = "G"
    """A verbal noun: 监管, 发展."""
    VERB = "V"
    ATTRIBUTE = "B"
    LINK = "L"
    """的, 及, 与, 和, 之: only inside."""
    WEAK = "W"
    """A noun, verb or adjective that says little: 措施, 重大; in a phrase it may matter."""
    WEAK_ACT = "w"
    CHARACTER = "C"
    """A noun of one character."""
    CHARACTER_ACT = "c"
    BEFORE = "P"
    """A prefix: 非, 超."""
    AFTER = "S"
    """The last character of a term: 率, 化."""
    TAIL = "T"
    """A measure or particle that closes a term or stands inside, and begins none: 册, 度, 间."""
    FIRST = frozenset("NGBPCWSVcw")
    LAST = frozenset("NGSCWVBcT")
    FREE = frozenset("XLVwc")
    """Beside a phrase these are a border; the ends of a sentence are X."""


_LINKS = frozenset("的与及和之")
_CHARACTERS = {"n": Part.CHARACTER, "j": Part.CHARACTER, "g": Part.CHARACTER, "b": Part.CHARACTER}
_CHARACTERS |= {"v": Part.CHARACTER_ACT, "a": Part.CHARACTER_ACT}
_WEAK = {"n": Part.WEAK, "v": Part.WEAK_ACT, "a": Part.WEAK_ACT, "b": Part.WEAK_ACT}


@functools.lru_cache(maxsize=30_000)
def part_of(word: str) -> str:
    """The letter of a word.

    >>> "".join(map(part_of, ["审慎", "监管", "措施", "的", "了", "率", "非", "12"]))
    'BGWLXSPX'
    """
    role = role_of(word)
    if not all(map(is_han, word)):
        return Part.NOUN if role else Part.DIVIDES
    if len(word) == 1:
        return Part.LINK if word in _LINKS else _character(word, role)
    return _several(word, role)


def _several(word: str, role: int) -> str:
    if word in name_endings():
        return Part.NOUN
    if word in own_list("nouns"):
        return Part.NOUN
    if word in own_list("attributes"):
        return Part.ATTRIBUTE
    tag = part_of_speech(word)
    if word in word_list("stops"):
        return Part.WEAK if tag == "vn" else _WEAK.get(tag[:1], Part.DIVIDES)
    return _by_tag(word, tag, role)


def _character(word: str, role: int) -> str:
    if role & Role.END:
        return Part.AFTER
    if role & Role.BEGIN:
        return Part.BEFORE
    if word in own_list("tails"):
        return Part.TAIL
    return Part.DIVIDES if word in word_list("stops") else _CHARACTERS.get(part_of_speech(word)[:1], Part.DIVIDES)


def _by_tag(word: str, tag: str, role: int) -> str:
    if role & Role.NEW:
        return Part.NOUN
    if tag in ("vn", "an") or word in word_list("nominal_verbs"):
        return Part.ACT
    if tag[:1] in ("n", "j", "s", "l") or role & Role.END:
        return Part.NOUN
    if tag[:1] == "v":
        return Part.VERB
    return Part.ATTRIBUTE if tag[:1] in ("a", "b") or role & Role.BEGIN else Part.DIVIDES
