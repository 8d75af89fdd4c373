"""Which encoding gives the text of a file, and its bytes again."""

from __future__ import annotations

from pathlib import Path

from termbase.errors import InputError

__all__ = ["decoded_exactly", "is_encodable"]

# What `termbase.language.encodings` reads
_CODECS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030", "cp950", "big5hkscs", "cp1252", "utf-32-le", "utf-32-be")


def decoded_exactly(data: bytes, text: str, path: Path) -> tuple[str, str]:
    r"""The codec that gives this text, and the text with its byte order mark; encoded again it is the same bytes.

    Raises InputError where no codec does.

    >>> decoded_exactly("\ufeff义乌".encode(), "义乌", Path("a.txt"))
    ('utf-8', '\ufeff义乌')
    """
    for codec in _CODECS:
        try:
            whole = data.decode(codec)
        except UnicodeError:
            continue
        if whole.removeprefix("\ufeff") == text and whole.encode(codec) == data:
            return codec, whole
    raise InputError("its encoding would not come out byte for byte", path=path, remedy="save it as UTF-8")


def is_encodable(text: str, codec: str) -> bool:
    """Whether a codec has all characters of a text.

    >>> is_encodable("Yiwu", "cp1252"), is_encodable("义乌", "cp1252")
    (True, False)
    """
    try:
        text.encode(codec)
    except UnicodeError:
        return False
    return True
