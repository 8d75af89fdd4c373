"""Articles for the tests: English text as the sentences of one document."""

from __future__ import annotations

from termbase.extract.candidate import Candidate
from termbase.extract.english.candidates import english_candidates
from termbase.language.sentences import Sentence, split_paragraph

__all__ = ["candidates_of", "sentences_of"]


def sentences_of(*paragraphs: str) -> list[Sentence]:
    """The sentences of the paragraphs, numbered through."""
    pieces = [
        (text, number)
        for number, paragraph in enumerate(paragraphs)
        for text in split_paragraph(paragraph, chinese=False)
    ]
    return [Sentence(text, position, number) for position, (text, number) in enumerate(pieces)]


def candidates_of(*paragraphs: str) -> dict[str, Candidate]:
    """The candidates of an article by their form."""
    return {found.text: found for found in english_candidates(sentences_of(*paragraphs))}
