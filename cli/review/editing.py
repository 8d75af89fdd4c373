"""What a person changes of an entry in the review: the entry before, the entry after."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from termbase.editing import Edit, choice, edited
from termbase.errors import ConflictError, InputError
from termbase.language.script import has_han
from termbase.model import Concept, ConceptType, Source, Status, Term, Tier, Usage

__all__ = [
    "Form",
    "form_of",
    "is_unsettled",
    "new_forms",
    "new_source",
    "rejected",
    "with_form",
    "with_source",
    "with_type",
    "with_usage",
    "without_term",
]

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of an entry that can be edited, as text."""

    zh: str = ""
    pinyin: str = ""
    en: str = ""
    usage: str = Usage.PREFERRED
    """Of the English."""
    type: str = ConceptType.OTHER
    definition_zh: str = ""
    definition_en: str = ""
    note: str = ""


def form_of(concept: Concept) -> Form:
    """The fields of an entry as they are."""
    zh, en = concept.preferred(chinese=True), concept.preferred(chinese=False)
    return Form(
        zh.text if zh else "",
        zh.pinyin if zh else "",
        en.text if en else "",
        en.usage if en else Usage.PREFERRED,
        concept.type,
        concept.definition_zh,
        concept.definition_en,
        concept.note,
    )


def with_form(concept: Concept, form: Form) -> Concept:
    """The entry with the fields of a form; approved, because a person decided.

    A proposed text that was corrected or emptied is rejected, so that no later run proposes it again; an approved one
    that was replaced is admitted. A changed Chinese text without a changed pinyin is spelled anew. Raises InputError
    and ConflictError like `edited`.

    >>> from termbase.model import Language
    >>> guess = Term(Language.EN, "Eight Eight Strategy", status=Status.PROPOSED)
    >>> entry = Concept(ConceptType.STRATEGY, (Term(Language.ZH_HANS, "八八战略"), guess), status=Status.PROPOSED)
    >>> changed = with_form(entry, replace(form_of(entry), en="Double-Eight Strategy"))
    >>> [(term.text, term.status.value) for term in changed.terms if not term.language.is_chinese]
    [('Double-Eight Strategy', 'approved'), ('Eight Eight Strategy', 'rejected')]
    """
    form = _trimmed(form)
    before = form_of(concept)
    usage = choice(Usage, form.usage, "usage")
    edit = Edit(
        zh="" if form.zh == before.zh else form.zh, en="" if form.en == before.en else form.en, type=form.type
    )
    changed = _rejecting(edited(concept, edit), _given_up(concept, form))
    english = changed.preferred(chinese=False)
    if form.en and english is not None and english.usage is not usage:
        changed = with_usage(changed, english, usage)
    if form.zh and (form.pinyin != before.pinyin or not form.pinyin) and form.pinyin != _pinyin(changed):
        changed = _spelled(changed, form.pinyin)
    return replace(changed, definition_zh=form.definition_zh, definition_en=form.definition_en, note=form.note)


def with_type(concept: Concept, type_: ConceptType) -> Concept:
    """The entry as one of this type; its status stays."""
    return replace(concept, type=type_)


def with_usage(concept: Concept, term: Term, usage: Usage) -> Concept:
    """The entry with one of its forms used like this, which approves the form; the status of the entry stays.

    Where the form is to be preferred, the one of its language that was is admitted.
    """
    chinese = term.language.is_chinese

    def changed(one: Term) -> Term:
        if one == term:
            return replace(one, usage=usage, status=Status.APPROVED)
        if usage is Usage.PREFERRED and one.usage is usage and one.language.is_chinese is chinese:
            return replace(one, usage=Usage.ADMITTED)
        return one

    return replace(concept, terms=tuple(map(changed, concept.terms)))


def without_term(concept: Concept, term: Term) -> Concept:
    """The entry with one of its forms rejected; raises ConflictError for the last one."""
    return _rejecting(concept, [term])


def with_source(concept: Concept, terms: Collection[Term], source: Source) -> Concept:
    """The entry with this source for some of its forms."""
    return replace(
        concept, terms=tuple(replace(term, source=source) if term in terms else term for term in concept.terms)
    )


def new_source(issuer: str, title: str, url: str, date: str, tier: str) -> Source:
    """A source as a person enters it; raises InputError without an issuer and for a date that is none.

    >>> new_source("Xinhua", "", "", "2023-06-13", "agency").date
    '2023-06-13'
    """
    issuer, title, url, date = (" ".join(text.split()) for text in (issuer, title, url, date))
    if not issuer:
        raise InputError("a source needs an issuer", remedy="say who published it")
    if date and not _DATE.fullmatch(date):
        raise InputError(f"{date!r} is no date", remedy="write 2023, 2023-06 or 2023-06-13")
    return Source(issuer, title, url, date, choice(Tier, tier, "tier"))


def is_unsettled(concept: Concept) -> bool:
    """Whether somebody has to decide: on the entry, or on a form that came to an approved one."""
    return concept.status is Status.PROPOSED or (concept.status is Status.APPROVED and bool(new_forms(concept)))


def new_forms(concept: Concept) -> list[Term]:
    """The forms that nobody has decided on."""
    return [term for term in concept.terms if term.status is Status.PROPOSED]


def rejected(concept: Concept) -> Concept:
    """The entry rejected; of an approved one with new forms only these."""
    if concept.status is Status.APPROVED and (forms := new_forms(concept)):
        return _rejecting(concept, forms)
    return replace(concept, status=Status.REJECTED)


def _trimmed(form: Form) -> Form:
    """The form with its texts in one line each, but for the note and the definitions; each in its own script."""
    if form.zh.strip() and not has_han(form.zh):
        raise InputError(f"{form.zh!r} has no Chinese character", remedy="write the English below")
    if has_han(form.en) or has_han(form.pinyin):
        raise InputError("Chinese characters in the English or the pinyin", remedy="write them above")
    lines = {name: " ".join(getattr(form, name).split()) for name in ("zh", "pinyin", "en")}
    texts = {name: getattr(form, name).strip() for name in ("definition_zh", "definition_en", "note")}
    return replace(form, **lines, **texts)


def _given_up(concept: Concept, form: Form) -> list[Term]:
    """The shown forms that the form does not have any more: emptied ones, and proposed ones that were replaced."""
    given_up = []
    for chinese, text in ((True, form.zh), (False, form.en)):
        shown = concept.preferred(chinese=chinese)
        if shown and shown.text != text and (not text or shown.status is Status.PROPOSED):
            given_up.append(shown)
    return given_up


def _rejecting(concept: Concept, terms: Collection[Term]) -> Concept:
    texts = {(term.language, term.text) for term in terms}
    changed = tuple(
        replace(term, status=Status.REJECTED) if (term.language, term.text) in texts else term
        for term in concept.terms
    )
    if all(term.status is Status.REJECTED for term in changed):
        raise ConflictError("an entry needs a form", remedy="reject the whole entry instead")
    return replace(concept, terms=changed)


def _pinyin(concept: Concept) -> str:
    zh = concept.preferred(chinese=True)
    return zh.pinyin if zh else ""


def _spelled(concept: Concept, pinyin: str) -> Concept:
    """The entry with this pinyin of its Chinese form, computed when there is none."""
    zh = concept.preferred(chinese=True)
    assert zh is not None
    if not pinyin:
        from termbase.language.pinyin import pinyin as spelled

        pinyin = spelled(zh.text, concept.type)
    return replace(
        concept, terms=tuple(replace(term, pinyin=pinyin) if term is zh else term for term in concept.terms)
    )
