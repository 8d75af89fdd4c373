"""The data categories of TBX-Basic (ISO 30042) and the values of ours that they stand for."""

from __future__ import annotations

from termbase.model import Kind, Usage

__all__ = ["KIND_NAMES", "USAGE_NAMES", "kind_of", "usage_of"]

USAGE_NAMES = {
    Usage.PREFERRED: "preferredTerm-admn-sts",
    Usage.ADMITTED: "admittedTerm-admn-sts",
    Usage.SUPERSEDED: "supersededTerm-admn-sts",
    Usage.FORBIDDEN: "deprecatedTerm-admn-sts",
}
"""As `administrativeStatus` is written; the picklist of TBX-Basic."""

KIND_NAMES = {
    Kind.FULL_FORM: "fullForm",
    Kind.ABBREVIATION: "abbreviation",
    Kind.ACRONYM: "acronym",
    Kind.VARIANT: "variant",
}
"""As `termType` is written; the picklist of TBX-Basic."""

# Also those of older dialects: normativeAuthorization (ISO 12620:1999), usageStatus, and the words of other tools.
_USAGES = {
    "preferred": Usage.PREFERRED,
    "standardized": Usage.PREFERRED,
    "legal": Usage.PREFERRED,
    "regulated": Usage.PREFERRED,
    "admitted": Usage.ADMITTED,
    "allowed": Usage.ADMITTED,
    "superseded": Usage.SUPERSEDED,
    "obsolete": Usage.SUPERSEDED,
    "deprecated": Usage.FORBIDDEN,
    "forbidden": Usage.FORBIDDEN,
    "prohibited": Usage.FORBIDDEN,
    "notrecommended": Usage.FORBIDDEN,
}
_KINDS = {
    "fullform": Kind.FULL_FORM,
    "phrase": Kind.FULL_FORM,
    "abbreviation": Kind.ABBREVIATION,
    "abbreviatedform": Kind.ABBREVIATION,
    "shortform": Kind.ABBREVIATION,
    "clippedterm": Kind.ABBREVIATION,
    "acronym": Kind.ACRONYM,
    "initialism": Kind.ACRONYM,
    "variant": Kind.VARIANT,
    "synonym": Kind.VARIANT,
    "spellingvariant": Kind.VARIANT,
}


def usage_of(value: str) -> Usage | None:
    """The usage of an administrative status, in any dialect's spelling; None for one that says nothing of it.

    >>> usage_of("preferredTerm-admn-sts"), usage_of("Deprecated"), usage_of("")
    (<Usage.PREFERRED: 'preferred'>, <Usage.FORBIDDEN: 'forbidden'>, None)
    """
    folded = "".join(value.lower().split()).removesuffix("-admn-sts").removesuffix("term")
    return _USAGES.get(folded)


def kind_of(value: str) -> Kind | None:
    """The kind of a term type; None for one that says nothing of it.

    >>> kind_of("shortForm"), kind_of("formula")
    (<Kind.ABBREVIATION: 'abbreviation'>, None)
    """
    return _KINDS.get("".join(value.lower().split()))
