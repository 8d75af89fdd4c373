"""Extraction of the long article: cold, warm, memory."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.benchmarks.timing import SHARED, median_call, peak_memory

__all__ = ["main"]


def main() -> None:
    """Print seconds cold, KB/s warm on one core, and peak memory."""
    articles = sorted((SHARED / "seeds").glob("*.txt"), key=lambda path: -path.stat().st_size)
    if not articles:
        print("the articles are not there: nothing measured")
        return
    with tempfile.TemporaryDirectory() as folder:
        database = str(Path(folder) / "zhterm.db")
        python = [sys.executable, "-m", "cli"]
        peak_memory([*python, "import", "--starter", "--db", database])
        runs = [
            peak_memory([*python, "extract", "--dry-run", "--json", str(articles[0]), "--db", database])
            for _ in range(3)
        ]
        seconds = sorted(run[0] for run in runs)[1]
        print(
            f"cold command on {articles[0].stat().st_size / 1024:.0f} KB: {seconds:.2f} s (limit 3), {runs[-1][1]:.0f} MB (limit 300)"
        )
        _warm(articles[0], Path(database))


def _warm(article: Path, database: Path) -> None:
    from cli.extraction import Extraction
    from cli.jobs import Job

    with Extraction.open(database, dry_run=True) as extraction:
        job = Job((article,))
        extraction.run(job)
        seconds = median_call(lambda: extraction.run(job), rounds=5)
    print(f"warm: {article.stat().st_size / 1024 / seconds:.0f} KB/s (limit 100)")
