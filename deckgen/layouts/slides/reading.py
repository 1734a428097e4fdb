"""The reading record: the book, large, and a tile for each fact."""

from __future__ import annotations

from dataclasses import replace

from ...model.color import Color, ColorRole
from ...model.deck import Item, Slide
from ...model.style import Anchor, Fill
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Emu, Insets, Rect
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ...text.fit import Flow
from ._fill import Slot, flow, item_flows
from ._frames import as_card, content_spec, text_holder
from ._share import Sharing, place_shared

FIRST = 20
MOST = 9
ROWS = 3  # more rows are too low for a fact of two lines


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return tuple(_spec(theme, count) for count in range(1, MOST + 1))


def _spec(theme: Theme, count: int) -> LayoutSpec:
    """Return the layout for `count` facts, the first of them being the book."""
    body, gap = theme.grid.body, theme.tokens.gap
    x, width = theme.grid.span(0, 4 if count > 1 else 12)
    book = Rect(x, body.y, width, body.height)
    x, width = theme.grid.span(4, 8)
    frames = (book, *_tiles(Rect(x, body.y, width, body.height), count - 1, gap))
    holders = tuple(_tile(theme, i, frame) for i, frame in enumerate(frames))
    return content_spec(theme, f"reading-{count}", f"阅读记录 {count}", holders)


def _tiles(frame: Rect, count: int, gap: Emu) -> tuple[Rect, ...]:
    """Cut the frame into tiles, two or three a row; what is left takes the whole last row."""
    if not count:
        return ()
    per_row = max(2, -(-count // ROWS))
    tiles: list[Rect] = []
    for i, row in enumerate(frame.rows(-(-count // per_row), gap)):
        tiles.extend(row.columns(min(per_row, count - i * per_row), gap))
    return tuple(tiles)


def _tile(theme: Theme, i: int, frame: Rect) -> Placeholder:
    names = ("fact_label", "fact_value") if i else ("hero_label", "hero")
    fill = Fill(Color(ColorRole.SURFACE if i else ColorRole.ACCENT1))
    styles = tuple(theme.style(name) for name in names)
    name = f"事项{i}" if i else "书"
    holder = as_card(theme, text_holder(FIRST + i, name, frame, styles), fill)
    x, y = holder.insets.left, holder.insets.top // 2
    return replace(holder, anchor=Anchor.MIDDLE, insets=Insets(x, y, x, y))


def _slots(spec: LayoutSpec, slide: Slide) -> list[Slot]:
    return [
        Slot(
            FIRST + i,
            _fact(item, spec.placeholder(FIRST + i)),
            "fact" if i else "book",
            origin=item.origin,
            head=-1 if i else 1,
        )
        for i, item in enumerate(slide.items)
    ]


def _fact(item: Item, holder: Placeholder) -> tuple[Flow, ...]:
    flows = [flow(holder, item.title, 0)]
    if item.gist:
        flows.append(flow(holder, item.gist, 1, balance=True))
    for sub in item.items:
        flows.extend(item_flows(sub, holder, 1))
    return tuple(flows)


SHARING = Sharing("reading", 1, MOST, _slots)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place up to eight facts beside the book; more go on beside the same book."""
    placed = place_shared(slide, theme, report, SHARING)
    rest = tuple(
        replace(left, items=(slide.items[0], *left.items))
        if left.layout == "reading" and len(left.items) + 1 < len(slide.items)
        else left
        for left in placed.rest
    )
    return replace(placed, rest=rest)


LAYOUT = SlideLayout("reading", specs, place)
