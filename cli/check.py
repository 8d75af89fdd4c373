"""`zhterm check` and `zhterm checks`: what is wrong in a translation."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli import completion
from cli.options import Database, Json, Strict, location
from cli.report_format import ReportFormat, report_of

__all__ = ["check", "checks"]


def check(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE…", help="Bilingual files, or English texts. Together they are one job."),
    ],
    source: Annotated[
        Path | None, typer.Option("--source", metavar="ZH", help="The Chinese text that FILE translates.")
    ] = None,
    profile: Annotated[
        Path | None,
        typer.Option("--profile", metavar="FILE", help="The desk's rules; default: zhterm.toml here or above."),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only", metavar="CHECK", help="Run this check, no others.", autocompletion=completion.check_names
        ),
    ] = None,
    skip: Annotated[
        list[str] | None,
        typer.Option("--skip", metavar="CHECK", help="Leave this check out.", autocompletion=completion.check_names),
    ] = None,
    format_: Annotated[
        ReportFormat | None, typer.Option("--format", help="Default: as OUT is named, else text.")
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="OUT", help="The report's file.")] = None,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", metavar="FILE", help="Show only what is not in this baseline.")
    ] = None,
    update_baseline: Annotated[
        bool, typer.Option("--update-baseline", help="Write all findings into the baseline.")
    ] = False,
    fix: Annotated[
        Path | None,
        typer.Option("--fix", metavar="COPY", help="Apply what is safe in a copy; of several files, a folder."),
    ] = None,
    date: Annotated[str, typer.Option("--date", metavar="DAY", help="The date of the text; default: today.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there.")] = False,
    strict: Strict = False,
    db: Database = None,
    as_json: Json = False,
) -> None:
    """Find what is wrong in a translation, say why, and how to mend it.

    Checks terms, numbers, dates, names, consistency, punctuation and leftovers in XLIFF, TMX, PO, tables, a pair of
    texts (--source) or English alone. The exit code is 1 when there is a finding that is not fixed.

    \b
    Examples:
      zhterm check translation.xlf
      zhterm check article.en.txt --source article.zh.txt --format html -o findings.html
      zhterm check job/*.sdlxliff --skip first-mention --baseline known.txt
      zhterm check translation.xlf --fix mended.xlf
    """
    from cli.checking import Files, baseline_of, open_run, profile_of, write_baseline
    from cli.extraction import require_date
    from cli.files import require_new
    from cli.findings import report_findings, tell
    from cli.fixing import Copies
    from tm.fixing.texts import Texts

    require_date(date)
    if output is not None:
        require_new(output, force=force)
    rules = profile_of(profile)
    known = baseline_of(baseline, update=update_baseline)
    run = open_run(rules, only or (), skip or (), location(db), date, known)
    segments = Files(files, source, run.terms, strict=strict)
    copies = None if fix is None else Copies(segments.paths, files, fix, force=force)
    texts = Texts()
    found = run.findings(texts.seen(segments))
    found = copies.collected(found) if copies else found
    if update_baseline:
        write_baseline(baseline, found)
    else:
        shown = ReportFormat.JSON if as_json else format_ or report_of(output)
        report_findings(found, run, shown, output, texts, force=force)
    fixed = copies.write(texts, segments.failed) if copies else 0
    left = run.tally.findings - fixed
    tell(run.tally, len(segments.failed))
    if copies:
        copies.tell(fixed, left)
    if segments.failed:
        raise typer.Exit(2)
    if left and not update_baseline:
        raise typer.Exit(1)


def checks(as_json: Json = False) -> None:
    """List the checks: what each finds, how much it weighs, how often it is wrong on good translations.

    \b
    Example:
      zhterm checks
    """
    from cli.contract import print_json
    from cli.terminal import table, write
    from tm.checks import CHECKS

    if as_json:
        for one in CHECKS.values():
            print_json(
                {
                    "check": one.id,
                    "severity": one.severity,
                    "says": one.says,
                    "origin": one.origin,
                    "directions": sorted(one.directions),
                    "false_alarms": one.false_alarms,
                }
            )
        return
    rows = [(one.id, one.severity, _share(one.false_alarms), one.says) for one in CHECKS.values()]
    for line in table(rows, ("check", "severity", "false", "a finding says that")):
        write(line)


def _share(value: float | None) -> str:
    """A share as a percentage; measured ones under one in ten thousand are not zero."""
    return "–" if value is None else "<0.01 %" if 0 < value < 0.0001 else f"{value:.2%}".replace("%", " %")
