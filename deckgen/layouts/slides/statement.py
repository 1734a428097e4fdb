"""One sentence, large, with the title above it as its heading."""

from __future__ import annotations

from ...model.deck import Slide
from ...model.style import Anchor
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Rect
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._fill import TITLE, Slot, flow
from ._frames import content_spec
from ._list import place_list
from ._share import place_whole

BODY = 1


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    grid = theme.grid
    x, width = grid.span(0, 11)
    top = grid.lead.y + theme.tokens.gap
    frame = Rect(x, top, width, grid.body.bottom - top - theme.tokens.gap)
    body = Placeholder(
        BODY, "body", "一句话", frame, (theme.style("statement"),), Anchor.MIDDLE, prompt="一句话"
    )
    spec = content_spec(theme, "statement", "一句话", (body,))
    without_lead = tuple(holder for holder in spec.placeholders if holder.name != "导语")
    return (LayoutSpec("statement", "statement", "一句话", without_lead, has_rule=True),)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place the gist large; without one the title itself is all there is to say."""
    spec = theme.layouts["statement"]
    if slide.items:
        return place_list(slide, theme, report)
    title, body = spec.placeholder(TITLE), spec.placeholder(BODY)
    slots = [Slot(TITLE, (flow(title, slide.title, balance=True),), "title", origin=slide.origin)]
    if slide.lead:
        slots.append(Slot(BODY, (flow(body, slide.lead, balance=True),), "body"))
    return place_whole(slide, theme, report, (spec, slots))


LAYOUT = SlideLayout("statement", specs, place)
