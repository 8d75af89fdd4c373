"""Jobs made from rows of cases.

Columns: `zh`, `en`, `marked`, `gloss`, and where a check needs them
`terms`  what the termbase knows: `长三角 = Yangtze River Delta / admitted YRD / forbidden Yangtze Delta; …`
`job`    rows of one name are one job, in their order; a row without a name is a job of its own
`style`  settings of the house style: `percent=per cent`
`marked` the English words (after `zh:` the Chinese ones) that findings of this row point at, joined by ` | `
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

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


def marked(check: str, rows: Rows) -> list[str]:
    """What a check marks in each row of one job."""
    terms = Terms(_concepts(rows[0].get("terms", "")))
    direction = Direction.ZH_EN if any(row["zh"] for row in rows) else Direction.EN
    inspector = CHECKS[check].begin(Job(direction, terms, _style(rows[0].get("style", ""))))
    found: list[list[Remark]] = []
    for number, row in enumerate(rows, start=1):
        passage = Passage(Segment(row["zh"], row["en"], "case", number), terms, chinese_source=True)
        found.append(list(inspector.inspect(passage)))
    for segment, remark in inspector.finish():
        found[segment.number - 1].append(remark)
    assert all(remark.message for remarks in found for remark in remarks)
    return [_shown(row, remarks) for row, remarks in zip(rows, found, strict=True)]


def _shown(row: dict[str, str], remarks: Iterable[Remark]) -> str:
    ordered = sorted(remarks, key=lambda one: (one.en or (0, 0), one.zh or (0, 0)))
    return " | ".join(
        row["en"][slice(*one.en)] if one.en else f"zh:{row['zh'][slice(*one.zh)] if one.zh else ''}"
        for one in ordered
    )


def _style(text: str) -> Style:
    settings = dict(pair.split("=") for pair in text.split(";") if pair)
    return Style(**settings)  # type: ignore[arg-type]


def _concepts(text: str) -> Iterator[Concept]:
    for number, entry in enumerate((part for part in text.split(";") if part.strip()), start=1):
        zh, en = entry.split(" = ")
        forms = [Term(Language.ZH_HANS, one.strip()) for one in zh.split("/")]
        yield Concept(ConceptType.OTHER, (*forms, *(_english(one.strip()) for one in en.split(" / "))), id=number)


def _english(text: str) -> Term:
    first, _, rest = text.partition(" ")
    return Term(Language.EN, rest, Usage(first)) if first in list(Usage) else Term(Language.EN, text)
