"""The sentences that show a term in use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from termbase.extract.candidate import Occurrence
from termbase.language.sentences import Sentence
from termbase.model import Context, Language

__all__ = ["MOST_CONTEXTS", "Translations", "contexts_of"]

MOST_CONTEXTS = 5
"""Contexts kept of one concept in one document: a translator reads two or three; five leave room to choose."""

Translations = Mapping[int, str]
"""The aligned sentence of the other language by sentence number."""


def contexts_of(
    places: Iterable[Occurrence],
    sentences: Sequence[Sentence],
    document: str,
    language: Language,
    translations: Translations,
) -> tuple[Context, ...]:
    """The first contexts, one a sentence, those with a translation before those without."""
    first: dict[int, Occurrence] = {}
    for place in places:
        first.setdefault(place.sentence, place)
    chosen = sorted(first.values(), key=lambda place: (place.sentence not in translations, place.sentence))
    return tuple(
        Context(
            document=document,
            sentence=sentences[place.sentence].text,
            language=language,
            position=place.sentence,
            start=place.start,
            end=place.end,
            translation=translations.get(place.sentence, ""),
        )
        for place in sorted(chosen[:MOST_CONTEXTS], key=lambda place: place.sentence)
    )
