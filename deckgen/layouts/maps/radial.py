"""The root in the middle, every level on a circle round it, branches clockwise from the top.

A node's place on its circle is its height there: on one half, boxes keep clear of each other when
their heights do. Counted in parts of the radius (the sine of the angle), every branch has a slice
of its own, and what the slices need shrinks as the circles grow: they are made just large enough.
Each box stands outside its own circle and inside the next, so levels cannot meet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import hypot, sqrt

from ...model.record import record
from ...model.scene import Point
from ...model.units import Emu, Rect
from ...plugin import MapLayout
from ._cards import UNDERLINE, Card
from ._drawing import Drawing, drawn
from ._edges import Route, anchor, between, level, onto, straight, underlined, upright
from ._grow import centred, cut, heights_of, mirrored
from ._sheet import Sheet, placing
from ._tidy import preorder

_TEXT = 0.75  # of the theme's text width
_RING = 0.7  # between a circle and the boxes inside it, in level gaps
_GAPS = (2.0, 1.5, 1.0)  # between boxes on one circle, in sibling gaps, by level
_MOST = 0.92  # of the radius that boxes' middles may stand above or below the centre
_BEND = 0.45  # of the way from the root: how far a curve goes straight on


@record
class _Circles:
    """The boxes to be placed: radii grow while a circle's boxes are placed on it."""

    cards: Sequence[Card]
    levels: Sequence[int]
    gap: Emu  # between boxes on a circle
    ring: Emu  # between circles


def arrange(sheet: Sheet) -> Drawing:
    """Place the circles."""
    cards = sheet.measure(_TEXT, has_braces=False)
    theme = sheet.theme.map
    circles = _Circles(cards, sheet.levels, theme.sibling_gap, round(_RING * theme.level_gap))
    frames = [centred(cards[0])] * len(cards)
    sides = [1] * len(cards)
    tops = sheet.mindmap.nodes[0].children
    if tops:
        heights = heights_of(sheet.mindmap, cards, sheet.theme)
        right = cut([heights[top] for top in tops])
        halves = (tops[:right], tops[right:][::-1])  # the left is read upwards
        for sign, index, frame in _placed(sheet, circles, halves):
            frames[index] = frame if sign > 0 else mirrored(frame)
            sides[index] = sign
    settled = sheet.settle(frames)
    routes, lined = _routes(sheet, cards, settled, sides)
    return replace(drawn(cards, settled, routes, tapered=True), sides=sides, lined=lined)


def _placed(
    sheet: Sheet, circles: _Circles, halves: Sequence[Sequence[int]]
) -> Iterator[tuple[int, int, Rect]]:
    """Yield side, node and frame, circle by circle."""
    cards, levels = circles.cards, circles.levels
    radii = _least_radii(circles, halves, sheet)
    grown = [_heights(sheet, circles, radii, half) for half in halves if half]
    scale = max([1.0, *(max(map(abs, heights.values())) / _MOST for heights in grown)])
    rows: list[list[tuple[int, int, float]]] = [[] for _ in radii]
    for sign, heights in zip((1, -1), grown, strict=False):
        most = max(map(abs, heights.values()))
        spread = _MOST / most if most else 0.0
        for index, height in heights.items():
            rows[levels[index]].append((sign, index, height * spread))
    radius = 0.0
    for least, row in zip(radii, rows, strict=True):
        radius = max(radius, least * scale)
        outer = radius
        for sign, index, height in row:
            frame = _on_circle(cards[index], radius, height, circles.gap)
            yield sign, index, frame
            far = max(abs(frame.y), abs(frame.bottom))
            outer = max(outer, hypot(frame.x + cards[index].length, far))
        radius = outer + circles.ring


def _least_radii(circles: _Circles, halves: Sequence[Sequence[int]], sheet: Sheet) -> list[float]:
    """Return radii that leave room for the boxes between circles, and on each of them."""
    cards, levels = circles.cards, circles.levels
    widths = [0] * (max(levels) + 1)
    rows = [[0, 0] for _ in widths]
    side = [0] * len(cards)
    for top in halves[1]:
        side[top] = 1
    for index, (card, depth) in enumerate(zip(cards, levels, strict=True)):
        if depth > 1:
            side[index] = side[sheet.mindmap.nodes[index].parent]
        widths[depth] = max(widths[depth], card.length)
        rows[depth][side[index]] += card.size.height + _gap(circles, depth)
    root = cards[0].size
    radii = [0.0, hypot(root.width, root.height) / 2 + circles.ring]
    for width, row in zip(widths[1:-1], rows[2:], strict=True):
        radii.append(max(radii[-1] + width + circles.ring, max(row) / (2 * _MOST)))
    radii[1] = max(radii[1], max(rows[1]) / (2 * _MOST))
    return radii


def _gap(circles: _Circles, depth: int) -> Emu:
    return round(circles.gap * _GAPS[min(depth, len(_GAPS)) - 1])


def _heights(
    sheet: Sheet, circles: _Circles, radii: Sequence[float], branches: Sequence[int]
) -> dict[int, float]:
    """Return the height of every node's middle on one half, in parts of the radius."""
    nodes = sheet.mindmap.nodes
    children: list[Sequence[int]] = [node.children for node in nodes]
    children[0] = branches
    order = preorder(children)
    needs = [0.0] * len(nodes)  # of each branch: the most that one of its circles takes
    for index in reversed(order[1:]):
        radius, card = radii[circles.levels[index]], circles.cards[index]
        own = (card.size.height + _gap(circles, circles.levels[index])) / radius
        needs[index] = max(own, sum([needs[child] for child in children[index]]))
    starts = [0.0] * len(nodes)
    for index in order:
        spare = needs[index] - sum([needs[child] for child in children[index]]) if index else 0.0
        place = starts[index] + spare / 2
        for child in children[index]:
            starts[child] = place
            place += needs[child]
    middles = {index: starts[index] + needs[index] / 2 for index in order[1:]}
    centre = (min(middles.values()) + max(middles.values())) / 2
    return {index: middle - centre for index, middle in middles.items()}


def _on_circle(card: Card, radius: float, height: float, air: Emu) -> Rect:
    """Return the frame of a box whose middle is so high, just outside the circle."""
    y = round(radius * height) - card.size.height // 2
    bottom = y + card.size.height
    near = 0 if y < 0 < bottom else min(abs(y), abs(bottom))
    x = round(sqrt(max(0.0, radius * radius - near * near))) + air
    return Rect(x, y, card.size.width, card.size.height)


def _routes(
    sheet: Sheet, cards: Sequence[Card], frames: Sequence[Rect], sides: Sequence[int]
) -> tuple[list[Route], list[bool]]:
    """Return the way into every node, and whether it has to draw its own underline."""
    edge = sheet.theme.map.edge
    routes: list[Route] = [()]
    lined = [True]
    for index, node in enumerate(sheet.mindmap.nodes[1:], start=1):
        frame, card, side = frames[index], cards[index], sides[index]
        parent = frames[node.parent]
        near = anchor(frame, card, -side)
        is_over = (near.x - anchor(parent, cards[node.parent], side).x) * side <= 0
        if node.parent == 0:
            routes.append(underlined(_from_root(parent, near, side, edge), frame, card, side))
        elif is_over:
            routes.append(_over(parent, frame, edge))
        else:
            routes.append(level((parent, cards[node.parent]), (frame, card), edge))
        lined.append(is_over and node.parent != 0 and card.look.shape == UNDERLINE)
    return routes, lined


def _from_root(root: Rect, end: Point, side: int, edge: str) -> Route:
    """Return a way that leaves the root's box straight towards its end."""
    dx, dy = end.x - root.center_x, end.y - root.center_y
    share = min(
        root.width / 2 / abs(dx) if dx else 1.0, root.height / 2 / abs(dy) if dy else 1.0, 1.0
    )
    middle = Point(root.center_x, root.center_y)
    start = onto(between(middle, end, share), root)
    if edge == "straight":
        return straight(start, end)
    reach = round(_BEND * hypot(end.x - start.x, end.y - start.y))
    return (start, between(start, end, _BEND), Point(end.x - side * reach, end.y), end)


def _over(parent: Rect, child: Rect, edge: str) -> Route:
    """Return an upright way, where the child stands above or below its parent."""
    is_above = child.center_y < parent.center_y
    start = Point(parent.center_x, parent.y if is_above else parent.bottom)
    end = Point(child.center_x, child.bottom if is_above else child.y)
    return straight(start, end) if edge == "straight" else upright(start, end)


LAYOUT = MapLayout("radial", placing(arrange))
