"""What a run of `zhterm extract` found, told at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cli.extraction import Extraction
    from termbase.model import Concept

__all__ = ["show_found"]

_SHOWN = 30
"""Proposals shown on a terminal; `zhterm term list` and --json give all."""


def show_found(extraction: Extraction, read: str, *, as_json: bool, dry_run: bool) -> None:
    """Known entries and proposals; `read` says what was read."""
    from cli.contract import found_json, print_json
    from cli.terminal import note
    from termbase.model import Status

    concepts = extraction.concepts
    if as_json:
        for concept in concepts:
            print_json(found_json(concept))
    else:
        _show_table("known", [concept for concept in concepts if concept.status is not Status.PROPOSED])
        _show_table("proposed", [concept for concept in concepts if concept.status is Status.PROPOSED])
    filed = "would be proposed" if dry_run else "newly proposed"
    known = sum(concept.status is not Status.PROPOSED for concept in concepts)
    note(f"{read} read: {known} known entries met, {extraction.outcome.added} {filed}")
    if extraction.outcome.added and not dry_run:
        note("decide on them: zhterm review")


def _show_table(title: str, concepts: list[Concept]) -> None:
    from cli.render import SUMMARY, summary
    from cli.terminal import bold, table, write

    if not concepts:
        return
    write(bold(f"{title}: {len(concepts)}"))
    for line in table([summary(concept) for concept in concepts[:_SHOWN]], SUMMARY):
        write(line)
    if len(concepts) > _SHOWN:
        write(f"… and {len(concepts) - _SHOWN} more; --json shows all")
    write("")
