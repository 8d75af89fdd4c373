"""`zhterm tm search`: the nearest earlier translations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import Database, Json, location

if TYPE_CHECKING:
    from tm.memory.search import Match

__all__ = ["match_json", "match_lines", "search"]


def search(
    text: Annotated[list[str] | None, typer.Argument(metavar="TEXT", help="A segment, Chinese or English.")] = None,
    minimum: Annotated[float, typer.Option("--min", min=0.1, max=1.0, help="The lowest score to show.")] = 0.7,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=1000, help="The most matches to show.")] = 5,
    batch: Annotated[
        Path | None, typer.Option("--batch", metavar="FILE", help="A text file with a segment on each line.")
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="List what differs.")] = False,
    db: Database = None,
    as_json: Json = False,
) -> None:
    """Find the nearest earlier translations of a segment, in either language.

    The score is 1 for the same text; figures, case, width and punctuation weigh less than words.

    \b
    Examples:
      zhterm tm search 推动高质量发展
      zhterm tm search "promote high-quality development" --min 0.5 --explain
      zhterm tm search --batch article.zh.txt --json
    """
    from tm.memory.reading import open_memory
    from tm.memory.search import search as search_memory

    queries = _queries(text, batch)
    anything = False
    with open_memory(location(db)) as memory:
        for before, query, after in zip(["", *queries], queries, [*queries[1:], ""], strict=False):
            matches = search_memory(memory, query, minimum=minimum, limit=limit, before=before, after=after)
            anything |= bool(matches)
            if as_json:
                _print_json(query, matches, explain=explain)
            else:
                _print(query, matches, explain=explain, batch=batch is not None)
    if not anything:
        from cli.terminal import note

        note(f"nothing with a score of {minimum:g} or more")
        raise typer.Exit(1)


def match_json(query: str, match: Match, *, explain: bool = False) -> dict[str, object]:
    """A match by the contract; with the kind, and the target with its figures replaced where only those differ."""
    from tm.memory.origin import origin_of
    from tm.similarity import edits, signature

    value: dict[str, object] = {
        "query": query,
        "source": match.source,
        "target": match.target,
        "score": match.score,
        "signature": signature(chinese=match.chinese),
        "origin": origin_of(match.unit),
        "kind": match.kind,
    }
    if match.adapted:
        value["adapted"] = match.adapted
    if explain:
        value["edits"] = [
            {"kind": edit.kind, "start": edit.start, "end": edit.end, "stored": edit.stored, "query": edit.query}
            for edit in edits(query, match.source, chinese=match.chinese)
        ]
    return value


def _queries(text: list[str] | None, batch: Path | None) -> list[str]:
    from termbase.errors import InputError, unreadable

    if batch is None:
        if not text or not " ".join(text).strip():
            raise InputError("nothing to search for", remedy="give a text, or --batch FILE")
        return [" ".join(text)]
    if text:
        raise InputError("a text and --batch exclude each other", remedy="give one of them")
    from termbase.language.encodings import decode

    try:
        data = batch.read_bytes()
    except OSError as error:
        raise unreadable(error, batch) from error
    return [line.strip() for line in decode(data, batch).split("\n") if line.strip()]


def _print_json(query: str, matches: list[Match], *, explain: bool) -> None:
    from cli.contract import print_json

    for match in matches:
        print_json(match_json(query, match, explain=explain))


def _print(query: str, matches: list[Match], *, explain: bool, batch: bool) -> None:
    from cli.terminal import bold, plain, write

    if batch:
        write(bold(plain(query)))
    for match in matches:
        for line in match_lines(query, match, explain=explain):
            write(line)


def match_lines(query: str, match: Match, *, explain: bool = False) -> Iterator[str]:
    """A match on the terminal: its score, both sides, and what differs."""
    from cli.terminal import bold, dim, field, plain
    from tm.memory.origin import origin_of

    yield f"{bold(f'{100 * match.score:.0f}%')} {match.kind}  {dim(plain(origin_of(match.unit)))}"
    yield from field("source", _marked(query, match))
    yield from field("target", match.target)
    if match.adapted:
        yield from field("adapted", f"{match.adapted}  (figures replaced: check them)")
    if explain:
        yield from _explained(query, match)


def _marked(query: str, match: Match) -> str:
    """The stored segment; in square brackets what the query has not, in braces what only the query has."""
    from tm.similarity import edits

    pieces: list[str] = []
    end = 0
    for edit in edits(query, match.source, chinese=match.chinese):
        pieces.append(match.source[end : edit.start])
        pieces += [f"[{edit.stored.strip()}]"] * bool(edit.stored.strip())
        pieces += [f"{{{edit.query.strip()}}}"] * bool(edit.query.strip())
        if not match.chinese:
            pieces.append(" ")
        end = edit.end
    return "".join([*pieces, match.source[end:]])


def _explained(query: str, match: Match) -> Iterator[str]:
    from cli.terminal import field
    from tm.similarity import edits, signature

    for edit in edits(query, match.source, chinese=match.chinese):
        yield from field(edit.kind, f"“{edit.stored}” → “{edit.query}”")
    yield from field("signature", signature(chinese=match.chinese))
