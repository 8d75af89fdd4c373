"""XLIFF files filled: what comes in, how it is marked, and that nothing else changes."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.errors import FormatError, InputError
from tests.tm.pretranslate.conftest import UNITS, Fill
from tm.formats.segments import segments
from tm.memory.reading import open_memory
from tm.memory.store import Memory
from tm.model import Unit
from tm.pretranslate.files import pretranslated
from tm.pretranslate.filling import Filling

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"'
    ' xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns:mq="MQXliff">\n'
    '<file original="a.docx" source-language="{0}" target-language="{1}" datatype="plaintext"><body>\n'
)
TAIL = "\n</body></file></xliff>\n"
HEAD_2 = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="zh-CN"{0}>\n<file id="f">'
    '<unit id="u">\n'
)
TAIL_2 = "\n</unit></file></xliff>"


def version_1(units: str, source: str = "zh-CN", target: str = "en-US") -> str:
    return HEAD.format(source, target) + units + TAIL


def unit(source: str, rest: str = "") -> str:
    return f'<trans-unit id="1"><source>{source}</source>{rest}</trans-unit>'


def between(text: str, name: str = "trans-unit") -> str:
    found = re.search(f"<{name}.*</{name}>", text, re.DOTALL)
    assert found
    return found[0]


def test_an_exact_match_is_translated_and_says_where_it_is_from(fill: Fill) -> None:
    out, [done], _ = fill(version_1(unit("市场在增长。")))
    assert between(out) == (
        '<trans-unit id="1"><source>市场在增长。</source>'
        '<target state="translated" state-qualifier="exact-match">The market is growing.</target>'
        '<alt-trans match-quality="100%" origin="a.txt, ann, 20240506">'
        "<source>市场在增长。</source><target>The market is growing.</target></alt-trans></trans-unit>"
    )
    assert (done.number, done.proposal.kind, done.proposal.signature) == (1, "exact", "zhterm:zh-char:1")


def test_both_directions_are_filled(fill: Fill) -> None:
    out, [done], _ = fill(version_1(unit("The market is growing."), "en-GB", "zh-CN"))
    assert ">市场在增长。</target>" in out
    assert done.proposal.signature == "zhterm:en-word:1"


def test_a_near_match_needs_review(fill: Fill) -> None:
    out, _, filling = fill(version_1(unit("市场在下降。")), minimum=0.5)
    assert '<target state="needs-review-translation" state-qualifier="fuzzy-match">The market is growing.' in out
    assert '<alt-trans match-quality="60%" origin="a.txt, ann, 20240506"><source>市场在增长。</source>' in out
    assert filling.counts == {"fuzzy": 1}


def test_figures_are_replaced_and_the_match_stays_fuzzy(fill: Fill) -> None:
    out, [done], _ = fill(version_1(unit("第5条 市场开放。")))
    assert ">Article 5 The market opens.</target>" in out
    assert 'state-qualifier="fuzzy-match"' in out
    assert done.proposal.kind == "number"


def test_a_match_between_the_same_neighbours_is_told(fill: Fill) -> None:
    rows = "".join(unit(source) for source in ("港口的第一期工程", "市场在增长。"))
    _, done, _ = fill(version_1(rows))
    assert [one.proposal.kind for one in done] == ["context", "context"]


def test_what_is_marked_for_review_stays_so_although_the_text_is_the_same(fill: Fill) -> None:
    out, [done], _ = fill(version_1(unit("这一句没有对好。")))
    assert (done.proposal.kind, done.proposal.qualifier) == ("exact", "fuzzy-match")
    assert 'state="needs-review-translation"' in out


def test_a_target_in_the_other_script_is_fuzzy(fill: Fill) -> None:
    text = "Growing the economy and improving lives"
    assert "fuzzy-match" in fill(version_1(unit(text), "en", "zh-CN"))[0]
    assert "exact-match" in fill(version_1(unit(text), "en", "zh-TW"))[0]


@pytest.mark.parametrize(
    "target",
    [
        "<target/>",
        "<target />",
        "<target></target>",
        '<target\n state="new" >  </target>',
        "<target><!-- - --></target>",
    ],
)
def test_an_empty_target_is_filled_and_keeps_its_attributes(fill: Fill, target: str) -> None:
    text = version_1(unit("市场在增长。", target.replace("<target", '<target xml:lang="en-US"')))
    out, _, _ = fill(text)
    assert out.count("<target") == 2  # the other one stands in alt-trans
    [start] = re.findall(r"<target[^>]*>(?=The market)(?!.*</alt-trans>\n)", out.partition("<alt-trans")[0])
    assert 'xml:lang="en-US"' in start
    assert start.count("state=") == 1


@pytest.mark.parametrize(
    "rest",
    [
        "<target>Growth</target>",
        '<target state="needs-translation">市场 在增长。</target>',
        "<target><x id='1'/></target>",
    ],
)
def test_a_translation_that_is_there_is_replaced_only_when_told(fill: Fill, rest: str) -> None:
    text = version_1(unit("市场在增长。", rest))
    out, done, filling = fill(text)
    assert (out, done, filling.counts) == (text, [], {"translated": 1})
    assert ">The market is growing.</target>" in fill(text, overwrite=True)[0]


def test_a_source_copied_into_a_new_target_is_no_translation(fill: Fill) -> None:
    out, _, _ = fill(version_1(unit("市场在增长。", '<target state="new">市场在增长。</target>')))
    assert '<target state="translated" state-qualifier="exact-match">The market is growing.</target>' in out


def test_markup_of_the_text_is_escaped(fill: Fill) -> None:
    out, _, _ = fill(version_1(unit("研发&amp;创新&lt;加速&gt;")))
    assert ">R&amp;D &lt;accelerates&gt; &amp; grows</target>" in out


def test_white_space_at_the_ends_is_that_of_the_source(fill: Fill) -> None:
    out, _, _ = fill(version_1(unit("\n  市场在增长。 ")))
    assert ">\n  The market is growing. </target>" in out


class TestCodes:
    def test_codes_are_carried_to_their_places(self, fill: Fill) -> None:
        out, [done], _ = fill(version_1(unit('点击<g id="7" ctype="bold">保存</g>以继续<x id="8"/>。')))
        assert '>Click <g id="7" ctype="bold">Save</g> to continue<x id="8"/>.</target>' in out
        assert done.proposal.is_exact

    def test_codes_in_other_places_need_review(self, fill: Fill) -> None:
        out, [done], _ = fill(version_1(unit('<g id="7">点击</g>保存以继续<x id="8"/>。')))
        assert '>Click <g id="7">Save</g> to continue<x id="8"/>.</target>' in out
        assert not done.proposal.is_exact

    def test_codes_around_the_whole_stay_around_it(self, fill: Fill) -> None:
        out, [done], _ = fill(version_1(unit('<x id="1"/><g id="2"> 市场在增长。</g>')))
        assert '><x id="1"/><g id="2"> The market is growing.</g></target>' in out
        assert done.proposal.is_exact

    @pytest.mark.parametrize(
        "source",
        [
            '市场<g id="1">在</g>增长。',
            '点击<g id="1">保存</g>以继续。',
            '点击<x id="1"/>保存<x id="2"/>以继续<x id="3"/>。',
            '点击<ex id="1"/>保存<bx id="1"/>以继续<x id="2"/>。',
        ],
    )
    def test_codes_that_cannot_be_placed_leave_the_segment_empty(self, fill: Fill, source: str) -> None:
        text = version_1(unit(source))
        out, done, filling = fill(text)
        assert (out, done, filling.counts) == (text, [], {"codes": 1})

    def test_codes_of_the_memory_alone_are_left_out(self, fill: Fill) -> None:
        assert ">Click Save to continue.</target>" in fill(version_1(unit("点击保存以继续。")))[0]

    def test_figures_are_replaced_beside_codes(self, fill: Fill, tmp_path: Path) -> None:
        markups = {"zh_markup": '第3条<ph x="1"/>开放市场。', "en_markup": 'Article 3<ph x="1"/> on opening.'}
        with Memory.open(tmp_path / "memory.db") as store:
            store.add_all([Unit("第3条开放市场。", "Article 3 on opening.", **markups)])
        out, _, _ = fill(version_1(unit('第9条<ph id="5">\\n</ph>开放市场。')))
        assert '>Article 9<ph id="5">\\n</ph> on opening.</target>' in out


SEGMENTED = (
    '<trans-unit id="a">\n <source>港口的第一期工程。x。市场在增长。</source>\n <seg-source><g id="1">'
    '<mrk mtype="seg" mid="1">港口的第一期工程</mrk> <mrk mtype="seg" mid="2">龘靐</mrk> '
    '<mrk mtype="seg" mid="3">市场在增长。</mrk></g></seg-source>{0}</trans-unit>'
)
FILLED = (
    '<g id="1"><mrk mtype="seg" mid="1">First phase of the port</mrk> <mrk mtype="seg" mid="2"></mrk> '
    '<mrk mtype="seg" mid="3">The market is growing.</mrk></g></target>'
)


class TestSegmentedUnits:
    def test_a_new_target_is_made_like_the_source(self, fill: Fill) -> None:
        out, done, _ = fill(version_1(SEGMENTED.format("")))
        assert f'</seg-source>\n <target state="needs-translation">{FILLED}\n <alt-trans' in out
        assert '<alt-trans match-quality="100%" origin="a.txt, ann, 20240506" mid="3">' in out
        assert [one.id for one in done] == ["a/1", "a/3"]

    def test_segments_of_the_target_are_filled_one_by_one(self, fill: Fill) -> None:
        target = (
            '<target><mrk mid="1" mtype="seg"/><mrk mid="2" mtype="seg">done</mrk>'
            '<mrk mid="3" mtype="seg"></mrk></target>'
        )
        out, _, _ = fill(version_1(SEGMENTED.format(target)))
        assert (
            '<target state="translated" state-qualifier="exact-match"><mrk mid="1" mtype="seg">First phase of the '
            'port</mrk><mrk mid="2" mtype="seg">done</mrk><mrk mid="3" mtype="seg">The market is growing.</mrk></target>'
        ) in out

    def test_a_target_with_other_segments_is_left_alone(self, fill: Fill) -> None:
        text = version_1(SEGMENTED.format('<target><mrk mtype="seg" mid="2">done</mrk></target>'))
        out, _, filling = fill(text)
        assert out == text
        assert filling.counts == {"locked": 2, "translated": 1}

    def test_trados_is_told_in_its_own_place(self, fill: Fill) -> None:
        settings = (
            '<sdl:seg-defs><sdl:seg id="1" conf="Draft" origin="not-translated"><sdl:value key="x">1</sdl:value>'
            '</sdl:seg><sdl:seg id="2"/><sdl:seg id="3" locked="true" /></sdl:seg-defs>'
        )
        out, _, _ = fill(version_1(SEGMENTED.format("<target/>" + settings)), name="job.sdlxliff")
        assert '<target><g id="1"><mrk mtype="seg" mid="1">First phase of the port</mrk> ' in out
        assert '<sdl:seg id="1" conf="Translated" origin="tm" origin-system="a.txt, ' in out
        assert 'percent="100"><sdl:value key="x">1</sdl:value></sdl:seg><sdl:seg id="2"/>' in out
        assert '<mrk mtype="seg" mid="3"></mrk>' in out
        assert "alt-trans" not in out


def test_memoq_is_told_in_its_own_place(fill: Fill) -> None:
    row = (
        '<trans-unit id="1" mq:status="NotStarted" mq:locked="{}"><source>市场在增长。</source><target/></trans-unit>'
    )
    out, _, _ = fill(version_1(row.format("no")), name="job.mqxliff")
    assert between(out) == (
        '<trans-unit id="1" mq:status="Pretranslated" mq:locked="no" mq:percent="100"><source>市场在增长。</source>'
        "<target>The market is growing.</target></trans-unit>"
    )
    locked = version_1(row.format("locked"))
    assert fill(locked, name="job.mqxliff")[0] == locked


class TestVersion2:
    def test_state_and_substate_are_told(self, fill: Fill) -> None:
        rows = (
            '<segment id="s1" state="initial"><source>市场在增长。</source></segment>\n'
            "<ignorable><source> </source></ignorable>"
            '<segment><source>点击<pc id="1">保存</pc>以继续<ph id="2"/>！</source><target/></segment>'
        )
        out, _, _ = fill(HEAD_2.format(' trgLang="en"') + rows + TAIL_2)
        assert (
            '<segment id="s1" state="translated" subState="zhterm:exact-match"><source>市场在增长。</source>' in out
        )
        assert "<target>The market is growing.</target></segment>\n<ignorable>" in out
        assert '<segment state="initial" subState="zhterm:fuzzy-match">' in out
        assert '<target>Click <pc id="1">Save</pc> to continue<ph id="2"/>.</target>' in out

    def test_a_file_with_targets_names_their_language(self, fill: Fill) -> None:
        rows = "<segment><source>市场在增长。</source></segment>" * 2
        out, _, _ = fill(HEAD_2.format("") + rows + TAIL_2)
        assert out.startswith(HEAD_2.format(' trgLang="en-US"'))


def test_a_prefix_for_names_of_xliff_is_kept(fill: Fill) -> None:
    text = re.sub(r"<(/?)(?=[a-z])", r"<\1x:", version_1(unit("市场在增长。"))).replace("xmlns=", "xmlns:x=")
    out, _, _ = fill(text)
    assert '</x:source><x:target state="translated"' in out


@pytest.mark.parametrize(
    ("codec", "source"), [("utf-16", "市场"), ("utf-8-sig", "市场"), ("gb18030", "市场"), ("big5", "市場")]
)
def test_the_encoding_stays(fill: Fill, codec: str, source: str) -> None:
    text = version_1(unit(f"{source}在增{'长' if source == '市场' else '長'}。") + "\r\n")
    data = text.replace("UTF-8", codec.removesuffix("-sig")).encode(codec)
    out, [done], _ = fill(data)
    assert done.proposal.score >= 0.99
    assert ">The market is growing.</target>" in out.decode(codec)
    assert (out[:60], out[-30:]) == (data[:60], data[-30:])


def test_what_an_encoding_cannot_hold_becomes_a_reference(fill: Fill) -> None:
    text = version_1(unit("The market is growing."), "en", "zh").replace("UTF-8", "windows-1252")
    out, _, _ = fill(text.encode("cp1252"))
    assert b">&#24066;&#22330;" in out


def test_other_languages_are_told(fill: Fill) -> None:
    with pytest.raises(InputError, match="no segment in it is from Chinese to English"):
        fill(version_1(unit("市场在增长。"), "zh-CN", "fr"))


def test_a_broken_file_names_its_line(fill: Fill) -> None:
    with pytest.raises(FormatError, match="the XML is broken") as raised:
        fill(version_1(unit("市场在增长。") + "\n<trans-unit>"))
    assert raised.value.line == 6


def test_filling_twice_is_filling_once(fill: Fill) -> None:
    once, _, _ = fill(version_1(unit("市场在增长。") + SEGMENTED.format("")))
    assert fill(once)[0] == once


# --- properties: whatever stands in a file, only the targets change

texts = st.text("市场在增长。 ab&<\"'\n\r\t", max_size=8).map(escape)
names = st.sampled_from(["x", "bx", "ph"])
codes = st.builds("<{} id='{}'  />".format, names, st.integers(1, 9))
pieces = st.lists(st.one_of(texts, codes, st.just("市场在增长。"), st.just("<!-- 注 --><?pi a?>")), max_size=4).map(
    "".join
)
others = st.sampled_from(
    ["", "\r\n  ", "<note>市场</note>", "<alt-trans><target>a</target></alt-trans>", "<sdl:x a='>'/>"]
)
targets = st.one_of(
    st.just(""), st.just("<target/>"), st.just("<target  state = 'new'></target>"), st.just("<target>a</target>")
)


@st.composite
def files(draw: st.DrawFn) -> str:
    rows = [
        f"<trans-unit id='{number}' >{draw(others)}<source>{draw(pieces)}</source>{draw(targets)}{draw(others)}</trans-unit>"
        for number in range(draw(st.integers(0, 4)))
    ]
    return draw(st.sampled_from(["", "\ufeff"])) + version_1("\r\n".join(rows))


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("memory") / "memory.db"
    with Memory.open(path) as store:
        store.add_all(UNITS)
    return path


@given(text=files(), minimum=st.sampled_from([0.5, 1.0]), codec=st.sampled_from(["utf-8", "utf-16"]))
def test_only_empty_targets_change_and_no_code_is_lost(stored: Path, text: str, minimum: float, codec: str) -> None:
    if codec == "utf-16":
        text = text.removeprefix("\ufeff").replace("UTF-8", "UTF-16")
    with tempfile.TemporaryDirectory() as folder, open_memory(stored) as memory:
        path, out = Path(folder) / "a.xlf", Path(folder) / "b.xlf"
        data = text.encode(codec)
        path.write_bytes(data)
        filling = Filling(memory, minimum)
        out.write_bytes(b"".join(pretranslated(path, None, filling)))
        if not filling.counts.keys() & {"context", "exact", "number", "fuzzy"}:
            assert out.read_bytes() == data
        was, now = (list(segments(one)) for one in (path, out))
        assert len(was) == len(now)
        for old, new in zip(was, now, strict=True):
            assert (new.source, new.source_codes, new.note) == (old.source, old.source_codes, old.note)
            if old.target.strip() or old.target_codes:
                assert (new.target, new.target_codes) == (old.target, old.target_codes)
            elif new.target:
                assert sorted(new.target_codes) == sorted(old.source_codes)
        fixed = re.compile(
            r"<target[^>]*?(?:/>|>.*?</target>)|<alt-trans match.*?</alt-trans>|(?<=</source>)\s+(?=<target)",
            re.DOTALL,
        )
        assert _bare(fixed, out.read_bytes().decode(codec)) == _bare(fixed, data.decode(codec))


def _bare(fixed: re.Pattern[str], text: str) -> str:
    """The file without targets, proposals, and the white space that goes with them."""
    return re.sub(r"\s+", "", fixed.sub("", text))
