"""The root on top, its branches below as indented lists: a catalogue in columns.

Branches that stand below one another share a column, read from top to bottom, columns from left
to right. There are as many columns as bring the map nearest to the shape of the theme's page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log

from ...model.scene import Path, Point
from ...model.theme import Theme
from ...model.units import Emu, Rect
from ...plugin import MapLayout
from ._cards import Card
from ._catalogue import INDENT, Catalogue, catalogue, hang
from ._drawing import Drawing, drawn
from ._edges import RADIUS, Route, anchor, bent, is_round, underlined
from ._sheet import Sheet, placing
from ._summaries import RIGHT
from ._trunk import trunk

_BRANCH_GAP = 2.4  # between branches of a column, in sibling gaps
_COLUMN_GAP = 0.8  # between columns, in level gaps
_DROP = 0.9  # from the root to its branches, in level gaps
_SPINE = INDENT * 2 // 3  # how far a column's line stands left of it
_MOST_COLUMNS = 40


def arrange(sheet: Sheet) -> Drawing:
    """Place the root above columns of lists."""
    mindmap, theme = sheet.mindmap, sheet.theme
    cards = sheet.measure()
    root = cards[0].size
    lists = [catalogue(sheet, cards, (top,)) for top in mindmap.nodes[0].children]
    columns = _columns(lists, theme)
    frames = [Rect(0, 0, root.width, root.height)] * len(cards)
    x, top = INDENT, root.height + round(_DROP * theme.map.level_gap)
    for column in columns:
        y = top
        for one in column:
            for index, frame in one.frames(cards, x, y):
                frames[index] = frame
            y += one.height + _gap(theme)
        x += max(one.width for one in column) + INDENT + round(_COLUMN_GAP * theme.map.level_gap)
    if len(columns) > 1:
        heads = [frames[column[0].order[0]] for column in columns]
        middle = (heads[0].x + heads[-1].x + cards[columns[-1][0].order[0]].size.width) // 2
        frames[0] = frames[0].shift(middle - root.width // 2, 0)
    settled = sheet.settle(frames)
    routes = list(_items(sheet, cards, settled))
    trunks = [_branch_off(column, cards, settled, sheet, routes) for column in columns]
    drawing = drawn(cards, settled, routes, tuple(trunks))
    return sheet.braced(drawing, frames, lambda _: RIGHT)


def _gap(theme: Theme) -> Emu:
    return round(_BRANCH_GAP * theme.map.sibling_gap)


def _columns(lists: Sequence[Catalogue], theme: Theme) -> list[list[Catalogue]]:
    """Share the branches out among the columns whose shape is nearest to the page's."""
    page = theme.grid.page
    best: list[list[Catalogue]] = []
    least = float("inf")
    for count in range(1, min(len(lists), _MOST_COLUMNS) + 1):
        columns = _cut(lists, count)
        width = sum(max(one.width for one in column) + 2 * INDENT for column in columns)
        height = max(sum(one.height + _gap(theme) for one in column) for column in columns)
        badness = abs(log(width * page.height / (height * page.width)))
        if badness < least:
            best, least = columns, badness
    return best


def _cut(lists: Sequence[Catalogue], count: int) -> list[list[Catalogue]]:
    """Cut the branches into `count` columns at most, about equally high."""
    columns: list[list[Catalogue]] = [[] for _ in range(count)]
    total = sum(one.height for one in lists)
    above = 0
    for one in lists:
        columns[min(count - 1, (above + one.height // 2) * count // total)].append(one)
        above += one.height
    return [column for column in columns if column]


def _items(sheet: Sheet, cards: Sequence[Card], frames: Sequence[Rect]) -> Iterator[Route]:
    """Yield the way into every node of a list; none yet for the branches."""
    edge = sheet.theme.map.edge
    for index, node in enumerate(sheet.mindmap.nodes):
        if node.parent > 0:
            yield hang(frames[node.parent], (frames[index], cards[index]), edge)
        else:
            yield ()


def _branch_off(
    column: Sequence[Catalogue],
    cards: Sequence[Card],
    frames: Sequence[Rect],
    sheet: Sheet,
    routes: list[Route],
) -> Path:
    """Add the ways from the root into a column's branches; return the line that they share."""
    edge, root = sheet.theme.map.edge, frames[0]
    tops = [one.order[0] for one in column]
    spine = min(frames[top].x for top in tops) - _SPINE
    fits = root.x <= spine <= root.right and root.x <= frames[tops[0]].x
    start = Point(spine if fits and root.x == 0 else root.center_x, root.bottom)
    turn = root.bottom + round(_DROP * sheet.theme.map.level_gap) // 2
    way = (start, Point(start.x, turn), Point(spine, turn))
    for top in tops:
        arrive = anchor(frames[top], cards[top], -1)
        route = bent((*way, Point(spine, arrive.y), arrive), edge)
        routes[top] = underlined(route, frames[top], cards[top])
    last = anchor(frames[tops[-1]], cards[tops[-1]], -1).y
    end = max(turn, last - (RADIUS if is_round(edge) else 0))
    return trunk((*way, Point(spine, end)), sheet, edge)


LAYOUT = MapLayout("tree", placing(arrange))
