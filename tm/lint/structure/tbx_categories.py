"""The categories of TBX-Basic in the style DCA: where each may stand and which values it may have."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["BASIC", "Category"]


@dataclass(frozen=True, slots=True)
class Category:
    """A category of one of the elements that have a type."""

    levels: tuple[str, ...] = ("conceptEntry", "langSec", "termSec")
    """Where it may stand, itself or in a group."""
    values: tuple[str, ...] = ()
    """Empty for any text."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_CONCEPT_TERM = ("conceptEntry", "termSec")
_CONCEPT_LANGUAGE = ("conceptEntry", "langSec")
_TERM = ("termSec",)

BASIC: dict[str, dict[str, Category]] = {
    "admin": {
        "customerSubset": Category(_CONCEPT_TERM),
        "projectSubset": Category(_CONCEPT_TERM),
        "source": Category(),
    },
    "descrip": {
        "subjectField": Category(("conceptEntry",)),
        "context": Category(_TERM),
        "definition": Category(_CONCEPT_LANGUAGE),
    },
    "ref": {"crossReference": Category(_CONCEPT_TERM)},
    "termNote": {
        "administrativeStatus": Category(
            _TERM,
            _words("preferredTerm-admn-sts admittedTerm-admn-sts deprecatedTerm-admn-sts supersededTerm-admn-sts"),
        ),
        "partOfSpeech": Category(_TERM, _words("adjective noun other verb adverb")),
        "geographicalUsage": Category(_TERM),
        "grammaticalGender": Category(_TERM, _words("masculine feminine neuter other")),
        "termLocation": Category(
            _TERM,
            _words(
                "checkBox comboBox comboBoxElement dialogBox groupBox informativeMessage interactiveMessage menuItem"
                " progressBar pushButton radioButton slider spinBox tab tableText textBox toolTip user-definedType"
            ),
        ),
        "termType": Category(_TERM, _words("fullForm acronym abbreviation shortForm variant phrase")),
    },
    "transac": {"transactionType": Category(values=_words("origination modification"))},
    "transacNote": {"responsibility": Category()},
    "xref": {"externalCrossReference": Category(), "xGraphic": Category(_CONCEPT_LANGUAGE)},
    "adminNote": {},
    "descripNote": {},
}
"""The categories of each element of version 3."""
