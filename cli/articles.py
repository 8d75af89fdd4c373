"""`zhterm extract FILE…`: articles and pairs, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cli.jobs import Job

if TYPE_CHECKING:
    from cli.extraction import Extraction
    from termbase.extract.articles import Extractor
    from termbase.extract.explanation import Explanation

__all__ = ["Articles"]


@dataclass(frozen=True, slots=True)
class Articles:
    """Each article or pair is read, extracted and filed by itself."""

    jobs: Sequence[Job]

    def run(self, extraction: Extraction, *, strict: bool) -> tuple[str, bool]:
        """Extract all; returns what was read, in words, and whether something failed."""
        from cli.progress import with_progress
        from cli.terminal import warn
        from termbase.errors import ZhtermError

        failed = 0
        for job in with_progress(self.jobs):
            try:
                extraction.run(job)
            except ZhtermError as error:
                if strict:
                    raise
                failed += 1
                warn(str(error))
        return f"{len(self.jobs) - failed} of {len(self.jobs)}", failed > 0

    def explained(self, extractor: Extractor, term: str) -> Iterator[tuple[str, Explanation]]:
        """The explanations of a term with the name of the article."""
        for job in self.jobs:
            yield from _explained(extractor, job, term)


def _explained(extractor: Extractor, job: Job, term: str) -> Iterator[tuple[str, Explanation]]:
    from cli.sides import beads_between, sides_of
    from termbase.extract.explaining import explained_in_article, explained_in_pair

    sides = sides_of(job)
    if len(sides) == 1:
        (side,) = sides
        for found in explained_in_article(term, side.sentences, chinese=side.language.is_chinese):
            yield side.name, found
        return
    zh, en = sides
    beads = beads_between(zh, en, extractor.recogniser)
    for chinese, found in explained_in_pair(term, zh.sentences, en.sentences, beads, extractor.renderer):
        yield (zh if chinese else en).name, found
