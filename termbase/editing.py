"""What a person enters by hand, checked and completed: a new concept, or a changed one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from termbase.errors import ConflictError, InputError
from termbase.language.keys import english_key, zh_key
from termbase.language.script import has_han, is_traditional
from termbase.model import Concept, ConceptType, Kind, Language, Origin, Source, Status, Term, Usage

__all__ = ["Edit", "approved", "choice", "edited", "new_concept", "new_term"]

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Edit:
    """What to change in a concept; an empty field stays as it is."""

    zh: str = ""
    """The Chinese form to prefer; added when the concept lacks it."""
    en: str = ""
    """The English to prefer; the one preferred before becomes admitted."""
    also: tuple[str, ...] = ()
    """Further forms, of either language, as `usage` says."""
    usage: str = "admitted"
    without: tuple[str, ...] = ()
    """Forms to reject: later runs do not propose them again."""
    type: str = ""
    pinyin: str = ""
    """Tone-marked pinyin of the preferred Chinese form."""
    subject: str = ""
    definition: str = ""
    note: str = ""
    source: Source | None = None
    """For the forms named in this edit."""


def choice(kind: type[Choice], value: str, option: str) -> Choice:
    """The value as one of a fixed set; InputError names the set.

    >>> choice(Usage, "admitted", "--usage")
    <Usage.ADMITTED: 'admitted'>
    """
    try:
        return kind(value)
    except ValueError:
        allowed = ", ".join(kind)
        raise InputError(f"{option} {value!r} is not one of: {allowed}") from None


def new_term(
    text: str, *, usage: Usage = Usage.PREFERRED, pinyin: str = "", source: Source | None = None, type_: ConceptType
) -> Term:
    """A term as a person enters it: the language by its script, pinyin computed when not given."""
    chinese = has_han(text)
    if chinese and not pinyin:
        from termbase.language.pinyin import pinyin as spelled

        pinyin = spelled(text, type_)
    language = Language.EN if not chinese else Language.ZH_HANT if is_traditional(text) else Language.ZH_HANS
    return Term(
        language, text.strip(), usage=usage, pinyin=pinyin if chinese else "", origin=Origin.PERSON, source=source
    )


def new_concept(zh: str, en: str, edit: Edit) -> Concept:
    """An approved concept of a Chinese form, an English one, or both."""
    if not zh.strip() and not en.strip():
        raise InputError("an entry needs a Chinese or an English form", remedy="give --zh or --en")
    type_ = choice(ConceptType, edit.type or "other", "--type")
    _require_script(zh, en)
    terms = [new_term(zh, pinyin=edit.pinyin, source=edit.source, type_=type_)] if zh.strip() else []
    terms += [new_term(en, source=edit.source, type_=type_)] if en.strip() else []
    concept = Concept(type_, tuple(terms))
    return edited(concept, replace(edit, zh="", en="", type="", pinyin=""))


def edited(concept: Concept, edit: Edit) -> Concept:
    """The concept after an edit; approved, because a person decided.

    Raises InputError for a value outside its set, ConflictError when a form to take away is not there.
    """
    _require_script(edit.zh, edit.en)
    type_ = choice(ConceptType, edit.type, "--type") if edit.type else concept.type
    usage = choice(Usage, edit.usage, "--usage")
    terms = _without(concept, edit.without)
    for text in filter(None, (edit.zh, edit.en)):
        terms = _preferring(terms, new_term(text, source=edit.source, type_=type_))
    for text in edit.also:
        terms = _with(terms, new_term(text, usage=usage, source=edit.source, type_=type_))
    if edit.pinyin:
        terms = _spelled(terms, edit.pinyin)
    return replace(
        concept,
        type=type_,
        terms=tuple(terms),
        status=Status.APPROVED,
        subject=edit.subject or concept.subject,
        definition_en=edit.definition if edit.definition and not has_han(edit.definition) else concept.definition_en,
        definition_zh=edit.definition if has_han(edit.definition) else concept.definition_zh,
        note=edit.note or concept.note,
    )


def approved(concept: Concept) -> Concept:
    """The concept and its proposed forms approved; rejected forms stay rejected."""
    terms = (
        replace(term, status=Status.APPROVED) if term.status is Status.PROPOSED else term for term in concept.terms
    )
    return replace(concept, status=Status.APPROVED, terms=tuple(terms))


def _require_script(zh: str, en: str) -> None:
    if zh and not has_han(zh):
        raise InputError(f"--zh {zh!r} has no Chinese character", remedy="did you mean --en?")
    if en and has_han(en):
        raise InputError(f"--en {en!r} has Chinese characters", remedy="did you mean --zh?")


def _key(term: Term) -> tuple[bool, str]:
    chinese = term.language.is_chinese
    return chinese, zh_key(term.text) if chinese else english_key(term.text)


def _without(concept: Concept, texts: tuple[str, ...]) -> list[Term]:
    """The terms with those rejected; the proposed forms of a proposed concept are approved with it."""
    for text in texts:
        if text not in {term.text for term in concept.terms}:
            raise ConflictError(
                f"entry {concept.id} has no form {text!r}", remedy=f"see: zhterm term show {concept.id}"
            )
    if all(term.text in texts for term in concept.terms):
        raise ConflictError("an entry needs a form", remedy=f"take all away with: zhterm term reject {concept.id}")
    terms = concept.terms if concept.status is not Status.PROPOSED else approved(concept).terms
    return [replace(term, status=Status.REJECTED) if term.text in texts else term for term in terms]


def _preferring(terms: list[Term], chosen: Term) -> list[Term]:
    """The chosen term first of its language; the one preferred before is admitted."""
    rest = []
    for term in terms:
        if _key(term) == _key(chosen):
            chosen = replace(
                term,
                text=chosen.text,
                usage=Usage.PREFERRED,
                status=Status.APPROVED,
                source=chosen.source or term.source,
            )
        elif term.language.is_chinese == chosen.language.is_chinese and term.usage is Usage.PREFERRED:
            rest.append(replace(term, usage=Usage.ADMITTED))
        else:
            rest.append(term)
    at = 0 if chosen.language.is_chinese else sum(term.language.is_chinese for term in rest)
    return [*rest[:at], chosen, *rest[at:]]


def _with(terms: list[Term], added: Term) -> list[Term]:
    """The terms with one more, or with the usage of one that is there changed."""
    for number, term in enumerate(terms):
        if _key(term) == _key(added):
            changed = replace(term, usage=added.usage, status=Status.APPROVED, source=added.source or term.source)
            return [*terms[:number], changed, *terms[number + 1 :]]
    kind = Kind.ACRONYM if added.text.isupper() and " " not in added.text else Kind.VARIANT
    return [*terms, replace(added, kind=kind)]


def _spelled(terms: list[Term], pinyin: str) -> list[Term]:
    for number, term in enumerate(terms):
        if term.language.is_chinese:
            return [*terms[:number], replace(term, pinyin=pinyin), *terms[number + 1 :]]
    raise ConflictError("pinyin belongs to a Chinese form, and the entry has none", remedy="give --zh too")
