"""Which language of a termbase a language tag means."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["side_of"]

_CHINESE = frozenset({"zh", "zho", "chi", "cmn"})
_ENGLISH = frozenset({"en", "eng"})
_TRADITIONAL = frozenset({"tw", "hk", "mo", "hant"})


@cache
def side_of(tag: str) -> str:
    """zh-Hans, zh-Hant or en for the tag of such a language, in any case and with - or _; empty for another language.

    >>> [side_of(tag) for tag in ("zh-CN", "ZH_tw", "EN-us", "za-CN", "")]
    ['zh-Hans', 'zh-Hant', 'en', '', '']
    """
    first, *others = re.split("[-_]", tag.strip().lower())
    if first in _CHINESE:
        return "zh-Hant" if _TRADITIONAL.intersection(others) else "zh-Hans"
    return "en" if first in _ENGLISH else ""
