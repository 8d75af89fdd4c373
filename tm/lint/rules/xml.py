"""What holds for every XML file, whoever reads it."""

from __future__ import annotations

from tm.lint.model import STANDARD, STRICT, Rule, Verdict

__all__ = ["BROKEN", "ENTITY", "FALSE_ENCODING", "RULES"]

_ALL = (STANDARD, STRICT, "omegat", "trados", "memoq", "weblate")

BROKEN = Rule(
    "xml-broken",
    _ALL,
    Verdict.REFUSES,
    "{what}; nothing behind this line was looked at",
    "{remedy}",
    "XML 1.0, 1.2: a reader must not go on after a fatal error",
    by_schema=True,
)
ENTITY = Rule(
    "xml-entity",
    _ALL,
    Verdict.MAY_REFUSE,
    "the file declares the entity {name}, which zhterm does not expand; nothing behind this line was looked at",
    "write what the entity stands for, and save the file without a DTD",
    "readers that are safe from entity bombs refuse or drop entities; not tried with each",
)
FALSE_ENCODING = Rule(
    "xml-encoding",
    _ALL,
    Verdict.MAY_REFUSE,
    "the first line says UTF-16, the bytes are not",
    'write encoding="UTF-8" there',
    "XML 1.0, 4.3.3: an error; some readers go by the bytes",
)

RULES = (BROKEN, ENTITY, FALSE_ENCODING)
