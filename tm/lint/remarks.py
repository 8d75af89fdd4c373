"""The remarks on a file while it is read: each reason once, with its first line and how often it was met."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tm.lint.model import Remark, Rule

__all__ = ["Remarks"]

_MANY = 20
"""Different reasons of one rule; further ones are counted with the last, so that memory stays flat."""


@dataclass(slots=True)
class _Found:
    """A reason, while it is counted."""

    rule: Rule
    line: int
    message: str
    remedy: str
    count: int = 1


class Remarks:
    """Collects remarks; memory does not grow with the file."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], _Found] = {}
        self._reasons: Counter[str] = Counter()
        self._last: dict[str, tuple[str, str]] = {}
        self.is_stopped = False
        """Whether the rest of the file cannot be read."""

    def add(self, rule: Rule, line: int, **details: str) -> None:
        """One more place that breaks a rule; the details fill its message and its remedy."""
        message = rule.message.format(**details) if details else rule.message
        key = (rule.id, message)
        if key not in self._found and self._reasons[rule.id] >= _MANY:
            key = self._last[rule.id]
        known = self._found.get(key)
        if known is None:
            self._reasons[rule.id] += 1
            self._last[rule.id] = key
            self._found[key] = _Found(rule, line, message, rule.remedy.format(**details))
        else:
            known.line = min(known.line, line)
            known.count += 1

    def all(self) -> tuple[Remark, ...]:
        """By line, then by rule."""
        found = sorted(self._found.values(), key=lambda one: (one.line, one.rule.id))
        return tuple(Remark(one.rule, one.line, one.message, one.remedy, one.count) for one in found)
