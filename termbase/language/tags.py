"""Which language of a termbase the tag or the name of a language means."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["side_of", "side_of_name"]

_CHINESE = frozenset({"zh", "zho", "chi", "cmn"})
_ENGLISH = frozenset({"en", "eng"})
_TRADITIONAL_NAMES = frozenset({"traditional", "taiwan", "hong", "macao", "macau"})
_TRADITIONAL = frozenset({"tw", "hk", "mo", "hant"})


@lru_cache(maxsize=30_000)
def side_of(tag: str) -> str:
    """zh-Hans, zh-Hant or en for the tag of such a language, in any case and with - or _; empty for another language.

    >>> [side_of(tag) for tag in ("zh-CN", "ZH_tw", "EN-us", "za-CN", "")]
    ['zh-Hans', 'zh-Hant', 'en', '', '']
    """
    first, *others = re.split("[-_]", tag.strip().lower())
    if first in _CHINESE:
        return "zh-Hant" if _TRADITIONAL.intersection(others) else "zh-Hans"
    return "en" if first in _ENGLISH else ""


@lru_cache(maxsize=30_000)
def side_of_name(name: str) -> str:
    """The same for the English name of a language, with or without a country; empty for another language.

    >>> [side_of_name(name) for name in ("Chinese (PRC)", "Chinese_Taiwan", "English_United_States", "Danish")]
    ['zh-Hans', 'zh-Hant', 'en', '']
    """
    first, *others = re.findall(r"[^\W_]+", name.casefold()) or [""]
    if first in ("chinese", "simplified", "traditional"):
        return "zh-Hant" if _TRADITIONAL_NAMES.intersection((first, *others)) else "zh-Hans"
    return "en" if first == "english" else ""
