"""What a theme is shown and checked with: two outlines of ours, drawn in it.

A theme's name or path comes in, whole pages leave: slides with their layout's decoration, footer
and number. `SHOWN` has every layout once, `MORE` what else the text styles are for.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from .. import pipeline
from ..model.outline import Outline
from ..model.record import record
from ..model.scene import Page
from ..model.theme import Theme
from ..problems import Report
from ..writers._page import whole_pages

SHOWN, MORE = "sample", "more"
ASPECTS = ("16:9", "4:3")
WIDE = ASPECTS[0]
_FOLDER = Path(__file__).parent.parent / "data" / "sample"


@record
class Look:
    """A theme on pages of one ratio."""

    theme: Theme
    aspect: str


@cache
def outline(name: str, aspect: str = WIDE) -> Outline:
    """Return one of the two outlines, for pages of that ratio."""
    read = pipeline.read_outline(_FOLDER / f"{name}.yaml")
    return replace(read, deck=replace(read.deck, aspect=aspect))


def look(name: str, aspect: str = WIDE, report: Report | None = None, *, variant: str = "") -> Look:
    """Load a theme by name or path; DeckgenError when it is not there or has mistakes."""
    theme = pipeline.open_theme(name, variant=variant, aspect=aspect, report=report)
    return Look(theme, aspect)


def slides(look: Look, name: str, report: Report) -> tuple[Page, ...]:
    """Return an outline's slides, whole."""
    scene = pipeline.draw_deck(outline(name, look.aspect), look.theme, report)
    return whole_pages(scene, look.theme)


def of_each_kind(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return the first slide of every layout, in their order."""
    firsts: dict[str, Page] = {}
    for page in pages:
        firsts.setdefault(page.kind, page)
    return tuple(firsts.values())


def mind_map(look: Look, report: Report, depth: int = 0) -> Page:
    """Return the map of the outline that is shown; a depth of 0 means all of it."""
    chosen = pipeline.choose_map(outline(SHOWN, look.aspect), depth=depth)
    scene = pipeline.draw_map(chosen, look.theme, report)
    (page,) = whole_pages(scene, look.theme)
    return page
