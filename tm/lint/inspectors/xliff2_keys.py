"""What the specification of XLIFF 2 asks for beyond the schema: unique ids, languages, data that is there."""

from __future__ import annotations

from collections import defaultdict

from tm.lint.inspectors.named import Named
from tm.lint.inspectors.xliff2_codes import Codes2
from tm.lint.remarks import Remarks
from tm.lint.rules import xliff as rules

__all__ = ["Keys2"]

# For each element with an id the element around it in which the id must be unique, and what shares the names.
_SCOPES = {
    "file": ("xliff", "file"),
    "group": ("file", "group"),
    "unit": ("file", "unit"),
    "segment": ("unit", "segment"),
    "ignorable": ("unit", "segment"),
    "data": ("unit", "data"),
    "note": ("notes", "note"),
}
_COMPANIONS = {"subState": "state", "subType": "type"}
_DATA = ("dataRef", "dataRefStart", "dataRefEnd")


class Keys2:
    """Takes the elements of a file."""

    def __init__(self, remarks: Remarks) -> None:
        self._remarks = remarks
        self._named: dict[str, defaultdict[str, Named]] = {
            scope: defaultdict(Named) for scope in ("xliff", "file", "unit", "notes")
        }
        self._codes = Codes2(remarks)
        self._has_target_language = False

    def start(self, name: str, attributes: dict[str, str], line: int, path: list[str]) -> None:
        """An element begins in those of the path."""
        if name in self._named:
            self._named[name].clear()
        if name == "xliff":
            self._has_target_language = "trgLang" in attributes
            version = attributes.get("version", "")
            if version not in ("2.0", "2.1"):
                self._remarks.add(rules.VERSION, line, value=version[:20])
        if name == "target" and not self._has_target_language:
            self._remarks.add(rules.TARGET_LANGUAGE, line)
        self._take_id(name, attributes, line)
        for attribute, other in _COMPANIONS.items():
            if attribute in attributes and other not in attributes:
                self._remarks.add(rules.COMPANION, line, element=name, name=attribute, other=other)
        self._codes.start(name, attributes, line, path)
        for attribute in _DATA:
            if attribute in attributes:
                self._named["unit"]["data"].refer(attributes[attribute], line)

    def end(self, name: str) -> None:
        """An element ends: the data that was named in a unit must be there."""
        self._codes.end(name)
        if name == "unit":
            for value, line in self._named["unit"]["data"].missing():
                self._remarks.add(rules.DATA, line, name="dataRef", value=value[:40])

    def _take_id(self, name: str, attributes: dict[str, str], line: int) -> None:
        if name not in _SCOPES or "id" not in attributes:
            return
        scope, kind = _SCOPES[name]
        if not self._named[scope][kind].is_new(attributes["id"]):
            self._remarks.add(rules.ID_TWICE_2, line, element=f"the id of <{name}>", value=attributes["id"][:40])
