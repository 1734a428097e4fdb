"""Numbered rows: a number, a heading with a text under it, and a short mark at the right.

Agenda, questions and takeaways are rows; they differ in styles and in how many stand in a column.
"""

from __future__ import annotations

from dataclasses import replace

from ...model.deck import Item, Slide
from ...model.record import record
from ...model.richtext import rich
from ...model.style import Anchor
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Emu, Rect, inches
from ._fill import Slot, flow, item_flows
from ._frames import content_spec, rows_in, text_holder

NUMBER, TEXT, SIDE = 100, 200, 300


@record
class RowKind:
    """How a kind of rows is set; from more than `column` rows on there are two columns."""

    kind: str
    label: str
    styles: tuple[str, ...]  # heading, then text
    most: int
    column: int
    height: Emu
    number_width: Emu
    side_width: Emu = 0
    side_share: int = 0  # the most of a row that the side may take, in per cent
    side: tuple[str, str] = ("时间", "row_side")  # what stands at the right, and its style


def row_specs(theme: Theme, rows: RowKind) -> tuple[LayoutSpec, ...]:
    """Return the layouts for one to `most` rows."""
    return tuple(_spec(theme, rows, count) for count in range(1, rows.most + 1))


def _spec(theme: Theme, rows: RowKind, count: int) -> LayoutSpec:
    holders: list[Placeholder] = []
    for i, frame in enumerate(_frames(theme, rows, count)):
        holders.extend(_row(theme, rows, i, frame))
    return content_spec(theme, f"{rows.kind}-{count}", f"{rows.label} {count}", tuple(holders))


def _frames(theme: Theme, rows: RowKind, count: int) -> tuple[Rect, ...]:
    body, gap = theme.grid.body, theme.tokens.gap // 2
    if count <= rows.column:
        return rows_in(body, count, gap, rows.height)
    left, right = body.columns(2, 3 * theme.tokens.gap)
    half = -(-count // 2)
    in_left = rows_in(left, half, gap, rows.height)
    return (*in_left, *(Rect(right.x, row.y, right.width, row.height) for row in in_left))[:count]


def _row(theme: Theme, rows: RowKind, i: int, frame: Rect) -> list[Placeholder]:
    number = Rect(frame.x, frame.y, rows.number_width, frame.height)
    side_width = min(rows.side_width, frame.width * rows.side_share // 100)
    between = theme.tokens.gap // 2 if side_width else 0
    width = frame.width - number.width - side_width - between
    text = Rect(number.right, frame.y, width, frame.height)
    styles = tuple(theme.style(name) for name in rows.styles)
    number_style = (theme.style("row_number"),)
    holders = [
        text_holder(NUMBER + i, f"序号{i + 1}", number, number_style, Anchor.MIDDLE),
        text_holder(TEXT + i, f"条目{i + 1}", text, styles, Anchor.MIDDLE),
    ]
    if side_width:
        side = Rect(text.right + between, frame.y, side_width, frame.height)
        name, style = rows.side
        side_style = (theme.style(style),)
        holders.append(text_holder(SIDE + i, f"{name}{i + 1}", side, side_style, Anchor.MIDDLE))
    return holders


def numbered(slide: Slide) -> Slide:
    """Give each item its number as label, so that it keeps it when the slide goes on."""
    items = tuple(
        item if item.label else replace(item, label=f"{number:02d}")
        for number, item in enumerate(slide.items, 1)
    )
    return replace(slide, items=items)


def row_slots(spec: LayoutSpec, slide: Slide) -> list[Slot]:
    """Return the slots of the slide's items; a row with a target jumps there.

    With a side column in the layout the item's gist stands there, otherwise under the heading.
    """
    slots: list[Slot] = []
    has_side = any(holder.idx == SIDE for holder in spec.placeholders)
    for i, item in enumerate(slide.items):
        slots.extend(_row_slots(spec, item, i, has_side))
    return slots


def _row_slots(spec: LayoutSpec, item: Item, i: int, has_side: bool) -> list[Slot]:
    link = f"#{item.target}" if item.target else item.link
    mark = spec.placeholder(NUMBER + i)
    text = spec.placeholder(TEXT + i)
    flows = [flow(text, item.title, 0, balance=True)]
    if item.gist and not has_side:
        flows.append(flow(text, item.gist, 1, balance=True))
    for sub in item.items:
        flows.extend(item_flows(sub, text, 1))
    slots = [
        Slot(NUMBER + i, (flow(mark, rich(item.label)),), "number", origin=item.origin, item=i),
        Slot(TEXT + i, tuple(flows), "row", link, item.origin, item=i),
    ]
    if item.gist and has_side:
        side = spec.placeholder(SIDE + i)
        words = (flow(side, item.gist, balance=True),)
        slots.append(Slot(SIDE + i, words, "side", origin=item.origin, item=i))
    return slots


NUMBER_WIDTH = inches(0.9)
