"""What lint says: a remark of a reader on a file, after a rule that says where it is known from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["STANDARD", "STRICT", "Reader", "Remark", "Report", "Rule", "Verdict"]

STANDARD = "standard"
"""The reader that stands for the standard itself: the DTD of TMX, TBX-Basic, the schema of XLIFF."""
STRICT = "strict"
"""The strict schema of XLIFF 1.2, which few files keep; asked only when named."""


class Verdict(StrEnum):
    """What a reader does with a file, from the best to the worst."""

    ACCEPTS = "accepts"
    MAY_LOSE = "may lose"
    """Something may not come in; nobody has tried, or it depends on settings."""
    LOSES = "loses"
    """The file is taken, and something of it is not there afterwards."""
    MAY_REFUSE = "may refuse"
    REFUSES = "refuses"

    @property
    def rank(self) -> int:
        """0 for the best."""
        return list(Verdict).index(self)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads files."""

    id: str
    """As typed after `--for`."""
    name: str
    reads: frozenset[str]
    """The formats on which rules say something of it."""
    known_well: frozenset[str]
    """Those of which its sources or its schema tell all; of the others it accepts what no rule speaks against."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing in a file that some readers do not take, or do not keep."""

    id: str
    readers: tuple[str, ...]
    verdict: Verdict
    message: str
    """What is there and what comes of it, with {names} for what the file has."""
    remedy: str
    source: str
    """Where this is known from."""
    by_schema: bool = False
    """Whether the schema or the DTD of the standard says so, which a validator would find too."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A rule that a file breaks, in one place or more."""

    rule: Rule
    line: int
    """The first place."""
    message: str
    remedy: str
    count: int
    """How many places."""


@dataclass(frozen=True, slots=True)
class Report:
    """What is said of one file."""

    path: str
    format: str
    title: str
    """What the file is, in words: `TMX 1.4`."""
    readers: tuple[Reader, ...]
    """Who was asked."""
    remarks: tuple[Remark, ...]
    """In the order of their lines."""

    def of(self, reader: Reader) -> list[Remark]:
        """What is said for one reader, the worst first."""
        told = [one for one in self.remarks if reader.id in one.rule.readers]
        return sorted(told, key=lambda one: -one.rule.verdict.rank)

    def verdict(self, reader: Reader) -> Verdict:
        """The worst that is said for one reader."""
        return max((one.rule.verdict for one in self.of(reader)), key=lambda one: one.rank, default=Verdict.ACCEPTS)
