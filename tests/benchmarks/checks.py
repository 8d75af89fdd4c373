"""The checks on human translations of news: how often they speak, and how fast they are."""

from __future__ import annotations

import gc
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from seeds import starter_files
from termbase.formats.table import read
from termbase.language.cedict import dictionary_file, read_entries
from termbase.model import Concept, ConceptType, Language, Term
from tests.benchmarks.seeding import SEEDERS, seeded, term_seeders
from tests.benchmarks.timing import SHARED
from tm.checks import CHECKS
from tm.checks.model import Check, Direction, Job, Remark, Severity
from tm.checks.passage import Passage
from tm.checks.terms import Terms
from tm.model import Segment

__all__ = ["Said", "inspected", "main", "news", "starter"]

NEWS = SHARED / "data" / "news"


@dataclass(frozen=True)
class Said:
    """A remark of a check on a segment."""

    check: Check
    segment: Segment
    remark: Remark

    @property
    def weighs(self) -> bool:
        """Whether it is a warning or worse."""
        return (self.remark.severity or self.check.severity) is not Severity.NOTE


def main() -> None:
    """Print for each check the share of human translations it warns of, by direction; recall of errors; speed."""
    if not NEWS.is_dir():
        print(f"no news in {NEWS}: nothing measured")
        return
    terms = Terms(starter())
    _false_alarms(terms)
    _recall(terms)
    _speed()


@cache
def starter() -> tuple[Concept, ...]:
    """The concepts of the starter termbase, numbered."""
    concepts = (concept for path in starter_files() for concept in read(path))
    return tuple(replace(concept, id=number) for number, concept in enumerate(concepts, start=1))


def news(direction: Direction) -> dict[str, list[Segment]]:
    """The news translations as jobs of a direction, one for each file; into Chinese those written in English alone."""
    jobs: dict[str, list[Segment]] = {}
    for path in sorted(NEWS.glob("*.zh")):
        if direction is Direction.EN_ZH and ".en-zh" not in path.name:
            continue
        sides = [one.read_text(encoding="utf-8").split("\n") for one in (path, path.with_suffix(".en"))]
        jobs[path.stem] = [
            _segment(direction, zh, en, path.stem, number)
            for number, (zh, en) in enumerate(zip(*sides, strict=True), start=1)
            if zh and en
        ]
    return jobs


def _segment(direction: Direction, zh: str, en: str, file: str, number: int) -> Segment:
    if direction is Direction.EN_ZH:
        return Segment(en, zh, file, number)
    return Segment("" if direction is Direction.EN else zh, en, file, number)


def inspected(
    segments: Iterable[Segment], direction: Direction, terms: Terms, only: Sequence[str] = ()
) -> Iterator[Said]:
    """All that the checks have to say of one job."""
    job = Job(direction, terms, date="2019-12-31")
    at_work = [
        (one, one.begin(job))
        for one in CHECKS.values()
        if direction in one.directions and (not only or one.id in only)
    ]
    for segment in segments:
        passage = Passage(segment, terms, chinese_source=direction is not Direction.EN_ZH)
        for check, inspector in at_work:
            for remark in inspector.inspect(passage):
                yield Said(check, segment, remark)
    for check, inspector in at_work:
        for segment, remark in inspector.finish():
            yield Said(check, segment, remark)


def _false_alarms(terms: Terms) -> None:
    shares: dict[Direction, dict[str, str]] = {}
    for direction in Direction:
        jobs = news(direction)
        size = sum(map(len, jobs.values()))
        places: dict[str, set[tuple[str, int]]] = {}
        for segments in jobs.values():
            for said in inspected(segments, direction, terms):
                if said.weighs:
                    places.setdefault(said.check.id, set()).add((said.segment.file, said.segment.number))
        shares[direction] = {check: f"{len(found) / size:.2%}" for check, found in places.items()}
        together = set().union(*places.values())
        shares[direction]["together"] = f"{len(together) / size:.2%} of {size:,}"
    print(f"{'segments with a warning':28}" + "".join(f"{direction:>18}" for direction in Direction))
    for check in [*CHECKS, "together"]:
        print(f"{check:28}" + "".join(f"{shares[direction].get(check, '-'):>18}" for direction in Direction))


EXPECTED = {
    "magnitude ×10": ("number", "unit"),
    "magnitude ×1000": ("number", "unit"),
    "a digit changed": ("number", "unit", "date"),
    "currency": ("unit",),
    "percent/points": ("unit", "term-missing", "term-forbidden"),
    "date": ("date", "number"),
    "name": ("name-pinyin", "term-missing", "term-inconsistent"),
    "dropped clause": ("omission", "number", "term-missing"),
    "full-width mark": ("punctuation",),
    "doubled word": ("doubled-word",),
    "lost capital": ("capitalization",),
    "left-over Chinese": ("untranslated",),
    "forbidden term": ("term-forbidden",),
    "unknown rendering": ("term-missing",),
}
"""The checks of which one must say so, for each kind of seeded error."""

SHARE = 0.1
"""Of the segments of a job that get an error: a translator errs now and then, and the rest shows what is usual."""


def _recall(terms: Terms) -> None:
    """Print for each kind of error the share of which a check says something that it did not say of the sound text."""
    jobs = news(Direction.ZH_EN)
    for kind, seeder in {**SEEDERS, **term_seeders(starter())}.items():
        only = [check for check in EXPECTED[kind] if check in CHECKS]
        if not only:
            print(f"  {kind:20} no check yet")
            continue
        found = errors = 0
        for segments in jobs.values():
            wrong = seeded(seeder, segments, share=SHARE)
            clean = {_place(said) for said in inspected(segments, Direction.ZH_EN, terms, only) if said.weighs}
            mixed = [wrong.get(one.number, one) for one in segments]
            said = {_place(one) for one in inspected(mixed, Direction.ZH_EN, terms, only) if one.weighs} - clean
            errors += len(wrong)
            found += len({number for _, number, _ in said} & wrong.keys())
        print(f"  {kind:20} {found / max(1, errors):6.1%} of {errors:,}")


def _place(said: Said) -> tuple[str, int, str]:
    return said.check.id, said.segment.number, said.remark.message


def _dictionary(size: int) -> Iterator[Concept]:
    """Concepts made of every tenth word of CC-CEDICT with its first English form."""
    found = (entry for entry in read_entries(dictionary_file()) if len(entry.simplified) > 1 and entry.senses)
    for number, entry in enumerate(islice(found, 0, size * 10, 10), start=1):
        zh, en = Term(Language.ZH_HANS, entry.simplified), Term(Language.EN, entry.senses[0][0])
        yield Concept(ConceptType.OTHER, (zh, en), id=number)


def _speed() -> None:
    """Segments a second of processor time, all checks, with 10,000 concepts of CC-CEDICT."""
    terms = Terms(_dictionary(10_000))
    segments = [segment for job in news(Direction.ZH_EN).values() for segment in job]
    for _ in inspected(segments[:200], Direction.ZH_EN, terms):
        pass  # loads what is loaded once
    gc.collect()
    started = time.process_time()
    found = Counter(said.check.id for said in inspected(segments, Direction.ZH_EN, terms))
    seconds = time.process_time() - started
    print(
        f"all checks, {len(terms):,} concepts: {len(segments) / seconds:,.0f} segments/s, {found.total():,} findings"
    )
    for check in CHECKS:
        started = time.process_time()
        for _ in inspected(segments, Direction.ZH_EN, terms, only=[check]):
            pass
        alone = time.process_time() - started
        print(f"  {check:26} {alone / len(segments) * 1e6:6.1f} µs a segment alone")
