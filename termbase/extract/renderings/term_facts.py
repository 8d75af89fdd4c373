"""What is known of a Chinese term before any segment is looked at."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from termbase.extract.renderings.chinese_segment import parts
from termbase.extract.renderings.links import Meanings
from termbase.extract.renderings.sound import skeleton_of_pinyin
from termbase.language.keys import english_key

__all__ = ["TermFacts", "facts_of"]

_LATIN = re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class TermFacts:
    """A Chinese term as pairing sees it."""

    text: str
    size: int
    """Words in it."""
    renderings: frozenset[str]
    """Keys of the renderings that the dictionary has for the whole term."""
    words_in_renderings: frozenset[int]
    sound: str
    """Its toneless pinyin."""
    skeleton: str
    """The consonants of a name that was spelt by sound from another language; empty for other terms."""
    has_latin: bool


def facts_of(term: str, cut: Callable[[str], list[str]], meanings: Meanings) -> TermFacts:
    """The facts of one term."""
    words = parts(term, cut)
    keys = frozenset(english_key(text) for text in meanings.english_of(term))
    sound = meanings.sound(term)
    foreign = "·" in term or not any(meanings.of(word.text).words for word in words)
    return TermFacts(
        text=term,
        size=len(words),
        renderings=keys,
        words_in_renderings=frozenset(len(key.split()) for key in keys),
        sound=sound,
        skeleton=skeleton_of_pinyin(sound) if foreign else "",
        has_latin=bool(_LATIN.search(term)),
    )
