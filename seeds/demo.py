"""The whole way on the sample articles: `python -m seeds.demo FOLDER` imports, extracts, looks up, exports."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from seeds import sample_articles

__all__ = ["main"]


def main(folder: Path) -> int:
    """Run the commands a new user would, each shown before it runs; the folder is made anew."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    database = ["--db", str(folder / "zhterm.db")]
    commands = [
        ["import", "--starter", *database],
        ["extract", *map(os.path.relpath, sample_articles()), *database],
        ["lookup", "八八战略", *database],
        ["lookup", "bbzl", "-n", "1", *database],
        ["export", str(folder / "memory.tmx"), "--status", "all", *database],
        ["export", str(folder / "glossary.utf8"), "--format", "omegat", "--status", "all", *database],
        ["export", str(folder / "glossary.csv"), "--status", "all", *database],
        ["export", str(folder / "glossary.md"), "--status", "all", *database],
    ]
    for command in commands:
        sys.stdout.write(f"\n$ {shlex.join(['zhterm', *command])}\n")
        sys.stdout.flush()
        result = subprocess.run([sys.executable, "-m", "cli", *command], check=False)
        if result.returncode:
            sys.stderr.write(f"the demo stopped: exit code {result.returncode}\n")
            return result.returncode
    sys.stdout.write("\nWhat is there now:\n")
    for path in sorted(folder.iterdir()):
        sys.stdout.write(f"  {path}  {path.stat().st_size:,} bytes\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "demo")))
