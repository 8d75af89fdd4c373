"""Which forms of an English text are one thing: short and full names, spellings, abbreviations, surnames alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from termbase.extract.english.clipped_names import is_clipped_of
from termbase.extract.english.kinds import is_known_place
from termbase.extract.english.tables import word_set
from termbase.language.english_classes import is_word
from termbase.model import ConceptType

__all__ = ["Form", "SameThing", "same_things"]

_LEGAL = frozenset({"co", "ltd", "inc", "corp", "llc", "limited", "plc"})
_ADMINISTRATIVE = frozenset({"province", "city", "county", "municipality"})
_GENERIC = word_set("generic nouns a slogan may drop")
_FIRMS = frozenset({ConceptType.COMPANY, ConceptType.OTHER})
_SHORTENED = frozenset({ConceptType.COMPANY, ConceptType.ORGANIZATION, ConceptType.FACILITY, ConceptType.OTHER})


_CLIPPED = frozenset({ConceptType.OTHER, ConceptType.PLACE, ConceptType.TRANSPORT, ConceptType.ABBREVIATION})

_MOST_ALIKE = 200
"""Names that begin with one word and are compared with each other; an article has a dozen, a yearbook thousands."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form met in the text: its folded words, what it was taken for, and whether it is written as a name."""

    words: tuple[str, ...]
    type: ConceptType
    name: bool


@dataclass(frozen=True, slots=True)
class SameThing:
    """A form and the fuller or commoner one of the same thing, which leads."""

    short: Form
    full: Form


def same_things(forms: Collection[Form]) -> Iterator[SameThing]:
    """The pairs of forms that are one thing; a short form that could be two things belongs to neither.

    >>> port = Form(("ningbo", "port"), ConceptType.FACILITY, True)
    >>> group = Form(("jack", "group"), ConceptType.COMPANY, True)
    >>> [pair.full.words for pair in same_things([port, group, Form(("jack",), ConceptType.OTHER, True)])]
    [('jack', 'group')]
    """
    names = {form.words: form for form in forms if form.name}
    rules = (_places(names), _slogans(names), _firms(names), _persons(names), _without_one(names), _clipped(names))
    for pairs in rules:
        found: defaultdict[Form, list[Form]] = defaultdict(list)
        for short, full in pairs:
            found[short].append(full)
        for short, fulls in found.items():
            full = max(fulls, key=lambda form: len(form.words))
            if all(_is_inside(_core(other), _core(full)) for other in fulls):
                yield SameThing(short, full)


def _core(form: Form) -> tuple[str, ...]:
    return tuple(word for word in form.words if word not in _LEGAL)


def _places(names: Mapping[tuple[str, ...], Form]) -> Iterator[tuple[Form, Form]]:
    """Zhejiang and Zhejiang Province."""
    for words, form in names.items():
        if len(words) > 1 and words[-1] in _ADMINISTRATIVE and words[:-1] in names:
            # the name without the level is the one in common use, so it leads
            yield form, names[words[:-1]]


def _slogans(names: Mapping[tuple[str, ...], Form]) -> Iterator[tuple[Form, Form]]:
    """Belt and Road and Belt and Road Initiative."""
    for words, form in names.items():
        # a place and what is called after it are two: Jinhua, the Jinhua platform
        if len(words) > 1 and words[-1] in _GENERIC and words[:-1] in names and not is_known_place(words[:-1]):
            yield names[words[:-1]], form


def _without_one(names: Mapping[tuple[str, ...], Form]) -> Iterator[tuple[Form, Form]]:
    """One Belt and One Road, One Belt One Road initiative and Belt and Road."""
    joined = {_without_small(words): form for words, form in names.items() if "and" in words and "one" not in words}
    for words, form in names.items():
        if words.count("one") < 2:
            continue
        bare = _without_small(words)
        full = joined.get(bare) or joined.get(bare[:-1] if bare[-1:] and bare[-1] in _GENERIC else ())
        if full is not None:
            yield form, full


def _without_small(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in {"one", "and"})


def _persons(names: Mapping[tuple[str, ...], Form]) -> Iterator[tuple[Form, Form]]:
    """Ouyang and Ouyang Yanqiu, Wilczek and Tomasz Wilczek."""
    for words, form in names.items():
        if form.type is not ConceptType.PERSON or len(words) < 2:
            continue
        for part in (words[:1], words[-1:]):
            short = names.get(part)
            if (
                short is not None
                and short.type in {ConceptType.PERSON, ConceptType.OTHER}
                and not is_known_place(part)
            ):
                yield short, form


def _clipped(names: Mapping[tuple[str, ...], Form]) -> Iterator[tuple[Form, Form]]:
    """Yixinou and Yiwu-Xinjiang-Europe."""
    by_start: defaultdict[str, list[Form]] = defaultdict(list)
    for form in names.values():
        if len(form.words) > 1:
            by_start[form.words[0][:1]].append(form)
    for form in names.values():
        if form.type not in _CLIPPED or is_word(form.words[0]) or is_known_place(form.words[:1]):
            continue
        for full in by_start[form.words[0][:1]][:_MOST_ALIKE]:
            if is_clipped_of(form.words, full.words):
                yield form, full


def _firms(names: Mapping[tuple[str, ...], Form]) -> Iterator[tuple[Form, Form]]:
    """China Giant Stone Co., Ltd. and Giant; Hangzhou Xiaoshan International Airport and Xiaoshan Airport."""
    by_word: defaultdict[str, list[Form]] = defaultdict(list)
    for form in names.values():
        if len(by_word[form.words[0]]) < _MOST_ALIKE and form.type in _SHORTENED and not is_known_place(form.words):
            by_word[form.words[0]].append(form)
    for full in names.values():
        if full.type not in _SHORTENED or len(full.words) < 2:
            continue
        for place, word in enumerate(full.words[:3]):
            if place and not is_known_place(full.words[:place]) and full.words[place - 1] != "provincial":
                break
            for short in by_word.get(word, ()):
                if short != full and _shortens(short, full) and not _is_part(short, full, names):
                    yield short, full


def _is_part(short: Form, full: Form, names: Mapping[tuple[str, ...], Form]) -> bool:
    """Whether the longer name joins two, of which this is one: Ningbo Port, Zhoushan Port, Ningbo Zhoushan Port."""
    tail = full.words[2:]
    parts = ((full.words[0], *tail), (full.words[1], *tail))
    return len(full.words) > 2 and short.words in parts and all(part in names for part in parts)


def _shortens(short: Form, full: Form) -> bool:
    """Whether a form leaves out of the other only what a short form may leave out."""
    core = _core(full)
    # nothing is left of a name that is all legal form (Co., Ltd.)
    if not core or not 0 < len(short.words) <= len(full.words) or not _is_inside(short.words, full.words):
        return False
    left_out = [word for word in core if word not in short.words]
    if left_out and left_out[0] == core[0] and is_known_place(core[:1]):
        left_out = left_out[1:]
    same_head = short.words[-1] == core[-1]
    fits = (
        same_head
        or (full.type is ConceptType.COMPANY and short.type is full.type)
        or {short.type, full.type} <= _FIRMS
    )
    return fits and all(is_word(word) for word in left_out)


def _is_inside(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the words of one form come in the other in the same order."""
    rest = iter(full)
    return all(word in rest for word in short)
