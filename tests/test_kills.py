"""Whatever moment a command is killed at, and however full its disk is: the old state is there, or the new one.

The benchmark `kill` tries many more points.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from termbase.reading import open_reader
from tests.kills import SCENES
from tests.termbase.stored import YIWU, Store, new_database

_POINTS = 8


@pytest.mark.skipif(not hasattr(os, "fork"), reason="attempts are forked")
@pytest.mark.parametrize("name", SCENES)
def test_a_command_that_is_killed_leaves_the_old_or_the_new_state(name: str) -> None:
    command = [sys.executable, "-m", "tests.kills", str(_POINTS), name]
    told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", cwd=Path(__file__).parents[1])
    outcome = json.loads(told.stdout)
    assert outcome["broken"] == []
    assert outcome["killed"] == _POINTS
    assert outcome["full"] > 0


def test_a_writer_killed_at_any_time_leaves_whole_transactions(tmp_path: Path) -> None:
    path = new_database(tmp_path)
    program = (
        "import sys; from tests.termbase.stored import YIWU, Store\n"
        "store = Store.open(sys.argv[1]); print('ready', flush=True)\n"
        "while True:\n"
        "    with store.transaction():\n"
        "        store.add(YIWU); store.add(YIWU)\n"
    )
    for delay in (0.0, 0.03, 0.1, 0.25):
        with subprocess.Popen(
            [sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE, cwd=Path(__file__).parents[1]
        ) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(delay)
            writer.send_signal(signal.SIGKILL)
        with open_reader(path) as reader:
            concepts = list(reader.concepts())
            assert len(concepts) % 2 == 0
            assert all(one.terms == YIWU.terms for one in concepts)
    with Store.open(path) as store:
        assert store.execute("PRAGMA integrity_check", ()) == [("ok",)]
