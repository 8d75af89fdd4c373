"""OmegaT glossaries: what that program makes of each line."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.errors import InputError, ZhtermError
from termbase.formats.omegat import write, write_from_english
from termbase.formats.omegat_reading import describe, read
from termbase.model import Concept, ConceptType, Kind, Language, Origin, Status, Term, Usage
from tests.termbase.formats.samples import en_texts, one_line


@pytest.fixture
def file(tmp_path: Path):
    def made(text: str, name: str = "glossary.txt", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return made


def concept(*terms: Term, note: str = "") -> Concept:
    return Concept(ConceptType.OTHER, terms, note=note)


def zh(text: str, usage: Usage = Usage.PREFERRED) -> Term:
    return Term(Language.ZH_HANS, text, usage)


def en(text: str, usage: Usage = Usage.PREFERRED, status: Status = Status.APPROVED) -> Term:
    return Term(Language.EN, text, usage, status=status)


def rows(lines: list[str]) -> list[list[str]]:
    return [line.removesuffix("\n").split("\t") for line in lines[1:]]


def test_the_first_line_names_the_encoding_and_there_is_no_heading_row() -> None:
    assert list(write([])) == ["# Glossary in tab-separated format -*- coding: utf-8 -*-\n"]


def test_the_preferred_target_comes_first_and_forbidden_ones_only_in_the_comment() -> None:
    terms = (zh("倡议"), en("drive", Usage.FORBIDDEN), en("scheme", Usage.ADMITTED), en("initiative"))
    assert rows(list(write([concept(*terms)]))) == [
        ["倡议", "initiative", "[do not use: drive]"],
        ["倡议", "scheme", "admitted"],
    ]


def test_targets_of_one_source_stand_together_though_concepts_differ() -> None:
    concepts = [
        concept(zh("区"), en("area", Usage.ADMITTED)),
        concept(zh("市"), en("city")),
        concept(zh("区"), en("district")),
    ]
    assert [row[:2] for row in rows(list(write(concepts)))] == [["区", "district"], ["区", "area"], ["市", "city"]]


def test_a_pair_that_two_concepts_have_comes_once() -> None:
    assert len(list(write([concept(zh("区"), en("area"))] * 2))) == 2


def test_rejected_terms_and_open_concepts_give_no_line() -> None:
    assert (
        rows(
            list(write([concept(zh("区"), en("zone", status=Status.REJECTED)), concept(zh("市")), concept(en("x"))]))
        )
        == []
    )


def test_from_english_the_chinese_is_the_target() -> None:
    terms = (zh("倡议"), zh("提议", Usage.FORBIDDEN), en("initiative"), en("drive", Usage.SUPERSEDED))
    assert rows(list(write_from_english([concept(*terms)]))) == [
        ["initiative", "倡议", "[do not use: 提议]"],
        ["drive", "倡议", "[do not use: 提议]"],
    ]


def test_a_source_that_begins_with_a_number_sign_is_no_comment() -> None:
    [row] = rows(list(write_from_english([concept(zh("一号"), en("#1"))])))
    assert row == [" #1", "一号"]


@given(st.text(), st.text(), st.text())
def test_every_entry_is_one_line_of_at_most_three_cells(source: str, target: str, note: str) -> None:
    [_, line] = write([concept(zh(source), en(target), note=note)])
    assert len(line.splitlines()) == 1
    assert line.count("\t") <= 2


# --- read


def forms(found: Concept) -> list[tuple[str, str]]:
    return [(term.text, term.usage.value) for term in found.terms]


@pytest.mark.parametrize(
    "lines",
    ["义乌\tYiwu\n义乌\tYiwu City\n杭州\tHangzhou\n", "Yiwu\t义乌\nYiwu City\t义乌\nHangzhou\t杭州\n"],
    ids=["from Chinese", "from English"],
)
def test_the_direction_is_told_by_the_characters(file, lines: str) -> None:
    path = file(f"# a comment\n\n{lines}")
    first, second = read(path)
    assert forms(first) == [("义乌", "preferred"), ("Yiwu", "preferred"), ("Yiwu City", "admitted")]
    assert forms(second)[0] == ("杭州", "preferred")
    way = "Chinese to English" if lines.startswith("义") else "English to Chinese"
    assert list(describe(path)) == [f"3 pairs, {way} by their characters; columns: source, target, comment"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end_is_read(file, encoding: str, end: str) -> None:
    lines = ["# Glossary", "义乌国际商贸城\tYiwu International Trade Market\t市场", "长江三角洲\tYangtze River Delta"]
    first, _ = read(file(end.join(lines), encoding=encoding))
    assert (first.terms[0].text, first.note) == ("义乌国际商贸城", "市场")


def test_a_csv_has_commas_and_quotation_marks(file) -> None:
    first, second = read(file('义乌,Yiwu,"a city, a market"\n# 杭州,Hangzhou\n宁波,Ningbo\n', "glossary.csv"))
    assert first.note == "a city, a market"
    assert forms(second)[1] == ("Ningbo", "preferred")


def test_a_comment_of_a_person_stays_a_note(file) -> None:
    [found] = read(file("龙\tdragon\tlong; do not use: in headlines; outdated: no\tmore\n"))
    assert found.note == "long; do not use: in headlines; outdated: no"
    assert found.terms[0].pinyin == ""
    assert len(found.terms) == 2


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "the glossary has no pair of terms; write source, tab, target"),
        ("# only this\n", "the glossary has no pair of terms"),
        ("义乌\tYiwu\n杭州 Hangzhou\n", "glossary.txt:2: the line has no pair of terms; write source, tab, target"),
        ("义乌\t\tcity\n", "glossary.txt:1: the line has no pair of terms"),
        (
            "#\nport\tHafen\n",
            "glossary.txt:2: neither side is Chinese by the characters, beginning with port – Hafen",
        ),
        ("Port\tポート\n", "neither side is Chinese by the characters, beginning with Port – ポート"),
        ("介绍\t紹介\n", "both sides are Chinese by the characters, beginning with 介绍 – 紹介; give a glossary of"),
    ],
)
def test_what_is_no_glossary_of_chinese_and_english_is_refused_in_one_line(file, text: str, says: str) -> None:
    with pytest.raises(InputError) as raised:
        list(read(file(text)))
    assert says in str(raised.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file|is a folder"):
        list(read(tmp_path / "none.txt"))


CHINESE = st.sampled_from(
    [("义乌", "Yìwū"), ("“两山”论", "“Liǎng Shān” lùn"), ("WTO规则", "WTO guīzé"), ("𠮷野", "")]
)


@given(
    st.lists(CHINESE, min_size=1, max_size=3, unique=True),
    st.lists(en_texts, min_size=1, max_size=3, unique=True),
    st.lists(st.sampled_from(["I-wu", "One Belt, One Road", "2 = 3"]), max_size=2, unique=True),
    one_line.filter(lambda text: text != "admitted" and "\u2028" not in text),
)
def test_what_a_glossary_carries_comes_back(chinese, english: list[str], forbidden: list[str], note: str) -> None:
    terms = [
        Term(Language.ZH_HANS, text, *(SECOND if place else ()), pinyin=pinyin, origin=Origin.IMPORT)
        for place, (text, pinyin) in enumerate(chinese)
    ]
    terms += [Term(Language.EN, english[0], origin=Origin.IMPORT)]
    terms += [Term(Language.EN, text, Usage.FORBIDDEN, origin=Origin.IMPORT) for text in forbidden]
    terms += [Term(Language.EN, text, Usage.ADMITTED, origin=Origin.IMPORT) for text in english[1:]]
    given_one = Concept(ConceptType.OTHER, tuple(terms), note=note)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "glossary.utf8"
        path.write_text("".join(write([given_one])), encoding="utf-8", newline="")
        assert list(read(path)) == [given_one]


SECOND = (Usage.ADMITTED, Kind.VARIANT)


@given(st.text('义Y#[]; \t\n",' + "：é", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "g.txt"
        path.write_text(text, encoding="utf-8", newline="")
        try:
            assert all(found.terms for found in read(path))
        except ZhtermError as error:
            assert "\n" not in str(error)
