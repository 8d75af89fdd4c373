"""The dictionary CC-CEDICT both ways: what a Chinese word means, and which Chinese words an English one may be.

It knows places, names and common words; it knows no policy terms. What it says is evidence of the lowest kind: a
proposal from it names it as its origin.
"""

from __future__ import annotations

import functools
import sqlite3

from termbase.language.lexicon_file import gloss_key, open_lexicon

__all__ = ["Lexicon", "default_lexicon"]

# The order of chinese_of: a sense further down in the entry, a rendering cut out of a longer explanation, and a word
# of one character (mostly a bound form) each weigh like a word that is so many powers of ten rarer. Chosen on 2,000
# sentence pairs of translated news: of 14,445 English words the first Chinese word of two or more characters stands
# in the sentence for 45 %, against 32 % for the worst of the weights tried; the figures are flat around these.
_SENSE_COST = 0.3
_PART_COST = 0.5
_SINGLE_COST = 2.0


class Lexicon:
    """Look-ups in CC-CEDICT; each is one query in an index (below a millisecond)."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def english_of(self, zh: str) -> tuple[str, ...]:
        """The English renderings of a Chinese word in either script: names first, then in the dictionary's order.

        Explanations in brackets, classifiers and surnames are left out; verbs keep their `to`. A word that the
        dictionary only refers to another (variants, abbreviations) has that one's renderings.

        >>> default_lexicon().english_of("宁波"), default_lexicon().english_of("發展")[:2]
        (('Ningbo', 'Ningbo subprovincial city'), ('development', 'growth'))
        """
        found = self._renderings(zh)
        if not found:
            found = [text for target in self._targets(zh) for text in self._renderings(target)]
        return tuple(dict.fromkeys(found))

    def chinese_of(self, english: str) -> tuple[str, ...]:
        """The Chinese words (simplified) for an English one, best first; case, article, plural and `to` put aside.

        Names come first for an English word with a capital and last for one without, verbs first after `to`; then
        common words in their main sense before rare words and side senses.

        >>> default_lexicon().chinese_of("China")[0], default_lexicon().chinese_of("to share")[0]
        ('中国', '分享')
        """
        order = "proper DESC" if english.strip()[:1].isupper() else "proper"
        if english.startswith("to "):
            order = "verb DESC"
        rows = self._connection.execute(
            f"""SELECT simplified FROM gloss JOIN entry ON entry.id = gloss.entry WHERE key = ?
            ORDER BY gloss.{order},
            weight - {_SENSE_COST} * sense - {_PART_COST} * (1 - whole)
                - {_SINGLE_COST} * (length(simplified) = 1) DESC, length(simplified), entry.id""",
            (gloss_key(english),),
        )
        return tuple(dict.fromkeys(simplified for (simplified,) in rows))

    def pinyin_of(self, zh: str) -> tuple[str, ...]:
        """The readings of a Chinese word in either script, names first: syllables with tone marks, divided by spaces.

        >>> default_lexicon().pinyin_of("台州"), default_lexicon().pinyin_of("率")
        (('Tāi zhōu',), ('lǜ', 'shuài'))
        """
        rows = self._connection.execute(
            "SELECT pinyin FROM form JOIN entry ON entry.id = form.entry WHERE text = ? ORDER BY proper DESC, id",
            (zh,),
        )
        return tuple(dict.fromkeys(pinyin for (pinyin,) in rows))

    def names_beginning(self, zh: str) -> tuple[tuple[str, str], ...]:
        """The names (simplified) that begin with these characters, the shortest first, each with its reading.

        >>> ('什邡市', 'Shí fāng shì') in default_lexicon().names_beginning("什邡")
        True
        """
        rows = self._connection.execute(
            """SELECT text, pinyin FROM form JOIN entry ON entry.id = form.entry
            WHERE text >= ? AND text < ? AND proper ORDER BY length(text), text, id""",
            (zh, zh + "\U0010ffff"),
        )
        return tuple(rows.fetchall())

    def _renderings(self, zh: str) -> list[str]:
        return self._lines("glosses", zh)

    def _targets(self, zh: str) -> list[str]:
        return self._lines("targets", zh)

    def _lines(self, column: str, zh: str) -> list[str]:
        rows = self._connection.execute(
            f"SELECT {column} FROM form JOIN entry ON entry.id = form.entry WHERE text = ? ORDER BY proper DESC, id",
            (zh,),
        )
        return [line for (lines,) in rows for line in lines.split("\n") if line]


@functools.cache
def default_lexicon() -> Lexicon:
    """The one lexicon of this process; opened at the first call."""
    return Lexicon(open_lexicon())
