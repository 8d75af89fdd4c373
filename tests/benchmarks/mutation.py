"""One change in an XML tree, of the kinds that tools and hands make."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from typing import Any

__all__ = ["mutate"]

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NAMES = ("foo", "id", "type", _XML_LANG, "{urn:other}own", "state", "priority", "date")
_VALUES = ("", "x", "1", "-1", "x y", "zh-CN", "zh_CN", "final", "yes", "begin")

Element = Any
Change = Callable[[list[Element], Element, random.Random], bool]


def mutate(root: Element, chance: random.Random) -> bool:
    """Change one thing somewhere below the root; returns whether it was possible there."""
    elements = [one for one in root.iter() if isinstance(one.tag, str)]
    return chance.choice(_CHANGES)(elements, chance.choice(elements), chance)


def _drop_attribute(_: list[Element], element: Element, chance: random.Random) -> bool:
    if element.attrib:
        del element.attrib[chance.choice(list(element.attrib))]
        return True
    return False


def _add_attribute(_: list[Element], element: Element, chance: random.Random) -> bool:
    element.set(chance.choice(_NAMES), chance.choice(_VALUES))
    return True


def _change_value(_: list[Element], element: Element, chance: random.Random) -> bool:
    if element.attrib:
        element.set(chance.choice(list(element.attrib)), chance.choice(_VALUES))
        return True
    return False


def _drop(_: list[Element], element: Element, chance: random.Random) -> bool:
    if element.getparent() is not None:
        element.getparent().remove(element)
        return True
    return False


def _move(_: list[Element], element: Element, chance: random.Random) -> bool:
    if len(element) > 1:
        child = chance.choice(list(element))
        element.remove(child)
        element.insert(chance.randrange(len(element) + 1), child)
        return True
    return False


def _double(_: list[Element], element: Element, chance: random.Random) -> bool:
    parent = element.getparent()
    if parent is not None:
        parent.insert(chance.randrange(len(parent) + 1), copy.deepcopy(element))
        return True
    return False


def _insert(elements: list[Element], element: Element, chance: random.Random) -> bool:
    element.insert(chance.randrange(len(element) + 1), copy.deepcopy(chance.choice(elements)))
    return True


def _rename(elements: list[Element], element: Element, chance: random.Random) -> bool:
    element.tag = chance.choice(elements).tag
    return True


def _write_text(_: list[Element], element: Element, chance: random.Random) -> bool:
    element.text = (element.text or "") + "text"
    return True


_CHANGES: tuple[Change, ...] = (
    _drop_attribute,
    _add_attribute,
    _change_value,
    _drop,
    _move,
    _double,
    _insert,
    _rename,
    _write_text,
)
