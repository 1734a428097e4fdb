"""A mind map of two levels on a slide, each node a jump to where it is told.

The root stands in the middle, branches on both sides, the first half of them at the right. Where
the leaves find no room at 16 points, those that are told on slides of their own are left out.
`map-sheet` is for whole maps (`layouts/maps/_atlas.py`): little more than a title line.
"""

from __future__ import annotations

from dataclasses import replace

from ...model.deck import Item, Slide
from ...model.richtext import plain, rich
from ...model.scene import Box, Group
from ...model.style import Align, Anchor
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Rect, around, inches
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._fill import TITLE, fill, page, title_slots
from ._frames import content_spec, furniture
from ._list import place_list
from ._sides import draw_sides

SHEET_TOP, SHEET_LINE = inches(0.42), inches(0.5)
SHEET_SIZES = (20.0, 18.0, 16.0)


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return (content_spec(theme, "map", "导图", ()), _sheet(theme))


def _sheet(theme: Theme) -> LayoutSpec:
    """Return the layout of a whole map's slides: a line for the title, all else is free."""
    style = replace(theme.style("title"), sizes=SHEET_SIZES, align=Align.LEFT)
    line = Rect(theme.grid.margin_x, SHEET_TOP, theme.grid.width, SHEET_LINE)
    title = Placeholder(
        TITLE, "title", "标题", line, (style,), Anchor.MIDDLE, prompt="单击编辑标题"
    )
    return LayoutSpec("map-sheet", "map", "导图页", (title, *furniture(theme)))


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place the items as branches, their items as leaves; as a list where there is no room."""
    spec = theme.layouts["map"]
    head = fill(spec, title_slots(spec, slide))
    root = rich(slide.label) or slide.title
    room = _room(slide, theme)
    deep = any(item.gist or sub.gist or sub.items for item in slide.items for sub in item.items)
    if not slide.items or not head.fits or deep or any(item.gist for item in slide.items):
        return place_list(slide, theme, report)
    items = slide.items
    drawn = draw_sides(root, items, theme, room)
    if drawn is None and all(sub.target for item in items for sub in item.items):
        items = tuple(replace(item, items=()) for item in items)
        drawn = draw_sides(root, items, theme, room)
    if drawn is None:
        report.note(slide.origin, f"'{plain(slide.title)}' is set as a list, the map is full")
        return place_list(slide, theme, report)
    frame = around(shape.frame for shape in drawn if isinstance(shape, Box))
    group = Group(drawn, frame, "导图", alt_of(plain(root), items), slide.origin)
    return Placed(page(slide, theme, spec, head.boxes, (group,)))


def _room(slide: Slide, theme: Theme) -> Rect:
    """Return the body, and the lead's band where there is none."""
    body, lead = theme.grid.body, theme.grid.lead
    top = body.y if slide.lead else lead.y + theme.tokens.gap // 2
    return Rect(body.x, top, body.width, body.bottom - top)


def alt_of(root: str, items: tuple[Item, ...]) -> str:
    """Say the whole map in words."""
    branches = []
    for item in items:
        leaves = "、".join(plain(sub.title) for sub in item.items)
        branches.append(f"{plain(item.title)}：{leaves}" if leaves else plain(item.title))
    return f"导图，{root}。{'；'.join(branches)}"


LAYOUT = SlideLayout("map", specs, place)
