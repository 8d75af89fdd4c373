"""Where pinyin divides a Chinese text into words, and how each is spelled (GB/T 16159-2012).

The cutter's words are the beginning: names are joined again, endings are joined to what they end, numerals are set
apart from measures, long words are divided.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from termbase.language.numeral_words import DIGIT_RUN, numeral_at_start, numeral_spelling
from termbase.language.place_names import capitalised, generic_at_end, known_name, short_name
from termbase.language.readings import is_word, reading, reading_alone
from termbase.language.regions import region_spelling, regions_in_a_row
from termbase.language.special_words import special_pieces, special_spelling
from termbase.language.spelling import joined
from termbase.language.words import cut

__all__ = ["Word", "divide"]

# One character that ends a word and joins it: 经济|带, 试验|区, 城镇化|率 (suffixes, bound nouns).
_ENDINGS = frozenset(
    "化性型率者家员学界业品权法式制区圈带链箱城厂院部局厅处科所站社网馆库园机量值度力点线额费税券债股款金险群们感观论热派期"
    "级类户商物体器仪表图廊长师生工人"
)
# One character that begins a word and joins it: 副|市长, 总|经理 (prefixes); 新 and 高 stay words of their own.
_BEGINNINGS = frozenset("副总非反超准亚")
_ATTRIBUTES = frozenset("新高全双大多好快稳促强保")
_LONGEST_NAME = 14  # characters: 新疆维吾尔自治区人民政府 and the like
_LONGEST_SHORT_NAME = 4
_MOST_TOKENS = 6


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the spelling."""

    text: str
    """The characters it stands for."""
    spelling: str
    proper: bool = False
    """It is a name or part of one: it has its capital already."""


def divide(text: str) -> list[Word]:
    """The words of a run of Chinese characters.

    >>> [word.spelling for word in divide("浙江省数字经济")], [word.spelling for word in divide("常住人口城镇化率")]
    (['Zhèjiāng Shěng', 'shùzì', 'jīngjì'], ['chángzhù', 'rénkǒu', 'chéngzhènhuàlǜ'])
    """
    if (
        1 < len(text) <= _LONGEST_SHORT_NAME
        and not is_word(text)
        and not _special(text)
        and (name := short_name(text))
    ):
        return [Word(text, name, proper=True)]
    words: list[Word] = []
    for piece in special_pieces(text):
        tokens = [piece] if special_spelling(piece) else _tokens(piece)
        place = 0
        while place < len(tokens):
            found, length = _words_at(tokens, place, words)
            words += found
            place += length
    return words


def _tokens(text: str) -> list[str]:
    """The cutter's words; a number read digit by digit is one."""
    parts = [part for part in DIGIT_RUN.split(text) if part]
    return [token for part in parts for token in ([part] if DIGIT_RUN.fullmatch(part) else cut(part))]


def _words_at(tokens: Sequence[str], place: int, before: list[Word]) -> tuple[list[Word], int]:
    """The words that begin at a token, and how many tokens they take; the word before may be taken into them."""
    for end in range(min(len(tokens), place + _MOST_TOKENS), place, -1):
        if found := _special("".join(tokens[place:end])):
            return found, end - place
    token = tokens[place]
    if len(token) == 2 and not is_word(token) and (region := region_spelling(token[0])):
        # 浙商, 闽企: the region keeps its capital
        return [Word(token, joined([region, reading_alone(token[1], last=False)]), proper=True)], 1
    if before and (found := _after(before[-1], token)):
        if found[0].text.startswith(before[-1].text):
            before.pop()
        return found, 1
    if token in _BEGINNINGS and place + 1 < len(tokens) and len(tokens[place + 1]) == 2:
        following = tokens[place + 1]
        return [_word(token + following, [reading_alone(token, last=False), *reading(following)])], 2
    return _common(token), 1


def _special(text: str) -> list[Word]:
    """A text that a table or the dictionary knows as special: a clipped compound, a name, regions in a row."""
    if spelled := special_spelling(text):
        return [Word(text, spelled, proper=spelled[0].isupper())]
    if len(text) > _LONGEST_NAME or len(text) < 2 or is_word(text):
        return []
    spelled = regions_in_a_row(text) or " ".join(known_name(text))
    return [Word(text, spelled, proper=True)] if spelled else []


def _after(previous: Word, token: str) -> list[Word]:
    """What a token becomes by the word before it: a kind of place, or an ending joined to it; else empty."""
    if previous.proper and generic_at_end("某" + token) == token:
        return [_name(token)]
    if previous.proper and token in ("东站", "南站", "西站", "北站"):
        return [_name(token[0]), _name(token[1])]
    if len(token) == 1 and token in _ENDINGS and len(previous.text) > 1 and not previous.proper:
        return [Word(previous.text + token, joined([previous.spelling, reading_alone(token, last=True)]))]
    return []


def _common(token: str) -> list[Word]:
    """The words of one token that is no name: numerals and attributes set apart, long compounds divided."""
    numeral = numeral_at_start(token)
    if numeral == token:
        return [Word(token, numeral_spelling(token))]
    if len(token) == 1:
        return [_word(token, [reading_alone(token, last=False)])]
    ordinal = numeral.startswith("第")
    if (ordinal or not is_word(token)) and (start := len(numeral) or _attribute_or_name_at_start(token)):
        return [*(_special(token[:start]) or _common(token[:start])), *_common(token[start:])]
    return [_word(*part) for part in _parts(token)]


def _attribute_or_name_at_start(token: str) -> int:
    """How many characters an attribute (新|发展) or a name (长江|大桥) takes where an unknown word begins."""
    if len(token) > 2 and token[0] in _ATTRIBUTES and is_word(token[1:]):
        return 1
    return next((end for end in range(len(token) - 1, 1, -1) if _special(token[:end])), 0)


def _parts(token: str) -> list[tuple[str, list[str]]]:
    """A token with its syllables, divided into its words where it has four characters or more and all are words."""
    syllables = list(reading(token))
    ends = _ends_of_words(token) if len(token) >= 4 else [len(token)]
    starts = [0, *ends[:-1]]
    return [(token[start:end], syllables[start:end]) for start, end in zip(starts, ends, strict=True)]


@functools.lru_cache(maxsize=8192)
def _ends_of_words(token: str) -> list[int]:
    """Where the words of a long compound end, the longest first; the end of the whole where they do not fill it."""
    ends: list[int] = []
    start = 0
    while start < len(token):
        longest = min(len(token), start + 3)
        end = next((end for end in range(longest, start + 1, -1) if is_word(token[start:end])), 0)
        if len(token) - end == 1 and end - start == 2 and token[end] in _ENDINGS:
            end += 1  # 自由|贸易区: the ending joins the last word
        # no word of one character may be left over
        if not end or len(token) - end == 1:
            end = start + 2 if len(token) - start != 3 and is_word(token[start : start + 2]) else 0
        if not end:
            return [len(token)]
        ends.append(end)
        start = end
    return ends


def _word(text: str, syllables: list[str]) -> Word:
    return Word(text, joined(syllables))


def _name(text: str) -> Word:
    return Word(text, capitalised(joined(list(reading(text)))), proper=True)
