"""An exhibit and the points beside it: frames, and what becomes of points that find no room.

Picture and chart share it. Points that do not fit beside go on to a slide of their own, so that
the exhibit is shown alone, and large.
"""

from __future__ import annotations

from dataclasses import replace

from ...model.deck import Item, Slide
from ...model.scene import Page
from ...model.style import Anchor
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Emu, Rect, inches
from ...plugin import Placed
from ._fill import LEAD, Slot, fill, flow, item_flows, title_slots
from ._frames import text_holder

EXHIBIT, TEXT, CAPTION = 1, 2, 3
STYLES = ("body1", "body2", "body3")
BELOW_HEIGHT = inches(1.45)  # three lines at 18 points


def text_beside(theme: Theme, frame: Rect) -> Placeholder:
    """Return the frame for points, whose middle stands level with the exhibit's."""
    styles = tuple(theme.style(name) for name in STYLES)
    return text_holder(TEXT, "要点", frame, styles, Anchor.MIDDLE)


def halves(theme: Theme, first: int, *, text_first: bool) -> tuple[Rect, Rect]:
    """Return the frames of text and exhibit; `first` of the twelve columns are the left one's."""
    body, gutter = theme.grid.body, theme.tokens.gap // 2
    x, width = theme.grid.span(0, first)
    left = Rect(x, body.y, width - gutter, body.height)
    x, width = theme.grid.span(first, 12 - first)
    right = Rect(x + gutter, body.y, width - gutter, body.height)
    return (left, right) if text_first else (right, left)


def stacked(frame: Rect, gap: Emu) -> tuple[Rect, Rect]:
    """Return the frames of an exhibit and of the few points below it."""
    upper = replace(frame, height=frame.height - BELOW_HEIGHT - gap)
    return upper, Rect(frame.x, upper.bottom + gap, frame.width, BELOW_HEIGHT)


def text_slot(spec: LayoutSpec, slide: Slide) -> Slot:
    holder = spec.placeholder(TEXT)
    flows = tuple(line for item in slide.items for line in item_flows(item, holder))
    return Slot(TEXT, flows, "text", origin=slide.origin)


def with_lead_below(slide: Slide, spec: LayoutSpec) -> Slide:
    """Make a lead that is too long for its band the first of the points."""
    if not slide.lead:
        return slide
    holder = spec.placeholder(LEAD)
    if fill(spec, [Slot(LEAD, (flow(holder, slide.lead),), "lead")]).fits:
        return slide
    return replace(slide, lead=(), items=(Item(slide.lead, origin=slide.origin), *slide.items))


def fits_beside(spec: LayoutSpec, slide: Slide) -> bool:
    return fill(spec, [*title_slots(spec, slide), text_slot(spec, slide)]).fits


def placed_alone(slide: Slide, alone: Page) -> Placed:
    """Return the exhibit's page; the slide's points, where any are left, go on to the next."""
    if not slide.items:
        return Placed(alone)
    rest = replace(slide, layout="bullets", lead=(), notes=(), exhibits=())
    return Placed(alone, (rest,))
