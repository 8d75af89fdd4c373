"""The rules for TBX."""

from __future__ import annotations

from tm.lint.model import STANDARD, Rule, Verdict
from tm.lint.rules.structural import structural_rules

__all__ = [
    "BY_KIND",
    "CATEGORY",
    "DATE",
    "ID_TWICE",
    "LEVEL",
    "PICKLIST",
    "REFERENCE",
    "REGION",
    "RULES",
    "STATUS",
    "VERSION_3",
]

_BASIC = "TBX-Basic (DCA), Schematron rules of the dialect"

BY_KIND = structural_rules(
    "tbx", (STANDARD,), "ISO 30042: the schema of the core of version 3, the core structure of version 2"
)

VERSION_3 = Rule(
    "tbx-version",
    ("omegat", "weblate"),
    Verdict.REFUSES,
    "the file is TBX version 3; version 2 is read there",
    "write version 2: zhterm export glossary.tbx",
    "OmegaT, GlossaryReaderTBX, and translate-toolkit, which Weblate reads with, know <martif> only",
)
CATEGORY = Rule(
    "tbx-category",
    (STANDARD,),
    Verdict.REFUSES,
    '<{element}> has the type "{value}", which {dialect} does not have',
    "use a category of the dialect, or a note",
    "TBX-Basic (DCA), its categories; TBX-Core has none",
    by_schema=True,
)
LEVEL = Rule(
    "tbx-level",
    (STANDARD,),
    Verdict.REFUSES,
    '"{value}" may not stand in <{element}>',
    "move it to {expected}",
    _BASIC,
)
PICKLIST = Rule(
    "tbx-picklist",
    (STANDARD,),
    Verdict.REFUSES,
    '"{name}" has the value "{value}"',
    "write one of {expected}",
    _BASIC,
)
DATE = Rule(
    "tbx-date",
    (STANDARD,),
    Verdict.REFUSES,
    '<date> is "{value}"',
    "write it as 2024-06-28",
    "ISO 30042:2019: the type of the content is a date of XML Schema",
    by_schema=True,
)
ID_TWICE = Rule(
    "tbx-id",
    (STANDARD,),
    Verdict.REFUSES,
    'the id "{value}" stands twice',
    "give each element its own",
    "ISO 30042: the type of the attribute is ID; XML 1.0, 3.3.1",
    by_schema=True,
)
REFERENCE = Rule(
    "tbx-reference",
    (STANDARD,),
    Verdict.REFUSES,
    '{name}="{value}" is the id of nothing in the file',
    "add what it names, or take it out",
    "ISO 30042:2019: the type of the attribute is IDREF",
    by_schema=True,
)
STATUS = Rule(
    "tbx-status",
    ("omegat",),
    Verdict.LOSES,
    "a term is {value}; OmegaT offers it like any other",
    "for OmegaT: zhterm export glossary.utf8 --format omegat",
    "OmegaT, GlossaryReaderTBX: the status is a word of the comment",
)
REGION = Rule(
    "tbx-region",
    ("omegat",),
    Verdict.LOSES,
    "the entry has {languages}, which are one language for OmegaT",
    "make a file for each region",
    "OmegaT, GlossaryReaderTBX: only the language code counts",
)

RULES = (*BY_KIND.values(), VERSION_3, CATEGORY, DATE, LEVEL, PICKLIST, ID_TWICE, REFERENCE, STATUS, REGION)
