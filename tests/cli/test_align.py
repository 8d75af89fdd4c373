"""Two texts in, units out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.aligning import Aligner, aligned, pairs_of
from cli.jobs import Job
from tests.cli.conftest import Zhterm
from tm.align.alignment import Alignment
from tm.formats.tmx import read

CHINESE = """苇湖博物馆开馆

苇湖博物馆周一在湖州开馆，投资3.5亿元。馆长骆澄宇赞扬了“清湖计划”。“清湖计划”是“八八战略”的一部分。

去年接待游客120万人次；今年的目标是150万人次。
"""
ENGLISH = """Reed Lake Museum opens

The Reed Lake Museum, built with 350 million yuan, opened in Huzhou on Monday. Its director Luo Chengyu praised the "Clear Lake Plan". The "Clear Lake Plan" is part of the Double-Eight Strategy.

It received 1.2 million visitors last year. The goal for this year is 1.5 million.
"""
OTHER = """The weather stayed dry in the north of Scotland. Farmers are worried about their sheep.

Nobody knows how long this will last? A river near Perth has no water left!

Trains run late. The ferry to Skye was cancelled; passengers waited for hours. Shops closed early.
"""


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    zh, en = tmp_path / "reed.zh.txt", tmp_path / "reed.en.txt"
    zh.write_text(CHINESE, encoding="utf-8")
    en.write_text(ENGLISH, encoding="utf-8")
    return zh, en


def links(values: list[dict[str, list[int]]]) -> list[tuple[list[int], list[int]]]:
    return [(value["zh_index"], value["en_index"]) for value in values]


def test_json_has_the_keys_of_the_contract_and_every_sentence_once(zhterm: Zhterm, pair: tuple[Path, Path]) -> None:
    result = zhterm("align", *pair, "--json")
    assert result.code == 0
    assert all(set(link) == {"zh_index", "en_index", "zh", "en", "score"} for link in result.json)
    assert links(result.json) == [([0], [0]), ([1], [1]), ([2], [2]), ([3], [3]), ([4], [4, 5])]
    assert result.json[4]["en"] == [
        "It received 1.2 million visitors last year.",
        "The goal for this year is 1.5 million.",
    ]
    assert all(0 <= link["score"] <= 1 for link in result.json)


def test_semicolons_may_end_sentences(zhterm: Zhterm, pair: tuple[Path, Path]) -> None:
    assert links(zhterm("align", *pair, "--json", "--semicolons").json)[4:] == [([4], [4]), ([5], [5])]


def test_the_order_of_the_two_files_does_not_matter(zhterm: Zhterm, pair: tuple[Path, Path]) -> None:
    assert zhterm("align", *pair[::-1], "--json").json == zhterm("align", *pair, "--json").json


def test_lines_are_sentences_numbered_as_lines(zhterm: Zhterm, tmp_path: Path) -> None:
    zh, en = tmp_path / "z.txt", tmp_path / "e.txt"
    zh.write_text("出口4.68万亿元。其中 3%。\n\n他笑了？\n", encoding="utf-8")
    en.write_text("Exports reached 4.68 trillion yuan. Of these 3%.\r\nDid he smile?\r\n", encoding="utf-8")
    assert links(zhterm("align", "--lines", zh, en, "--json").json) == [([0], [0]), ([2], [1])]


def test_the_terminal_shows_numbers_confidence_and_both_texts(zhterm: Zhterm, pair: tuple[Path, Path]) -> None:
    result = zhterm("align", *pair)
    assert re.search(r"^  5 = 5\+6  \d\.\d\d$", result.out, re.MULTILINE)
    assert "清湖计划" in result.out
    assert "5 Chinese and 6 English sentences, 5 links, 0 to look at" in result.err


def test_a_memory_has_the_units_with_document_and_confidence(
    zhterm: Zhterm, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "reed.tmx"
    assert zhterm("align", *pair, "-o", out).code == 0
    units = list(read(out))
    assert [unit.zh for unit in units][2] == "馆长骆澄宇赞扬了“清湖计划”。"
    assert units[4].en == "It received 1.2 million visitors last year. The goal for this year is 1.5 million."
    assert all(unit.document.endswith("reed.en.txt") and unit.confidence < 1 for unit in units)
    again = zhterm("align", *pair, "-o", out)
    assert (again.code, "there already" in again.err) == (2, True)
    assert zhterm("align", *pair, "-o", out, "--force", "--min", "1").code == 0
    assert list(read(out)) == []


def test_doubtful_links_are_marked_everywhere(zhterm: Zhterm, pair: tuple[Path, Path], tmp_path: Path) -> None:
    other, out, page = tmp_path / "other.txt", tmp_path / "x.tmx", tmp_path / "x.html"
    other.write_text(OTHER, encoding="utf-8")
    result = zhterm("align", pair[0], other)
    assert "? " in result.out
    assert "these hardly translate each other" in result.err
    zhterm("align", pair[0], other, "-o", out, "--review", page)
    assert ("review", "doubtful") in next(iter(read(out))).properties
    html = page.read_text(encoding="utf-8")
    assert 'class="doubtful"' in html
    assert "hardly translate each other" in html


def test_a_review_page_is_whole_and_needs_nothing_else(
    zhterm: Zhterm, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    page = tmp_path / "reed.html"
    zhterm("align", *pair, "--review", page)
    html = page.read_text(encoding="utf-8")
    assert html.startswith("<!DOCTYPE html>")
    assert html.endswith("</html>\n")
    assert html.count("<tr class=") == 5
    assert 'lang="zh-Hans"' in html
    assert "http://" not in html
    assert "https://" not in html


def test_markup_in_a_text_is_text_on_the_review_page(zhterm: Zhterm, tmp_path: Path) -> None:
    zh, en, page = tmp_path / "z.txt", tmp_path / "e.txt", tmp_path / "p.html"
    zh.write_text("请打开<script>alert(1)</script>看看这里有什么，好不好？\n" * 2, encoding="utf-8")
    en.write_text("Open <script>alert(1)</script> to see what is here & there, will you?\n" * 2, encoding="utf-8")
    assert zhterm("align", zh, en, "--review", page).code == 0
    html = page.read_text(encoding="utf-8")
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 4
    assert html.count("<script>") == 1


def test_a_folder_is_aligned_pair_by_pair(zhterm: Zhterm, pair: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("a", "b", "c", "d"):
        (tmp_path / "sub" / f"{name}.zh.txt").write_text(CHINESE, encoding="utf-8")
        (tmp_path / "sub" / f"{name}.en.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "sub" / "notes.txt").write_text("x", encoding="utf-8")
    single = zhterm("align", *pair, "--json").json
    result = zhterm("align", tmp_path, "--json", "-o", tmp_path / "all.tmx")
    assert result.code == 0
    assert len(list(read(tmp_path / "all.tmx"))) == 25
    names = list(dict.fromkeys(link["document"] for link in result.json))
    assert [name.split("/")[-1] for name in names] == [f"{name}.en.txt" for name in ("reed", "a", "b", "c", "d")]
    assert [link["score"] for link in result.json] == [link["score"] for link in single] * 5


def test_what_fails_stops_that_pair_and_not_the_run(zhterm: Zhterm, pair: tuple[Path, Path], tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.zh.txt").write_text("", encoding="utf-8")
        (tmp_path / f"{name}.en.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "lonely.zh.txt").write_text(CHINESE, encoding="utf-8")
    result = zhterm("align", tmp_path, "--json")
    assert result.code == 2
    assert len(result.json) == 5
    assert result.err.count("a.zh.txt: is empty") == 1
    assert "lonely.zh.txt: no text of the other language" in result.err
    assert zhterm("align", tmp_path, "--strict").err.count("\n") < result.err.count("\n")


def test_known_terms_make_a_link_surer(two_terms: Zhterm, tmp_path: Path) -> None:
    zh, en = tmp_path / "z.txt", tmp_path / "e.txt"
    zh.write_text("他很高兴。\n义新欧的列车开通了。\n然后走了。\n", encoding="utf-8")
    en.write_text("He was glad.\nThe Yiwu-Xinjiang-Europe train started.\nThen he left.\n", encoding="utf-8")
    known = two_terms("align", "--lines", zh, en, "--json").json
    unknown = two_terms("align", "--lines", zh, en, "--json", "--db", tmp_path / "none.db").json
    assert links(known) == links(unknown) == [([0], [0]), ([1], [1]), ([2], [2])]
    assert known[1]["score"] > unknown[1]["score"]


def test_the_memory_teaches_names_when_asked(zhterm: Zhterm, tmp_path: Path) -> None:
    """A station and a company that no dictionary has, in three units; then in a text that has each once."""
    units = [
        ("潼溪站启用了", "Tongbrook opened"),
        ("潼溪站很大", "Tongbrook is large"),
        ("潼溪站关了", "Tongbrook closed"),
    ]
    (tmp_path / "units.tsv").write_text("".join(f"{zh}\t{en}\n" for zh, en in [("zh", "en"), *units]), "utf-8")
    zh, en = tmp_path / "z.txt", tmp_path / "e.txt"
    zh.write_text("他笑了。\n他到了潼溪站。\n她走了。\n", encoding="utf-8")
    en.write_text("He smiled.\nNext was Tongbrook.\nShe left.\n", encoding="utf-8")
    missing = zhterm("align", "--lines", zh, en, "--with-memory")
    assert (missing.code, "no memory yet" in missing.err) == (0, True)
    assert zhterm("tm", "import", tmp_path / "units.tsv").code == 0
    plain = zhterm("align", "--lines", zh, en, "--json").json
    helped = zhterm("align", "--lines", zh, en, "--json", "--with-memory").json
    assert links(plain) == links(helped) == [([0], [0]), ([1], [1]), ([2], [2])]
    assert helped[1]["score"] > plain[1]["score"]


def test_a_folder_without_a_model_is_one_line(zhterm: Zhterm, pair: tuple[Path, Path], tmp_path: Path) -> None:
    result = zhterm("align", *pair, "--embeddings", tmp_path / "none")
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert "there is no model.safetensors in this folder" in result.err


def test_a_memory_without_units_is_told_and_teaches_nothing(two_terms: Zhterm, pair: tuple[Path, Path]) -> None:
    result = two_terms("align", *pair, "--json", "--with-memory")
    assert (result.code, "no units to learn from" in result.err) == (0, True)
    assert result.json == two_terms("align", *pair, "--json").json


@pytest.mark.parametrize(
    ("zh", "en", "message"),
    [
        ("", ENGLISH, "is empty"),
        ("\n \n", ENGLISH, "has no text in it"),
        (CHINESE, CHINESE, "both texts are Chinese"),
        (ENGLISH, ENGLISH, "both texts are English"),
        (CHINESE, ENGLISH * 20, "times too long for a translation"),
        (CHINESE * 20, ENGLISH, "times too long for a translation"),
        ("长" * 100_000, ENGLISH * 500, "has 100,000 characters"),
        ("PK\x03\x04", ENGLISH, "a ZIP or Office file"),
    ],
    ids=["empty", "blank", "Chinese twice", "English twice", "English long", "Chinese long", "one sentence", "a ZIP"],
)
@pytest.mark.parametrize("options", [[], ["--lines"]], ids=["", "lines"])
def test_bad_input_is_one_line_and_exit_code_2(
    zhterm: Zhterm, tmp_path: Path, zh: str, en: str, message: str, options: list[str]
) -> None:
    (tmp_path / "z.txt").write_text(zh, encoding="utf-8")
    (tmp_path / "e.txt").write_text(en, encoding="utf-8")
    result = zhterm("align", *options, tmp_path / "z.txt", tmp_path / "e.txt")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert message in result.err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["-o", "x.docx"], "belongs to no format to write"),
        (["-o", "none/x.tmx"], "there is no such folder"),
        (["--review", "none/x.html"], "there is no such folder"),
        (["--review", "."], "it is a folder"),
    ],
)
def test_a_place_that_cannot_be_written_is_told_before_the_work(
    zhterm: Zhterm, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, options: list[str], message: str
) -> None:
    monkeypatch.chdir(pair[0].parent)
    result = zhterm("align", *pair, "--force", *options)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert message in result.err


def test_a_text_of_which_the_translation_is_cut_short_is_not_unrelated(zhterm: Zhterm, tmp_path: Path) -> None:
    articles = Path(__file__).parents[2] / "seeds" / "articles"
    cut, page = tmp_path / "cut.txt", tmp_path / "page.html"
    english = (articles / "port-and-market.en.txt").read_text(encoding="utf-8")
    cut.write_text(english[: len(english) // 5], encoding="utf-8")
    result = zhterm("align", articles / "port-and-market.zh.txt", cut, "--json", "--review", page)
    assert links(result.json)[:3] == [([0], [0]), ([1], [1]), ([2], [2])]
    assert "most sentences have no counterpart; check that both texts are whole" in result.err
    assert "are both texts whole?" in page.read_text(encoding="utf-8")
    assert "hardly" not in result.err


@pytest.mark.parametrize("names", [[], ["one.txt"], ["."]], ids=["nothing", "one file", "an empty folder"])
def test_nothing_to_align_is_told(zhterm: Zhterm, tmp_path: Path, names: list[str]) -> None:
    result = zhterm("align", *[tmp_path / name for name in names])
    assert (result.code, "no two texts to align" in result.err) == (2, True)


def test_a_run_in_one_process_gives_the_same(pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    jobs, lonely = pairs_of([pair[0].parent])
    assert (jobs, lonely) == ([Job(pair)], [])
    several = list(aligned(Aligner(), jobs * 4))
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    assert several == list(aligned(Aligner(), jobs * 4))
    assert all(isinstance(one, Alignment) for one in several)
