"""Which characters the bytes of a file mean: UTF-8, UTF-16, GB18030, Big5, Windows-1252."""

from __future__ import annotations

import codecs
import re
import unicodedata
from pathlib import Path

from termbase.errors import InputError

__all__ = ["decode"]

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x841\x953", "gb18030"),
)

# What Chinese and English texts come in: chardet's name, and the codecs to try, most usual first.
_CODECS = {
    "GB18030": ("gb18030",),
    "Big5": ("cp950", "big5hkscs"),
    "big5hkscs": ("big5hkscs", "cp950"),
    "Windows-1252": ("cp1252",),
}
# Found only to be refused: their bytes would pass for GB18030.
_DECOYS = {"cp949", "cp932", "euc-jp", "windows-1251", "koi8-r"}

# chardet is sure long before the end of a file; 64 KiB take it 5 ms.
_SAMPLE = 65_536

# No text has more than one strange character (control, private use, unassigned) in a hundred; pictures, archives and
# random bytes read as text have more than ten.
_STRANGE_SHARE = 0.01
_STRANGE_CATEGORIES = frozenset({"Cc", "Cn", "Co", "Cs"})

# In UTF-16 every ASCII character has a null byte; a UTF-8 text has none but by accident.
_NULL_SHARE = 0.1

# What texts in Chinese and English are made of, to tell UTF-16 from chance. ASCII read as UTF-16 looks like Han, so
# without null bytes Chinese punctuation must be seen too.
_USUAL = re.compile("[\t\n\r -~\u00a0-\u00ff\u2010-\u203b\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
_USUAL_SHARE = 0.9
_CHINESE_PUNCTUATION = re.compile("[、。，：；！？（）]")

# Two accented letters in a row are rare in English: such a Windows-1252 text is Chinese with few characters in it.
_ACCENTED_PAIRS = re.compile("(?:[\u00a1-\u00ff]{2})+")

# One wrong byte in a UTF-8 file is damage; other encodings read as UTF-8 have more wrong than right characters.
_INTACT_PER_DAMAGED = 20
_INTACT = re.compile("[^\x00-\x7f\ufffd]")

_REMEDY = "save it as UTF-8"


def decode(data: bytes, path: str | Path) -> str:
    r"""The text of a file's bytes: by byte order mark, else UTF-8, else UTF-16, else by frequency of characters.

    Raises InputError when the bytes are no text, or text that cannot be read without guessing.

    >>> decode("义乌".encode("utf-8-sig"), "a.txt"), decode("Yiwu 义乌".encode("utf-16-le"), "a.txt")
    ('义乌', 'Yiwu 义乌')
    >>> decode("义乌国际商贸城".encode("gb18030"), "a.txt"), decode("長江三角洲".encode("big5"), "a.txt")
    ('义乌国际商贸城', '長江三角洲')
    >>> decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a.txt")
    Traceback (most recent call last):
    ...
    termbase.errors.InputError: a.txt: not a text file; save it as UTF-8 text
    """
    text = _by_mark(data, path)
    if text is None:
        text = _as_utf8(data)
    if text is None:
        text = _as_utf16(data)
    if text is None and b"\0" not in data:
        _refuse_damaged_utf8(data, path)
        text = _by_frequency(data, path)
    if text is None or _is_strange(text):
        raise InputError("not a text file", path=path, remedy="save it as UTF-8 text")
    return text


def _by_mark(data: bytes, path: str | Path) -> str | None:
    for mark, codec in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(codec)
            except UnicodeDecodeError as error:
                what = f"begins like {codec.upper()}, but byte {len(mark) + error.start + 1} breaks its rules"
                raise InputError(what, path=path, remedy=_REMEDY) from error
    return None


def _as_utf8(data: bytes) -> str | None:
    if data.count(b"\0") > _NULL_SHARE * len(data):
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _as_utf16(data: bytes) -> str | None:
    """The text, when the bytes make sense as UTF-16 without a mark; null bytes are the first halves of ASCII."""
    big_endian = data[0::2].count(b"\0") > data[1::2].count(b"\0")
    for codec in ("utf-16-be", "utf-16-le") if big_endian else ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        sample = text[:_SAMPLE]
        telling = b"\0" in data or _CHINESE_PUNCTUATION.search(sample)
        if telling and len(_USUAL.findall(sample)) >= _USUAL_SHARE * len(sample):
            return text
    return None


def _refuse_damaged_utf8(data: bytes, path: str | Path) -> None:
    """Say where, when nearly all of a file is UTF-8; in another encoding it would be read as nonsense."""
    text = data.decode("utf-8", errors="replace")
    if text.count("\ufffd") * _INTACT_PER_DAMAGED < len(_INTACT.findall(text)):
        line = text.count("\n", 0, text.index("\ufffd")) + 1
        raise InputError("this line is not UTF-8, though the rest is", path=path, line=line, remedy="mend the line")


def _by_frequency(data: bytes, path: str | Path) -> str | None:
    """The text in the encoding that makes its characters the usual ones; None when it is none of ours or no text."""
    import chardet  # noqa: TID251 - its home

    telling = b"\n".join(line for line in data.split(b"\n") if not line.isascii())[:_SAMPLE]
    candidates = {codec for row in _CODECS.values() for codec in row} | _DECOYS
    name = chardet.detect(telling, include_encodings=candidates, no_match_encoding="gb18030")["encoding"]
    if name is None:
        return None
    if name not in _CODECS:
        raise InputError(f"seems to be in {name}, which is not read", path=path, remedy=_REMEDY)
    for codec in _CODECS[name]:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        return text if codec != "cp1252" else _with_few_han(data, text)
    raise InputError(f"seems to be in {name}, but breaks its rules", path=path, remedy=_REMEDY)


def _with_few_han(data: bytes, text: str) -> str:
    """The text of English with a few Chinese characters in GB18030, which looks like Windows-1252."""
    paired = sum(len(run) for run in _ACCENTED_PAIRS.findall(text))
    if paired * 2 <= len(_INTACT.findall(text)):
        return text
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        return text


def _is_strange(text: str) -> bool:
    """Whether more characters than an accident explains are none that a text has."""
    sample = text[:_SAMPLE]
    kinds = (ch for ch in set(sample) - set("\t\n\r\f") if unicodedata.category(ch) in _STRANGE_CATEGORIES)
    strange = sum(map(sample.count, kinds))
    return strange > max(1, _STRANGE_SHARE * len(sample))
