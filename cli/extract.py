"""`zhterm extract`: articles in, proposals into the termbase."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import Database, Json, Strict, location

if TYPE_CHECKING:
    from cli.extraction import Extraction
    from termbase.model import Concept

__all__ = ["extract"]

_SHOWN = 30
"""Proposals shown on a terminal; `zhterm term list` and --json give all."""


def extract(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE…", help="Articles: txt, md, html, docx, pdf. x.zh.* and x.en.* are a pair."),
    ] = None,
    pair: Annotated[
        tuple[Path, Path] | None, typer.Option("--pair", metavar="ZH EN", help="A Chinese article and its English.")
    ] = None,
    date: Annotated[
        str, typer.Option("--date", metavar="YYYY-MM-DD", help="The date of the articles; default: from their text.")
    ] = "",
    corpus: Annotated[
        bool,
        typer.Option(
            "--corpus",
            help="Rank Chinese articles together, by counts over all of them; any number, in bounded memory.",
        ),
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be filed; write nothing.")] = False,
    term: Annotated[
        str | None,
        typer.Option("--explain", metavar="TERM", help="Show how a candidate gets its score; file nothing."),
    ] = None,
    strict: Strict = False,
    db: Database = None,
    as_json: Json = False,
) -> None:
    """Find names and policy phrases in articles and file them as proposed, with their evidence.

    \b
    Examples:
      zhterm extract article.txt
      zhterm extract port.zh.txt port.en.txt
      zhterm extract --dry-run --json article.docx
      zhterm extract --explain "foreign trade" article.txt
      zhterm extract --corpus news/*.zh.txt
    """
    from cli.extraction import Extraction, require_date
    from cli.jobs import jobs_of
    from cli.progress import with_progress
    from cli.terminal import warn
    from termbase.errors import InputError, ZhtermError

    require_date(date)
    if corpus:
        _extract_corpus(
            files or [], pair, db=db, day=date, dry_run=dry_run, strict=strict, as_json=as_json, term=term
        )
        return
    jobs = jobs_of(files or [], [pair] if pair else [])
    if not jobs:
        raise InputError("no article is named", remedy="try: zhterm extract article.txt")
    if term is not None:
        from cli.explain import explain, explained

        paths = [path for job in jobs for path in job.paths]
        raise typer.Exit(explain(explained(paths, term), term, as_json=as_json))
    failed = 0
    with Extraction.open(location(db), dry_run=dry_run, day=date) as extraction:
        for job in with_progress(jobs):
            try:
                extraction.run(job)
            except ZhtermError as error:
                if strict:
                    raise
                failed += 1
                warn(str(error))
        _show(extraction, done=len(jobs) - failed, jobs=len(jobs), as_json=as_json, dry_run=dry_run)
    if failed:
        raise typer.Exit(2)


def _extract_corpus(
    files: list[Path],
    pair: tuple[Path, Path] | None,
    *,
    db: str | None,
    day: str,
    dry_run: bool,
    strict: bool,
    as_json: bool,
    term: str | None,
) -> None:
    from cli.corpus import Corpus
    from cli.extraction import Extraction
    from cli.terminal import warn
    from termbase.errors import InputError

    if pair or not files:
        raise InputError("--corpus takes Chinese articles, no pair", remedy="try: zhterm extract --corpus *.zh.txt")

    def failed(error: Exception) -> None:
        if strict:
            raise error
        warn(str(error))

    corpus = Corpus(list(dict.fromkeys(files)), failed)
    if term is not None:
        from cli.explain import explain, explained_in_corpus

        raise typer.Exit(explain(explained_in_corpus(corpus, term), term, as_json=as_json))
    with Extraction.open(location(db), dry_run=dry_run, day=day) as extraction:
        extraction.file(corpus.concepts(extraction.recogniser), corpus.dates)
        _show(extraction, done=corpus.read, jobs=corpus.all, as_json=as_json, dry_run=dry_run)
    if corpus.read < corpus.all:
        raise typer.Exit(2)


def _show(extraction: Extraction, *, done: int, jobs: int, as_json: bool, dry_run: bool) -> None:
    from cli.contract import found_json, print_json
    from cli.terminal import note
    from termbase.model import Status

    concepts = extraction.concepts
    if as_json:
        for concept in concepts:
            print_json(found_json(concept))
    else:
        _show_table("known", [concept for concept in concepts if concept.status is not Status.PROPOSED])
        _show_table("proposed", [concept for concept in concepts if concept.status is Status.PROPOSED])
    filed = "would be proposed" if dry_run else "newly proposed"
    known = sum(concept.status is not Status.PROPOSED for concept in concepts)
    note(f"{done} of {jobs} read: {known} known entries met, {extraction.outcome.added} {filed}")
    if extraction.outcome.added and not dry_run:
        note("decide on them: zhterm term list --status proposed; zhterm term approve ID …")


def _show_table(title: str, concepts: list[Concept]) -> None:
    from cli.render import SUMMARY, summary
    from cli.terminal import bold, table, write

    if not concepts:
        return
    write(bold(f"{title}: {len(concepts)}"))
    for line in table([summary(concept) for concept in concepts[:_SHOWN]], SUMMARY):
        write(line)
    if len(concepts) > _SHOWN:
        write(f"… and {len(concepts) - _SHOWN} more; --json shows all")
    write("")
