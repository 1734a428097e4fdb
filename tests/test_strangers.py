"""A layout from somebody else's package: one file, one line of metadata, and `layout: its-name`."""

from __future__ import annotations

import importlib.util
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation

ROOT = Path(__file__).resolve().parent.parent

LAYOUT = '''
"""One word as large as the page: a layout made of deckgen's nouns alone."""

from deckgen.model.richtext import plain
from deckgen.model.scene import Box, Page
from deckgen.model.theme import LayoutSpec, Placeholder
from deckgen.plugin import Placed, SlideLayout
from deckgen.text.fit import Flow, fit
from deckgen.model.units import Size


def specs(theme):
    title = Placeholder(0, "title", "大字", theme.grid.body, (theme.style("statement"),))
    return (LayoutSpec("banner", "banner", "大字", (title,)),)


def place(slide, theme, report):
    holder = theme.layouts["banner"].placeholder(0)
    room = Size(holder.frame.width, holder.frame.height)
    text = fit((Flow(slide.title, holder.styles[0]),), room).body
    box = Box(holder.frame, holder.name, text, placeholder=0, origin=slide.origin)
    page = Page(
        slide.key, plain(slide.title), theme.grid.page, (box,), "banner", "banner",
        footer=slide.footer, section=slide.section, accent=slide.accent, origin=slide.origin,
    )
    return Placed(page)


LAYOUT = SlideLayout("banner", specs, place)
'''
OUTLINE = """
title: 分享
book: 参与感
topics:
- {title: 快, layout: banner}
- {title: 慢, layout: baner}
"""


INFO = "deckgen_banner-1.0.dist-info"
WHEEL = {
    "deckgen_banner.py": LAYOUT,
    f"{INFO}/METADATA": "Metadata-Version: 2.1\nName: deckgen-banner\nVersion: 1.0\n",
    f"{INFO}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    f"{INFO}/entry_points.txt": "[deckgen.slide_layouts]\nbanner = deckgen_banner:LAYOUT\n",
    f"{INFO}/RECORD": "",
}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the package was installed into, from its wheel, as a stranger does."""
    folder = tmp_path_factory.mktemp("strangers")
    wheel, site = folder / "deckgen_banner-1.0-py3-none-any.whl", folder / "site"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in WHEEL.items():
            archive.writestr(name, text)
    if importlib.util.find_spec("pip") is None:  # a wheel of Python alone is only unpacked
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(site)
        return site
    options = ["--quiet", "--no-index", "--no-deps", "--no-compile", "--target", str(site)]
    subprocess.run([sys.executable, "-m", "pip", "install", *options, str(wheel)], check=True)
    return site


@pytest.fixture
def site(installed: Path, tmp_path: Path) -> Path:
    """The packages, beside a folder for the outline."""
    return Path(shutil.copytree(installed, tmp_path / "site"))


def deckgen(site: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run deckgen as if that package were installed beside it."""
    paths = {"PYTHONPATH": os.pathsep.join((str(ROOT), str(site))), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "deckgen", *words],
        env={**os.environ, **paths},
        cwd=site.parent,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_strangers_layout_makes_slides(site: Path) -> None:
    """It is chosen by its name, listed in PowerPoint, and its placeholder holds the words."""
    outline = site.parent / "talk.yaml"
    outline.write_text(OUTLINE.replace("baner", "banner"), "utf-8")
    made = deckgen(site, "deck", "talk.yaml", "-o", "talk.pptx")
    assert (made.returncode, made.stderr.count("warning"), made.stderr.count("error")) == (0, 0, 0)
    deck = Presentation(io.BytesIO((site.parent / "talk.pptx").read_bytes()))
    shown = {slide.shapes.title.text: slide.slide_layout.name for slide in deck.slides}
    assert (shown["快"], shown["慢"]) == ("大字", "大字")
    assert deckgen(site, "deck", "talk.yaml", "-o", "talk.html").returncode == 0
    page = (site.parent / "talk.html").read_text("utf-8")
    assert re.findall(r"<text [^>]*>([快慢])</text>", page) == ["快", "慢"]


def test_a_strangers_layout_is_told_by_its_name(site: Path) -> None:
    """`plan` says that it was asked for, and a slip of the pen is led back to it."""
    outline = site.parent / "talk.yaml"
    outline.write_text(OUTLINE.replace("baner", "banner"), "utf-8")
    rows = [row.split() for row in deckgen(site, "plan", "talk.yaml").stdout.splitlines()]
    told = [row[4:] for row in rows if "banner" in row]
    assert told == [["banner", name, "banner:", "set", "in", "the", "outline"] for name in "快慢"]
    outline.write_text(OUTLINE, "utf-8")
    wrong = deckgen(site, "deck", "talk.yaml", "-o", "talk.pptx")
    assert wrong.returncode == 1
    assert "unknown layout 'baner'" in wrong.stderr
    assert "did you mean 'banner'?" in wrong.stderr


def test_without_the_package_the_layout_is_unknown(tmp_path: Path) -> None:
    """It was the entry point that brought it, nothing else."""
    (tmp_path / "nothing").mkdir()
    (tmp_path / "talk.yaml").write_text(OUTLINE, "utf-8")
    made = deckgen(tmp_path / "nothing", "deck", "talk.yaml", "-o", "talk.pptx")
    assert made.returncode == 1
    assert "unknown layout 'banner'" in made.stderr
