"""Chinese terms in pinyin with tone marks, spelled as GB/T 16159-2012 has it: words apart, names with capitals.

Names of people follow GB/T 28039-2011: surname, then the given name as one word.
"""

from __future__ import annotations

import functools
import re
import unicodedata

from termbase.language.division import Word, divide
from termbase.language.persons import person_pinyin
from termbase.language.place_names import capitalised, generic_at_end, place_name
from termbase.language.script import has_han, is_han, is_traditional, to_simplified
from termbase.language.spelling import split_syllables
from termbase.model import ConceptType

__all__ = ["person_pinyin", "pinyin", "split_syllables"]

# In the name of one of these every word has a capital (GB/T 16159).
_PROPER = frozenset(
    {
        ConceptType.PLACE,
        ConceptType.ORGANIZATION,
        ConceptType.COMPANY,
        ConceptType.FACILITY,
        ConceptType.EVENT,
        ConceptType.PUBLICATION,
        ConceptType.DOCUMENT,
        ConceptType.TRANSPORT,
    }
)
# A strategy is a name when it ends in the word for one; else it is a phrase (长三角一体化发展).
_NAME_OF_STRATEGY = ("战略", "倡议", "计划", "规划", "工程", "行动", "纲要", "方案", "经济带", "新区", "示范区")
_FUNCTION_WORDS = frozenset("的和与及之在是于")
# Quotation marks and book-title marks flag a term; they are no part of it.
_MARKS = re.compile("[“”‘’\"'《》〈〉「」『』]")
# Chinese punctuation as it is written between Latin letters
_PUNCTUATION = str.maketrans(
    {"（": " (", "）": ") ", "【": " [", "】": "] ", "、": ", ", "，": ", ", "；": "; ", "：": ": ",
     "。": ". ", "？": "? ", "！": "! ", "—": "-", "–": "-", "～": "-", "％": "%"}
)  # fmt: skip


def pinyin(text: str, type: ConceptType | None = None) -> str:  # noqa: A002 - the model's word for it
    """A Chinese term in pinyin with tone marks.

    The type decides about capitals (every word of a place or an institution) and about surnames. Quotation marks are
    dropped; Latin letters and digits stay. An empty text and one without Chinese characters give it back unspelled.

    >>> pinyin("“八八战略”"), pinyin("宁波舟山港", ConceptType.FACILITY), pinyin("跨境电子商务综合试验区")
    ('Bābā Zhànlüè', 'Níngbō Zhōushān Gǎng', 'kuàjìng diànzǐ shāngwù zōnghé shìyànqū')
    >>> pinyin("单霁翔", ConceptType.PERSON), pinyin("义新欧"), pinyin("六安", ConceptType.PLACE)
    ('Shàn Jìxiáng', 'Yì-Xīn-Ōu', "Lù'ān")
    """
    return _spelled(text, type)


@functools.lru_cache(maxsize=16_384)
def _spelled(text: str, kind: ConceptType | None) -> str:
    bare = _MARKS.sub("", text).strip()
    if not has_han(bare):
        return bare
    if kind is ConceptType.PERSON:
        return person_pinyin(bare)
    simplified = to_simplified(bare) if is_traditional(bare) else bare
    parts = [_run(run, kind) if is_han(run[0]) else run.translate(_PUNCTUATION) for run in _runs(simplified)]
    return _set_together(parts)


def _run(run: str, kind: ConceptType | None) -> str:
    """A run of Chinese characters."""
    if kind is ConceptType.PLACE:
        words = [Word(run, spelled, proper=True) for spelled in _as_place(run)] or divide(run)
    else:
        words = divide(run)
    proper = kind in _PROPER or (kind is ConceptType.STRATEGY and run.endswith(_NAME_OF_STRATEGY))
    return " ".join(
        _all_capitalised(word.spelling) if proper and word.text not in _FUNCTION_WORDS else word.spelling
        for word in words
    )


def _as_place(run: str) -> tuple[str, ...]:
    """The words of a short name of a place or one with its kind; empty for a description of a place (试验区)."""
    words = divide(run)
    if len(run) <= 4 or all(word.proper for word in words) or generic_at_end(run) in ("自治县", "自治州", "自治旗"):
        return place_name(run)
    return ()


def _all_capitalised(spelling: str) -> str:
    return " ".join(map(capitalised, spelling.split(" ")))


def _runs(text: str) -> list[str]:
    """The text in runs of Chinese characters and of all else."""
    runs: list[str] = []
    for character in text:
        if runs and is_han(runs[-1][0]) == is_han(character):
            runs[-1] += character
        else:
            runs.append(character)
    return runs


def _set_together(parts: list[str]) -> str:
    """The parts with one space between letters, none inside brackets and before punctuation."""
    text = " ".join(" ".join(parts).split())
    text = re.sub(r"\s+([,;:.?!)\]%])|([(\[])\s+", r"\1\2", text)
    text = re.sub(r"\s*([·-]+)\s*", lambda match: match[1][0], text)
    return unicodedata.normalize("NFC", text)
