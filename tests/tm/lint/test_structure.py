"""Content models, tables and the validator that goes by them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tm.lint.structure.content import Content, content
from tm.lint.structure.table import table, token, values
from tm.lint.structure.tbx import tbx_table
from tm.lint.structure.tmx import VERSIONS, tmx_table
from tm.lint.structure.validate import Kind, Validator, Violation
from tm.lint.structure.xliff2 import xliff2_table
from tm.lint.structure.xliff12 import xliff12_table

NAMES = "abc"

models = st.recursive(
    st.sampled_from(NAMES),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("?*+")).map(lambda pair: f"({pair[0]}){pair[1]}"),
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]}, {pair[1]})"),
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]} | {pair[1]})"),
    ),
    max_leaves=8,
)


def accepts(model: Content, children: str) -> bool:
    state: int | None = 0
    for child in children:
        state = model.step(state, child)
        if state is None:
            return False
    return model.may_end(state)


@given(models, st.text(alphabet=NAMES, max_size=6))
def test_a_model_accepts_what_the_regular_expression_of_it_accepts(model: str, children: str) -> None:
    pattern = re.sub(r"[\s,]", "", model)
    assert accepts(content(model), children) is bool(re.fullmatch(pattern, children))


def test_an_empty_model_has_no_children() -> None:
    assert accepts(content(""), "") and not accepts(content(""), "a")


def test_what_may_come_next_is_told_in_order_of_names() -> None:
    model = content("source, target?, (note | alt-trans)*")
    state = model.step(0, "source")
    assert state is not None and model.expected(state) == ("alt-trans", "note", "target")


TABLES = [
    *(tmx_table(version) for version in (*VERSIONS, "1.4b")),
    tbx_table(2),
    tbx_table(3),
    xliff12_table(),
    xliff12_table(strict=True),
    xliff2_table(),
]


@pytest.mark.parametrize("found", TABLES, ids=range(len(TABLES)))
def test_every_child_and_every_type_of_a_table_is_in_it(found) -> None:
    for element in found.elements.values():
        assert {name for name in element.content._symbols if name != "ANY"} <= set(found.elements)
        assert {kind for kind in element.attributes.values() if kind} <= set(found.types)
        assert not any("&" in name or "!" in name or ":" in name.removeprefix("xml:") for name in element.attributes)
    assert found.root in found.elements


def violations(found, *events: tuple) -> list[Violation]:
    said: list[Violation] = []
    validator = Validator(found, said.append)
    for line, event in enumerate(events, start=1):
        if not event:
            validator.end(line)
        elif isinstance(event, str):
            validator.text(event, line)
        else:
            validator.start(event[0], event[1] if len(event) > 1 else {}, line)
    return said


SMALL = table(
    "a",
    "a: ANY*, b? @ *\nb: #text @ k:yes *xml\nc: #open @ **",
    {"yes": values("yes no"), "xml:lang": values("zh en")},
    foreign="searched",
)


def test_what_stands_in_a_foreign_element_is_looked_at_where_it_is_ours_again() -> None:
    said = violations(SMALL, ("a",), ("{urn:x}y", {"anything": ""}), ("b", {"k": "maybe"}), (), (), ())
    assert [(one.kind, one.line) for one in said] == [(Kind.VALUE, 3)]


def test_what_stands_in_an_element_that_is_not_known_is_passed_over() -> None:
    said = violations(SMALL, ("a",), ("d",), ("b", {"k": "maybe"}), (), (), ())
    assert [(one.kind, one.name, one.expected) for one in said] == [(Kind.UNKNOWN, "d", "<b>")]


def test_an_element_without_namespace_is_not_one_of_another_namespace() -> None:
    assert [one.kind for one in violations(SMALL, ("a",), ("{}y",), (), ())] == [Kind.UNKNOWN]


def test_an_attribute_of_another_namespace_may_stand_where_the_element_allows_it() -> None:
    assert violations(SMALL, ("a", {"{urn:x}k": "", "xml:id": ""}), ()) == []
    said = violations(SMALL, ("a",), ("b", {"{urn:x}k": "", "xml:lang": "zh"}), (), ())
    assert [(one.kind, one.name) for one in said] == [(Kind.ATTRIBUTE, "{urn:x}k")]


def test_an_instance_of_a_schema_may_say_where_its_schema_is() -> None:
    location = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
    assert violations(xliff12_table(), ("xliff", {"version": "1.2", location: "x"}), ("file",))[1:] != []
    said = violations(SMALL, ("a",), ("b", {location: "x"}), (), ())
    assert said == []


def test_a_long_text_in_the_wrong_place_is_told_by_its_beginning() -> None:
    (said,) = violations(SMALL, ("a",), "义" * 100, ())
    assert said.kind is Kind.TEXT and said.value == "义" * 40


def test_many_combinations_of_attributes_are_checked_without_being_remembered() -> None:
    validator = Validator(SMALL, lambda _: None)
    validator.start("a", {}, 1)
    for number in range(1100):
        validator.start("{urn:x}y", {}, 1)
        validator.start("c", {f"k{number}": ""}, 1)
        validator.end(1)
        validator.end(1)
    assert len(validator._sound) == 1000


def test_tokens_may_have_spaces_around_and_values_may_not() -> None:
    assert token("yes").fullmatch(" yes ") and not values("yes").fullmatch(" yes ")
