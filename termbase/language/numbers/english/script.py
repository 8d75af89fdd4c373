"""An English text with plain digits, signs and spaces, each character in its place."""

from __future__ import annotations

import re

__all__ = ["english_plainly"]

_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_TABLE = str.maketrans("\xa0\u2009\u202f\u3000\u2007−‐‑﹣￥￡ⅠⅡⅢⅣⅤⅥⅦⅧⅨ", "     ----¥£123456789") | _WIDE

_BY = re.compile("(?<=[0-9])x(?=[0-9])")


def english_plainly(text: str) -> str:
    """The text with ASCII digits, signs and spaces; every character stays in its place.

    >>> english_plainly("１．５％ of\\xa03−5")
    '1.5% of 3-5'
    >>> english_plainly("4x200m")
    '4×200m'
    """
    text = text if text.isascii() else text.translate(_TABLE)
    return _BY.sub("×", text) if "x" in text else text
