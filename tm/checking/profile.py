"""The profile of a desk: `zhterm.toml`."""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from termbase.errors import InputError
from termbase.language.encodings import decode
from tm.checking.own_rules import OwnRule
from tm.checking.silence import Silence
from tm.checking.toml_places import line_of
from tm.checks import CHECKS
from tm.checks.model import Severity
from tm.checks.style import CHOICES, Style

__all__ = ["PROFILE", "Profile", "find_profile", "read_profile"]

PROFILE = "zhterm.toml"
"""The name under which a profile is found by itself."""

Made = TypeVar("Made", OwnRule, Silence, Style)

_TABLES = ("checks", "severity", "style", "silence", "rule")


@dataclass(frozen=True, slots=True)
class Profile:
    """What a desk has agreed on."""

    only: tuple[str, ...] = ()
    """The checks to run; empty for all."""
    skip: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    style: Style = field(default_factory=Style)
    silences: tuple[Silence, ...] = ()
    rules: tuple[OwnRule, ...] = ()


def find_profile(folder: Path) -> Path | None:
    """The `zhterm.toml` of a folder or of the nearest one above it."""
    for place in (folder, *folder.parents):
        if (place / PROFILE).is_file():
            return place / PROFILE
    return None


def read_profile(path: Path) -> Profile:
    """Read a profile; raises InputError, with the line, for what it does not know and for wrong types."""
    try:
        text = decode(path.read_bytes(), path)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", path=path, remedy="check the path") from error
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"is no TOML: {error}", path=path, remedy="mend the line it names") from error
    return _Reading(path, text).profile(values)


class _Reading:
    """One reading of one profile, which knows where it is."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._text = text

    def profile(self, values: dict[str, Any]) -> Profile:
        self._require_known(values, _TABLES, "", "table")
        rules = tuple(
            self._made(OwnRule, row, "rule", number) for number, row in enumerate(self._rows(values, "rule"))
        )
        known = [*CHECKS, *(rule.id for rule in rules)]
        checks = self._table(values, "checks")
        self._require_known(checks, ("only", "skip"), "checks", "setting")
        return Profile(
            only=self._names(checks, "only", known),
            skip=self._names(checks, "skip", known),
            severities=self._severities(self._table(values, "severity"), known),
            style=self._style(self._table(values, "style")),
            silences=tuple(self._silence(row, n, known) for n, row in enumerate(self._rows(values, "silence"))),
            rules=rules,
        )

    def _table(self, values: dict[str, Any], name: str) -> dict[str, Any]:
        found = values.get(name, {})
        if not isinstance(found, dict):
            self._fail(f"{name} must be a table", "", name, remedy=f"write [{name}]")
        return found

    def _rows(self, values: dict[str, Any], name: str) -> list[dict[str, Any]]:
        found = values.get(name, [])
        if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
            self._fail(f"{name} must be a list of tables", "", name, remedy=f"write [[{name}]]")
        return found

    def _names(self, values: dict[str, Any], key: str, known: Collection[str]) -> tuple[str, ...]:
        found = values.get(key, [])
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            self._fail(f"{key} must be a list of checks", "checks", key, remedy=f'write {key} = ["number", "unit"]')
        for one in found:
            if one not in known:
                self._fail(f"there is no check {one!r}", "checks", key)
        return tuple(found)

    def _severities(self, values: dict[str, Any], known: Collection[str]) -> dict[str, Severity]:
        self._require_known(values, known, "severity", "check")
        for check, value in values.items():
            if value not in list(Severity):
                self._fail(f"{value!r} is no severity", "severity", check, remedy="error, warning or note")
        return {check: Severity(value) for check, value in values.items()}

    def _style(self, values: dict[str, Any]) -> Style:
        for key, choices in CHOICES.items():
            if key in values and values[key] not in choices:
                self._fail(f"{key} cannot be {values[key]!r}", "style", key, remedy=f"one of {', '.join(choices)}")
        abbreviations = values.get("known_abbreviations", [])
        if not isinstance(abbreviations, list) or not all(isinstance(one, str) for one in abbreviations):
            self._fail("known_abbreviations must be a list of texts", "style", "known_abbreviations")
        return self._made(Style, {**values, "known_abbreviations": frozenset(abbreviations)}, "style", 0)

    def _silence(self, row: dict[str, Any], number: int, known: Collection[str]) -> Silence:
        made = self._made(
            Silence, {**row, **({"segment": str(row["segment"])} if "segment" in row else {})}, "silence", number
        )
        if made.check and made.check not in known:
            self._fail(f"there is no check {made.check!r}", "silence", "check", number)
        if made == Silence(reason=made.reason):
            self._fail("this would silence everything", "silence", "", number, "name a check, file, segment or term")
        return made

    def _made(self, kind: type[Made], row: dict[str, Any], table: str, number: int) -> Made:
        """A value of a dataclass from a table whose keys are its fields."""
        fields = {one.name: one for one in dataclasses.fields(kind)}
        self._require_known(row, fields, table, "setting", number)
        for key, value in row.items():
            wanted = _type_of(fields[key].type)
            if not isinstance(value, wanted) or (wanted is not bool and isinstance(value, bool)):
                self._fail(f"{key} must be {_WORDS[wanted]}, not {value!r}", table, key, number)
        try:
            return kind(**row)
        except TypeError:
            missing = [name for name, one in fields.items() if name not in row and _is_required(one)]
            self._fail(f"{', '.join(missing)} is missing", table, "", number)
        except InputError as error:
            self._fail(error.what, table, "", number, error.remedy)

    def _require_known(
        self, values: Collection[str], known: Collection[str], table: str, what: str, number: int = 0
    ) -> None:
        for key in values:
            if key not in known:
                self._fail(f"there is no {what} {key!r}", table, key, number, f"known are {', '.join(known)}")

    def _fail(self, what: str, table: str, key: str = "", number: int = 0, remedy: str = "") -> NoReturn:
        line = line_of(self._text, table, key, number) or line_of(self._text, key) or line_of(self._text, table)
        raise InputError(what, path=self._path, line=line, remedy=remedy or "see them: zhterm checks")


_WORDS = {str: "a text", bool: "true or false", frozenset: "a list of texts"}


def _type_of(annotation: Any) -> type:
    """The plain type of a field's annotation, which is a text."""
    name = str(annotation)
    return bool if name == "bool" else frozenset if name.startswith("frozenset") else str


def _is_required(one: dataclasses.Field[Any]) -> bool:
    return one.default is dataclasses.MISSING and one.default_factory is dataclasses.MISSING
