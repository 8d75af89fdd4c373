"""Which rules a TBX file breaks."""

from __future__ import annotations

from pathlib import Path

from tm.lint.remarks import Remarks
from tm.lint.rules import tbx as rules
from tm.lint.rules.structural import remark_on
from tm.lint.structure.tbx import NAMESPACE, tbx_table
from tm.lint.structure.tbx_categories import BASIC
from tm.lint.structure.validate import Validator, Violation

__all__ = ["TbxInspector"]

_GROUPS = frozenset({"adminGrp", "descripGrp", "transacGrp", "termNoteGrp"})
_ENTRIES = frozenset({"termEntry", "conceptEntry"})
_SECTIONS = frozenset({"langSet", "langSec"})
_DIALECTS = ("TBX-Basic", "TBX-Core")
_OUT = ("deprecated", "superseded")


class TbxInspector:
    """Takes the elements of a TBX file; see `tm.lint.events.Inspector`."""

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
        self._ids: set[int] = set()

    def root(self, namespace: str, name: str) -> None:
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
        elif name in BASIC:
            self._type, self._pieces = attributes.get("type", ""), []
            self._take_category(name, line)
        if "id" in attributes:
            self._take_id(attributes["id"], line)
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
        if name in BASIC and self._type:
            self._take_value(name, "".join(self._pieces).strip(), line)
            self._type = ""

    def finish(self) -> None:
        """Nothing is left to say at the end."""

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
        if self._version != 3 or self._dialect not in _DIALECTS or not self._type:
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
        known = BASIC[name].get(self._type) if self._dialect == "TBX-Basic" else None
        if known and known.values and (self._version == 3 or self._type == "administrativeStatus"):
            if value not in known.values:
                listed = ", ".join(known.values[:6])
                self._remarks.add(rules.PICKLIST, line, name=self._type, value=value[:40], expected=listed)
        if self._version == 2 and self._type == "administrativeStatus":
            word = next((one for one in _OUT if value.lower().startswith(one)), "")
            if word:
                self._remarks.add(rules.STATUS, line, value=word)

    def _take_id(self, value: str, line: int) -> None:
        # the hash stands for the text, eight bytes for each element
        mark = hash(value)
        if mark in self._ids:
            self._remarks.add(rules.ID_TWICE, line, value=value[:40])
        self._ids.add(mark)

    def _against(self, violation: Violation) -> None:
        remark_on(violation, rules.BY_KIND, self._remarks)
