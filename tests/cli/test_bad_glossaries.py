"""Glossaries that are broken, hostile or in other languages: one clear line, nothing taken in by halves, no guesses."""

from __future__ import annotations

import socket
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl  # noqa: TID251 - makes what people make
import pytest

from tests.cli.conftest import Zhterm

File = Callable[..., Path]

TBX = '{}<martif type="TBX-Basic"><text><body>\n{}</body></text></martif>'
TBX3 = '{}<tbx type="TBX-Basic" style="dca" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>\n{}</body></text></tbx>'
MULTITERM = "{}<mtf>\n{}</mtf>"
BOMB = '<!DOCTYPE x [<!ENTITY a "义义义义义义义义">\n' + "".join(
    f'<!ENTITY {name} "{f"&{inner};" * 9}">\n' for inner, name in zip("abcdefgh", "bcdefghi", strict=True)
)
DOCTYPES = {
    "bomb": f"{BOMB}]>",
    "outside": '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/hostname">]>',
    "parameter": '<!DOCTYPE x [<!ENTITY % i SYSTEM "http://127.0.0.1:9/x.dtd"> %i;]>',
}


@pytest.fixture
def file(tmp_path: Path) -> File:
    def made(text: str, name: str, encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return made


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("a reader wants the network")

    monkeypatch.setattr(socket.socket, "connect", refused)


def tbx(zh: str, en: str, tag: str = "en-US", more: str = "") -> str:
    sides = ((lang, text) for lang, text in (("zh-CN", zh), (tag, en)) if text)
    sections = "".join(
        f'<langSet xml:lang="{lang}"><tig><term>{text}</term></tig></langSet>\n' for lang, text in sides
    )
    return f'<termEntry id="c1">{more}{sections}</termEntry>\n'


def multiterm(zh: str, en: str) -> str:
    groups = (
        f'<languageGrp><language lang="{tag}" type="{name}"/><termGrp><term>{text}</term></termGrp></languageGrp>\n'
        for tag, name, text in (("ZH-CN", "Chinese (PRC)", zh), ("EN-US", "English (United States)", en))
    )
    return f"<conceptGrp><concept>1</concept>{''.join(groups)}</conceptGrp>\n"


def entries(zhterm: Zhterm) -> int:
    return len(zhterm("term", "list", "--json").json)


# --- hostile files


@pytest.mark.parametrize("doctype", DOCTYPES.values(), ids=DOCTYPES)
@pytest.mark.parametrize(
    ("name", "frame", "entry"),
    [
        ("g.tbx", TBX, tbx("&i;", "x")),
        ("g3.tbx", TBX3, tbx("&i;", "x")),
        ("g.xml", MULTITERM, multiterm("&i;", "x")),
    ],
)
def test_a_glossary_that_declares_entities_is_refused_with_its_line(
    zhterm: Zhterm, file: File, name: str, frame: str, entry: str, doctype: str
) -> None:
    result = zhterm("import", file(frame.format(doctype, tbx("义乌", "Yiwu") + entry), name))
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert f"{name}:1: the file declares the entity" in result.err
    assert entries(zhterm) == 0


def test_a_dtd_elsewhere_is_not_fetched(zhterm: Zhterm, file: File) -> None:
    for number, address in enumerate(("http://127.0.0.1:9/x.dtd", "file:///dev/zero", "../secret.dtd")):
        doctype = f'<!DOCTYPE martif SYSTEM "{address}">'
        text = TBX.format(doctype, tbx(f"词{number}", f"word {number}"))
        assert zhterm("import", file(text, "g.tbx")).code == 0
    assert entries(zhterm) == 3


@pytest.mark.parametrize("name", ["g.xlsx", "g.docx"])
def test_an_archive_that_would_fill_the_memory_is_refused(zhterm: Zhterm, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(300):
            part.write(bytes(1_000_000))
    assert path.stat().st_size < 1_000_000
    result = zhterm(*(("import",) if name == "g.xlsx" else ("extract", "--dry-run")), path)
    assert result.code == 2
    assert f"{name}: it would unpack to 300 MB; split it, or check where it comes from" in result.err


def test_names_inside_an_archive_are_never_written(zhterm: Zhterm, tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    path = tmp_path / "inner" / "g.xlsx"
    book = openpyxl.Workbook()
    for row in (("zh", "en"), ("义乌", "Yiwu")):
        book.active.append(row)
    book.save(path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("../../outside.txt", "x")
        archive.writestr("/tmp/outside-of-zhterm.txt", "x")
    before = sorted(tmp_path.rglob("*"))
    assert zhterm("import", path).code == 0
    assert [one for one in sorted(tmp_path.rglob("*")) if one not in before and "zhterm.db" not in one.name] == []
    assert not Path("/tmp/outside-of-zhterm.txt").exists()


# --- broken files


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("g.csv", "zh,en\n义乌,Yiwu\n杭州,Hangzhou, a city\n", 3),
        ("g.tsv", 'zh\ten\n义乌\tYiwu\n"杭州\tHangzhou\n', 3),
        ("g.utf8", "# x\n义乌\tYiwu\n杭州 Hangzhou\n", 3),
        ("g.utx", "#UTX 1.20; zh-CN/en-US\n#src\ttgt\n义乌\tYiwu\n杭州\n", 4),
        ("g.tbx", TBX.format("", tbx("义乌", "Yiwu") + "</termEntry>"), 5),
        ("g.xml", MULTITERM.format("", multiterm("义乌", "Yiwu") + "<conceptGrp>"), 5),
        ("g.json", '{"format":"zhterm glossary","version":1,"concepts":[\n{"type":"place","terms":[]}\n]}\n', 2),
    ],
)
def test_of_a_broken_glossary_nothing_is_taken_in_and_its_line_is_named(
    zhterm: Zhterm, file: File, name: str, text: str, line: int
) -> None:
    for way in ((), ("--dry-run",)):
        result = zhterm("import", file(text, name), *way)
        assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
        assert f"{name}:{line}: " in result.err
        assert ";" in result.err
    assert entries(zhterm) == 0


def test_the_same_number_twice_loses_no_entry(zhterm: Zhterm, file: File) -> None:
    two = (("义乌", "Yiwu"), ("杭州", "Hangzhou"))
    for name, frame, entry in (("g.tbx", TBX, tbx), ("g.xml", MULTITERM, multiterm)):
        database = ("--db", file("", f"{name}.db").with_name(f"{name}.new.db"))
        text = frame.format("", "".join(entry(zh, en) for zh, en in two))
        assert zhterm("import", file(text, name), "--json", *database).json[0]["added"] == 2
    table = "concept,zh,en\n1,义乌,Yiwu\n2,杭州,Hangzhou\n1,义乌市,Yiwu City\n"
    assert zhterm("import", file(table, "g.csv"), "--json").json[0]["added"] == 2
    assert "义乌市" in zhterm("term", "show", "1").out


def test_the_same_number_twice_loses_no_unit(zhterm: Zhterm, file: File) -> None:
    two = (("义乌是一座城市。", "Yiwu is a city."), ("杭州是省会。", "Hangzhou is the capital."))
    tuv = '<tuv xml:lang="zh-CN"><seg>{}</seg></tuv><tuv xml:lang="en-US"><seg>{}</seg></tuv>'
    units = "".join(f'<tu tuid="1">{tuv.format(*pair)}</tu>\n' for pair in two)
    rows = "".join(f'<trans-unit id="1"><source>{zh}</source><target>{en}</target></trans-unit>\n' for zh, en in two)
    head = '<file original="a" source-language="zh-CN" target-language="en-US" datatype="plaintext"><body>'
    for name, text in (
        ("m.tmx", f'<tmx version="1.4"><header srclang="zh-CN"/><body>{units}</body></tmx>'),
        ("m.xlf", f'<xliff version="1.2">{head}{rows}</body></file></xliff>'),
    ):
        database = ("--db", file("", f"{name}.db").with_name(f"{name}.new.db"))
        assert zhterm("tm", "import", file(text, name), *database).code == 0
        assert zhterm("tm", "stats", "--json", *database).json[0]["units"] == 2


# --- other languages


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("g.csv", "fr,de\nport,Hafen\n", "g.csv:1: no column zh and no column en; found: fr, de"),
        ("g.csv", "en-GB,es-ES\nport,puerto\n", "g.csv:1: no column zh; found: en-GB, es-ES"),
        ("g.txt", "port\tHafen\n", "g.txt:1: neither side is Chinese by the characters, beginning with port – Hafen"),
        ("g.utx", "#UTX 1.20; fr-FR/de-DE\n#src\ttgt\nport\tHafen\n", "g.utx:1: the languages are fr-FR/de-DE"),
        ("g.tbx", TBX.format("", tbx("", "Hafen", "de")), "no entry is in Chinese or English; the languages are de"),
        ("g.tmx", "<tmx/>", "g.tmx: .tmx is a memory, no glossary; take it in by zhterm tm import"),
        ("g.txt", "一篇文章。\n", "g.txt:1: the line has no pair of terms; write source, tab, target"),
        ("g.tab", "义乌\tYiwu\n", "or give --format omegat if it is a glossary of OmegaT, which has no headings"),
    ],
)
def test_a_file_in_other_languages_or_of_another_kind_is_told_in_one_line(
    zhterm: Zhterm, file: File, name: str, text: str, says: str
) -> None:
    result = zhterm("import", file(text, name))
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert says in result.err


def test_a_folder_is_told(zhterm: Zhterm, tmp_path: Path) -> None:
    assert "is a folder, not a file; name the files in it" in zhterm("import", tmp_path).err


def test_languages_that_are_passed_over_are_told(zhterm: Zhterm, file: File) -> None:
    german = '<langSet xml:lang="de"><tig><term>Hafen</term></tig></langSet>'
    text = TBX.format("", tbx("港口", "port", more="").replace("</termEntry>", f"{german}</termEntry>"))
    told = zhterm("import", file(text, "g.tbx")).err
    assert "1 entries; languages: de (1), en-US (1), zh-CN (1)" in told
    assert "terms in de are passed over" in told


# --- what is told, and what is kept


def test_a_glossary_of_several_languages_says_which_columns_it_took(zhterm: Zhterm, file: File) -> None:
    path = file(
        "Forbidden,Domain,Definition,en-GB,Notes,zh-CN,zh-TW,it-IT\n"
        ",trade,where ships land,port,one harbour,港口,港口,porto\nyes,,,wharf,,资讯,資訊,\n",
        "m.csv",
    )
    dry = zhterm("import", path, "--dry-run")
    assert dry.out == "would be added: 港口 – port\nwould be added: 资讯 – wharf\n"
    for result in (dry, zhterm("import", path)):
        assert "2 rows; columns: forbidden (Forbidden), subject (Domain), definition (Definition)" in result.err
        assert "zh (zh-CN), zh-Hant (zh-TW); ignored: it-IT" in result.err
    again = zhterm("import", path, "--json")
    assert again.json[0] == {"file": path.as_posix(), "added": 0, "changed": 0, "unchanged": 2, "skipped": 0}
    assert "資訊" in zhterm("term", "show", "2").out


def test_formulas_without_a_value_are_told(zhterm: Zhterm, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (("zh", "en", "note"), ("义乌", "Yiwu", "=1+1")):
        book.active.append(row)
    book.save(tmp_path / "g.xlsx")
    told = zhterm("import", tmp_path / "g.xlsx").err
    assert "1 of them have no saved value and are empty: save it in Excel" in told


def test_cells_that_begin_as_formulas_are_guarded_for_excel_only(zhterm: Zhterm, tmp_path: Path) -> None:
    for text in ("=1+1", "+86", "-ism", "@work", "'quoted"):
        zhterm("term", "add", "--zh", f"词{text}", "--en", text)
    for name in ("g.xlsx", "g.csv", "g.tsv", "g.tbx", "g.xml", "g.utx", "g.utf8", "g.json"):
        assert zhterm("export", tmp_path / name).code == 0
        other = ("--db", tmp_path / f"{name}.db")
        assert zhterm("import", tmp_path / name, *other).code == 0
        forms = {row["en"] for row in zhterm("term", "list", "--json", *other).json}
        assert forms == {"=1+1", "+86", "-ism", "@work", "'quoted"}, name
    page = openpyxl.load_workbook(tmp_path / "g.xlsx").active
    assert {cell.value for cell in page["C"][1:]} == {"'=1+1", "'+86", "'-ism", "'@work", "'quoted"}
    for name in ("g.csv", "g.tsv", "g.utx", "g.utf8"):
        assert "'=" not in (tmp_path / name).read_text(encoding="utf-8")
