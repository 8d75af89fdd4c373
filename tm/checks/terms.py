"""What the termbase knows, as the checks ask it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from termbase.model import Concept, Status, Term, Usage
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

    def allowed(self, number: int, *, chinese: bool, date: str = "") -> list[Term]:
        """The forms of a concept that may stand in a text of a date (ISO 8601, today where empty), preferred first.

        A superseded form is right as long as it was valid; one without a date never is.
        """
        concept = self._concepts[number]
        side = [term for term in concept.terms if term.language.is_chinese is chinese]
        return [
            term for usage in Usage for term in side if term.usage is usage and _may_stand(term, date or _today())
        ]

    def find(self, text: str, *, chinese: bool) -> list[Mention]:
        """The terms in a text: the longest at each place, leftmost first."""
        return self._recogniser.find(text, chinese=chinese) if self._concepts else []


def _may_stand(term: Term, date: str) -> bool:
    """Whether a form is approved and was right at a date, both as exact as they are known.

    >>> from termbase.model import Language
    >>> old = Term(Language.EN, "Eight-Eight Strategy", Usage.SUPERSEDED, valid_until="2018")
    >>> _may_stand(old, "2018-06-30"), _may_stand(old, "2019-01-01")
    (True, False)
    """
    if term.status is not Status.APPROVED or term.usage is Usage.FORBIDDEN:
        return False
    if term.usage is Usage.SUPERSEDED and not term.valid_until:
        return False
    begun = date[: len(term.valid_from)] >= term.valid_from[: len(date)]
    return begun and (not term.valid_until or date[: len(term.valid_until)] <= term.valid_until[: len(date)])


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
