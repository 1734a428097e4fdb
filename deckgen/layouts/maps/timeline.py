"""Branches on an axis from left to right, their points as lists above and below it in turn."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.scene import Path, Point
from ...model.units import Emu, Rect
from ...plugin import MapLayout
from ._cards import Card
from ._catalogue import INDENT, Catalogue, catalogue, hang
from ._drawing import Drawing, drawn
from ._edges import Route, bent
from ._grow import centred
from ._sheet import Sheet, placing
from ._summaries import RIGHT
from ._timeline import Stop, grounded, stops_on_axis
from ._trunk import arrow_head, trunk

_GAP = 0.6  # between branches, in level gaps
_AIR = 0.6  # between lists on one side, in level gaps
_RISE = 0.45  # from the axis' branches to their lists, in level gaps


def arrange(sheet: Sheet) -> Drawing:
    """Place the axis and what hangs from it."""
    theme, nodes = sheet.theme, sheet.mindmap.nodes
    tops = nodes[0].children
    cards = grounded(sheet.measure(), tops)
    lists = [
        catalogue(sheet, cards, nodes[top].children) if nodes[top].children else None
        for top in tops
    ]
    gap = round(_GAP * theme.map.level_gap)
    frames = [centred(cards[0])] * len(cards)
    places = stops_on_axis(
        [_stop(cards[top], one) for top, one in zip(tops, lists, strict=True)],
        frames[0].right + gap,
        gap,
        round(_AIR * theme.map.level_gap),
    )
    clear = max((cards[top].size.height for top in tops), default=0) // 2
    clear += round(_RISE * theme.map.level_gap)
    for number, (top, place, one) in enumerate(zip(tops, places, lists, strict=True)):
        frames[top] = centred(cards[top]).shift(place + cards[top].size.width // 2, 0)
        if one:
            y = clear if number % 2 else -clear - one.height
            for index, frame in one.frames(cards, place + INDENT, y):
                frames[index] = frame
    settled = sheet.settle(frames)
    end = max((frames[top].right for top in tops), default=0) + 2 * gap
    routes = _routes(sheet, cards, settled)
    drawing = drawn(cards, settled, routes, _axis(sheet, settled, end))
    return sheet.braced(drawing, frames, lambda _: RIGHT)


def _stop(card: Card, one: Catalogue | None) -> Stop:
    return Stop(card.length, INDENT, INDENT + one.width) if one else Stop(card.length)


def _routes(sheet: Sheet, cards: Sequence[Card], frames: Sequence[Rect]) -> list[Route]:
    nodes, edge = sheet.mindmap.nodes, sheet.theme.map.edge
    above = {top for number, top in enumerate(nodes[0].children) if number % 2 == 0}
    bend = round(_GAP * sheet.theme.map.level_gap) // 2
    routes: list[Route] = []
    for index, node in enumerate(nodes):
        if node.parent < 0:
            routes.append(())
        elif node.parent == 0:
            frame = frames[index]
            near = Point(frame.x, frame.center_y)
            axis = (Point(frames[0].right, 0), Point(max(frames[0].right, near.x - bend), 0))
            routes.append(bent((*axis, Point(axis[1].x, near.y), near), edge))
        else:
            up = node.parent in above
            routes.append(hang(frames[node.parent], (frames[index], cards[index]), edge, up))
    return routes


def _axis(sheet: Sheet, frames: Sequence[Rect], end: Emu) -> tuple[Path, ...]:
    if not sheet.mindmap.nodes[0].children:
        return ()
    head = arrow_head(Point(end, 0), (1, 0), sheet)
    return trunk((Point(frames[0].right, 0), Point(end, 0)), sheet), head


LAYOUT = MapLayout("timeline", placing(arrange))
