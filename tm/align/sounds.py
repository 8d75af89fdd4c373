"""Names in pinyin and the characters that sound like them: features that both sides of a sentence pair may have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from termbase.language.keys import pinyin_letters
from termbase.language.readings import reading_alone
from termbase.language.script import HAN
from termbase.language.spelling import split_syllables
from termbase.language.surnames import reading_of_surname
from termbase.language.syllables import is_syllable

__all__ = ["sounds_in_chinese", "spellings_in_english"]

_CAPITALISED = re.compile(r"(?<![^\W_])[A-Z][a-z]+(?:['’-][A-Za-z][a-z]+)*")
_RUN = re.compile(f"[{HAN}]{{2,}}")
# Syllables of a name: of one there are too many that sound alike, and no word of a name has more than four.
_FEWEST, _MOST = 2, 4


def spellings_in_english(text: str) -> Iterator[str]:
    """The words of an English text that may be names in pinyin of two to four syllables, in small letters.

    >>> list(spellings_in_english("Luo Chengyu came to Zhejiang from Madrid."))
    ['chengyu', 'zhejiang']
    """
    for word in _CAPITALISED.findall(text):
        if _is_spelling(word):
            yield pinyin_letters(word)


def sounds_in_chinese(text: str, wanted: Iterable[str]) -> Iterator[str]:
    """Those of the wanted spellings that some characters of a Chinese text sound like.

    >>> list(sounds_in_chinese("骆澄宇来到浙江", {"chengyu", "zhejiang", "madrid"}))
    ['chengyu', 'zhejiang']
    """
    for run in _RUN.findall(text):
        for start in range(len(run) - 1):
            for first in _readings(run[start]):
                spelled = first
                for character in run[start + 1 : start + _MOST]:
                    spelled += _readings(character)[0]
                    if spelled in wanted:
                        yield spelled


@lru_cache(maxsize=16_384)
def _is_spelling(word: str) -> bool:
    syllables = split_syllables(word)
    return _FEWEST <= len(syllables) <= _MOST and all(map(is_syllable, syllables))


@lru_cache(maxsize=16_384)
def _readings(character: str) -> tuple[str, ...]:
    """The reading of a character and, where it differs, the one it has as a surname; without tones."""
    usual = pinyin_letters(reading_alone(character, last=False))
    surname = pinyin_letters(reading_of_surname(character))
    return (usual, surname) if surname and surname != usual else (usual,)
