"""Terms over time and competing renderings, as values and on their page."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from termbase.chronicle import Chronicle, unsettled
from termbase.model import Concept, ConceptType, Language, Status, Term, Usage
from termbase.periods import Step, fitting, period_of, periods_between
from termbase.renderings_used import NONE
from tm.report import corpus_page as module
from tm.report.contests import contests
from tm.report.corpus_page import Corpus, corpus_page

EVIL = """</script><img src=x onerror=x>'">]]><!--&amp;\u202e"""
PERIODS = ("2024-04", "2024-05")


def concept(number: int = 1, *forms: str, **changes: object) -> Concept:
    terms = [Term(Language.ZH_HANS, "八八战略", pinyin="Bābā Zhànlüè")]
    terms += [
        Term(Language.EN, form, Usage.ADMITTED if place else Usage.PREFERRED) for place, form in enumerate(forms)
    ]
    return Concept(ConceptType.STRATEGY, tuple(terms), number, **changes)  # type: ignore[arg-type]


def contest(**counts: Counter[str]):
    forms = [form for form in counts if form != "none"]
    seen = {NONE if form == "none" else form: days for form, days in counts.items()}
    return contests({1: seen}, [concept(1, *forms)], PERIODS, Step.MONTH)


def test_columns_stand_on_one_another_and_the_highest_is_full() -> None:
    (found,) = contest(one=Counter({"2024-04-02": 3, "2024-05-02": 1}), two=Counter({"2024-04-09": 1}))
    assert found.most == 4
    assert found.columns == [[(0, 0.25, 0.75, "one: 3"), (1, 0.0, 0.25, "two: 1")], [(0, 0.75, 0.25, "one: 1")]]
    assert [(one.text, one.total, one.share) for one in found.renderings] == [("one", 4, 0.8), ("two", 1, 0.2)]


def test_sentences_with_none_of_the_forms_come_last_and_make_no_contest_alone() -> None:
    assert contest(one=Counter({"2024-04-02": 3}), none=Counter({"2024-04-02": 9})) == []
    (found,) = contest(one=Counter({"": 3}), two=Counter({"": 1}), none=Counter({"": 9}))
    assert [one.text for one in found.renderings] == ["one", "two", ""]
    assert (found.most, found.undated) == (0, 13)
    assert found.said == "one 3, two 1, none of these 9"


def test_a_forbidden_form_alone_is_shown() -> None:
    terms = (Term(Language.EN, "good"), Term(Language.EN, "bad", Usage.FORBIDDEN))
    sample = Concept(ConceptType.OTHER, terms, 1)
    (found,) = contests({1: {"bad": Counter({"2024-04-02": 1})}}, [sample], PERIODS, Step.MONTH)
    assert found.renderings[0].usage == "forbidden"


def test_many_forms_share_the_last_colour() -> None:
    (found,) = contest(**{f"form {number}": Counter({"2024-04-02": 9 - number}) for number in range(8)})
    assert [one.colour for one in found.renderings] == [0, 1, 2, 3, 4, 5, 5, 5]


def test_the_most_contested_comes_first() -> None:
    def counts(*numbers: int) -> dict[str, Counter[str]]:
        return {form: Counter({"2024-04-02": number}) for form, number in zip("ab", numbers, strict=True)}

    some = [concept(number, "a", "b") for number in (1, 2, 3)]
    found = contests({1: counts(90, 1), 2: counts(9, 5), 3: counts(50, 5)}, some, PERIODS, Step.MONTH)
    assert [one.concept.id for one in found] == [3, 2, 1]


def chronicle(*seen: tuple[Concept, dict[str, int]]) -> Chronicle:
    found = Chronicle()
    for one, days in seen:
        found.concepts[one.id or 0] = one
        found.counts[one.id or 0] = Counter(days)
        found.texts[one.id or 0] = len(days)
        found.documents.update(days.keys())
    return found


def test_what_is_decided_on_is_not_unsettled() -> None:
    proposed = concept(2, "Plan", status=Status.PROPOSED)
    found = chronicle((concept(1, "a"), {"2024-05-16": 9}), (proposed, {"2023-01-31": 1, "2024-05-16": 4}))
    assert [(one.concept.id, one.recent, one.earlier) for one in unsettled(found, days=30)] == [(2, 4, 1)]
    assert unsettled(Chronicle(), days=30) == []


def corpus(one: Chronicle, step: Step = Step.MONTH) -> Corpus:
    days = one.documents
    periods = list(periods_between(min(days), max(days), step)) if days else []
    return Corpus(one, step, periods, unsettled(one, days=90), 90, [])


def test_rows_of_the_page_have_their_counts_by_period() -> None:
    found = chronicle((concept(1, "a"), {"2024-03-16": 2, "2024-05-16": 1, "2024-05-17": 1}))
    document = html.document_fromstring("".join(corpus_page(corpus(found))))
    data = json.loads(document.get_element_by_id("data").text)
    assert data["periods"] == ["2024-03", "2024-04", "2024-05"]
    assert data["terms"] == [
        ["八八战略", "Bābā Zhànlüè", "bbzl", "a", 10, 0, 4, 3, "2024-03-16", "2024-05-17", 0, [0, 2, 2, 2]]
    ]
    assert "3 dated texts, 2024-03-16 to 2024-05-17" in document.text_content()


def test_what_does_not_fit_on_the_page_is_told(monkeypatch) -> None:
    monkeypatch.setattr(module, "_MOST_UNSETTLED", 1)
    some = [(concept(number, f"Plan {number}", status=Status.PROPOSED), {"2024-05-16": 1}) for number in (1, 2, 3)]
    text = "".join(corpus_page(corpus(chronicle(*some))))
    assert "2 more are not on this page" in text


def test_a_corpus_without_dates_says_so() -> None:
    assert "No text with a date was read" in "".join(corpus_page(corpus(Chronicle(undated=3))))


@given(st.sampled_from([EVIL, "<b>", "]]>", "'\""]) | st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
def test_no_text_becomes_markup(text: str) -> None:
    terms = (Term(Language.ZH_HANS, text, pinyin=text), Term(Language.EN, text, status=Status.PROPOSED))
    sample = Concept(ConceptType.OTHER, terms, 1)
    found = chronicle((sample, {"2024-05-16": 1}))
    contested = contests({1: {text: Counter({"": 1}), "x": Counter({"": 1})}}, [sample], ["2024-05"], Step.MONTH)
    one = corpus(found)
    shown = "".join(corpus_page(Corpus(one.chronicle, one.step, one.periods, one.unsettled, 90, contested)))
    plain = "".join(corpus_page(corpus(chronicle((concept(1, "a", status=Status.PROPOSED), {"2024-05-16": 1})))))
    assert shown.count("<script") == plain.count("<script")
    assert "<img" not in shown
    document = html.document_fromstring(shown)
    assert json.loads(document.get_element_by_id("data").text)["terms"][0][0] == text


DAYS = st.dates(date(1950, 1, 1), date(2060, 1, 1))


@given(DAYS, DAYS, st.sampled_from(Step))
def test_every_day_between_two_days_is_in_a_period_between_them(one: date, other: date, step: Step) -> None:
    first, last = sorted((one.isoformat(), other.isoformat()))
    periods = list(periods_between(first, last, step))
    assert periods == sorted(set(periods))
    assert (periods[0], periods[-1]) == (period_of(first, step), period_of(last, step))
    middle = min(one, other) + timedelta(days=abs((one - other).days) // 2)
    assert period_of(middle.isoformat(), step) in periods
    assert fitting(first, last) is Step.YEAR or len(list(periods_between(first, last, Step.MONTH))) <= 36
