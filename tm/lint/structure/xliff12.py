"""The elements of XLIFF 1.2, after its two schemas: the transitional one, which tools write, and the strict one."""

from __future__ import annotations

import re
from functools import cache

from tm.lint.structure.table import Table, table, token, values
from tm.lint.structure.xliff2 import LANGUAGE

__all__ = ["NAMESPACE", "xliff12_table"]

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"

_ROWS = """
xliff: (ANY*, file)+ @ version!:version xml:lang &others
file: header?, body @ original! source-language!:language datatype!:datatype tool-id &tool date:date xml:space &ts \
category target-language:language product-name product-version build-num &others
header: skl?, phase-group?, (glossary | reference | count-group | &prop_group note | tool)*, ANY*
skl: internal-file | external-file
glossary: internal-file | external-file
reference: internal-file | external-file
internal-file: #text @ form crc:token
external-file: @ href! crc:token uid:token
note: #text @ xml:lang priority:priority from annotates:annotates
phase-group: phase+
phase: note* @ phase-name! process-name! company-name tool-id &tool date:date job-id contact-name contact-email \
contact-phone
count-group: count* @ name!
count: #text @ count-type:count-type phase-name unit:unit
context-group: context+ @ name crc:token purpose:purpose
context: #text @ context-type!:context-type match-mandatory:yesno crc:token
tool: #open @ tool-id! tool-name! tool-version tool-company &others
body: (group | trans-unit | bin-unit)*
group: context-group*, count-group*, &prop_groups note*, ANY*, (group | trans-unit | bin-unit)+ @ id \
datatype:datatype xml:space &ts restype:restype resname &origin &layout translate:yesno reformat:reformat &size \
merged-trans:yesno &others
trans-unit: source, seg-source?, target?, (context-group | count-group | &prop_group note | alt-trans)*, ANY* @ id! \
approved:yesno translate:yesno reformat:reformat xml:space datatype:datatype &ts phase-name restype:restype resname \
&origin &layout &size merged-trans:yesno &others
source: #text (&inline)* @ xml:lang &ts &others
seg-source: #text (&inline)* @ xml:lang &ts &others
target: #text (&inline)* @ state:state state-qualifier:qualifier phase-name:token xml:lang &ts &restype resname \
&layout equiv-trans:yesno &others
alt-trans: source?, seg-source?, &targets, context-group*, &prop_groups note*, ANY* @ match-quality tool-id &tool \
crc:token xml:lang origin datatype:datatype xml:space &ts restype:restype resname &origin mid:token &layout \
phase-name:token alttranstype:alttranstype &others
bin-unit: bin-source, bin-target?, (context-group | count-group | &prop_group note | trans-unit)*, ANY* @ id! \
mime-type!:mime approved:yesno translate:yesno reformat:reformat &ts restype:restype resname phase-name &others
bin-source: internal-file | external-file @ &ts &others
bin-target: internal-file | external-file @ mime-type:mime &ts state:state state-qualifier:qualifier \
phase-name:token restype:restype resname &others
g: #text (&inline)* @ ctype:delimiter clone:yesno &code
x: @ ctype:placeholder clone:yesno &code
bx: @ rid:token ctype:delimiter clone:yesno &code
ex: @ rid:token &code
ph: #text sub* @ ctype:placeholder crc assoc:assoc &code
bpt: #text sub* @ rid:token ctype:delimiter crc &code
ept: #text sub* @ rid:token crc &code
it: #text sub* @ pos!:pos rid:token ctype:delimiter crc &code
sub: #text (&inline)* @ datatype:datatype ctype:delimiter xid
mrk: #text (&inline)* @ mtype!:mtype mid:token comment &ts &others
"""
_TRANSITIONAL_ROWS = """
prop-group: prop+ @ name
prop: #text @ prop-type! xml:lang
"""

_GROUPS = {
    "inline": "g | bpt | ept | ph | it | mrk | x | bx | ex",
    "code": "id! &ts xid equiv-text &others",
    "origin": "extradata extype help-id:token menu menu-option menu-name",
    "layout": "coord:coordinates font css-style style:token exstyle:token",
    "size": "size-unit:size-unit maxwidth:token minwidth:token maxheight:token minheight:token maxbytes:token"
    " minbytes:token charclass",
}
_STRICT = {
    "others": "*xml",
    "tool": "",
    "ts": "",
    "prop_groups": "",
    "prop_group": "",
    "targets": "target",
    "restype": "",
}
_TRANSITIONAL = {
    "others": "**",
    "tool": "tool",
    "ts": "ts",
    "prop_groups": "prop-group*,",
    "prop_group": "prop-group |",
    "targets": "target+",
    "restype": "restype:restype",
}

_OWN = r"x-\S+"
_DATATYPES = (
    "asp c cdf cfm cpp csharp cstring csv database documentfooter documentheader filedialog form html htmlbody ini"
    " interleaf javaclass javapropertyresourcebundle javalistresourcebundle javascript jscript layout lisp margin"
    " menufile messagefile mif mimetype mo msglib pagefooter pageheader parameters pascal php plaintext po report"
    " resources resx rtf sgml sgmldtd svg vbscript warning winres xhtml xml xmldtd xsl xul"
)
_RESTYPES = (
    "auto3state autocheckbox autoradiobutton bedit bitmap button caption cell checkbox checkboxmenuitem"
    " checkedlistbox colorchooser combobox comboboxexitem comboboxitem component contextmenu ctext cursor"
    " datetimepicker defpushbutton dialog dlginit edit file filechooser fn font footer frame grid groupbox header"
    " heading hedit hscrollbar icon iedit keywords label linklabel list listbox listitem ltext menu menubar menuitem"
    " menuseparator message monthcalendar numericupdown panel popupmenu pushbox pushbutton radio radiobuttonmenuitem"
    " rcdata row rtext scrollpane separator shortcut spinner splitter state3 statusbar string tabcontrol table"
    " textbox togglebutton toolbar tooltip trackbar tree uri userbutton usercontrol var versioninfo vscrollbar window"
)
_STATES = (
    "final needs-adaptation needs-l10n needs-review-adaptation needs-review-l10n needs-review-translation"
    " needs-translation new signed-off translated"
)
_QUALIFIERS = (
    "exact-match fuzzy-match id-match leveraged-glossary leveraged-inherited leveraged-mt leveraged-repository"
    " leveraged-tm mt-suggestion rejected-grammar rejected-inaccurate rejected-length rejected-spelling tm-suggestion"
)
_MARKED = (
    "abbrev abbreviated-form abbreviation acronym appellation collocation common-name datetime equation expanded-form"
    " formula head-term initialism international-scientific-term internationalism logical-expression"
    " materials-management-unit name near-synonym part-number phrase phraseological-unit protected romanized-form seg"
    " set-phrase short-form sku standard-text symbol synonym synonymous-phrase term transcribed-form"
    " transliterated-form truncated-term variant"
)
_CONTEXTS = "database element elementtitle linenumber numparams paramnotes record recordtitle sourcefile"
_SIZES = "byte char col cm dlgunit em ex glyph in mm percent pixel point row"
_UNITS = "word page trans-unit bin-unit glyph item instance character line sentence paragraph segment placeable"
_REFORMATS = "coord coord-x coord-y coord-cx coord-cy font font-name font-size font-weight css-style style ex-style"
_REFORMAT = rf"(?:{_OWN}|{'|'.join(_REFORMATS.split())})"
_DAY = r"-?[0-9]{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_TIME = r"(?:[01][0-9]|2[0-4]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})?"

_TYPES: dict[str, re.Pattern[str]] = {
    "version": values("1.2 1.1 1.0"),
    "language": token("", LANGUAGE),
    "xml:lang": token("", LANGUAGE, ""),
    "xml:space": token("default preserve"),
    "token": token("", r"[-.:\w\u00b7]+"),
    "yesno": token("yes no"),
    "pos": token("open close"),
    "assoc": token("preceding following both"),
    "annotates": token("source target general"),
    "priority": token("", r"\+?0*(?:[1-9]|10)"),
    "date": token("", f"{_DAY}T{_TIME}"),
    "coordinates": values("", ";".join([r"(?:-?\d+|#)"] * 4)),
    "mime": values("", r"(?:text|multipart|message|application|image|audio|video|model)(?:/.+)*"),
    "purpose": values("information location match", _OWN),
    "alttranstype": values("proposal previous-version rejected reference accepted", _OWN),
    "datatype": token(_DATATYPES, _OWN),
    "restype": token(_RESTYPES, _OWN),
    "context-type": values(_CONTEXTS, _OWN),
    "state": token(_STATES, _OWN),
    "qualifier": token(_QUALIFIERS, _OWN),
    "count-type": token(f"{_RESTYPES} num-usages repetition total {_DATATYPES} {_STATES} {_QUALIFIERS}", _OWN),
    "delimiter": token("bold italic underlined link", _OWN),
    "placeholder": token("image pb lb", _OWN),
    "size-unit": token(_SIZES, _OWN),
    "mtype": token(_MARKED, _OWN),
    "unit": token(_UNITS, _OWN),
    "reformat": token("yes no", "", rf"{_REFORMAT}(?:\s+{_REFORMAT})*"),
}


@cache
def xliff12_table(*, strict: bool = False) -> Table:
    """The table of one of the two schemas.

    The strict one allows elements and attributes of others only where their schema is known, that is, never here.

    >>> "prop-group" in xliff12_table().elements, "prop-group" in xliff12_table(strict=True).elements
    (True, False)
    """
    rows = _ROWS if strict else _ROWS + _TRANSITIONAL_ROWS
    groups = {**_GROUPS, **(_STRICT if strict else _TRANSITIONAL)}
    if strict:
        rows = re.sub(r"\bANY\*,? ?|, ANY\*", "", rows)
        rows = rows.replace("xliff: (file)+", "xliff: file+")
    return table("xliff", rows, _TYPES, groups, foreign="refused" if strict else "skipped")
