"""Memories that are broken, hostile or extreme: nothing is imported by halves, and everything is told."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Zhterm
from tm.memory.reading import open_memory
from tm.memory.search import search
from tm.memory.store import Memory
from tm.model import Unit

TMX = (
    '<?xml version="1.0" encoding="UTF-8"?>\n{}<tmx version="1.4"><header srclang="zh-CN"/><body>\n{}</body></tmx>\n'
)
TU = '<tu><tuv xml:lang="zh-CN"><seg>{}</seg></tuv><tuv xml:lang="{}"><seg>{}</seg></tuv></tu>\n'
XLIFF = (
    '<?xml version="1.0"?>\n{}<xliff version="1.2"><file original="a" source-language="zh-CN" target-language="{}" '
    'datatype="plaintext"><body>\n{}</body></file></xliff>\n'
)
ROW = '<trans-unit id="1"><source>{}</source><target>{}</target></trans-unit>\n'
BOMB = (
    '<!DOCTYPE tmx [\n<!ENTITY a "义义义义义义义义">\n'
    + "".join(f'<!ENTITY {name} "{f"&{inner};" * 9}">\n' for inner, name in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>\n"
)
OUTSIDE = '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/hostname">]>\n'
PARAMETER = '<!DOCTYPE tmx [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]>\n'
ELSEWHERE = '<!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/tmx14.dtd">\n'


@pytest.fixture
def file(tmp_path: Path):
    def write(text: str, name: str = "a.tmx") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode("utf-8"))
        return path

    return write


def units(zhterm: Zhterm) -> int:
    result = zhterm("tm", "stats", "--json")
    return int(result.json[0]["units"]) if result.code == 0 else 0


def pair(number: int) -> str:
    return TU.format(f"第{number}条", "en", f"Article {number}")


@pytest.mark.parametrize("name", ["a.tmx", "a.xlf"])
@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE, PARAMETER])
def test_a_file_that_declares_entities_is_refused_with_its_line(
    zhterm: Zhterm, file, doctype: str, name: str
) -> None:
    text = TMX.format(doctype, TU.format("&i;&x;", "en", "x"))
    if name == "a.xlf":
        text = XLIFF.format(doctype, "en", ROW.format("&i;&x;", "x"))
    result = zhterm("tm", "import", file(text, name))
    assert (result.code, result.err.count("\n")) == (2, 1)
    line = 3 if doctype is BOMB else 2
    assert f"{name}:{line}: the file declares the entity" in result.err
    assert "which is not expanded; save it without a DTD" in result.err
    assert units(zhterm) == 0


def test_a_dtd_elsewhere_is_not_fetched(zhterm: Zhterm, file) -> None:
    assert zhterm("tm", "import", file(TMX.format(ELSEWHERE, pair(1)))).code == 0
    assert zhterm("tm", "import", file(XLIFF.format(ELSEWHERE, "en", ROW.format("义乌", "Yiwu")), "a.xlf")).code == 0
    assert units(zhterm) == 2


@pytest.mark.parametrize("name", ["a.tmx", "a.xlf"])
def test_of_a_broken_file_nothing_is_imported_and_the_line_is_named(zhterm: Zhterm, file, name: str) -> None:
    tmx, xliff = "".join(map(pair, range(2_000))), "".join(ROW.format(f"第{n}条", n) for n in range(2_000))
    text = TMX.format("", tmx + "</tu>") if name == "a.tmx" else XLIFF.format("", "en", xliff + "</trans-unit>")
    result = zhterm("tm", "import", file(text, name))
    assert result.code == 2
    assert f"{name}:2003: the XML is broken: mismatched tag; mend it there" in result.err
    assert units(zhterm) == 0


def test_other_languages_are_told_with_what_the_file_holds(zhterm: Zhterm, file) -> None:
    result = zhterm("tm", "import", file(TMX.format("", TU.format("你好", "fr-FR", "bonjour"))))
    assert "no unit with Chinese and English in it; it holds segments: 1 in zh-CN, 1 in fr-FR" in result.err
    result = zhterm("tm", "import", file(XLIFF.format("", "fr", ROW.format("你好", "bonjour")), "a.xlf"))
    assert "no unit with Chinese and English in it; it holds segments: 1 from zh-CN to fr" in result.err


def test_a_unit_without_one_side_is_passed_over(zhterm: Zhterm, file) -> None:
    one_side = '<tu><tuv xml:lang="zh-CN"><seg>只有中文</seg></tuv></tu>\n' + TU.format("空", "en", " ")
    assert zhterm("tm", "import", file(TMX.format("", one_side + pair(1)))).code == 0
    assert units(zhterm) == 1


def test_ten_thousand_targets_of_one_source_are_all_kept(zhterm: Zhterm, tmp_path: Path) -> None:
    path = tmp_path / "many.db"
    with Memory.open(path) as memory:
        assert (
            memory.add_all(Unit("本法自公布日施行。", f"Version {number}.") for number in range(10_000)).added
            == 10_000
        )
    with open_memory(path) as reader:
        found = search(reader, "本法自公布日施行。", limit=20)
    assert [match.target for match in found] == [f"Version {9_999 - number}." for number in range(20)]


def test_a_segment_of_a_hundred_thousand_characters_is_kept_and_found(zhterm: Zhterm, file) -> None:
    long = "港口开放市场增长" * 12_500
    assert zhterm("tm", "import", file(TMX.format("", TU.format(long, "en", "port " * 20_000) + pair(1)))).code == 0
    assert units(zhterm) == 2
    assert zhterm("tm", "search", "第1条", "--json").json[0]["target"] == "Article 1"
    with_one_more = file(long + "好\n", "long.txt")
    [match] = zhterm("tm", "search", "--batch", with_one_more, "-n", "1", "--json").json
    assert match["score"] > 0.99


def test_an_interrupted_import_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"

    def interrupted():
        yield from (Unit(f"第{number}条", f"Article {number}") for number in range(2_000))
        raise KeyboardInterrupt

    with Memory.open(path) as memory:
        memory.add_all([Unit("义乌", "Yiwu")])
        with pytest.raises(KeyboardInterrupt):
            memory.add_all(interrupted())
    with open_memory(path) as reader:
        assert [unit.zh for _, unit in reader.units()] == ["义乌"]
        assert [match.target for match in search(reader, "义乌")] == ["Yiwu"]
        assert search(reader, "第7条") == []
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_two_imports_at_once_both_arrive(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    with Memory.open(path):
        pass

    def take_in(name: str) -> int:
        with Memory.open(path, wait=30) as memory:
            units = (Unit(f"{name}第{number}条", f"Article {number} of {name}") for number in range(1_500))
            return memory.add_all(units).added

    with ThreadPoolExecutor(2) as both:
        assert list(both.map(take_in, ("甲", "乙"))) == [1_500, 1_500]
    with open_memory(path) as reader:
        assert reader.count() == 3_000
        for name in ("甲", "乙"):
            assert search(reader, f"{name}第77条")[0].target == f"Article 77 of {name}"
