"""How often known concepts occur in any number of texts, and a few sentences that show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from termbase.extract.contexts import MOST_CONTEXTS
from termbase.language.sentences import Sentence
from termbase.model import Concept, Context, Language, Status
from termbase.recognise import Recogniser

__all__ = ["KnownPlaces"]


@dataclass(slots=True)
class _Seen:
    """What is kept of one concept."""

    frequency: int = 0
    document: str = ""
    """The last one it was seen in."""
    first: list[Context] = field(default_factory=list)
    """At most one of each document."""
    further: list[Context] = field(default_factory=list)

    def keep(self, context: Context) -> None:
        """Take in one more context, while few are kept."""
        kept = self.first if context.document != self.document else self.further
        self.document = context.document
        if len(kept) < MOST_CONTEXTS:
            kept.append(context)

    def contexts(self) -> tuple[Context, ...]:
        """As many as are kept, of different documents before further ones of the same."""
        chosen = [*self.first, *self.further][:MOST_CONTEXTS]
        return tuple(sorted(chosen, key=lambda context: (context.document, context.position, context.start)))


class KnownPlaces:
    """Reads texts one after the other; memory is bounded by the termbase. `concept_of` gives a concept by its id."""

    def __init__(self, recogniser: Recogniser, concept_of: Callable[[int], Concept]) -> None:
        self._recogniser = recogniser
        self._concept_of = concept_of
        self._seen: dict[int, _Seen] = {}

    def see(self, document: str, sentences: Iterable[Sentence], language: Language, *, translation: str = "") -> None:
        """Read sentences of a document; documents come one after the other."""
        for sentence in sentences:
            shown = set()
            for mention in self._recogniser.find(sentence.text, chinese=language.is_chinese):
                seen = self._seen.setdefault(mention.concept_id, _Seen())
                seen.frequency += 1
                if mention.concept_id not in shown:
                    shown.add(mention.concept_id)
                    place = sentence.position, mention.start, mention.end
                    seen.keep(Context(document, sentence.text, language, *place, translation=translation))

    def concepts(self) -> Iterator[Concept]:
        """The concepts met, the most frequent first, with counts and contexts; rejected ones are left out."""
        for id_, seen in sorted(self._seen.items(), key=lambda row: (-row[1].frequency, row[0])):
            concept = self._concept_of(id_)
            if concept.status is not Status.REJECTED:
                yield replace(concept, contexts=seen.contexts(), frequency=seen.frequency)
