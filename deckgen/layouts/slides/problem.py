"""Problems and what is done about them: pairs, left to right, an arrow between.

Two items come in, the problems and the remedies, with as many points each (or a sentence each).
Past five pairs the rest goes on under the same two heads.
"""

from __future__ import annotations

from dataclasses import replace

from ...model.color import Color, ColorRole, Tone
from ...model.deck import Item, Slide
from ...model.richtext import plain
from ...model.scene import Group, Point, Shape
from ...model.style import Anchor, Fill, Line
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Insets, Rect, around, inches
from ...model.words import words_of
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ...text.fit import Flow
from ._arrows import arrow_width, straight_arrow
from ._fill import Slot, fill, flow, item_flows, linked, page, title_slots
from ._frames import as_card, balanced, content_spec, text_holder
from ._list import place_list

HEAD, ROW, REMEDY = 20, 30, 10
MOST = 5
HEAD_HEIGHT = inches(0.53)
TALLEST = inches(1.9)
ARROW_GAP = inches(0.8)
SIDES = ("问题", "解决")


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return tuple(_spec(theme, count) for count in range(1, MOST + 1))


def _spec(theme: Theme, count: int) -> LayoutSpec:
    holders: list[Placeholder] = []
    rows = _rows(theme, count)
    for side in (0, 1):
        name = f"{SIDES[side]}栏标题"
        style = theme.style("panel_head" if side else "panel_head_muted")
        first = rows[0][side]
        top = first.y - theme.tokens.gap // 2 - HEAD_HEIGHT
        frame = Rect(first.x, top, first.width, HEAD_HEIGHT)
        ground = Fill(Color(ColorRole.ACCENT1 if side else ColorRole.MUTED))
        head = text_holder(HEAD + side, name, frame, (style,), Anchor.MIDDLE)
        padding = theme.tokens.padding
        narrow = Insets(padding.left * 2 // 3, 0, padding.right * 2 // 3, 0)
        holders.append(replace(head, insets=narrow, fill=ground))
    for i, pair in enumerate(rows):
        holders.extend(_cell(theme, side, i, frame) for side, frame in enumerate(pair))
    return content_spec(theme, f"problem-{count}", f"问题与解决 {count}", tuple(holders))


def _rows(theme: Theme, count: int) -> tuple[tuple[Rect, Rect], ...]:
    """Return the frames of every pair; few pairs are not tall, and stand a little lower."""
    body, gap = theme.grid.body, theme.tokens.gap // 2
    left, right = body.columns(2, ARROW_GAP)
    top = body.y + HEAD_HEIGHT + gap
    room = body.bottom - top - gap * (count - 1)
    height = min(room // count, TALLEST)
    top += (room - height * count) // 3
    tops = tuple(top + i * (height + gap) for i in range(count))
    return tuple(
        (Rect(left.x, y, left.width, height), Rect(right.x, y, right.width, height)) for y in tops
    )


def _cell(theme: Theme, side: int, i: int, frame: Rect) -> Placeholder:
    name = f"{SIDES[side]}{i + 1}"
    color = Color(ColorRole.ACCENT1, Tone.SOFT) if side else Color(ColorRole.SURFACE)
    styles = (theme.style("panel_text"), theme.style("card_item"))
    holder = text_holder(ROW + REMEDY * side + i, name, frame, styles, Anchor.MIDDLE)
    padding = theme.tokens.padding
    card = as_card(theme, holder, Fill(color))
    narrow = Insets(
        padding.left * 2 // 3, padding.top // 8, padding.right * 2 // 3, padding.bottom // 8
    )
    return replace(card, insets=narrow)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place as many pairs as fit; the rest is a slide of the same kind."""
    if len(slide.items) == 2:
        count = _count(*slide.items)
        take = balanced(count, MOST) if count else 0
        while take:
            if placed := _try(slide, theme, take, count):
                if take < count:
                    name = plain(slide.title)
                    report.note(
                        slide.origin, f"'{name}' goes on: {take} of {count} fit", code="goes-on"
                    )
                return placed
            take = min(take - 1, balanced(count, take - 1)) if take > 1 else 0
    return place_list(slide, theme, report)


def _count(problem: Item, remedy: Item) -> int:
    """Return the number of pairs; none when problems and remedies do not match."""
    if bool(problem.gist) != bool(remedy.gist) or len(problem.items) != len(remedy.items):
        return 0
    return len(problem.items) + bool(problem.gist)


def _try(slide: Slide, theme: Theme, take: int, count: int) -> Placed | None:
    spec = theme.layouts[f"problem-{take}"]
    slots = title_slots(spec, slide)
    for side, item in enumerate(slide.items):
        head = spec.placeholder(HEAD + side)
        words = (flow(head, linked(item), balance=True),)
        slots.append(Slot(HEAD + side, words, "head", origin=item.origin))
    sides = [_cells(item) for item in slide.items]
    for i in range(take):
        for side, cells in enumerate(sides):
            idx = ROW + REMEDY * side + i
            flows = _flows(cells[i], spec.placeholder(idx))
            slots.append(Slot(idx, flows, "cell", origin=cells[i].origin, item=i))
    filled = fill(spec, slots)
    if not filled.fits:
        return None
    rest: tuple[Slide, ...] = ()
    if take < count:
        left = tuple(_without(item, take) for item in slide.items)
        rest = (replace(slide, items=left, lead=(), notes=()),)
    ground = _arrows(theme, sides[0][:take], sides[1][:take])
    return Placed(page(slide, theme, spec, filled.boxes, ground), rest)


def _cells(item: Item) -> tuple[Item, ...]:
    """Return what stands under a head: its sentence, then its points."""
    own = (Item(item.gist, origin=item.origin),) if item.gist else ()
    return (*own, *item.items)


def _without(item: Item, taken: int) -> Item:
    """Return a side without its first cells; the head stays."""
    own = 1 if item.gist else 0
    return replace(item, gist=(), items=item.items[taken - own :])


def _flows(cell: Item, holder: Placeholder) -> tuple[Flow, ...]:
    if cell.gist or cell.items:
        return item_flows(cell, holder)
    return (flow(holder, linked(cell), balance=True),)


def _arrows(
    theme: Theme, problems: tuple[Item, ...], remedies: tuple[Item, ...]
) -> tuple[Shape, ...]:
    """Return an arrow for each pair, as one group that says what leads where."""
    line = Line(Color(ColorRole.ACCENT1, Tone.INK), arrow_width(theme, 4))
    margin = inches(0.14)
    shapes: list[Shape] = []
    for i, (left, right) in enumerate(_rows(theme, len(problems))):
        start = Point(left.right + margin, left.center_y)
        end = Point(right.x - margin, left.center_y)
        shapes.extend(straight_arrow(start, end, f"箭头{i + 1}", line))
    pairs = (
        f"{plain(one.title)} → {plain(other.title)}"
        for one, other in zip(problems, remedies, strict=True)
    )
    rows = _rows(theme, len(problems))
    middle = around(
        Rect(left.right, left.y, right.x - left.right, left.height) for left, right in rows
    )
    said = words_of(theme.lang).semicolon.join(pairs)
    return (Group(tuple(shapes), middle, "从问题到解决", said),)


LAYOUT = SlideLayout("problem", specs, place)
