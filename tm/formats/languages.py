"""What the tags of a pair of languages say: direction, region, and the languages where they are silent."""

from __future__ import annotations

import re
from functools import cache

from termbase.errors import InputError
from termbase.language.script import is_chinese
from termbase.language.tags import side_of

__all__ = ["Pair", "is_from_chinese", "pair_of", "region_of"]

Pair = tuple[str, str]
"""Tags of a source and a target language."""


def is_from_chinese(source: str, target: str) -> bool:
    """Whether a pair goes from Chinese to English; raises InputError for one that goes neither way.

    >>> is_from_chinese("zh-TW", "en"), is_from_chinese("en-GB", "zh-CN")
    (True, False)
    """
    from_chinese = side_of(source) != "en"
    if "" in (side_of(source), side_of(target)) or from_chinese is (side_of(target) != "en"):
        raise InputError(
            f"{source} and {target} are not Chinese and English", remedy="write for instance zh-CN and en-US"
        )
    return from_chinese


@cache
def region_of(tag: str) -> str:
    """The region that a tag of Chinese or English names, else the one that it means where no more is said.

    >>> [region_of(tag) for tag in ("zh_cn", "zh-Hans", "zh-Hant", "zh-Hant-HK", "en", "en-GB")]
    ['CN', 'CN', 'TW', 'HK', 'US', 'GB']
    """
    told = [part.upper() for part in re.split("[-_]", tag.strip())[1:] if len(part) == 2]
    return told[-1] if told else _USUAL.get(side_of(tag), "")


_USUAL = {"zh-Hans": "CN", "zh-Hant": "TW", "en": "US"}


def pair_of(source: str, target: str, tags: tuple[str, str]) -> tuple[str, str] | None:
    """The languages of a source and a target, as tagged, else zh or en by the text; None when others.

    A side without a tag is the other language of the pair. Without any tag, or where both are the same language, the
    texts tell: one must be Chinese and the other not; a source alone tells by itself.

    >>> pair_of("2023", "2023年", ("en-US", "zh-CN")), pair_of("义乌", "", ("", ""))
    (('en-US', 'zh-CN'), ('zh', 'en'))
    >>> pair_of("Yiwu", "", ("", "zh_CN")), pair_of("Yiwu", "", ("en", "fr")), pair_of("a", "b", ("", ""))
    (('en', 'zh_CN'), None, None)
    """
    sides = [side_of(tag)[:2] for tag in tags]
    if any(tag and not side for tag, side in zip(tags, sides, strict=True)):
        return None
    if sides[0] != sides[1]:
        return tags[0] or _OTHER[sides[1]], tags[1] or _OTHER[sides[0]]
    if target and is_chinese(source) is is_chinese(target):
        return None
    return ("zh", "en") if is_chinese(source) else ("en", "zh")


_OTHER = {"zh": "en", "en": "zh"}
