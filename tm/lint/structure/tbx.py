"""The elements of TBX: version 3 after the schema of its core, version 2 after the DTD of its core structure."""

from __future__ import annotations

from functools import cache

from tm.lint.structure.table import Table, table, token, values
from tm.lint.structure.xliff2 import LANGUAGE

__all__ = ["NAMESPACE", "tbx_table"]

NAMESPACE = "urn:iso:std:iso:30042:ed-2"

# What both versions share.
_HEADER = """
fileDesc: titleStmt?, publicationStmt?, sourceDesc+ @ id:name
titleStmt: title, note* @ &idlang
title: #text @ &idlang
publicationStmt: p+ @ id:name
sourceDesc: p+ @ &idlang
encodingDesc: p+ @ id:name
revisionDesc: change+ @ &idlang
change: p+ @ &idlang
p: #text (&inline)* @ &idlang type
text: body, back? @ id:name
term: #text hi* @ id:name
note: #text (&inline)* @ &idlang
admin: #text (&inline)* @ &typed
adminNote: #text @ &typed
descrip: #text (&inline)* @ &typed
descripNote: #text @ &typed
termNote: #text (&inline)* @ &typed
transac: #text @ &typed
transacNote: #text @ &typed
ref: #text @ &typed
date: #text @ id:name
foreign: #text (&inline)* @ &idlang
"""
_VERSION_3 = """
tbx: tbxHeader, text @ style!:style xml:lang! type!:dialect
tbxHeader: fileDesc, encodingDesc?, revisionDesc? @ id:name
body: conceptEntry+ @ id:name
conceptEntry: &aux, langSec+ @ id!:name
langSec: &aux, termSec+ @ xml:lang!
termSec: term, ((termNote | termNoteGrp)* | ANY*), &aux @ id:name
termNoteGrp: (termNote | ANY), &link @ id:name
adminGrp: (admin, (adminNote | note | ref | xref)*) | (ANY, (note | ANY)*) @ id:name
descripGrp: (descrip, (descripNote | admin | adminGrp | transacGrp | note | ref | xref)*) \
| (ANY, (note | adminGrp | transacGrp | ANY)*) @ id:name
transacGrp: (transac, (transacNote | date | note | ref | xref)*) | (ANY, (date | note | ANY)*) @ id:name
xref: #text @ id:name target!:address type! module
hi: #text @ target:name xml:lang:language type:hi
sc: @ id!:name disp equiv subType:own type:kind target:name isolated:yesno
ec: @ id:name startRef:name disp equiv subType:own type:kind target:name isolated:yesno
ph: @ id:name disp equiv subType:own type:kind
back: refObjectSec* @ id:name
refObjectSec: refObject+ @ id:name type!
refObject: (itemSet | itemGrp | item)+ @ id:name
item: #text (&inline)* @ id:name type
itemGrp: item, &link @ id:name
itemSet: (item | itemGrp)+ @ id:name type
"""
_VERSION_2 = """
martif: martifHeader, text @ type! xml:lang!
martifHeader: fileDesc, encodingDesc?, revisionDesc? @ id:name
body: termEntry+ @ id:name
termEntry: &aux, langSet+ @ id:name
langSet: &aux, (tig | ntig)+ @ id:name xml:lang!
tig: term, termNote*, &aux @ id:name
ntig: termGrp, &aux @ id:name
termGrp: term, (termNote | termNoteGrp)*, termCompList* @ id:name
termCompList: &aux, (termComp | termCompGrp)+ @ id:name type!
termComp: #text @ &idlang
termCompGrp: termComp, (termNote | termNoteGrp)*, &link @ id:name
termNoteGrp: termNote, &link @ id:name
adminGrp: admin, (adminNote | note | ref | xref)* @ id:name
descripGrp: descrip, (descripNote | admin | adminGrp | transacGrp | note | ref | xref)* @ id:name
transacGrp: transac, (transacNote | date | note | ref | xref)* @ id:name
xref: #text @ id:name target! type!
hi: #text @ target:name type xml:lang
bpt: #text @ i type
ept: #text @ i
ph: #text @ assoc type
back: refObjectList* @ id:name
refObjectList: refObject+ @ id:name type!
refObject: (itemSet | itemGrp | item)+ @ id:name
item: #text (&inline)* @ id:name type
itemGrp: item, &link @ id:name
itemSet: (item | itemGrp)+ @ id:name type
"""

_CLASSIC = "descrip | descripGrp | admin | adminGrp | transacGrp | note | ref | xref"
_GROUPS_3 = {
    "aux": f"(({_CLASSIC})* | (note | adminGrp | descripGrp | transacGrp | ANY)*)",
    "link": "((admin | adminGrp | transacGrp | note | ref | xref)* | (adminGrp | transacGrp | note | ANY)*)",
    "idlang": "id:name xml:lang:language",
    "typed": "id:name xml:lang:language target:name datatype type! module",
    "inline": "hi | foreign | sc | ec | ph",
}
_GROUPS_2 = {
    "aux": f"({_CLASSIC})*",
    "link": "(admin | adminGrp | transacGrp | note | ref | xref)*",
    "idlang": "id:name xml:lang",
    "typed": "id:name xml:lang target datatype type!",
    "inline": "hi | foreign | bpt | ept | ph",
}
_TYPES = {
    "name": token("", r"[^\W\d][-.\w\u00b7]*"),
    "language": token("", LANGUAGE),
    "style": token("dca dct"),
    "dialect": values("", "TBX-.+"),
    "address": token("", "https?://.+"),
    "own": values("", r"[^\s:]+:[^\s:]+"),
    "kind": token("fmt ui quote link image other"),
    "yesno": token("yes no"),
    "hi": token("entailedTerm hotkey italics bold superscript subscript math"),
}


@cache
def tbx_table(version: int) -> Table:
    """The table of version 2 or 3; what stands in elements of other namespaces (style DCT) is not looked at.

    >>> tbx_table(2).root, tbx_table(3).root
    ('martif', 'tbx')
    """
    if version == 3:
        return table("tbx", _HEADER + _VERSION_3, _TYPES, _GROUPS_3, foreign="skipped", by_schema=False)
    return table("martif", _HEADER + _VERSION_2, _TYPES, _GROUPS_2, by_schema=False)
