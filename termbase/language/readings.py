"""How a Chinese word is read: our table first, then CC-CEDICT, then pypinyin. The one home of pypinyin.

Always the tones of the dictionary: no sandhi of 一 and 不, no mark on a neutral tone.
"""

from __future__ import annotations

import functools
from typing import Any

from termbase.language.lexicon import default_lexicon
from termbase.language.special_words import special_spelling
from termbase.language.spelling import split_syllables

__all__ = ["is_word", "reading", "reading_alone"]

# Polyphones that stand alone in what the cutter gives, in their sense in compounds of this field (Xiandai
# Hanyu Cidian); their other readings come with the words of the dictionary. The second reading is for the end of a
# compound: 商务厅|长, 投|行, 中国小商品之|都.
_ALONE = {
    "长": ("cháng", "zhǎng"),
    "行": ("xíng", "háng"),
    "都": ("dōu", "dū"),
    "率": ("shuài", "lǜ"),
    "差": ("chà", "chā"),
    "处": ("chǔ", "chù"),
    "传": ("chuán", "zhuàn"),
    "调": ("tiáo", "diào"),
    "重": ("zhòng", "zhòng"),
    "量": ("liàng", "liàng"),
    "种": ("zhǒng", "zhǒng"),
    "系": ("xì", "xì"),
    "地": ("dì", "dì"),
    "得": ("dé", "dé"),
    "为": ("wéi", "wéi"),
    "盛": ("shèng", "shèng"),
    "朝": ("cháo", "cháo"),
    "会": ("huì", "huì"),
    "还": ("hái", "hái"),
    "干": ("gàn", "gàn"),
}
_NO_SANDHI = {"一": "yī", "不": "bù"}
_SANDHI = frozenset(["yí", "yì", "bú"])


def reading(word: str) -> tuple[str, ...]:
    """The syllables of a Chinese word in small letters, one a character.

    >>> reading("战略"), reading("银行"), reading("一体化")
    (('zhàn', 'lüè'), ('yín', 'háng'), ('yī', 'tǐ', 'huà'))
    """
    return _reading(word)


def reading_alone(character: str, *, last: bool) -> str:
    """The syllable of a character that is no part of a longer word; `last`: it ends a compound.

    >>> reading_alone("长", last=True), reading_alone("长", last=False)
    ('zhǎng', 'cháng')
    """
    if character in _ALONE:
        return _ALONE[character][last]
    return _guess(character)[0]


@functools.lru_cache(maxsize=8192)
def is_word(text: str) -> bool:
    """Whether the dictionary or our table has the text as a common word (not as a name).

    >>> is_word("经济"), is_word("浙江"), is_word("济发")
    (True, False, False)
    """
    return bool(special_spelling(text)) or any(pinyin[:1].islower() for pinyin in default_lexicon().pinyin_of(text))


@functools.lru_cache(maxsize=16_384)
def _reading(word: str) -> tuple[str, ...]:
    if special := special_spelling(word):
        return tuple(syllable.lower() for syllable in split_syllables(special))
    if len(word) == 1:
        return (reading_alone(word, last=False),)
    found = _dictionary_readings(word)
    if len(found) == 1:
        return _without_sandhi(word, found[0])
    guess = _guess(word)
    if found:
        return guess if guess in found else _without_sandhi(word, found[0])
    return _composed(word, guess)


def _dictionary_readings(word: str) -> list[tuple[str, ...]]:
    """What CC-CEDICT has for the word: as a common word, else as a name."""
    all_readings = default_lexicon().pinyin_of(word)
    common = [pinyin for pinyin in all_readings if pinyin[:1].islower()]
    readings = [tuple(pinyin.lower().split()) for pinyin in common or all_readings]
    # entries with a comma or Latin letters have another number of parts
    return [syllables for syllables in dict.fromkeys(readings) if len(syllables) == len(word)]


def _composed(word: str, guess: tuple[str, ...]) -> tuple[str, ...]:
    """The reading of an unknown word: of the known words in it, the longest first; the guess for the rest."""
    syllables: list[str] = []
    while (start := len(syllables)) < len(word):
        for end in range(len(word), start + 1, -1):
            if (start, end) != (0, len(word)) and is_word(word[start:end]):
                syllables += reading(word[start:end])
                break
        else:
            last = start == len(word) - 1
            alone = word[start] in _ALONE and last
            syllables.append(reading_alone(word[start], last=True) if alone else guess[start])
    return tuple(syllables)


@functools.lru_cache(maxsize=16_384)
def _guess(word: str) -> tuple[str, ...]:
    """The reading that pypinyin gives; a character it does not know stands for itself."""
    from pypinyin import Style, pinyin  # noqa: TID251 - its home

    found = pinyin(word, style=Style.TONE, heteronym=False, errors=_apart, v_to_u=True)
    return _without_sandhi(word, tuple(syllables[0] for syllables in found))


def _apart(unknown: str) -> Any:
    """One item for each character that pypinyin does not know (it takes a list; its types name a string only)."""
    return list(unknown)


def _without_sandhi(word: str, syllables: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        _NO_SANDHI[character] if character in _NO_SANDHI and syllable in _SANDHI else syllable
        for character, syllable in zip(word, syllables, strict=True)
    )
