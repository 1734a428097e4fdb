"""Numbered rows: a number, a heading with a text under it, and a short mark at the right.

Agenda, questions and takeaways are rows; they differ in styles and in how many stand in a column.
Three rows fill the page, more are lower, each with air above and below its words, and a hairline
between them leads the eye across. A lone row has no number, and all of the page.
"""

from __future__ import annotations

from dataclasses import replace

from ...model.deck import Item, Slide
from ...model.record import record
from ...model.richtext import rich
from ...model.style import Anchor
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Emu, Insets, Rect, inches, pt
from ._fill import Slot, flow, item_flows
from ._frames import content_spec, hairline, rows_in, text_holder

NUMBER, TEXT, SIDE = 100, 200, 300
NUMBER_WIDTH = inches(0.9)
FEW = 3  # rows of them fill the page
AIR = 9  # per cent of a row's height that stay free above its words, and below them
NARROWEST = inches(2.4)  # a heading with less room is broken too often, so there is one column
ONE_COLUMN = "-long"  # the form for headings that would be broken in two columns
LINE_EM = 1.45  # the height of a line of the tallest face


@record
class RowKind:
    """How a kind of rows is set; from more than `column` rows on there are two columns."""

    kind: str
    label: str
    styles: tuple[str, ...]  # heading, then text
    most: int
    column: int
    lone: str = "statement"  # the style of the heading that has no others beside it
    side_width: Emu = 0
    side_share: int = 0  # the most of a row that the side may take, in per cent
    side: tuple[str, str] = ("时间", "row_side")  # what stands at the right, and its style


def row_specs(theme: Theme, rows: RowKind) -> tuple[LayoutSpec, ...]:
    """Return the layouts for one to `most` rows, as far as the page holds them."""
    forms = [(count, "") for count in range(1, rows.most + 1)]
    forms += [(count, ONE_COLUMN) for count, _ in forms if len(_columns(theme, rows, count)) > 1]
    specs = (_spec(theme, rows, *form) for form in forms)
    return tuple(spec for spec in specs if all(map(holds_a_line, spec.placeholders)))


def holds_a_line(holder: Placeholder) -> bool:
    """Tell whether a frame is as high as a line of its smallest size."""
    line = pt(LINE_EM * min(holder.styles[0].sizes))
    return holder.frame.inset(holder.insets).height >= line


def _spec(theme: Theme, rows: RowKind, count: int, form: str) -> LayoutSpec:
    columns = (_column(theme, count),) if form else _columns(theme, rows, count)
    frames = [frame for column in columns for frame in column]
    holders = [
        holder for i, frame in enumerate(frames) for holder in _row(theme, rows, (i, count), frame)
    ]
    label = f"{rows.label} {count}" + (" 单栏" if form else "")
    spec = content_spec(theme, f"{rows.kind}-{count}{form}", label, tuple(holders))
    lines = tuple(hairline(frame) for column in columns for frame in column[1:])
    return replace(spec, shapes=lines)


def _columns(theme: Theme, rows: RowKind, count: int) -> tuple[tuple[Rect, ...], ...]:
    """Return the frames of the rows, column by column."""
    body = theme.grid.body
    left, right = body.columns(2, 3 * theme.tokens.gap)
    if count <= rows.column or _text_width(theme, rows, left) < NARROWEST:
        return (_column(theme, count),)
    half = -(-count // 2)
    in_left = rows_in(left, half, 0, body.height // FEW)
    in_right = tuple(Rect(right.x, row.y, right.width, row.height) for row in in_left)
    return in_left, in_right[: count - half]


def _column(theme: Theme, count: int) -> tuple[Rect, ...]:
    body = theme.grid.body
    return rows_in(body, count, 0, body.height if count == 1 else body.height // FEW)


def _side_width(rows: RowKind, frame: Rect) -> Emu:
    return min(rows.side_width, frame.width * rows.side_share // 100)


def _text_width(theme: Theme, rows: RowKind, frame: Rect) -> Emu:
    """Return how wide the heading is in a row of that frame."""
    side = _side_width(rows, frame)
    return frame.width - NUMBER_WIDTH - side - (theme.tokens.gap if side else 0)


def _row(theme: Theme, rows: RowKind, place: tuple[int, int], frame: Rect) -> list[Placeholder]:
    """Return the placeholders of a row; `place` is which it is, and of how many."""
    i, count = place
    air = Insets(0, frame.height * AIR // 100, 0, frame.height * AIR // 100)
    head, text = rows.styles

    def holder(idx: int, name: str, x: Emu, width: Emu, *styles: str) -> Placeholder:
        where = Rect(x, frame.y, width, frame.height)
        told = tuple(theme.style(style) for style in styles)
        return replace(
            text_holder(idx + i, f"{name}{i + 1}", where, told, Anchor.MIDDLE), insets=air
        )

    if count == 1:
        alone = holder(TEXT, "条目", frame.x, frame.width, rows.lone, text)
        large = replace(
            alone.styles[1], align=alone.styles[0].align, sizes=theme.style("row_gist").sizes
        )
        return [replace(alone, styles=(alone.styles[0], large))]
    width = _text_width(theme, rows, frame)
    side = _side_width(rows, frame)
    holders = [
        holder(NUMBER, "序号", frame.x, NUMBER_WIDTH, "row_number"),
        holder(TEXT, "条目", frame.x + NUMBER_WIDTH, width, head, text),
    ]
    if side:
        name, style = rows.side
        holders.append(holder(SIDE, name, frame.right - side, side, style))
    return holders


def numbered(slide: Slide) -> Slide:
    """Give each item its number as label, so that it keeps it when the slide goes on."""
    items = tuple(
        item if item.label else replace(item, label=f"{number:02d}")
        for number, item in enumerate(slide.items, 1)
    )
    return replace(slide, items=items)


def numbered_unless_told(slide: Slide) -> Slide:
    """Number the items, unless they lead to sections: these the planner has counted, or not.

    An author's own numbers are the labels, and where some have none, nothing takes their place.
    """
    is_counted = any(item.label or item.target for item in slide.items)
    return slide if is_counted else numbered(slide)


def row_slots(spec: LayoutSpec, slide: Slide) -> list[Slot]:
    """Return the slots of the slide's items; a row with a target jumps there.

    With a side column in the layout the item's gist stands there, otherwise under the heading.
    """
    slots: list[Slot] = []
    for i, item in enumerate(slide.items):
        slots.extend(_row_slots(spec, item, i))
    return slots


def _row_slots(spec: LayoutSpec, item: Item, i: int) -> list[Slot]:
    there = {holder.idx for holder in spec.placeholders}
    has_side = SIDE + i in there
    link = f"#{item.target}" if item.target else item.link
    text = spec.placeholder(TEXT + i)
    flows = [flow(text, item.title, 0, balance=True)]
    if item.gist and not has_side:
        flows.append(flow(text, item.gist, 1, balance=True))
    for sub in item.items:
        flows.extend(item_flows(sub, text, 1))
    head = 0 if has_side else -1  # names stay on a line; a question may take two
    slots = [Slot(TEXT + i, tuple(flows), "row", link, item.origin, item=i, head=head)]
    if NUMBER + i in there:
        mark = flow(spec.placeholder(NUMBER + i), rich(item.label))
        slots.insert(0, Slot(NUMBER + i, (mark,), "number", origin=item.origin, item=i))
    if item.gist and has_side:
        side = spec.placeholder(SIDE + i)
        words = (flow(side, item.gist, balance=True),)
        slots.append(Slot(SIDE + i, words, "side", origin=item.origin, item=i))
    return slots
