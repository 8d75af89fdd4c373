"""The English candidates of a text by their form, and new ones for words that the finder did not take for a term."""

from __future__ import annotations

from collections.abc import Sequence

from termbase.extract.candidate import Candidate
from termbase.extract.pairs.beads import JoinedBeads
from termbase.language.keys import english_key

__all__ = ["EnglishForms"]


class EnglishForms:
    """Looks candidates up, and makes them."""

    def __init__(self, candidates: Sequence[Candidate], joined: JoinedBeads) -> None:
        self._joined = joined
        self._known: dict[str, Candidate] = {}
        for candidate in candidates:
            for text in (candidate.text, *candidate.variants):
                self._known.setdefault(english_key(text), candidate)

    def found(self, text: str) -> Candidate | None:
        """The candidate with this form or variant."""
        return self._known.get(english_key(text))

    def made(self, text: str, zh: Candidate) -> Candidate:
        """A candidate where the text stands in the sentences that are aligned with the Chinese one's."""
        places = tuple(self._joined.en_occurrences(text, zh))
        return Candidate(text, zh.type, places, zh.score, "renders a Chinese term in the aligned sentence")
