"""Units as rows of the database, and back."""

from __future__ import annotations

import json
from operator import attrgetter
from typing import Any

from termbase.failures import not_understood
from tm.model import Unit, unit_of_values

__all__ = ["COLUMNS", "INSERTED", "row_of", "unit_of"]

COLUMNS = (
    "zh, en, document, confidence, properties, zh_language, en_language, created, created_by, changed, changed_by, "
    "zh_markup, en_markup"
)
"""The columns of a unit in the order of its fields."""

INSERTED = ("id", "digest", "previous", "following", *COLUMNS.split(", "))
"""The columns of a new row: its own number and those of its neighbours, then a unit."""


_FIRST, _OTHERS = (attrgetter(*names.split(", ")) for names in COLUMNS.split(", properties, "))


def row_of(unit: Unit) -> tuple[Any, ...]:
    """The values of COLUMNS."""
    properties = json.dumps(unit.properties, ensure_ascii=False) if unit.properties else ""
    return (*_FIRST(unit), properties, *_OTHERS(unit))


def unit_of(row: tuple[Any, ...]) -> Unit:
    """The unit of a row of COLUMNS.

    >>> unit = Unit("义乌", "Yiwu", "news.txt", properties=(("note", "city"),), zh_language="zh-CN")
    >>> unit_of(row_of(unit)) == unit
    True
    """
    zh, en, document, confidence, properties, *others = row
    try:
        kept = tuple((name, text) for name, text in json.loads(properties)) if properties else ()
    except (ValueError, TypeError) as error:
        raise not_understood(error) from error
    return unit_of_values(zh, en, document, confidence, kept, *others)
