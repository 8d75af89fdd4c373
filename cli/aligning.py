"""One run of `zhterm align`: pairs of texts, several at once, through reading, splitting and alignment."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from termbase.errors import InputError, ZhtermError
from termbase.language.script import is_chinese
from termbase.model import Term

if TYPE_CHECKING:
    from cli.jobs import Job
    from tm.align.alignment import Alignment
    from tm.align.gathering import Renderings

__all__ = ["Aligner", "aligned", "pairs_of"]

# English characters per Chinese character lie between 2 and 6; a text that is ten times too long is another text.
_USUAL, _TIMES = 3.4, 10
# Characters; ten times the longest sentence in 30,000 of news, law and novels. No text goes on so without an end.
_LONGEST_SENTENCE = 20_000
# Fewer pairs are done before other processes have started.
_WORTH_PROCESSES = 4


@dataclass(frozen=True, slots=True)
class Aligner:
    """How pairs are read and aligned; can be sent to another process."""

    terms: tuple[tuple[int, Term], ...] = ()
    """What the termbase knows: pairs of a concept's number and one of its terms."""
    lines: bool = False
    """Each line is one sentence."""
    semicolons: bool = False
    """A Chinese ； ends a sentence too."""
    whole: bool = True
    """Counters, credits and page numbers of a web page belong to the text."""
    taught: Renderings | None = None
    """What the memory teaches."""

    def align(self, job: Job) -> Alignment:
        """The alignment of one pair; the order of the two files does not matter. Raises InputError."""
        from termbase.language.lexicon import default_lexicon
        from termbase.recognise import Recogniser
        from tm.align import align
        from tm.align.alignment import Alignment

        zh, en = _by_language([self._read(path) for path in job.paths])
        _require_likeness(zh, en)
        links = align(
            [zh.sentences[number] for number in zh.numbers],
            [en.sentences[number] for number in en.numbers],
            lexicon=default_lexicon().english_of,
            taught=self.taught,
            recogniser=Recogniser(self.terms) if self.terms else None,
            paragraphs=None if self.lines else (zh.paragraphs, en.paragraphs),
        )
        links = [
            replace(
                link,
                zh_index=tuple(zh.numbers[place] for place in link.zh_index),
                en_index=tuple(en.numbers[place] for place in link.en_index),
            )
            for link in links
        ]
        return Alignment(job.name, tuple(zh.sentences), tuple(en.sentences), tuple(links))

    def _read(self, path: Path) -> _Side:
        from termbase.language.boilerplate import without_boilerplate
        from termbase.language.documents import read_document, read_lines
        from termbase.language.sentences import split_document

        if self.lines:
            return _Side(path, tuple(read_lines(path)), ())
        document = read_document(path)
        if not self.whole:
            document = replace(document, paragraphs=tuple(without_boilerplate(document.paragraphs)))
        sentences = split_document(document, semicolons=self.semicolons)
        return _Side(path, tuple(one.text for one in sentences), tuple(one.paragraph for one in sentences))


def pairs_of(paths: Sequence[Path]) -> tuple[list[Job], list[Path]]:
    """The pairs among files and in folders, and the files without a partner; two files alone are always a pair.

    Raises InputError when there is nothing to align.
    """
    from cli.jobs import Job, jobs_of, side_of

    if len(paths) == 2 and not any(path.is_dir() for path in paths):
        return [Job((paths[0], paths[1]))], []
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files += sorted(file for file in path.rglob("*") if file.is_file() and side_of(file) is not None)
        else:
            files.append(path)
    jobs = jobs_of(files)
    pairs = [job for job in jobs if len(job.paths) == 2]
    if not pairs:
        raise InputError(
            "no two texts to align",
            path=paths[0] if paths else None,
            remedy="name a Chinese and an English file; in folders call them x.zh.txt and x.en.txt",
        )
    return pairs, [path for job in jobs if len(job.paths) == 1 for path in job.paths]


def aligned(aligner: Aligner, jobs: Sequence[Job]) -> Iterator[Alignment | ZhtermError]:
    """What became of each pair, in order; several are aligned at once where it pays."""
    if len(jobs) < _WORTH_PROCESSES or (os.cpu_count() or 1) == 1:
        for job in jobs:
            yield _attempt(aligner, job)
        return
    # a fresh interpreter: a fork would take over open files and locks
    executor = ProcessPoolExecutor(
        min(os.cpu_count() or 1, len(jobs)), get_context("spawn"), initializer=_start, initargs=(aligner,)
    )
    futures: list[Future[Alignment | ZhtermError]] = [executor.submit(_attempt_here, job) for job in jobs]
    try:
        for future in futures:
            yield future.result()
    finally:
        executor.shutdown(cancel_futures=True)


_here: list[Aligner] = []
"""The aligner of a worker process."""


def _start(aligner: Aligner) -> None:
    # Ctrl-C reaches every process of a terminal; the first one tells it
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _here.append(aligner)


def _attempt_here(job: Job) -> Alignment | ZhtermError:
    return _attempt(_here[-1], job)


def _attempt(aligner: Aligner, job: Job) -> Alignment | ZhtermError:
    try:
        return aligner.align(job)
    except ZhtermError as error:
        return error


@dataclass(frozen=True, slots=True)
class _Side:
    """One text of a pair."""

    path: Path
    sentences: tuple[str, ...]
    """Also the empty lines of a file in lines, so that numbers are line numbers."""
    paragraphs: tuple[int, ...]
    """The number of the paragraph of each sentence; empty for a file in lines."""

    @property
    def text(self) -> str:
        return "\n".join(self.sentences)

    @property
    def numbers(self) -> list[int]:
        """The numbers of the sentences that are not empty."""
        return [number for number, sentence in enumerate(self.sentences) if sentence]


def _by_language(sides: Sequence[_Side]) -> tuple[_Side, _Side]:
    """The Chinese and the English side."""
    first, second = sides
    chinese = [is_chinese(side.text) for side in sides]
    if chinese[0] == chinese[1]:
        language = "Chinese" if chinese[0] else "English"
        raise InputError(
            f"both texts are {language}: this one and {first.path.as_posix()}",
            path=second.path,
            remedy="name a Chinese and an English file",
        )
    return (first, second) if chinese[0] else (second, first)


def _require_likeness(zh: _Side, en: _Side) -> None:
    for side in (zh, en):
        for number, sentence in enumerate(side.sentences, 1):
            if len(sentence) > _LONGEST_SENTENCE:
                raise InputError(
                    f"sentence {number} has {len(sentence):,} characters",
                    path=side.path,
                    remedy="check that it is a text in sentences",
                )
    expected = _USUAL * len(zh.text)
    for side, times in ((zh, expected / len(en.text)), (en, len(en.text) / expected)):
        if times > _TIMES:
            other = zh if side is en else en
            raise InputError(
                f"is {times:.0f} times too long for a translation of {other.path.as_posix()}",
                path=side.path,
                remedy="check that the two belong together",
            )
