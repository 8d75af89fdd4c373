"""Which rules a TMX file breaks."""

from __future__ import annotations

import re
from pathlib import Path

from tm.lint.inspectors.tmx_units import Units
from tm.lint.remarks import Remarks
from tm.lint.rules import tmx as rules
from tm.lint.rules.structural import remark_on
from tm.lint.structure.tmx import VERSIONS, tmx_table
from tm.lint.structure.validate import Kind, Validator, Violation
from tm.lint.structure.xliff2 import LANGUAGE

__all__ = ["TmxInspector"]

_MANY = 1000
"""Language tags that are remembered as sound."""
_LANGUAGE = re.compile(rf"\s*{LANGUAGE}\s*")


class TmxInspector:
    """Takes the elements of a TMX file; see `tm.lint.events.Inspector`."""

    namespace = ""
    roots = frozenset({"tmx"})

    def __init__(self, path: Path, remarks: Remarks, pair: tuple[str, str] | None = None) -> None:
        self._remarks = remarks
        self._units = Units(remarks, pair)
        self._validator = Validator(tmx_table("1.4"), self._against)
        self._has_root = False
        self._has_header = False
        self._has_lang = False
        self._path: list[str] = []
        self._tags: set[str] = set()
        self.title = "TMX"
        if path.suffix != ".tmx":
            remarks.add(rules.ENDING, 1)

    def root(self, namespace: str, line: int) -> None:
        """A namespace at the root is remarked where it is declared."""

    def declared(self, prefix: str, line: int) -> None:
        """The DTD allows no declaration."""
        if prefix != "xml":
            self._remarks.add(rules.NAMESPACE, line)

    def start(self, name: str, attributes: dict[str, str], line: int) -> None:
        """An element begins."""
        if not self._has_root:
            self._has_root = True
            self._take_version(attributes, line)
        if name == "tuv":
            self._has_lang = "lang" in attributes
        language = attributes.get("xml:lang")
        if language and language not in self._tags:
            self._take_tag(language, name, line)
        self._validator.start(name, attributes, line)
        if name == "header" and len(self._path) == 1:
            self._take_header(attributes, line)
        else:
            self._units.start(name, attributes, line, self._path[-1] if self._path else "")
        self._path.append(name)

    def text(self, data: str, line: int) -> None:
        """Text counts in segments; between elements it must not be."""
        self._validator.text(data, line)
        self._units.text(data)

    def end(self, name: str, line: int) -> None:
        """An element ends."""
        self._path.pop()
        self._validator.end(line)
        self._units.end(name)

    def finish(self) -> None:
        """What only the whole file tells."""
        if not self._has_header:
            self._remarks.add(rules.HEADER, 1)
        self._units.finish()

    def _take_tag(self, language: str, name: str, line: int) -> None:
        if _LANGUAGE.fullmatch(language):
            if len(self._tags) < _MANY:
                self._tags.add(language)
        else:
            self._remarks.add(rules.LANGUAGE_CODE, line, element=name, language=language[:30])

    def _take_version(self, attributes: dict[str, str], line: int) -> None:
        version = attributes.get("version", "")
        self.title = f"TMX {version}".strip()
        self._validator = Validator(tmx_table(version), self._against)
        if version not in VERSIONS and "version" in attributes:
            self._remarks.add(rules.VERSION, line, version=version[:20])
        elif version not in ("1.1", "1.4"):
            self._remarks.add(rules.OLD_VERSION, line, version=version)

    def _take_header(self, attributes: dict[str, str], line: int) -> None:
        self._has_header = True
        source = attributes.get("srclang", "")
        if source.lower() == "*all*":
            self._remarks.add(rules.SOURCE_OF_ALL, line)
        elif not source:
            self._remarks.add(rules.SOURCE_LANGUAGE, line)
        self._units.source = source

    def _against(self, violation: Violation) -> None:
        if violation.kind is Kind.VALUE and violation.element == "tmx":
            return  # a rule of its own says it
        if violation.kind is Kind.ATTRIBUTE_MISSING and violation.name == "xml:lang" and self._has_lang:
            self._remarks.add(rules.LANG_ATTRIBUTE, violation.line)
            return
        remark_on(violation, rules.BY_KIND, self._remarks)
