"""One sentence, large, with the title above it as its heading."""

from __future__ import annotations

from ...model.deck import Slide
from ...model.style import Anchor
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Rect
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._fill import TITLE, Slot, flow
from ._frames import furniture, heading
from ._list import place_list
from ._share import place_whole

BODY = 1
ALONE = "statement-alone"


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    grid = theme.grid
    x, width = grid.span(0, 11)
    top = grid.lead.y + theme.tokens.gap
    frame = Rect(x, top, width, grid.body.bottom - top - theme.tokens.gap)
    styles = (theme.style("statement"),)
    body = Placeholder(BODY, "body", "一句话", frame, styles, Anchor.MIDDLE, prompt="一句话")
    title, _ = heading(theme)
    alone = Placeholder(TITLE, "title", "标题", frame, styles, Anchor.MIDDLE, prompt="一句话")
    return (
        LayoutSpec(
            "statement", "statement", "一句话", (title, body, *furniture(theme)), has_rule=True
        ),
        LayoutSpec(ALONE, "statement", "一句话 无标题", (alone, *furniture(theme))),
    )


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place the gist large; without one the title is all there is to say, and stands there."""
    if slide.items:
        return place_list(slide, theme, report)
    spec = theme.layouts["statement" if slide.lead else ALONE]
    title = spec.placeholder(TITLE)
    slots = [Slot(TITLE, (flow(title, slide.title, balance=True),), "title", origin=slide.origin)]
    if slide.lead:
        words = (flow(spec.placeholder(BODY), slide.lead, balance=True),)
        slots.append(Slot(BODY, words, "body"))
    return place_whole(slide, theme, report, (spec, slots))


LAYOUT = SlideLayout("statement", specs, place)
