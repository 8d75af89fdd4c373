"""How a Chinese name may be written in Latin letters: pinyin in all its spellings, and the systems of other places.

Everything here is in small letters without tones, hyphens and apostrophes. Sources: GB/T 28039-2011 for people, with
ü as in passports (YU); Wade-Giles as used in Taiwan, and a table of surnames in Hong Kong (professional knowledge).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import product

from termbase.language.keys import pinyin_letters
from termbase.language.lexicon import default_lexicon
from termbase.language.readings import reading_alone
from termbase.language.script import is_han, to_simplified
from termbase.language.surnames import surnames, table_rows

__all__ = ["readings_of", "spellings", "surname_spellings", "wade_giles"]

_MOST_SPELLINGS = 64
"""A word of several polyphones has no more than this many spellings here; names have one or two."""

_INITIALS = (
    ("zh", "ch"), ("ch", "ch"), ("sh", "sh"), ("b", "p"), ("d", "t"), ("g", "k"), ("j", "ch"), ("q", "ch"),
    ("x", "hs"), ("z", "ts"), ("c", "ts"), ("r", "j"),
)  # fmt: skip
_WHOLE = {
    "zi": "tzu", "ci": "tzu", "si": "szu", "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "ye": "yeh",
    "yan": "yen", "you": "yu", "yong": "yung", "yi": "i", "er": "erh", "ge": "ko", "ke": "ko", "he": "ho",
    "gui": "kuei", "kui": "kuei", "yue": "yueh", "luo": "lo", "duo": "to", "tuo": "to", "nuo": "no", "zuo": "tso",
}  # fmt: skip
_FINALS = (("ong", "ung"), ("ian", "ien"), ("ie", "ieh"), ("ue", "ueh"))


@lru_cache(maxsize=16_384)
def readings_of(character: str) -> tuple[str, ...]:
    """The syllables that a character can stand for, the usual one first; ü is v.

    >>> readings_of("乐")[:2], readings_of("绿")[0]
    (('le', 'yue'), 'lv')
    """
    usual = pinyin_letters(reading_alone(character, last=False))
    others = [pinyin_letters(pinyin) for pinyin in default_lexicon().pinyin_of(character) if " " not in pinyin]
    return tuple(dict.fromkeys(filter(None, (usual, *others))))


@lru_cache(maxsize=16_384)
def spellings(characters: str) -> frozenset[str]:
    """Every way in which the characters can be spelled: all readings, ü also as yu and u.

    >>> sorted(spellings("吕乐"))
    ['lule', 'luyue', 'lvle', 'lvyue', 'lyule', 'lyuyue']
    """
    if not all(map(is_han, characters)):
        return frozenset()
    ways = [_written(readings_of(character)) for character in to_simplified(characters)]
    found: set[str] = set()
    for one in product(*ways):
        found.add("".join(one))
        if len(found) == _MOST_SPELLINGS:
            break
    return frozenset(found)


@lru_cache(maxsize=4096)
def surname_spellings(surname: str) -> tuple[frozenset[str], frozenset[str]]:
    """How a surname is spelled by its pinyin, and how in Taiwan and Hong Kong.

    >>> [sorted(one) for one in surname_spellings("张")], sorted(surname_spellings("单")[0])
    ([['zhang'], ['chang', 'cheung']], ['shan'])
    """
    simplified = to_simplified(surname)
    known = surnames().get(simplified)
    if known is None:
        return frozenset(), frozenset()
    keys = [pinyin_letters(reading) for reading in known]
    others = {wade_giles(key) for key in keys} | {_hong_kong().get(simplified, "")}
    return frozenset(_written(keys)), frozenset(others) - {"", *_written(keys)}


@lru_cache(maxsize=1024)
def wade_giles(syllable: str) -> str:
    """A syllable of pinyin as Wade-Giles writes it, without apostrophes.

    >>> [wade_giles(syllable) for syllable in ("zhang", "xie", "cai", "guo", "zhi", "jian")]
    ['chang', 'hsieh', 'tsai', 'kuo', 'chih', 'chien']
    """
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    written = syllable.replace("v", "u")
    for final, other in _FINALS:
        if written.endswith(final):
            written = written.removesuffix(final) + other
            break
    for initial, other in _INITIALS:
        if written.startswith(initial):
            return other + written.removeprefix(initial)
    return written


def _written(keys: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(key.replace("v", umlaut) for key in keys for umlaut in ("v", "yu", "u")))


@cache
def _hong_kong() -> Mapping[str, str]:
    return {row[0]: row[1] for row in table_rows("surnames_hong_kong.tsv")}
