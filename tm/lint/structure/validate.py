"""Which elements, attributes and texts of a file its table does not allow, found while the file is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tm.lint.structure.content import ANY
from tm.lint.structure.table import Element, Table

__all__ = ["Kind", "Validator", "Violation"]


class Kind(StrEnum):
    """What is against the table."""

    ROOT = "root"
    UNKNOWN = "element"
    PLACE = "place"
    MISSING = "missing"
    TEXT = "text"
    ATTRIBUTE = "attribute"
    ATTRIBUTE_MISSING = "attribute-missing"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Violation:
    """One place that is against the table."""

    kind: Kind
    line: int
    element: str
    """Where: the element with the wrong attribute, child or text."""
    name: str = ""
    """What: the attribute or the child."""
    value: str = ""
    expected: str = ""
    """What is allowed there, in words."""


_XML = ("xml:lang", "xml:space")
_INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}"


class _Frame:
    """An element that is open: without an element of the table it is foreign, or misplaced and not looked into."""

    __slots__ = ("element", "line", "name", "searched", "state")

    def __init__(self, name: str, element: Element | None, line: int, *, searched: bool = False) -> None:
        self.name, self.element, self.line = name, element, line
        self.state = 0
        self.searched = searched


class Validator:
    """Takes the events of a parser; names of the format come without prefix, others as {namespace}name."""

    def __init__(self, table: Table, report: Callable[[Violation], None]) -> None:
        self._table, self._report = table, report
        self._open: list[_Frame] = []
        self._sound: set[tuple[str, ...]] = set()

    def start(self, name: str, attributes: Mapping[str, str], line: int) -> None:
        """An element begins."""
        element = self._table.elements.get(name)
        searched = False
        if not self._open:
            if name != self._table.root:
                self._report(Violation(Kind.ROOT, line, name, expected=self._table.root))
                element = None
        else:
            around = self._open[-1]
            if around.element is None:
                searched = around.searched
                element = element if searched else None
            elif around.element.is_open:
                element, searched = None, self._table.foreign == "searched"
            else:
                element, searched = self._child(around, name, element, line)
        if element is not None:
            self._check_attributes(element, attributes, line)
        self._open.append(_Frame(name, element, line, searched=searched))

    def _child(self, around: _Frame, name: str, element: Element | None, line: int) -> tuple[Element | None, bool]:
        """The element of a child, and whether to search in it, in the content of the element around it."""
        assert around.element
        # what has no namespace at all is not of another one
        foreign = name.startswith("{") and not name.startswith("{}")
        symbol = ANY if foreign else name
        state = around.element.content.step(around.state, symbol)
        if state is not None:
            around.state = state
            return (None, self._table.foreign == "searched") if foreign else (element, False)
        known = not foreign and element is not None
        expected = ", ".join(f"<{one}>" for one in around.element.content.expected(around.state))
        kind = Kind.PLACE if known else Kind.UNKNOWN
        self._report(Violation(kind, line, around.name, name, expected=expected))
        return element if known else None, False

    def end(self, line: int) -> None:
        """The innermost element ends."""
        frame = self._open.pop()
        element = frame.element
        if element is not None and not element.is_open and not element.content.may_end(frame.state):
            expected = " or ".join(f"<{one}>" for one in element.content.expected(frame.state))
            self._report(Violation(Kind.MISSING, frame.line, frame.name, expected=expected))

    def text(self, data: str, line: int) -> None:
        """Text in the innermost element."""
        if self._open:
            frame = self._open[-1]
            if frame.element is not None and not frame.element.has_text and data.strip(" \t\r\n"):
                self._report(Violation(Kind.TEXT, line, frame.name, value=" ".join(data.split())[:40]))

    def _check_attributes(self, element: Element, attributes: Mapping[str, str], line: int) -> None:
        names = (element.name, *attributes)
        is_new = names not in self._sound and self._names_are_sound(element, attributes, line)
        # few combinations of names stand in a file; a malicious one must not fill the memory
        if is_new and len(self._sound) < 1000:
            self._sound.add(names)
        for name, value in attributes.items():
            kind = element.attributes.get(name) or self._kind_of(element, name)
            if kind and not self._table.types[kind].fullmatch(value):
                self._report(Violation(Kind.VALUE, line, element.name, name, value[:40]))

    def _kind_of(self, element: Element, name: str) -> str:
        """Those of XML itself have types of their own, where a schema says so."""
        if name not in _XML or not self._table.by_schema:
            return ""
        return name if name in element.attributes or element.foreign_attributes in ("xml", "others") else ""

    def _names_are_sound(self, element: Element, attributes: Mapping[str, str], line: int) -> bool:
        missing = element.required.difference(attributes)
        wrong = [name for name in attributes if not self._may_have(element, name)]
        for name in sorted(missing):
            self._report(Violation(Kind.ATTRIBUTE_MISSING, line, element.name, name))
        for name in wrong:
            self._report(Violation(Kind.ATTRIBUTE, line, element.name, name))
        return not missing and not wrong

    def _may_have(self, element: Element, name: str) -> bool:
        if name in element.attributes or element.foreign_attributes == "any":
            return True
        if name.startswith(_INSTANCE):
            return self._table.by_schema
        if element.foreign_attributes == "xml":
            return name in _XML
        return element.foreign_attributes == "others" and name.startswith(("{", "xml:"))
