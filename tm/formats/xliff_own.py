"""Units of an XLIFF file that zhterm wrote: with all that the memory told of them."""

from __future__ import annotations

from dataclasses import replace

from tm.formats.tmx_facts import HISTORY, confidence_of
from tm.formats.xliff_codes import rendered_1, rendered_2
from tm.formats.xliff_facts import Facts, facts_in
from tm.formats.xliff_units import Place, around
from tm.model import Unit

__all__ = ["with_facts"]


def with_facts(unit: Unit, place: Place, order: int) -> Unit:
    """The unit as the memory had it, as far as the place shows it unchanged; `order` is 1 from Chinese, else -1."""
    facts = facts_in(place.record.element)
    created, created_by, changed, changed_by = (facts.own.get(name, "") for name in HISTORY)
    confidence = confidence_of(facts.own.get("confidence", ""))
    zh_markup, en_markup = _markups(place, facts, order)
    return replace(
        unit,
        document=around(place.record, "file", "original"),
        confidence=1.0 if confidence is None else confidence,
        properties=(*facts.properties, *(("note", text) for text in facts.notes)),
        zh_language=facts.own.get("zh-language") or unit.zh_language,
        en_language=facts.own.get("en-language") or unit.en_language,
        created=created,
        created_by=created_by,
        changed=changed,
        changed_by=changed_by,
        zh_markup=unit.zh_markup if zh_markup is None else zh_markup,
        en_markup=unit.en_markup if en_markup is None else en_markup,
    )


def _markups(place: Place, facts: Facts, order: int) -> list[str | None]:
    """Chinese and English with the codes they had; None where these stand otherwise now, or there were none."""
    kept = [facts.own.get("zh-markup", ""), facts.own.get("en-markup", "")][::order]
    render = rendered_2 if place.record.element.name == "unit" else rendered_1
    rendered = render(*kept)
    elements = (place.source_element, place.target_element)
    found = [
        markup if markup and element is not None and place.record.raw(element.inner, element.outer) == now else None
        for markup, element, now in zip(kept, elements, rendered[:2], strict=True)
    ]
    return found[::order]
