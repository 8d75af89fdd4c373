"""`control-character`: characters that nobody sees and that no text should hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tm.checks.model import Check, Direction, Job, Remark, Severity, each, in_target
from tm.checks.passage import Passage

__all__ = ["CONTROL_CHARACTER"]

# C0 but tab and line breaks, C1, soft hyphen, zero width and direction marks, byte order mark, interlinear marks,
# replacement character, private use, lone surrogates, non-characters. A joiner inside an emoji has its right.
_UNSEEN = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200c\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069"
    "\ufeff\ufff9-\ufffd\ue000-\uf8ff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff]+"
    "|(?<![\u2600-\u27bf\U0001f000-\U0001faff\ufe0f])\u200d"
)


def _unseen(passage: Passage, job: Job) -> Iterator[Remark]:
    if passage.segment.target.isprintable() and "\ufffd" not in passage.segment.target:
        return  # nearly all are, and this is a tenth of the time
    for match in _UNSEEN.finditer(passage.segment.target):
        # tools put private characters in the place of inline codes, and those stand in the source too
        if unicodedata.category(match[0][0]) == "Co" and match[0] in passage.segment.source:
            continue
        suggestion = _meant(match[0])
        names = ", ".join(dict.fromkeys(f"U+{ord(character):04X}" for character in match[0]))
        yield in_target(
            passage,
            match.span(),
            f"a character that cannot be seen ({names})",
            suggestion=suggestion,
            safe=suggestion is not None,
        )


def _meant(found: str) -> str | None:
    """What should stand there; None where that cannot be known.

    The characters from U+0080 to U+009F are mostly those of Windows-1252 that were read as Latin-1.

    >>> _meant("\\x93"), _meant("\\u200b"), _meant("\\u2028"), _meant("\\ufffd")
    ('“', '', ' ', None)
    """
    meant = ""
    for character in found:
        if character in "\u2028\u2029\x0b\x0c\x85":
            meant += " "
        elif "\x80" <= character <= "\x9f":
            meant += bytes([ord(character)]).decode("cp1252", errors="ignore")
        elif unicodedata.category(character) not in {"Cc", "Cf"}:
            return None
    return meant


CONTROL_CHARACTER = Check(
    id="control-character",
    says="a character that cannot be seen stands in the translation",
    severity=Severity.ERROR,
    origin="Unicode general categories Cc, Cf, Co, Cs; XML 1.0 forbids most of C0",
    directions=frozenset(Direction),
    false_alarms=0.0,
    begin=each(_unseen),
)
