"""Known names that stand without their capitals: countries, days, terms, Chinese persons, months."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from termbase.extract.english.tables import lines_of
from termbase.language.capitalised import capitalised_words
from termbase.language.english_classes import is_word
from termbase.language.surnames import surname_syllables
from termbase.language.syllables import is_syllable
from tm.checks.evidence.capitals import CAPITALISED, inside_sentences
from tm.checks.evidence.lost_capitals import lost_capital
from tm.checks.model import Remark
from tm.checks.passage import Passage

__all__ = ["known_names", "parts_of_names"]

_AFTER_NAME = re.compile(r"(?<![\w’'-])([A-Z][a-z]{1,7}) ([a-z]{3,})(?![\w@/]|-\w)")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\.? ([a-z]{3,})(?![\w@/])")
_MONTH = re.compile(r"\b(?:in|on|of|since|until|from|by|to|last|this) (march|may)(?= \d{1,4}\b)")
_JOINED = re.compile(r"(?<![\w-])([a-z]{4,})-(?=[A-Z])")


def known_names(passage: Passage, found: list[str]) -> Iterator[Remark]:
    """Names of countries, days and peoples in small letters, and those of the termbase."""
    marked: set[int] = set()
    for remark in _terms(passage):
        marked.update(range(*remark.en) if remark.en else ())
        yield remark
    names = capitalised_words()
    shown = {name.lower() for name in CAPITALISED.findall(passage.zh) if not is_word(name.lower())} - names
    for wanted, why in ((names, "as a name"), (shown, "as in the source")):
        for match in () if wanted.isdisjoint(found) else inside_sentences(passage.en):
            if match[1] in wanted and match.start() not in marked:
                yield lost_capital(match.span(), match[1], why)
    for match in _JOINED.finditer(passage.en) if "-" in passage.en else ():
        if match[1] in names:
            yield lost_capital(match.span(1), match[1], "as a name")


def _terms(passage: Passage) -> Iterator[Remark]:
    """Terms of the termbase without capitals that they have."""
    for mention in passage.en_mentions:
        place = (mention.start, mention.end)
        written = passage.en[slice(*place)]
        if _lost_in_term(written.split(), mention.term.text.split()) and _is_meant(mention.concept_id, passage):
            message = f"“{written}” wants the capitals of “{mention.term.text}”"
            yield Remark(message, en=place, suggestion=mention.term.text)


def parts_of_names(text: str) -> Iterator[Remark]:
    """Given names in small letters after a Chinese surname (Huang jiajia), and months before a day or a year."""
    for match in _AFTER_NAME.finditer(text):
        if match[1].lower() in surname_syllables() and not is_word(match[2]) and _is_pinyin(match[2]):
            yield lost_capital(match.span(2), match[2], "as a given name")
        elif match[1] in _given_names() and not is_word(match[2]) and match[2] not in capitalised_words():
            yield lost_capital(match.span(2), match[2], "as a family name")
    for match in _TITLED.finditer(text):
        yield lost_capital(match.span(1), match[1], "as a name")
    for match in _MONTH.finditer(text):
        yield lost_capital(match.span(1), match[1], "as a month")


@cache
def _given_names() -> frozenset[str]:
    return frozenset(lines_of("given_names.txt"))


@lru_cache(maxsize=4096)
def _is_pinyin(word: str) -> bool:
    """Whether a word is one or two syllables of pinyin, as given names are.

    >>> _is_pinyin("jiajia"), _is_pinyin("ning"), _is_pinyin("dettori")
    (True, True, False)
    """
    return is_syllable(word) or any(
        is_syllable(word[:cut]) and is_syllable(word[cut:]) for cut in range(1, len(word))
    )


def _lost_in_term(written: list[str], own: list[str]) -> bool:
    """Whether words lost capitals that a term has; the last one may (Zhejiang province), and a word that is no name.

    >>> _lost_in_term(["belt", "and", "road"], ["Belt", "and", "Road"]), _lost_in_term(["area"], ["Area"])
    (True, False)
    >>> _lost_in_term(["Zhejiang", "province"], ["Zhejiang", "Province"])
    False
    """
    if written == own or len(written) != len(own) or (len(own) == 1 and is_word(own[0])):
        return False
    small = [place for place, word in enumerate(written) if word.islower() and own[place][0].isupper()]
    return bool(small) and (small != [len(own) - 1] or len(own) == 1)


def _is_meant(concept: int, passage: Passage) -> bool:
    """Whether the source speaks of the concept; without a source nobody knows a name from a common noun."""
    return any(one.concept_id == concept for one in passage.zh_mentions)
