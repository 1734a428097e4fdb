"""No wall of one layout: four slides of bullets running are a warning, with a way out."""

from __future__ import annotations

from ...model.deck import Deck, Slide
from ...model.outline import Outline
from ...model.richtext import plain
from ...plugin import DeckRule
from ...problems import Report
from .choose_layout import ASKED

RUNNING = 4


def apply(deck: Deck, _outline: Outline, report: Report) -> Deck:
    """Return the deck as it is; report each run of bullets that nobody asked for."""
    run: list[Slide] = []
    for slide in (*deck.slides, None):
        if slide is not None and slide.layout == "bullets" and ASKED not in slide.reason:
            run.append(slide)
            continue
        if slide is not None and slide.layout == "section":
            continue  # a divider between two walls makes them no less a wall
        if len(run) >= RUNNING:
            _warn(run, report)
        run = []
    return deck


def _warn(run: list[Slide], report: Report) -> None:
    report.warn(
        run[0].origin,
        f"{len(run)} slides running are bullets, from '{plain(run[0].title)}' "
        f"to '{plain(run[-1].title)}'",
        "; ".join(dict.fromkeys(way_out(slide) for slide in run[:RUNNING])),
        code="monotonous",
    )


def way_out(slide: Slide) -> str:
    """Return what would give a slide of bullets another shape."""
    name = plain(slide.title)
    count = len(slide.items)
    if 2 <= count <= 6:
        return f"give the points of '{name}' a gist each ('head: text') for cards"
    if count > 6:
        return f"gather the {count} points of '{name}' into 2 to 6 groups for cards"
    return f"make the point of '{name}' its gist for a statement"


RULE = DeckRule("variety", apply)
