"""The rules for TMX."""

from __future__ import annotations

from tm.lint.model import STANDARD, Rule, Verdict
from tm.lint.rules.structural import structural_rules

__all__ = [
    "BY_KIND",
    "CODES",
    "DATE",
    "EMPTY",
    "ENDING",
    "HEADER",
    "HISTORY",
    "LANGUAGE_CODE",
    "LANGUAGE_TWICE",
    "LANG_ATTRIBUTE",
    "MANY_LANGUAGES",
    "MIXED_SCRIPTS",
    "NAMESPACE",
    "NOTES",
    "NO_SOURCE",
    "NO_TARGET",
    "OLD_CODES",
    "OLD_VERSION",
    "PAIR",
    "REGION",
    "RULES",
    "SEVERAL_NOTES",
    "SOURCE_LANGUAGE",
    "SOURCE_OF_ALL",
    "VARIANT_NOTES",
    "VERSION",
]

_DTD = "the DTD of TMX 1.1 to 1.4; OmegaT 6.1 validates against its XSD of 1.1 or 1.4"
_OMEGAT = "OmegaT, TMXReader2"
_WEBLATE = "Weblate, weblate/memory/models.py"

BY_KIND = structural_rules("tmx", (STANDARD, "omegat"), _DTD)

VERSION = Rule(
    "tmx-version",
    (STANDARD, "omegat"),
    Verdict.REFUSES,
    'the version is "{version}"',
    'write version="1.4": that is what files of TMX 1.4b say too',
    _DTD,
    by_schema=True,
)
OLD_VERSION = Rule(
    "tmx-version-between",
    ("omegat",),
    Verdict.MAY_REFUSE,
    'the version is "{version}"; OmegaT has the schemas of 1.1 and 1.4',
    'save it as TMX 1.4, with version="1.4"',
    _OMEGAT,
)
NAMESPACE = Rule(
    "tmx-namespace",
    (STANDARD,),
    Verdict.REFUSES,
    "a namespace is declared, and the DTD knows none",
    "take the declaration out, and all that has its prefix",
    "the DTD of TMX",
    by_schema=True,
)
LANG_ATTRIBUTE = Rule(
    "tmx-lang",
    (STANDARD, "omegat"),
    Verdict.REFUSES,
    "<tuv> has lang in place of xml:lang",
    "write xml:lang, as TMX has it since 1.3",
    _DTD,
    by_schema=True,
)
LANGUAGE_CODE = Rule(
    "tmx-language-code",
    ("omegat",),
    Verdict.MAY_REFUSE,
    '<{element}> has xml:lang="{language}", which is no language tag',
    "write it with hyphens, as zh-CN",
    "XML Schema, xs:language, the type of xml:lang in the XSD of TMX 1.4; not tried with OmegaT",
    by_schema=True,
)
REGION = Rule(
    "tmx-language-region",
    ("trados",),
    Verdict.MAY_LOSE,
    'the language "{language}" has no region; Trados imports nothing, without an error, when the languages are not'
    " those of its memory",
    "write the languages of the memory, as zh-CN and en-US",
    "Trados, import of TMX",
)
PAIR = Rule(
    "tmx-pair",
    ("trados",),
    Verdict.LOSES,
    "the unit is not of the pair {pair}: Trados leaves it out, without an error",
    "write the languages of the memory",
    "Trados, import of TMX",
)
MANY_LANGUAGES = Rule(
    "tmx-languages",
    ("trados",),
    Verdict.MAY_LOSE,
    "the file has {count} languages ({languages}), a memory of Trados one pair",
    "make a file for each pair",
    "Trados, import of TMX",
)
MIXED_SCRIPTS = Rule(
    "tmx-scripts",
    ("omegat",),
    Verdict.MAY_LOSE,
    "the file mixes simplified and traditional Chinese ({languages}); OmegaT takes one for the other where it has"
    " nothing nearer",
    "make a file for each",
    "OmegaT, TMXReader2, getTuvByLang",
)
SOURCE_OF_ALL = Rule(
    "tmx-srclang-all",
    ("weblate",),
    Verdict.REFUSES,
    'srclang is "*all*", for which Weblate finds no language',
    "write the language of the source, as zh-CN",
    f"{_WEBLATE}, import_tmx",
)
SOURCE_LANGUAGE = Rule(
    "tmx-srclang",
    ("weblate",),
    Verdict.REFUSES,
    "the header says no source language",
    "write srclang, as zh-CN",
    f"{_WEBLATE}, import_tmx",
)
HEADER = Rule(
    "tmx-header",
    ("weblate",),
    Verdict.REFUSES,
    "the file has no header, where Weblate looks for the source language",
    "add one with srclang",
    f"{_WEBLATE}, import_tmx",
)
ENDING = Rule(
    "tmx-ending",
    ("weblate",),
    Verdict.REFUSES,
    "the name of the file does not end with .tmx",
    "rename it",
    f"{_WEBLATE}, import_file",
)
EMPTY = Rule(
    "tmx-empty",
    ("weblate",),
    Verdict.REFUSES,
    "the file has no unit",
    "there is nothing to import",
    f"{_WEBLATE}, import_file",
)
NO_SOURCE = Rule(
    "tmx-no-source",
    ("weblate",),
    Verdict.LOSES,
    'the unit has no text in the language of the source, "{language}"',
    "add it, or correct srclang",
    f"{_WEBLATE}, import_tmx",
)
NO_TARGET = Rule(
    "tmx-no-target",
    ("weblate",),
    Verdict.LOSES,
    "the unit has no text beside the source",
    "add it, or take the unit out",
    f"{_WEBLATE}, import_tmx",
)
LANGUAGE_TWICE = Rule(
    "tmx-language-twice",
    ("omegat", "weblate"),
    Verdict.LOSES,
    'the unit has several texts in "{language}", of which the last one stays',
    "make a unit for each",
    f"{_OMEGAT}, getTuvByLang; {_WEBLATE}, import_tmx",
)
DATE = Rule(
    "tmx-date",
    ("omegat",),
    Verdict.LOSES,
    'the date {name}="{value}" is not understood',
    "write it as 20240628T093000Z",
    f"{_OMEGAT}, parseISO8601date; TMX 1.4, 2.1.2",
)
VARIANT_NOTES = Rule(
    "tmx-variant-notes",
    ("omegat",),
    Verdict.LOSES,
    "<{name}> inside of <tuv> is passed over",
    "move it to the unit, before its first <tuv>",
    f"{_OMEGAT}, parseTuv",
)
SEVERAL_NOTES = Rule(
    "tmx-notes",
    ("omegat",),
    Verdict.LOSES,
    "the unit has several notes, of which the last one stays",
    "join them into one",
    f"{_OMEGAT}, parseNote",
)
NOTES = Rule(
    "tmx-properties",
    ("weblate",),
    Verdict.LOSES,
    "notes and properties (but x-context) are not kept",
    "keep the file, if they matter",
    f"{_WEBLATE}, import_tmx",
)
HISTORY = Rule(
    "tmx-history",
    ("weblate",),
    Verdict.LOSES,
    "dates and persons are not kept",
    "keep the file, if they matter",
    f"{_WEBLATE}, import_tmx",
)
CODES = Rule(
    "tmx-codes",
    ("weblate",),
    Verdict.LOSES,
    "what stands in inline codes becomes text of the segment",
    "write it for Weblate: zhterm tm export memory.tmx --for weblate",
    "Weblate reads with translate-toolkit, whose getNodeText joins all text; tried with 3.15 and later",
)
OLD_CODES = Rule(
    "tmx-ut",
    ("omegat", "trados", "memoq"),
    Verdict.MAY_LOSE,
    "<ut> is deprecated since TMX 1.4",
    "write <ph>, <bpt> and <ept>, or <it>",
    "TMX 1.4, 2.2: deprecated; not tried",
)

RULES = (
    *BY_KIND.values(),
    VERSION,
    OLD_VERSION,
    NAMESPACE,
    LANG_ATTRIBUTE,
    LANGUAGE_CODE,
    REGION,
    PAIR,
    MANY_LANGUAGES,
    MIXED_SCRIPTS,
    SOURCE_OF_ALL,
    SOURCE_LANGUAGE,
    HEADER,
    ENDING,
    EMPTY,
    NO_SOURCE,
    NO_TARGET,
    LANGUAGE_TWICE,
    DATE,
    VARIANT_NOTES,
    SEVERAL_NOTES,
    NOTES,
    HISTORY,
    CODES,
    OLD_CODES,
)
