"""TMX: written to the letter of version 1.4, read in every shape it has in the wild."""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tm.formats.tmx_chunks
from termbase.errors import FormatError, InputError, ZhtermError
from tm.formats.tmx import Header, read, write
from tm.formats.tmx_entries import entries
from tm.formats.tmx_plain import pieces, plain_units
from tm.formats.tmx_units import units_of
from tm.model import Unit

MOMENT = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

# --- what is written


def root_of(*units: Unit, **options) -> ElementTree.Element:
    return ElementTree.fromstring("".join(write(units, created=MOMENT, **options)))


def test_the_root_and_the_header_are_those_of_version_1_4() -> None:
    root = root_of(header=Header(creator="editor"))
    assert (root.tag, root.attrib) == ("tmx", {"version": "1.4"})
    assert [child.tag for child in root] == ["header", "body"]
    header = root[0].attrib
    assert header.pop("creationtoolversion")
    assert header == {
        "creationtool": "zhterm",
        "segtype": "sentence",
        "o-tmf": "zhterm",
        "adminlang": "en-US",
        "srclang": "zh-CN",
        "datatype": "plaintext",
        "creationdate": "20240506T070809Z",
        "creationid": "editor",
    }


def test_properties_and_notes_stand_before_the_segments_and_have_x_names() -> None:
    unit = Unit("义乌", "Yiwu", "a.txt", 0.5, (("type", "term"), ("x-domain", "trade"), ("note", "a city")))
    [entry] = root_of(unit)[1]
    assert [child.tag for child in entry] == ["prop", "prop", "prop", "prop", "note", "tuv", "tuv"]
    assert [(prop.get("type"), prop.text) for prop in entry.iter("prop")] == [
        ("x-document", "a.txt"),
        ("x-confidence", "0.5000"),
        ("x-type", "term"),
        ("x-domain", "trade"),
    ]
    assert [(variant.attrib, [child.tag for child in variant]) for variant in entry.iter("tuv")] == [
        ({XML_LANG: "zh-CN"}, ["seg"]),
        ({XML_LANG: "en-US"}, ["seg"]),
    ]


def test_english_can_be_the_source() -> None:
    root = root_of(Unit("义乌", "Yiwu"), source="en-GB", target="zh-Hant-TW")
    assert root[0].get("srclang") == "en-GB"
    assert [(one.get(XML_LANG), one[0].text) for one in root.iter("tuv")] == [
        ("en-GB", "Yiwu"),
        ("zh-Hant-TW", "义乌"),
    ]


@pytest.mark.parametrize(("source", "target"), [("zh-CN", "zh-TW"), ("en", "en-US"), ("*all*", "en"), ("zh", "fr")])
def test_a_pair_that_no_tool_would_import_is_refused(source: str, target: str) -> None:
    with pytest.raises(InputError, match="are not Chinese and English; write for instance zh-CN and en-US"):
        write([], source=source, target=target)


@pytest.mark.parametrize(
    "moment",
    [MOMENT, MOMENT.replace(tzinfo=None), MOMENT.astimezone(timezone(timedelta(hours=8)))],
    ids=["UTC", "no zone", "Beijing"],
)
def test_the_date_is_written_in_utc(moment: datetime) -> None:
    assert 'creationdate="20240506T070809Z"' in next(write([], created=moment))


def test_without_a_date_the_file_has_the_time_of_writing() -> None:
    assert re.search(r'creationdate="20\d{6}T\d{6}Z"', next(write([])))


def test_what_xml_cannot_hold_does_not_reach_the_file() -> None:
    illegal = "\x00\x08\x0b\x0c\x1f\ud800\udfff\ufffe\uffff"
    unit = Unit(f"义{illegal}乌", "a\tb\nc\rd", properties=((f'k{illegal}\n"&', f"<{illegal}>"),))
    root = root_of(unit)
    assert [seg.text for seg in root.iter("seg")] == ["义乌", "a\tb\nc\rd"]
    assert [(prop.get("type"), prop.text) for prop in root.iter("prop")] == [('x-k\n"&', "<>")]


def test_the_pieces_come_unit_by_unit() -> None:
    units = iter([Unit("一", "one"), Unit("二", "two")])
    pieces = write(units, created=MOMENT)
    assert (next(pieces).endswith("<body>\n"), "one" in next(pieces)) == (True, True)
    assert next(units).en == "two"


def test_translate_toolkit_reads_what_is_written(tmp_path: Path) -> None:
    from translate.storage.tmx import tmxfile  # noqa: TID251 - read by another reader

    path = tmp_path / "memory.tmx"
    path.write_text("".join(write([Unit("研发<3%", "R&D < 3%", "a.txt"), Unit("义乌", "Yiwu")])), encoding="utf-8")
    with path.open("rb") as file:
        units = tmxfile(file, "zh-CN", "en-US").units
    assert [(unit.source, unit.target) for unit in units] == [("研发<3%", "R&D < 3%"), ("义乌", "Yiwu")]


# --- what is read


@pytest.fixture
def tmx(tmp_path: Path):
    """Writes a memory around a body and gives its path."""

    def written(body: str, *, encoding: str = "utf-8", before: str = "", declared: str | None = None) -> Path:
        path = tmp_path / "memory.tmx"
        declaration = f'<?xml version="1.0" encoding="{declared or encoding.removesuffix("-sig")}"?>'
        text = f'{declaration}{before}<tmx version="1.4"><header srclang="zh"/><body>\n{body}</body></tmx>'
        path.write_bytes(text.encode(encoding))
        return path

    return written


def tu(*variants: tuple[str, str], attribute: str = "xml:lang", inside: str = "") -> str:
    segments = "".join(f'<tuv {attribute}="{tag}"><seg>{text}</seg></tuv>' for tag, text in variants)
    return f"<tu>{inside}{segments}</tu>\n"


def pairs(path: Path) -> list[tuple[str, str]]:
    return [(unit.zh, unit.en) for unit in read(path)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
def test_every_encoding_is_read(tmx, encoding: str) -> None:
    assert pairs(tmx(tu(("zh-CN", "义乌"), ("en-US", "Yiwu")), encoding=encoding)) == [("义乌", "Yiwu")]


def test_a_wrong_claim_of_utf_16_is_seen_through(tmx) -> None:
    assert pairs(tmx(tu(("zh", "义乌"), ("en", "Yiwu")), declared="UTF-16")) == [("义乌", "Yiwu")]


@pytest.mark.parametrize(
    ("tags", "attribute"),
    [
        (("ZH-CN", "EN-us"), "xml:lang"),
        (("zh_CN", "en_GB"), "xml:lang"),
        (("zh-Hant-HK", "en"), "xml:lang"),
        (("zh", "en"), "lang"),
        (("cmn", "eng"), "xml:lang"),
    ],
)
def test_languages_are_read_however_they_are_written(tmx, tags: tuple[str, str], attribute: str) -> None:
    assert pairs(tmx(tu((tags[0], "义"), (tags[1], "Yi"), attribute=attribute))) == [("义", "Yi")]


def test_units_without_one_of_the_sides_are_passed_over(tmx) -> None:
    body = (
        tu(("zh", "一"))
        + tu(("en", "two"))
        + tu(("zh", " "), ("en", "three"))
        + tu(("fr", "un"), ("en", "one"))
        + tu(("za-CN", "it"), ("en", "one"))
        + tu(("", "一"), ("en", "one"))
        + "<tu/>"
    )
    assert pairs(tmx(body)) == []


def test_the_english_side_may_come_first(tmx) -> None:
    assert pairs(tmx(tu(("en", "Yiwu"), ("de", "Yiwu"), ("zh", "义乌")))) == [("义乌", "Yiwu")]


def test_several_segments_of_a_language_make_several_units(tmx) -> None:
    body = tu(("zh", "区"), ("en-US", "area"), ("en-GB", "area"), ("en", "zone"))
    assert pairs(tmx(body)) == [("区", "area"), ("区", "zone")]


def test_a_simplified_segment_excludes_a_traditional_one(tmx) -> None:
    assert pairs(tmx(tu(("zh-TW", "義"), ("zh-CN", "义"), ("en", "Yi")))) == [("义", "Yi")]
    assert pairs(tmx(tu(("zh-TW", "義"), ("en", "Yi")))) == [("義", "Yi")]


def test_properties_of_other_tools_and_notes_are_kept(tmx) -> None:
    inside = '<prop type="Txt::Domain">trade</prop><prop type="x-confidence">high</prop><note>a &lt; b</note>'
    [unit] = read(tmx(tu(("zh", "义"), ("en", "Yi"), inside=inside)))
    assert unit.properties == (("Txt::Domain", "trade"), ("confidence", "high"), ("note", "a < b"))
    assert unit.confidence == 1


def test_properties_of_a_variant_are_not_those_of_the_unit(tmx) -> None:
    body = (
        '<tu><tuv xml:lang="zh"><prop type="x">1</prop><note>n</note><seg>义</seg></tuv>'
        '<tuv xml:lang="en"><seg>Yi</seg></tuv></tu>'
    )
    [unit] = read(tmx(body))
    assert unit.properties == ()


def test_inline_codes_are_left_out_and_highlighted_text_is_kept(tmx) -> None:
    zh = '<bpt i="1">&lt;b&gt;</bpt>义<ept i="1">&lt;/b&gt;</ept><ph>{0}<sub>alt</sub></ph><hi>乌</hi>市'
    [(found, _)] = pairs(tmx(tu(("zh", zh), ("en", "Yiwu"))))
    assert found == "义乌市"


def test_a_doctype_is_not_fetched_and_what_it_may_declare_stays_as_it_is_written(tmx) -> None:
    before = '<!DOCTYPE tmx SYSTEM "http://example.invalid/tmx14.dtd">'
    [(zh, en)] = pairs(tmx(tu(("zh", "&b;&#20041;&amp;"), ("en", "x&unknown;")), before=before))
    assert (zh, en) == ("&b;义&", "x&unknown;")


def test_a_file_that_declares_entities_is_refused(tmx) -> None:
    with pytest.raises(FormatError, match="declares the entity a, which is not expanded"):
        pairs(tmx(tu(("zh", "&b;"), ("en", "x")), before='<!DOCTYPE tmx [<!ENTITY a "义"><!ENTITY b "&a;&a;">]>'))


def test_comments_and_namespaces_do_not_disturb(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    path.write_text(
        '<t:tmx xmlns:t="http://www.lisa.org/tmx14" xmlns:u="u"><t:body><!-- &c; --><t:tu><t:tuv xml:lang="zh"><t:seg>'
        '义<u:x>乌</u:x></t:seg></t:tuv><t:tuv xml:lang="en"><t:seg><![CDATA[Yi & wu]]></t:seg></t:tuv></t:tu></t:body>'
        "</t:tmx>",
        encoding="utf-8",
    )
    assert pairs(path) == [("义乌", "Yi & wu")]


def test_an_entry_knows_its_line(tmx) -> None:
    body = tu(("zh", "一"), ("en", "one")) + "\n" + tu(("zh", "二"), ("en", "two"))
    assert [entry.line for entry in entries(tmx(body))] == [2, 4]


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        ("<tu>\n<tuv></tu>", 3, "the XML is broken: mismatched tag; mend it there"),
        ("<tu>\n\n&nbsp;</tu>", 4, "undefined entity"),
        ("<tu>\x01</tu>", 2, "not well-formed"),
        ("<tu", 2, "the XML is broken"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(tmx, body: str, line: int, says: str) -> None:
    with pytest.raises(FormatError, match=says) as raised:
        list(read(tmx(body)))
    assert raised.value.line == line


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no element found"),
        (b"<html><body/></html>", "the file is no TMX: its root is html"),
        (b'<?xml version="1.0" encoding="utf-9"?><tmx/>', "the encoding utf-9 is unknown"),
        (b'<?xml version="1.0" encoding="hex"?><tmx/>', "the encoding hex is unknown"),
        (b'<?xml version="1.0" encoding="undefined"?><tmx/>', "the encoding undefined is unknown"),
        ('<?xml version="1.0" encoding="utf-8"?><tmx>义</tmx>'.encode("gbk"), "the file is not in utf-8"),
    ],
)
def test_a_file_that_is_no_memory_is_refused(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "memory.tmx"
    path.write_bytes(data)
    with pytest.raises(FormatError, match=says):
        list(read(path))


# --- properties

# What XML can hold; a segment of spaces is no segment
held = st.text(
    st.characters(
        exclude_categories=["Cs"],
        exclude_characters="".join(map(chr, [*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])),
    )
)
segments = held.filter(lambda text: text.strip())
names = held.filter(lambda text: text not in {"document", "confidence", "note"} and not text.startswith("x-"))
units = st.builds(
    Unit,
    segments,
    segments,
    held,
    st.integers(0, 10_000).map(lambda number: number / 10_000),
    st.lists(st.tuples(names, held), max_size=3).map(tuple),
)


@given(st.lists(units, max_size=4), st.sampled_from([("zh-CN", "en-US"), ("en-GB", "zh-TW")]))
def test_what_is_written_is_read_back_the_same(sample: list[Unit], languages: tuple[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.tmx"
        text = "".join(write(sample, source=languages[0], target=languages[1], created=MOMENT))
        path.write_bytes(text.encode("utf-8"))
        zh, en = sorted(languages, reverse=True)
        assert list(read(path)) == [replace(unit, zh_language=zh, en_language=en) for unit in sample]


@given(st.text(), st.text(), st.text())
def test_any_text_gives_well_formed_xml(zh: str, en: str, name: str) -> None:
    ElementTree.fromstring("".join(write([Unit(zh, en, name, 0.5, ((name, zh),))])).encode("utf-8"))


@given(
    st.binary(max_size=300)
    | st.text('<>/&;tuvseg "=xml:lang!-[]?义', max_size=80).map(lambda text: f"<tmx>{text}</tmx>".encode())
)
def test_any_bytes_give_units_or_an_error_with_advice(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.tmx"
        path.write_bytes(data)
        try:
            list(read(path))
        except ZhtermError as error:
            assert error.path == path
            assert error.line and error.remedy


# What may stand in a body, plain and otherwise; however it is put together, the fast way reads it as the slow one
bits = st.sampled_from(
    [
        tu(("zh-CN", "义乌"), ("en-US", "Yiwu")),
        tu(("en", "A &amp; B&#13;\r\nC"), ("ZH_tw", "甲&#x4e59;"), inside=' <prop type="x-document">a.txt</prop>'),
        tu(("zh", "一"), ("en", "one"), inside="<note>n</note>\n<prop type='x-confidence'>0.5</prop>"),
        tu(("zh", "一"), ("fr", "un")) + tu(("zh", "一"), ("zh-TW", "壹")) + tu(("zh", " "), ("en", "x")),
        tu(
            ("zh", '二<ph x="1" >&lt;b&amp;&#13;\r\n></ph>&gt;<bpt i="1"></bpt>'),
            ("en", 'two<it pos="end"/> <ut>"</ut>'),
        ),
        tu(("zh", '<ph>{</ph><ph x="a&amp;b">}</ph>二'), ("en", '<hi type="b">two</hi><ph><sub>x</sub></ph>')),
        tu(("zh", '<ph x="1"/> '), ("en", "two")) + tu(("zh", '二<ph x="&#9;1"/><g id="1">x</g>'), ("en", "<tu>two")),
        tu(("zh", '二<bpt i="1">'), ("en", "two</bpt>")) + tu(("zh", "<seg>二</seg>"), ("en", "two</ph>")),
        tu(("zh", "二<ph x='1'>{}</ph>"), ("en", "two")) + tu(("zh", "三"), ("en", "3"), ("en-GB", "three")),
        (
            '<tu creationdate="2" changeid="b &amp; c"><tuv xml:lang = "zh" creationid="d"><seg>四</seg></tuv>\n'
            '<tuv lang="en" creationid="e" changedate="f"><seg>4</seg></tuv></tu>'
        ),
        '<tu changedate="g"><tuv xml:lang="zh"><seg>五</seg></tuv>\n<tuv lang="en" creationid="e>"><seg>5</seg></tuv></tu>',
        "<!-- a comment -->",
        "<!-- <tu><tuv xml:lang='zh'><seg>no</seg></tuv></tu> -->",
        "<?zhterm <tu> ?>",
        tu(("zh", "<![CDATA[</seg></tuv></tu>]]>六"), ("en", "6")),
        '<tu><tu><tuv xml:lang="zh"><seg>七</seg></tuv><tuv xml:lang="en"><seg>7</seg></tuv></tu></tu>',
        '<tu><tuv xml:lang="zh"><seg>八<tu><tuv xml:lang="zh"><seg>9</seg></tuv></tu></seg></tuv></tu>',
        "<tu/>",
        "text\n",
        "&nbsp;",
        "</tu>",
    ]
)


@given(st.lists(bits, max_size=8), st.integers(1, 300), st.sampled_from(["", '<!DOCTYPE tmx SYSTEM "tmx14.dtd">']))
def test_plain_units_are_read_as_by_the_events_of_the_parser(body: list[str], size: int, before: str) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        path = Path(folder) / "memory.tmx"
        path.write_bytes(f'<?xml version="1.0"?>{before}<tmx><body>{"".join(body)}</body></tmx>'.encode())
        patch.setattr(tm.formats.tmx_chunks, "_CHUNK", size)
        outcomes = []
        for units in (read(path), units_of(entries(path))):
            try:
                outcomes.append((list(units), ""))
            except FormatError as error:
                outcomes.append(([], str(error)))
        assert outcomes[0] == outcomes[1]


def test_plain_units_need_no_events() -> None:
    plain = [tu(("zh", "义"), ("en", "Yi")), "<!-- next -->" + tu(("en", "a &lt; b"), ("zh", "乙"))]
    other = tu(("zh", "<hi>丙</hi>"), ("en", "c"))
    head, first, end = pieces(["<tmx><body>" + "".join(plain) + other + plain[0] + "</body></tmx>"])
    assert (head, end) == (("<tmx><body>", False), ("\n</body></tmx>", False))
    assert first[1]
    assert [unit and (unit.zh, unit.en) for _, unit in plain_units(first[0], 0)] == [("义", "Yi"), ("乙", "a < b")]
