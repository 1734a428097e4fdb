"""The cover: title, subtitle, and a line of facts (author, date, book)."""

from __future__ import annotations

from ...model.deck import Slide
from ...model.richtext import plain, rich
from ...model.theme import LayoutSpec, Theme
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._cover import FACTS, SUBTITLE, cover_spec
from ._fill import TITLE, Slot, flow
from ._share import place_whole


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return (cover_spec(theme, "title", "封面", 18, ("ctrTitle", "subTitle")),)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place the cover; the facts stand in one line, with middle dots between them."""
    spec = theme.layouts["title"]
    title, subtitle, facts = (spec.placeholder(idx) for idx in (TITLE, SUBTITLE, FACTS))
    slots = [Slot(TITLE, (flow(title, slide.title, balance=True),), "title", origin=slide.origin)]
    if slide.lead:
        slots.append(Slot(SUBTITLE, (flow(subtitle, slide.lead, balance=True),), "lead"))
    if slide.items:
        words = rich("　·　".join(plain(item.title) for item in slide.items))
        slots.append(Slot(FACTS, (flow(facts, words, balance=True),), "facts"))
    return place_whole(slide, theme, report, (spec, slots))


LAYOUT = SlideLayout("title", specs, place)
