"""The last slide: thanks, an invitation to talk, where to find the speaker, and a code to scan."""

from __future__ import annotations

from dataclasses import replace

from ...model.deck import Item, Slide
from ...model.richtext import RichText, rich
from ...model.scene import Shape
from ...model.style import Align
from ...model.theme import LayoutSpec, Theme
from ...model.units import Rect
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._cover import FACTS, SUBTITLE, cover_spec
from ._fill import TITLE, Slot, flow, join
from ._list import place_list
from ._modules import draw_code
from ._share import place_whole

WEB = ("https://", "http://")


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    spec = cover_spec(theme, "closing", "结束", 25, ("title", "body"))
    if theme.style("cover").align is not Align.CENTER:
        return (spec,)
    x, width = theme.grid.span(2, 8)  # the code stands at the right of facts in the middle
    holders = (
        replace(one, frame=replace(one.frame, x=x, width=width)) if one.idx == FACTS else one
        for one in spec.placeholders
    )
    return (replace(spec, placeholders=tuple(holders)),)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place thanks, lead and contacts; a contact with a link keeps it.

    A contact is a line: points with points of their own are none, and make a list.
    """
    if any(item.items for item in slide.items):
        return place_list(slide, theme, report)
    spec = theme.layouts["closing"]
    title, lead, facts = (spec.placeholder(idx) for idx in (TITLE, SUBTITLE, FACTS))
    slots = [Slot(TITLE, (flow(title, slide.title, balance=True),), "title", origin=slide.origin)]
    if slide.lead:
        slots.append(Slot(SUBTITLE, (flow(lead, slide.lead, balance=True),), "lead"))
    lines = tuple(flow(facts, _contact(item)) for item in slide.items)
    if lines:
        links = (at for at, line in enumerate(lines) if any("://" in run.text for run in line.runs))
        slots.append(Slot(FACTS, lines, "facts", head=next(links, -1)))  # rather on one line
    codes = () if theme.template else _codes(slide, spec, theme)
    return place_whole(slide, theme, report, (spec, slots), codes)


def _codes(slide: Slide, spec: LayoutSpec, theme: Theme) -> tuple[Shape, ...]:
    """Return the first address as a code, in the two columns beside the facts."""
    addresses = (run.link for item in slide.items for run in _contact(item))
    address = next((one for one in addresses if one.startswith(WEB)), "")
    facts = spec.placeholder(FACTS)
    x, width = theme.grid.span(10, 2)
    side = min(width, facts.frame.height) if facts.frame.x > theme.grid.margin_x else width
    frame = Rect(x + width - side, facts.frame.bottom - side, side, side)
    code = draw_code(address, frame, theme) if address else None
    return (code,) if code else ()


def _contact(item: Item) -> RichText:
    """Return a contact after its label; an address is a link."""
    words = tuple(replace(run, link=item.link or run.link) for run in item.title)
    return join((rich(item.label), words, item.gist), "：")


LAYOUT = SlideLayout("closing", specs, place)
