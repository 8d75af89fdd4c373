"""The table of glossary formats is complete, cheap to import, and every row has a golden file."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from termbase.errors import InputError
from termbase.formats import FORMATS, format_of
from termbase.formats.losses import KINDS, losses
from termbase.formats.spreadsheet import read_rows
from termbase.model import Concept, ConceptType, Usage
from tests.golden import FOLDER, GLOSSARY

WRITERS = [name for name, one in FORMATS.items() if one.write]
READERS = [name for name, one in FORMATS.items() if one.read and one.write]


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_writes_its_golden_file(name: str, tmp_path: Path) -> None:
    kept, new = FOLDER / f"glossary.{name}", tmp_path / f"glossary.{name}"
    new.write_bytes(written(name, GLOSSARY))
    if name == "xlsx":  # an archive, which has the time in it
        assert list(read_rows(new)) == list(read_rows(kept))
    else:
        assert new.read_bytes() == kept.read_bytes()


@pytest.mark.parametrize("name", READERS)
def test_every_format_that_can_be_read_gives_back_what_it_carries(name: str, tmp_path: Path) -> None:
    read = FORMATS[name].read
    assert read is not None
    found = list(read(FOLDER / f"glossary.{name}"))
    if "kinds of form" in FORMATS[name].drops:
        (tmp_path / "again").write_bytes(written(name, found))
        assert list(read(tmp_path / "again")) == found
        assert found[0].preferred(chinese=False) == replace(GLOSSARY[0].terms[2], source=None)
        return
    assert found == [carried(concept, FORMATS[name].drops) for concept in GLOSSARY]


def written(name: str, concepts: Iterable[Concept]) -> bytes:
    write = FORMATS[name].write
    assert write is not None
    # UTX has the day of writing in its header
    pieces = write(concepts, **({"created": date(2024, 5, 6)} if name == "utx" else {}))
    return b"".join(piece.encode("utf-8") if isinstance(piece, str) else piece for piece in pieces)


def carried(concept: Concept, drops: Collection[str]) -> Concept:
    """The concept without its number, and without what the format says that it drops."""
    concept = replace(concept, id=None)
    return replace(concept, contexts=()) if "contexts" in drops else concept


def test_what_a_format_drops_has_a_name_that_people_read() -> None:
    assert {name for one in FORMATS.values() for name in one.drops} <= set(KINDS)


def test_only_what_concepts_have_is_told_as_lost() -> None:
    assert losses(FORMATS["csv"].drops, GLOSSARY) == ["contexts (1)"]
    assert losses(FORMATS["omegat"].drops, GLOSSARY)[:2] == ["types (3)", "subjects (1)"]
    terms = tuple(replace(term, usage=Usage.FORBIDDEN) for term in GLOSSARY[0].terms)
    forbidden = losses(FORMATS["memoq"].drops, [replace(GLOSSARY[0], terms=terms)])
    assert forbidden[0] == "entries of outdated and forbidden forms only (1)"
    bell = replace(GLOSSARY[0], note="港口\x07")
    assert losses(FORMATS["tbx"].drops, [bell, GLOSSARY[1]])[0] == "control characters (1)"
    assert losses(KINDS, [Concept(ConceptType.OTHER, ())]) == []


def test_every_row_says_what_is_carried_and_lost() -> None:
    for name, one in FORMATS.items():
        assert one.name == name
        assert one.title and one.carries and one.loses
        assert one.read or one.write
        assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in one.suffixes)


def test_the_table_imports_no_format() -> None:
    code = (
        "import sys, termbase.formats; print([name for name in sys.modules if name.startswith('termbase.formats.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"


def test_a_name_counts_more_than_the_suffix() -> None:
    assert format_of(Path("glossary.csv"), "omegat").name == "omegat"


def test_a_suffix_is_found_in_any_case() -> None:
    assert format_of("GLOSSARY.CSV").name == "csv"


@pytest.mark.parametrize(
    ("path", "name", "says"),
    [
        ("a.docx", None, "the ending .docx belongs to no format"),
        ("README", None, "the ending (none) belongs to no format"),
        ("a.csv", "excel", "there is no format 'excel'; choose one of csv, tsv"),
    ],
)
def test_an_unknown_format_is_answered_with_the_known_ones(path: str, name: str | None, says: str) -> None:
    with pytest.raises(InputError) as raised:
        format_of(path, name)
    assert says in str(raised.value)


def test_a_format_that_is_only_written_is_refused_for_reading() -> None:
    with pytest.raises(InputError, match="the format markdown has nothing to read; choose one of csv, tsv"):
        format_of("a.md", "markdown", can="read")
