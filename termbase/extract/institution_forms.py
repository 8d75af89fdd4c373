"""The Chinese of an institution, composed of a known place and the fixed names of Chinese offices.

Each pattern has one Chinese form: 浙江|省|商务|厅. What has a name of its own (a firm, a school) is not composed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from termbase.extract.english.tables import lines_of
from termbase.extract.form import Dictionary, Form
from termbase.extract.place_forms import place_stem
from termbase.model import Origin

__all__ = ["chinese_institution"]

_NAME = r"(?P<place>[A-Z][\w'’]+)"
_LEVEL = r"(?P<level>Provincial|Municipal|City|County|District)"
_OF_LEVEL = r"(?P<level>Province|Municipality|City|County|District)"
_PARTY = r"(?:CPC|Communist Party of China)"
_HEAD = "Department|Bureau|Administration|Commission|Office"
_OFFICE = rf"(?:(?P<head>{_HEAD}) of (?P<field>.+?)|(?P<field2>.+?) (?P<head2>{_HEAD}))"
_PEOPLE = r"People['’]s (?P<organ>Government|Congress|Court|Procuratorate)"

_LEVELS = {
    "Provincial": "省",
    "Province": "省",
    "Municipal": "市",
    "Municipality": "市",
    "City": "市",
    "County": "县",
    "District": "区",
}
_HEADS = {"Bureau": "局", "Administration": "局", "Commission": "委员会", "Office": "办公室"}
_DEPARTMENTS = {"省": "厅", "市": "局", "县": "局", "区": "局"}
"""What a department is called: 厅 in a province, 局 below."""
_ORGANS = {"Government": "政府", "Congress": "代表大会", "Court": "法院", "Procuratorate": "检察院"}
_BRANCHES = {"Branch": "分行", "Sub-branch": "支行", "Sub-Branch": "支行"}
_SIDES = {"North": "北", "South": "南", "East": "东", "West": "西", "": ""}

# English, and the Chinese with {place}, {level}, {office}, {organ}, {bank}, {side} put in.
_PATTERNS = tuple(
    (re.compile(f"(?:the )?{english}$"), chinese)
    for english, chinese in (
        (rf"{_NAME} {_LEVEL} {_PEOPLE}", "{place}{level}人民{organ}"),
        (rf"{_PEOPLE} of {_NAME} {_OF_LEVEL}", "{place}{level}人民{organ}"),
        (rf"{_NAME} {_LEVEL} (?:Party )?Committee(?: of (?:the )?{_PARTY})?", "中共{place}{level}委"),
        (rf"{_PARTY} {_NAME} {_LEVEL} Committee", "中共{place}{level}委"),
        (rf"{_NAME} {_LEVEL} {_OFFICE}", "{place}{level}{office}"),
        (rf"{_OFFICE} of {_NAME} {_OF_LEVEL}", "{place}{level}{office}"),
        (r"Ministry of (?P<ministry>.+)", "{ministry}部"),
        (rf"{_NAME} (?P<branch>Branch|Sub-branch|Sub-Branch) of (?:the )?(?P<bank>.+)", "{bank}{place}{branch}"),
        (rf"China [(（]{_NAME}[)）] Pilot Free Trade Zone", "中国（{place}）自由贸易试验区"),
        (rf"{_NAME} Pilot Free Trade Zone", "{place}自由贸易试验区"),
        (rf"{_NAME} Academy of Social Sciences", "{place}{known_level}社会科学院"),
        (rf"{_NAME} Customs", "{place}海关"),
        (rf"{_NAME} Metropolitan Area", "{place}都市圈"),
        (rf"{_NAME} (?:(?P<side>North|South|East|West) )?Railway Station", "{place}{side}站"),
        (rf"{_NAME} International Airport", "{place}国际机场"),
        (rf"{_NAME} Economic and Technological Development Zone", "{place}经济技术开发区"),
        (rf"{_NAME} Economic Development Zone", "{place}经济开发区"),
    )
)


def chinese_institution(english: str, dictionary: Dictionary) -> Form | None:
    """The composed Chinese of an institution, or None where it has no pattern or a part is not known.

    >>> class Known:
    ...     def chinese_of(self, english): return {"Zhejiang": ("浙江",)}.get(english, ())
    ...     def english_of(self, zh): return {"浙江": ("Zhejiang",)}.get(zh, ())
    >>> chinese_institution("Zhejiang Provincial Department of Commerce", Known()).text
    '浙江省商务厅'
    >>> chinese_institution("Zhejiang Provincial Department of Teapots", Known())
    """
    for pattern, chinese in _PATTERNS:
        match = pattern.match(english)
        parts = dict(_parts(match.groupdict(default=""), dictionary)) if match else {}
        if match and all(f"{{{name}}}" not in chinese or name in parts for name in _PARTS):
            shown = ", ".join(f"{name} is {zh}" for name, zh in parts.values() if zh)
            form = chinese.format(**{name: zh for name, (_, zh) in parts.items()})
            return Form(form, Origin.COMPOSED, f"{shown}; the usual name of such an office")
    return None


_PARTS = ("place", "level", "office", "organ", "ministry", "bank", "branch", "side", "known_level")


def _parts(groups: dict[str, str], dictionary: Dictionary) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each part of a Chinese form that is known: its name in the pattern, its English and its Chinese."""
    level = _LEVELS.get(groups.get("level", ""), "")
    yield from _place(groups.get("place", ""), dictionary)
    yield from _office(groups, level)
    tables = (("level", _LEVELS), ("organ", _ORGANS), ("side", _SIDES), ("branch", _BRANCHES))
    yield from ((name, (groups[name], table[groups[name]])) for name, table in tables if groups.get(name) in table)
    bank = groups.get("bank", "")
    known = dictionary.chinese_of(bank) if bank else ()
    if known:
        yield "bank", (bank, known[0])


def _place(english: str, dictionary: Dictionary) -> Iterator[tuple[str, tuple[str, str]]]:
    stem = place_stem(english, dictionary) if english else ""
    if stem:
        yield "place", (english, stem)
        level = next((one for one in "省市" if dictionary.english_of(stem + one)), "")
        if level:
            yield "known_level", ("its level", level)


def _office(groups: dict[str, str], level: str) -> Iterator[tuple[str, tuple[str, str]]]:
    ministry, with_ministry = _offices().get(groups.get("ministry", "").lower(), ("", False))
    if with_ministry:
        yield "ministry", (groups["ministry"], ministry)
    field, head = (groups.get(name, "") or groups.get(f"{name}2", "") for name in ("field", "head"))
    office, _ = _offices().get(field.lower(), ("", False))
    suffix = _DEPARTMENTS.get(level, "") if head == "Department" else _HEADS.get(head, "")
    if office and suffix:
        yield "office", (f"{head} of {field}", office + suffix)


@cache
def _offices() -> dict[str, tuple[str, bool]]:
    """What an office is for in English: the characters of it, and whether there is a ministry."""
    rows = (line.split("\t") for line in lines_of("offices.tsv")[1:])
    return {english: (chinese, ministry == "yes") for english, chinese, ministry in rows}
