"""The snapshot keeps everything, in memory that stays flat, and refuses what it cannot understand."""

from __future__ import annotations

import json
import tempfile
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.errors import FormatError, ZhtermError
from termbase.formats.snapshot import read, write
from termbase.model import Concept, ConceptType, Language, Origin, Status, Term
from tests.golden import GLOSSARY
from tests.termbase.formats.samples import concepts

HEAD = '{"format":"zhterm glossary","version":1,"concepts":['
ENTRY = '{"type":"place","terms":[{"language":"en","text":"Yiwu"}]}'
File = Callable[[str], Path]


@pytest.fixture
def file(tmp_path: Path) -> File:
    def made(text: str) -> Path:
        path = tmp_path / "terms.json"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        return path

    return made


@given(st.lists(concepts(), max_size=3), st.sampled_from(Status), st.floats(0, 1), st.sampled_from(Origin))
def test_nothing_is_lost(sample: list[Concept], status: Status, score: float, origin: Origin) -> None:
    sample = [
        replace(
            concept,
            status=status,
            score=score,
            frequency=3,
            reason="“two”\u2028lines\n",
            terms=tuple(replace(term, origin=origin, reason=' a\t"') for term in concept.terms),
        )
        for concept in sample
    ]
    text = "".join(write(sample))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "terms.json"
        path.write_text(text, encoding="utf-8", newline="")
        found = list(read(path))
    assert found == sample
    assert "".join(write(found)) == text


def test_any_reader_of_json_can_read_it_whole() -> None:
    assert len(json.loads("".join(write(GLOSSARY)))["concepts"]) == len(GLOSSARY)
    assert json.loads("".join(write([])))["concepts"] == []


def test_another_layout_is_read_too(file: File) -> None:
    text = json.dumps(json.loads("".join(write(GLOSSARY))), indent=4)
    assert list(read(file(f"\ufeff\r\n{text}"))) == [replace(concept, id=None) for concept in GLOSSARY]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 1, "does not begin with an object that has concepts"),
        ("[]", 1, "does not begin"),
        ('{"concepts":[]}', 1, "no glossary of zhterm"),
        (HEAD.replace("1", "2") + "]}", 1, "has the version 2, and 1 is known"),
        ('{"format":,"concepts":[]}', 1, "the JSON is broken"),
        (f"{HEAD}\n{ENTRY},\n{ENTRY}", 3, "] is missing"),
        (f"{HEAD}\n{ENTRY}\n{ENTRY}]}}", 3, ", is missing"),
        (f"{HEAD}\n{ENTRY},\n]}}", 3, "the JSON is broken: Expecting value"),
        (f"{HEAD}{ENTRY}]\n", 2, "} is missing"),
        (f"{HEAD}{ENTRY}]}}\nx", 2, "there is 'x' behind the end"),
        (HEAD + '\n{"type":\n}]}', 3, "Expecting value"),
        (HEAD + '\n{"type":"town","terms":[]}]}', 2, "'town' is not a valid ConceptType"),
        (HEAD + '\n{"type":"place"}]}', 2, "'terms'"),
        (HEAD + '\n{"type":"place","terms":[]}]}', 2, "there is no term"),
        (HEAD + "\n7]}", 2, "cannot be understood"),
        (f"{HEAD}\n{ENTRY.replace(chr(34) + 'Yiwu' + chr(34), '7')}]}}", 2, "text: 7"),
        (f"{HEAD}\n{ENTRY.replace('Yiwu', chr(92) + 'ud800')}]}}", 2, "text: "),
        (f"{HEAD}\n{ENTRY[:-1]},'score':NaN}}]}}".replace("'", '"'), 2, "NaN is no number"),
        (f"{HEAD}\n{ENTRY[:-1]},'colour':1}}]}}".replace("'", '"'), 2, "colour"),
        (HEAD + "\n" + "[" * 200_000, 2, "nested too deeply"),
        (HEAD + '\n"\ud800"', None, "not in UTF-8"),
    ],
)
def test_a_broken_snapshot_is_refused_with_its_line(file: File, text: str, line: int | None, says: str) -> None:
    path = file(text)
    with pytest.raises(FormatError) as raised:
        list(read(path))
    assert says.replace("] is", ", is") in str(raised.value)
    assert raised.value.line == line
    assert raised.value.remedy


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(ZhtermError, match="no such file|is a folder"):
        list(read(tmp_path / "none.json"))


@given(st.text(max_size=100).map(lambda text: f"{HEAD}{text}]}}") | st.text(max_size=100))
def test_any_text_gives_concepts_or_an_error_with_advice(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "terms.json"
        path.write_text(text, encoding="utf-8")
        try:
            list(read(path))
        except ZhtermError as error:
            assert error.path == path
            assert error.remedy


def test_memory_does_not_grow_with_the_file_and_an_entry_may_be_longer_than_a_chunk(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        path = tmp_path / f"{count}.json"
        concept = Concept(ConceptType.PLACE, (Term(Language.ZH_HANS, "义乌"),), definition_zh="甲" * 1_000)
        long = replace(concept, definition_zh="甲" * 600_000)
        path.write_text("".join(write([long, *[concept] * count])), encoding="utf-8")
        tracemalloc.start()
        assert sum(1 for _ in read(path)) == count + 1
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    assert peak(12_000) < 1.5 * peak(3_000)
