"""Jobs made from rows of cases.

Columns: `zh`, `en`, `marked`, `gloss`, and where a check needs them
`terms`  what the termbase knows: `长三角 = Yangtze River Delta / admitted YRD / forbidden Yangtze Delta; …`,
         also `superseded until:2018 …`, a type before a colon (`title: 部长 = minister`), `forbidden` before Chinese
`job`    rows of one name are one job, in their order; a row without a name is a job of its own
`style`  settings of the house style: `percent=per cent; known_abbreviations=YRD,FTZ`
`way`    direction of the job where it is not told by an empty `zh`: `en-zh`
`date`   of the text
`codes`  inline codes of source and target: `<b> </b> => <b>`
`fixed`  the target with all safe suggestions in their places
`notes`  what findings that are notes point at
`marked` the English words (after `zh:` the Chinese ones) that findings of this row point at, joined by ` | `
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from termbase.model import Concept, ConceptType, Language, Term, Usage
from tests.cases import read_cases
from tm.checks import CHECKS
from tm.checks.model import Direction, Job, Remark
from tm.checks.passage import Passage
from tm.checks.style import Style
from tm.checks.terms import Terms
from tm.model import Segment

Rows = list[dict[str, str]]


def jobs_of(check: str) -> Iterator[tuple[str, Rows]]:
    """The jobs among the cases of a check, each with its name and rows."""
    rows = read_cases(f"checks/{check}")
    for number, (name, group) in enumerate(groupby(enumerate(rows), key=_job)):
        found = [row for _, row in group]
        yield f"{check} {number}: {name if isinstance(name, str) else found[0]['gloss']}", found


def _job(numbered: tuple[int, dict[str, str]]) -> str | int:
    return numbered[1].get("job") or numbered[0]


def found_in(check: str, rows: Rows) -> list[list[Remark]]:
    """What a check remarks in each row of one job."""
    terms = Terms(_concepts(rows[0].get("terms", "")))
    job = Job(_direction(rows), terms, _style(rows[0].get("style", "")), rows[0].get("date", ""))
    inspector = CHECKS[check].begin(job)
    found: list[list[Remark]] = []
    into_english = job.direction is not Direction.EN_ZH
    for number, row in enumerate(rows, start=1):
        passage = Passage(_segment(row, number, into_english=into_english), terms, chinese_source=into_english)
        found.append(list(inspector.inspect(passage)))
    for segment, remark in inspector.finish():
        found[segment.number - 1].append(remark)
    return found


def marked(row: dict[str, str], remarks: Iterable[Remark]) -> str:
    """The places that remarks point at, in their order, as the column `marked` has them."""
    ordered = sorted(remarks, key=lambda one: (one.en or (0, 0), one.zh or (0, 0)))
    return " | ".join(
        row["en"][slice(*one.en)] if one.en else f"zh:{row['zh'][slice(*one.zh)] if one.zh else ''}"
        for one in ordered
    )


def fixed(row: dict[str, str], remarks: Iterable[Remark]) -> str:
    """The target with the safe suggestions put in, from the last to the first."""
    chinese = row.get("way") == "en-zh"
    text = row["zh" if chinese else "en"]
    places = [
        (span, one.suggestion)
        for one in remarks
        if one.safe and one.suggestion is not None and (span := one.zh if chinese else one.en)
    ]
    for (start, end), suggestion in sorted(places, reverse=True):
        text = text[:start] + suggestion + text[end:]
    return text


def _direction(rows: Rows) -> Direction:
    if rows[0].get("way"):
        return Direction(rows[0]["way"])
    return Direction.ZH_EN if any(row["zh"] for row in rows) else Direction.EN


def _segment(row: dict[str, str], number: int, *, into_english: bool) -> Segment:
    sides = (row["zh"], row["en"]) if into_english else (row["en"], row["zh"])
    codes = [tuple(side.split()) for side in row.get("codes", "").split(" => ")]
    source_codes, target_codes = codes if len(codes) == 2 else ((), ())
    return Segment(*sides, row.get("file") or "case", number, source_codes=source_codes, target_codes=target_codes)


def _style(text: str) -> Style:
    settings: dict[str, Any] = dict(pair.strip().split("=") for pair in text.split(";") if pair.strip())
    if "known_abbreviations" in settings:
        settings["known_abbreviations"] = frozenset(settings["known_abbreviations"].split(","))
    if "chinese_glosses" in settings:
        settings["chinese_glosses"] = settings["chinese_glosses"] == "yes"
    return Style(**settings)


def _concepts(text: str) -> Iterator[Concept]:
    for number, entry in enumerate((part for part in text.split(";") if part.strip()), start=1):
        left, en = entry.split(" = ")
        kind, _, zh = left.strip().rpartition(": ")
        forms = [_chinese(one.strip()) for one in zh.split("/")]
        english = [_english(one.strip()) for one in en.split(" / ")]
        yield Concept(ConceptType(kind or "other"), (*forms, *english), id=number)


def _chinese(text: str) -> Term:
    first, _, rest = text.rpartition(" ")
    return Term(Language.ZH_HANS, rest, Usage(first) if first else Usage.PREFERRED)


def _english(text: str) -> Term:
    first, _, rest = text.partition(" ")
    if first not in list(Usage):
        return Term(Language.EN, text)
    until = rest.removeprefix("until:").split()[0] if rest.startswith("until:") else ""
    return Term(Language.EN, rest.removeprefix(f"until:{until} "), Usage(first), valid_until=until)
