"""`python -m cli` is `zhterm`."""

from cli.main import run

run()
