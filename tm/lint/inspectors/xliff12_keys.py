"""What must be unique in a file of XLIFF 1.2, and what must be there when it is named."""

from __future__ import annotations

from collections import defaultdict

from tm.lint.inspectors.named import Named
from tm.lint.remarks import Remarks
from tm.lint.rules import xliff as rules

__all__ = ["Keys12"]

_TEXTS = frozenset({"source", "seg-source", "target"})
# For each element the attribute that must be unique in its <file>, and what shares the names.
_UNIQUE = {
    "trans-unit": ("id", "unit"),
    "bin-unit": ("id", "unit"),
    "group": ("id", "group"),
    "tool": ("tool-id", "tool"),
    "phase": ("phase-name", "phase"),
    "count-group": ("name", "count-group"),
    "context-group": ("name", "context-group"),
    "external-file": ("uid", "external-file"),
}
_PLACES = {"tool": "header", "phase": "phase-group"}
# For each element its attributes that name something of the <file>.
_REFERENCES = {
    "file": (("tool-id", "tool"),),
    "phase": (("tool-id", "tool"),),
    "alt-trans": (("tool-id", "tool"),),
    "trans-unit": (("phase-name", "phase"),),
    "target": (("phase-name", "phase"),),
    "count": (("phase-name", "phase"),),
}
_BEGINNINGS, _ENDS = frozenset({"bpt", "bx"}), {"ept": "bpt", "ex": "bx"}


class Keys12:
    """Takes the elements of a file."""

    def __init__(self, remarks: Remarks) -> None:
        self._remarks = remarks
        self._file: defaultdict[str, Named] = defaultdict(Named)
        self._codes: defaultdict[str, Named] = defaultdict(Named)
        self._marks: list[Named] = []

    def start(self, name: str, attributes: dict[str, str], line: int, path: list[str]) -> None:
        """An element begins in those of the path."""
        parent = path[-1] if path else ""
        if name == "file":
            self._file.clear()
            if "target-language" not in attributes:
                self._remarks.add(rules.NO_TARGET_LANGUAGE, line)
        elif name in _TEXTS:
            self._codes.clear()
        elif name in ("trans-unit", "alt-trans"):
            if name == "alt-trans" and "mid" in attributes and self._marks:
                self._marks[-1].refer(attributes["mid"], line)
            self._marks.append(Named())
        self._take_unique(name, attributes, line, parent)
        for attribute, kind in _REFERENCES.get(name, ()):
            if attribute in attributes:
                self._file[kind].refer(attributes[attribute], line)
        if "rid" in attributes:
            self._take_code(name, attributes["rid"], line)
        elif name == "mrk" and "mid" in attributes and self._marks:
            self._take_mark(attributes["mid"], line, parent)

    def end(self, name: str) -> None:
        """An element ends: what was named in it must be there."""
        if name == "file":
            self._tell(self._file["tool"], "tool-id")
            self._tell(self._file["phase"], "phase-name")
        elif name in _TEXTS:
            for named in self._codes.values():
                self._tell(named, "rid")
        elif name in ("trans-unit", "alt-trans") and self._marks:
            self._tell(self._marks.pop(), "mid")

    def _take_unique(self, name: str, attributes: dict[str, str], line: int, parent: str) -> None:
        attribute, kind = _UNIQUE.get(name, ("", ""))
        value = attributes.get(attribute)
        if value is None or parent != _PLACES.get(name, parent):
            return
        if not self._file[kind].is_new(value):
            self._remarks.add(rules.ID_TWICE, line, element=f"the {attribute} of <{name}>", value=value[:40])

    def _take_code(self, name: str, value: str, line: int) -> None:
        if name in _BEGINNINGS:
            if not self._codes[name].is_new(value):
                self._remarks.add(rules.ID_TWICE, line, element=f"the rid of <{name}>", value=value[:40])
        elif name in _ENDS:
            self._codes[_ENDS[name]].refer(value, line)

    def _take_mark(self, value: str, line: int, parent: str) -> None:
        """Segments: those of the source are named by those of the target, both directly in the text."""
        if parent == "seg-source":
            if not self._marks[-1].is_new(value):
                self._remarks.add(rules.ID_TWICE, line, element="the mid of <mrk>", value=value[:40])
        elif parent == "target":
            self._marks[-1].refer(value, line)

    def _tell(self, named: Named, attribute: str) -> None:
        for value, line in named.missing():
            self._remarks.add(rules.REFERENCE, line, name=attribute, value=value[:40])
