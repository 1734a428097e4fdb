"""The sections as numbered rows with their minutes; each row jumps to its section."""

from __future__ import annotations

from dataclasses import replace

from ...model.deck import Slide
from ...model.theme import LayoutSpec, Theme
from ...model.units import inches
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._fill import Slot, fill
from ._rows import ONE_COLUMN, RowKind, numbered, row_slots, row_specs
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


SHARING = Sharing("agenda", 1, ROWS.most, _slots, ("", ONE_COLUMN))
LONG = replace(SHARING, variants=(ONE_COLUMN, ""))


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place the agenda's entries, from seven on in two columns, unless names are long."""
    sharing = LONG if _is_long(slide, theme) else SHARING
    return place_shared(numbered(slide), theme, report, sharing)


def _is_long(slide: Slide, theme: Theme) -> bool:
    """Tell whether a name would be broken in its row."""
    spec = theme.layouts.get(f"{ROWS.kind}-{len(slide.items)}")
    boxes = fill(spec, _slots(spec, slide)).boxes if spec else ()
    return any(len(one.lines) > 1 for box in boxes for one in box.text.paragraphs)


LAYOUT = SlideLayout("agenda", specs, place)
