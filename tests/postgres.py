"""A PostgreSQL server for tests: the one at `ZHTERM_TEST_POSTGRES`, else one of our own in a temporary folder.

Its databases are in UTF-8 and sort as English does, not by code points, since that is what most servers do.
"""

from __future__ import annotations

import atexit
import os
import re
import shlex
import shutil
import subprocess
import tempfile
from functools import cache
from itertools import count
from pathlib import Path

import psycopg  # noqa: TID251 - makes what whoever keeps a server makes
import pytest

from termbase.place import Server
from termbase.store import Store

__all__ = ["made_with", "new_termbase", "server_url", "url_of"]

_NAME = f"zhterm_test_{os.getpid()}"
_NUMBERS = count(1)
# Kept, since one that is thrown away while it runs is complained of
_WATCHERS: list[subprocess.Popen[bytes]] = []
_ENGLISH = "ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LOCALE 'C'"


def url_of(database: str, *, user: str = "") -> str:
    """The URL of a database on the test server, of another user than the one who may do everything if one is named."""
    url = server_url().replace("/postgres?", f"/{database}?", 1)
    return re.sub("//[^/]*@", f"//{user}@", url, count=1) if user else url


def made_with(options: str, name: str = "") -> str:
    """A new database, by what stands behind CREATE DATABASE NAME; returns its name."""
    name = name or f"{_NAME}_{next(_NUMBERS)}"
    with psycopg.connect(Server(server_url()).uri, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} {options}".encode())
    atexit.register(_drop, name)
    return name


def new_termbase() -> Server:
    """A database with an empty termbase, without the price of its migrations."""
    return Server(url_of(made_with(f"TEMPLATE {_template()}")))


@cache
def _template() -> str:
    name = made_with(f"TEMPLATE template0 {_ENGLISH}", f"{_NAME}_template")
    Store.open(url_of(name)).close()
    return name


def _drop(name: str) -> None:
    if os.environ.get("ZHTERM_TEST_POSTGRES"):
        with psycopg.connect(Server(server_url()).uri, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)".encode())


@cache
def server_url() -> str:
    """The URL of a server and its database `postgres`; skips the test where there is no server."""
    given = os.environ.get("ZHTERM_TEST_POSTGRES")
    if given:
        return given
    programs = _programs()
    if programs is None:
        pytest.skip("no PostgreSQL here: install it, or name a server in ZHTERM_TEST_POSTGRES")
    return _started(programs)


def _programs() -> Path | None:
    """The folder with initdb: on the path, or the newest where Debian and others put it."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    folders = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(folders, key=lambda folder: int(folder.parent.name), default=None)


def _started(programs: Path) -> str:
    """Start a server in a temporary folder, by a socket alone; it ends with the tests."""
    folder = Path(tempfile.mkdtemp(prefix="zhterm-pg-"))
    # a server refuses to be root
    as_other = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] if os.geteuid() == 0 else []
    if as_other:
        shutil.chown(folder, "nobody", "nogroup")
    folder.chmod(0o755)
    data = folder / "data"

    def run(program: str, *options: str) -> None:
        command = [*as_other, str(programs / program), "-D", str(data), *options]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
    # what is lost with a crash of the machine does not matter here
    settings = f"-c listen_addresses= -k {folder} -c fsync=off -c full_page_writes=off -c shared_buffers=32MB"
    # the server keeps what it says to itself, or whoever waits for the end of our output would wait for it
    run("pg_ctl", "start", "-w", "-l", str(folder / "log"), "-o", settings)
    # ends with this process, however that ends: its standard input is closed then
    stop = shlex.join([*as_other, str(programs / "pg_ctl"), "-D", str(data), "stop", "-m", "immediate"])
    watch = f"cat; {stop}; rm -rf {shlex.quote(str(folder))}"
    _WATCHERS.append(
        subprocess.Popen(
            ["sh", "-c", watch],
            cwd="/",
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    )
    return f"postgresql+psycopg://postgres@/postgres?host={folder}"
