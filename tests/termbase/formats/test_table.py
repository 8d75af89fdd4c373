"""Glossary tables: what is understood, what is refused, and that nothing is lost between writing and reading."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.errors import FormatError, InputError, ZhtermError
from termbase.formats.table import describe, read, write, write_tsv
from termbase.model import (
    Concept,
    ConceptType,
    Item,
    Kind,
    Language,
    Origin,
    Source,
    Status,
    Term,
    Tier,
    Usage,
)


@pytest.fixture
def table(tmp_path: Path):
    """Writes a table and gives its path."""

    def written(text: str, encoding: str = "utf-8") -> Path:
        path = tmp_path / "terms.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return written


def texts(concept: Concept) -> list[tuple[str, str]]:
    return [(term.text, term.usage.value) for term in concept.terms]


# --- what is understood


def test_two_columns_are_enough(table) -> None:
    [concept] = read(table("zh,en\n双循环,dual circulation\n"))
    assert concept.type is ConceptType.OTHER
    assert concept.status is Status.APPROVED
    assert texts(concept) == [("双循环", "preferred"), ("dual circulation", "preferred")]
    assert all(term.origin is Origin.IMPORT for term in concept.terms)


def test_rows_with_the_same_chinese_are_one_concept_wherever_they_stand(table) -> None:
    first, second = read(table("zh,en\n“八八战略”,Double-Eight Strategy\n义乌,Yiwu\n八八战略,Eight-Eight Strategy\n"))
    assert texts(first) == [
        ("“八八战略”", "preferred"),
        ("八八战略", "admitted"),
        ("Double-Eight Strategy", "preferred"),
        ("Eight-Eight Strategy", "admitted"),
    ]
    assert texts(second)[0] == ("义乌", "preferred")


def test_rows_that_follow_each_other_with_the_same_english_are_variants(table) -> None:
    [concept] = read(table("zh,en,type\n长江三角洲,Yangtze River Delta,place\n长三角,Yangtze River Delta,place\n"))
    assert [(term.text, term.kind.value) for term in concept.terms] == [
        ("长江三角洲", "full form"),
        ("长三角", "variant"),
        ("Yangtze River Delta", "full form"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "市场主体,market entity,other\n义乌,Yiwu,place\n经营主体,market entity,other",
        "东方,Orient,company\n东方,Orient,place",
        "体系,system,other\n制度,System,other",
    ],
    ids=["apart", "another type", "another spelling"],
)
def test_rows_are_not_joined_without_reason(table, rows: str) -> None:
    assert len(list(read(table(f"zh,en,type\n{rows}\n")))) == rows.count("\n") + 1


def test_the_concept_column_joins_and_divides(table) -> None:
    rows = "concept,zh,en\na,山,hill\nb,山,hill\na,岗,hillock\n"
    assert [texts(concept)[0][0] for concept in read(table(rows))] == ["山", "山"]
    assert [len(concept.terms) for concept in read(table(rows))] == [4, 2]


def test_a_row_without_a_concept_value_is_not_joined_with_the_concept_above(table) -> None:
    assert len(list(read(table("concept,zh,en\na,山,hill\n,岗,hill\n")))) == 2


def test_an_open_concept_has_one_side(table) -> None:
    people, slogan = read(table("zh,en,usage\n,Ruan Fude,\n千万工程,,\n"))
    assert texts(people) == [("Ruan Fude", "preferred")]
    assert texts(slogan) == [("千万工程", "preferred")]


def test_a_row_without_english_says_what_its_chinese_is(table) -> None:
    [concept] = read(
        table(
            "zh,en,usage,kind\n义乌,Yiwu,,\n义鸟,,forbidden,variant\n".replace("zh,en", "concept,zh,en").replace(
                "\n义", "\nc,义"
            )
        )
    )
    assert texts(concept) == [("义乌", "preferred"), ("义鸟", "forbidden"), ("Yiwu", "preferred")]


def test_items_source_and_definitions_are_taken_apart(table) -> None:
    [concept] = read(
        table(
            "zh,en,items,source,url,date,tier,definition\n"
            '“四千”精神,Four-Thousand Spirit,"走遍千山 = cross a thousand hills\n\n说尽千言＝ say it all\n吃尽千辛",'
            'Xinhua: A: B,https://example.com,2021,agency,"a spirit\n一种精神"\n'
        )
    )
    assert concept.items == (
        Item("走遍千山", "cross a thousand hills"),
        Item("说尽千言", "say it all"),
        Item("吃尽千辛"),
    )
    assert concept.terms[1].source == Source("Xinhua", "A: B", "https://example.com", "2021", Tier.AGENCY)
    assert (concept.definition_en, concept.definition_zh) == ("a spirit", "一种精神")


def test_traditional_forms_are_recognised(table) -> None:
    [concept] = read(table("zh,en\n長江三角洲一體化,integration\n"))
    assert concept.terms[0].language is Language.ZH_HANT


def test_the_state_of_a_concept_is_the_best_of_its_rows(table) -> None:
    [concept] = read(table("zh,en,status\n双循环,dual circulation,Approved\n双循环,dual cycle,proposed\n"))
    assert concept.status is Status.APPROVED
    assert [term.status.value for term in concept.terms] == ["approved", "approved", "proposed"]


@pytest.mark.parametrize(
    ("cell", "usage"), [("yes", "forbidden"), ("是", "forbidden"), ("No", "preferred"), ("", "preferred")]
)
def test_a_forbidden_column_is_understood(table, cell: str, usage: str) -> None:
    [concept] = read(table(f"Forbidden,Chinese,English\n{cell},一带一路,One Belt\n"))
    assert texts(concept)[1] == ("One Belt", usage)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_encoding_and_delimiter_are_found_by_content(table, encoding: str, delimiter: str) -> None:
    rows = [
        "中文,英文,备注",
        "长江三角洲,Yangtze River Delta,国家战略",
        "义乌国际商贸城,Yiwu International Trade Market,市场",
    ]
    [first, second] = read(table("\r\n".join(rows).replace(",", delimiter), encoding))
    assert (first.note, texts(second)[1][0]) == ("国家战略", "Yiwu International Trade Market")


def test_traditional_text_in_big5_is_read(table) -> None:
    [concept] = read(table("中文,英文,備註\n長江三角洲,Yangtze River Delta,國家戰略\n", "big5"))
    assert (concept.terms[0].text, concept.terms[0].language, concept.note) == ("長江三角洲", "zh-Hant", "國家戰略")


def test_cells_that_a_short_row_has_not_are_empty_and_told(table) -> None:
    path = table("zh,en,note\n义乌,Yiwu\n杭州,Hangzhou,city\n" + "宁波\n" * 7)
    assert [concept.note for concept in read(path)] == ["", "city", ""]
    assert list(describe(path))[1] == (
        "8 rows are shorter than the row of headings, and their last cells taken for empty: line 2, 4, 5, 6, 7 …"
    )


def test_empty_cells_beyond_the_headings_are_nothing(table) -> None:
    path = table("zh,en\n义乌,Yiwu,, \n")
    assert texts(next(read(path)))[1] == ("Yiwu", "preferred")
    assert len(list(describe(path))) == 1


def test_line_ends_of_every_system_are_read(table) -> None:
    for end in ("\n", "\r\n", "\r"):
        assert len(list(read(table(end.join(["zh,en", "义乌,Yiwu", "杭州,Hangzhou"]))))) == 2


def test_cells_that_look_like_formulas_are_left_alone(table) -> None:
    [concept] = read(table("zh,en\n+1战略,=Plus One\n"))
    assert texts(concept)[1][0] == "=Plus One"
    assert "\nn1,+1战略,=Plus One," in "".join(write([concept]))


# --- headings


def test_describe_tells_what_is_matched_and_what_is_ignored(table) -> None:
    path = table("Notes,English,Grammar,Chinese (PRC),English,\nx,Yiwu,n,义乌,y,\n")
    assert list(describe(path)) == [
        "1 rows; columns: note (Notes), en (English), zh (Chinese (PRC)); ignored: Grammar, English, (no name)"
    ]


@pytest.mark.parametrize("row", ["义乌,Yiwu", "Yiwu,义乌"])
def test_term_and_translation_find_their_languages_in_the_cells(table, row: str) -> None:
    [concept] = read(table(f"Term,Translation\n{row}\n"))
    assert texts(concept) == [("义乌", "preferred"), ("Yiwu", "preferred")]


def test_traditional_forms_beside_simplified_ones_are_forms_of_the_concept(table) -> None:
    rows = "zh-TW,zh-CN,en,Notes,Notes\n義烏,义乌,Yiwu,city,a market\n人民,人民,people,,\n資訊,,information,,\n"
    first, second, third = read(table(rows))
    assert [(term.language.value, term.text, term.usage.value) for term in first.terms] == [
        ("zh-Hans", "义乌", "preferred"),
        ("zh-Hant", "義烏", "preferred"),
        ("en", "Yiwu", "preferred"),
    ]
    assert first.note == "city\na market"
    assert texts(second) == [("人民", "preferred"), ("people", "preferred")]
    assert texts(third) == [("資訊", "preferred"), ("information", "preferred")]
    assert list(read(table("".join(write([first]))))) == [first]


# --- what is refused


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", None, "the table is empty"),
        ("en,note\nYiwu,x\n", 1, "no column zh; found: en, note"),
        ("\nfoo,bar\n1,2\n", 2, "no column zh and no column en; found: foo, bar"),
        ('zh,en\n"义\n乌",Yiwu\n杭州,Hangzhou, China\n', 4, "the row is too long: 3 cells under 2 headings"),
        ("zh,en,note\n义乌,Yiwu,a\n , ,b\n", 3, "the row has neither Chinese nor English"),
        ("zh,en,type\n义乌,Yiwu,town\n", 2, "there is no type 'town'; use person, place,"),
        ("zh,en,usage\n义乌,Yiwu,best\n", 2, "use preferred, admitted, superseded, forbidden"),
        ("zh,en,status\n义乌,Yiwu,done\n", 2, "use proposed, approved, rejected"),
        ("zh,en,tier\n义乌,Yiwu,high\n", 2, "use official, agency, company, reference,"),
        ("zh,en,kind\n义乌,Yiwu,long\n", 2, "use full form, abbreviation, acronym, variant"),
        ("zh,en,forbidden\n义乌,Yiwu,maybe\n", 2, "write yes, no or nothing"),
        ("zh,en\n义乌,Yi\x07wu\n", 2, "a control character U+0007 in the column en"),
        ('zh,en\n义乌,Yiwu\n杭州,"Hangzhou\n宁波,Ningbo\n', 3, "the row that begins here cannot be read"),
        ('zh,en\n义乌,"Yi"wu\n', 2, "the row that begins here cannot be read"),
        ('"zh,en\n', 1, "the row that begins here cannot be read"),
        (
            "concept,zh,en,type\na,义乌,Yiwu,place\na,义乌,Yiwu,company\n",
            3,
            "of the type company here and place in line 2",
        ),
    ],
)
def test_a_broken_table_is_refused_with_its_line(table, text: str, line: int | None, says: str) -> None:
    path = table(text)
    with pytest.raises(FormatError) as raised:
        read(path)
    assert raised.value.line == line
    assert str(raised.value).startswith(f"{path}:{line}: " if line else f"{path}: ")
    assert says in str(raised.value)


def test_nothing_is_handed_out_before_the_last_row_is_understood(table) -> None:
    good = "".join(f"词{number},word {number},place\n" for number in range(50))
    with pytest.raises(FormatError):
        read(table(f"zh,en,type\n{good}坏,bad,no such type\n"))


def test_a_term_base_of_memoq_is_not_taken_for_a_plain_table(tmp_path: Path) -> None:
    path = tmp_path / "memoq.csv"
    path.write_text(
        "Entry_ID,Chinese_PRC,Term_Info,English_United_States,Term_Info\n1,义乌,,Yiwu,\n", encoding="utf-8"
    )
    with pytest.raises(FormatError, match="--format memoq"):
        list(read(path))


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no such file|is a folder"):
        read(tmp_path / "none.csv")


# --- properties

# Everything that has a meaning in such files, no control characters, no space at the ends
one_line = st.text("甲乙“”、，。；;:: =+-@\"',<&>é臺ü3A…\u00a0\u2028\u200f😀\U00020000", max_size=20).map(str.strip)
zh_texts = st.text("甲乙丙丁“”、，市省-A3 ", min_size=1, max_size=6).map(str.strip).filter(bool)
en_texts = st.text("abc XYZ,;\"'=+-@éü’“3", min_size=1, max_size=12).map(str.strip).filter(bool)
several_lines = st.lists(one_line.filter(bool), max_size=3).map("\n".join)
sources = st.builds(
    Source,
    issuer=one_line.filter(lambda text: ": " not in text and not text.startswith(":") and not text.endswith(":")),
    title=one_line,
    url=one_line,
    date=st.sampled_from(["", "2021", "2021-06-30"]),
    tier=st.sampled_from(Tier),
)
states = st.sampled_from([Status.APPROVED, Status.PROPOSED, Status.REJECTED])


def terms_of(language: Language, texts: st.SearchStrategy[str]) -> st.SearchStrategy[list[Term]]:
    term = st.builds(
        Term,
        st.just(language),
        texts,
        usage=st.sampled_from(Usage),
        kind=st.sampled_from(Kind),
        status=states,
        pinyin=one_line if language.is_chinese else st.just(""),
        origin=st.just(Origin.IMPORT),
        source=st.none() | sources,
    )
    return st.lists(term, max_size=4, unique_by=lambda one: one.text)


@st.composite
def concepts(draw: st.DrawFn) -> Concept:
    """Concepts as the format carries them: Chinese before English, the best state of the terms for the concept."""
    terms = draw(terms_of(Language.ZH_HANS, zh_texts)) + draw(terms_of(Language.EN, en_texts))
    if not terms:
        terms = [Term(Language.EN, "x", origin=Origin.IMPORT)]
    best = min((term.status for term in terms), key=[Status.APPROVED, Status.PROPOSED, Status.REJECTED].index)
    items = st.builds(
        Item, st.sampled_from(["吃尽千辛", "千山", "A+B"]), st.sampled_from(["", "x = y", "hills, “all”"])
    )
    return Concept(
        draw(st.sampled_from(ConceptType)),
        tuple(terms),
        status=best,
        subject=draw(one_line),
        definition_zh=draw(st.sampled_from(["", "一种战略。", "第一行\nsecond line", "甲" * 10_000])),
        definition_en=draw(st.sampled_from(["", "a “strategy”, old", "two\nlines"])),
        note=draw(several_lines),
        items=tuple(draw(st.lists(items, max_size=3, unique=True))),
    )


@given(st.lists(concepts(), max_size=4), st.sampled_from([write, write_tsv]))
def test_what_is_written_is_read_back_the_same(sample: list[Concept], writer) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "terms.csv"
        path.write_bytes("".join(writer(sample)).encode("utf-8"))
        assert list(read(path)) == sample


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"zh,en\n{text}".encode("utf-8", "replace")))
def test_any_bytes_give_concepts_or_an_error_with_advice(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "terms.csv"
        path.write_bytes(data)
        try:
            found = list(read(path))
        except ZhtermError as error:
            assert error.path == path
            assert error.remedy
        else:
            assert all(concept.terms for concept in found)
