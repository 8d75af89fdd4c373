"""Segments of bilingual files: translated or not, in the direction of the file."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.errors import FormatError, InputError, ZhtermError
from tm.formats.segments import segments
from tm.formats.tmx_codes import inline_of_markup
from tm.formats.xliff import read as read_xliff

XLIFF = (
    '<xliff version="1.2"><file original="{}" source-language="zh-CN"{}><body>\n{}\n</body></file>'
    '<file original="b" source-language="zh-CN" target-language="fr"><body>'
    '<trans-unit id="1"><source>外</source></trans-unit></body></file></xliff>'
)
PO = 'msgid ""\nmsgstr "Language: en\\n"\n\n'


@pytest.fixture
def found(tmp_path: Path):
    def read(text: str | bytes, name: str = "a.xlf"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return list(segments(path))

    return read


class TestXliff:
    def test_empty_targets_codes_states_notes_and_lines_are_told(self, found) -> None:
        rows = (
            '<trans-unit id="7"><source>点<g id="1">击</g><x:y/></source><note>a</note><note>b</note></trans-unit>\n'
            '<group translate="no"><trans-unit id="8"><source>不</source></trans-unit>'
            '<trans-unit id="9" translate="yes"><source>要</source><target state="new"/></trans-unit></group>'
            '<bin-unit id="4"><bin-source/></bin-unit><trans-unit id="5"/>'
            '<trans-unit id="6" approved="yes"><source>港口</source><target>port</target>'
            "<alt-trans><target>harbour</target></alt-trans></trans-unit>"
        )
        first, second, third = found(XLIFF.format("a", "", rows))
        assert (first.source, first.target, first.id, first.number, first.line) == ("点击", "", "7", 1, 2)
        assert first.source_codes == ('<g id="1">', "</g>", "<x:y/>")
        assert (first.note, first.source_language, first.target_language) == ("a\nb", "zh-CN", "en")
        assert (second.id, second.state, second.line) == ("9", "new", 3)
        assert (third.target, third.state) == ("port", "approved")

    def test_marked_segments_are_segments_and_deleted_text_is_none(self, found) -> None:
        rows = (
            '<trans-unit id="7"><source>x</source><seg-source><g id="1"><mrk mtype="seg" mid="1">一</mrk></g>'
            '<mrk mtype="seg" mid="2">二<mrk mtype="x-sdl-deleted">三</mrk></mrk></seg-source>'
            '<target><mrk mid="2" mtype="seg">two</mrk></target>'
            '<sdl:seg-defs><sdl:seg id="2" conf="Draft"/></sdl:seg-defs></trans-unit>'
        )
        told = [
            (one.id, one.source, one.target, one.state) for one in found(XLIFF.format("a", "", rows), "a.sdlxliff")
        ]
        assert told == [("7/1", "一", "", ""), ("7/2", "二", "two", "Draft")]

    def test_names_of_other_namespaces_are_not_taken_for_those_of_xliff(self, found) -> None:
        rows = (
            '<trans-unit id="1"><m xmlns="urn:other"><source>别</source></m><o:source>他</o:source>'
            '<source>自</source></trans-unit><o:trans-unit id="2"><o:source>他</o:source></o:trans-unit>'
        )
        assert [one.source for one in found(XLIFF.format("a", "", rows))] == ["自"]

    def test_version_2_has_inherited_rules_notes_and_segments(self, found) -> None:
        text = (
            '<xliff version="2.0" srcLang="en" trgLang="zh-TW"><file id="f"><unit id="u"><notes><note>n</note></notes>'
            '<segment id="s" state="final"><source>a<sc id="1"/>b<ec startRef="1"/></source><target>甲</target>'
            "</segment><segment/><segment><source>c</source></segment></unit>"
            '<group translate="no"><unit id="v"><segment><source>d</source></segment></unit></group></file></xliff>'
        )
        told = [(one.id, one.source, one.target, one.state, one.note) for one in found(text)]
        assert told == [("u/s", "ab", "甲", "final", "n"), ("u", "c", "", "", "n")]

    def test_imported_units_keep_their_codes_as_those_of_tmx(self, tmp_path: Path) -> None:
        rows = (
            '<trans-unit id="1"><source><x id="3"/>点<g id="1">击</g><bx id="9"/></source>'
            '<target>C<g id="1">lick</g><x id="3"/><bx id="9"/></target></trans-unit>'
        )
        path = tmp_path / "a.xlf"
        path.write_text(XLIFF.format("a", "", rows), encoding="utf-8")
        [unit] = read_xliff(path)
        assert unit.properties == (("id", "a#1"),)
        zh, en = (
            [p if isinstance(p, str) else (p.kind, p.key) for p in inline_of_markup(m)]
            for m in (unit.zh_markup, unit.en_markup)
        )
        assert zh == [("alone", "ph 1"), "点", ("open", "bpt 2"), "击", ("close", "bpt 2"), ("alone", "it 3")]
        assert en == ["C", ("open", "bpt 2"), "lick", ("close", "bpt 2"), ("alone", "ph 1"), ("alone", "it 3")]

    def test_segments_of_other_languages_alone_are_told(self, found) -> None:
        with pytest.raises(InputError, match="it holds segments: 1 from zh-CN to fr; check the language tags"):
            found(XLIFF.format("a", "", ""))

    def test_a_tag_may_stand_on_the_border_of_two_chunks(self, found) -> None:
        row = '<trans-unit id="{0}"><source>港口{0}</source><target>port</target></trans-unit>\n'
        text = XLIFF.format("a", "", "<!-- " + "x" * 261_900 + " -->" + "".join(row.format(n) for n in range(8_000)))
        assert [one.source for one in found(text)] == [f"港口{number}" for number in range(8_000)]


def test_tmx_is_read_from_its_source_language_also_without_target(found) -> None:
    unit = '<tu tuid="{}"><note>n</note><tuv xml:lang="zh"><seg>{}</seg></tuv><tuv xml:lang="EN-gb"><seg>{}</seg></tuv></tu>'
    text = (
        '<tmx version="1.4"><header srclang="en"/><body>'
        + unit.format(1, "港<ph x='1'/>口", "port")
        + unit.format(2, "", "market").replace('<tuv xml:lang="zh"><seg></seg></tuv>', "")
        + "<tu/></body></tmx>"
    )
    first, second = found(text, "a.tmx")
    assert (first.source, first.target, first.target_codes, first.note) == ("port", "港口", ("<ph x='1'/>",), "n")
    assert (second.source, second.target, second.target_language, second.id) == ("market", "", "zh", "2")


def test_po_entries_are_segments_with_their_flags(found) -> None:
    text = (
        f'{PO}#. where\n#, fuzzy\nmsgctxt "c"\nmsgid "港\\t口"\nmsgstr "port"\n\nmsgid "市场"\nmsgid_plural "市场们"\n'
        'msgstr[0] ""\nmsgstr[1] "markets"\n#~ msgid "旧"\n#~ msgstr "old"\n# the end\n'
    )
    told = [(one.source, one.target, one.id, one.state, one.note, one.line) for one in found(text, "a.po")]
    assert told == [
        ("港\t口", "port", "c", "fuzzy", "where", 7),
        ("市场", "", "", "", "", 10),
        ("市场们", "markets", "", "", "", 10),
    ]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('msgid "a"\nmsgid "b"\n', 2, "msgid is not in its place"),
        ('msgid "a"\n\n', 1, "the entry has no msgstr"),
        ('"a"\n', 1, "the line is none of PO"),
        ('msgid "a" b\n', 1, "the line is none of PO"),
        ('msgid ""\nmsgstr "charset=utf-9\\n"', None, "the charset utf-9 is unknown"),
    ],
)
def test_a_broken_po_file_is_refused_with_its_line(found, text: str, line: int | None, says: str) -> None:
    with pytest.raises(FormatError, match=says) as raised:
        found(text, "a.po")
    assert raised.value.line == line


def test_a_po_file_in_another_charset_is_told(found) -> None:
    assert found('msgid ""\nmsgstr "charset=GB18030\\n"\n\nmsgid "港口"\nmsgstr ""\n'.encode("gb18030"), "a.po")
    with pytest.raises(FormatError, match="the line is not in utf-8") as raised:
        found('msgid "港口"\nmsgstr ""\n'.encode("gb18030"), "a.po")
    assert raised.value.line == 1


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.tsv", "港口\t\nport\t港", [("港口", "", "zh"), ("port", "港", "zh")]),
        ("a.tsv", "source\ttarget\nport\t\n", [("port", "", "en")]),
        ("a.tsv", "译文\t术语\nport\t港口\n", [("港口", "port", "zh")]),
        ("a.csv", 'en,zh,note\n"a ""big"" port\nand more",,x\n', [('a "big" port\nand more', "", "en")]),
    ],
)
def test_rows_are_segments_from_the_first_column(
    found, name: str, text: str, told: list[tuple[str, str, str]]
) -> None:
    assert [(one.source, one.target, one.source_language) for one in found(text, name)] == told


@given(st.sampled_from(["a.xlf", "a.tmx", "a.po", "a.tsv", "a.csv"]), st.binary(max_size=60))
def test_any_bytes_give_segments_or_an_error_with_advice(name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            list(segments(path))
        except ZhtermError as error:
            assert error.path == path
            assert error.remedy
