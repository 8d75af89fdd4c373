"""Chinese clippings: the first syllables of several places in one word (Yixinou: Yiwu, Xinjiang, Europe)."""

from __future__ import annotations

from collections.abc import Sequence

from termbase.extract.english.tables import word_set
from termbase.language.spelling import split_syllables

__all__ = ["is_clipped_of"]

_FAR = {
    "europe": "ou",
    "asia": "ya",
    "africa": "fei",
    "america": "mei",
    "china": "zhong",
    "chinese": "zhong",
    "russia": "e",
    "germany": "de",
    "france": "fa",
    "britain": "ying",
    "italy": "yi",
    "spain": "xi",
    "japan": "ri",
    "korea": "han",
    "vietnam": "yue",
    "thailand": "tai",
    "laos": "lao",
    "belgium": "bi",
    "kazakhstan": "ha",
}
"""The syllable that stands for a place whose English name is no pinyin (GB/T 2659 short names in common use)."""
_TRANSPORT = word_set("what runs between places")
_FEWEST = 2


def is_clipped_of(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether the first word of `short` is clipped from the places that `full` begins with; words in lower case.

    What follows must be the same in both, or be understood: a train, a line.

    >>> is_clipped_of(["yixinou"], ["yiwu", "xinjiang", "europe", "freight", "train"])
    True
    >>> is_clipped_of(["jinyi", "new", "district"], ["jinhua", "yiwu", "new", "district"])
    True
    >>> is_clipped_of(["jinyi"], ["jinhua", "yiwu", "dongyang"]), is_clipped_of(["yixing"], ["yiwu", "xinjiang"])
    (False, False)
    """
    clip = short[0].replace("'", "")
    made = ""
    for count, place in enumerate(full, start=1):
        made += _syllable(place)
        if count >= _FEWEST and made == clip:
            tails = list(short[1:]), list(full[count:])
            return tails[0] == tails[1] or all(word in _TRANSPORT for tail in tails for word in tail)
        if not clip.startswith(made) or not _syllable(place):
            return False
    return False


def _syllable(place: str) -> str:
    """The syllable that a place leaves in a clipping; empty for a word that is no place of two syllables."""
    syllables = split_syllables(place.replace("'", ""))
    return _FAR.get(place, syllables[0] if len(syllables) > 1 else "")
