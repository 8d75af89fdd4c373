"""How soon a command answers: cold look-up, search and help against the floor programs.

The file has 100,000 concepts and, where the articles of law are there, 234,000 units. All programs have their bytecode,
as installed ones do.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from termbase.reading import open_reader
from tests.benchmarks.lookup import fill
from tests.benchmarks.memory import STATUTES, remember, statutes
from tests.benchmarks.timing import interleaved

__all__ = ["main"]

_FLOOR = """
import sys
import typer
app = typer.Typer()
@app.command()
def look(database: str, text: str) -> None:
    from sqlalchemy import create_engine, text as sql
    with create_engine(f"sqlite:///{database}").connect() as connection:
        row = connection.execute(sql("select text from term where id = :key"), {"key": text}).first()
    typer.echo(row[0] if row else "")
app()
"""
_EMPTY = '''
import typer
app = typer.Typer()
@app.command()
def nothing() -> None:
    """Nothing."""
app()
'''


def main() -> None:
    """Print the ratios that matter: look-up and search to the floor program, help to an empty typer app."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "zhterm.db"
        fill(database, 100_000)
        with open_reader(database) as reader:
            query = reader.concept(50_000).terms[0].text
        for name, text in (("floor.py", _FLOOR), ("empty.py", _EMPTY)):
            (Path(folder) / name).write_text(text, encoding="utf-8")
        python = sys.executable
        zhterm = [python, "-m", "cli"]
        programs = {
            "floor": [python, f"{folder}/floor.py", str(database), "50000"],
            "look-up": [*zhterm, "lookup", query, "--db", str(database)],
            "empty --help": [python, f"{folder}/empty.py", "--help"],
            "zhterm --help": [*zhterm, "--help"],
        }
        if STATUTES.exists():
            remember(database)
            text = next(unit.zh for unit in statutes() if len(unit.zh) > 40)
            search = [*zhterm, "tm", "search", "--db", str(database)]
            programs["search, the same"] = [*search, text]
            programs["search, nearly"] = [*search, f"{text[:8]}推动{text[14:]}"]
        bytecode = {"PYTHONPYCACHEPREFIX": f"{folder}/bytecode", "PYTHONDONTWRITEBYTECODE": ""}
        times = interleaved(programs, rounds=15, **bytecode)
    for name, seconds in times.items():
        print(f"{name:16} {seconds * 1000:6.0f} ms")
    for name in ("look-up", "search, the same", "search, nearly"):
        if name in times:
            print(f"cold {name} / floor program: {times[name] / times['floor']:.2f} (limit 0.45)")
    print(f"zhterm --help / empty typer app: {times['zhterm --help'] / times['empty --help']:.2f} (limit 1)")
