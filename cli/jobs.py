"""Which files of a command line are read alone, and which are the two sides of a pair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Job", "jobs_of"]

_SIDES = {"zh": "en", "en": "zh"}


@dataclass(frozen=True, slots=True)
class Job:
    """One article, or a Chinese and an English one that translate one another."""

    paths: tuple[Path, ...]

    @property
    def name(self) -> str:
        """What to call the job in messages.

        >>> Job((Path("a.zh.txt"), Path("a.en.txt"))).name
        'a.zh.txt + a.en.txt'
        """
        return " + ".join(path.as_posix() for path in self.paths)


def jobs_of(files: Iterable[Path], pairs: Sequence[tuple[Path, Path]] = ()) -> list[Job]:
    """The files as jobs in the order given; `x.zh.txt` and `x.en.docx` pair up by themselves.

    >>> [job.name for job in jobs_of([Path("b.txt"), Path("a.en.txt"), Path("a.zh.md")])]
    ['b.txt', 'a.zh.md + a.en.txt']
    """
    jobs = [Job(pair) for pair in pairs]
    paired = {path for pair in pairs for path in pair}
    singles = [path for path in dict.fromkeys(files) if path not in paired]
    by_side = {side_of(path): path for path in singles if side_of(path) is not None}
    taken: set[Path] = set()
    for path in singles:
        if path in taken:
            continue
        side = side_of(path)
        partner = by_side.get((side[0], _SIDES[side[1]])) if side else None
        if side is None or partner is None or partner in taken:
            jobs.append(Job((path,)))
            continue
        taken.add(partner)
        jobs.append(Job((path, partner) if side[1] == "zh" else (partner, path)))
    return jobs


def side_of(path: Path) -> tuple[Path, str] | None:
    """The common stem and the language that a file name tells, or None.

    >>> side_of(Path("news/port.zh.txt")) == (Path("news/port"), "zh")
    True
    >>> side_of(Path("port.txt"))
    """
    parts = path.name.split(".")
    if len(parts) < 3 or parts[-2].lower() not in _SIDES:
        return None
    return path.with_name(".".join(parts[:-2])), parts[-2].lower()
