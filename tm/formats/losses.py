"""What units have that a file does not keep, counted while they pass, so that an export can say it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from termbase.formats.xml_text import fits
from tm.model import Unit

__all__ = ["KINDS", "counted", "told"]

_LAYOUT = re.compile(r"[\t\r\n]")


def _text(unit: Unit) -> str:
    """All that a unit says, in one text: a million of them pass at every export."""
    told = (text for pair in unit.properties for text in pair)
    return "".join((unit.zh, unit.en, unit.document, unit.created_by, unit.changed_by, *told))


KINDS: dict[str, Callable[[Unit], bool]] = {
    "documents": lambda unit: bool(unit.document),
    "confidence": lambda unit: unit.confidence != 1,
    "properties": lambda unit: any(name != "note" for name, _ in unit.properties),
    "notes": lambda unit: any(name == "note" for name, _ in unit.properties),
    "language tags": lambda unit: bool(unit.zh_language or unit.en_language),
    "dates and persons": lambda unit: bool(unit.created or unit.created_by or unit.changed or unit.changed_by),
    "inline codes": lambda unit: bool(unit.zh_markup or unit.en_markup),
    "control characters": lambda unit: not fits(_text(unit)),
    "line breaks and tabs": lambda unit: bool(_LAYOUT.search(unit.zh) or _LAYOUT.search(unit.en)),
}
"""What a unit may have, by the name that people read."""


def counted(units: Iterable[Unit], drops: Iterable[str], counts: Counter[str]) -> Iterator[Unit]:
    """The units as they are; those that have one of the named things are counted.

    >>> counts = Counter()
    >>> units = [Unit("义乌", "Yiwu", "news.txt"), Unit("杭州", "Hangzhou")]
    >>> _ = list(counted(units, ["documents", "notes"], counts))
    >>> told(counts)
    ['documents (1)']
    """
    kinds = [(name, KINDS[name]) for name in drops]
    if not kinds:
        yield from units
        return
    for unit in units:
        for name, has in kinds:
            if has(unit):
                counts[name] += 1
        yield unit


def told(counts: Counter[str]) -> list[str]:
    """The things that were counted, each with the number of units."""
    return [f"{name} ({count:,})" for name, count in counts.items() if count]
