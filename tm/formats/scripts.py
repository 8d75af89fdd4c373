"""Simplified and traditional units kept apart: in one file a CAT tool takes the one script for the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from termbase.language.script import is_traditional
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
    return script_of_tag(unit.zh_language) or SCRIPTS[is_traditional(unit.zh)]


@cache
def script_of_tag(tag: str) -> Script:
    """The script that a tag tells; empty for one that is nothing but Chinese, or for none.

    >>> script_of_tag("zh_cn"), script_of_tag("zh-Hant-HK"), script_of_tag("zh"), script_of_tag("")
    ('zh-Hans', 'zh-Hant', '', '')
    """
    script = side_of(tag)
    return script if script in SCRIPTS and len(tag.strip().replace("_", "-").split("-")) > 1 else ""


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
