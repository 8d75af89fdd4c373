"""Where a unit comes from, in one line."""

from __future__ import annotations

from tm.model import Unit

__all__ = ["origin_of"]


def origin_of(unit: Unit) -> str:
    """Document, person and date.

    >>> origin_of(Unit("义乌", "Yiwu", "news.txt", created="20240506T070809Z", created_by="ann"))
    'news.txt, ann, 20240506'
    """
    parts = (unit.document, unit.changed_by or unit.created_by, (unit.changed or unit.created)[:8])
    return ", ".join(filter(None, parts))
