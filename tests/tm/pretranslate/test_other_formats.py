"""TMX, PO and TSV files filled."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.errors import FormatError, InputError
from tests.tm.pretranslate.conftest import UNITS, Fill
from tm.formats.columns import table
from tm.formats.po import entries
from tm.formats.tmx import read
from tm.memory.reading import open_memory
from tm.memory.store import Memory
from tm.pretranslate.files import pretranslated
from tm.pretranslate.filling import Filling

TMX = """<?xml version="1.0" encoding="utf-8"?>\r
<!DOCTYPE tmx SYSTEM "tmx14.dtd">\r
<tmx version="1.4"><header srclang="zh-CN" segtype="sentence"/><body>\r
{}\r
</body></tmx>"""
TU = '<tu tuid="7">\r\n  <note>x</note>\r\n  <tuv xml:lang="zh-CN"><seg>{}</seg></tuv>{}\r\n</tu>'
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: en\\n"\n\n'


class TestTmx:
    def test_a_missing_segment_is_added_with_properties_before_the_segments(self, fill: Fill, tmp_path: Path) -> None:
        out, _, _ = fill(TMX.format(TU.format("市场在增长。", "")), name="job.tmx")
        assert (
            '<note>x</note>\r\n  <prop type="x-match">exact-match</prop>\r\n  <prop type="x-score">100%</prop>\r\n  '
            '<prop type="x-origin">a.txt, ann, 20240506</prop>\r\n  <tuv xml:lang="zh-CN"><seg>市场在增长。</seg></tuv>'
            '\r\n  <tuv xml:lang="en-US"><seg>The market is growing.</seg></tuv>\r\n</tu>'
        ) in out
        path = tmp_path / "out.tmx"
        path.write_bytes(out.encode("utf-8"))
        assert [(unit.zh, unit.en) for unit in read(path)] == [("市场在增长。", "The market is growing.")]

    @pytest.mark.parametrize("variant", ['<tuv xml:lang="en-GB"><seg/></tuv>', '<tuv xml:lang="en-GB" />'])
    def test_an_empty_segment_is_filled(self, fill: Fill, variant: str) -> None:
        text = TMX.format(TU.format('点击<bpt i="3">{</bpt>保存<ept i="3">}</ept>以继续<ph/>。', variant))
        out, _, _ = fill(text, name="job.tmx")
        assert (
            '<tuv xml:lang="en-GB"><seg>Click <bpt i="3">{</bpt>Save<ept i="3">}</ept> to continue<ph/>.</seg></tuv>'
        ) in out.replace("{{", "{")

    def test_other_languages_are_told(self, fill: Fill) -> None:
        text = TMX.format('<tu><tuv lang="fr"><seg>a</seg></tuv><tuv lang="de"><seg/></tuv></tu>')
        with pytest.raises(InputError, match="no segment in it is from Chinese to English"):
            fill(text, name="job.tmx")


class TestPo:
    def test_an_exact_match_is_finished(self, fill: Fill) -> None:
        out, _, _ = fill(HEADER + '#: a.c:1\nmsgid "市场在增长。"\nmsgstr ""', name="job.po")
        assert out == HEADER + '#: a.c:1\nmsgid "市场在增长。"\nmsgstr "The market is growing."'

    def test_a_near_match_is_fuzzy_and_tells_the_message_it_was_made_for(self, fill: Fill) -> None:
        text = (
            HEADER + '#, c-format\n#| msgid "old"\nmsgctxt "b"\nmsgid ""\n"市场在下降。"\nmsgstr ""\n\n#~ msgid "x"\n'
        )
        out, _, _ = fill(text.replace("\n", "\r\n") + '#~ msgstr ""\r\n', name="job.po", minimum=0.5)
        assert out.replace("\r\n", "\n") == (
            HEADER
            + '#, fuzzy, c-format\n#| msgid "市场在增长。"\nmsgctxt "b"\nmsgid ""\n"市场在下降。"\n'
            + 'msgstr "The market is growing."\n\n#~ msgid "x"\n#~ msgstr ""\n'
        )

    def test_a_flag_is_added_where_there_is_none_and_goes_when_it_is_no_longer_true(self, fill: Fill) -> None:
        entry = 'msgid "{}"\nmsgstr "{}"\n'
        out, _, _ = fill(HEADER + entry.format("第5条 市场开放。", ""), name="job.po")
        assert '#, fuzzy\n#| msgid "第3条 市场开放。"\nmsgid "第5条' in out
        fuzzy = HEADER + "#, fuzzy\n" + entry.format("市场在增长。", "Growth")
        assert fill(fuzzy, name="job.po")[0] == fuzzy
        out, _, _ = fill(fuzzy, name="job.po", overwrite=True)
        assert out == HEADER + entry.format("市场在增长。", "The market is growing.")

    def test_plural_forms_are_left(self, fill: Fill) -> None:
        text = HEADER + 'msgid "市场在增长。"\nmsgid_plural "市场在增长。"\nmsgstr[0] ""\nmsgstr[1] ""\n'
        assert fill(text, name="job.po")[0] == text


class TestTable:
    def test_a_heading_row_and_three_columns_tell_what_was_filled(self, fill: Fill) -> None:
        out, _, _ = fill("市场在增长。\t\n\n龘\t\n港口\tport", name="job.tsv")
        assert out == (
            "zh\ten\tmatch\tscore\torigin\n市场在增长。\tThe market is growing.\texact-match\t100%\ta.txt, ann, 20240506"
            "\n\n龘\t\t\t\t\n港口\tport\t\t\t"
        )

    def test_a_heading_row_that_is_there_is_widened(self, fill: Fill) -> None:
        out, _, _ = fill(
            "id\tEnglish\tChinese\r\n1\tThe market was growing.\t\r\n".encode("utf-8-sig"), name="job.tsv"
        )
        assert out.decode("utf-8-sig").startswith(
            "id\tEnglish\tChinese\tmatch\tscore\torigin\r\n1\tThe market was growing.\t市场在增长。\tfuzzy-match\t75%\t"
        )
        assert out.endswith(b"\r\n")

    def test_what_was_filled_can_be_read_and_filled_again(self, fill: Fill, tmp_path: Path) -> None:
        once, _, _ = fill("市场在增长。\t\n龘\t\n", name="job.tsv")
        assert fill(once, name="job.tsv")[0] == once

    @pytest.mark.parametrize("codec", ["utf-16", "gb18030"])
    def test_the_encoding_stays(self, fill: Fill, codec: str) -> None:
        text = "市场在增长。\t\n义乌的国际商贸城在浙江省\t\n"
        out, _, _ = fill(text.encode(codec), name="job.tsv")
        assert "The market is growing." in out.decode(codec)

    def test_a_file_without_matches_stays(self, fill: Fill) -> None:
        assert fill("龘\t\r\n齉\tx", name="job.tsv")[0] == "龘\t\r\n齉\tx"


def test_a_broken_row_is_refused(fill: Fill) -> None:
    with pytest.raises(FormatError, match="columns and not 2"):
        fill("市场在增长。\t\t\n", name="job.tsv")


def test_a_comma_separated_file_cannot_be_filled(fill: Fill) -> None:
    with pytest.raises(InputError, match="csv files cannot be filled; choose one of xliff, tmx, po, tsv"):
        fill("市场在增长。,\n", name="job.csv")


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("memory") / "memory.db"
    with Memory.open(path) as store:
        store.add_all(UNITS)
    return path


def filled(stored: Path, text: str, name: str) -> tuple[Path, Path]:
    folder = Path(tempfile.mkdtemp(dir=stored.parent))
    path, out = folder / name, folder / f"out-{name}"
    path.write_bytes(text.encode("utf-8"))
    with open_memory(stored) as memory:
        out.write_bytes(b"".join(pretranslated(path, None, Filling(memory, 0.5))))
    return path, out


texts = st.sampled_from(["市场在增长。", "市场在下降。", "第9条 市场开放。", "龘", 'a"\\\n\t', ""])


@given(st.lists(st.tuples(texts, st.sampled_from(["", "x", "a\nb"])), max_size=4))
def test_every_entry_of_a_filled_po_file_has_its_message_and_its_translation(stored: Path, rows) -> None:
    def quoted(text: str) -> str:
        return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", '\\n"\n"').replace("\t", "\\t")

    text = HEADER + "\n".join(
        f'#: {number}\nmsgctxt "{number}"\nmsgid "{quoted(source)}"\nmsgstr "{quoted(target)}"\n'
        for number, (source, target) in enumerate(rows)
    )
    path, out = filled(stored, text, "a.po")
    was, now = list(entries(path)), list(entries(out))
    assert [one.source for one in was] == [one.source for one in now]
    for old, new in zip(was, now, strict=True):
        assert old.targets == new.targets or not old.targets[0].strip()
    assert "".join(line for one in was for line in one.lines) == text


@given(
    st.lists(
        st.tuples(st.sampled_from(["市场在增长。", "龘", "第9条 市场开放。"]), st.sampled_from(["", "x"])), max_size=4
    )
)
def test_every_row_of_a_filled_table_has_its_source_and_its_target(stored: Path, rows) -> None:
    path, out = filled(stored, "".join(f"{zh}\t{en}\n" for zh, en in rows), "a.tsv")
    was, now = table(path), table(out)
    assert [row.cells[0] for row in was.rows] == [row.cells[now.source] for row in now.rows]
    for old, new in zip(was.rows, now.rows, strict=True):
        assert old.cells[1] in {"", new.cells[now.target]}
