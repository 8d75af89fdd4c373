"""How alike a Chinese spelling of a foreign name sounds to the name: 托马什·维尔切克, Tomasz Wilczek.

Chinese spells foreign consonants one by one, vowels freely and final consonants with a vowel of their own; so the
consonants are compared, by classes that the usual transcription tables do not keep apart.
"""

from __future__ import annotations

import re
from functools import lru_cache

from termbase.language.keys import pinyin_letters
from termbase.language.nearness import common_share

__all__ = ["foreign_likeness", "may_be_pinyin", "skeleton_of_english", "skeleton_of_pinyin"]

# Pinyin initials by class (Xinhua's transcription tables): 特/德 t d, 克/格 k g, 普/布 p b, 尔/勒 r l, 什/斯/茨 s.
_PINYIN = (
    ("zh", "j"),
    ("ch", "j"),
    ("sh", "s"),
    ("er", "l"),
    ("ng", "n"),
    ("q", "j"),
    ("x", "s"),
    ("z", "s"),
    ("c", "s"),
)
_ENGLISH = (
    ("tch", "j"), ("cz", "j"), ("ch", "j"), ("sch", "s"), ("sh", "s"), ("sz", "s"), ("ck", "k"), ("ph", "f"),
    ("th", "s"), ("ng", "n"), ("qu", "k"), ("x", "ks"), ("z", "s"), ("c", "k"), ("q", "k"),
)  # fmt: skip
_CLASSES = str.maketrans("dgbrv", "tkplw")
_FEWEST = 3
"""Shorter skeletons are alike by chance."""


# Wider than the table of syllables, for ü may be v, u or yu
_SYLLABLE = "(?:[zcs]h?|[bpmfdtnlgkhjqxrwy])?y?[aeiouv]{1,4}(?:ng?|r)?"


@lru_cache(maxsize=65_536)
def may_be_pinyin(letters: str, syllables: int) -> bool:
    """Whether letters may spell so many syllables of pinyin: a quick way to see that they spell no given name.

    >>> may_be_pinyin("shanyuhe", 3), may_be_pinyin("hongkong", 3), may_be_pinyin("bank", 2)
    (True, False, False)
    """
    return re.fullmatch(f"(?:{_SYLLABLE}){{{syllables}}}", letters) is not None


def foreign_likeness(skeleton: str, name: str) -> float:
    """Likeness from 0 to 1 of a skeleton and an English name.

    >>> chinese = skeleton_of_pinyin("tuomashiweierqieke")
    >>> foreign_likeness(chinese, "Tomasz Wilczek") > 0.8 > 0.5 > foreign_likeness(chinese, "Wislanka Home")
    True
    """
    other = skeleton_of_english(name)
    if min(len(skeleton), len(other)) < _FEWEST:
        return 0.0
    return common_share(skeleton, other)


def skeleton_of_pinyin(letters: str) -> str:
    """The consonants of a pinyin spelling by classes.

    >>> skeleton_of_pinyin("tuomashiweierqieke"), skeleton_of_pinyin("madeli")
    ('tmswljk', 'mtl')
    """
    return _skeleton(letters, _PINYIN)


@lru_cache(maxsize=16_384)
def skeleton_of_english(name: str) -> str:
    """The consonants of an English name by the same classes.

    >>> skeleton_of_english("Tomasz Wilczek"), skeleton_of_english("Madrid")
    ('tmswljk', 'mtlt')
    """
    return _skeleton(pinyin_letters(name), _ENGLISH)


def _skeleton(letters: str, classes: tuple[tuple[str, str], ...]) -> str:
    for written, sound in classes:
        letters = letters.replace(written, sound)
    consonants = re.sub("[aeiouyh]", "", letters.translate(_CLASSES))
    return re.sub(r"(.)\1+", r"\1", consonants)
