"""The last slide: thanks, an invitation to talk, and where to find the speaker."""

from __future__ import annotations

from dataclasses import replace

from ...model.deck import Item, Slide
from ...model.richtext import RichText, rich
from ...model.theme import LayoutSpec, Theme
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._cover import FACTS, SUBTITLE, cover_spec
from ._fill import TITLE, Slot, flow, join
from ._share import place_whole


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return (cover_spec(theme, "closing", "结束", 25, ("title", "body")),)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place thanks, lead and contacts; a contact with a link keeps it."""
    spec = theme.layouts["closing"]
    title, lead, facts = (spec.placeholder(idx) for idx in (TITLE, SUBTITLE, FACTS))
    slots = [Slot(TITLE, (flow(title, slide.title, balance=True),), "title", origin=slide.origin)]
    if slide.lead:
        slots.append(Slot(SUBTITLE, (flow(lead, slide.lead, balance=True),), "lead"))
    lines = tuple(flow(facts, _contact(item)) for item in slide.items)
    if lines:
        slots.append(Slot(FACTS, lines, "facts"))
    return place_whole(slide, theme, report, (spec, slots))


def _contact(item: Item) -> RichText:
    """Return a contact after its label; an address is a link."""
    words = tuple(replace(run, link=item.link or run.link) for run in item.title)
    return join((rich(item.label), words, item.gist), "：")


LAYOUT = SlideLayout("closing", specs, place)
