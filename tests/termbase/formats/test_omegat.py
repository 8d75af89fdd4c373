"""OmegaT glossaries: what that program makes of each line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from termbase.formats.omegat import write, write_from_english
from termbase.model import Concept, ConceptType, Language, Status, Term, Usage


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
        ["倡议", "initiative", "do not use: drive"],
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
        ["initiative", "倡议", "do not use: 提议"],
        ["drive", "倡议", "do not use: 提议"],
    ]


def test_a_source_that_begins_with_a_number_sign_is_no_comment() -> None:
    [row] = rows(list(write_from_english([concept(zh("一号"), en("#1"))])))
    assert row == [" #1", "一号"]


@given(st.text(), st.text(), st.text())
def test_every_entry_is_one_line_of_at_most_three_cells(source: str, target: str, note: str) -> None:
    [_, line] = write([concept(zh(source), en(target), note=note)])
    assert len(line.splitlines()) == 1
    assert line.count("\t") <= 2
