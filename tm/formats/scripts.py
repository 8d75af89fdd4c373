"""Simplified and traditional units kept apart: in one file a CAT tool takes the one script for the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from termbase.language.script import is_traditional, to_simplified
from termbase.language.tags import side_of
from tm.model import Unit

__all__ = ["SCRIPTS", "Script", "of_script", "script_of", "script_of_tag"]

Script = str
"""zh-Hans or zh-Hant."""

SCRIPTS: tuple[Script, Script] = ("zh-Hans", "zh-Hant")


def script_of(unit: Unit) -> Script:
    """The script of the Chinese side: as its tag says, where that names a script or a region, else by the text.

    >>> script_of(Unit("人民", "people", zh_language="zh-HK")), script_of(Unit("義烏", "Yiwu", zh_language="zh"))
    ('zh-Hant', 'zh-Hant')
    """
    return script_of_tag(unit.zh_language) or SCRIPTS[_is_traditional(unit.zh)]


@cache
def script_of_tag(tag: str) -> Script:
    """The script that a tag tells; empty for one that is nothing but Chinese, or for none.

    >>> script_of_tag("zh_cn"), script_of_tag("zh-Hant-HK"), script_of_tag("zh"), script_of_tag("")
    ('zh-Hans', 'zh-Hant', '', '')
    """
    script = side_of(tag)
    return script if script in SCRIPTS and len(tag.strip().replace("_", "-").split("-")) > 1 else ""


def _is_traditional(text: str) -> bool:
    """The same as `is_traditional`; a text without any traditional character is known at once."""
    return not _traditional_only().isdisjoint(text) and is_traditional(text)


@cache
def _traditional_only() -> frozenset[str]:
    """The characters that simplified writing has others for, of all planes that a font is likely to have."""
    characters = [chr(code) for first, last in _BLOCKS for code in range(first, last)]
    simplified = to_simplified("\n".join(characters)).split("\n")
    return frozenset(one for one, other in zip(characters, simplified, strict=True) if one != other)


# CJK Unified Ideographs with extension A, compatibility ideographs, extensions B to H
_BLOCKS = ((0x3400, 0xA000), (0xF900, 0xFB00), (0x20000, 0x323B0))


def of_script(units: Iterable[Unit], script: Script, counts: Counter[Script]) -> Iterator[Unit]:
    """The units in a script; all are counted by their scripts.

    >>> counts = Counter()
    >>> [unit.en for unit in of_script([Unit("义乌", "Yiwu"), Unit("義烏", "Yiwu")], "zh-Hans", counts)], counts
    (['Yiwu'], Counter({'zh-Hans': 1, 'zh-Hant': 1}))
    """
    for unit in units:
        own = script_of(unit)
        counts[own] += 1
        if own == script:
            yield unit
