"""The rules for glossaries of OmegaT."""

from __future__ import annotations

from tm.lint.model import Rule, Verdict

__all__ = [
    "COLUMNS",
    "COMMENT",
    "ENCODING",
    "ENDING",
    "GUESSED",
    "HEADING",
    "LINE_BREAK",
    "QUOTES",
    "RULES",
    "SHORT",
]

_OMEGAT = ("omegat",)
_TSV = "OmegaT, GlossaryReaderTSV"
_CSV = "OmegaT, GlossaryReaderCSV"

ENDING = Rule(
    "omegat-ending",
    _OMEGAT,
    Verdict.REFUSES,
    "OmegaT does not look at files that end with {ending}",
    "rename it: .utf8 or .txt for tabs, .csv for commas",
    "OmegaT, OConsts: .tab, .utf8, .txt, .tsv, .csv, .tbx",
)
ENCODING = Rule(
    "omegat-encoding",
    _OMEGAT,
    Verdict.LOSES,
    "the line is not in UTF-8: what OmegaT does not understand becomes �",
    "save the file as UTF-8",
    _TSV,
)
GUESSED = Rule(
    "omegat-encoding-guessed",
    _OMEGAT,
    Verdict.MAY_LOSE,
    "OmegaT reads {ending} in the encoding of the machine, and the file has characters beyond ASCII",
    "{remedy}",
    f"{_TSV}, {_CSV}",
)
HEADING = Rule(
    "omegat-heading",
    _OMEGAT,
    Verdict.LOSES,
    'the heading row ("{first}", "{second}") is read as a term',
    "take it out, or begin it with #",
    f"{_TSV}: there is no heading row",
)
SHORT = Rule(
    "omegat-row",
    _OMEGAT,
    Verdict.LOSES,
    "the row has no source or no target and is passed over",
    "write source{separator}target{separator}comment",
    f"{_TSV}, {_CSV}",
)
COLUMNS = Rule(
    "omegat-columns",
    _OMEGAT,
    Verdict.LOSES,
    "the row has {count} columns, of which the first three are read",
    "join what is to be seen in the third, the comment",
    f"{_TSV}, {_CSV}",
)
COMMENT = Rule(
    "omegat-comment",
    _OMEGAT,
    Verdict.LOSES,
    "the row begins with # and is passed over as a comment",
    "write another character first",
    f"{_TSV}, {_CSV}",
)
QUOTES = Rule(
    "omegat-quotes",
    _OMEGAT,
    Verdict.MAY_LOSE,
    "quotation marks around the cell become part of the term",
    "take them out, unless they belong to the term: between tabs nothing is quoted",
    _TSV,
)
LINE_BREAK = Rule(
    "omegat-line-break",
    _OMEGAT,
    Verdict.LOSES,
    "a cell goes on in the next line, and OmegaT reads each line as a row",
    "write the cell in one line",
    _CSV,
)

RULES = (ENDING, ENCODING, GUESSED, HEADING, SHORT, COLUMNS, COMMENT, QUOTES, LINE_BREAK)
