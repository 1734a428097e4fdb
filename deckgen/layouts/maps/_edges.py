"""Branches: the way from a parent's box to a child's, as cubic Beziers.

Level branches leave in the middle of the side where the children stand, or from the end of its
line when the parent is underlined; into an underlined child they go on below the words, as their
line. Where a structure bends its branches at right angles, curves have round corners there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import hypot
from typing import TypeAlias

from ...model.mindmap import MindMap
from ...model.scene import Point
from ...model.units import Emu, Rect, pt
from ._cards import UNDERLINE, Card

Route: TypeAlias = tuple[Point, ...]

# Where a curve's handles stand between the two boxes: it turns early and arrives level
_TURN = 0.4
RADIUS: Emu = pt(7)
_NO_DOORS: Mapping[int, Rect] = {}
_ROUND = 0.55  # a quarter circle's handles, in radii
# A named tuple makes its tuple in Python, at three times the price: a map of 20,000 nodes has
# 200,000 points, a third of the time of its edges
new = tuple.__new__


def routes_of(
    mindmap: MindMap,
    cards: Sequence[Card],
    frames: Sequence[Rect],
    edge: str,
    doors: Mapping[int, Rect] = _NO_DOORS,
) -> list[Route]:
    """Return the level way into every node, none for the root; `edge` is the theme's word.

    A node inside a block of its own is entered at the block's side, a `door`: from there on the
    way is straight, so that it crosses nothing of the block's beside the node.
    """
    routes: list[Route] = []
    for index, node in enumerate(mindmap.nodes):
        parent = node.parent
        if parent < 0:
            routes.append(())
        else:
            start = (frames[parent], cards[parent])
            end = (frames[index], cards[index])
            routes.append(level(start, end, edge, doors.get(index)))
    return routes


def level(
    start: tuple[Rect, Card], end: tuple[Rect, Card], edge: str, door: Rect | None = None
) -> Route:
    """Return the level way from one box to another at its right or left."""
    side = 1 if end[0].x >= start[0].x else -1
    leave, arrive = anchor(*start, side), anchor(*end, -side)
    draw = _DRAW.get(edge, curve)
    if door is None:
        return underlined(draw(leave, arrive), *end, side)
    enter = Point(door.x if side > 0 else door.right, arrive.y)
    route = draw(leave, enter)
    if enter != arrive:
        route += straight(enter, arrive)[1:]
    return underlined(route, *end, side)


def underlined(route: Route, frame: Rect, card: Card, side: int = 1) -> Route:
    """Return a route that goes on as the line below an underlined node."""
    if card.look.shape != UNDERLINE:
        return route
    start, end = route[-1], anchor(frame, card, side)
    return (*route, *_thirds(start, end), end)


def curve(start: Point, end: Point, at: float = _TURN) -> Route:
    """Return an S, level at both ends, or a straight line where there is no step.

    `at` says where on the level way its handles stand.
    """
    if start.y == end.y:
        return straight(start, end)
    turn = start.x + round((end.x - start.x) * at)
    return (start, new(Point, (turn, start.y)), new(Point, (turn, end.y)), end)


def upright(start: Point, end: Point, at: float = _TURN) -> Route:
    """Return an S that is upright at both ends, or a straight line where there is no step."""
    if start.x == end.x:
        return straight(start, end)
    turn = start.y + round((end.y - start.y) * at)
    return (start, new(Point, (start.x, turn)), new(Point, (end.x, turn)), end)


def straight(start: Point, end: Point) -> Route:
    """Return a straight line."""
    return (start, *_thirds(start, end), end)


def _thirds(start: Point, end: Point) -> tuple[Point, Point]:
    """Return the handles of a straight line."""
    (ax, ay), (bx, by) = start, end
    dx, dy = (bx - ax) // 3, (by - ay) // 3
    return new(Point, (ax + dx, ay + dy)), new(Point, (bx - dx, by - dy))


def elbow(start: Point, end: Point) -> Route:
    """Return a level line with two right angles, or a straight one where there is no step."""
    return _stepped(start, end, "elbow")


def rounded(start: Point, end: Point) -> Route:
    """Return a level line with two round corners, or a straight one where there is no step."""
    return _stepped(start, end, "rounded")


def _stepped(start: Point, end: Point, edge: str) -> Route:
    if start.y == end.y:
        return straight(start, end)
    middle = (start.x + end.x) // 2
    return bent((start, new(Point, (middle, start.y)), new(Point, (middle, end.y)), end), edge)


def is_round(edge: str) -> bool:
    """Tell whether the corners of bent branches are round."""
    return edge in ("curve", "rounded")


def bent(corners: Sequence[Point], edge: str) -> Route:
    """Return a line through corners, rounded where the theme's edge is."""
    points = [corners[0], *[b for a, b in pairwise(corners) if a != b]]
    here = points[0]
    route = [here]
    rounds = is_round(edge)
    for corner, after in pairwise(points[1:]):
        if rounds:
            before, *handles, leaving = _turn(here, corner, after)
            route += (*_thirds(here, before), before, *handles, leaving)
            here = leaving
        else:
            route += (*_thirds(here, corner), corner)
            here = corner
    return (*route, *_thirds(here, points[-1]), points[-1])


def _turn(start: Point, corner: Point, end: Point) -> Route:
    """Return a round corner: where it begins on the way from `start`, its handles, its end."""
    (ax, ay), (x, y), (bx, by) = start, corner, end
    come, leave = hypot(ax - x, ay - y), hypot(bx - x, by - y)
    reach = min(RADIUS, come / 2, leave / 2)
    near = reach / come if come else 0
    far = reach / leave if leave else 0
    ax, ay = x + round((ax - x) * near), y + round((ay - y) * near)
    bx, by = x + round((bx - x) * far), y + round((by - y) * far)
    return (
        new(Point, (ax, ay)),
        new(Point, (ax + round((x - ax) * _ROUND), ay + round((y - ay) * _ROUND))),
        new(Point, (bx + round((x - bx) * _ROUND), by + round((y - by) * _ROUND))),
        new(Point, (bx, by)),
    )


def between(start: Point, end: Point, share: float) -> Point:
    """Return the point so far (0 to 1) on the straight way."""
    return Point(
        start.x + round((end.x - start.x) * share), start.y + round((end.y - start.y) * share)
    )


def anchor(frame: Rect, card: Card, side: int) -> Point:
    """Return where a level branch touches a box at its right (1) or left (-1) side."""
    x = frame.x + frame.width if side > 0 else frame.x
    is_low = card.look.shape == UNDERLINE
    return new(Point, (x, frame.y + (frame.height if is_low else frame.height // 2)))


def onto(point: Point, frame: Rect) -> Point:
    """Return the nearest point on a frame's edge to one inside or near it."""
    x = min(max(point.x, frame.x), frame.right)
    y = min(max(point.y, frame.y), frame.bottom)
    sides: list[tuple[Emu, Point]] = [
        (x - frame.x, Point(frame.x, y)),
        (frame.right - x, Point(frame.right, y)),
        (y - frame.y, Point(x, frame.y)),
        (frame.bottom - y, Point(x, frame.bottom)),
    ]
    return min(sides, key=lambda side: side[0])[1]


_DRAW = {"straight": straight, "elbow": elbow, "rounded": rounded}
