"""One run of `zhterm extract`: a job at a time through reading, extraction and filing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from cli.options import open_store
from cli.sides import beads_between, sides_of
from cli.terminal import note
from termbase.collect import Outcome, file_concepts
from termbase.errors import InputError
from termbase.extract.articles import Extractor
from termbase.language.keys import english_key, zh_key
from termbase.model import Concept
from termbase.recognise import Recogniser

if TYPE_CHECKING:
    from cli.jobs import Job
    from termbase.place import Place
    from termbase.reading import Reader
    from termbase.store import Store

__all__ = ["Extraction", "form_key", "require_date"]

_REBUILD_SHARE = 0.05
"""The recogniser is built anew when the termbase has grown by this share: the cost of all builds stays linear."""


class Extraction:
    """What a run knows: the termbase (a store, or only a reader in a dry run), and what the jobs gave so far."""

    def __init__(self, store: Store | None, reader: Reader | None, day: str = "") -> None:
        self._store = store
        self._date = day
        self._reader = reader
        self._terms_known = 0
        self._terms_added = 0
        self._extractor: Extractor | None = None
        self._found: dict[object, Concept] = {}
        self.outcome = Outcome()

    @classmethod
    @contextmanager
    def open(cls, database: Place, *, dry_run: bool, day: str = "") -> Iterator[Extraction]:
        """A run on a database; a dry run reads it where it is there and never writes or creates it."""
        from termbase.reading import open_reader

        with ExitStack() as stack:
            if not dry_run:
                yield cls(stack.enter_context(open_store(database, "extract")), None, day)
            elif database.exists():
                yield cls(None, stack.enter_context(open_reader(database)))
            else:
                yield cls(None, None)

    @property
    def concepts(self) -> list[Concept]:
        """What all jobs gave together: known concepts first, then proposals, best first."""
        return sorted(self._found.values(), key=_order)

    def run(self, job: Job) -> None:
        """Read, extract and file one article or pair: all of it or nothing."""
        extractor = self._current_extractor()
        concepts, dates = self._extract(extractor, job)
        self.file(concepts, dates)

    @property
    def extractor(self) -> Extractor:
        """What extracts with what the termbase knows by now."""
        return self._current_extractor()

    def file(self, concepts: list[Concept], dates: Mapping[str, str]) -> None:
        """File concepts with the dates of their documents, and note them for the end of the run."""
        if self._store is not None:
            with self._store.transaction():
                concepts, outcome = file_concepts(self._store, concepts)
                for document, day in dates.items():
                    self._store.date_document(document, self._date or day)
            self.outcome += outcome
            self._terms_added += 2 * outcome.added
        else:
            self.outcome += Outcome(added=sum(concept.id is None for concept in concepts))
        for concept in concepts:
            self._gather(concept)

    def _extract(self, extractor: Extractor, job: Job) -> tuple[list[Concept], dict[str, str]]:
        """The concepts of a job, and the date that each of its documents tells (empty for none)."""
        sides = sides_of(job)
        texts = [extractor.read_sentences(side.name, side.language, side.sentences) for side in sides]
        dates = {side.name: side.date for side in sides}
        if len(texts) == 1:
            return extractor.article(texts[0]), dates
        beads = beads_between(sides[0], sides[1], extractor.recogniser)
        return extractor.pair(texts[0], texts[1], beads), dates

    def _current_extractor(self) -> Extractor:
        if self._extractor is None or self._terms_added > _REBUILD_SHARE * self._terms_known:
            from termbase.language.lexicon import default_lexicon
            from termbase.language.lexicon_file import is_built
            from termbase.language.pinyin import pinyin
            from termbase.language.words import cut

            if not is_built():
                note("preparing the dictionary; only this first time it takes some seconds")
            base = self._store or self._reader
            terms = list(base.terms()) if base else []
            self._terms_known, self._terms_added = len(terms), 0
            concept_of = base.concept if base else _nothing
            self._extractor = Extractor(Recogniser(terms), concept_of, default_lexicon(), pinyin, cut)
        return self._extractor

    def _gather(self, concept: Concept) -> None:
        """Add a job's concept to the same one of an earlier job."""
        key = concept.id if concept.id is not None else form_key(concept)
        earlier = self._found.get(key)
        if earlier is not None:
            concept = replace(
                concept,
                contexts=(*earlier.contexts, *concept.contexts),
                frequency=earlier.frequency + concept.frequency,
                score=max(earlier.score, concept.score),
            )
        self._found[key] = concept


def require_date(text: str) -> None:
    """Refuse what is no date of the calendar in the form 2024-05-16; an empty text is none at all."""
    try:
        if text:
            date.fromisoformat(text)
    except ValueError:
        raise InputError(f"--date {text!r} is no date", remedy="write it like 2024-05-16") from None


def form_key(concept: Concept) -> tuple[str, str]:
    """What two proposals of one concept have in common: the Chinese, or the English of one without."""
    zh, en = concept.preferred(chinese=True), concept.preferred(chinese=False)
    return (zh_key(zh.text) if zh else "", english_key(en.text) if en and not zh else "")


def _order(concept: Concept) -> tuple[bool, float]:
    proposed = concept.status == "proposed"
    return proposed, -concept.score if proposed else -concept.frequency


def _nothing(id_: int) -> Concept:
    raise AssertionError(f"an empty termbase knows no concept {id_}")
