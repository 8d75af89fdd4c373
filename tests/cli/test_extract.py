"""Articles in, proposals into the termbase."""

from __future__ import annotations

import math
import sys
from pathlib import Path

import pytest

from cli.extraction import Extraction
from tests.cli.conftest import Zhterm

ENGLISH = """Reed Lake Museum opens

The Reed Lake Museum opened in Huzhou on Monday. Luo Chengyu, director of the Reed Lake Museum, praised the "Clear
Lake Plan". The "Clear Lake Plan" is part of the Double-Eight Strategy.
"""
CHINESE = """苇湖博物馆开馆

苇湖博物馆周一在湖州开馆。苇湖博物馆馆长骆澄宇赞扬了“清湖计划”。“清湖计划”是“八八战略”的一部分。
"""


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    zh, en = tmp_path / "reed.zh.txt", tmp_path / "reed.en.txt"
    zh.write_text(CHINESE, encoding="utf-8")
    en.write_text(ENGLISH.replace("Clear\nLake", "Clear Lake"), encoding="utf-8")
    return zh, en


def test_json_has_the_keys_of_the_contract(zhterm: Zhterm, pair: tuple[Path, Path]) -> None:
    found = zhterm("extract", "--json", pair[1]).json
    keys = {"id", "type", "status", "zh", "pinyin", "en", "variants", "frequency", "score", "zh_origin", "en_origin"}
    assert all(set(concept) == keys | {"contexts"} for concept in found)
    by_name = {concept["en"]: concept for concept in found}
    museum = by_name["Reed Lake Museum"]
    assert (museum["status"], museum["zh"], museum["en_origin"]) == ("proposed", None, "text")
    assert museum["contexts"][0]["document"] == pair[1].as_posix()
    assert "Reed Lake Museum" in museum["contexts"][0]["sentence"]


def test_a_pair_gives_both_forms_with_pinyin_and_the_aligned_sentence(
    zhterm: Zhterm, pair: tuple[Path, Path]
) -> None:
    found = {concept["zh"]: concept for concept in zhterm("extract", "--json", *pair).json}
    person = found["骆澄宇"]
    assert (person["en"], person["type"], person["pinyin"]) == ("Luo Chengyu", "person", "Luò Chéngyǔ")
    assert (person["zh_origin"], person["en_origin"]) == ("parallel", "parallel")
    assert "骆澄宇" in person["contexts"][0]["zh"]


def test_what_the_termbase_knows_is_recognised_and_not_proposed_again(
    two_terms: Zhterm, pair: tuple[Path, Path]
) -> None:
    found = two_terms("extract", "--json", *pair).json
    known = [concept for concept in found if concept["id"] == 1]
    assert [(concept["status"], concept["frequency"]) for concept in known] == [("approved", 1)]
    assert known[0]["zh_origin"] == known[0]["en_origin"] == "termbase"
    assert not [concept for concept in found if concept["id"] != 1 and concept["zh"] == "八八战略"]


def test_a_second_run_proposes_nothing_new_and_counts_nothing_twice(zhterm: Zhterm, pair: tuple[Path, Path]) -> None:
    first = zhterm("extract", "--json", *pair).json
    before = zhterm("term", "list", "--json").json
    second = zhterm("extract", "--json", *pair)
    assert "0 newly proposed" in second.err
    assert zhterm("term", "list", "--json").json == before
    assert {concept["id"] for concept in second.json} <= {concept["id"] for concept in first}


def test_what_a_person_rejected_is_not_proposed_again(zhterm: Zhterm, pair: tuple[Path, Path]) -> None:
    museum = next(c for c in zhterm("extract", "--json", pair[1]).json if c["en"] == "Reed Lake Museum")
    zhterm("term", "reject", str(museum["id"]))
    again = zhterm("extract", "--json", pair[1])
    assert museum["en"] not in [concept["en"] for concept in again.json]
    assert zhterm("term", "show", str(museum["id"]), "--json").json[0]["status"] == "rejected"


def test_what_a_person_edited_stays_as_it_is(zhterm: Zhterm, pair: tuple[Path, Path]) -> None:
    museum = next(c for c in zhterm("extract", "--json", pair[1]).json if c["en"] == "Reed Lake Museum")
    zhterm("term", "edit", str(museum["id"]), "--zh", "苇湖馆", "--type", "organization")
    zhterm("extract", *pair)
    entry = zhterm("term", "show", str(museum["id"]), "--json").json[0]
    assert (entry["zh"], entry["en"], entry["type"]) == ("苇湖馆", "Reed Lake Museum", "organization")


def test_a_dry_run_writes_nothing_with_and_without_a_database(two_terms: Zhterm, pair: tuple[Path, Path]) -> None:
    before = two_terms("term", "list", "--json").json
    result = two_terms("extract", "--dry-run", pair[1])
    assert "would be proposed" in result.err
    assert two_terms("term", "list", "--json").json == before
    other = pair[0].parent / "no.db"
    assert two_terms("extract", "--dry-run", pair[1], "--db", other).code == 0
    assert not other.exists()


def test_a_pair_can_be_named_by_hand(zhterm: Zhterm, pair: tuple[Path, Path]) -> None:
    zh, en = pair[0].rename(pair[0].with_name("a.txt")), pair[1].rename(pair[1].with_name("b.txt"))
    found = {concept["zh"] for concept in zhterm("extract", "--json", "--pair", zh, en).json}
    assert "骆澄宇" in found
    swapped = zhterm("extract", "--pair", en, zh)
    assert swapped.code == 2
    assert "give the Chinese file first" in swapped.err


def test_a_bilingual_file_is_a_pair(zhterm: Zhterm, tmp_path: Path) -> None:
    (tmp_path / "u.tsv").write_text("骆澄宇来到苇湖。\tLuo Chengyu came to Reed Lake.\n", encoding="utf-8")
    found = {concept["zh"]: concept["en"] for concept in zhterm("extract", "--json", tmp_path / "u.tsv").json}
    assert found["骆澄宇"] == "Luo Chengyu"


def test_a_file_that_cannot_be_read_stops_that_file_and_not_the_run(zhterm: Zhterm, pair: tuple[Path, Path]) -> None:
    empty = pair[0].parent / "empty.txt"
    empty.write_bytes(b"")
    result = zhterm("extract", "--json", empty, pair[1])
    assert result.code == 2
    assert result.err.startswith(f"zhterm: {empty.as_posix()}: ")
    assert "Reed Lake Museum" in result.out
    strict = zhterm("extract", "--strict", empty, pair[1], "--db", pair[0].parent / "strict.db")
    assert strict.code == 2
    assert "Reed Lake Museum" not in strict.out


def test_no_article_is_told(zhterm: Zhterm) -> None:
    assert zhterm("extract").code == 2


def test_interrupting_leaves_whole_documents_only(
    zhterm: Zhterm, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    zhterm("extract", pair[1])
    before = zhterm("term", "list", "--json").json
    real = Extraction._gather  # after filing, before the next document

    def interrupted(self: Extraction, concept: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Extraction, "_gather", interrupted)
    result = zhterm("extract", pair[1])
    monkeypatch.setattr(Extraction, "_gather", real)
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert "interrupted" in result.err
    assert zhterm("term", "list", "--json").json == before


def test_an_unforeseen_error_is_one_line_and_exit_code_3(zhterm: Zhterm, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Extraction, job: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(Extraction, "run", broken)
    result = zhterm("extract", "a.txt")
    assert (result.code, result.err.count("\n")) == (3, 1)
    assert "ZeroDivisionError" in result.err


def test_usage_errors_are_exit_code_2(zhterm: Zhterm) -> None:
    assert zhterm("extract", "--no-such-option").code == 2
    assert zhterm("no-such-command").code == 2
    assert zhterm("--version").out.startswith("zhterm 0.")
    assert sys.argv[0] == "zhterm"


def test_what_a_web_page_adds_to_an_article_is_not_mined(zhterm: Zhterm, tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text(
        "The Reed Lake Museum opened on Monday.\n\nThe lake in spring. (Xinhua/Luo Chengyu)\n\nViews: 1203\n\n"
        "(Web editor: Shan Yuhe, Fang Ai'e)\n",
        encoding="utf-8",
    )
    found = {concept["en"] for concept in zhterm("extract", "--json", page).json}
    assert "Reed Lake Museum" in found
    assert not found & {"Luo Chengyu", "Shan Yuhe", "Fang Ai'e", "Xinhua", "Views"}


def test_explain_shows_how_a_candidate_gets_its_score_and_files_nothing(
    zhterm: Zhterm, pair: tuple[Path, Path]
) -> None:
    shown = zhterm("extract", "--explain", "clear lake plan", pair[1])
    assert shown.code == 0
    assert "Clear Lake Plan" in shown.out
    assert "of the doubt is left" in shown.out
    assert zhterm("term", "list").out == ""


def test_explain_gives_the_components_as_json_for_both_languages(zhterm: Zhterm, pair: tuple[Path, Path]) -> None:
    [english] = zhterm("extract", "--explain", "Clear Lake Plan", "--json", *pair).json
    assert english["score"] > 0.5
    assert {"name", "value", "constant", "effect", "amount"} == set(english["components"][0])
    [chinese] = zhterm("extract", "--explain", "清湖计划", "--json", *pair).json
    [rendering] = chinese["renderings"]
    assert (rendering["en"], rendering["taken"]) == ("Clear Lake Plan", True)
    assert rendering["words"]
    [sight, repetition] = chinese["components"]
    assert chinese["score"] == pytest.approx(1 - (1 - sight["amount"]) * repetition["amount"], abs=1e-3)


def test_explain_of_a_pair_shows_what_speaks_for_the_rendering(zhterm: Zhterm, pair: tuple[Path, Path]) -> None:
    shown = zhterm("extract", "--explain", "清湖计划", *pair).out
    assert "清湖计划 → Clear Lake Plan" in shown
    assert "taken" in shown
    assert "shared by dictionary and sound" in shown


def test_explain_works_for_a_corpus_and_below_the_limit(zhterm: Zhterm, tmp_path: Path) -> None:
    article = tmp_path / "pay.zh.txt"
    article.write_text("苇湖博物馆推出跨境支付系统，跨境支付系统运作畅顺，客人满意。\n", encoding="utf-8")
    [shown] = zhterm("extract", "--explain", "跨境支付系统", "--json", "--corpus", article).json
    assert shown["document"] == "1 articles"
    assert {part["effect"] for part in shown["components"]} == {"log-odds"}
    proposed = {concept["zh"] for concept in zhterm("extract", "--dry-run", "--json", article).json}
    assert "客人" not in proposed
    assert zhterm("extract", "--explain", "客人", "--json", article).json[0]["score"] < 0.4


def test_explain_tells_when_nothing_takes_the_words_for_a_term(zhterm: Zhterm, pair: tuple[Path, Path]) -> None:
    result = zhterm("extract", "--explain", "opened in", pair[1])
    assert (result.code, result.out) == (1, "")
    assert "no candidate" in result.err


def test_a_corpus_is_ranked_together_and_filed_with_contexts(zhterm: Zhterm, tmp_path: Path) -> None:
    files = []
    for number, verb in enumerate(("推出", "完善", "介绍")):
        files.append(tmp_path / f"{number}.zh.txt")
        files[-1].write_text(f"苇湖博物馆{verb}跨境支付系统，跨境支付系统运作畅顺。\n", encoding="utf-8")
    found = {concept["zh"]: concept for concept in zhterm("extract", "--corpus", "--json", *files).json}
    assert (found["跨境支付系统"]["frequency"], found["跨境支付系统"]["status"]) == (6, "proposed")
    documents = {context["document"] for context in found["跨境支付系统"]["contexts"]}
    assert documents == {path.as_posix() for path in files}


def test_a_corpus_gives_known_terms_their_contexts_and_counts(two_terms: Zhterm, tmp_path: Path) -> None:
    files = []
    for number in range(3):
        files.append(tmp_path / f"{number}.zh.txt")
        files[-1].write_text("八八战略好。八八战略实施，义新欧开行。\n八八战略指引。\n", encoding="utf-8")
    known = {concept["id"]: concept for concept in two_terms("extract", "--corpus", "--json", *files).json}
    assert (known[1]["frequency"], known[2]["frequency"]) == (9, 3)
    # the limit of a single article; different documents first
    assert len(known[1]["contexts"]) == 5
    assert {context["document"] for context in known[1]["contexts"]} == {path.as_posix() for path in files}
    stored = two_terms("lookup", "八八战略", "--json").json[0]["contexts"]
    again = {concept["id"]: concept for concept in two_terms("extract", "--corpus", "--json", *files).json}
    assert again[1]["contexts"] == known[1]["contexts"]
    assert two_terms("lookup", "八八战略", "--json").json[0]["contexts"] == stored


@pytest.fixture
def memory(zhterm: Zhterm, tmp_path: Path) -> Zhterm:
    """The command line on a memory of five units of two documents."""
    for name, rows in (
        (
            "economy",
            [
                ("推动数字经济发展。", "It promotes the development of the digital economy."),
                ("数字经济是城市改革的重点。", "The digital economy is the focus of the city's reform."),
                ("企业看好数字经济。", "Enterprises believe in the digital economy."),
            ],
        ),
        (
            "finance",
            [
                ("发展绿色金融，推动改革。", "It develops green finance and promotes reform."),
                ("绿色金融惠及企业。", "Green finance serves enterprises."),
            ],
        ),
    ):
        file = tmp_path / f"{name}.tsv"
        file.write_text("zh\ten\n" + "".join(f"{zh}\t{en}\n" for zh, en in rows), encoding="utf-8")
        zhterm("tm", "import", file)
    return zhterm


def test_the_memory_gives_terms_with_renderings_counts_and_contexts(memory: Zhterm) -> None:
    result = memory("extract", "--from-memory", "--json")
    assert (result.code, "5 units read" in result.err) == (0, True)
    economy = next(concept for concept in result.json if concept["zh"] == "数字经济")
    assert (economy["en"], economy["frequency"], economy["status"]) == ("digital economy", 3, "proposed")
    assert (economy["zh_origin"], economy["en_origin"]) == ("parallel", "parallel")
    assert economy["contexts"][0]["document"] == "memory"
    assert "digital economy" in economy["contexts"][0]["en"]
    shown = memory("term", "show", str(economy["id"])).out
    assert "in 3 of 3 units of the memory" in " ".join(shown.split())


def test_a_second_run_over_the_memory_proposes_nothing_new_and_keeps_the_contexts(memory: Zhterm) -> None:
    first = {concept["zh"]: concept for concept in memory("extract", "--from-memory", "--json").json}
    second = memory("extract", "--from-memory", "--json")
    assert "0 newly proposed" in second.err
    again = {concept["zh"]: concept for concept in second.json}["数字经济"]
    assert len(again["contexts"]) == len(first["数字经济"]["contexts"])
    assert again["frequency"] == 3


def test_one_document_of_the_memory_can_be_chosen(memory: Zhterm) -> None:
    document = next(iter(memory("tm", "stats", "--json").json[0]["documents"]), "")
    found = memory("extract", "--from-memory", "--document", document, "--dry-run", "--json").json
    assert {context["document"] for concept in found for context in concept["contexts"]} == {f"memory: {document}"}
    result = memory("extract", "--from-memory", "--document", "nowhere")
    assert (result.code, "nowhere" in result.err) == (2, True)


def test_rare_terms_of_the_memory_stay_away(memory: Zhterm) -> None:
    found = memory("extract", "--from-memory", "--least", "3", "--dry-run", "--json").json
    assert {concept["zh"] for concept in found} <= {"数字经济", "企业"}
    assert memory("term", "list", "--json").out == ""


def test_the_memory_explains_a_term_by_either_language(memory: Zhterm) -> None:
    [chinese] = memory("extract", "--from-memory", "--explain", "数字经济", "--json").json
    [english] = memory("extract", "--from-memory", "--explain", "digital economy", "--json").json
    assert chinese["renderings"][0] == english["renderings"][0]
    assert (chinese["renderings"][0]["places"], chinese["renderings"][0]["taken"]) == (3, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--from-memory",),
        ("--from-memory", "article.txt"),
        ("--from-memory", "--corpus"),
        ("--document", "a.tmx"),
        ("--least", "2"),
    ],
)
def test_options_that_do_not_go_together_and_an_empty_memory_are_told(
    zhterm: Zhterm, arguments: tuple[str, ...]
) -> None:
    zhterm("term", "add", "--zh", "义新欧")
    result = zhterm("extract", *arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1


def test_explain_shows_the_components_of_a_candidate_of_a_corpus(zhterm: Zhterm, tmp_path: Path) -> None:
    files = [tmp_path / "a.zh.txt", tmp_path / "b.zh.txt"]
    files[0].write_text("跨境支付系统运作畅顺，跨境支付系统的效率提高。", encoding="utf-8")
    files[1].write_text("企业使用跨境支付系统。", encoding="utf-8")
    [row] = zhterm("extract", "--corpus", "--explain", "跨境支付系统", "--json", *files).json
    total = sum(part["amount"] for part in row["components"])
    assert row["score"] == pytest.approx(1 / (1 + math.exp(-total)), abs=1e-3)
    shown = zhterm("extract", "--corpus", "--explain", "跨境支付系统", *files)
    assert "2 articles" in shown.out
    assert "what its words say" in shown.out
    assert zhterm("term", "list").out == ""
    assert zhterm("extract", "--corpus", "--explain", "畅顺跨境", *files).code == 1


def test_a_corpus_leaves_out_what_is_not_chinese_or_not_there(zhterm: Zhterm, pair: tuple[Path, Path]) -> None:
    result = zhterm("extract", "--corpus", "--dry-run", *pair, "nowhere.txt")
    assert result.code == 2
    assert "English" in result.err
    assert "nowhere.txt" in result.err
    assert "1 of 3 read" in result.err
    assert zhterm("extract", "--corpus", "--dry-run", "--strict", *pair).code != 0


def test_several_processes_read_a_corpus_as_one_does(
    zhterm: Zhterm, pair: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(3)]
    for file in files:
        file.write_text("跨境支付系统运作畅顺。跨境支付系统的效率提高。", encoding="utf-8")
    arguments = ("extract", "--corpus", "--dry-run", "--json", files[0], *pair, "nowhere.txt", *files[1:])
    alone = zhterm(*arguments)
    monkeypatch.setattr("cli.corpus.Corpus._processes", lambda _: 2)
    shared = zhterm(*arguments)
    assert (shared.json, shared.err, shared.code) == (alone.json, alone.err, alone.code)
    assert "nowhere.txt" in shared.err


def test_a_corpus_takes_no_pair_and_needs_articles(zhterm: Zhterm, pair: tuple[Path, Path]) -> None:
    assert zhterm("extract", "--corpus", "--pair", *pair).code != 0
    assert "--corpus" in zhterm("extract", "--corpus").err
