"""The root in the middle, every level on a circle round it, branches clockwise from the top.

A node's place on its circle is its height there, in parts of the radius (the sine of the angle).
Each half is a tidy tree of such heights, so boxes on one circle keep clear of each other, and the
circles are made just large enough for them. Words run level, so a circle has no room of its own
for their lengths: a box moves out, past what stands between it and its parent's height, and only
there. No branch then has another box in its way.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, groupby
from math import hypot, sqrt
from typing import TypeAlias

from ...model.record import record
from ...model.scene import Point
from ...model.units import Emu, Rect
from ...plugin import MapLayout
from ._cards import UNDERLINE, Card
from ._drawing import Drawing, drawn
from ._edges import Route, anchor, between, level, onto, straight, underlined
from ._grow import centred, cut, heights_of, mirrored
from ._reach import Reach
from ._sheet import Sheet, placing
from ._tidy import Tree, tidy

_TEXT = 0.75  # of the theme's text width
_RING = 1.0  # between a box and what is further in, in level gaps
_GAPS = (2.0, 1.5, 1.0)  # between boxes on one circle, in sibling gaps, by level
_MOST = 0.92  # of the radius that boxes' middles may stand above or below the centre
_SPREAD = 1.6  # how far a half with few boxes may be drawn apart, to stand round the root
_BEND = 0.45  # of the way from the root: how far a curve goes straight on

_Place: TypeAlias = tuple[int, Rect, Emu]  # a node, its frame, and the free way before it


@record
class _Circles:
    """The boxes to be placed, the circles of their levels, and the air between them."""

    cards: Sequence[Card]
    levels: Sequence[int]
    radii: Sequence[float]
    gap: Emu  # between boxes on a circle
    ring: Emu  # between boxes of one level and the next


def arrange(sheet: Sheet) -> Drawing:
    """Place the circles."""
    cards = sheet.measure(_TEXT, has_braces=False)
    frames = [centred(cards[0])] * len(cards)
    sides = [1] * len(cards)
    ways = [0] * len(cards)
    tops = sheet.mindmap.nodes[0].children
    if tops:
        heights = heights_of(sheet.mindmap, cards, sheet.theme)
        right = cut([heights[top] for top in tops])
        halves = (tops[:right], tops[right:][::-1])  # the left is read upwards
        circles = _circles(sheet, cards, halves)
        grown = [_heights(sheet, circles, half) for half in halves]
        most = [max(map(abs, half.values()), default=0.0) for half in grown]
        scale = max([1.0, *(high / _MOST for high in most)])
        circles = replace(circles, radii=[radius * scale for radius in circles.radii])
        for sign, half, high in zip((1, -1), grown, most, strict=True):
            spread = min(_MOST / high, _SPREAD / scale) if high else 0.0
            apart = {index: height * spread for index, height in half.items()}
            for index, frame, way in _placed(sheet, circles, apart):
                frames[index] = frame if sign > 0 else mirrored(frame)
                sides[index] = sign
                ways[index] = way
    settled = sheet.settle(frames)
    routes = _routes(sheet, cards, settled, list(zip(sides, ways, strict=True)))
    return replace(drawn(cards, settled, routes, tapered=True), sides=sides)


def _circles(sheet: Sheet, cards: Sequence[Card], halves: Sequence[Sequence[int]]) -> _Circles:
    """Return circles that leave room for the boxes between them, and on each of them."""
    theme, levels = sheet.theme.map, sheet.levels
    circles = _Circles(cards, levels, (), theme.sibling_gap, round(_RING * theme.level_gap))
    counts = [0] * (max(levels) + 1)
    heights = [0] * len(counts)
    rows = [[0, 0] for _ in counts]
    side = [0] * len(cards)
    for top in halves[1]:
        side[top] = 1
    for index, (card, depth) in enumerate(zip(cards, levels, strict=True)):
        if depth > 1:
            side[index] = side[sheet.mindmap.nodes[index].parent]
        counts[depth] += 1
        heights[depth] += card.size.height
        rows[depth][side[index]] += card.size.height + _gap(circles, depth)
    root = cards[0].size
    radii = [0.0]
    for depth, row in enumerate(rows[1:], start=1):
        inner = hypot(root.width, root.height) / 2
        if depth > 1:
            inner = radii[-1] + heights[depth - 1] / counts[depth - 1]
        radii.append(max(inner + circles.ring, max(row) / (2 * _MOST)))
    return replace(circles, radii=radii)


def _placed(sheet: Sheet, circles: _Circles, heights: Mapping[int, float]) -> Iterator[_Place]:
    """Yield the nodes of one half, circle by circle."""
    nodes, cards = sheet.mindmap.nodes, circles.cards
    rows: list[list[int]] = [[] for _ in circles.radii]
    for index in heights:
        rows[circles.levels[index]].append(index)
    doors = {0: 0}  # the heights at which branches leave a box
    reach, root = Reach(), centred(cards[0])
    reach.add(root.y, root.bottom, root.x + cards[0].length)
    for radius, row in zip(circles.radii, rows, strict=True):
        groups = {
            parent: [(i, _on_circle(cards[i], radius, heights[i], circles.gap)) for i in group]
            for parent, group in groupby(row, key=lambda index: nodes[index].parent)
        }
        done = {
            parent: list(_moved_out(group, doors[parent], reach, circles.ring))
            for parent, group in groups.items()
        }
        for parent, group in _in_the_way(done, doors).items():
            done[parent] = list(_moved_out(group, doors[parent], reach, circles.ring))
        for index, frame, way in chain.from_iterable(done.values()):
            yield index, frame, way
            doors[index] = anchor(frame, cards[index], 1).y
            reach.add(frame.y, frame.bottom, frame.x + cards[index].length)


def _in_the_way(
    row: Mapping[int, Sequence[_Place]], doors: Mapping[int, Emu]
) -> dict[int, list[tuple[int, Rect]]]:
    """Return siblings anew of which one stood before a door of others, now beyond these."""
    parents = sorted(row, key=lambda parent: doors[parent])
    heights = [doors[parent] for parent in parents]
    far = [max([frame.x for _, frame, _ in row[parent]]) for parent in parents]
    found: dict[int, list[tuple[int, Rect]]] = {}
    for parent, group in row.items():
        least = []
        for _, frame, _ in group:
            passing = range(bisect_left(heights, frame.y), bisect_right(heights, frame.bottom))
            least.append(max([far[at] for at in passing if parents[at] != parent], default=0))
        if any(x > frame.x for x, (_, frame, _) in zip(least, group, strict=True)):
            frames = [
                (index, frame.shift(max(0, x - frame.x), 0))
                for x, (index, frame, _) in zip(least, group, strict=True)
            ]
            found[parent] = sorted(frames, key=lambda pair: pair[1].y)
    return found


def _moved_out(
    group: Sequence[tuple[int, Rect]], height: Emu, reach: Reach, ring: Emu
) -> Iterator[_Place]:
    """Yield siblings where nothing stands before them, nor they before each other.

    Their branches leave the parent at that `height`: from the farthest to the nearest of it, above
    it and below, and last the one that lies across it. None turns before one that goes further
    up or down, whose line would cross it.
    """
    above = [pair for pair in group if pair[1].bottom <= height]
    below = [pair for pair in group[len(above) :] if pair[1].y >= height]
    across = group[len(above) : len(group) - len(below)]
    farthest = last = 0
    for side in (above, below[::-1], across):
        least, turn = (farthest, last) if side is across else (0, 0)
        for index, frame in side:
            free = reach.between(min(frame.y, height - 1), max(frame.bottom, height + 1))
            turn = max(turn, free)
            least = max(least, frame.x, turn + ring)
            yield index, Rect(least, frame.y, frame.width, frame.height), least - turn
        farthest, last = max(farthest, least), max(last, turn)


def _gap(circles: _Circles, depth: int) -> Emu:
    return round(circles.gap * _GAPS[min(depth, len(_GAPS)) - 1])


def _heights(sheet: Sheet, circles: _Circles, branches: Sequence[int]) -> dict[int, float]:
    """Return the height of every node's middle on one half, in parts of the radius."""
    children: list[Sequence[int]] = [node.children for node in sheet.mindmap.nodes]
    children[0] = branches
    whole = circles.radii[-1]
    breadths = [0] * len(children)
    for index, (card, depth) in enumerate(zip(circles.cards, circles.levels, strict=True)):
        if depth:
            breadth = (card.size.height + _gap(circles, depth)) * whole / circles.radii[depth]
            breadths[index] = round(breadth)
    places = tidy(Tree(children, [1] * len(children), breadths, [0] * len(children)))
    middles = {
        index: (places.across[index] + breadths[index] / 2) / whole
        for index in places.orders[0][1:]
    }
    centre = (min(middles.values(), default=0.0) + max(middles.values(), default=0.0)) / 2
    return {index: middle - centre for index, middle in middles.items()}


def _on_circle(card: Card, radius: float, height: float, air: Emu) -> Rect:
    """Return the frame of a box whose middle is so high, just outside the circle."""
    y = round(radius * height) - card.size.height // 2
    bottom = y + card.size.height
    near = 0 if y < 0 < bottom else min(abs(y), abs(bottom))
    x = round(sqrt(max(0.0, radius * radius - near * near))) + air
    return Rect(x, y, card.size.width, card.size.height)


def _routes(
    sheet: Sheet,
    cards: Sequence[Card],
    frames: Sequence[Rect],
    ways: Sequence[tuple[int, Emu]],
) -> list[Route]:
    """Return the way into every node: level until it is past what stands beside its parent."""
    edge = sheet.theme.map.edge
    routes: list[Route] = [()]
    for index, node in enumerate(sheet.mindmap.nodes[1:], start=1):
        frame, card, parent = frames[index], cards[index], frames[node.parent]
        side, way = ways[index]
        if node.parent == 0:
            near = anchor(frame, card, -side)
            way_in = _from_root(parent, cards[0], near, side, edge)
            routes.append(underlined(way_in, frame, card, side))
            continue
        leave = anchor(parent, cards[node.parent], side)
        turn = (frame.x if side > 0 else frame.right) - side * way
        start = (parent, cards[node.parent])
        if (turn - leave.x) * side > 0:
            x = min(parent.x, turn), max(parent.right, turn)
            start = (Rect(x[0], parent.y, x[1] - x[0], parent.height), start[1])
        route = level(start, (frame, card), edge)
        routes.append(route if route[0] == leave else straight(leave, route[0]) + route[1:])
    return routes


def _from_root(root: Rect, card: Card, end: Point, side: int, edge: str) -> Route:
    """Return a way that leaves the root's box straight towards its end, or from its line."""
    dx, dy = end.x - root.center_x, end.y - root.center_y
    share = min(
        root.width / 2 / abs(dx) if dx else 1.0, root.height / 2 / abs(dy) if dy else 1.0, 1.0
    )
    middle = Point(root.center_x, root.center_y)
    start = onto(between(middle, end, share), root)
    if card.look.shape == UNDERLINE and (end.x - anchor(root, card, side).x) * side > 0:
        start = anchor(root, card, side)
    if edge == "straight":
        return straight(start, end)
    reach = round(_BEND * hypot(end.x - start.x, end.y - start.y))
    return (start, between(start, end, _BEND), Point(end.x - side * reach, end.y), end)


LAYOUT = MapLayout("radial", placing(arrange))
