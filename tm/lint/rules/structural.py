"""The rules that a table of elements gives, for each format the same in its own name."""

from __future__ import annotations

from collections.abc import Mapping

from tm.lint.model import Rule, Verdict
from tm.lint.remarks import Remarks
from tm.lint.structure.validate import Kind, Violation

__all__ = ["remark_on", "structural_rules"]

_TEXTS = {
    Kind.ROOT: ("the root is <{element}>", "the root must be <{expected}>, in the namespace of the format"),
    Kind.UNKNOWN: ("<{element}> has a child <{name}>, which the format does not know", "take it out"),
    Kind.PLACE: ("<{name}> may not stand there in <{element}>", "at that place: {expected}"),
    Kind.MISSING: ("<{element}> is not complete", "add {expected}"),
    Kind.TEXT: ("text between the elements of <{element}>: {value}", "put it into an element, or take it out"),
    Kind.ATTRIBUTE: ("<{element}> may not have the attribute {name}", "take it out"),
    Kind.ATTRIBUTE_MISSING: ("<{element}> lacks the attribute {name}", "add it"),
    Kind.VALUE: ('<{element}> has {name}="{value}", a value the format does not know', "write one it knows"),
}


def structural_rules(prefix: str, readers: tuple[str, ...], source: str) -> dict[Kind, Rule]:
    """A rule for each kind of violation."""
    return {
        kind: Rule(f"{prefix}-{kind}", readers, Verdict.REFUSES, message, remedy, source, by_schema=True)
        for kind, (message, remedy) in _TEXTS.items()
    }


def remark_on(violation: Violation, rules: Mapping[Kind, Rule], remarks: Remarks) -> None:
    """The remark for a violation."""
    remarks.add(
        rules[violation.kind],
        violation.line,
        element=_shown(violation.element),
        name=_shown(violation.name),
        value=violation.value,
        expected=violation.expected or "nothing more",
    )


def _shown(name: str) -> str:
    """A name as a message shows it: the last part of the namespace tells enough.

    >>> _shown("{http://example.org/own/2.0}prop"), _shown("{}prop")
    ('own/2.0:prop', 'prop')
    """
    if not name.startswith("{"):
        return name[:60]
    namespace, _, local = name[1:].rpartition("}")
    tail = "/".join(namespace.rstrip("/").split("/")[-2:])[-40:]
    return f"{tail}:{local[:60]}" if tail else local[:60]
