"""The rules for XLIFF."""

from __future__ import annotations

from tm.lint.model import STANDARD, STRICT, Rule, Verdict
from tm.lint.rules.structural import structural_rules

__all__ = [
    "BY_KIND",
    "BY_KIND_STRICT",
    "CODE",
    "COMPANION",
    "DATA",
    "ID_TWICE",
    "ID_TWICE_2",
    "NAMESPACE",
    "NO_TARGET_LANGUAGE",
    "REFERENCE",
    "RULES",
    "TARGET_LANGUAGE",
    "VERSION",
]

_SCHEMA = "the transitional schema of XLIFF 1.2, the schema of the core of XLIFF 2"
_SPECIFICATION = "XLIFF 2.1, the specification"

BY_KIND = structural_rules("xliff", (STANDARD,), _SCHEMA)
BY_KIND_STRICT = structural_rules("xliff-strict", (STRICT,), "the strict schema of XLIFF 1.2")

NAMESPACE = Rule(
    "xliff-namespace",
    (STANDARD, STRICT),
    Verdict.REFUSES,
    'the namespace of the root is "{name}"; nothing further was compared with the schema',
    "save it as XLIFF 1.2 or 2, with its namespace",
    _SCHEMA,
    by_schema=True,
)
ID_TWICE = Rule(
    "xliff-id",
    (STANDARD, STRICT),
    Verdict.REFUSES,
    '{element} "{value}" stands twice',
    "give each its own",
    "XLIFF 1.2, its keys: unique in a file",
    by_schema=True,
)
REFERENCE = Rule(
    "xliff-reference",
    (STANDARD, STRICT),
    Verdict.REFUSES,
    '{name}="{value}" names nothing in the file',
    "add what it names, or take it out",
    "XLIFF 1.2, the references of its schema",
    by_schema=True,
)
NO_TARGET_LANGUAGE = Rule(
    "xliff-target-language",
    ("trados", "memoq"),
    Verdict.MAY_LOSE,
    "<file> says no target language",
    "add target-language, as en-US",
    "XLIFF 1.2 leaves it out when there is no target; not tried with each",
)
VERSION = Rule(
    "xliff-2-version",
    (STANDARD,),
    Verdict.REFUSES,
    'the version is "{value}"',
    'write version="2.0" or version="2.1"',
    _SPECIFICATION,
)
ID_TWICE_2 = Rule(
    "xliff-2-id",
    (STANDARD,),
    Verdict.REFUSES,
    '{element} "{value}" stands twice',
    "give each its own",
    f"{_SPECIFICATION}, the attribute id",
)
TARGET_LANGUAGE = Rule(
    "xliff-2-target-language",
    (STANDARD,),
    Verdict.REFUSES,
    "there is a <target>, and <xliff> says no language for it",
    "add trgLang, as en-US",
    f"{_SPECIFICATION}, the attribute trgLang",
)
DATA = Rule(
    "xliff-2-data",
    (STANDARD,),
    Verdict.REFUSES,
    '{name}="{value}" names no <data> of the unit',
    "add it to <originalData>, or take the reference out",
    f"{_SPECIFICATION}, the attribute dataRef",
)
COMPANION = Rule(
    "xliff-2-companion",
    (STANDARD,),
    Verdict.REFUSES,
    "<{element}> has {name} without {other}",
    "add {other}, or take {name} out",
    f"{_SPECIFICATION}, the attributes subState and subType",
)
CODE = Rule(
    "xliff-2-code",
    (STANDARD,),
    Verdict.REFUSES,
    "<{element}> has no <{other}> in its unit, and does not say that it is isolated",
    'add <{other}>, or write isolated="yes" where the code goes on in another unit',
    f"{_SPECIFICATION}, the elements sc, ec, sm and em",
)

RULES = (
    *BY_KIND.values(),
    *BY_KIND_STRICT.values(),
    NAMESPACE,
    ID_TWICE,
    REFERENCE,
    NO_TARGET_LANGUAGE,
    VERSION,
    ID_TWICE_2,
    TARGET_LANGUAGE,
    DATA,
    COMPANION,
    CODE,
)
