"""`zhterm extract`: articles in, proposals into the termbase."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import Database, Json, Strict, location

if TYPE_CHECKING:
    from cli.articles import Articles
    from cli.corpus import Corpus
    from cli.from_memory import MemoryUnits
    from termbase.place import Place

__all__ = ["extract"]


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
    from_memory: Annotated[
        bool, typer.Option("--from-memory", help="Find the terms of the translation memory, with their renderings.")
    ] = False,
    document: Annotated[
        str, typer.Option("--document", metavar="NAME", help="With --from-memory: only the units of this document.")
    ] = "",
    least: Annotated[
        int | None,
        typer.Option("--least", min=1, help="With --from-memory: units that must have a term; default: 2."),
    ] = None,
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
      zhterm extract --from-memory --least 3
    """
    from cli.extraction import Extraction, require_date
    from cli.found import show_found

    require_date(date)
    source = _source(
        files or [], pair, location(db), corpus=corpus, memory=from_memory, document=document, least=least
    )
    if term is not None:
        from cli.explain import explain

        raise typer.Exit(explain(source, term, location(db), as_json=as_json))
    with Extraction.open(location(db), dry_run=dry_run, day=date) as extraction:
        read, failed = source.run(extraction, strict=strict)
        show_found(extraction, read, as_json=as_json, dry_run=dry_run)
    if failed:
        raise typer.Exit(2)


def _source(
    files: Sequence[Path],
    pair: tuple[Path, Path] | None,
    database: Place,
    *,
    corpus: bool,
    memory: bool,
    document: str,
    least: int | None,
) -> Articles | Corpus | MemoryUnits:
    """What is extracted from; raises InputError for options that do not go together."""
    from cli.articles import Articles
    from cli.corpus import Corpus
    from cli.from_memory import MemoryUnits
    from cli.jobs import jobs_of
    from termbase.errors import InputError

    named = bool(files or pair)
    if memory:
        if named or corpus:
            raise InputError("--from-memory reads no files", remedy="extract from files in a run of their own")
        return MemoryUnits(database, document, 2 if least is None else least)
    if document or least is not None:
        raise InputError("--document and --least are about the memory", remedy="add --from-memory")
    if corpus:
        if pair or not files:
            raise InputError(
                "--corpus takes Chinese articles, no pair", remedy="try: zhterm extract --corpus *.zh.txt"
            )
        return Corpus(list(dict.fromkeys(files)))
    if not named:
        raise InputError("no article is named", remedy="try: zhterm extract article.txt")
    return Articles(jobs_of(files, [pair] if pair else []))
