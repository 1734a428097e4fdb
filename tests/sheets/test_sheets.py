"""Each layout with the fewest, the usual, the most and too many items, in each theme and shape."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from overlaps import boxes_of, overlapping

from deckgen import Report, pipeline, read_outline, registry
from deckgen.model.outline import Outline
from deckgen.model.scene import Page
from deckgen.model.units import Rect
from deckgen.problems import Severity

ROOT = Path(__file__).resolve().parent.parent.parent
SHEETS = sorted(Path(__file__).parent.glob("*.yaml"))
THEMES = sorted(path.stem for path in (ROOT / "themes").glob("*.yaml"))
ASPECTS = ("16:9", "4:3")


@cache
def themes() -> pipeline.Themes:
    return pipeline.Themes()


@cache
def outline_of(sheet: Path) -> Outline:
    return read_outline(sheet)


def pages_of(sheet: Path, theme: str, aspect: str, report: Report) -> tuple[Page, ...]:
    """Draw a sheet as a deck."""
    outline = outline_of(sheet)
    outline = replace(outline, deck=replace(outline.deck, aspect=aspect))
    look = themes().compile(outline, theme, report)
    return pipeline.draw_deck(outline, look, report).pages


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
@pytest.mark.product
def test_sheets_are_placed_without_a_complaint(sheet: Path, theme: str, aspect: str) -> None:
    """Nothing is too long for its frame, nothing overlaps, nothing leaves the page."""
    report = Report()
    pages = pages_of(sheet, theme, aspect, report)
    assert [one for one in report.problems if one.severity is not Severity.NOTE] == []
    assert [pair for page in pages for pair in overlapping(page)] == []
    for page in pages:
        paper = Rect(0, 0, page.size.width, page.size.height)
        assert [box.name for box in boxes_of(page) if not paper.contains(box.frame)] == []


def test_every_layout_has_a_sheet() -> None:
    """A new layout gets a sheet of its own, named after it."""
    named = {sheet.stem.partition("-")[0] for sheet in SHEETS}
    assert set(registry.slide_layouts().builtins) - named == set()
