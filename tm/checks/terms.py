"""What the termbase knows, as the checks ask it."""

from __future__ import annotations

from collections.abc import Iterable

from termbase.model import Concept, Status
from termbase.recognise import Mention, Recogniser

__all__ = ["Terms"]


class Terms:
    """The approved concepts of a job: where their terms stand, and what may stand for them.

    >>> from termbase.model import ConceptType, Language, Term
    >>> forms = (Term(Language.ZH_HANS, "长三角"), Term(Language.EN, "Yangtze River Delta"))
    >>> delta = Concept(ConceptType.PLACE, forms, id=1)
    >>> terms = Terms([delta])
    >>> [terms.concept(mention.concept_id) is delta for mention in terms.find("长三角一体化", chinese=True)]
    [True]
    """

    def __init__(self, concepts: Iterable[Concept]) -> None:
        """Take concepts of any review state; what nobody approved does not bind a translator."""
        self._concepts = {one.id: one for one in concepts if one.status is Status.APPROVED and one.id is not None}
        self.pairs = tuple(
            (number, term)
            for number, one in self._concepts.items()
            for term in one.terms
            if term.status is Status.APPROVED
        )
        """Each approved term with the number of its concept."""
        self._recogniser = Recogniser(self.pairs)

    def __len__(self) -> int:
        return len(self._concepts)

    def concept(self, number: int) -> Concept:
        """The concept of a mention."""
        return self._concepts[number]

    def find(self, text: str, *, chinese: bool) -> list[Mention]:
        """The terms in a text: the longest at each place, leftmost first."""
        return self._recogniser.find(text, chinese=chinese) if self._concepts else []
