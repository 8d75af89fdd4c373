"""`zhterm align`: two texts in, translation units out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.amounts import number_of
from cli.options import Database, Json, Reader, Strict, location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termbase.model import Term
    from termbase.place import Place
    from tm.align.alignment import Alignment
    from tm.model import Unit

__all__ = ["align"]


def align(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="ZH EN", help="Two texts; or files and folders in which x.zh.* and x.en.* pair up."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE.tmx", help="Write the units as a memory.")
    ] = None,
    review: Annotated[
        Path | None, typer.Option("--review", metavar="FILE.html", help="Write a page to look the links over.")
    ] = None,
    lines: Annotated[bool, typer.Option("--lines", help="Each line of the files is one sentence.")] = False,
    semicolons: Annotated[bool, typer.Option("--semicolons", help="A Chinese ； ends a sentence too.")] = False,
    with_memory: Annotated[
        bool, typer.Option("--with-memory", help="Learn names and words from the units of the memory.")
    ] = False,
    embeddings: Annotated[
        Path | None,
        typer.Option("--embeddings", metavar="FOLDER", help="A static embedding model; needs zhterm[embeddings]."),
    ] = None,
    least: Annotated[
        float, typer.Option("--min", min=0, max=1, help="Leave less confident links out of the memory.")
    ] = 0.0,
    reader: Reader = None,
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there.")] = False,
    strict: Strict = False,
    db: Database = None,
    as_json: Json = False,
) -> None:
    """Align two texts sentence by sentence. Links to look at are marked with a question mark.

    \b
    Examples:
      zhterm align article.zh.txt article.en.txt
      zhterm align article.zh.docx article.en.pdf -o article.tmx --review article.html
      zhterm align articles/ -o articles.tmx --with-memory
    """
    from cli.aligning import Aligner, aligned, load_model, pairs_of
    from cli.files import require_new, write_whole
    from cli.progress import with_progress
    from cli.taught import taught_by
    from cli.terminal import warn
    from cli.tm.handing_over import hand_over, handover_of
    from tm.align.alignment import Alignment
    from tm.formats import bitext_of

    for file in filter(None, (output, review)):
        require_new(file, force=force)
    how = handover_of(bitext_of(output, can="write"), reader, None, None, output) if output is not None else None
    jobs, unpaired = pairs_of(paths or [])
    for path in unpaired:
        warn(f"{path.as_posix()}: no text of the other language has this name; call them x.zh.txt and x.en.txt")
    found: list[Alignment] = []
    if embeddings is not None:
        load_model(embeddings)
    taught = taught_by(location(db)) if with_memory else None
    aligner = Aligner(_terms(location(db)), lines, semicolons, taught=taught, model=embeddings)
    results = aligned(aligner, jobs)
    for _, result in zip(with_progress(jobs), results, strict=True):
        if isinstance(result, Alignment):
            found.append(result)
            _show(result, one_of_many=len(jobs) > 1, as_json=as_json, quiet=output is not None or review is not None)
        elif strict:
            raise result
        else:
            warn(str(result))
    if output is not None and how is not None and found:
        hand_over(output, lambda: _units(found, least), how, force=force)
    if review is not None and found:
        from tm.report.side_by_side import page

        write_whole(review, page(found), force=force)
    if unpaired or len(found) < len(jobs):
        raise typer.Exit(2)


def _terms(database: Place) -> tuple[tuple[int, Term], ...]:
    """What the termbase knows; nothing where there is none yet."""
    from termbase.reading import open_reader

    if not database.exists():
        return ()
    with open_reader(database) as reader:
        return tuple(reader.terms())


def _units(found: list[Alignment], least: float) -> Iterator[Unit]:
    return (unit for alignment in found for unit in alignment.units(least=least))


def _show(alignment: Alignment, *, one_of_many: bool, as_json: bool, quiet: bool) -> None:
    from cli.terminal import note, warn

    if as_json:
        from cli.contract import links_json, print_json

        for value in links_json(alignment):
            print_json({"document": alignment.name, **value} if one_of_many else value)
    elif not quiet:
        from cli.render import link_lines
        from cli.terminal import write

        for line in link_lines(alignment):
            write(line)
    note(
        f"{alignment.name}: {len(alignment.zh)} Chinese and {number_of(len(alignment.en), 'English sentence')}, "
        f"{number_of(len(alignment.links), 'link')}, {len(alignment.doubtful)} to look at, "
        f"confidence {alignment.confidence:.2f}"
    )
    if alignment.is_unrelated:
        warn(f"{alignment.name}: these hardly translate each other; check that they belong together")
    elif alignment.is_partial:
        warn(f"{alignment.name}: most sentences have no counterpart; check that both texts are whole")
