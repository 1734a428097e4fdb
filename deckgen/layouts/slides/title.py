"""The cover: title, subtitle, and facts (author, date, book): in one line, or a line each."""

from __future__ import annotations

from dataclasses import replace

from ...model.deck import Slide
from ...model.richtext import plain, rich
from ...model.theme import LayoutSpec, Theme
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._cover import FACTS, SUBTITLE, cover_spec
from ._fill import TITLE, Slot, fill, flow, join
from ._list import place_list
from ._share import place_whole


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return (cover_spec(theme, "title", "封面", 18, ("ctrTitle", "subTitle")),)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place the cover; facts in one line have middle dots between them.

    A fact is a few words: points that say more are no facts, and make a list.
    """
    if any(item.gist or item.items for item in slide.items):
        return place_list(slide, theme, report)
    spec = theme.layouts["title"]
    title, subtitle, facts = (spec.placeholder(idx) for idx in (TITLE, SUBTITLE, FACTS))
    slots = [Slot(TITLE, (flow(title, slide.title, balance=True),), "title", origin=slide.origin)]
    if slide.lead:
        slots.append(Slot(SUBTITLE, (flow(subtitle, slide.lead, balance=True),), "lead"))
    if not slide.items:
        return place_whole(slide, theme, report, (spec, slots))
    words = rich(plain(join((item.title for item in slide.items), "　·　")))
    line = Slot(FACTS, (flow(facts, words, balance=True),), "facts", whole=True)
    each = tuple(flow(facts, item.title, balance=True) for item in slide.items)
    for told in (line, replace(line, flows=each, whole=False)):
        if fill(spec, [told]).fits:
            return place_whole(slide, theme, report, (spec, [*slots, told]))
    return place_whole(slide, theme, report, (spec, [*slots, replace(line, whole=False)]))


LAYOUT = SlideLayout("title", specs, place)
