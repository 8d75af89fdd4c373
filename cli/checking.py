"""One run of `zhterm check`: its files, its rules, its baseline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cli.terminal import note, warn
from termbase.errors import InputError, ZhtermError
from tm.model import Segment

if TYPE_CHECKING:
    from cli.jobs import Job
    from termbase.place import Place
    from tm.align.alignment import Alignment
    from tm.checking.baseline import Baseline
    from tm.checking.profile import Profile
    from tm.checking.run import Run
    from tm.checks.model import Finding
    from tm.checks.terms import Terms

__all__ = ["Files", "baseline_of", "open_run", "profile_of", "write_baseline"]


class Files:
    """The segments of a job, file by file; a file that cannot be read is told and the others go on."""

    def __init__(self, paths: Sequence[Path], source: Path | None, terms: Terms, *, strict: bool) -> None:
        """Take files and folders; with a source there is one file, its translation. Raises InputError."""
        self._jobs = _jobs(paths, source)
        self._terms = terms
        self._strict = strict
        self.failed: list[Path] = []

    @property
    def paths(self) -> list[Path]:
        """The files with the segments; of two texts the translation."""
        return [job.paths[-1] for job in self._jobs]

    def __iter__(self) -> Iterator[Segment]:
        from cli.progress import with_progress

        for job in with_progress(self._jobs, what="files"):
            try:
                yield from with_progress(self._read(job), what="segments")
            except ZhtermError as error:
                if self._strict:
                    raise
                self.failed.append(job.paths[-1])
                warn(str(error))

    def _read(self, job: Job) -> Iterator[Segment]:
        if len(job.paths) == 2:
            yield from _aligned(job, self._terms)
        elif _is_bilingual(job.paths[0]):
            from tm.formats.segments import segments

            yield from segments(job.paths[0])
        else:
            yield from _table(job.paths[0]) or _english(job.paths[0])


def profile_of(path: Path | None) -> Profile:
    """The profile that was named, else the nearest one, else that of nobody."""
    from tm.checking.profile import Profile, find_profile, read_profile

    found = path or find_profile(Path.cwd())
    return Profile() if found is None else read_profile(found)


def open_run(
    profile: Profile, only: Sequence[str], skip: Sequence[str], database: Place, date: str, baseline: Baseline
) -> Run:
    """The checks at their desks, with what the termbase knows; an empty one is told."""
    from termbase.reading import open_reader
    from tm.checking.run import Run, chosen
    from tm.checks.terms import Terms

    checks = chosen(profile, only, skip)
    terms = Terms(())
    if database.exists():
        with open_reader(database) as reader:
            terms = Terms(reader.concepts(with_contexts=False))
    if not len(terms):
        note(f"no approved terms in {database.as_posix()}: terms are not checked; fill it: zhterm import terms.csv")
    return Run(profile, terms, checks, date=date, baseline=baseline)


def baseline_of(path: Path | None, *, update: bool) -> Baseline:
    """The findings that are known already; none while the baseline is made anew."""
    from tm.checking.baseline import Baseline, read_baseline

    if update and path is None:
        raise InputError("--update-baseline needs a file", remedy="name it: --baseline FILE")
    return Baseline() if path is None or update else read_baseline(path)


def write_baseline(path: Path | None, findings: Iterable[Finding]) -> None:
    """Keep all findings as known."""
    from cli.files import write_whole
    from tm.checking.baseline import baseline_lines, fingerprint

    assert path is not None, "baseline_of has asked for it"
    write_whole(path, baseline_lines(fingerprint(one) for one in findings), force=True)


def _jobs(paths: Sequence[Path], source: Path | None) -> list[Job]:
    from cli.jobs import Job, jobs_of

    if source is not None:
        if len(paths) != 1:
            raise InputError("--source goes with one file, its translation", remedy="check the files one by one")
        return [Job((source, paths[0]))]
    files: list[Path] = []
    for path in paths:
        inside = sorted(file for file in path.rglob("*") if file.is_file() and _is_bilingual(file))
        if path.is_dir() and not inside:
            raise InputError("no bilingual file in this folder", path=path, remedy="see the formats: zhterm formats")
        files += inside if path.is_dir() else [path]
    return jobs_of(files)


def _is_bilingual(path: Path) -> bool:
    from tm.formats import BITEXTS

    return any(path.suffix.lower() in one.suffixes for one in BITEXTS.values())


def _aligned(job: Job, terms: Terms) -> Iterator[Segment]:
    """The links of two texts as segments, numbered as they come."""
    from cli.aligning import Aligner

    found = Aligner(terms.pairs, whole=False).align(job)
    for number, (zh, en) in enumerate(_texts(found), start=1):
        yield Segment(zh, en, job.paths[1].as_posix(), number, source_language="zh", target_language="en")


def _texts(found: Alignment) -> Iterator[tuple[str, str]]:
    for link in found.links:
        yield "".join(found.zh_of(link)), " ".join(found.en_of(link))


def _table(path: Path) -> list[Segment]:
    """The segments of a DOCX file that has them in a table."""
    if path.suffix.lower() != ".docx":
        return []
    from tm.formats.docx_table import segments

    return segments(path)


def _english(path: Path) -> Iterator[Segment]:
    """The sentences of an English text."""
    from termbase.language.documents import read_document
    from termbase.language.sentences import split_document

    document = read_document(path)
    if document.language.is_chinese:
        raise InputError(
            "is Chinese and comes without its translation",
            path=path,
            remedy=f"zhterm check TRANSLATION --source {path.as_posix()}",
        )
    for number, sentence in enumerate(split_document(document), start=1):
        yield Segment("", sentence.text, document.name, number, target_language="en")
