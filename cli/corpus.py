"""`zhterm extract --corpus`: the Chinese articles of a run ranked together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cli.extraction import Extraction
    from termbase.extract.articles import Extractor
    from termbase.extract.corpus.articles import Read
    from termbase.extract.explanation import Explanation
    from termbase.extract.known_places import KnownPlaces
    from termbase.language.documents import Document
    from termbase.language.sentences import Sentence

__all__ = ["Corpus"]


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
        from termbase.extract.proposals import Proposer
        from termbase.language.lexicon import default_lexicon
        from termbase.language.pinyin import pinyin

        known = extraction.extractor.known_places()
        candidates = chinese_corpus_candidates(self._sentences(known, strict=strict), processes=self._processes())
        best = [candidate for candidate in candidates if candidate.score >= LEAST_SCORE]
        recogniser = extraction.extractor.recogniser
        proposed = corpus_concepts(best, self._reader(), recogniser, default_lexicon(), Proposer(pinyin))
        extraction.file([*known.concepts(), *proposed], self._dates)
        return f"{len(self._read)} of {len(self._paths)}", len(self._read) < len(self._paths)

    def explained(self, extractor: Extractor, term: str) -> Iterator[tuple[str, Explanation]]:
        """The explanation of a term, also below the limit of proposals."""
        from termbase.extract.corpus.candidates import chinese_corpus_candidates
        from termbase.extract.explaining import explained_in_corpus

        sentences = self._sentences(extractor.known_places(), strict=True)
        candidates = chinese_corpus_candidates(sentences, processes=self._processes())
        for found in explained_in_corpus(term, candidates):
            yield f"{len(self._paths)} articles", found

    def _processes(self) -> int:
        from cli.processes import processes_for

        return processes_for(sum(path.stat().st_size for path in self._paths if path.is_file()))

    def _sentences(self, known: KnownPlaces, *, strict: bool) -> Iterator[list[Sentence]]:
        from cli.progress import with_progress
        from cli.terminal import warn
        from termbase.errors import ZhtermError
        from termbase.language.sentences import split_document

        for path in with_progress(self._paths):
            try:
                document = _chinese_document(path)
            except ZhtermError as error:
                if strict:
                    raise
                warn(str(error))
                continue
            self._read.append(path)
            self._dates[document.name] = document.date
            sentences = split_document(document)
            known.see(document.name, sentences, document.language)
            yield sentences

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
