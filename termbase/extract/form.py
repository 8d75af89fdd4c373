"""A form of a term in the other language, and the dictionary that is asked for one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from termbase.language.keys import english_key
from termbase.model import Origin

__all__ = ["Dictionary", "Form", "is_whole"]


class Dictionary(Protocol):
    """What is asked of a lexicon: the Chinese of an English form, best first, and back."""

    def chinese_of(self, english: str) -> tuple[str, ...]:
        """The Chinese of an English form, best first."""
        ...

    def english_of(self, zh: str) -> tuple[str, ...]:
        """The English of a Chinese form, best first."""
        ...


@dataclass(frozen=True, slots=True)
class Form:
    """A form in the other language, and what speaks for it."""

    text: str
    origin: Origin
    reason: str


def is_whole(english: str, zh: str, dictionary: Dictionary) -> bool:
    """Whether the dictionary gives back the English for the Chinese: not a mere word among its definitions."""
    return english_key(english) in {english_key(text) for text in dictionary.english_of(zh)}
