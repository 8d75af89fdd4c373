"""The rules for term bases of memoQ as CSV."""

from __future__ import annotations

from tm.lint.model import Rule, Verdict

__all__ = ["BROKEN", "ENCODING", "ENTRY_COLUMNS", "LANGUAGES", "NO_TERM", "RULES", "WIDTH"]

_MEMOQ = ("memoq",)
_EXPORT = "memoQ, the CSV it exports itself"

ENCODING = Rule(
    "memoq-encoding",
    _MEMOQ,
    Verdict.MAY_LOSE,
    "the file is not in UTF-8",
    "save it as UTF-8, or choose the encoding in memoQ",
    f"{_EXPORT} is in UTF-8",
)
BROKEN = Rule(
    "memoq-broken",
    _MEMOQ,
    Verdict.MAY_REFUSE,
    "{what}",
    "{remedy}",
    "RFC 4180; not tried with memoQ",
)
ENTRY_COLUMNS = Rule(
    "memoq-heading",
    _MEMOQ,
    Verdict.MAY_REFUSE,
    "the heading row lacks {columns}",
    "write the headings as memoQ does: Entry_ID, Entry_Subject … Entry_Note, then the languages",
    _EXPORT,
)
LANGUAGES = Rule(
    "memoq-languages",
    _MEMOQ,
    Verdict.MAY_REFUSE,
    "the heading row names {count} languages, and a term base has two or more",
    "head the columns of terms with the language, as Chinese_PRC and English_United_States",
    _EXPORT,
)
WIDTH = Rule(
    "memoq-row",
    _MEMOQ,
    Verdict.MAY_REFUSE,
    "the row has {count} cells under {headings} headings",
    "quote cells that contain a comma, and add the empty ones",
    "RFC 4180; not tried with memoQ",
)
NO_TERM = Rule(
    "memoq-no-term",
    _MEMOQ,
    Verdict.MAY_LOSE,
    "the entry has no term in any language",
    "add one, or take the row out",
    f"{_EXPORT}: an entry has terms; not tried",
)

RULES = (ENCODING, BROKEN, ENTRY_COLUMNS, LANGUAGES, WIDTH, NO_TERM)
