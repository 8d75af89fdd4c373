"""Errors put into sound translations, one in a segment: each kind is a function of Chinese, English and chance."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from termbase.language.english_classes import is_word
from termbase.model import Concept, Usage
from termbase.recognise import Recogniser
from tm.model import Segment

__all__ = ["SEEDERS", "Seeder", "seeded", "term_seeders"]

Seeder = Callable[[str, str, random.Random], str | None]
"""What the English becomes with one error of a kind; None where the segment has no place for it."""

_NEXT = {"million": "billion", "billion": "trillion", "trillion": "billion", "thousand": "million"}
_AMOUNT = re.compile(
    r"\b\d{1,3}(?:,\d{3})+\b|\b\d+(?:\.\d+)?(?= (?:million|billion|trillion|percent|yuan|tonnes|tons))"
)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)}) (\d{{1,2}})\b(?!,? \d)")
_WIDE = {",": "，", ".": "。", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）", "%": "％"}
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")


def _swap(text: str, match: re.Match[str], new: str) -> str:
    return text[: match.start()] + new + text[match.end() :]


def _one(pattern: re.Pattern[str], text: str, chance: random.Random) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return chance.choice(found) if found else None


def magnitude_ten(zh: str, en: str, chance: random.Random) -> str | None:
    """A number ten times as great."""
    match = _one(_AMOUNT, en, chance)
    if match is None:
        return None
    number = match[0].replace(",", "")
    if "." in number:
        whole, decimals = number.split(".")
        return _swap(en, match, f"{whole}{decimals[0]}" + (f".{decimals[1:]}" if decimals[1:] else ""))
    return _swap(en, match, f"{int(number) * 10:,}")


def magnitude_thousand(zh: str, en: str, chance: random.Random) -> str | None:
    """Million for billion and the like."""
    match = _one(re.compile(r"\b(?:thousand|million|billion|trillion)\b"), en, chance)
    return _swap(en, match, _NEXT[match[0]]) if match else None


def digit(zh: str, en: str, chance: random.Random) -> str | None:
    """One digit of a number is another."""
    match = _one(_AMOUNT, en, chance)
    if match is None:
        return None
    place = chance.choice([number for number, sign in enumerate(match[0]) if sign.isdigit()])
    other = chance.choice([sign for sign in "123456789" if sign != match[0][place]])
    return _swap(en, match, match[0][:place] + other + match[0][place + 1 :])


def currency(zh: str, en: str, chance: random.Random) -> str | None:
    """Dollars for yuan, yuan for dollars."""
    match = _one(re.compile(r"\b(?:yuan|US dollars|dollars|euros)\b"), en, chance)
    return _swap(en, match, "US dollars" if match[0] in {"yuan", "euros"} else "yuan") if match else None


def percent_points(zh: str, en: str, chance: random.Random) -> str | None:
    """Percent for percentage points, and the other way."""
    match = _one(re.compile(r"\bpercentage points?\b"), en, chance)
    if match:
        return _swap(en, match, "percent")
    match = _one(re.compile(r"(?<=\d)(?:%| percent\b)"), en, chance)
    return _swap(en, match, " percentage points") if match else None


def date(zh: str, en: str, chance: random.Random) -> str | None:
    """Another day or another month."""
    match = _one(_MONTH, en, chance)
    if match is None or not re.search(r"\d[日号]", zh):
        return None
    if chance.random() < 0.5:
        return _swap(en, match, f"{match[1]} {int(match[2]) % 28 + 1}")
    return _swap(en, match, f"{chance.choice([one for one in _MONTHS if one != match[1]])} {match[2]}")


def dropped_clause(zh: str, en: str, chance: random.Random) -> str | None:
    """A clause of a long sentence is left out."""
    parts = en.split(", ")
    long = [number for number, part in enumerate(parts[:-1]) if number and len(part) > 40]
    if len(parts) < 3 or not long:
        return None
    gone = chance.choice(long)
    return ", ".join(part for number, part in enumerate(parts) if number != gone)


def wide_mark(zh: str, en: str, chance: random.Random) -> str | None:
    """A full-width mark for a half-width one."""
    match = _one(re.compile(r"[,.;:?!()%](?=\s|$)"), en, chance)
    return _swap(en, match, _WIDE[match[0]]) if match else None


def doubled_word(zh: str, en: str, chance: random.Random) -> str | None:
    """A word stands twice."""
    match = _one(re.compile(r"(?<![\w'’.-])[A-Za-z]{2,}(?![\w'’.-])"), en, chance)
    return _swap(en, match, f"{match[0]} {match[0]}") if match else None


def lost_capital(zh: str, en: str, chance: random.Random) -> str | None:
    """A name inside a sentence loses its capital; no word that may stand without one (the Party, the Company)."""
    found = [match for match in _NAME.finditer(en) if not is_word(match[0])]
    if not found:
        return None
    match = chance.choice(found)
    return _swap(en, match, match[0].lower())


def left_over(zh: str, en: str, chance: random.Random) -> str | None:
    """A word of the source stands in the place of its translation."""
    chinese = re.findall("[\u4e00-\u9fff]{2,}", zh)
    match = _one(re.compile(r"(?<= )[a-z]{4,}(?= )"), en, chance)
    if not chinese or match is None:
        return None
    word = chance.choice(chinese)
    return _swap(en, match, word[: chance.randint(2, 4)])


def name(zh: str, en: str, chance: random.Random) -> str | None:
    """A syllable of a Chinese person's name is another."""
    match = _one(re.compile(r"\b(?:Xi|Li|Wang|Zhang|Liu|Chen|Yang|Zhao|Wu|Zhou|Sun|Ma) [A-Z][a-z]{3,}\b"), en, chance)
    if match is None:
        return None
    given = match[0].split()[1]
    changed = given.replace("i", "u", 1) if "i" in given else given.replace("a", "o", 1)
    return None if changed == given else _swap(en, match, match[0].replace(given, changed))


SEEDERS: dict[str, Seeder] = {
    "magnitude ×10": magnitude_ten,
    "magnitude ×1000": magnitude_thousand,
    "a digit changed": digit,
    "currency": currency,
    "percent/points": percent_points,
    "date": date,
    "name": name,
    "dropped clause": dropped_clause,
    "full-width mark": wide_mark,
    "doubled word": doubled_word,
    "lost capital": lost_capital,
    "left-over Chinese": left_over,
}
"""Kinds of errors that need nothing but the two texts."""


def term_seeders(concepts: Iterable[Concept]) -> dict[str, Seeder]:
    """Kinds of errors against a termbase: a forbidden rendering, and one that no entry has."""
    by_id = {one.id: one for one in concepts if one.id is not None}
    known = Recogniser((number, term) for number, one in by_id.items() for term in one.terms)

    def forbidden(zh: str, en: str, chance: random.Random) -> str | None:
        """A forbidden or outdated rendering in the place of a preferred one."""
        wrong = {Usage.FORBIDDEN, Usage.SUPERSEDED}
        return _in_place(zh, en, chance, lambda one: [form.text for form in one.terms if form.usage in wrong])

    def second(zh: str, en: str, chance: random.Random) -> str | None:
        """Words that no entry has in the place of the rendering."""
        return _in_place(zh, en, chance, lambda one: ["great common undertaking"])

    def _in_place(zh: str, en: str, chance: random.Random, others: Callable[[Concept], list[str]]) -> str | None:
        source = {one.concept_id for one in known.find(zh, chinese=True)}
        found = [
            (one, others(by_id[one.concept_id]))
            for one in known.find(en, chinese=False)
            if one.concept_id in source and one.term.usage is Usage.PREFERRED
        ]
        found = [(one, forms) for one, forms in found if any(form.isascii() for form in forms)]
        if not found:
            return None
        mention, forms = chance.choice(found)
        text = chance.choice([form for form in forms if form.isascii()])
        return en[: mention.start] + text + en[mention.end :]

    return {"forbidden term": forbidden, "unknown rendering": second}


def seeded(seeder: Seeder, segments: Iterable[Segment], *, share: float = 1.0, seed: int = 7) -> dict[int, Segment]:
    """The segments with an error, by their number in the file; a share of those that have a place for it."""
    chance = random.Random(seed)
    wrong: dict[int, Segment] = {}
    for one in segments:
        en = seeder(one.source, one.target, chance)
        if en is not None and en != one.target and chance.random() < share:
            wrong[one.number] = replace(one, target=en)
    return wrong
