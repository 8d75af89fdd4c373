"""`zhterm report analysis`: what of a job is translated already, as a page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.amounts import number_of
from cli.options import Database, Json, location
from cli.report.page import Force, Output, deliver, require_output

__all__ = ["analysis"]


def analysis(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="Articles, XLIFF, SDLXLIFF, TMX, PO, TSV, CSV or XLSX.")
    ],
    output: Output = None,
    force: Force = False,
    db: Database = None,
    as_json: Json = False,
) -> None:
    """What the memory knows of some files, as tables and bars.

    The counts are those of `zhterm tm analyse`.

    \b
    Examples:
      zhterm report analysis article1.zh.txt article2.zh.txt -o analysis.html
      zhterm report analysis news.sdlxliff -o analysis.html --json
    """
    from cli.tm.counting import counted_files, counted_json
    from tm.report.analysis_page import analysis_page

    require_output(output, as_json=as_json, force=force)
    counted = counted_files(files, location(db))
    values = (counted_json(name, bands) for name, bands in counted)
    what = number_of(len(files), "file")
    deliver(output, analysis_page(counted), values, as_json=as_json, force=force, what=what)
