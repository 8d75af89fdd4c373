"""Any concept comes back as it was, and any sequence of changes leaves what a dictionary would hold."""

from __future__ import annotations

import dataclasses
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from termbase.history import from_json, to_json
from termbase.indexing import index_words, search_keys, term_key, word_row
from termbase.lookup import find
from termbase.merging import merged, new_contexts
from termbase.model import Concept, Context, Status
from tests.termbase.stored import concepts, contexts, new_store

# Each example opens a database of its own
SOME = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(concepts)
def test_history_reads_back_what_it_wrote(concept: Concept) -> None:
    assert from_json(to_json(concept, 5)) == dataclasses.replace(concept, id=5, contexts=())


@SOME
@given(st.lists(concepts, max_size=5))
def test_what_is_added_comes_back_and_is_found(given_concepts: list[Concept]) -> None:
    with TemporaryDirectory() as folder, new_store(Path(folder)) as store:
        assert store.add_all(given_concepts) == len(given_concepts)
        kept = list(store.concepts())
        assert kept == [dataclasses.replace(concept, id=id_) for id_, concept in enumerate(given_concepts, 1)]
        for concept in kept:
            for term in concept.terms:
                assert concept.id in store.find(term.text, chinese=term.language.is_chinese)
        living = [concept for concept in kept if concept.status is not Status.REJECTED]
        assert list(store.terms()) == [(concept.id, term) for concept in living for term in concept.terms]


@SOME
@given(concepts)
def test_a_living_term_is_looked_up_by_its_text(concept: Concept) -> None:
    with TemporaryDirectory() as folder, new_store(Path(folder)) as store:
        store.add(dataclasses.replace(concept, status=Status.PROPOSED))
        for term in concept.terms:
            if term.status is not Status.REJECTED:
                assert [hit.match.kind for hit in find(store, term.text)] == ["exact"], term.text


DOCUMENTS = st.sampled_from(["a.txt", "b.txt", "文.txt"])
CHOICES = st.integers(0, 20)
FEW = st.lists(contexts(DOCUMENTS), max_size=3, unique=True).map(tuple)
PLAIN = st.builds(dataclasses.replace, concepts, contexts=st.just(()), frequency=st.just(0))


class StoreAgainstDictionary(RuleBasedStateMachine):
    """The store and a dictionary of concepts, changed alike."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.store = new_store(Path(self.folder.name))
        self.expected: dict[int, Concept] = {}
        self.counts: dict[int, Counter[str]] = {}
        self.last = 0

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    def one_of_them(self, choice: int) -> int:
        return sorted(self.expected)[choice % len(self.expected)]

    @rule(new=st.lists(PLAIN, min_size=1, max_size=3))
    def add(self, new: list[Concept]) -> None:
        self.store.add_all(new)
        for concept in new:
            self.last += 1
            self.expected[self.last] = dataclasses.replace(concept, id=self.last)
            self.counts[self.last] = Counter()

    @precondition(lambda self: self.expected)
    @rule(choice=CHOICES, new=PLAIN)
    def replace(self, choice: int, new: Concept) -> None:
        id_ = self.one_of_them(choice)
        old = self.expected[id_]
        self.expected[id_] = dataclasses.replace(new, id=id_, contexts=old.contexts, frequency=old.frequency)
        assert self.store.replace(dataclasses.replace(new, id=id_)) == self.expected[id_]

    @precondition(lambda self: self.expected)
    @rule(choice=CHOICES, status=st.sampled_from(Status))
    def judge(self, choice: int, status: Status) -> None:
        id_ = self.one_of_them(choice)
        self.store.set_status(id_, status)
        self.expected[id_] = dataclasses.replace(self.expected[id_], status=status)

    @precondition(lambda self: self.expected)
    @rule(choice=CHOICES)
    def remove(self, choice: int) -> None:
        id_ = self.one_of_them(choice)
        self.store.remove(id_)
        del self.expected[id_], self.counts[id_]

    @precondition(lambda self: len(self.expected) > 1)
    @rule(choice=CHOICES, other=CHOICES)
    def merge(self, choice: int, other: int) -> None:
        source = self.one_of_them(choice)
        one = self.expected.pop(source)
        into = self.one_of_them(other)
        two = self.expected[into]
        self.counts[into] += self.counts.pop(source)
        self.expected[into] = dataclasses.replace(
            merged(one, two),
            contexts=(*two.contexts, *new_contexts(one, two)),
            frequency=self.counts[into].total(),
        )
        assert self.store.merge(source, into) == self.expected[into]

    @precondition(lambda self: self.expected)
    @rule(choice=CHOICES, document=DOCUMENTS, found=FEW, frequency=st.integers(0, 9))
    def record(self, choice: int, document: str, found: tuple[Context, ...], frequency: int) -> None:
        id_ = self.one_of_them(choice)
        here = [dataclasses.replace(context, document=document) for context in found]
        old = self.expected[id_]
        known = [context for context in old.contexts if context.document == document]
        others = [context for context in old.contexts if context.document != document]
        self.counts[id_][document] = frequency
        self.store.record(id_, document, here, frequency)
        self.expected[id_] = dataclasses.replace(
            old,
            contexts=old.contexts if known == here else (*others, *here),
            frequency=self.counts[id_].total(),
        )

    @precondition(lambda self: self.expected)
    @rule(choice=CHOICES, new=PLAIN)
    def undo(self, choice: int, new: Concept) -> None:
        id_ = self.one_of_them(choice)
        with pytest.raises(ZeroDivisionError), self.store.transaction():
            self.store.add(new)
            self.store.replace(dataclasses.replace(new, id=id_))
            self.store.remove(id_)
            raise ZeroDivisionError

    @invariant()
    def they_hold_the_same(self) -> None:
        assert list(self.store.concepts()) == [self.expected[id_] for id_ in sorted(self.expected)]

    @invariant()
    def the_indexes_are_those_of_the_terms(self) -> None:
        stored = self.store.execute("SELECT id FROM term ORDER BY concept_id, position", ())
        keys, words = set(), set()
        owned = [term for id_ in sorted(self.expected) for term in self.expected[id_].terms]
        for (number,), term in zip(stored, owned, strict=True):
            key = term_key(term.text, chinese=term.language.is_chinese)
            keys |= {(number, *pair) for pair in search_keys(term, key)}
            words.add((word_row(len(key), number), " ".join(index_words(key, chinese=term.language.is_chinese))))
        assert {tuple(row) for row in self.store.execute("SELECT term_id, kind, key FROM search_key", ())} == keys
        assert {tuple(row) for row in self.store.execute("SELECT rowid, words FROM term_words", ())} == words


TestStoreAgainstDictionary = StoreAgainstDictionary.TestCase
TestStoreAgainstDictionary.settings = settings(SOME, max_examples=20, stateful_step_count=15)
