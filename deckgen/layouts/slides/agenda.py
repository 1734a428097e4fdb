"""The sections as numbered rows with their minutes; each row jumps to its section."""

from __future__ import annotations

from dataclasses import replace

from ...model.deck import Slide
from ...model.theme import LayoutSpec, Theme
from ...model.units import inches
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._fill import Slot
from ._rows import ONE_COLUMN, RowKind, numbered_unless_told, row_slots, row_specs
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


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return row_specs(theme, ROWS)


def _slots(spec: LayoutSpec, slide: Slide) -> list[Slot]:
    """Return the rows' slots: minutes go down the scale with names, lest they become larger."""
    slots = row_slots(spec, slide)
    return [replace(slot, group="row") if slot.group == "side" else slot for slot in slots]


SHARING = Sharing("agenda", 1, ROWS.most, _slots, ("", ONE_COLUMN), flat=True)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place the agenda's entries, from seven on in two columns, unless names are long."""
    return place_shared(numbered_unless_told(slide), theme, report, SHARING)


LAYOUT = SlideLayout("agenda", specs, place)
