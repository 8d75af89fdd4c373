"""`zhterm extract --from-memory`: the terms of the translation memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cli.amounts import number_of

if TYPE_CHECKING:
    from cli.extraction import Extraction
    from termbase.extract.articles import Extractor
    from termbase.extract.explanation import Explanation
    from termbase.place import Place
    from tm.memory.reading import MemoryReader

__all__ = ["MemoryUnits"]

_UNIT_BYTES = 100
"""The Chinese of a usual unit (33 characters)."""


@dataclass(frozen=True, slots=True)
class MemoryUnits:
    """The units of the memory in a database, or of one of its documents."""

    database: Place
    document: str = ""
    least: int = 2
    """Units that must have a term."""

    @property
    def name(self) -> str:
        """The document that contexts from the memory name; no article can have the name."""
        from termbase.extract.pairs.memory_terms import MEMORY

        return f"{MEMORY}: {self.document}" if self.document else MEMORY

    def run(self, extraction: Extraction, *, strict: bool) -> tuple[str, bool]:
        """Extract and file; returns what was read, in words, and that nothing failed."""
        from cli.processes import processes_for
        from tm.memory.reading import open_memory

        with open_memory(self.database) as reader:
            count = self._count(reader)
            concepts = extraction.extractor.memory(
                lambda: self._pass(reader, count),
                self.name,
                least=self.least,
                processes=processes_for(_UNIT_BYTES * count),
            )
        extraction.file(concepts, {})
        return number_of(count, "unit"), False

    def explained(self, extractor: Extractor, term: str) -> Iterator[tuple[str, Explanation]]:
        """The explanation of a term with the name of the memory."""
        from termbase.extract.explaining import explained_in_memory
        from tm.memory.reading import open_memory

        with open_memory(self.database) as reader:
            count = self._count(reader)
            units = lambda: self._pass(reader, count)  # noqa: E731
            for found in explained_in_memory(term, extractor.memory_terms(), units, least=self.least):
                yield self.name, found

    def _count(self, reader: MemoryReader) -> int:
        from termbase.errors import InputError

        count = reader.count(self.document)
        if not count and self.document:
            message = f"the memory has no unit of the document {self.document!r}"
            raise InputError(message, remedy="zhterm tm stats names the largest documents")
        if not count:
            raise InputError("the memory is empty", remedy="fill it: zhterm tm import FILE, or zhterm align")
        return count

    def _pass(self, reader: MemoryReader, count: int) -> Iterator[tuple[str, str]]:
        from cli.progress import with_progress

        return with_progress(reader.texts(self.document), count)
