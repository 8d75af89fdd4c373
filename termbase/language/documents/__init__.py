"""What a file says: its paragraphs, its language and its date, whatever kind of file it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from termbase.errors import InputError, unreadable
from termbase.language.documents.dates import date_of
from termbase.language.script import language_of
from termbase.model import Language

__all__ = ["Document", "read_document", "read_lines"]

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

_NO_TEXT, _RIGHT_FILE = "has no text in it", "check that it is the right file"

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
    suffix = path.suffix.lower()
    data = _bytes_of(path, suffix)
    read: Callable[[bytes, Path], tuple[list[str], str]] = import_module(
        f"{__name__}.{_READERS.get(suffix, 'text')}"
    ).read
    paragraphs, date = read(data, path)
    if not paragraphs:
        raise InputError(_NO_TEXT, path=path, remedy=_RIGHT_FILE)
    return Document(
        path.as_posix(), language_of("\n".join(paragraphs)), tuple(paragraphs), date or date_of(paragraphs)
    )


def read_lines(path: Path) -> list[str]:
    """The lines of a text file, without white space around them; the file's last line break begins no line.

    Raises InputError when the file cannot be opened, is not text, or has no text in it.
    """
    from termbase.language.documents.text import text_of

    lines = [line.strip() for line in text_of(_bytes_of(path, path.suffix.lower()), path).split("\n")]
    if not any(lines):
        raise InputError(_NO_TEXT, path=path, remedy=_RIGHT_FILE)
    return lines if lines[-1] else lines[:-1]


def _bytes_of(path: Path, suffix: str) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(f"larger than {_LARGEST // 1_000_000} MB", path=path, remedy="split it")
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise unreadable(error, path) from error
    if not data:
        raise InputError("is empty", path=path, remedy=_RIGHT_FILE)
    _refuse_other_kind(data, suffix, path)
    return data


def _refuse_other_kind(data: bytes, suffix: str, path: Path) -> None:
    for signature, suffixes, what, remedy in _SIGNATURES:
        if data.startswith(signature) and suffix not in suffixes:
            raise InputError(what, path=path, remedy=remedy)
