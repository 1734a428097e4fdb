"""A theme's preview in a real Chromium: it is styled, asks for nothing, and fits a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from chrome import Browser
from workshop_at_hand import run

pytestmark = pytest.mark.browser

WIDE = "document.documentElement.scrollWidth"


def test_the_page_is_styled_and_asks_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its policy lets its own style through; no figure is wider than the window, however narrow."""
    monkeypatch.chdir(tmp_path)
    assert run("preview", "stage", "-o", "stage.html").exit_code == 0
    with Browser(tmp_path / "profile") as browser:
        tab = browser.tab((tmp_path / "stage.html").as_uri())
        ground = tab.ask("getComputedStyle(document.body).backgroundColor")
        assert ground == "rgb(27, 33, 43)"
        heights = "[...document.querySelectorAll('figure svg')].map(s => s.clientHeight)"
        assert min(tab.ask(heights)) > 100
        for width in (1700, 900, 360):
            tab.call(
                "Emulation.setDeviceMetricsOverride",
                width=width, height=800, deviceScaleFactor=1, mobile=False,
            )  # fmt: skip
            assert tab.ask(WIDE) <= width
        assert [url for url in browser.requests() if not url.startswith(("file:", "data:"))] == []
