"""A dictionary of a few words, for tests that must not depend on what CC-CEDICT says this year."""

from __future__ import annotations

from termbase.language.keys import english_key

__all__ = ["WordList"]


class WordList:
    """Answers both ways from (Chinese, English) rows."""

    def __init__(self, *rows: tuple[str, str]) -> None:
        self.rows = rows

    def chinese_of(self, english: str) -> tuple[str, ...]:
        """The Chinese of an English form, in the order of the rows."""
        return tuple(zh for zh, en in self.rows if english_key(en) == english_key(english))

    def english_of(self, zh: str) -> tuple[str, ...]:
        """The English of a Chinese form, in the order of the rows."""
        return tuple(en for word, en in self.rows if word == zh)
