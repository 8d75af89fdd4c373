"""Units of a TMX file in the form that nearly all of them have, read by one expression.

Two segments without inline codes or with plain native ones, properties only of the unit: for these expat would call
Python twenty times, which takes more than twice as long as its own work. It still reads every piece, so that a broken
file is refused as ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from termbase.language.tags import side_of
from tm.formats.tmx_builder import escaped
from tm.formats.tmx_facts import HISTORY, facts_of
from tm.model import Unit, unit_of_values

__all__ = ["UNIT_END", "pieces", "plain_units"]

UNIT_END = "</tu>"
_FIRST = re.compile(r"<tu[\s>]")
# Characters without the end of a unit from which on the parser has to see for itself
_LONGEST = 1 << 22

_VALUE = r'="([^"<>&\t\n]*)"'
_INFORMATION = rf"<(prop|note)((?: [\w:.\-]+{_VALUE})*) ?>([^<]*)</(?:prop|note)>\s*"
_SEGMENT = r"<tuv( [^<>&]*)?>\s*<seg>([^<]*(?:<(?!/?(?:seg|tuv?)\b)[^<]*)*)</seg>\s*</tuv>\s*"
_COMMENT = r"<!--[^<>]*-->"
_UNIT = re.compile(
    rf"\s*(?:{_COMMENT}\s*)*<tu( [^<>&]*)?>\s*((?:<(?:prop|note)\b[^<]*</(?:prop|note)>\s*)*)"
    rf"{_SEGMENT}{_SEGMENT}{UNIT_END}"
)
_ATTRIBUTE = re.compile(rf"\s+([\w:.\-]+){_VALUE}")
_ATTRIBUTES = re.compile(rf"(?:\s+[\w:.\-]+{_VALUE})*\s*")
_INFORMATIONS = re.compile(_INFORMATION)
_COMMENTS = re.compile(_COMMENT)
# XML declaration and document type, where that declares nothing itself
_PROLOG = re.compile(r"\s*(?:<\?xml[^<>]*\?>)?\s*(?:<!DOCTYPE[^<>\[\]]*>)?")
# Native code with nothing but text in it; of `hi` and `sub` the parser knows what is text of the segment
_CODE = re.compile(rf"<(bpt|ept|ph|it|ut)((?: [\w:.\-]+{_VALUE})*) ?(?:/>|>([^<]*)</\1>)")
_REFERENCE = re.compile(r"&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}

Attributes = dict[str, str]


class _NotPlainError(Exception):
    """The unit must be left to the parser."""


def pieces(chunks: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """The text cut behind units, each piece with whether it is nothing but units; the beginning is none of these.

    >>> list(pieces(["<tmx><body><tu>1</tu><", "tu>2</tu></body></tmx>"]))
    [('<tmx><body>', False), ('<tu>1</tu>', True), ('<tu>2</tu>', True), ('</body></tmx>', False)]
    """
    rest, begun, plain = "", False, True
    for chunk in chunks:
        text = rest + chunk
        if not begun:
            begun, first = True, _FIRST.search(text)
            head = text[: first.start()] if first else text
            plain = first is not None and not _hides_units(_PROLOG.sub("", head, count=1))
            yield head, False
            text = text[len(head) :]
        cut = text.rfind(UNIT_END) + len(UNIT_END) if UNIT_END in text else 0
        rest, text = text[cut:], text[:cut]
        plain = plain and len(rest) < _LONGEST and not _hides_units(text)
        if not plain:
            text, rest = text + rest, ""
        yield text, plain
    yield rest, False


def _hides_units(text: str) -> bool:
    """Whether a comment, a CDATA section or a declaration may contain what only looks like a unit.

    >>> _hides_units("<!-- 新闻 --><tu>"), _hides_units("<!-- <tu> -->"), _hides_units("<![CDATA[<tu>]]>")
    (False, True, True)
    """
    return "<?" in text or ("<!" in text and text.count("<!") != len(_COMMENTS.findall(text)))


def plain_units(text: str, start: int) -> Iterator[tuple[int, Unit | None]]:
    """The plain units that follow each other from `start` on, each with where it ends.

    None stands for a unit that is not Chinese and English, or has an empty side.
    """
    while unit := _UNIT.match(text, start):
        start = unit.end()
        try:
            yield start, _unit(*unit.groups())
        except _NotPlainError:
            return


def _unit(  # noqa: PLR0917 - the groups of the expression
    attributes: str | None, information: str, first: str | None, text: str, second: str | None, other: str
) -> Unit | None:
    one, two = _variant(first or ""), _variant(second or "")
    if one[1] == two[1] or not (one[1] and two[1]):
        return None
    if one[1] == "en":
        one, two, text, other = two, one, other, text
    zh, zh_markup = _coded(text) if "<" in text else (_text(text), "")
    en, en_markup = _coded(other) if "<" in other else (_text(other), "")
    if not zh or not en or zh.isspace() or en.isspace():
        return None
    history = _history(attributes or "")
    if one[2] or two[2]:
        history = tuple(
            told or two[2].get(name) or one[2].get(name, "") for name, told in zip(HISTORY, history, strict=True)
        )
    facts = _facts(information) if information else _NOTHING
    return unit_of_values(zh, en, *facts, one[0], two[0], *history, zh_markup, en_markup)


_NOTHING = facts_of((), ())


# the languages are always the same, dates are not
@lru_cache(maxsize=256)
def _variant(attributes: str) -> tuple[str, str, Attributes]:
    """Language, which side that is (zh or en, empty for another), and who made the segment and when."""
    found = _attributes(attributes)
    language = found.get("xml:lang") or found.get("lang", "")
    return language, side_of(language)[:2], {name: found[name] for name in HISTORY if name in found}


@lru_cache(maxsize=256)
def _history(attributes: str) -> tuple[str, ...]:
    found = _attributes(attributes)
    return tuple(found.get(name, "") for name in HISTORY)


def _attributes(text: str) -> Attributes:
    if not _ATTRIBUTES.fullmatch(text):
        raise _NotPlainError
    return dict(_ATTRIBUTE.findall(text))


@lru_cache(maxsize=256)
def _facts(information: str) -> tuple[str, float, tuple[tuple[str, str], ...]]:
    """Document, confidence and properties, from the elements before the segments."""
    properties, notes = [], []
    end = 0
    while match := _INFORMATIONS.match(information, end):
        end = match.end()
        name, attributes, _, text = match.groups()
        if name == "prop":
            properties.append((_attributes(attributes).get("type", ""), _text(text)))
        else:
            notes.append(_text(text))
    if end < len(information):
        raise _NotPlainError
    return facts_of(tuple(properties), tuple(notes))


def _coded(content: str) -> tuple[str, str]:
    """The text of a segment with inline codes, and the segment as it is kept.

    >>> _coded('<bpt i="1">&lt;b></bpt>义<ept i="1"></ept>&#20044;')
    ('义乌', '<bpt i="1">&lt;b&gt;</bpt>义<ept i="1"/>乌')
    """
    texts, markup, end = [], [], 0
    for code in _CODE.finditer(content):
        name, attributes, _, native = code.groups()
        texts.append(_text_alone(content[end : code.start()]))
        kept = f">{escaped(_text(native))}</{name}>" if native else "/>"
        markup.append(f"{escaped(texts[-1])}<{name}{_normal(attributes)}{kept}")
        end = code.end()
    texts.append(_text_alone(content[end:]))
    return "".join(texts), "".join((*markup, escaped(texts[-1])))


def _text_alone(content: str) -> str:
    if "<" in content:
        raise _NotPlainError
    return _text(content)


def _normal(attributes: str) -> str:
    """The attributes, which stand as they are kept but for line ends."""
    if "\r" in attributes:
        raise _NotPlainError
    return attributes


def _text(text: str) -> str:
    r"""The text that the content of an element stands for.

    >>> _text("研发 &lt; 3%&#x0d;&#20041;"), _text("1\r\n2")
    ('研发 < 3%\r义', '1\n2')
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _REFERENCE.sub(_referred, text) if "&" in text else text


def _referred(reference: re.Match[str]) -> str:
    decimal, hexadecimal, name = reference.groups()
    if name:
        if name not in _NAMED:
            raise _NotPlainError
        return _NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    if code > _LAST:
        raise _NotPlainError
    return chr(code)


_LAST = 0x10FFFF
