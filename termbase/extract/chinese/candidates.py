"""Terms of a Chinese text: names, slogans and noun phrases, found without trusting the word cutter alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from termbase.extract.candidate import Candidate
from termbase.extract.chinese.form_index import FormIndex
from termbase.extract.chinese.found import Found
from termbase.extract.chinese.gathering import Form, gathered
from termbase.extract.chinese.marked import marked_forms
from termbase.extract.chinese.names import names_by_ending
from termbase.extract.chinese.persons import people_and_titles
from termbase.extract.chinese.phrases import statistical_words
from termbase.extract.chinese.place_names import unknown_places
from termbase.extract.chinese.recurring import recurring_forms
from termbase.extract.chinese.set_phrases import set_phrases
from termbase.extract.chinese.slogans import numbered_slogans, parallel_clauses
from termbase.extract.chinese.torn import torn_forms
from termbase.extract.chinese.words import WordedSentence, without_torn_names, worded
from termbase.language.script import has_han
from termbase.language.sentences import Sentence
from termbase.model import ConceptType

__all__ = ["chinese_candidates", "surely_found"]

# A form seen so surely once is looked for everywhere.
_SURE = 0.6
# Chosen by reading the ranking of two articles of our own and of general news: below it less than a third were terms.
_LEAST_SCORE = 0.4
# No phrase crosses or enters these; a place may begin one: 长三角一体化发展.
_CLOSED = frozenset([ConceptType.PERSON, ConceptType.TITLE, ConceptType.COMPANY, ConceptType.ORGANIZATION])


def chinese_candidates(sentences: Sequence[Sentence], *, least: float = _LEAST_SCORE) -> list[Candidate]:
    """The terms that one document proposes, best first; sentences without Chinese characters are passed over.

    Forms with a score below `least` are left out.

    >>> text = "省商务厅厅长韩杰说，“八八战略”指引跨境电商。跨境电商出口增长，“八八战略”实施二十年。"
    >>> [candidate.text for candidate in chinese_candidates([Sentence(text, 0, 0)])][:4]
    ['韩杰', '八八战略', '省商务厅', '跨境电商']
    """
    texts = [worded(sentence) for sentence in sentences if has_han(sentence.text)]
    forms: dict[str, Form] = {}
    for found in surely_found(texts):
        forms.setdefault(found.text, Form(found.text)).see(found)
    closed = _names_everywhere(forms, texts)
    texts = [without_torn_names(sentence, closed.get(sentence.position, ())) for sentence in texts]
    recurring, weaker = recurring_forms(texts, closed, known=forms, least_score=least)
    forms.update({form.text: form for form in recurring})
    for form in torn_forms(texts, known=weaker.union(forms)):
        forms[form.text] = form
    candidates = gathered(forms.values(), least_score=least)
    return sorted(
        candidates, key=lambda candidate: (-candidate.score, candidate.occurrences[0].sentence, candidate.text)
    )


def _names_everywhere(forms: Mapping[str, Form], texts: Sequence[WordedSentence]) -> dict[int, list[tuple[int, int]]]:
    """Note each sure form wherever it stands; the places, by sentence, of those that no phrase crosses."""
    index = FormIndex(text for text, form in forms.items() if form.weight >= _SURE)
    closed: dict[int, list[tuple[int, int]]] = {}
    for sentence in texts:
        for start, end, text in index.places(sentence):
            form = forms[text]
            form.stands(sentence.position, start, end)
            if form.type in _CLOSED or (form.weight > _SURE and end - start > 3):
                closed.setdefault(sentence.position, []).append((start, end))
    return closed


def surely_found(texts: Iterable[WordedSentence]) -> Iterable[Found]:
    """What the finders of names, slogans and terms of statistics see, sentence by sentence."""
    for sentence in texts:
        yield from marked_forms(sentence)
        yield from people_and_titles(sentence)
        yield from names_by_ending(sentence)
        yield from unknown_places(sentence)
        yield from numbered_slogans(sentence)
        yield from parallel_clauses(sentence)
        yield from set_phrases(sentence)
        yield from statistical_words(sentence)
