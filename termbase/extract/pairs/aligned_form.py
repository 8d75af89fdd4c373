"""The form of a term in the other language by dictionary, held against the sentences that translate its own.

What a dictionary says of a word need not be what the translator wrote: a form that does not stand in any of the
aligned sentences would be a wrong rendering in a pair, however right it is elsewhere (陆港: `dry port`, not
`mainland China and Hong Kong`).
"""

from __future__ import annotations

from collections.abc import Iterable

from termbase.extract.candidate import Candidate
from termbase.extract.contexts import Translations
from termbase.extract.form import Form
from termbase.language.keys import english_key, zh_key
from termbase.model import Origin

__all__ = ["confirmed"]


def confirmed(
    forms: Iterable[Form], candidate: Candidate, translations: Translations, *, chinese: bool
) -> Form | None:
    """The first form that an aligned sentence has, or the first if none of the candidate's sentences is aligned.

    A gloss needs no confirmation. `chinese` is the language of the forms.
    """
    key = zh_key if chinese else english_key
    aligned = [translations[place.sentence] for place in candidate.occurrences if place.sentence in translations]
    sides = [f" {key(text)} " for text in aligned]
    for form in forms:
        if form.origin is Origin.GLOSS or not aligned:
            return form
        wanted = key(form.text) if chinese else f" {key(form.text)} "
        if any(wanted in side for side in sides):
            return form
    return None
