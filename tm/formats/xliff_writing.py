"""A memory as XLIFF 1.2 or 2.1: every unit is a translated segment, of the document it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, count, groupby
from typing import TypeVar

from termbase.formats.xml_text import attribute, content
from tm.formats.languages import Pair, is_from_chinese
from tm.formats.xliff_codes import Rendered, rendered_1, rendered_2
from tm.formats.xliff_facts import METADATA, TOOL, TYPE, facts_of, written_1, written_2
from tm.model import Unit

__all__ = ["write", "write_2"]

Key = TypeVar("Key")
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write(units: Iterable[Unit], *, source: str = "zh-CN", target: str = "en-US") -> Iterator[str]:
    """The text of an XLIFF 1.2 file, piece by piece, to be written as UTF-8.

    `source` and `target` are the tags of units that have none; a `file` holds units of one document and one pair of
    tags that follow each other. What is told of a unit beside its notes stands in groups of contexts, which other
    programs pass over. Raises InputError when not exactly one of the two languages is Chinese.

    >>> print(*list(write([Unit("双循环", "dual circulation")]))[2:-2], sep="", end="")
    <trans-unit id="1">
    <source>双循环</source>
    <target state="translated">dual circulation</target>
    </trans-unit>
    """
    from_chinese = is_from_chinese(source, target)
    head = f'{_DECLARATION}<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
    return chain((head,), _files_1(units, (source, target), from_chinese=from_chinese), ("</xliff>\n",))


def write_2(units: Iterable[Unit], *, source: str = "zh-CN", target: str = "en-US") -> Iterator[str]:
    """The text of an XLIFF 2.1 file, as `write` gives it of 1.2; the facts stand in the module for metadata.

    A file of that version has one pair of languages; other tags are kept beside them.
    """
    from_chinese = is_from_chinese(source, target)
    head = (
        f'{_DECLARATION}<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="{METADATA}" version="2.1" '
        f"srcLang={attribute(source)} trgLang={attribute(target)}>\n"
    )
    return chain((head,), _files_2(units, (source, target), from_chinese=from_chinese), ("</xliff>\n",))


def _sides(unit: Unit, render: Callable[[str, str], Rendered], *, from_chinese: bool) -> Rendered:
    """Source and target as XML."""
    order = 1 if from_chinese else -1
    source, target = (content(unit.zh), content(unit.en))[::order]
    if not (unit.zh_markup or unit.en_markup):
        return Rendered(source, target)
    codes = (unit.zh_markup, unit.en_markup)[::order]
    return render(codes[0] or source, codes[1] or target)


def _files_1(units: Iterable[Unit], pair: Pair, *, from_chinese: bool) -> Iterator[str]:
    usual = pair if from_chinese else pair[::-1]
    tool = f"<tool tool-id={attribute(TOOL)} tool-name={attribute(TOOL)}/>"

    def held(unit: Unit) -> tuple[str, str, str]:
        return unit.document, unit.zh_language or usual[0], unit.en_language or usual[1]

    # without a unit too there must be a file
    for (document, *tags), some in _or_one(groupby(units, held), ("", *usual)):
        source, target = tags if from_chinese else tags[::-1]
        yield (
            f"<file original={attribute(document)} source-language={attribute(source)} "
            f"target-language={attribute(target)} "
            f'datatype="plaintext" tool-id={attribute(TOOL)} xml:space="preserve">\n'
            f"<header>{tool}</header>\n<body>\n"
        )
        for number, unit in enumerate(some, start=1):
            sides = _sides(unit, rendered_1, from_chinese=from_chinese)
            facts = facts_of(unit, (unit.zh_language, unit.en_language))
            yield (
                f'<trans-unit id="{number}">\n<source>{sides.source}</source>\n'
                f'<target state="translated">{sides.target}</target>\n{written_1(facts, number)}</trans-unit>\n'
            )
        yield "</body>\n</file>\n"


def _files_2(units: Iterable[Unit], pair: Pair, *, from_chinese: bool) -> Iterator[str]:
    zh, en = pair if from_chinese else pair[::-1]
    numbers = count(1)
    for document, some in _or_one(groupby(units, lambda unit: unit.document), ""):
        original = f" original={attribute(document)}" if document else ""
        yield f'<file id="f{next(numbers)}"{original} xml:space="preserve">\n'
        number = 0
        for number, unit in enumerate(some, start=1):
            sides = _sides(unit, rendered_2, from_chinese=from_chinese)
            facts = facts_of(unit, (unit.zh_language and zh, unit.en_language and en))
            data = "".join(f'<data id="d{place}">{native}</data>' for place, native in enumerate(sides.data, start=1))
            yield (
                f'<unit id="{number}" type="{TYPE}">\n{written_2(facts)}'
                f"{f'<originalData>{data}</originalData>{chr(10)}' if data else ''}"
                f'<segment state="translated">\n<source>{sides.source}</source>\n<target>{sides.target}</target>\n'
                "</segment>\n</unit>\n"
            )
        # a file must hold something, and an empty group is enough
        yield "</file>\n" if number else '<group id="g1"/>\n</file>\n'


def _or_one(groups: Iterable[tuple[Key, Iterable[Unit]]], key: Key) -> Iterator[tuple[Key, Iterable[Unit]]]:
    """The groups of units; where there is none, one of no units."""
    groups = iter(groups)
    yield next(groups, (key, ()))
    yield from groups
