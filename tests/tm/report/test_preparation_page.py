"""The sheet of a text: pieces of the page and the workbook, whatever stands in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from termbase.extract.candidate import Occurrence
from termbase.extract.preparation import Preparation, Sighted
from termbase.formats.spreadsheet import read_rows
from termbase.model import Concept, ConceptType, Language, Origin, Status, Term, Usage
from tm.memory.analysis import BANDS, Count
from tm.report.analysis_page import analysis_page
from tm.report.preparation_facts import entries
from tm.report.preparation_page import preparation_page
from tm.report.preparation_sheet import preparation_sheet

BELT = Concept(
    ConceptType.STRATEGY,
    (
        Term(Language.ZH_HANS, "一带一路", pinyin="Yī Dài Yī Lù"),
        Term(Language.ZH_HANS, "“一带一路”倡议", Usage.ADMITTED, pinyin="“Yī Dài Yī Lù” Chàngyì"),
        Term(Language.EN, "Belt and Road Initiative"),
        Term(Language.EN, "One Belt, One Road", Usage.SUPERSEDED),
        Term(Language.EN, "Belt and Road Strategy", Usage.FORBIDDEN),
        Term(Language.EN, "BRI", Usage.ADMITTED, status=Status.PROPOSED),
        Term(Language.EN, "OBOR", Usage.ADMITTED, status=Status.REJECTED),
    ),
    1,
)
PLAN = Concept(
    ConceptType.OTHER,
    (
        Term(Language.ZH_HANS, "港口", status=Status.PROPOSED),
        Term(Language.EN, "port", status=Status.PROPOSED, origin=Origin.LEXICON, reason="CC-CEDICT"),
    ),
    status=Status.PROPOSED,
    score=0.5,
    reason="often",
)
TEXT = "“一带一路”倡议到了港口。"


def preparation(known: Concept = BELT, form: str = "“一带一路”倡议", text: str = TEXT) -> Preparation:
    return Preparation(
        "a.txt",
        Language.ZH_HANS,
        (text,),
        (Sighted(known, (Occurrence(0, 0, 8),), (form,)),),
        (Sighted(PLAN, (Occurrence(0, 10, 12),), ("港口",)),),
    )


def test_the_pinyin_is_that_of_the_form_in_the_text() -> None:
    (entry,) = entries(preparation(), preparation().known)
    assert entry.pinyin == "“Yī Dài Yī Lù” Chàngyì"
    assert (entry.preferred.text, [term.text for term in entry.also]) == ("Belt and Road Initiative", ["BRI"])
    assert [term.text for term in (*entry.outdated, *entry.never)] == ["One Belt, One Road", "Belt and Road Strategy"]


def test_a_guess_says_where_it_comes_from() -> None:
    (entry,) = entries(preparation(), preparation().unknown)
    assert (entry.preferred.text, entry.evidence) == ("port", "lexicon: CC-CEDICT")


def test_the_page_shows_what_to_write_and_what_not() -> None:
    document = html.document_fromstring("".join(preparation_page(preparation())))
    known, unknown = document.findall(".//tbody/tr")
    assert known.xpath('.//*[@class="never"]/text()') == ["Belt and Road Strategy"]
    assert known.xpath('.//*[@class="old"]/text()') == ["One Belt, One Road"]
    assert known.xpath(".//mark/text()") == ["“一带一路”倡议"]
    assert unknown.xpath('.//td[@class="number"]/span/text()') == ["0.50"]
    assert {one.get("scope") for one in document.iter("th")} == {"col", "row"}


def test_a_text_without_terms_has_a_page_too() -> None:
    text = "".join(preparation_page(Preparation("a.txt", Language.EN, ("Good.",), (), ())))
    assert "None of its terms is in the termbase." in text


def test_the_workbook_guards_what_looks_like_a_formula(tmp_path) -> None:
    evil = Concept(ConceptType.OTHER, (Term(Language.ZH_HANS, "=1+1"), Term(Language.EN, "@x")), 1, note="n" * 40_000)
    path = tmp_path / "s.xlsx"
    path.write_bytes(preparation_sheet(preparation(evil, "=1+1")))
    rows = [row.cells for row in read_rows(path)]
    assert rows[1][:3] == ("'=1+1", "", "'@x")
    assert len(rows[1][-1]) == 32_000


@given(
    st.text(st.characters(exclude_categories=("Cs",)), min_size=8) | st.just("</script><img src=x onerror=x>\"'>]]>")
)
def test_no_text_becomes_markup(text: str) -> None:
    terms = (
        Term(Language.ZH_HANS, text, pinyin=text),
        Term(Language.EN, text),
        Term(Language.EN, text, Usage.FORBIDDEN),
    )
    sample = Concept(ConceptType.OTHER, terms, 1, note=text, definition_en=text)
    shown = "".join(preparation_page(preparation(sample, text, text)))
    plain = "".join(preparation_page(preparation()))
    assert shown.count("<script") == plain.count("<script") == 1
    assert "<img" not in shown
    analysed = "".join(analysis_page([(text, dict.fromkeys(BANDS, Count(1, 2, 3)))]))
    assert analysed.count("<script") == 1
    assert "<img" not in analysed


def test_an_analysis_of_nothing_is_a_page() -> None:
    text = "".join(analysis_page([("a.txt", dict.fromkeys(BANDS, Count()))]))
    assert "nothing to translate" in text
