"""Branches on an axis from top to bottom, their points at its right and its left in turn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...model.scene import Path, Point
from ...model.units import Emu, Rect
from ...plugin import MapLayout
from ._cards import Card
from ._drawing import Drawing, drawn
from ._edges import Route, bent, level
from ._grow import centred, grow, heights_of, mirrored, reaches_of
from ._sheet import Sheet, placing
from ._tidy import Places
from ._timeline import Stop, grounded, stops_on_axis
from ._trunk import arrow_head, trunk

_GAP = 0.7  # between branches, in level gaps
_AIR = 3.0  # between what stands on one side, in sibling gaps


def arrange(sheet: Sheet) -> Drawing:
    """Place the axis and what grows from it."""
    theme = sheet.theme
    nodes = sheet.mindmap.nodes
    tops = nodes[0].children
    cards = grounded(sheet.measure(), tops)
    reaches = reaches_of(heights_of(sheet.mindmap, cards, theme), theme)
    places, near = grow(sheet, cards, reaches, tops)
    gap = round(_GAP * theme.map.level_gap)
    frames = [centred(cards[0])] * len(cards)
    starts = stops_on_axis(
        [_stop(order, places, cards) for order in places.orders],
        frames[0].bottom + gap,
        gap,
        round(_AIR * theme.map.sibling_gap),
    )
    widest = max((cards[top].size.width for top in tops), default=0)
    sides = [1] * len(cards)
    for number, (start, order) in enumerate(zip(starts, places.orders, strict=True)):
        top = order[0]
        frames[top] = centred(cards[top]).shift(0, start + cards[top].size.height // 2)
        down = start - places.across[top]
        out = widest // 2 - cards[top].length
        for index in order[1:]:
            size = cards[index].size
            frame = Rect(near[index] + out, places.across[index] + down, size.width, size.height)
            frames[index] = mirrored(frame) if number % 2 else frame
            sides[index] = -1 if number % 2 else 1
    settled = sheet.settle(frames)
    end = max((frames[top].bottom for top in tops), default=0) + 2 * gap
    routes = _routes(sheet, cards, settled, sheet.doors(frames))
    drawing = replace(drawn(cards, settled, routes, _axis(sheet, settled, end)), sides=sides)
    return sheet.braced(drawing, frames, lambda index: (sides[nodes[index].children[0]], 0))


def _stop(order: Sequence[int], places: Places, cards: Sequence[Card]) -> Stop:
    """Return a branch and the extent of what grows from it, along the axis."""
    top, *others = order
    start, height = places.across[top], cards[top].size.height
    if not others:
        return Stop(height)
    before = min(places.across[index] for index in others) - start
    after = max(places.across[index] + cards[index].size.height for index in others)
    after = max(after, places.ends.get(top, (0, after))[1]) - start
    return Stop(height, before, after)


def _routes(
    sheet: Sheet, cards: Sequence[Card], frames: Sequence[Rect], doors: Mapping[int, Rect]
) -> list[Route]:
    edge = sheet.theme.map.edge
    bend = round(_GAP * sheet.theme.map.level_gap) // 2
    routes: list[Route] = []
    for index, node in enumerate(sheet.mindmap.nodes):
        if node.parent < 0:
            routes.append(())
        elif node.parent == 0:
            frame = frames[index]
            near = Point(frame.center_x, frame.y)
            axis = (Point(0, frames[0].bottom), Point(0, max(frames[0].bottom, near.y - bend)))
            routes.append(bent((*axis, Point(near.x, axis[1].y), near), edge))
        else:
            start = (frames[node.parent], cards[node.parent])
            end = (frames[index], cards[index])
            routes.append(level(start, end, edge, doors.get(index)))
    return routes


def _axis(sheet: Sheet, frames: Sequence[Rect], end: Emu) -> tuple[Path, ...]:
    if not sheet.mindmap.nodes[0].children:
        return ()
    head = arrow_head(Point(0, end), (0, 1), sheet)
    return trunk((Point(0, frames[0].bottom), Point(0, end)), sheet), head


LAYOUT = MapLayout("timeline_down", placing(arrange))
