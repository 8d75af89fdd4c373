"""What a dictionary's definition offers as a rendering, and which other word it only points to.

`Zhejiang province (Chekiang) in east China` is a definition; `Zhejiang province` and `Zhejiang` are renderings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from termbase.language.cedict import Entry

__all__ = ["Gloss", "glosses", "references"]

# What tells about the word instead of rendering it; a surname is no rendering: its pinyin is.
_REMARK = re.compile(
    r"""(?:CL:|Taiwan\ pr\.|also\ pr\.|pr\.|see\ |also\ (?:written|called|known)|used\ in\ |surname\ |classifier|
    Kangxi\ radical|\(?(?:\w+\ )?variant\ of|abbr\.\ (?:for|of|to)\ [^A-Z]*$|
    contraction\ of|erroneous|equivalent\ (?:of|to)|same\ as|cf\.?\ )""",
    re.VERBOSE,
)
_REFERENCE = re.compile(
    r"(?:variant of|abbr\. (?:for|of)|^see(?: also)?|also written|contraction of|same as)[^\u2e80-\u9fff]{0,20}?"
    r"(?:[^\s|\[\](),;/]+\|)?([\u2e80-\u9fff·]+)"
)
_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z&-]*[A-Z0-9])\)")
_DANGLING = re.compile(r",? \(?abbr\. (?:for|of|to)$")
_HAN = re.compile(r"\s*[\u2e80-\u9fff|·\U00020000-\U0003ffff]+")
_LABEL = re.compile(
    r"^(?:lit\.|fig\.|esp\.|i\.e\.|e\.g\.|also|or|abbr\. (?:for|of|to)|PRC|\(?idiom\)?:?)\s+", re.IGNORECASE
)
# What follows a name: an apposition, a place, years; some cities lack the comma (Hangzhou subprovincial city and …)
_APPOSITION = re.compile(r"(?:,| \d{3,4}\b|:| (?:sub-?provincial|prefecture[- ]level) city and ).*", re.ASCII)
_PLACE = re.compile(r" (?:in|on|near|between|at) (?:the )?[A-Za-z].*")
_LEVEL = (
    r"(?:(?:sub-?)?provincial|(?:sub-?)?prefecture[- ]level|county[- ]level|special|suburban|rural|urban|autonomous)"
)
_DIVISION = re.compile(
    rf"""(?i:(?:\s+{_LEVEL})*\s+(?:city|county|district|province|prefecture|township|town|municipality|region|banner|
    village|suburbs?|subdistrict))\b(?:\s+of\s.*)?$""",
    re.VERBOSE,
)
_DIVISION_SEAT = re.compile(r"(.*(?i:city|county|district|township|suburbs?)) of .*")
# Ngawa Tibetan and Qiang Autonomous Prefecture: the peoples belong to the kind of division
_AUTONOMOUS = re.compile(r"(?<=\w)\s.*\bautonomous (?:prefecture|county|banner)\b.*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Gloss:
    """One English rendering."""

    text: str
    whole: bool
    """It is the whole synonym, not what remained of a longer explanation."""
    sense: int
    """Number of the sense it is from, from 0: dictionaries put the main sense first."""
    proper: bool
    """It begins with a capital and the Chinese word is a name."""


def glosses(entry: Entry) -> list[Gloss]:
    """The renderings an entry offers, in the order of the dictionary, each once.

    >>> from termbase.language.cedict import parse_entries
    >>> [port] = parse_entries(["寧波 宁波 [Ning2 bo1] /Ningbo, sub-provincial city in Zhejiang/"])
    >>> [gloss.text for gloss in glosses(port)]
    ['Ningbo']
    >>> [city] = parse_entries(["杭州 杭州 [Hang2 zhou1] /Hangzhou subprovincial city and capital of Zhejiang/"])
    >>> [gloss.text for gloss in glosses(city)]
    ['Hangzhou']
    >>> [bank] = parse_entries(["銀行 银行 [yin2 hang2] /bank (CL:家[jia1])/CL:家[jia1],個|个[ge4]/"])
    >>> [(gloss.text, gloss.whole) for gloss in glosses(bank)]
    [('bank', True)]
    """
    found: dict[str, Gloss] = {}
    for number, sense in enumerate(entry.senses):
        for synonym in sense:
            for text, whole in _renderings(synonym.strip(), proper=entry.proper):
                proper = entry.proper and text[:1].isupper()
                found.setdefault(text, Gloss(text, whole, number, proper))
    return list(found.values())


def references(entry: Entry) -> list[str]:
    """The words (simplified) that the entry only points to: variants, abbreviations, `see …`.

    >>> from termbase.language.cedict import parse_entries
    >>> [entry] = parse_entries(["規培 规培 [gui1 pei2] /to train (abbr. for 規範化培訓|规范化培训[gui1 fan4])/"])
    >>> references(entry)
    ['规范化培训']
    """
    pointing = [synonym for sense in entry.senses for synonym in sense if not synonym.isascii()]
    targets = [match[1] for synonym in pointing for match in _REFERENCE.finditer(synonym)]
    return [target for target in dict.fromkeys(targets) if target != entry.simplified]


def _renderings(synonym: str, *, proper: bool) -> list[tuple[str, bool]]:
    """The renderings in one synonym with whether each is the whole of it."""
    if _REMARK.match(synonym) or "(surname)" in synonym:
        return []
    bare = _without_asides(synonym)
    if not any(map(str.isalpha, bare)):
        return []
    if proper and bare[0].isupper():
        found = _name_forms(bare)
    else:
        found = [(bare, True)]
        if ", " in bare:
            found.append((bare.split(", ", 1)[0], False))
    if "(" in synonym:
        found += [(acronym, False) for acronym in _ACRONYM.findall(synonym)]
    return [(text, whole) for text, whole in found if text]


def _name_forms(definition: str) -> list[tuple[str, bool]]:
    """The forms of a name at the beginning of its definition: without what explains it, without its kind of place."""
    head = _APPOSITION.sub("", definition).strip()
    seat = _PLACE.sub("", head)
    short = _DIVISION.sub("", _AUTONOMOUS.sub("", seat))
    full = _DIVISION_SEAT.sub(r"\1", seat)
    found = [(short, True), (full, True)]
    if short == seat:
        found.append((head, head == definition))
    for form in (short, full):
        found += [(other.strip(), False) for other in form.split(" or ") if " or " in form]
    return found


def _without_asides(synonym: str) -> str:
    """The synonym without brackets, Chinese characters and labels."""
    bare = synonym
    if not bare.isascii() or "(" in bare or "[" in bare:
        while (shorter := _BRACKETS.sub("", bare)) != bare:
            bare = shorter
        bare = _HAN.sub("", bare)
    bare = _DANGLING.sub("", bare.strip(" ,;:."))
    while (shorter := _LABEL.sub("", bare)) != bare:
        bare = shorter
    return bare
