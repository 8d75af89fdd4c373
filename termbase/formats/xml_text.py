"""Text as it stands in XML that we write."""

from __future__ import annotations

import re

__all__ = ["attribute", "content", "fits", "unwrapped"]

# Not Char of XML 1.0 (section 2.2): controls but tab, LF and CR; surrogates; U+FFFE and U+FFFF.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def content(text: str) -> str:
    r"""The text between tags; what XML cannot hold is left out.

    A carriage return is written so that no parser makes a line feed of it.

    >>> content("研发<3%\x07 R&D\r\n")
    '研发&lt;3% R&amp;D&#13;\n'
    """
    # One call tells that nothing unprintable, hence nothing illegal, is in most texts.
    if not text.isprintable():
        text = _ILLEGAL.sub("", text)
        if "\r" in text:
            return _escaped(text).replace("\r", "&#13;")
    return _escaped(text)


def fits(text: str) -> bool:
    r"""Whether XML can hold every character of a text.

    >>> fits("研发\t<3%\n"), fits("研发\x07")
    (True, False)
    """
    return text.isprintable() or not _ILLEGAL.search(text)


def _escaped(text: str) -> str:
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text


def attribute(text: str) -> str:
    r"""The text as the value of an attribute, in quotation marks.

    >>> attribute('“义”"\n')
    '"“义”&quot;&#10;"'
    """
    return '"' + content(text).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;") + '"'


def unwrapped(text: str) -> str:
    r"""The text of an element without the line breaks and indents that only lay out the file.

    A line break before an indent is layout, any other one is text.

    >>> unwrapped("\n\t\tlucid waters\n\t\tand lush mountains\n"), unwrapped("one\ntwo")
    ('lucid waters and lush mountains', 'one\ntwo')
    """
    return re.sub(r"[ \t\r]*\n[ \t]+", " ", text).strip()
