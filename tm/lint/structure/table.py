"""The elements of a format as a table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tm.lint.structure.content import Content, content

__all__ = ["Element", "Foreign", "Table", "table", "token", "values"]

Foreign = Literal["refused", "skipped", "searched"]
"""What is in a foreign element: not allowed, not looked at, or looked at where it is of the format again."""


@dataclass(frozen=True, slots=True)
class Element:
    """What an element may have."""

    name: str
    content: Content
    has_text: bool
    is_open: bool
    """Whether it may hold anything."""
    attributes: Mapping[str, str]
    """The type of each attribute; empty for any value."""
    required: frozenset[str]
    foreign_attributes: Literal["", "xml", "others", "any"] = ""
    """Whether it may have those of XML itself (xml:lang), those of any other namespace, or any at all."""


@dataclass(frozen=True, slots=True)
class Table:
    """All elements of a version of a format."""

    elements: Mapping[str, Element]
    root: str
    types: Mapping[str, re.Pattern[str]]
    foreign: Foreign = "refused"
    by_schema: bool = True
    """Whether XML Schema rules: then attributes of its own instance namespace may stand everywhere."""


def table(
    root: str,
    rows: str,
    types: Mapping[str, re.Pattern[str]],
    groups: Mapping[str, str] | None = None,
    *,
    foreign: Foreign = "refused",
    by_schema: bool = True,
) -> Table:
    """The table of rows `name: content @ attributes`, one a line.

    Content is written as in a DTD; `#text` before it allows text, `#open` anything. A required attribute ends with
    `!`, its type follows a colon; `*xml` allows attributes of XML itself, `*` of any other namespace, `**` any
    attribute. `&name` stands for a group.

    >>> found = table("tu", "tu: tuv+ @ tuid\\ntuv: #text @ xml:lang!:language", {"language": values("zh-CN")})
    >>> sorted(found.elements["tuv"].required), found.elements["tuv"].attributes
    (['xml:lang'], {'xml:lang': 'language'})
    """
    for name, text in (groups or {}).items():
        rows = re.sub(rf"&{name}\b", text, rows)
    elements = [_element(line) for line in rows.split("\n") if line.strip()]
    return Table({one.name: one for one in elements}, root, types, foreign, by_schema)


def values(words: str, *others: str) -> re.Pattern[str]:
    """The type of an attribute with one of these words, or what fits one of the patterns.

    >>> bool(values("begin end").fullmatch("end")), bool(values("", "x-.+").fullmatch("x-own"))
    (True, True)
    """
    return re.compile("|".join([*map(re.escape, words.split()), *others]))


def token(words: str, *others: str) -> re.Pattern[str]:
    """The same, with spaces around it, as XML Schema collapses those of tokens."""
    return re.compile(rf"\s*(?:{values(words, *others).pattern})\s*")


_FOREIGN: dict[str, Literal["xml", "others", "any"]] = {"**": "any", "*": "others", "*xml": "xml"}


def _element(row: str) -> Element:
    name, _, rest = row.strip().partition(": ")
    model, _, written = rest.partition("@")
    words = written.split()
    named = [word for word in words if not word.startswith("*")]
    attributes = dict(_attribute(word) for word in named)
    return Element(
        name.removesuffix(":"),
        content(model.replace("#text", "").replace("#open", "")),
        "#text" in model or "#open" in model,
        "#open" in model,
        attributes,
        frozenset(_attribute(word)[0] for word in named if "!" in word),
        next((allowed for word, allowed in _FOREIGN.items() if word in words), ""),
    )


def _attribute(word: str) -> tuple[str, str]:
    """The name and the type; the name may have a prefix, `xml:lang!:language`."""
    found = re.fullmatch(r"((?:xml:)?[\w.\-]+)!?(?::([\w.\-]+))?", word)
    assert found, word
    return found[1], found[2] or ""
