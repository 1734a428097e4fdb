"""The sections as numbered rows with their minutes; each row jumps to its section."""

from __future__ import annotations

from ...model.deck import Slide
from ...model.theme import LayoutSpec, Theme
from ...model.units import inches
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._rows import RowKind, numbered, row_slots, row_specs
from ._share import Sharing, place_shared

ROWS = RowKind(
    kind="agenda",
    label="目录",
    styles=("row_head", "row_text"),
    most=12,
    column=6,
    side_width=inches(1.7),
    side_share=24,
)
SHARING = Sharing("agenda", 1, ROWS.most, row_slots)


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return row_specs(theme, ROWS)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place the agenda's entries, in two columns from seven on."""
    return place_shared(numbered(slide), theme, report, SHARING)


LAYOUT = SlideLayout("agenda", specs, place)
