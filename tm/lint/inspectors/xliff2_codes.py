"""Whether what begins in a unit of XLIFF 2 also ends there: `<sc>` with `<ec>`, `<sm>` with `<em>`."""

from __future__ import annotations

from tm.lint.remarks import Remarks
from tm.lint.rules import xliff as rules

__all__ = ["Codes2"]

_ENDS = {"ec": "sc", "em": "sm"}


class Codes2:
    """Takes the codes of a unit; source and target are each a text over all its segments."""

    def __init__(self, remarks: Remarks) -> None:
        self._remarks = remarks
        self._begun: dict[tuple[str, str, str], int] = {}
        self._ended: dict[tuple[str, str, str], int] = {}

    def start(self, name: str, attributes: dict[str, str], line: int, path: list[str]) -> None:
        """An element begins in those of the path."""
        if name == "unit":
            self._begun.clear()
            self._ended.clear()
        elif name in ("sc", "sm"):
            if attributes.get("isolated") != "yes":
                self._begun.setdefault((_side(path), name, attributes.get("id", "")), line)
        elif name in _ENDS and attributes.get("isolated") != "yes":
            if "startRef" in attributes:
                self._ended.setdefault((_side(path), _ENDS[name], attributes["startRef"]), line)
            elif name == "ec":
                self._remarks.add(rules.CODE, line, element=name, other="sc")

    def end(self, name: str) -> None:
        """At the end of a unit both lists must be the same."""
        if name != "unit":
            return
        for code in self._begun.keys() - self._ended.keys():
            other = "ec" if code[1] == "sc" else "em"
            self._remarks.add(rules.CODE, self._begun[code], element=code[1], other=other)
        for code in self._ended.keys() - self._begun.keys():
            ending = "ec" if code[1] == "sc" else "em"
            self._remarks.add(rules.CODE, self._ended[code], element=ending, other=code[1])


def _side(path: list[str]) -> str:
    return "target" if "target" in path else "source"
