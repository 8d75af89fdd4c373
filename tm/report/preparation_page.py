"""A preparation sheet as a page: what is known, what must not be written, and what is still to be decided."""

from __future__ import annotations

from collections.abc import Iterator

from termbase.extract.preparation import Preparation
from termbase.formats.pages import render
from tm.report.preparation_facts import entries

__all__ = ["preparation_page"]


def preparation_page(preparation: Preparation) -> Iterator[str]:
    """The page, piece by piece."""
    return render(
        "tm.report",
        "preparation",
        preparation=preparation,
        known=list(entries(preparation, preparation.known)),
        unknown=list(entries(preparation, preparation.unknown)),
        other="English" if preparation.language.is_chinese else "Chinese",
    )
