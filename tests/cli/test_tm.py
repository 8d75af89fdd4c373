"""`zhterm tm`: units in, found, counted, cleaned, out."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Zhterm

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en"
 srclang="zh-CN" datatype="plaintext"/><body>
{}</body></tmx>
"""
CODES = """<tu creationdate="20240506T070809Z" creationid="ann" changedate="20240507T000000Z" changeid="bob">
<prop type="x-document">port.txt</prop>
<tuv xml:lang="zh-CN"><seg>港口<bpt i="1" x="1">&lt;b a="1"&gt;</bpt>开放<ept i="1">&lt;/b&gt;</ept>了<ph x="2"/>。</seg></tuv>
<tuv xml:lang="en-GB"><seg>The port is <hi type="b">open<it pos="begin">\\i</it></hi>.</seg></tuv>
</tu>
"""


def tu(zh: str, en: str, zh_tag: str = "zh-CN", en_tag: str = "en-US") -> str:
    return f'<tu><tuv xml:lang="{zh_tag}"><seg>{zh}</seg></tuv><tuv xml:lang="{en_tag}"><seg>{en}</seg></tuv></tu>\n'


@pytest.fixture
def tmx(tmp_path: Path):
    def write(*units: str, name: str = "in.tmx") -> Path:
        path = tmp_path / name
        path.write_text(TMX.format("".join(units)), encoding="utf-8")
        return path

    return write


@pytest.fixture
def filled(zhterm: Zhterm, tmx) -> Zhterm:
    units = (
        tu("第3条 市场开放。", "Article 3 The market opens."),
        tu("义乌的市场在增长。", "Yiwu's market is growing."),
    )
    assert zhterm("tm", "import", tmx(*units)).code == 0
    return zhterm


def test_search_answers_by_the_contract(filled: Zhterm) -> None:
    [match] = filled("tm", "search", "义乌的市场在下降。", "--json", "--explain").json
    assert {key: match[key] for key in ("query", "source", "target", "signature")} == {
        "query": "义乌的市场在下降。",
        "source": "义乌的市场在增长。",
        "target": "Yiwu's market is growing.",
        "signature": "zhterm:zh-char:1",
    }
    assert match["score"] == 0.75
    assert isinstance(match["origin"], str)
    assert match["edits"] == [{"kind": "replace", "start": 6, "end": 8, "stored": "增长", "query": "下降"}]


def test_search_shows_what_differs_and_the_figures_replaced(filled: Zhterm) -> None:
    result = filled("tm", "search", "Article 5 The market opens.", "--explain")
    assert "96% number" in result.out
    assert "Article [3]{5}" in result.out
    assert "第5条 市场开放。  (figures replaced: check them)" in result.out
    assert "zhterm:en-word:1" in result.out


def test_a_batch_knows_the_neighbours(zhterm: Zhterm, tmx, tmp_path: Path) -> None:
    zhterm("tm", "import", tmx(tu("一、市场", "1 Market"), tu("开放。", "Open.")))
    lines = tmp_path / "batch.txt"
    lines.write_text("一、市场\n\n开放。\n", encoding="utf-8")
    kinds = [(match["query"], match["kind"]) for match in zhterm("tm", "search", "--batch", lines, "--json").json]
    assert kinds == [("一、市场", "context"), ("开放。", "context")]


def test_nothing_found_is_told(filled: Zhterm) -> None:
    result = filled("tm", "search", "龘靐齉爩")
    assert (result.code, result.out) == (1, "")
    assert "nothing with a score of 0.7 or more" in result.err


@pytest.mark.parametrize("arguments", [(), ("text", "--batch", "x"), ("--batch", "none.txt")])
def test_a_search_for_nothing_is_refused(filled: Zhterm, arguments: tuple[str, ...]) -> None:
    assert filled("tm", "search", *arguments).code == 2


def test_inline_codes_dates_persons_and_languages_survive(zhterm: Zhterm, tmx, tmp_path: Path) -> None:
    zhterm("tm", "import", tmx(CODES))
    out = tmp_path / "out.tmx"
    assert zhterm("tm", "export", out).code == 0
    body = re.search("<tu .*</tu>\n", out.read_text(encoding="utf-8"), re.DOTALL)
    assert body is not None
    assert body[0] == CODES
    assert zhterm("tm", "search", "港口开放了。", "--json").json[0]["origin"] == "port.txt, bob, 20240507"


def test_what_is_there_already_is_folded(filled: Zhterm, tmx) -> None:
    again = filled("tm", "import", tmx(tu("第3条 市场开放。", "Article 3 The market opens."), name="b.tmx"), "--json")
    assert again.json[0]["added"] == 0
    assert again.json[0]["folded"] == 1
    assert filled("tm", "stats", "--json").json[0]["units"] == 2


def test_another_pair_of_languages_is_told_with_what_the_file_holds(filled: Zhterm, tmx) -> None:
    result = filled("tm", "import", tmx(tu("你好", "bonjour", "zh-CN", "fr-FR"), name="fr.tmx"))
    assert result.code == 2
    assert "no unit with Chinese and English in it; it holds segments: 1 in zh-CN, 1 in fr-FR" in result.err
    other = Path(tmx(name="fr.tsv"))
    other.write_text("a\tb\n" * 0, encoding="utf-8")
    assert filled("tm", "import", other).code == 2


def test_a_broken_file_imports_nothing_and_names_its_line(filled: Zhterm, tmx, tmp_path: Path) -> None:
    broken = tmp_path / "broken.tmx"
    whole = tmx(*(tu(f"第{n}条", f"Article {n}") for n in range(3_000)), name="c.tmx").read_text(encoding="utf-8")
    broken.write_text(whole.replace("Article 2999</seg>", "Article 2999</sog>"), encoding="utf-8")
    result = filled("tm", "import", broken)
    assert result.code == 2
    assert "broken.tmx:3003: the XML is broken: mismatched tag" in result.err
    assert filled("tm", "stats", "--json").json[0]["units"] == 2


def test_two_imports_at_once_wait_and_say_one_line(
    filled: Zhterm, tmx, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tm.memory.store

    monkeypatch.setattr(tm.memory.store.Memory.open.__func__, "__kwdefaults__", {"who": "", "wait": 0.1})
    with closing(sqlite3.connect(tmp_path / "zhterm.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        result = filled("tm", "import", tmx(tu("杭州", "Hangzhou"), name="d.tmx"))
    assert result.code == 2
    assert "another program is writing to it; try again when it has finished" in result.err
    assert result.err.count("\n") == 1


FAULTY = [
    tu("2023年…", "…", en_tag="en"),
    tu("Yiwu", "Yiwu"),
    tu("Four more English words", "开放"),
    tu("發展經濟", "develop the economy"),
    tu("二〇二三年金额350元", "the amount of 400 yuan"),
    tu("义乌国际商贸城今天开业仪式举行", "Yes indeed"),
]


def test_clean_shows_first_and_deletes_only_when_told(filled: Zhterm, tmx) -> None:
    filled("tm", "import", tmx(*FAULTY, name="faulty.tmx"))
    shown = filled("tm", "clean", "--json")
    assert [found["fault"] for found in shown.json] == [
        "empty",
        "untranslated",
        "language",
        "script",
        "misaligned",
        "misaligned",
    ]
    assert filled("tm", "stats", "--json").json[0]["units"] == 8
    assert "[unit 4]" in filled("tm", "clean", "--only", "untranslated").out
    assert "1 unit removed" in filled("tm", "clean", "--only", "untranslated", "--delete").err
    assert filled("tm", "clean", "--delete").code == 0
    assert filled("tm", "stats", "--json").json[0]["units"] == 2
    assert "nothing" not in filled("tm", "search", "义乌的市场在增长。").err
    assert "0 units to complain of" in filled("tm", "clean").err


def test_an_unknown_fault_is_refused(filled: Zhterm) -> None:
    assert "is not one of: empty, untranslated" in filled("tm", "clean", "--only", "ugly").err


def test_statistics_are_told(filled: Zhterm) -> None:
    assert "units      2" in filled("tm", "stats").out


class TestConcordance:
    def test_the_keyword_stands_in_the_middle_and_its_counterpart_in_brackets(self, zhterm: Zhterm, tmx) -> None:
        ports = (("宁波的港口开放", "Ningbo's port is open"), ("港口很大", "A big port"), ("大港口", "The Port"))
        zhterm("tm", "import", tmx(*(tu(*pair) for pair in ports), tu("市场", "market")))
        result = zhterm("tm", "concordance", "港口")
        assert "Ningbo's [port] is open" in result.out
        starts = {
            len(line[: line.index("港口")].encode("gb18030")) for line in result.out.split("\n") if "港口" in line
        }
        assert len(starts) == 1
        found = zhterm("tm", "concordance", "PORT", "--json").json
        assert [line["keyword"] for line in found] == ["port", "port", "Port"]
        assert found[0]["counterpart"] == "港口"

    def test_a_regular_expression_is_asked_on_either_side(self, filled: Zhterm) -> None:
        [line] = filled("tm", "concordance", "--regex", "第[0-9]条", "--json").json
        assert line["keyword"] == "第3条"
        assert filled("tm", "concordance", "--regex", r"\bopens\b", "--side", "en").code == 0

    @pytest.mark.parametrize("arguments", [("--regex", "(a"), ("a", "--side", "fr")])
    def test_what_cannot_be_asked_is_refused(self, filled: Zhterm, arguments: tuple[str, ...]) -> None:
        assert filled("tm", "concordance", *arguments).code == 2

    def test_an_expression_without_end_is_stopped(self, zhterm: Zhterm, tmx) -> None:
        zhterm("tm", "import", tmx(tu("义乌", ",".join(map(str, range(60))))))
        result = zhterm("tm", "concordance", "--regex", "(.*?,){11}P", "--side", "en", "--seconds", "0.3")
        assert result.code == 2
        assert re.fullmatch(r"zhterm: the pattern '\(\.\*\?,\)\{11\}P' takes over 0.3 s.*; .*\n", result.err)

    def test_what_is_not_there_is_told(self, filled: Zhterm) -> None:
        assert filled("tm", "concordance", "龘").code == 1


def test_an_analysis_counts_in_bands_across_files(filled: Zhterm, tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text("义乌的市场在增长。义乌的市场在下降。龘靐齉爩。\n", encoding="utf-8")
    second.write_text("义乌的市场在增长。\nYiwu's market was growing.\n", encoding="utf-8")
    one, other, together = filled("tm", "analyse", first, second, "--json").json
    bands = {name: count["segments"] for name, count in one["bands"].items() if count["segments"]}
    assert bands == {"100": 1, "75-84": 1, "none": 1}
    assert one["bands"]["100"] == {"segments": 1, "characters": 8, "words": 0}
    assert other["bands"]["repetitions"]["segments"] == 1
    assert other["bands"]["75-84"]["words"] == 4
    assert together["file"] == "together"
    assert together["bands"]["75-84"]["segments"] == 2
    assert "repetitions" in filled("tm", "analyse", first).out


def test_export_from_the_memory_is_the_export_of_the_memory(filled: Zhterm, tmp_path: Path) -> None:
    one, other = tmp_path / "one.tmx", tmp_path / "other.tmx"
    assert filled("tm", "export", one).code == 0
    assert filled("export", other, "--from", "memory").code == 0
    units = [path.read_text(encoding="utf-8").partition("<body>")[2] for path in (one, other)]
    assert units[0] == units[1]
    assert filled("export", other, "--from", "nowhere").code == 2


XLIFF = """<?xml version="1.0"?>
<xliff version="1.2"><file original="a" source-language="zh-CN" target-language="en" datatype="plaintext"><body>
{}</body></file></xliff>
"""
ROW = '<trans-unit id="1"><source>{}</source></trans-unit>\n'


class TestPretranslate:
    def test_a_file_is_filled_and_each_segment_told_by_the_contract(self, filled: Zhterm, tmp_path: Path) -> None:
        job, out = tmp_path / "job.xlf", tmp_path / "out.xlf"
        job.write_text(XLIFF.format(ROW.format("义乌的市场在增长。") + ROW.format("龘")), encoding="utf-8")
        result = filled("tm", "pretranslate", job, "-o", out, "--json")
        [line] = result.json
        assert {key: line[key] for key in ("file", "segment", "source", "target", "score", "signature")} == {
            "file": job.as_posix(),
            "segment": 1,
            "source": "义乌的市场在增长。",
            "target": "Yiwu's market is growing.",
            "score": 1.0,
            "signature": "zhterm:zh-char:1",
        }
        assert isinstance(line["origin"], str)
        assert result.err == f"{job}: 1 segment filled (1 exact); 1 without a match\n"
        assert "Yiwu's market is growing.</target>" in out.read_text(encoding="utf-8")
        assert filled("tm", "pretranslate", job, "-o", out).code == 2
        assert filled("tm", "pretranslate", job, "-o", out, "--force", "--min", "0.9").code == 0

    def test_several_files_go_to_a_folder(self, filled: Zhterm, tmp_path: Path) -> None:
        jobs = [tmp_path / name for name in ("a.tsv", "b.xlf")]
        jobs[0].write_text("义乌的市场在增长。\t\n", encoding="utf-8")
        jobs[1].write_text(XLIFF.format(ROW.format("义乌的市场在增长。")), encoding="utf-8")
        assert filled("tm", "pretranslate", *jobs, "-o", tmp_path / "done").code == 0
        assert all("Yiwu's" in (tmp_path / "done" / job.name).read_text(encoding="utf-8") for job in jobs)
        assert "have the same name" in filled("tm", "pretranslate", jobs[0], jobs[0], "-o", tmp_path / "x").err
        assert "need a folder" in filled("tm", "pretranslate", *jobs, "-o", jobs[0]).err

    def test_a_broken_file_leaves_nothing(self, filled: Zhterm, tmp_path: Path) -> None:
        job, out = tmp_path / "job.xlf", tmp_path / "out.xlf"
        job.write_text(XLIFF.format(ROW.format("义乌") + "<trans-unit>"), encoding="utf-8")
        result = filled("tm", "pretranslate", job, "-o", out)
        assert (result.code, result.err.count("\n")) == (2, 1)
        assert f"{job}:4: the XML is broken: mismatched tag" in result.err
        assert not out.exists()
        assert not list(tmp_path.glob(".out*"))


class TestAnalysisOfFiles:
    @pytest.fixture
    def book(self, tmp_path: Path) -> Path:
        from termbase.formats.spreadsheet import Sheet, workbook

        table = Sheet("a", ("Chinese", "English"), [("义乌的市场在增长。龘。", "x"), ("龘。", "y")])
        path = tmp_path / "book.xlsx"
        path.write_bytes(workbook([table, Sheet("b", ("龘龘", 7), [])]))
        return path

    def test_bilingual_files_and_workbooks_count_with_their_sources(
        self, filled: Zhterm, book: Path, tmp_path: Path
    ) -> None:
        job, out = tmp_path / "job.xlf", tmp_path / "out.xlsx"
        job.write_text(XLIFF.format(ROW.format("义乌的市场在增长。")), encoding="utf-8")
        one, other, together = filled("tm", "analyse", job, book, "--json", "-o", out).json
        assert one["bands"]["100"] == {"segments": 1, "characters": 8, "words": 0}
        assert {name: count["segments"] for name, count in other["bands"].items() if count["segments"]} == {
            "repetitions": 2,
            "none": 2,
        }
        assert sum(count["segments"] for count in together["bands"].values()) == 5
        from termbase.formats.spreadsheet import read_rows

        rows = [row.cells for row in read_rows(out)]
        assert rows[0] == ("file", "match", "segments", "characters", "words")
        assert (job.as_posix(), "100", "1", "8", "0") in rows
        assert ("together", "total", "5", "20", "0") in rows

    def test_no_line_is_wider_than_the_terminal(self, filled: Zhterm, book: Path) -> None:
        result = filled("tm", "analyse", book)
        assert "total" in result.out
        assert all(len(line) <= 80 for line in result.out.split("\n"))

    def test_hidden_sheets_are_told(self, filled: Zhterm, tmp_path: Path) -> None:
        from openpyxl import Workbook  # noqa: TID251 - written by another program

        book = Workbook()
        book.active.append(["义乌"])
        book.create_sheet("old").append(["杭州"])
        book["old"].sheet_state = "hidden"
        book.save(tmp_path / "a.xlsx")
        assert "hidden sheets counted too: old" in filled("tm", "analyse", tmp_path / "a.xlsx").err

    def test_an_analysis_is_written_as_a_workbook_only(self, filled: Zhterm, book: Path) -> None:
        assert "an analysis is written as .xlsx; or use --json" in filled("tm", "analyse", book, "-o", "a.csv").err
        assert "the file is there already" in filled("tm", "analyse", book, "-o", book).err
