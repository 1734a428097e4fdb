"""The last slide: thanks, an invitation to talk, and where to find the speaker."""

from __future__ import annotations

from ...model.deck import Slide
from ...model.style import Anchor
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Rect
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._fill import TITLE, Slot, flow, join
from ._frames import furniture
from ._share import place_whole

SUBTITLE, FACTS = 1, 13


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    page = theme.grid.page
    x, width = theme.grid.span(0, 10)
    middle = page.height * 50 // 100
    title = Rect(x, page.height * 25 // 100, width, middle - page.height * 25 // 100)
    lead = Rect(x, middle + 2 * theme.tokens.gap, width, page.height * 14 // 100)
    facts = Rect(x, page.height * 78 // 100, width, page.height * 10 // 100)
    holders = (
        Placeholder(
            TITLE, "title", "标题", title, (theme.style("cover"),), Anchor.BOTTOM, prompt="谢谢"
        ),
        Placeholder(SUBTITLE, "body", "结语", lead, (theme.style("cover_lead"),), prompt="结语"),
        Placeholder(
            FACTS, "body", "联系", facts, (theme.style("cover_fact"),), Anchor.BOTTOM, prompt="联系"
        ),
        *furniture(theme),
    )
    return (LayoutSpec("closing", "closing", "结束", holders),)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place thanks, lead and contacts; a contact with a link keeps it."""
    spec = theme.layouts["closing"]
    title, lead, facts = (spec.placeholder(idx) for idx in (TITLE, SUBTITLE, FACTS))
    slots = [Slot(TITLE, (flow(title, slide.title, balance=True),), "title", origin=slide.origin)]
    if slide.lead:
        slots.append(Slot(SUBTITLE, (flow(lead, slide.lead, balance=True),), "lead"))
    lines = tuple(flow(facts, join((item.title, item.gist), "：")) for item in slide.items)
    if lines:
        slots.append(Slot(FACTS, lines, "facts"))
    return place_whole(slide, theme, report, (spec, slots))


LAYOUT = SlideLayout("closing", specs, place)
