"""Finding concepts that may be the same as one, all ways at once: not only the exact ones where there are such."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from termbase.indexing import bare, text_keys
from termbase.language.keys import pinyin_key
from termbase.lookup import best_hits, chinese, english
from termbase.lookup.index import with_key, with_keys
from termbase.lookup.match import Find, Hit, find
from termbase.model import Concept, Status, Term, Usage
from termbase.reading import Reading

__all__ = ["find_alike"]

# Of the forms of a concept in a language: more than people give one, few enough to answer at once
_FORMS = 4
# Of a longer term the parts would be many hundreds
_LONGEST = 20


def find_alike(reader: Reading, concept: Concept, *, limit: int = 10) -> list[Hit]:
    """Other concepts that may be this one, likeliest first, none rejected.

    Those with the same Chinese or English, with one that contains it or is contained in it, that differs by a
    character or a word, or that sounds the same.
    """
    finds = (found for found in _finds(reader, concept) if found.entry.concept_id != concept.id)
    return best_hits(reader, finds, limit)


def _finds(reader: Reading, concept: Concept) -> Iterator[Find]:
    for term in _forms(concept, chinese=True):
        yield from chinese.by_text(reader, term.text)
        yield from chinese.by_similar_characters(reader, term.text)
        yield from _contained(reader, term.text)
        if term.pinyin:
            # as it is filed: to read the characters anew is the slowest step of all
            for entry in with_key(reader, "pinyin", pinyin_key(term.pinyin)):
                yield find(entry, "pinyin", "nearly")
    for term in _forms(concept, chinese=False):
        yield from english.by_words(reader, term.text)
        yield from english.by_most_words(reader, term.text)


def _contained(reader: Reading, text: str) -> Iterator[Find]:
    """Terms that are more than half of this Chinese; 战略 (strategy) in 八八战略 is another concept."""
    for key in {bare(key) for key in text_keys(text, chinese=True)}:
        if 2 < len(key) <= _LONGEST:
            for entry in with_keys(reader, "zh", _parts(key)):
                yield find(entry, "zh", "contains", len(bare(entry.key)) / len(key))


def _parts(key: str) -> list[str]:
    """The parts of a key that are more than half of it, but for the whole.

    >>> _parts("浙江省")
    ['江省', '浙江']
    """
    sizes = range(max(2, len(key) // 2 + 1), len(key))
    return sorted({key[start : start + size] for size in sizes for start in range(len(key) - size + 1)})


def _forms(concept: Concept, *, chinese: bool) -> Iterator[Term]:
    living = (
        term for term in concept.terms if term.language.is_chinese is chinese and term.status is not Status.REJECTED
    )
    return islice(sorted(living, key=lambda term: term.usage is not Usage.PREFERRED), _FORMS)
