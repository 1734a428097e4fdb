"""Charts of rank: a row for the root, one for its branches, and below these lists in columns.

Down to the second level below the root topics stand side by side, levels at one height. A topic
further down, or one all of whose points end there, heads a column: its points are listed below
it, and its own box is as wide as the column. Upwards, the same stands upside down.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model.scene import Path, Point
from ...model.units import Emu, Rect
from ._cards import Card
from ._catalogue import Catalogue, catalogue, hang
from ._drawing import Drawing, drawn
from ._edges import RADIUS, Route, bent, is_round, straight
from ._rooms import tidy_with_rooms
from ._sheet import Sheet
from ._summaries import DOWN, RIGHT, UP
from ._tidy import Tree
from ._trunk import trunk

_TEXT = 0.62  # of the theme's text width: ranks are wide enough as they are
_RANKS = 2  # levels below the root whose topics stand side by side
_GAPS = (2.2, 1.8, 1.4)  # between topics side by side, in sibling gaps, by level
_REACH = 0.8  # between ranks, in level gaps


def draw_ranks(sheet: Sheet, up: bool = False) -> Drawing:
    """Place the chart with its root on top, or at the bottom."""
    listed = _listed(sheet)
    ranked = [index for index, is_listed in enumerate(listed) if not is_listed]
    cards = sheet.measure(_TEXT, frozenset(ranked))
    columns = {
        index: catalogue(sheet, cards, (index,))
        for index in ranked
        if any(listed[child] for child in sheet.mindmap.nodes[index].children)
    }
    frames = _frames(sheet, cards, columns)
    if up:
        _turn_up(frames, columns)
    settled = sheet.settle(frames)
    routes = list(_routes(sheet, cards, settled, listed, up))
    drawing = drawn(cards, settled, routes, tuple(_trunk(sheet, settled, up)))
    away = UP if up else DOWN
    return sheet.braced(
        drawing, frames, lambda index: RIGHT if index in columns or listed[index] else away
    )


def _listed(sheet: Sheet) -> list[bool]:
    """Tell of every node whether it stands in a list, below the topic that heads it."""
    nodes, levels = sheet.mindmap.nodes, sheet.levels
    listed = [False] * len(nodes)
    for index, node in enumerate(nodes):
        level = levels[index]
        ends = level > 0 and not any(nodes[child].children for child in node.children)
        if listed[index] or level >= _RANKS or ends:
            for child in node.children:
                listed[child] = True
    return listed


def _frames(sheet: Sheet, cards: Sequence[Card], columns: dict[int, Catalogue]) -> list[Rect]:
    """Place ranks, each column in them as one box."""
    mindmap, theme, levels = sheet.mindmap, sheet.theme, sheet.levels
    reach = round(_REACH * theme.map.level_gap)
    nodes = mindmap.nodes
    children = [() if index in columns else node.children for index, node in enumerate(nodes)]
    ranks = [0] * (_RANKS + 1)
    for index, card in enumerate(cards):
        if levels[index] <= _RANKS and children[index]:
            ranks[levels[index]] = max(ranks[levels[index]], card.size.height)
    lengths = [
        reach + (ranks[min(levels[index], _RANKS)] if children[index] else card.size.height)
        for index, card in enumerate(cards)
    ]
    widths = [card.length for card in cards]
    for head, column in columns.items():
        widths[head], lengths[head] = column.width, column.height + reach
    gap = theme.map.sibling_gap
    gaps = [round(gap * _GAPS[min(level, len(_GAPS) - 1)]) for level in levels]
    rooms = {index: one for index, one in sheet.upright_rooms.items() if children[index]}
    places = tidy_with_rooms(Tree(children, lengths, widths, gaps), rooms)
    frames = [Rect(0, 0, 0, 0)] * len(cards)
    for index in places.orders[0]:
        x, y = places.across[index], places.along[index] + reach
        if index in columns:
            column = columns[index]
            for place, frame in column.frames(cards, x, y):
                frames[place] = frame
            frames[index] = Rect(x, y, column.rows_width, cards[index].size.height)
        else:
            frames[index] = Rect(x, y, cards[index].size.width, cards[index].size.height)
    return frames


def _turn_up(frames: list[Rect], columns: dict[int, Catalogue]) -> None:
    """Turn the chart upside down; lists stand above what heads them and are read downwards."""
    lifts: dict[int, Emu] = {}
    for column in columns.values():
        head, first = frames[column.order[0]], frames[column.order[1]]
        lift = -(head.y + column.height) - first.y
        lifts.update(dict.fromkeys(column.order[1:], lift))
    for index, frame in enumerate(frames):
        y = frame.y + lifts[index] if index in lifts else -frame.bottom
        frames[index] = Rect(frame.x, y, frame.width, frame.height)


def _routes(
    sheet: Sheet, cards: Sequence[Card], frames: Sequence[Rect], listed: Sequence[bool], up: bool
) -> Iterator[Route]:
    edge = sheet.theme.map.edge
    for index, node in enumerate(sheet.mindmap.nodes):
        if node.parent < 0:
            yield ()
        elif listed[index]:
            above = up and not listed[node.parent]
            yield hang(frames[node.parent], (frames[index], cards[index]), edge, above)
        else:
            yield _down(frames[node.parent], frames[index], edge, up)


def _down(parent: Rect, child: Rect, edge: str, up: bool) -> Route:
    """Return the way from the middle of a box's lower edge to the middle of the next's upper."""
    start = Point(parent.center_x, parent.y if up else parent.bottom)
    end = Point(child.center_x, child.bottom if up else child.y)
    if edge == "straight":
        return straight(start, end)
    turn = (start.y + end.y) // 2
    return bent((start, Point(start.x, turn), Point(end.x, turn), end), edge)


def _trunk(sheet: Sheet, frames: Sequence[Rect], up: bool) -> Iterator[Path]:
    """Yield the line that the root's branches share."""
    theme, tops = sheet.theme, sheet.mindmap.nodes[0].children
    if len(tops) < 2 or theme.map.edge == "straight":
        return
    root, first = frames[0], frames[tops[0]]
    start = Point(root.center_x, root.y if up else root.bottom)
    turn = (start.y + (first.bottom if up else first.y)) // 2
    inset = RADIUS if is_round(theme.map.edge) else 0
    left, right = first.center_x + inset, frames[tops[-1]].center_x - inset
    yield trunk((start, Point(start.x, turn)), sheet)
    yield trunk((Point(left, turn), Point(right, turn)), sheet)
