"""Dated texts, from the termbase or from files, and the memory: all that the page of a corpus counts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import Path

from cli.extraction import Extraction, form_key
from cli.jobs import Job, jobs_of
from cli.progress import with_progress
from cli.sides import Side, beads_between, sides_of
from cli.terminal import warn
from termbase.chronicle import Chronicle, filed_chronicle, unsettled
from termbase.errors import ZhtermError
from termbase.extract.articles import Extractor
from termbase.model import Concept
from termbase.periods import Step, fitting, periods_between
from termbase.place import Place
from termbase.reading import Reader, open_reader
from termbase.recognise import Recogniser
from termbase.renderings_used import RenderingsUsed, contested, see_contexts
from tm.memory.reading import open_memory
from tm.memory.renderings import see_units
from tm.report.contests import contests
from tm.report.corpus_page import Corpus

__all__ = ["corpus_of"]


def corpus_of(
    files: Sequence[Path],
    database: Place,
    *,
    by: str | None,
    days: int,
    date: str,
    with_memory: bool,
    strict: bool,
) -> tuple[Corpus, bool]:
    """What the page shows, and whether a file could not be read."""
    with open_reader(database) as reader:
        numbers = contested(reader)
        days_of = dict(map(tuple, reader.execute("SELECT name, date FROM document", ())))
        failed = False
        if files:
            reading = _Reading(reader, numbers, date)
            failed = reading.read(jobs_of(files), strict=strict)
            chronicle, used = reading.chronicle, reading.used
        else:
            chronicle = filed_chronicle(reader)
            used = RenderingsUsed(Recogniser(reader.terms()), numbers)
            see_contexts(reader, numbers, used, days_of)
        if with_memory:
            with open_memory(database) as memory:
                see_units((unit for _, unit in memory.units()), used, days_of)
        concepts = [concept for page in _pages(sorted(used.counts)) for concept in reader.concepts_of(page)]
    seen = {*chronicle.documents, *used.days()}
    first, last = (min(seen), max(seen)) if seen else ("", "")
    step = Step(by) if by else fitting(first, last) if seen else Step.MONTH
    periods = list(periods_between(first, last, step)) if seen else []
    found = contests(used.counts, concepts, periods, step)
    return Corpus(chronicle, step, periods, unsettled(chronicle, days=days), days, found), failed


def _pages(numbers: list[int]) -> list[list[int]]:
    return [numbers[start : start + 500] for start in range(0, len(numbers), 500)]


class _Reading:
    """Reads files, one article or pair after the other; files nothing."""

    def __init__(self, reader: Reader, numbers: list[int], date: str) -> None:
        self._extractor: Extractor = Extraction(None, reader).extractor
        self._date = date
        self._new: dict[tuple[str, str], int] = {}
        self._numbers = count(-1, -1)
        self.chronicle = Chronicle()
        self.used = RenderingsUsed(self._extractor.recogniser, numbers)

    def read(self, jobs: Sequence[Job], *, strict: bool) -> bool:
        """Whether something failed."""
        failed = False
        for job in with_progress(jobs):
            try:
                self._job(sides_of(job))
            except ZhtermError as error:
                if strict:
                    raise
                failed = True
                warn(str(error))
        return failed

    def _job(self, sides: list[Side]) -> None:
        day = next((side.date for side in sides if side.date), self._date)
        for english in self._english(sides):
            self.used.see(english, day)
        if not day:
            self.chronicle.undated += 1
            return
        self.chronicle.documents[day] += 1
        for concept in self._concepts(sides):
            number = self._number(concept)
            self.chronicle.concepts.setdefault(number, concept)
            self.chronicle.counts[number][day] += concept.frequency
            self.chronicle.texts[number] += 1

    def _english(self, sides: list[Side]) -> list[str]:
        return [sentence.text for side in sides if not side.language.is_chinese for sentence in side.sentences]

    def _concepts(self, sides: list[Side]) -> list[Concept]:
        texts = [self._extractor.read_sentences(side.name, side.language, side.sentences) for side in sides]
        if len(texts) == 1:
            return self._extractor.article(texts[0])
        beads = beads_between(sides[0], sides[1], self._extractor.recogniser)
        return self._extractor.pair(texts[0], texts[1], beads)

    def _number(self, concept: Concept) -> int:
        """That of a known concept, or one below zero, the same for the same proposal of every text."""
        if concept.id is not None:
            return concept.id
        key = form_key(concept)
        if key not in self._new:
            self._new[key] = next(self._numbers)
        return self._new[key]
