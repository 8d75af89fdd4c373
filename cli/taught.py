"""`zhterm align --with-memory`: the renderings that the memory in a database teaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termbase.place import Place
    from tm.align.gathering import Renderings

__all__ = ["taught_by"]


def taught_by(database: Place) -> Renderings:
    """What the units of the memory teach, those aside that somebody should look at; a memory without any is told."""
    from cli.terminal import warn
    from tm.align.alignment import is_marked
    from tm.align.taught import MOST_UNITS, taught
    from tm.memory.reading import open_memory

    if not database.exists():
        warn("there is no memory yet to learn from")
        return {}
    with open_memory(database) as reader:
        units = [unit for unit in reader.spread(MOST_UNITS) if not is_marked(unit)]
    if not units:
        warn("the memory has no units to learn from")
    return taught((unit.zh, unit.en) for unit in units)
