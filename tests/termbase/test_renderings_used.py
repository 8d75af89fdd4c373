"""Which English form stands for a concept, sentence by sentence."""

from __future__ import annotations

from collections import Counter

from termbase.model import Concept, ConceptType, Context, Language, Status, Term, Usage
from termbase.recognise import Recogniser
from termbase.renderings_used import NONE, RenderingsUsed, contested, see_contexts
from tests.termbase.stored import new_store

STRATEGY = (
    Term(Language.ZH_HANS, "八八战略"),
    Term(Language.EN, "Double-Eight Strategy"),
    Term(Language.EN, "88 Strategy", Usage.FORBIDDEN),
)
PORT = (Term(Language.ZH_HANS, "港口"), Term(Language.EN, "port"))


def used(*terms: Term) -> RenderingsUsed:
    return RenderingsUsed(Recogniser([(1, term) for term in terms]), {1})


def test_two_forms_in_one_sentence_count_both() -> None:
    counts = used(*STRATEGY)
    counts.see("The 88 Strategy is the Double-Eight Strategy; the 88 Strategy works.", "2024-05-16")
    assert counts.counts[1] == {
        "88 Strategy": Counter({"2024-05-16": 1}),
        "Double-Eight Strategy": Counter({"2024-05-16": 1}),
    }


def test_the_same_sentence_counts_once() -> None:
    counts = used(*STRATEGY)
    for day in ("2024-05-16", "2024-05-17"):
        counts.see_pair("八八战略很好。", "The 88 Strategy works.", day)
    assert counts.counts[1] == {"88 Strategy": Counter({"2024-05-16": 1})}


def test_a_translation_without_any_of_the_forms_is_counted_as_such() -> None:
    counts = used(*STRATEGY)
    counts.see_pair("八八战略很好。", "It works.", "")
    counts.see_pair("很好。", "It works well.", "")
    assert counts.counts[1] == {NONE: Counter({"": 1})}
    assert counts.days() == set()


def test_a_longer_term_of_another_concept_is_no_rendering() -> None:
    longer = Term(Language.EN, "88 Strategy Museum")
    counts = RenderingsUsed(Recogniser([*((1, term) for term in STRATEGY), (2, longer)]), {1})
    counts.see("The 88 Strategy Museum opened.", "2024-05-16")
    assert not counts.counts


def test_contexts_of_the_termbase_are_read_in_both_directions(tmp_path) -> None:
    with new_store(tmp_path) as store:
        strategy = store.add(Concept(ConceptType.STRATEGY, STRATEGY), action="add")
        store.add(Concept(ConceptType.FACILITY, PORT), action="add")
        gone = Concept(ConceptType.STRATEGY, STRATEGY[1:], status=Status.REJECTED)
        store.add(gone, action="add")
        english = Context("a.en.txt", "The 88 Strategy works.", Language.EN, 0, 4, 15)
        translated = Context("a.zh.txt", "八八战略很好。", Language.ZH_HANS, 0, 0, 4, "It works.")
        alone = Context("a.zh.txt", "八八战略真好。", Language.ZH_HANS, 1, 0, 4)
        store.record(strategy.id, "a.en.txt", [english], 1)
        store.record(strategy.id, "a.zh.txt", [translated, alone], 2)
        numbers = contested(store)
        counts = RenderingsUsed(Recogniser(store.terms()), numbers)
        see_contexts(store, numbers, counts, {"a.en.txt": "2024-05-16"})
    assert numbers == [strategy.id]
    assert counts.counts[strategy.id] == {"88 Strategy": Counter({"2024-05-16": 1}), NONE: Counter({"": 1})}
