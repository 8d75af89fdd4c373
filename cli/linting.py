"""One run of `zhterm lint`: its files, and how what readers say is shown."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cli.contract import print_json
from cli.terminal import bold, field, note, plain, warn, write
from termbase.errors import InputError, ZhtermError

if TYPE_CHECKING:
    from tm.lint.model import Reader, Remark, Report

__all__ = ["Linting", "report_json", "report_lines", "rule_lines"]


class Linting:
    """What to ask of which readers."""

    def __init__(
        self, format_: str | None, readers: Sequence[str], languages: str | None, skip: Sequence[str]
    ) -> None:
        """Raises InputError for a reader, a rule or a pair that does not exist."""
        from tm.lint.readers import READERS
        from tm.lint.rules import RULES

        for kind, names, known in (("reader", readers, READERS), ("rule", skip, RULES)):
            for name in names:
                if name not in known:
                    remedy = f"choose one of {', '.join(known)}" if kind == "reader" else "see: zhterm lint --rules"
                    raise InputError(f"there is no {kind} {name!r}", remedy=remedy)
        self._format, self._readers, self._skip = format_, readers, frozenset(skip)
        self._pair = _pair(languages)
        self.findings = 0

    def run(self, paths: Sequence[Path], *, strict: bool, as_json: bool) -> int:
        """Lint and show; returns how many files could not be read, which are told while the others go on."""
        from cli.progress import waiting, with_progress

        failed = seen = accepted = 0
        for path in with_progress(list(_files(paths)), what="files"):
            try:
                with waiting(f"reading {path.name}"):
                    report = self._report(path)
            except ZhtermError as error:
                if strict:
                    raise
                failed += 1
                warn(str(error))
                continue
            seen += 1
            accepted += not report.remarks
            self.findings += sum(len(report.of(reader)) for reader in report.readers)
            if as_json:
                for value in report_json(report):
                    print_json(value)
            else:
                for line in report_lines(report):
                    write(line)
        parts = [f"{seen} file{'' if seen == 1 else 's'}", f"{accepted} accepted by all"]
        note(", ".join([*parts, f"{failed} not read"] if failed else parts))
        return failed

    def _report(self, path: Path) -> Report:
        from tm.lint.run import lint

        report = lint(path, self._format, self._readers, self._pair)
        return replace(report, remarks=tuple(one for one in report.remarks if one.rule.id not in self._skip))


def report_lines(report: Report) -> Iterator[str]:
    """A file, then a line for each reader and reason."""
    from tm.lint.readers import name_of

    yield bold(plain(f"{report.path}  {report.title}"))
    for reader in report.readers:
        name = name_of(reader, report.format)
        remarks = report.of(reader)
        if not remarks:
            sure = report.format in reader.known_well
            yield from field(name, "accepts" if sure else "accepts, as far as is known")
        for remark in remarks:
            more = f", and {remark.count - 1:,} more" if remark.count > 1 else ""
            verdict = f"{remark.rule.verdict}, line {remark.line}{more}"
            yield from field(name, f"{verdict}: {remark.message}; {remark.remedy} [{remark.rule.id}]")


def report_json(report: Report) -> Iterator[dict[str, object]]:
    """One object for each reader and reason, or for a reader that accepts; names and keys are a contract."""
    for reader in report.readers:
        remarks = report.of(reader)
        if not remarks:
            yield _remark_json(report, reader, None)
        for remark in remarks:
            yield _remark_json(report, reader, remark)


def _remark_json(report: Report, reader: Reader, remark: Remark | None) -> dict[str, object]:
    return {
        "file": report.path,
        "format": report.format,
        "reader": reader.id,
        "verdict": remark.rule.verdict if remark else "accepts",
        "sure": bool(remark) or report.format in reader.known_well,
        "rule": remark.rule.id if remark else None,
        "line": remark.line if remark else None,
        "count": remark.count if remark else 0,
        "message": remark.message if remark else None,
        "remedy": remark.remedy if remark else None,
        "source": remark.rule.source if remark else None,
    }


def rule_lines(*, as_json: bool) -> Iterator[str]:
    """All rules: what each says of which readers, and where it is known from."""
    from tm.lint.rules import RULES

    for rule in RULES.values():
        if as_json:
            value = {
                "rule": rule.id,
                "readers": rule.readers,
                "verdict": rule.verdict,
                "message": rule.message,
                "remedy": rule.remedy,
                "source": rule.source,
            }
            yield json.dumps(value, ensure_ascii=False)
            continue
        yield bold(rule.id)
        yield from field("readers", f"{', '.join(rule.readers)}: {rule.verdict}")
        yield from field("says", rule.message)
        yield from field("source", rule.source)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files, and those in folders that are surely of a format."""
    from tm.lint.run import is_known

    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = sorted(file for file in path.rglob("*") if file.is_file() and is_known(file))
        if not inside:
            raise InputError("no file to lint in this folder", path=path, remedy="name the files")
        yield from inside


def _pair(languages: str | None) -> tuple[str, str] | None:
    if languages is None:
        return None
    first, _, second = languages.partition(",")
    if not first.strip() or not second.strip() or "," in second:
        raise InputError(
            f"{languages!r} is no pair of languages", remedy="write for instance: --languages zh-CN,en-US"
        )
    return first.strip(), second.strip()
