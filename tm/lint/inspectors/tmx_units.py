"""What readers make of the units of a TMX file."""

from __future__ import annotations

import re

from termbase.language.tags import side_of
from tm.lint.remarks import Remarks
from tm.lint.rules import tmx as rules

__all__ = ["Units"]

_DATE = re.compile(r"[0-9]{8}T[0-9]{6}Z|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_HISTORY = frozenset({"creationdate", "creationid", "changedate", "changeid"})
_DATES = ("creationdate", "changedate")
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})
_MANY = 40
"""Languages whose first places are kept; a memory has two, those of the European Union 24."""


class Units:
    """Takes the elements of the body, unit by unit."""

    def __init__(self, remarks: Remarks, pair: tuple[str, str] | None) -> None:
        self._remarks, self._pair = remarks, pair
        self.source = ""
        """The source language that the header names."""
        self._languages: dict[str, int] = {}
        self._count = 0
        self._line = 0
        self._notes = 0
        self._has_variant = False
        self._in_segment = False
        self._has_text = False
        self._language = ""
        self._variants: list[tuple[str, bool]] = []

    def start(self, name: str, attributes: dict[str, str], line: int, parent: str) -> None:
        """An element begins in another."""
        if name == "tu":
            self._count += 1
            self._line, self._notes, self._variants = line, 0, []
            self._take_history(attributes, line)
        elif name == "tuv":
            self._language = attributes.get("xml:lang") or attributes.get("lang", "")
            self._has_text = False
            self._take_history(attributes, line)
            self._take_language(attributes, line)
        elif name == "seg":
            self._in_segment = True
        elif name in ("prop", "note") and parent in ("tu", "tuv"):
            self._take_note(name, attributes, line, parent)
        elif self._in_segment and name in _CODES:
            self._remarks.add(rules.CODES, line)
            if name == "ut":
                self._remarks.add(rules.OLD_CODES, line)

    def text(self, data: str) -> None:
        """Text of the element."""
        if self._in_segment and not self._has_text:
            self._has_text = bool(data.strip())

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "seg":
            self._in_segment = False
        elif name == "tuv":
            self._variants.append((self._language, self._has_text))
        elif name == "tu":
            self._close_unit()

    def finish(self) -> None:
        """What all units together tell."""
        if not self._count:
            self._remarks.add(rules.EMPTY, 1)
        for language, line in self._languages.items():
            if re.fullmatch("[A-Za-z]{2,3}", language):
                self._remarks.add(rules.REGION, line, language=language)
        if len(self._languages) > 2:
            names, line = list(self._languages), [*self._languages.values()][2]
            listed = ", ".join(names[:6])
            self._remarks.add(rules.MANY_LANGUAGES, line, count=str(len(names)), languages=listed)
        self._compare_scripts()

    def _compare_scripts(self) -> None:
        scripts: dict[str, tuple[str, int]] = {}
        for language, line in self._languages.items():
            if side_of(language) in ("zh-Hans", "zh-Hant") and re.search("[-_]", language):
                scripts.setdefault(side_of(language), (language, line))
        if len(scripts) > 1:
            names = ", ".join(language for language, _ in scripts.values())
            self._remarks.add(rules.MIXED_SCRIPTS, max(line for _, line in scripts.values()), languages=names)

    def _take_history(self, attributes: dict[str, str], line: int) -> None:
        if not attributes or _HISTORY.isdisjoint(attributes):
            return
        self._remarks.add(rules.HISTORY, line)
        for name in _DATES:
            value = attributes.get(name)
            if value is not None and not _DATE.fullmatch(value):
                self._remarks.add(rules.DATE, line, name=name, value=value[:30])

    def _take_language(self, attributes: dict[str, str], line: int) -> None:
        if self._language not in self._languages and self._language and len(self._languages) < _MANY:
            self._languages[self._language] = line

    def _take_note(self, name: str, attributes: dict[str, str], line: int, parent: str) -> None:
        if parent == "tuv":
            self._remarks.add(rules.VARIANT_NOTES, line, name=name)
        elif name == "note":
            self._notes += 1
            if self._notes == 2:
                self._remarks.add(rules.SEVERAL_NOTES, line)
        if attributes.get("type") != "x-context":
            self._remarks.add(rules.NOTES, line)

    def _close_unit(self) -> None:
        """What the variants of the unit tell together."""
        tags = [language.lower() for language, _ in self._variants]
        if len(set(tags)) < len(tags):
            twice = next(language for language, _ in self._variants if tags.count(language.lower()) > 1)
            self._remarks.add(rules.LANGUAGE_TWICE, self._line, language=twice[:30])
        if self.source and self.source.lower() != "*all*":
            own = _family(self.source)
            filled = {_family(language) for language, has_text in self._variants if has_text}
            if own not in filled:
                self._remarks.add(rules.NO_SOURCE, self._line, language=self.source[:30])
            elif len(filled) == 1:
                self._remarks.add(rules.NO_TARGET, self._line)
        if self._pair and not {one.lower() for one in self._pair} <= set(tags):
            self._remarks.add(rules.PAIR, self._line, pair=" – ".join(self._pair))


def _family(tag: str) -> str:
    """What is surely one language for every reader: zh and zh-CN, en and en-GB.

    >>> _family("zh_CN"), _family("zh-TW"), _family("fr-CA")
    ('zh-Hans', 'zh-Hant', 'fr')
    """
    return side_of(tag) or tag.replace("_", "-").partition("-")[0].lower()
