"""A page of ours in a browser without a window; tests that want it are skipped where none is installed."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import pytest
from lxml import html

__all__ = ["evaluate", "needs_browser"]

_PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_OPTIONS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-extensions", "--virtual-time-budget=5000")


def needs_browser(test: Any) -> Any:
    """Mark a test that is skipped, and says so, without Chromium or Chrome."""
    missing = pytest.mark.skipif(
        _PROGRAM is None, reason="no browser: neither chromium nor google-chrome is installed"
    )
    return pytest.mark.client(missing(test))


def evaluate(page: str, expression: str) -> Any:
    """The value, as JSON, of an expression of JavaScript in the page, once the page's own script has run."""
    # behind the scripts of the page, in the same way as these, so that its content security policy holds for it too
    script = f"<script>document.body.dataset.told = JSON.stringify({expression});</script></body>"
    before, end, after = page.rpartition("</body>")
    assert end and _PROGRAM
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(before + script + after, encoding="utf-8")
        command = [_PROGRAM, *_OPTIONS, f"--user-data-dir={folder}/profile", "--dump-dom", file.as_uri()]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=True)
    told = html.document_fromstring(done.stdout).find("body").get("data-told")
    assert told is not None, done.stderr
    return json.loads(told)
