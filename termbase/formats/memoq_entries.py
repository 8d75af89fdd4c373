"""An entry of a memoQ term base, and the concept that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from termbase.formats.remarks import of_concept, remarks_in
from termbase.language.tags import side_of_name
from termbase.model import Concept, ConceptType, Context, Language, Origin, Status, Term, Usage

__all__ = ["concept_of", "note_of", "usable"]

_USABLE = (Usage.PREFERRED, Usage.ADMITTED)
_WARNING = re.compile(r"(outdated|forbidden) (zh-Hans|zh-Hant|en): (.+)", re.DOTALL)
_WARNED = {"outdated": Usage.SUPERSEDED, "forbidden": Usage.FORBIDDEN}
_DEFINITION = re.compile(r"definition (zh|en): (.+)", re.DOTALL)
_ORDER = list(Language)


def usable(concept: Concept, language: Language) -> list[Term]:
    """The forms that memoQ may offer, preferred ones first."""
    forms = [term for term in concept.terms if term.language is language and term.usage in _USABLE]
    return sorted(forms, key=lambda term: _USABLE.index(term.usage))


def note_of(concept: Concept) -> str:
    r"""All that has no field, a line each; a line break within becomes a space.

    >>> terms = (Term(Language.ZH_HANS, "义乌", pinyin="Yìwū"), Term(Language.EN, "I-wu", Usage.FORBIDDEN))
    >>> note_of(Concept(ConceptType.PLACE, terms))
    'type: place\npinyin: Yìwū\nforbidden en: I-wu'
    """
    return "\n".join(" ".join(line.split("\n")) for line in _lines(concept))


def concept_of(cells: Sequence[tuple[str, str]]) -> Concept | None:
    """The concept of a row, given as (heading, cell); None without a Chinese or English form."""
    terms: list[Term] = []
    contexts: list[Context] = []
    definitions: dict[str, list[str]] = {"zh": [], "en": []}
    language: Language | None = None
    for name, cell in cells:
        text = cell.strip()
        if name.endswith("_Def"):
            if text and (side := side_of_name(name.removesuffix("_Def"))):
                definitions[side[:2]].append(text)
        elif not name.startswith(("Entry_", "Term_")):
            side = side_of_name(name) if text else ""
            language = Language(side) if side else None
            if language:
                first = not any(term.language is language for term in terms)
                usage = Usage.PREFERRED if first else Usage.ADMITTED
                terms.append(Term(language, text, usage, origin=Origin.IMPORT))
        elif text and language and name == "Term_Info" and "forbidden" in text.lower():
            terms[-1] = Term(language, terms[-1].text, Usage.FORBIDDEN, origin=Origin.IMPORT)
        elif text and language and name == "Term_Example":
            start = max(text.find(terms[-1].text), 0)
            contexts.append(Context("", text, language, 0, start, min(start + len(terms[-1].text), len(text))))
    entry = {name: cell.strip() for name, cell in cells if name.startswith("Entry_")}
    return _concept(terms, tuple(contexts), definitions, entry)


def _concept(
    terms: list[Term], contexts: tuple[Context, ...], definitions: dict[str, list[str]], entry: dict[str, str]
) -> Concept | None:
    notes: list[str] = []
    for line in entry.get("Entry_Note", "").split("\n"):
        if warning := _WARNING.fullmatch(line):
            terms.append(Term(Language(warning[2]), warning[3], _WARNED[warning[1]], origin=Origin.IMPORT))
        elif definition := _DEFINITION.fullmatch(line):
            definitions[definition[1]].append(definition[2])
        else:
            notes.append(line)
    if not terms:
        return None
    remarks = remarks_in(notes)
    terms.sort(key=lambda term: _ORDER.index(term.language))
    status = remarks.status or Status.APPROVED
    terms = [replace(term, status=status) for term in terms]
    spoken = next((at for at, term in enumerate(terms) if term.language.is_chinese and term.usage in _USABLE), None)
    if spoken is not None:
        terms[spoken] = replace(terms[spoken], pinyin=remarks.one("pinyin"))
    subjects = (entry.get(name, "") for name in ("Entry_Subject", "Entry_Domain"))
    return Concept(
        remarks.type or ConceptType.OTHER,
        tuple(terms),
        status=status,
        subject="; ".join(dict.fromkeys(filter(None, subjects))),
        definition_zh="\n".join(dict.fromkeys(definitions["zh"])),
        definition_en="\n".join(dict.fromkeys(definitions["en"])),
        note=remarks.note,
        items=remarks.items,
        contexts=contexts,
    )


def _lines(concept: Concept) -> Iterator[str]:
    yield from of_concept(concept)
    for side, definition in (("zh", concept.definition_zh), ("en", concept.definition_en)):
        if definition:
            yield f"definition {side}: {definition}"
    chinese = [term for one in (Language.ZH_HANS, Language.ZH_HANT) for term in usable(concept, one)]
    if chinese and chinese[0].pinyin:
        yield f"pinyin: {chinese[0].pinyin}"
    for usage, label in ((Usage.SUPERSEDED, "outdated"), (Usage.FORBIDDEN, "forbidden")):
        for term in concept.terms:
            if term.usage is usage:
                yield f"{label} {term.language}: {term.text}"
