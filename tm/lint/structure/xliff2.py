"""The elements of XLIFF 2.0 and 2.1, after the schema of the core."""

from __future__ import annotations

from functools import cache

from tm.lint.structure.table import Table, table, token, values

__all__ = ["LANGUAGE", "NAMESPACE", "xliff2_table"]

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"

_ROWS = """
xliff: file+ @ version! srcLang! trgLang xml:space *
file: skeleton?, ANY*, notes?, (unit | group)+ @ id!:token original &flow xml:space *
skeleton: #text ANY* @ href
group: ANY*, notes?, (unit | group)* @ id!:token name &flow type:own xml:space *
unit: ANY*, notes?, originalData?, (segment | ignorable)+ @ id!:token name &flow type:own xml:space *
segment: source, target? @ id:token canResegment:yesno state:state subState
ignorable: source, target? @ id:token
notes: note+
note: #text @ id:token appliesTo:side category priority:positive *
originalData: data+
data: #text cp* @ id!:token dir:direction xml:space:kept
source: #text (&inline)* @ xml:lang xml:space
target: #text (&inline)* @ xml:lang xml:space order:positive
cp: @ hex!:hex
ph: @ &code disp equiv id!:token dataRef:token subFlows:tokens &kind *
pc: #text (&inline)* @ &code canOverlap:yesno dispEnd dispStart equivEnd equivStart id!:token dataRefEnd:token \
dataRefStart:token subFlowsEnd:tokens subFlowsStart:tokens &kind dir:direction *
sc: @ &code canOverlap:yesno dataRef:token dir:direction disp equiv id!:token isolated:yesno subFlows:tokens &kind *
ec: @ &code canOverlap:yesno dataRef:token dir:direction disp equiv id:token isolated:yesno startRef:token \
subFlows:tokens &kind *
mrk: #text (&inline)* @ id!:token translate:yesno type:mark ref value *
sm: @ id!:token translate:yesno type:mark ref value *
em: @ startRef!:token
"""

_GROUPS = {
    "inline": "cp | ph | pc | sc | ec | mrk | sm | em",
    "flow": "canResegment:yesno translate:yesno srcDir:direction trgDir:direction",
    "code": "canCopy:yesno canDelete:yesno canReorder:reorder copyOf:token",
    "kind": "subType:own type:kind",
}

_OWN = r"[^\s:]+:[^\s:]+"
_TOKEN = r"[-.:\w\u00b7]+"

LANGUAGE = r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*"
"""A language tag as XML Schema has it."""

_TYPES = {
    "token": token("", _TOKEN),
    "tokens": token("", rf"{_TOKEN}(?:\s+{_TOKEN})*"),
    "own": values("", _OWN),
    "yesno": values("yes no"),
    "reorder": values("yes firstNo no"),
    "direction": values("ltr rtl auto"),
    "state": values("initial translated reviewed final"),
    "side": values("source target"),
    "positive": token("", r"\+?0*[1-9][0-9]*"),
    "hex": token("", "(?:[0-9a-fA-F]{2})*"),
    "kind": values("fmt ui quote link image other"),
    "mark": values("", r"\s*(?:generic|comment|term)\s*", _OWN),
    "xml:lang": token("", LANGUAGE, ""),
    "xml:space": token("default preserve"),
    "kept": token("preserve"),
}


@cache
def xliff2_table() -> Table:
    """The core; what modules and extensions add is foreign, and looked into where it holds elements of the core.

    >>> sorted(xliff2_table().elements["xliff"].required)
    ['srcLang', 'version']
    """
    return table("xliff", _ROWS, _TYPES, _GROUPS, foreign="searched")
