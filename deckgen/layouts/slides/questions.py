"""Questions to the room, large and one a row."""

from __future__ import annotations

from ...model.deck import Slide
from ...model.theme import LayoutSpec, Theme
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._rows import RowKind, numbered, row_slots, row_specs
from ._share import Sharing, place_shared

ROWS = RowKind(
    kind="questions",
    label="讨论",
    styles=("question", "row_text"),
    most=6,
    column=6,
)
SHARING = Sharing("questions", 1, ROWS.most, row_slots)


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return row_specs(theme, ROWS)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place up to six questions; more go on to the next slide."""
    return place_shared(numbered(slide), theme, report, SHARING)


LAYOUT = SlideLayout("questions", specs, place)
