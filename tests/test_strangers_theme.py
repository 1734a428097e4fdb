"""A theme beside the outline, in the user's folder, or in a package: found in that order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PIL import Image

from deckgen.model.origin import Origin
from deckgen.model.outline import Outline
from deckgen.pipeline import Themes
from deckgen.problems import Report

ROOT = Path(__file__).resolve().parent.parent
THEME = "title: {}\naccent: '#07C160'\nlogo: {{file: logo.png}}\n"
# asks for the theme, takes the nearest file away, and asks again, until there is none
ASK = """
import sys
from pathlib import Path
from deckgen import DeckgenError, pipeline
outline = pipeline.read_outline("talk/talk.yaml")
for place in [*sys.argv[1:], ""]:
    try:
        theme = pipeline.Themes().compile(outline, "slate", pipeline.Report())
        print(theme.title, bool(theme.logo))
    except DeckgenError as error:
        print(error.problems[0].message, error.problems[0].hint, sep=" | ")
    if place:
        Path(place, "slate.yaml").unlink()
"""


def asked(folder: Path, *places: Path) -> list[str]:
    """Return what is found while one place after the other is emptied."""
    paths = {"PYTHONPATH": os.pathsep.join((str(ROOT), str(folder / "site"))), "PYTHONUTF8": "1"}
    told = subprocess.run(
        [sys.executable, "-c", ASK, *map(str, places)],
        env={**os.environ, **paths, "XDG_CONFIG_HOME": str(folder / "config")},
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return told.stdout.splitlines()


def make(folder: Path) -> tuple[Path, Path, Path]:
    """Write the theme to all three places; the package as pip leaves it, with a logo of its own."""
    package = folder / "site" / "deckgen_slate"
    info = folder / "site" / "deckgen_slate-1.0.dist-info"
    places = (folder / "talk" / "themes", folder / "config" / "deckgen" / "themes", package)
    for place in (*places, info):
        place.mkdir(parents=True)
    for place, title in zip(places, "旁家包", strict=True):
        (place / "slate.yaml").write_text(THEME.format(title), "utf-8")
        Image.new("RGB", (40, 20)).save(place / "logo.png")
    (package / "__init__.py").write_text("raise RuntimeError('a theme is data: nothing is run')\n")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: deckgen-slate\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[deckgen.themes]\nslate = deckgen_slate\n")
    (folder / "talk" / "talk.yaml").write_text("title: 分享\ntopics: [快]\n", "utf-8")
    return places


def test_a_theme_is_found_in_three_places(tmp_path: Path) -> None:
    """Next to the outline, in the user's folder, in a package; its pictures beside it each time."""
    places = make(tmp_path)
    *found, missing = asked(tmp_path, *places)
    assert found == ["旁 True", "家 True", "包 True"]
    assert missing.startswith("unknown theme 'slate'")


def test_the_base_theme_is_always_deckgens_own(tmp_path: Path) -> None:
    """A file of that name beside the outline cannot take the ground from under all themes."""
    beside, *_ = make(tmp_path)
    (beside / "base.yaml").write_text("title: 假\n", "utf-8")
    assert asked(tmp_path, beside)[0] == "旁 True"
    outline = Outline((), origin=Origin(str(beside.parent / "talk.yaml")))
    report = Report()
    assert Themes().compile(outline, "base", report).title == "基础"
    (problem,) = report.problems
    assert (problem.message, problem.origin) == (
        "this theme is not used: 'base' is deckgen's own",
        Origin(str(beside / "base.yaml")),
    )
