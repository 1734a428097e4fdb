"""Whole outlines, from the YAML to a slide's XML, as text that a reviewer can read.

Each folder of `goldens/` holds an outline and what becomes of it: `deck.txt` (a slide a line),
`scene.txt` (a shape a line) and `pptx.txt` (the XML of the slide with the most kinds of shapes).
`pytest --accept` rewrites them: read the change before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from dumps import dump_deck, dump_scene, dump_slide

from deckgen import Report, pipeline
from deckgen.model.scene import Page

FOLDER = Path(__file__).parent / "goldens"
CASES = sorted(path.parent.name for path in FOLDER.glob("*/outline.yaml"))


@pytest.mark.parametrize("case", CASES)
def test_golden(case: str, accepts: bool) -> None:
    """The outline becomes what was agreed on."""
    made = compile_case(FOLDER / case / "outline.yaml")
    if accepts:
        for name, text in made.items():
            (FOLDER / case / name).write_text(text, "utf-8", newline="\n")
    for name, text in made.items():
        assert (FOLDER / case / name).read_text("utf-8") == text, f"see {case}/{name}"


def compile_case(path: Path) -> dict[str, str]:
    """Return what becomes of an outline, by the name of its golden file."""
    report = Report()
    outline = pipeline.read_outline(path, report=report)
    deck = pipeline.plan(outline, report=report)
    theme = pipeline.Themes().compile(outline, "", report)
    scene = pipeline.draw_deck(outline, theme, Report())
    blob = pipeline.write_scene(scene, "pptx", theme, Report())
    richest = max(scene.pages, key=lambda page: (_kinds(page), len(page.shapes), -page.number))
    return {
        "deck.txt": dump_deck(deck, report.problems).replace(str(path), "outline.yaml"),
        "scene.txt": dump_scene(scene),
        "pptx.txt": dump_slide(blob, richest.number),
    }


def _kinds(page: Page) -> int:
    return len({type(shape) for shape in page.shapes})


def test_every_case_is_complete() -> None:
    """A folder holds an outline and its three dumps, and nothing that no test reads."""
    wanted = {"outline.yaml", "deck.txt", "scene.txt", "pptx.txt"}
    found = {path.name: {one.name for one in path.iterdir()} for path in FOLDER.iterdir()}
    assert found == dict.fromkeys(CASES, wanted)
    assert len(CASES) >= 4
