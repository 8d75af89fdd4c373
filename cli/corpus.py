"""`zhterm extract --corpus`: the Chinese articles of a run ranked together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from cli.extraction import Extraction
    from termbase.extract.articles import Extractor
    from termbase.extract.corpus.articles import Read
    from termbase.extract.corpus.workers import Workers
    from termbase.extract.explanation import Explanation
    from termbase.extract.known_places import KnownPlaces
    from termbase.language.documents import Document
    from termbase.language.sentences import Sentence
    from termbase.model import Language

__all__ = ["Corpus"]

_AT_ONCE = 32
"""Articles that go to a process together: sending one costs less than reading it, and few wait in memory."""
_Article: TypeAlias = "tuple[list[Sentence], str, Language]"
"""Its sentences, its date and its language."""


class Corpus:
    """Chinese articles, read one after the other as often as needed; those that fail are reported and left out."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths
        self._read: list[Path] = []
        self._dates: dict[str, str] = {}

    def run(self, extraction: Extraction, *, strict: bool) -> tuple[str, bool]:
        """Extract and file; returns what was read, in words, and whether an article failed."""
        from termbase.extract.corpus.articles import LEAST_SCORE, corpus_concepts
        from termbase.extract.corpus.candidates import chinese_corpus_candidates
        from termbase.extract.corpus.workers import Workers
        from termbase.extract.proposals import Proposer
        from termbase.language.lexicon import default_lexicon
        from termbase.language.pinyin import pinyin

        known = extraction.extractor.known_places()
        with Workers(self._processes()) as workers:
            candidates = chinese_corpus_candidates(self._sentences(known, workers, strict=strict), workers=workers)
        best = [candidate for candidate in candidates if candidate.score >= LEAST_SCORE]
        recogniser = extraction.extractor.recogniser
        proposed = corpus_concepts(best, self._reader(), recogniser, default_lexicon(), Proposer(pinyin))
        extraction.file([*known.concepts(), *proposed], self._dates)
        return f"{len(self._read)} of {len(self._paths)}", len(self._read) < len(self._paths)

    def explained(self, extractor: Extractor, term: str) -> Iterator[tuple[str, Explanation]]:
        """The explanation of a term, also below the limit of proposals."""
        from termbase.extract.corpus.candidates import chinese_corpus_candidates
        from termbase.extract.corpus.workers import Workers
        from termbase.extract.explaining import explained_in_corpus

        with Workers(self._processes()) as workers:
            sentences = self._sentences(extractor.known_places(), workers, strict=True)
            candidates = chinese_corpus_candidates(sentences, workers=workers)
        for found in explained_in_corpus(term, candidates):
            yield f"{len(self._paths)} articles", found

    def _processes(self) -> int:
        from cli.processes import processes_for

        return processes_for(sum(path.stat().st_size for path in self._paths if path.is_file()))

    def _sentences(self, known: KnownPlaces, workers: Workers, *, strict: bool) -> Iterator[list[Sentence]]:
        from cli.terminal import warn
        from termbase.errors import ZhtermError

        for path, article in self._articles(workers):
            try:
                # an error comes from reading once more, for it cannot go from process to process
                sentences, date, language = article or _article(path)
            except ZhtermError as error:
                if strict:
                    raise
                warn(str(error))
                continue
            self._read.append(path)
            self._dates[path.as_posix()] = date
            known.see(path.as_posix(), sentences, language)
            yield sentences

    def _articles(self, workers: Workers) -> Iterator[tuple[Path, _Article | None]]:
        """Each path with its article, read in other processes; None for one that cannot be read."""
        from cli.progress import with_progress

        paths = iter(with_progress(self._paths))
        groups = iter(lambda: list(islice(paths, _AT_ONCE)), [])
        for group in workers.map(_read_articles, groups):
            yield from group

    def _reader(self) -> Read:
        from termbase.language.sentences import split_document

        def read(number: int) -> tuple[str, list[Sentence]]:
            path = self._read[number]
            return path.as_posix(), split_document(_chinese_document(path))

        return read


def _read_articles(paths: Sequence[Path]) -> list[tuple[Path, _Article | None]]:
    from termbase.errors import ZhtermError

    found: list[tuple[Path, _Article | None]] = []
    for path in paths:
        try:
            found.append((path, _article(path)))
        except ZhtermError:
            found.append((path, None))
    return found


def _article(path: Path) -> _Article:
    from termbase.language.sentences import split_document

    document = _chinese_document(path)
    return split_document(document), document.date, document.language


def _chinese_document(path: Path) -> Document:
    """The article without what the web page added; raises InputError for an English one."""
    from termbase.errors import InputError
    from termbase.language.boilerplate import without_boilerplate
    from termbase.language.documents import read_document

    document = read_document(path)
    if not document.language.is_chinese:
        raise InputError(
            "a corpus is of Chinese articles, and this one is English", path=path.as_posix(),
            remedy="extract it without --corpus",
        )  # fmt: skip
    return replace(document, paragraphs=tuple(without_boilerplate(document.paragraphs)))
