"""Which rules an XLIFF file breaks."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from tm.lint.inspectors.xliff2_keys import Keys2
from tm.lint.inspectors.xliff12_keys import Keys12
from tm.lint.remarks import Remarks
from tm.lint.rules import xliff as rules
from tm.lint.rules.structural import remark_on
from tm.lint.structure import xliff2, xliff12
from tm.lint.structure.validate import Validator, Violation

__all__ = ["XliffInspector"]


class _Keys(Protocol):
    """What must be unique, and what must be there when it is named."""

    def start(self, name: str, attributes: dict[str, str], line: int, path: list[str]) -> None: ...

    def end(self, name: str) -> None: ...


class XliffInspector:
    """Takes the elements of an XLIFF file; see `tm.lint.events.Inspector`."""

    roots = frozenset({"xliff"})

    def __init__(self, _: Path, remarks: Remarks, *, strict: bool = False) -> None:
        self._remarks = remarks
        self._is_strict = strict
        self.namespace = ""
        self.title = "XLIFF"
        self._validators: list[Validator] = []
        self._keys: _Keys | None = None
        self._path: list[str] = []
        self._is_closed = 0
        """How many elements are open in which nothing is looked for."""

    def root(self, namespace: str, line: int) -> None:
        """The namespace tells the version; of another one only what breaks the XML is told."""
        self.namespace = namespace
        if namespace == xliff2.NAMESPACE:
            self._validators = [Validator(xliff2.xliff2_table(), self._against)]
            self._keys = Keys2(self._remarks)
        elif namespace == xliff12.NAMESPACE:
            self._validators = [Validator(xliff12.xliff12_table(), self._against)]
            if self._is_strict:
                self._validators.append(Validator(xliff12.xliff12_table(strict=True), self._against_strict))
            self._keys = Keys12(self._remarks)
        else:
            self._remarks.add(rules.NAMESPACE, line, name=namespace[:60])

    def declared(self, prefix: str, line: int) -> None:
        """Namespaces may be declared."""

    def start(self, name: str, attributes: dict[str, str], line: int) -> None:
        """An element begins."""
        if not self._path:
            self.title = f"XLIFF {attributes.get('version', '')[:10]}".strip()
        for validator in self._validators:
            validator.start(name, attributes, line)
        if self._keys is not None and not self._is_closed:
            self._keys.start(name, attributes, line, self._path)
        self._path.append(name)
        self._is_closed += _is_closed(name)

    def text(self, data: str, line: int) -> None:
        """Text must not stand everywhere."""
        for validator in self._validators:
            validator.text(data, line)

    def end(self, name: str, line: int) -> None:
        """An element ends."""
        self._path.pop()
        self._is_closed -= _is_closed(name)
        for validator in self._validators:
            validator.end(line)
        if self._keys is not None and not self._is_closed:
            self._keys.end(name)

    def finish(self) -> None:
        """Nothing is left to say at the end."""

    def _against(self, violation: Violation) -> None:
        remark_on(violation, rules.BY_KIND, self._remarks)

    def _against_strict(self, violation: Violation) -> None:
        remark_on(violation, rules.BY_KIND_STRICT, self._remarks)


def _is_closed(name: str) -> bool:
    """Whether what stands in an element is not compared with the rest of the file."""
    return name.startswith("{") or name == "tool"
