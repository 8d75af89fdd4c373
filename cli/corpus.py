"""`zhterm extract --corpus`: the Chinese articles of a run ranked together."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termbase.extract.corpus.articles import Read
    from termbase.extract.corpus.candidates import CorpusCandidate
    from termbase.language.documents import Document
    from termbase.language.sentences import Sentence
    from termbase.model import Concept
    from termbase.recognise import Recogniser

__all__ = ["Corpus"]

_MOST_PROCESSES = 8
_WORTH_PROCESSES = 2_000_000
"""Bytes of files below which further processes (a second each, for their dictionaries) cost more than they save."""


class Corpus:
    """Chinese articles, read one after the other as often as needed; those that fail are reported and left out."""

    def __init__(self, paths: Sequence[Path], failed: Callable[[Exception], None]) -> None:
        self._paths = paths
        self._failed = failed
        self._read: list[Path] = []
        self.dates: dict[str, str] = {}
        """The date that each article tells, empty for none."""

    @property
    def read(self) -> int:
        """How many articles were read."""
        return len(self._read)

    @property
    def all(self) -> int:
        """How many there are."""
        return len(self._paths)

    def candidates(self) -> list[CorpusCandidate]:
        """The candidates of the corpus, best first, those below the limit of proposals too."""
        from termbase.extract.corpus.candidates import chinese_corpus_candidates

        return chinese_corpus_candidates(self._sentences(), processes=self._processes())

    def concepts(self, recogniser: Recogniser) -> list[Concept]:
        """The proposals of the corpus, best first."""
        from termbase.extract.corpus.articles import LEAST_SCORE, corpus_concepts
        from termbase.extract.proposals import Proposer
        from termbase.language.lexicon import default_lexicon
        from termbase.language.pinyin import pinyin

        best = [candidate for candidate in self.candidates() if candidate.score >= LEAST_SCORE]
        return corpus_concepts(best, self._reader(), recogniser, default_lexicon(), Proposer(pinyin))

    def _processes(self) -> int:
        size = sum(path.stat().st_size for path in self._paths if path.is_file())
        return min(os.cpu_count() or 1, _MOST_PROCESSES) if size > _WORTH_PROCESSES else 1

    def _sentences(self) -> Iterator[list[Sentence]]:
        from cli.progress import with_progress
        from termbase.errors import ZhtermError
        from termbase.language.sentences import split_document

        for path in with_progress(self._paths):
            try:
                document = _chinese_document(path)
            except ZhtermError as error:
                self._failed(error)
                continue
            self._read.append(path)
            self.dates[document.name] = document.date
            yield split_document(document)

    def _reader(self) -> Read:
        from termbase.language.sentences import split_document

        def read(number: int) -> tuple[str, list[Sentence]]:
            path = self._read[number]
            return path.as_posix(), split_document(_chinese_document(path))

        return read


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
