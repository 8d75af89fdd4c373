"""A page in a real browser: headless Chromium, driven over its DevTools pipe, offline.

Tests that need it ask for `browser_page` and are skipped, with the reason told, where there is no Chromium.
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

__all__ = ["CHROMIUM", "Page", "opened"]

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe", "--no-first-run",
    "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
    # nothing is to be fetched
    "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip


class Page:
    """One page of a browser. Commands and events are those of the DevTools protocol."""

    def __init__(self, writing: int, reading: int) -> None:
        self._writing, self._reading = writing, reading
        self._number = 0
        self._received = b""
        self._session = ""
        self.events: list[dict[str, Any]] = []
        """What the browser told unasked: requests, errors of scripts."""
        target = self.command("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.command("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.command(f"{domain}.enable")

    def command(self, method: str, **parameters: Any) -> Any:
        """The answer to a command; raises RuntimeError with what the browser says is wrong."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._writing, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._message()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def open(self, path: Path) -> None:
        """Load a file and wait until it has run."""
        self.events.clear()
        self.command("Page.navigate", url=path.resolve().as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self._message())
        self.run("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")

    def run(self, script: str) -> Any:
        """The value of an expression; a promise is waited for."""
        result = self.command("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"]["exception"].get("description", "the script failed"))
        return result["result"].get("value")

    def wait(self, condition: str) -> None:
        """Wait until an expression is true; raises RuntimeError after ten seconds."""
        self.run(
            "new Promise((done, failed) => { const until = Date.now() + 10000; const look = () => "
            f"({condition}) ? done() : Date.now() > until ? failed(new Error('never true')) : setTimeout(look, 10); look(); }})"
        )

    def press(self, key: str, text: str = "") -> None:
        """Press one key, as a person does."""
        self.command("Input.dispatchKeyEvent", type="keyDown", key=key, text=text or (key if len(key) == 1 else ""))
        self.command("Input.dispatchKeyEvent", type="keyUp", key=key)

    def type(self, text: str) -> None:
        """Put text into what has the focus, as an input method does."""
        self.command("Input.insertText", text=text)

    def screenshot(self, path: Path, width: int, height: int, *, dark: bool = False, paper: bool = False) -> None:
        """What a screen of this size shows, light or dark, or the same as it is printed."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.command("Emulation.setEmulatedMedia", media="print" if paper else "", features=[scheme])
        self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )
        self.run("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))")
        path.write_bytes(base64.b64decode(self.command("Page.captureScreenshot")["data"]))

    def printed(self) -> bytes:
        """The page as PDF."""
        return base64.b64decode(self.command("Page.printToPDF")["data"])

    @property
    def errors(self) -> list[str]:
        """What scripts and the security policy complained of."""
        told = []
        for event in self.events:
            if event.get("method") == "Runtime.exceptionThrown":
                told.append(event["params"]["exceptionDetails"]["exception"].get("description", "?"))
            elif event.get("method") == "Log.entryAdded" and event["params"]["entry"]["level"] == "error":
                told.append(event["params"]["entry"]["text"])
        return told

    @property
    def requests(self) -> list[str]:
        """The addresses that were asked for, the page's own first."""
        asked = [event["params"] for event in self.events if event.get("method") == "Network.requestWillBeSent"]
        return [one["request"]["url"] for one in asked]

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self._received:
            piece = os.read(self._reading, 1 << 20)
            if not piece:
                raise RuntimeError("the browser has ended")
            self._received += piece
        message, _, self._received = self._received.partition(b"\0")
        value: dict[str, Any] = json.loads(message)
        return value


@contextmanager
def opened(path: Path | None = None) -> Iterator[Page]:
    """A browser with one page, for as long as the block lasts."""
    assert CHROMIUM is not None, "ask for CHROMIUM first"
    to_browser, from_browser = os.pipe(), os.pipe()
    # the browser wants numbers 3 and 4, which one of these may be
    ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (to_browser[0], from_browser[1])]
    os.close(to_browser[0])
    os.close(from_browser[1])

    def numbered() -> None:
        os.dup2(ends[0], 3)
        os.dup2(ends[1], 4)

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(
            [CHROMIUM, *_FLAGS, f"--user-data-dir={profile}"],
            preexec_fn=numbered,  # noqa: PLW1509 - no other thread runs here
            pass_fds=(3, 4),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for end in ends:
            os.close(end)
        try:
            page = Page(to_browser[1], from_browser[0])
            if path is not None:
                page.open(path)
            yield page
        finally:
            os.close(to_browser[1])
            os.close(from_browser[0])
            process.terminate()
            process.wait(timeout=20)
