"""Files of other programs, read by translate-toolkit."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from translate.storage.mo import mofile  # noqa: TID251 - writes what is read here

from termbase.errors import FormatError, InputError
from tm.formats import bitext_of
from tm.formats.segments import segments
from tm.formats.toolkit import READERS
from tm.model import Unit

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en"><context><name>Desk</name>
<message><source>Port</source><translation>港口</translation></message>
<message><source>Quay</source><translation type="unfinished"></translation></message>
<message><source>Pier</source><translation type="unfinished">码头</translation></message>
</context></TS>
"""
PHRASES = """<!DOCTYPE QPH>
<QPH sourcelanguage="en" language="zh_CN">
<phrase><source>Port</source><target>港口</target></phrase>
</QPH>
"""
WORDFAST = (
    "%20240516~101500\t%User ID,ZH,ZH Desk\t%TU=00000001\t%ZH-CN\t%Wordfast TM v.5.51w9/00\t%EN-US\t%----\n"
    "20240516~101500\tZH\t0\tZH-CN\t港口增长了。\tEN-US\tThe port grew.\n"
)


def written(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def test_finished_messages_of_qt_linguist_are_units(tmp_path: Path) -> None:
    path = written(tmp_path, "desk.ts", TS)
    read = bitext_of(path, can="read").read
    assert read is not None
    assert list(read(path)) == [Unit("港口", "Port", "desk.ts")]


def test_unfinished_messages_are_segments(tmp_path: Path) -> None:
    found = segments(written(tmp_path, "desk.ts", TS))
    assert [(one.source, one.target, one.state) for one in found] == [
        ("Port", "港口", ""),
        ("Quay", "", ""),
        ("Pier", "码头", "fuzzy"),
    ]


@pytest.mark.parametrize(("name", "text"), [("book.qph", PHRASES), ("memory.wf", WORDFAST.encode("utf-16"))])
def test_phrase_books_and_memories_of_wordfast_are_read(tmp_path: Path, name: str, text: str | bytes) -> None:
    path = written(tmp_path, name, text)
    (unit,) = READERS[bitext_of(path).name](path)
    assert (unit.zh[:2], unit.en.split()[-1].strip(".")) in {("港口", "Port"), ("港口", "grew")}
    assert len(list(segments(path))) == 1


@given(st.dictionaries(st.text("增长&<").map("港口{}".format), st.text("grew <&").map("port{}".format), max_size=4))
def test_compiled_gettext_comes_back_as_it_was_written(pairs: dict[str, str]) -> None:
    store = mofile()
    for source, target in pairs.items():
        store.addsourceunit(source).target = target
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder), "desk.mo", bytes(store))
        assert {unit.zh: unit.en for unit in READERS["mo"](path)} == pairs


@pytest.mark.parametrize("name", ["a.ts", "a.qph", "a.mo", "a.wf"])
def test_what_cannot_be_read_is_refused_in_one_line(tmp_path: Path, name: str) -> None:
    kind = bitext_of(Path(name)).name
    with pytest.raises(InputError, match="no such file"):
        list(READERS[kind](tmp_path / name))
    if kind != "wordfast":
        with pytest.raises(FormatError, match="cannot be read"):
            list(READERS[kind](written(tmp_path, name, "<TS>\x00")))


def test_entities_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="declares an entity"):
        list(READERS["ts"](written(tmp_path, "a.ts", '<!DOCTYPE TS [<!ENTITY a "b">]><TS>&a;</TS>')))
