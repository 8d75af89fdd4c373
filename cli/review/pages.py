"""The pages of fields that the review has: an entry, a source, the filter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cli.review.dialog import Field
from termbase.errors import InputError
from termbase.model import ConceptType, Status, Tier, Usage

if TYPE_CHECKING:
    from cli.review.queue import Filter

__all__ = ["ENTRY", "FILTER", "filter_values", "source_fields", "wanted_of"]


def _choices(values: Sequence[str]) -> list[tuple[str, str]]:
    return [(str(value), str(value)) for value in values]


ENTRY = (
    Field("zh", "Chinese"),
    Field("pinyin", "pinyin", placeholder="computed when left out"),
    Field("en", "English"),
    Field("usage", "its usage", _choices(list(Usage))),
    Field("type", "type", _choices(list(ConceptType))),
    Field("definition_en", "means", lines=2),
    Field("definition_zh", "in Chinese", lines=2),
    Field("note", "note", lines=2),
)

_ANY = ""
FILTER = (
    Field("status", "status", [("unsettled: new entries and new forms", _ANY), *_choices(list(Status))]),
    Field("type", "type", [("any", _ANY), *_choices(list(ConceptType))]),
    Field("document", "document", placeholder="any; a part of its name is enough"),
    Field("min_score", "score from", placeholder="0 to 1, such as .8"),
)


def source_fields(forms: Sequence[tuple[str, str]]) -> tuple[Field, ...]:
    """The page of a source; `forms` are the forms it may speak for."""
    return (
        Field("issuer", "issuer", placeholder="who published it: Xinhua"),
        Field("title", "title"),
        Field("url", "address", placeholder="https://…"),
        Field("date", "date", placeholder="2023, 2023-06 or 2023-06-13"),
        Field("tier", "tier", _choices(list(Tier))),
        Field("form", "speaks for", forms),
    )


def filter_values(wanted: Filter) -> dict[str, str]:
    """A filter as the texts of its page."""
    score = f"{wanted.min_score:g}" if wanted.min_score else ""
    return {"status": wanted.status or "", "type": wanted.type or "", "document": wanted.document, "min_score": score}


def wanted_of(values: dict[str, str]) -> Filter:
    """The filter of a page; raises InputError for a score that is none.

    >>> wanted_of({"status": "", "type": "company", "document": "", "min_score": ".8"})
    Filter(status=None, type=<ConceptType.COMPANY: 'company'>, document='', min_score=0.8)
    """
    from cli.review.queue import Filter

    try:
        score = float(values["min_score"].strip() or 0)
    except ValueError:
        score = -1
    if not 0 <= score <= 1:
        raise InputError(f"{values['min_score']!r} is no score", remedy="give a number from 0 to 1")
    status = Status(values["status"]) if values["status"] else None
    type_ = ConceptType(values["type"]) if values["type"] else None
    return Filter(status, type_, values["document"].strip(), score)
