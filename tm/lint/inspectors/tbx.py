"""Which rules a TBX file breaks."""

from __future__ import annotations

import re
from pathlib import Path

from tm.lint.inspectors.named import Named
from tm.lint.remarks import Remarks
from tm.lint.rules import tbx as rules
from tm.lint.rules.structural import remark_on
from tm.lint.structure.tbx import NAMESPACE, tbx_table
from tm.lint.structure.tbx_categories import BASIC
from tm.lint.structure.validate import Validator, Violation

__all__ = ["TbxInspector"]

_REFERENCES = frozenset({"target", "startRef"})
_GROUPS = frozenset({"adminGrp", "descripGrp", "transacGrp", "termNoteGrp"})
_ENTRIES = frozenset({"termEntry", "conceptEntry"})
_SECTIONS = frozenset({"langSet", "langSec"})
_DIALECTS = ("TBX-Basic", "TBX-Core")
_OUT = ("deprecated", "superseded")
_DATE = re.compile(r"-?[0-9]{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?:Z|[+-][0-9]{2}:[0-9]{2})?")


class TbxInspector:
    """Takes the elements of a TBX file; see `tm.lint.events.Inspector`."""

    roots = frozenset({"martif", "tbx"})

    def __init__(self, _: Path, remarks: Remarks) -> None:
        self._remarks = remarks
        self.namespace = ""
        self.title = "TBX"
        self._version = 2
        self._dialect = ""
        self._validator = Validator(tbx_table(2), self._against)
        self._path: list[str] = []
        self._type = ""
        self._pieces: list[str] = []
        self._languages: dict[str, str] = {}
        self._ids = Named()

    def root(self, namespace: str, line: int) -> None:
        """Version 3 has a namespace, version 2 none."""
        if namespace == NAMESPACE:
            self.namespace, self._version = namespace, 3
            self._validator = Validator(tbx_table(3), self._against)
        self.title = f"TBX version {self._version}"

    def declared(self, prefix: str, line: int) -> None:
        """Namespaces may be declared."""

    def start(self, name: str, attributes: dict[str, str], line: int) -> None:
        """An element begins."""
        if not self._path:
            self._take_root(attributes, line)
        self._validator.start(name, attributes, line)
        if name in _ENTRIES:
            self._languages = {}
        elif name in _SECTIONS:
            self._take_language(attributes.get("xml:lang", ""), line)
        elif name in BASIC or name == "date":
            self._type, self._pieces = attributes.get("type", name), []
            self._take_category(name, line)
        self._take_ids(name, attributes, line)
        self._path.append(name)

    def text(self, data: str, line: int) -> None:
        """The text of a category may have to be one of a list."""
        self._validator.text(data, line)
        if self._type:
            self._pieces.append(data)

    def end(self, name: str, line: int) -> None:
        """An element ends."""
        self._path.pop()
        self._validator.end(line)
        if (name in BASIC or name == "date") and self._type:
            self._take_value(name, "".join(self._pieces).strip(), line)
            self._type = ""

    def finish(self) -> None:
        """What is named and was not found in the whole file."""
        for value, line in self._ids.missing():
            self._remarks.add(rules.REFERENCE, line, name="target", value=value[:40])

    def _take_root(self, attributes: dict[str, str], line: int) -> None:
        self._dialect = attributes.get("type", "")
        if self._version == 3:
            self._remarks.add(rules.VERSION_3, line)

    def _take_language(self, tag: str, line: int) -> None:
        language = tag.replace("_", "-").partition("-")[0].lower()
        other = self._languages.setdefault(language, tag)
        if other != tag:
            self._remarks.add(rules.REGION, line, languages=f"{other[:20]} and {tag[:20]}")

    def _take_category(self, name: str, line: int) -> None:
        """What the dialect says of a category: whether it has it, and in which element it may stand."""
        if self._version != 3 or self._dialect not in _DIALECTS or name == "date":
            return
        known = BASIC[name].get(self._type) if self._dialect == "TBX-Basic" else None
        if known is None:
            self._remarks.add(rules.CATEGORY, line, element=name, value=self._type[:40], dialect=self._dialect)
            return
        around = next((one for one in reversed(self._path) if one not in _GROUPS), "")
        if around not in known.levels:
            expected = " or ".join(f"<{one}>" for one in known.levels)
            self._remarks.add(rules.LEVEL, line, value=self._type, element=around, expected=expected)

    def _take_value(self, name: str, value: str, line: int) -> None:
        if name == "date":
            if self._version == 3 and not _DATE.fullmatch(value):
                self._remarks.add(rules.DATE, line, value=value[:30])
            return
        known = BASIC[name].get(self._type) if self._dialect == "TBX-Basic" else None
        # of version 2 only the status is compared: its lists differ from file to file
        listed = known.values if known and (self._version == 3 or self._type == "administrativeStatus") else ()
        if listed and value not in listed:
            expected = ", ".join(listed[:6])
            self._remarks.add(rules.PICKLIST, line, name=self._type, value=value[:40], expected=expected)
        if self._version == 2 and self._type == "administrativeStatus":
            word = next((one for one in _OUT if value.lower().startswith(one)), "")
            if word:
                self._remarks.add(rules.STATUS, line, value=word)

    def _take_ids(self, name: str, attributes: dict[str, str], line: int) -> None:
        """Ids are unique, and in version 3 what is named must be there; <xref> names what is elsewhere."""
        if "id" in attributes and not self._ids.is_new(attributes["id"]):
            self._remarks.add(rules.ID_TWICE, line, value=attributes["id"][:40])
        if self._version == 3 and name != "xref":
            for attribute in _REFERENCES.intersection(attributes):
                self._ids.refer(attributes[attribute], line)

    def _against(self, violation: Violation) -> None:
        remark_on(violation, rules.BY_KIND, self._remarks)
