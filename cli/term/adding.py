"""Filing one entry that a person gives: not twice, and approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.options import open_store
from termbase.place import Place

if TYPE_CHECKING:
    from termbase.editing import Edit
    from termbase.model import Concept

__all__ = ["added"]


def added(database: Place, zh: str, en: str, edit: Edit, *, command: str) -> Concept:
    """File an approved entry; raises ConflictError where one has its Chinese (or, without Chinese, its English)."""
    from termbase.editing import new_concept
    from termbase.errors import ConflictError

    concept = new_concept(zh, en, edit)
    with open_store(database, command) as store:
        known = store.find(zh, chinese=True) if zh else store.find(en, chinese=False)
        if known:
            raise ConflictError(
                f"entry {known[0]} has “{zh or en}” already", remedy=f"change it with: zhterm term edit {known[0]}"
            )
        return store.add(concept)
