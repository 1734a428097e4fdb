"""A mind map of two levels on a slide, each node a jump to where it is told.

The root stands in the middle, branches on both sides, the first half of them at the right, or the
root at the left. Where the leaves find no room at 16 points, those that are told on slides of their
own are left out; others stand in one box a branch, and then the branches go on to a second map.
`map-sheet` is for whole maps (`layouts/maps/_atlas.py`): little more than a title line.
"""

from __future__ import annotations

from dataclasses import replace

from ...model.deck import Item, Slide
from ...model.richtext import RichText, plain, rich
from ...model.scene import Box, Group, Shape
from ...model.style import Align, Anchor
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Rect, around, inches
from ...model.words import words_of
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._fill import TITLE, fill, join, page, title_slots
from ._frames import content_spec, furniture, high_body
from ._list import place_list
from ._sides import draw_sides

LEAST = 2  # branches a map, leaves a box
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
    room = theme.grid.body if slide.lead else high_body(theme)
    deep = any(item.gist or sub.gist or sub.items for item in slide.items for sub in item.items)
    if not slide.items or not head.fits or deep or any(item.gist for item in slide.items):
        return place_list(slide, theme, report)
    drawn = _drawn(root, slide.items, theme, room)
    if drawn is None:
        report.note(
            slide.origin,
            f"'{plain(slide.title)}' is set as a list, the map is full",
            code="set-as-list",
        )
        return place_list(replace(slide, items=_overview(slide.items)), theme, report)
    items, shapes = drawn
    frame = around(shape.frame for shape in shapes if isinstance(shape, Box))
    group = Group(shapes, frame, "导图", alt_of(plain(root), items, theme), slide.origin)
    left = slide.items[len(items) :]
    if left:
        count = f"{len(items)} of {len(slide.items)} branches fit"
        report.note(slide.origin, f"'{plain(slide.title)}' goes on: {count}", code="goes-on")
    rest = (replace(slide, items=left, lead=(), notes=()),) if left else ()
    return Placed(page(slide, theme, spec, head.boxes, (group,)), rest)


def _drawn(
    root: RichText, items: tuple[Item, ...], theme: Theme, room: Rect
) -> tuple[tuple[Item, ...], tuple[Shape, ...]] | None:
    """Return as many of the items as fit, even pages of them, and their map; None for none.

    A map that breaks hardly any words is taken before one of fewer pages; but a map of what other
    slides tell, each node a jump, stays on one.
    """
    subs = [sub for item in items for sub in item.items]
    tries = [items]
    if subs and all(sub.target for sub in subs):
        tries.append(_overview(items))
    elif not any(sub.target or sub.link for sub in subs):
        tries.append(tuple(map(_folded, items)))
    best: tuple[tuple[Item, ...], tuple[Shape, ...]] | None = None
    is_overview = all(one.target for one in (*items, *subs))
    most_pages = 1 if is_overview else len(items) // LEAST
    for pages in range(1, most_pages + 1):
        most = -(-len(items) // pages)
        for tried in tries:
            drawn = draw_sides(root, tried[:most], theme, room)
            if drawn is None:
                continue
            shapes, is_calm = drawn
            if is_calm or best is None:
                best = tried[:most], shapes
            if is_calm:
                return best
    return best


def _overview(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return the branches without leaves, where other slides tell of all of these."""
    if not all(sub.target for item in items for sub in item.items):
        return items
    return tuple(replace(item, items=()) for item in items)


def _folded(item: Item) -> Item:
    """Return a branch whose leaves stand in one."""
    if len(item.items) < LEAST:
        return item
    words = join((sub.title for sub in item.items), "、")
    return replace(item, items=(Item(words, origin=item.origin),))


def alt_of(root: str, items: tuple[Item, ...], theme: Theme) -> str:
    """Say the whole map in words."""
    words = words_of(theme.lang)
    branches = []
    for item in items:
        leaves = words.comma.join(plain(sub.title) for sub in item.items)
        branches.append(words.colon.join(filter(None, (plain(item.title), leaves))))
    return words.map.format(root=root, told=words.semicolon.join(branches))


LAYOUT = SlideLayout("map", specs, place)
