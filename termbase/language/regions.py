"""Regions and countries named by one character, as they stand in clipped compounds: 沪浙, 中美, 浙商."""

from __future__ import annotations

from termbase.language.place_names import capitalised
from termbase.language.readings import reading_alone

__all__ = ["region_spelling", "regions_in_a_row"]

_REGIONS = frozenset("京津冀晋辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁港澳台蒙甬杭温绍深穗蓉")
_COUNTRIES = frozenset("美俄日韩欧非英法德印澳加巴朝越泰意亚")
_READINGS = {"藏": "zàng", "蒙": "měng", "中": "zhōng", "朝": "cháo"}


def regions_in_a_row(text: str) -> str:
    """The spelling of two or more regions or countries in a row, with hyphens; empty for other texts.

    >>> regions_in_a_row("沪浙"), regions_in_a_row("中欧"), regions_in_a_row("中国")
    ('Hù-Zhè', 'Zhōng-Ōu', '')
    """
    countries = text[1:] if text[:1] == "中" else text
    if len(text) > 1 and (_COUNTRIES.issuperset(countries) or _REGIONS.issuperset(text)):
        return "-".join(map(_spelled, text))
    return ""


def region_spelling(character: str) -> str:
    """The spelling of a region in China by its one character; empty for other characters.

    >>> region_spelling("藏"), region_spelling("江")
    ('Zàng', '')
    """
    return _spelled(character) if character in _REGIONS else ""


def _spelled(character: str) -> str:
    return capitalised(_READINGS.get(character) or reading_alone(character, last=False))
