"""One glossary after the other into the termbase, and what is said about it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cli.options import open_store

if TYPE_CHECKING:
    from termbase.collect import Outcome, Step
    from termbase.model import Concept
    from termbase.place import Place
    from termbase.store import Store

__all__ = ["Import", "starter_files", "store_for"]

_DRY = {"added": "would be added", "changed": "would be changed", "skipped": "would be skipped (rejected)"}


class _OnlyShownError(Exception):
    """Takes back what a dry run did on a server."""


@dataclass(frozen=True, slots=True)
class Import:
    """How files are taken in, all into one store: together they are one run, which is taken back as a whole."""

    store: Store
    as_json: bool = False
    dry_run: bool = False
    quiet: bool = False
    """Say nothing of single files."""

    def take(self, path: Path, format_name: str | None) -> Outcome:
        """Take in one file, all of it or nothing; says what was found in it and what became of it."""
        from cli.contract import print_json
        from cli.progress import with_progress
        from cli.terminal import note
        from termbase.collect import Outcome, import_steps
        from termbase.formats import format_of

        _refuse_other_kind(path, format_name)
        chosen = format_of(path, format_name, can="read")
        assert chosen.read is not None, "format_of gives a format that can be read"
        outcome = Outcome()
        with self.store.transaction():
            for step in with_progress(import_steps(self.store, chosen.read(path)), what="entries"):
                outcome += step.outcome
                if self.dry_run:
                    self._show(step, path)
        if chosen.describe and not self.quiet:
            for line in chosen.describe(path):
                note(f"{path}: {line}")
        if self.as_json and not self.dry_run:
            print_json({"file": path.as_posix(), **asdict(outcome)})
        if not self.quiet:
            note(f"{path}: {self.told(outcome)}")
        return outcome

    def told(self, outcome: Outcome) -> str:
        """The counts in words."""
        were = "are" if self.dry_run else "were"
        skipped = f", {outcome.skipped} skipped because they {were} rejected" if outcome.skipped else ""
        added = "would be added" if self.dry_run else "added"
        return f"{outcome.added} {added}, {outcome.changed} changed, {outcome.unchanged} unchanged{skipped}"

    def _show(self, step: Step, path: Path) -> None:
        from cli.contract import print_json
        from cli.terminal import plain, write

        if step.action == "unchanged":
            return
        changes = list(_changes(step.before, step.after)) if step.before and step.action == "changed" else []
        if self.as_json:
            sides = {side: _text(step.after, chinese=side == "zh") for side in ("zh", "en")}
            id_ = step.before.id if step.before else None
            print_json({"file": path.as_posix(), "action": step.action, "id": id_, **sides, "changes": changes})
        else:
            told = ": ".join(filter(None, (_DRY[step.action], _title(step.after), "; ".join(changes))))
            write(plain(" ".join(told.split())))


@contextmanager
def store_for(database: Place, *, dry_run: bool) -> Iterator[Store]:
    """The termbase; for a dry run a copy of it, which goes away, or on a server what was done is taken back."""
    if not dry_run:
        with open_store(database, "import") as store:
            yield store
        return
    from termbase.backups import copy_database
    from termbase.database import file_of
    from termbase.place import Server

    if isinstance(database, Server):
        with open_store(database, "import") as store, suppress(_OnlyShownError), store.transaction():
            yield store
            raise _OnlyShownError
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.db"
        if (stored := file_of(database)).exists():
            copy_database(stored, copy)
        with open_store(copy, "import") as store:
            yield store


def starter_files() -> list[Path]:
    """The files of the starter termbase."""
    from seeds import starter_files as files

    return files()


def _refuse_other_kind(path: Path, format_name: str | None) -> None:
    """Raise InputError for what another command takes, which the ending tells."""
    from termbase.errors import InputError
    from termbase.formats import FORMATS
    from tm.formats import BITEXTS

    if path.is_dir():
        raise InputError("is a folder, not a file", path=path, remedy="name the files in it")
    suffix = path.suffix.lower()
    known = {ending for one in FORMATS.values() for ending in one.suffixes}
    if format_name is None and suffix not in known and any(suffix in one.suffixes for one in BITEXTS.values()):
        raise InputError(f"{suffix} is a memory, no glossary", path=path, remedy="take it in by zhterm tm import")


def _changes(before: Concept, after: Concept) -> Iterator[str]:
    """What an import adds to an entry, in words."""
    known = {(term.language, term.text): term for term in before.terms}
    for term in after.terms:
        old = known.get((term.language, term.text))
        if old is None:
            yield f"new form {term.text} ({term.usage})"
        elif old != term:
            yield f"form {term.text} ({old.usage}, {old.status} → {term.usage}, {term.status})"
    fields: dict[str, Callable[[Concept], object]] = {
        "type": lambda concept: concept.type,
        "status": lambda concept: concept.status,
        "subject": lambda concept: concept.subject,
        "definition": lambda concept: (concept.definition_zh, concept.definition_en),
        "note": lambda concept: concept.note,
        "items": lambda concept: concept.items,
    }
    yield from (name for name, of in fields.items() if of(before) != of(after))


def _title(concept: Concept) -> str:
    return " – ".join(filter(None, (_text(concept, chinese=True), _text(concept, chinese=False))))


def _text(concept: Concept, *, chinese: bool) -> str | None:
    preferred = concept.preferred(chinese=chinese)
    other = next((term for term in concept.terms if term.language.is_chinese is chinese), None)
    term = preferred or other
    return term.text if term else None
