"""Drive a headless Chromium by its DevTools protocol, over a pipe: no port, no package.

https://chromedevtools.github.io/devtools-protocol/; messages are JSON, each ended by a NUL.
"""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
    "--window-size=1280,720",
)
PATIENCE = 30.0  # seconds for one answer


def program() -> str:
    """Return where a Chromium is; skip the test without one, unless one is required."""
    found = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if found is None:
        if os.environ.get("DECKGEN_REQUIRE_OFFICE") == "1":
            pytest.fail("chromium is not installed, and DECKGEN_REQUIRE_OFFICE=1")
        pytest.skip("chromium is not installed")
    return found


class Tab:
    """One page; `ask` evaluates JavaScript in it, `press` types a key."""

    def __init__(self, browser: Browser, session: str) -> None:
        self.browser = browser
        self.session = session

    def call(self, method: str, **params: Any) -> Any:
        return self.browser.call(method, params, self.session)

    def open(self, url: str) -> None:
        self.call("Page.enable")
        self.call("Network.enable")
        self.call("Page.navigate", url=url)
        self.until("document.readyState === 'complete' && location.href !== 'about:blank'")

    def ask(self, expression: str) -> Any:
        answer = self.call(
            "Runtime.evaluate",
            expression=expression,
            returnByValue=True,
            userGesture=True,
            awaitPromise=True,
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def until(self, expression: str) -> None:
        """Wait until a condition holds; an assertion fails when it never does."""
        end = time.monotonic() + PATIENCE
        while not self.ask(expression):
            assert time.monotonic() < end, expression
            time.sleep(0.02)

    def press(self, key: str, text: str = "") -> None:
        """Press and release a key, as a person does."""
        text = text or (key if len(key) == 1 else "")
        for kind in ("keyDown", "keyUp"):
            extra = {"text": text} if text and kind == "keyDown" else {}
            self.call("Input.dispatchKeyEvent", type=kind, key=key, **extra)

    def picture(self) -> bytes:
        return base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"])

    def pdf(self) -> bytes:
        """Print the page."""
        options = {"printBackground": True, "preferCSSPageSize": True}
        return base64.b64decode(self.call("Page.printToPDF", **options)["data"])


class Browser:
    """A browser with a profile of its own; `with` ends it."""

    def __init__(self, profile: Path) -> None:
        to_read, self._write = os.pipe()
        self._read, to_write = os.pipe()
        command = [program(), *FLAGS, f"--user-data-dir={profile}", "about:blank"]

        def connect() -> None:  # the browser reads from file 3 and writes to file 4
            one, other = os.dup(to_read), os.dup(to_write)
            os.dup2(one, 3)
            os.dup2(other, 4)

        self._process = subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            close_fds=False,
            preexec_fn=connect,
        )
        os.close(to_read)
        os.close(to_write)
        self._buffer = b""
        self._number = 0
        self.events: list[dict[str, Any]] = []

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(10)
        os.close(self._read)
        os.close(self._write)

    def tab(self, url: str) -> Tab:
        """Open a page in a new tab."""
        target = self.call("Target.createTarget", {"url": "about:blank"})["targetId"]
        tab = self.attach(target)
        tab.open(url)
        return tab

    def attach(self, target: str) -> Tab:
        answer = self.call("Target.attachToTarget", {"targetId": target, "flatten": True})
        return Tab(self, answer["sessionId"])

    def popup(self, ending: str) -> Tab:
        """Wait for a page whose address ends so, and return it."""
        end = time.monotonic() + PATIENCE
        while True:
            for info in self.call("Target.getTargets", {})["targetInfos"]:
                if info["type"] == "page" and info["url"].endswith(ending):
                    return self.attach(info["targetId"])
            assert time.monotonic() < end, ending
            time.sleep(0.05)

    def requests(self) -> list[str]:
        """Return the addresses of all that was asked for so far."""
        return [
            event["params"]["request"]["url"]
            for event in self.events
            if event["method"] == "Network.requestWillBeSent"
        ]

    def call(self, method: str, params: dict[str, Any], session: str = "") -> Any:
        """Send a command and return its answer; what else is said meanwhile is kept."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, (method, answer)
                return answer["result"]
            if "method" in answer:
                self.events.append(answer)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._read], [], [], PATIENCE)
            assert ready, "the browser does not answer"
            piece = os.read(self._read, 1 << 20)
            assert piece, "the browser has ended"
            self._buffer += piece
        message, _, self._buffer = self._buffer.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer
