"""Term bases of memoQ as CSV: an entry a row, a column for each form, so many as the entry with most forms has.

The preferred form comes first. Outdated and forbidden forms get no column, where memoQ would offer them; they stand
in the entry's note, with all else that has no field. An entry of nothing else would be a row without a term and is
left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from termbase.errors import FormatError, unreadable
from termbase.formats.memoq_entries import concept_of, note_of, usable
from termbase.formats.records import Record, fitted, parse, quoted, ragged
from termbase.language.encodings import decode
from termbase.language.tags import side_of_name
from termbase.model import Concept, Context, Language

__all__ = ["describe", "read", "write"]

_ENTRY = (
    "Entry_ID",
    "Entry_Subject",
    "Entry_Domain",
    "Entry_ClientID",
    "Entry_ProjectID",
    "Entry_Created",
    "Entry_Creator",
    "Entry_LastModified",
    "Entry_Modifier",
    "Entry_Note",
)
_COLUMNS = {
    Language.ZH_HANS: "Chinese_PRC",
    Language.ZH_HANT: "Chinese_Taiwan",
    Language.EN: "English_United_States",
}


def write(concepts: Iterable[Concept]) -> Iterator[str]:
    """The lines of the table, to be written as UTF-8.

    >>> from termbase.model import ConceptType, Term
    >>> terms = (Term(Language.ZH_HANS, "义乌"), Term(Language.EN, "Yiwu"))
    >>> print(list(write([Concept(ConceptType.PLACE, terms)]))[1], end="")
    1,,,,,,,,,type: place,义乌,,,Yiwu,,
    """
    every = [concept for concept in concepts if any(usable(concept, one) for one in _COLUMNS)]
    least = {Language.ZH_HANT: 0}
    counts = {one: max([least.get(one, 1), *(len(usable(concept, one)) for concept in every)]) for one in _COLUMNS}
    heading = [*_ENTRY]
    for language, count in counts.items():
        heading += [_COLUMNS[language], "Term_Info", "Term_Example"] * count
    yield quoted(heading, ",")
    for number, concept in enumerate(every, start=1):
        cells = [str(concept.id or number), concept.subject, *[""] * 7, note_of(concept)]
        for language, count in counts.items():
            for place in range(count):
                cells += _cells(concept, language, place)
        yield quoted(cells, ",")


def read(path: Path) -> Iterator[Concept]:
    """The concepts of a table as memoQ exports it, one by one; other languages are passed over.

    Raises InputError for a file that cannot be read and FormatError, with the line, for one that breaks the format.
    """
    columns, records = _table(path)
    for record in records:
        concept = concept_of(list(zip(columns, fitted(record, len(columns), path=path), strict=True)))
        if concept is not None:
            yield concept


def describe(path: Path) -> Iterator[str]:
    """How many entries there are, and in which languages; the others are passed over."""
    columns, records = _table(path)
    languages = dict.fromkeys(name for name in columns if not name.startswith(("Entry_", "Term_")))
    ours = [name for name in languages if side_of_name(name)]
    others = [name for name in languages if not side_of_name(name)]
    ignored = f"; ignored: {', '.join(others)}" if others else ""
    yield f"{len(records)} entries; columns: {', '.join(ours)}{ignored}"
    yield from ragged(records, len(columns))


def _cells(concept: Concept, language: Language, place: int) -> tuple[str, str, str]:
    """The form in that place, no information, and with the first form an example."""
    forms = usable(concept, language)
    example: Context | None = None
    if not place and forms:
        example = next((one for one in concept.contexts if one.language is language), None)
    return forms[place].text if place < len(forms) else "", "", example.sentence if example else ""


def _table(path: Path) -> tuple[tuple[str, ...], list[Record]]:
    try:
        text = decode(path.read_bytes(), path)
    except OSError as error:
        raise unreadable(error, path) from error
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    heading, *records = list(parse(text, delimiter, path=path)) or [Record(1, ())]
    if "Entry_ID" not in heading.cells or not any(map(side_of_name, heading.cells)):
        raise FormatError(
            f"no table of memoQ with Chinese or English; found: {', '.join(heading.cells) or 'nothing'}",
            path=path,
            line=heading.line,
            remedy="export the term base with field names in the first row, or choose another format",
        )
    return heading.cells, records
