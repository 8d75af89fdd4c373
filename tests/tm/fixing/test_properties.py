"""Read again, a copy has exactly the changed texts; without changes it is the file."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tm.fixing.copies import copy_of, targets_of
from tm.fixing.edits import Edit, applied
from tm.formats.po import escaped

SIGNS = st.sampled_from([*"abc，。 &<>\"']é义乌\U00020000", "grew ", "\\"])
TEXTS = st.lists(SIGNS, max_size=12).map(lambda signs: f"x{''.join(signs)}y")
NEW = st.text(st.sampled_from("ab, &<>\"\\'义"), max_size=4)
NAMES = ["a.xlf", "b.xlf", "a.tmx", "a.po", "a.tsv", "a.csv", "quoted.csv"]


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A text and changes inside of it, of which no two meet."""
    text = draw(TEXTS)
    borders = sorted(draw(st.sets(st.integers(1, len(text) - 1), max_size=6)))
    spans = list(zip(borders[::2], borders[1::2], strict=False))
    return text, [Edit(start, end, draw(NEW)) for start, end in spans]


@pytest.mark.parametrize("name", NAMES)
@given(st.lists(changes(), min_size=1, max_size=3), st.data())
def test_a_copy_read_again_has_the_changed_texts(
    name: str, cases: list[tuple[str, list[Edit]]], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(_file(name, [text for text, _ in cases], data).encode())
        assert targets_of(path) == [text for text, _ in cases]
        edits = {number: some for number, (_, some) in enumerate(cases, 1)}
        copied, made = copy_of(path, edits)
        assert made == sum(map(len, edits.values()))
        path.write_bytes(copied)
        assert targets_of(path) == [applied(text, some) for text, some in cases]


@pytest.mark.parametrize("name", NAMES)
@given(st.lists(changes(), min_size=1, max_size=3), st.data())
def test_a_copy_without_changes_is_the_file(
    name: str, cases: list[tuple[str, list[Edit]]], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(_file(name, [text for text, _ in cases], data).encode())
        assert copy_of(path, {}) == (path.read_bytes(), 0)
        # what changes nothing is made, and nothing is changed
        edits = {number: [Edit(0, 1, text[0])] for number, (text, _) in enumerate(cases, 1)}
        assert copy_of(path, edits) == (path.read_bytes(), len(cases))


@given(changes(), st.data())
def test_codes_and_comments_stay_whatever_is_changed_around_them(
    case: tuple[str, list[Edit]], data: st.DataObject
) -> None:
    text, edits = case
    borders = data.draw(st.sets(st.integers(0, len(text)), min_size=1, max_size=3))
    things = st.sampled_from(['<x id="1"/>', "<!-- a -->", '<g id="2">', '<ph id="3">&lt;b&gt;</ph>'])
    pieces, whole = [], {border: data.draw(things) for border in borders}
    for place, sign in enumerate([*text, ""]):
        thing = whole.get(place, "")
        pieces.append(f"{thing}{'</g>' if thing.startswith('<g') else ''}{escape(sign)}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.xlf")
        path.write_bytes(_xliff([("".join(pieces))]).encode())
        copied, made = copy_of(path, {1: edits[:1]})
        assert all(copied.count(one.encode()) == path.read_bytes().count(one.encode()) for one in whole.values())
        assert made or copied == path.read_bytes()
        path.write_bytes(copied)
        assert targets_of(path) == [applied(text, edits[:1] if made else [])]


@given(st.lists(changes(), min_size=1, max_size=4), st.data())
def test_a_plain_text_changes_between_its_white_space_only(
    cases: list[tuple[str, list[Edit]]], data: st.DataObject
) -> None:
    """The segments are those of a reader that joins lines and narrows spaces."""
    cases = [(" ".join(text.split()), edits) for text, edits in cases]
    cases = [(text, [one for one in edits if one.end <= len(text)]) for text, edits in cases]
    spaces = st.sampled_from([" ", "  ", "\n", "\r\n", "\u200b \t"])
    raw = "".join(
        "".join(data.draw(spaces) if sign == " " else sign for sign in text) + data.draw(st.sampled_from(["\n", " "]))
        for text, _ in cases
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.txt")
        path.write_bytes(raw.encode())
        texts = [text for text, _ in cases]
        one = next(((number, some[:1]) for number, (_, some) in enumerate(cases, 1) if some), (1, []))
        copied, made = copy_of(path, dict([one]), texts)
        wanted = [applied(text, one[1] if made and number == one[0] else []) for number, text in enumerate(texts, 1)]
        assert "".join(copied.decode().replace("\u200b", "").split()) == "".join("".join(wanted).split())
        assert copied.count(b"\n") == raw.count("\n")


def _file(name: str, texts: Sequence[str], data: st.DataObject) -> str:
    """A bilingual file with these targets, written in one of the ways that its format has."""
    if name.endswith(".xlf"):
        return _xliff([_xml(text, data) for text in texts], version_2=name == "b.xlf")
    if name.endswith(".tmx"):
        return _tmx([_xml(text, data) for text in texts])
    if name.endswith(".po"):
        return _po(texts, data)
    if name.endswith(".tsv"):
        ends = data.draw(st.sampled_from(["\n", "\r\n"]))
        return "".join(f"港{number}，口\t{text}{ends}" for number, text in enumerate(texts))
    out = io.StringIO()
    dialect = csv.unix_dialect if name.startswith("quoted") else csv.excel
    csv.writer(out, dialect).writerows((f"港{number}，口", text) for number, text in enumerate(texts))
    return out.getvalue()


def _xml(text: str, data: st.DataObject) -> str:
    """The text with each character written in one of the ways that XML has; neighbours are written alike."""
    way = data.draw(st.integers(0, 2))
    if way == 1:
        return "".join(f"&#{ord(sign)};" if place % 2 else f"&#x{ord(sign):X};" for place, sign in enumerate(text))
    return escape(text, {'"': "&quot;"} if way else {})


def _xliff(targets: Sequence[str], *, version_2: bool = False) -> str:
    numbers = count(1)
    if version_2:
        units = "".join(
            f'<unit id="{next(numbers)}"><segment><source>港口</source>\n<target>{target}</target></segment></unit>\n'
            for target in targets
        )
        return f'<xliff version="2.0" srcLang="zh" trgLang="en"><file id="f">{units}</file></xliff>'
    units = "".join(
        f'<trans-unit id="{next(numbers)}"><source>港口</source><target state="x">{target}</target></trans-unit>\r\n'
        for target in targets
    )
    return (
        f'<xliff version="1.2"><file source-language="zh" target-language="en"><body>{units}</body></file></xliff>\n'
    )


def _tmx(targets: Sequence[str]) -> str:
    units = "".join(
        '<tu><tuv xml:lang="zh"><seg>港口</seg></tuv><tuv xml:lang="en"><seg>' + target + "</seg></tuv></tu>\n"
        for target in targets
    )
    return f'<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="zh"/><body>{units}</body></tmx>'


def _po(targets: Sequence[str], data: st.DataObject) -> str:
    entries = ['msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: en\\n"\n']
    for number, target in enumerate(targets):
        middle = data.draw(st.integers(0, len(target)))
        first, second = escaped(target[:middle]), escaped(target[middle:])
        entries.append(f'\n# 注\nmsgid "港{number}口"\nmsgstr "{first}"\n"{second}"\n')
    return "".join(entries)
