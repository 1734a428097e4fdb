"""The cover: title, subtitle, and a line of facts (author, date, book)."""

from __future__ import annotations

from ...model.deck import Slide
from ...model.richtext import plain, rich
from ...model.style import Anchor
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Rect
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._fill import TITLE, Slot, flow
from ._frames import furniture
from ._share import place_whole

SUBTITLE, FACTS = 1, 13


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    page, grid = theme.grid.page, theme.grid
    x, width = grid.span(0, 10)
    middle = page.height * 50 // 100
    title = Rect(x, page.height * 18 // 100, width, middle - page.height * 18 // 100)
    subtitle = Rect(x, middle + 2 * theme.tokens.gap, width, page.height * 14 // 100)
    facts = Rect(x, page.height * 78 // 100, width, page.height * 10 // 100)
    holders = (
        Placeholder(
            TITLE, "ctrTitle", "标题", title, (theme.style("cover"),), Anchor.BOTTOM, prompt="标题"
        ),
        Placeholder(
            SUBTITLE, "subTitle", "副标题", subtitle, (theme.style("cover_lead"),), prompt="副标题"
        ),
        Placeholder(
            FACTS,
            "body",
            "作者与日期",
            facts,
            (theme.style("cover_fact"),),
            Anchor.BOTTOM,
            prompt="作者 · 日期 · 书",
        ),
        *furniture(theme),
    )
    return (LayoutSpec("title", "title", "封面", holders),)


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
