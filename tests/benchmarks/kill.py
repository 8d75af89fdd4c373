"""How often commands were killed or had a full disk, and how often they left the old or the new state.

`KILLS=200` sets how many points of each command are tried; 200 take some minutes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

from tests.kills import SCENES

__all__ = ["main"]


def main() -> None:
    """Print tried and survived for each command."""
    count = os.environ.get("KILLS", "100")
    tried = survived = 0
    for name in SCENES:
        told = subprocess.run(
            [sys.executable, "-m", "tests.kills", count, name], check=True, capture_output=True, encoding="utf-8"
        )
        outcome = json.loads(told.stdout)
        attempts = outcome["old"] + outcome["new"] + len(outcome["broken"])
        tried, survived = tried + attempts, survived + outcome["old"] + outcome["new"]
        print(
            f"{name:14} {outcome['points']:6} points; killed {outcome['killed']}, disk full {outcome['full']}: "
            f"old state {outcome['old']}, new state {outcome['new']}, broken {len(outcome['broken'])}"
        )
        for line in outcome["broken"]:
            print(f"  {line}")
    print(f"tried {tried}, survived {survived}")
