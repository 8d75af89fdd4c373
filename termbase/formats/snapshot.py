"""JSON with everything a concept has: the project's own snapshot, versioned, one entry a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from termbase.errors import FormatError, unreadable
from termbase.formats.json_stream import JsonStream
from termbase.history import concept_of, state_of
from termbase.model import Concept, Context, Language

__all__ = ["read", "write"]

_NAME, _VERSION = "zhterm glossary", 1
_PLAIN: dict[str, tuple[type, ...]] = {
    "str": (str,),
    "bool": (bool,),
    "int": (int,),
    "float": (int, float),
    "int | None": (int, type(None)),
}
_SURROGATE = re.compile("[\ud800-\udfff]")
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def write(concepts: Iterable[Concept]) -> Iterator[str]:
    """The text of a snapshot, one JSON object, to be written as UTF-8; fields at their default are left out.

    >>> from termbase.model import ConceptType, Term
    >>> print("".join(write([Concept(ConceptType.PLACE, (Term(Language.ZH_HANS, "义乌"),))])), end="")
    {"format":"zhterm glossary","version":1,"concepts":[
    {"type":"place","terms":[{"language":"zh-Hans","text":"义乌"}]}
    ]}
    """
    yield f'{{"format":"{_NAME}","version":{_VERSION},"concepts":['
    between = "\n"
    for concept in concepts:
        state = state_of(concept)
        if concept.contexts:
            state["contexts"] = [asdict(context) for context in concept.contexts]
        yield f"{between}{_encode(state)}"
        between = ",\n"
    yield "\n]}\n"


def read(path: Path) -> Iterator[Concept]:
    """The concepts of a snapshot, one by one, without their numbers, which a termbase gives anew.

    A broken file gives FormatError, with the line, when reading comes to that line. Raises InputError for a file that
    cannot be read.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            stream = JsonStream(file, path)
            _check_head(stream, path)
            for line, state in stream.entries():
                yield _concept(state, line, path)
    except OSError as error:
        raise unreadable(error, path) from error
    except UnicodeDecodeError as error:
        raise FormatError("the file is not in UTF-8", path=path, remedy="save it as UTF-8") from error


def _check_head(stream: JsonStream, path: Path) -> None:
    head = stream.head("concepts")
    if head.get("format") != _NAME:
        raise FormatError("the JSON is no glossary of zhterm", path=path, line=1, remedy="choose another file")
    if head.get("version") != _VERSION:
        raise FormatError(
            f"the glossary has the version {head.get('version')}, and {_VERSION} is known",
            path=path,
            line=1,
            remedy="install the newest zhterm",
        )


def _concept(state: Any, line: int, path: Path) -> Concept:
    try:
        contexts = tuple(_context(context) for context in state.pop("contexts", ()))
        concept = concept_of(state)
        if not concept.terms:
            raise ValueError("there is no term")
        found = replace(concept, id=None, contexts=contexts)
        _check(found)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise FormatError(
            f"the entry cannot be understood ({error})", path=path, line=line, remedy="export the glossary again"
        ) from error
    return found


def _context(state: dict[str, Any]) -> Context:
    return Context(**{**state, "language": Language(state["language"])})


def _check(value: Any) -> None:
    """Raise ValueError where a field has another kind of value than the model wants."""
    for one in fields(value):
        content = getattr(value, one.name)
        wanted = _PLAIN.get(str(one.type))
        if wanted and (type(content) not in wanted or (isinstance(content, str) and _SURROGATE.search(content))):
            raise ValueError(f"{one.name}: {content!r}")
        for part in content if isinstance(content, tuple) else (content,):
            if is_dataclass(part):
                _check(part)
