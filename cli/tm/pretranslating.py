"""`zhterm tm pretranslate`: empty targets filled from the memory."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli import completion
from cli.amounts import number_of
from cli.options import Database, Json, location

if TYPE_CHECKING:
    from tm.pretranslate.filling import Filled, Filling

__all__ = ["pretranslate"]


def pretranslate(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="XLIFF, SDLXLIFF, MQXLIFF, TMX, PO or TSV.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="OUT", help="The file to write; of several files, the folder.")
    ],
    minimum: Annotated[float, typer.Option("--min", min=0.5, max=1.0, help="The lowest score to fill in.")] = 0.75,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace translations that are there.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
    format_: Annotated[
        str | None,
        typer.Option("--format", "-f", help="By file name when left out.", autocompletion=completion.bitext_formats),
    ] = None,
    db: Database = None,
    as_json: Json = False,
) -> None:
    """Fill the empty targets of bilingual files from the memory, and leave all the rest byte for byte.

    The best match comes in, one in the same context first, and is marked as exact or fuzzy. Where only figures differ
    they are replaced, and the match is marked fuzzy. Inline codes are carried over or the segment is left empty.

    \b
    Examples:
      zhterm tm pretranslate news.xlf -o news.filled.xlf
      zhterm tm pretranslate jobs/*.sdlxliff -o filled --min 0.85
    """
    from cli.files import require_new, write_whole
    from cli.progress import with_progress
    from cli.terminal import note
    from tm.memory.reading import open_memory
    from tm.pretranslate.files import pretranslated
    from tm.pretranslate.filling import Filling

    targets = _targets(files, output)
    for target in targets:
        require_new(target, force=force)
    with open_memory(location(db)) as memory:
        for path, target in with_progress(list(zip(files, targets, strict=True))):
            filling = Filling(memory, minimum, overwrite, watched=partial(with_progress, what="segments"))
            if as_json:
                filling.report = partial(_print_json, path)
            write_whole(target, pretranslated(path, format_, filling), force=force)
            note(f"{path}: {_summary(filling)}")


def _targets(files: list[Path], output: Path) -> list[Path]:
    from termbase.errors import InputError

    if len(files) == 1 and not output.is_dir():
        return [output]
    if len({path.name for path in files}) < len(files):
        raise InputError("two of the files have the same name", remedy="fill them one by one")
    if output.exists() and not output.is_dir():
        raise InputError("several files need a folder to go to", path=output, remedy="name a folder")
    output.mkdir(parents=True, exist_ok=True)
    return [output / path.name for path in files]


def _print_json(path: Path, filled: Filled) -> None:
    from cli.contract import print_json
    from tm.formats.inline import text_of

    proposal = filled.proposal
    value = {
        "file": path.as_posix(),
        "segment": filled.number,
        "id": filled.id,
        "source": filled.source,
        "target": text_of(proposal.inline),
        "score": proposal.score,
        "signature": proposal.signature,
        "origin": proposal.origin,
        "kind": proposal.kind,
        "match": proposal.qualifier,
    }
    print_json(value)


def _summary(filling: Filling) -> str:
    counts = filling.counts
    kinds = [f"{counts[kind]} {kind}" for kind in ("context", "exact", "number", "fuzzy") if counts[kind]]
    done = sum(counts[kind] for kind in ("context", "exact", "number", "fuzzy"))
    told = f"{number_of(done, 'segment')} filled" + (f" ({', '.join(kinds)})" if kinds else "")
    return "; ".join([told, *_left(filling)])


def _left(filling: Filling) -> Iterator[str]:
    reasons = {
        "none": "without a match",
        "codes": "left empty, for their inline codes cannot be placed",
        "translated": "translated already",
        "locked": "locked",
        "languages": "in other languages",
    }
    return (f"{filling.counts[name]} {reason}" for name, reason in reasons.items() if filling.counts[name])
