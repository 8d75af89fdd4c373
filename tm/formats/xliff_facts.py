"""What a unit is told to be beside its two texts, as the XLIFF files of zhterm keep it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from termbase.formats.xml_text import attribute, content
from tm.formats.tmx_facts import HISTORY
from tm.formats.xml_records import Element, Record
from tm.model import Unit

__all__ = ["METADATA", "TOOL", "TYPE", "Facts", "facts_in", "facts_of", "is_own", "written_1", "written_2"]

TOOL = "zhterm"
"""Tool of a `file` in version 1, and the first group of facts."""
TYPE = "zhterm:unit"
"""Type of a `unit` in version 2."""
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
_PROPERTIES = "properties"
# A name in version 1 holds no white space (XLIFF 1.2, the values of context-type)
_SPACE = re.compile(r"[\s%]")

Pairs = Sequence[tuple[str, str]]


class Facts(NamedTuple):
    """Named values: those that a unit has a field for, and its properties."""

    own: dict[str, str]
    properties: Pairs
    notes: Sequence[str]


def facts_of(unit: Unit, tags: tuple[str, str]) -> Facts:
    """The facts of a unit in a file whose languages have these tags, the Chinese one first."""
    history = (unit.created, unit.created_by, unit.changed, unit.changed_by)
    own = {
        "confidence": f"{unit.confidence:.4f}" if unit.confidence != 1 else "",
        **dict(zip(HISTORY, history, strict=True)),
        "zh-language": unit.zh_language if unit.zh_language != tags[0] else "",
        "en-language": unit.en_language if unit.en_language != tags[1] else "",
        "zh-markup": unit.zh_markup,
        "en-markup": unit.en_markup,
    }
    return Facts(
        {name: text for name, text in own.items() if text},
        [(name, text) for name, text in unit.properties if name != "note"],
        [text for name, text in unit.properties if name == "note"],
    )


def written_1(facts: Facts, number: int) -> str:
    """The facts as XLIFF 1.2 has them behind the target of the unit with that number in its file.

    The number is in the names of the groups, which must be unique in a file (schema of 1.2, `U_context-group_name`).

    >>> written_1(Facts({}, [("domain", "trade")], []), 3).partition(" purpose")[0]
    '<context-group name="properties-3"'
    """
    groups = ((TOOL, facts.own.items()), (_PROPERTIES, facts.properties))
    told = [
        f'<context-group name="{group}-{number}" purpose="information">{"".join(_contexts(pairs))}</context-group>\n'
        for group, pairs in groups
        if pairs
    ]
    return "".join([*told, *(f"<note>{content(text)}</note>\n" for text in facts.notes)])


def _contexts(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, text in pairs:
        written = _SPACE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), name)
        yield f"<context context-type={attribute(f'x-{written}')}>{content(text)}</context>"


def written_2(facts: Facts) -> str:
    """The facts as XLIFF 2.1 has them before the segments."""
    groups = ((TOOL, facts.own.items()), (_PROPERTIES, facts.properties))
    told = [
        f'<mda:metaGroup category="{group}">'
        + "".join(f"<mda:meta type={attribute(name)}>{content(text)}</mda:meta>" for name, text in pairs)
        + "</mda:metaGroup>"
        for group, pairs in groups
        if pairs
    ]
    metadata = f"<mda:metadata>{''.join(told)}</mda:metadata>\n" if told else ""
    notes = "".join(f"<note>{content(text)}</note>" for text in facts.notes)
    return metadata + (f"<notes>{notes}</notes>\n" if notes else "")


def is_own(record: Record) -> bool:
    """Whether a unit was written by zhterm."""
    if record.element.name == "unit":
        return record.element.attributes.get("type") == TYPE
    return any(one.name == "file" and one.attributes.get("tool-id") == TOOL for one in record.around)


def facts_in(unit: Element) -> Facts:
    """The facts in a unit that zhterm wrote."""
    if unit.name == "unit":
        held = [group for metadata in unit.all("{}metadata") for group in metadata.all("{}metaGroup")]
        groups = {
            group.attributes.get("category", ""): [
                (one.attributes.get("type", ""), one.text) for one in group.all("{}meta")
            ]
            for group in held
        }
        notes = [note.text for some in unit.all("notes") for note in some.all("note")]
    else:
        # older files have the names without a number
        groups = {
            group.attributes.get("name", "").partition("-")[0]: [
                (unquote(one.attributes.get("context-type", "").removeprefix("x-")), one.text)
                for one in group.all("context")
            ]
            for group in unit.all("context-group")
        }
        notes = [note.text for note in unit.all("note")]
    return Facts(dict(groups.get(TOOL, ())), groups.get(_PROPERTIES, []), notes)
