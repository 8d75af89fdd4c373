"""What a suggestion changes in a file, as places of its characters, and as SARIF tells it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.tm.fixing.copies import copy_of, finding
from tm.checks import CHECKS
from tm.fixing.edits import Edit
from tm.fixing.replacements import Replacement, Replacements
from tm.fixing.texts import Texts
from tm.model import Segment
from tm.report.sarif import sarif

UNIT = '<trans-unit id="{0}"><source>港口</source><target>é，{0} grew grew</target></trans-unit>\r\n'
XLIFF = '<xliff version="1.2"><file source-language="zh" target-language="en"><body>\n{0}</body></file></xliff>'

FILES = {
    "a.xlf": XLIFF.format("".join(UNIT.format(number) for number in range(1, 40))),
    "a.po": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "港"\nmsgstr "é，1 grew grew"\n',
    "a.tsv": "港口\té，1 grew grew\r\n港口\té，2 grew grew\r\n",
    "a.csv": '港口,"é，1 grew grew"\r\n港口,"é，2 grew grew"\r\n',
    "a.txt": "é，1 grew grew\n\né，2 grew grew\n",
}


def replacements(path: Path) -> Replacements:
    texts = Texts()
    segments = [Segment("", f"é，{number} grew grew", path.as_posix(), number) for number in (1, 2)]
    assert list(texts.seen(segments)) == segments
    return Replacements(texts)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("edit", [Edit(1, 2, ", "), Edit(4, 13, "grew")])
def test_a_replacement_makes_the_same_change_as_the_copy(tmp_path: Path, name: str, edit: Edit) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name].encode())
    one = replacements(path).of(finding(path, 1, edit))
    assert one is not None
    changed = FILES[name][: one.offset] + one.text + FILES[name][one.offset + one.length :]
    assert changed.encode() == copy_of(path, {1: [edit]}, ["é，1 grew grew", "é，2 grew grew"])[0]


def test_places_are_told_forwards_in_each_file_once(tmp_path: Path) -> None:
    path, other = tmp_path / "a.xlf", tmp_path / "a.tsv"
    path.write_bytes(FILES["a.xlf"].encode())
    other.write_bytes(FILES["a.tsv"].encode())
    asked = replacements(path)
    edit = Edit(1, 2, ", ")
    places = [asked.of(finding(path, number, edit)) for number in (1, 39, 39, 2)]
    assert [place and FILES["a.xlf"][place.offset :][:2] for place in places] == ["，1", "，3", "，3", None]
    assert asked.of(finding(other, 2, edit)) == Replacement(22, 1, ", ")
    assert asked.of(finding(path, 39, edit)) is None
    assert replacements(path).of(finding(path, 77, edit)) is None


def test_a_large_file_is_counted_piece_by_piece(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    text = XLIFF.format("".join(UNIT.format(number) for number in range(1, 8000)))
    path.write_text(text, encoding="utf-8", newline="")
    asked = replacements(path)
    for number in (1, 10, 2500, 2600, 7999):
        one = asked.of(finding(path, number, Edit(1, 2, ", ")))
        assert one is not None
        assert text[one.offset : one.offset + 3 + len(str(number))] == f"，{number} g"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("bom.xlf", b"\xef\xbb\xbf" + FILES["a.xlf"].encode()),
        ("broken.xlf", b"<xliff><file>"),
        ("other.docx", b"PK"),
        ("gone.xlf", None),
    ],
)
def test_a_place_that_is_not_known_for_sure_is_not_told(tmp_path: Path, name: str, data: bytes | None) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    assert replacements(path).of(finding(path, 1, Edit(1, 2, ", "))) is None


def test_sarif_has_a_fix_where_the_place_is_known(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes(FILES["a.tsv"].encode())
    found = [finding(path, 1, Edit(1, 2, ", ")), finding(path, 7, Edit(1, 2, ", "))]
    log = json.loads("".join(sarif(found, [CHECKS["doubled-word"]], "1.2", replacements(path).of)))
    first, second = log["runs"][0]["results"]
    assert "fixes" not in second
    (fix,) = first["fixes"]
    _require_fix(fix)
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"] == first["locations"][0]["physicalLocation"]["artifactLocation"]
    assert change["replacements"] == [
        {"deletedRegion": {"charOffset": 4, "charLength": 1}, "insertedContent": {"text": ", "}}
    ]


def _require_fix(fix: dict[str, Any]) -> None:
    """What SARIF 2.1.0 asks of a fix: sections 3.55 (fix), 3.56 (artifactChange), 3.57 (replacement), 3.30 (region)."""
    assert set(fix) <= {"description", "artifactChanges", "properties"}
    assert fix["artifactChanges"]
    assert set(fix["description"]) <= {"text", "markdown", "id", "arguments", "properties"}
    for change in fix["artifactChanges"]:
        assert set(change) == {"artifactLocation", "replacements"}
        assert change["replacements"]
        for one in change["replacements"]:
            assert set(one) <= {"deletedRegion", "insertedContent", "properties"}
            region = one["deletedRegion"]
            assert set(region) == {"charOffset", "charLength"}
            assert all(isinstance(number, int) and number >= 0 for number in region.values())
            assert set(one["insertedContent"]) == {"text"}
