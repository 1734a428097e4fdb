"""Two opposed points as two panels; their rows line up where both have as many.

A panel is a head and a list. With two to five points on each side the layout has a frame for every
row, so that what is opposed stands side by side; otherwise each list has one frame.
"""

from __future__ import annotations

from ...model.color import Color, ColorRole, Tone
from ...model.deck import Item, Slide
from ...model.style import Anchor, Fill, Geometry
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Insets, Rect, inches
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ...text.fit import Flow
from ._fill import Slot, flow, title_slots
from ._frames import content_spec
from ._list import item_flows, place_list
from ._share import place_whole

HEAD, ROW = 20, 30
MOST_ROWS = 5
HEAD_HEIGHT = inches(0.72)
SIDES = ("左", "右")


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    rows = (_spec(theme, count) for count in range(2, MOST_ROWS + 1))
    return (_spec(theme, 1), *rows)


def _spec(theme: Theme, rows: int) -> LayoutSpec:
    holders: list[Placeholder] = []
    for side, frame in enumerate(theme.grid.body.columns(2, theme.tokens.gap)):
        holders.append(_head(theme, side, frame))
        gap = theme.tokens.gap // 3
        top = frame.y + HEAD_HEIGHT + gap
        below = Rect(frame.x, top, frame.width, frame.bottom - top)
        holders.extend(
            _row(theme, side, i, row, rows) for i, row in enumerate(below.rows(rows, gap))
        )
    name, label = (f"compare-{rows}", f"对比 {rows} 行") if rows > 1 else ("compare", "对比")
    return content_spec(theme, name, label, tuple(holders))


def _head(theme: Theme, side: int, frame: Rect) -> Placeholder:
    style = theme.style("panel_head" if side else "panel_head_muted")
    role = ColorRole.ACCENT1 if side else ColorRole.MUTED
    return Placeholder(
        HEAD + side,
        "body",
        f"{SIDES[side]}栏标题",
        Rect(frame.x, frame.y, frame.width, HEAD_HEIGHT),
        (style,),
        Anchor.MIDDLE,
        Insets(theme.tokens.padding.left, 0, theme.tokens.padding.right, 0),
        fill=Fill(Color(role)),
        prompt=f"{SIDES[side]}栏标题",
    )


def _row(theme: Theme, side: int, i: int, frame: Rect, rows: int) -> Placeholder:
    lined = rows > 1
    names = ("row_line", "card_item") if lined else ("panel_text", "card_item")
    padding = theme.tokens.padding
    ground = Fill(Color(ColorRole.ACCENT1, Tone.SOFT) if side else Color(ColorRole.SURFACE))
    return Placeholder(
        ROW + 10 * side + i,
        "body",
        f"{SIDES[side]}栏{i + 1}" if lined else f"{SIDES[side]}栏内容",
        frame,
        tuple(theme.style(name) for name in names),
        Anchor.MIDDLE if lined else Anchor.TOP,
        Insets(padding.left, padding.top // 3, padding.right, padding.bottom // 3)
        if lined
        else padding,
        Geometry.RECT,
        0,
        ground,
        prompt=f"{SIDES[side]}栏内容",
    )


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place two items as panels; anything but two goes to the list."""
    if len(slide.items) != 2:
        return place_list(slide, theme, report)
    rows = _lined_rows(slide.items[0], slide.items[1])
    for count in (rows, 1) if rows > 1 else (1,):
        spec = theme.layouts[f"compare-{count}" if count > 1 else "compare"]
        slots = [*title_slots(spec, slide), *_slots(spec, slide, count)]
        placed = place_whole(slide, theme, report, (spec, slots))
        if placed.page.layout == spec.name:
            return placed
    return placed


def _lined_rows(left: Item, right: Item) -> int:
    """Return how many rows both sides have, or 1 where they do not match."""
    count = len(left.items)
    flat = not any(sub.items for item in (left, right) for sub in item.items)
    matches = count == len(right.items) and 2 <= count <= MOST_ROWS
    return count if matches and flat and not left.gist and not right.gist else 1


def _slots(spec: LayoutSpec, slide: Slide, rows: int) -> list[Slot]:
    slots: list[Slot] = []
    for side, item in enumerate(slide.items):
        head = spec.placeholder(HEAD + side)
        slots.append(
            Slot(HEAD + side, (flow(head, item.title, balance=True),), "head", origin=item.origin)
        )
        first = ROW + 10 * side
        if rows > 1:
            slots.extend(
                Slot(first + i, item_flows(sub, spec.placeholder(first + i)), "row")
                for i, sub in enumerate(item.items)
            )
        else:
            slots.append(Slot(first, _panel(item, spec.placeholder(first)), "panel"))
    return slots


def _panel(item: Item, holder: Placeholder) -> tuple[Flow, ...]:
    flows = [flow(holder, item.gist)] if item.gist else []
    for sub in item.items:
        flows.extend(item_flows(sub, holder, 1))
    return tuple(flows)


LAYOUT = SlideLayout("compare", specs, place)
