"""What a file says: its paragraphs, its language and its date, whatever kind of file it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from termbase.errors import InputError
from termbase.language.documents.dates import date_of
from termbase.language.script import language_of
from termbase.model import Language

__all__ = ["Document", "read_document"]

# Every reader is a module with `read(data, path) -> (paragraphs, date the file itself names or "")`.
_READERS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".pdf": "pdf",
}

# Five times the longest book in either language; more is a mistake, and would fill the memory.
_LARGEST = 100_000_000

_SIGNATURES = (
    (b"%PDF-", {".pdf"}, "a PDF file", "name it .pdf"),
    (b"PK\x03\x04", {".docx"}, "a ZIP or Office file, not text", "save it as .docx or .txt"),
    (b"\xd0\xcf\x11\xe0", set[str](), "an old or encrypted Office file", "save it as .docx without a password"),
)


@dataclass(frozen=True, slots=True)
class Document:
    """A text as read from a file."""

    name: str
    """The path as it was given, with forward slashes."""
    language: Language
    """By content, not by name; a text without letters counts as English."""
    paragraphs: tuple[str, ...]
    """In reading order, headings included; none is empty or has a line break in it or white space around it."""
    date: str
    """ISO 8601, as the file names it or from a date line near its beginning; empty when there is none."""


def read_document(path: Path) -> Document:
    """The document in a text, Markdown, HTML, DOCX or PDF file; a file with another ending is read as text.

    Raises InputError when the file cannot be opened, is not what its name says, or has no text.
    """
    data = _bytes_of(path)
    suffix = path.suffix.lower()
    _refuse_other_kind(data, suffix, path)
    read: Callable[[bytes, Path], tuple[list[str], str]] = import_module(
        f"{__name__}.{_READERS.get(suffix, 'text')}"
    ).read
    paragraphs, date = read(data, path)
    if not paragraphs:
        raise InputError("has no text in it", path=path, remedy="check that it is the right file")
    return Document(
        path.as_posix(), language_of("\n".join(paragraphs)), tuple(paragraphs), date or date_of(paragraphs)
    )


def _bytes_of(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise InputError("is a folder, not a file", path=path, remedy="name the files in it")
        if path.stat().st_size > _LARGEST:
            raise InputError(f"larger than {_LARGEST // 1_000_000} MB", path=path, remedy="split it")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise InputError("no such file", path=path, remedy="check the name") from error
    except PermissionError as error:
        raise InputError("may not be read", path=path, remedy="ask for permission to read it") from error
    except (OSError, ValueError) as error:
        raise InputError(f"cannot be read ({error})", path=path, remedy="check the name and the disk") from error
    if not data:
        raise InputError("is empty", path=path, remedy="check that it is the right file")
    return data


def _refuse_other_kind(data: bytes, suffix: str, path: Path) -> None:
    for signature, suffixes, what, remedy in _SIGNATURES:
        if data.startswith(signature) and suffix not in suffixes:
            raise InputError(what, path=path, remedy=remedy)
