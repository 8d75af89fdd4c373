"""The checks: one rule, one file, one value; this is the ordered table."""

from __future__ import annotations

from tm.checks.addition import ADDITION
from tm.checks.capitalization import CAPITALIZATION
from tm.checks.control_character import CONTROL_CHARACTER
from tm.checks.date import DATE
from tm.checks.doubled_word import DOUBLED_WORD
from tm.checks.empty import EMPTY
from tm.checks.first_mention import FIRST_MENTION
from tm.checks.house_style import HOUSE_STYLE
from tm.checks.hyphenation_inconsistent import HYPHENATION_INCONSISTENT
from tm.checks.model import Check
from tm.checks.name_pinyin import NAME_PINYIN
from tm.checks.number import NUMBER
from tm.checks.omission import OMISSION
from tm.checks.punctuation import PUNCTUATION
from tm.checks.quotation import QUOTATION
from tm.checks.same_as_source import SAME_AS_SOURCE
from tm.checks.slogan import SLOGAN
from tm.checks.tag import TAG
from tm.checks.term_forbidden import TERM_FORBIDDEN
from tm.checks.term_inconsistent import TERM_INCONSISTENT
from tm.checks.term_missing import TERM_MISSING
from tm.checks.translation_inconsistent import TRANSLATION_INCONSISTENT
from tm.checks.unit import UNIT
from tm.checks.untranslated import UNTRANSLATED
from tm.checks.whitespace import WHITESPACE

__all__ = ["CHECKS"]

CHECKS: dict[str, Check] = {
    one.id: one
    for one in (
        EMPTY,
        SAME_AS_SOURCE,
        UNTRANSLATED,
        TERM_MISSING,
        TERM_FORBIDDEN,
        TERM_INCONSISTENT,
        NUMBER,
        UNIT,
        DATE,
        NAME_PINYIN,
        OMISSION,
        ADDITION,
        TRANSLATION_INCONSISTENT,
        SLOGAN,
        QUOTATION,
        FIRST_MENTION,
        CAPITALIZATION,
        HYPHENATION_INCONSISTENT,
        HOUSE_STYLE,
        DOUBLED_WORD,
        PUNCTUATION,
        WHITESPACE,
        CONTROL_CHARACTER,
        TAG,
    )
}
"""Every check by its id, in the order in which findings of one place are shown."""
