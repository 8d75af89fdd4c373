"""The elements of TMX 1.1 to 1.4, after the DTDs of the standard."""

from __future__ import annotations

from functools import cache

from tm.lint.structure.table import Table, table, values

__all__ = ["VERSIONS", "tmx_table"]

VERSIONS = ("1.1", "1.2", "1.3", "1.4")

_ROWS = """
tmx: header, body @ version:version
header: (note | prop | ude)* @ creationtool! creationtoolversion! segtype!:segtype o-tmf! adminlang! srclang! \
datatype! o-encoding creationdate creationid changedate changeid
body: tu*
note: #text @ o-encoding &lang
ude: map+ @ name! base
map: @ unicode! code ent subst
prop: #text @ type! o-encoding &lang
tu: (note | prop)*, tuv+ @ tuid &history segtype:segtype srclang
tuv: (note | prop)*, seg @ &required &history
seg: #text (&codes)*
bpt: #text sub* @ i! x type
ept: #text sub* @ i!
it: #text sub* @ pos!:pos x type
ph: #text sub* @ x assoc type
sub: #text (&inner)* @ &subtype
ut: #text &sub @ x
"""
_HI = "hi: #text (bpt | ept | it | ph | hi | ut)* @ x type\n"

_HISTORY = (
    "o-encoding datatype usagecount lastusagedate creationtool creationtoolversion creationdate creationid changedate"
    " changeid o-tmf"
)
_CODES = "bpt | ept | ph | it | ut"


@cache
def tmx_table(version: str) -> Table:
    """The table of a version; of 1.4 for one that nobody knows.

    >>> "xml:lang" in tmx_table("1.4").elements["tuv"].required, "lang" in tmx_table("1.1").elements["tuv"].required
    (True, True)
    """
    old = version in ("1.1", "1.2")
    oldest = version == "1.1"
    newest = not old and version != "1.3"
    groups = {
        "history": _HISTORY,
        "lang": "lang" if old else "xml:lang lang",
        "required": "lang!" if old else "xml:lang! lang",
        "codes": f"{_CODES} | {'sub' if oldest else 'hi'}",
        "inner": _CODES if oldest else f"{_CODES} | hi",
        "subtype": "" if oldest else "datatype type",
        "sub": "sub*" if newest else "",
    }
    rows = _ROWS if oldest else _ROWS + _HI
    if version == "1.3":
        # its DTD forgot the attribute here
        rows = rows.replace("prop: #text @ type! o-encoding &lang", "prop: #text @ type! o-encoding xml:lang")
    if old:
        rows = rows.replace("version:version", "version!")
    types = {
        "version": values("1.3" if version == "1.3" else "1.4"),
        "segtype": values("block paragraph sentence phrase"),
        "pos": values("begin end"),
    }
    return table("tmx", rows, types, groups, by_schema=False)
