"""Branches: the way from a parent's box to a child's, as cubic Beziers.

A branch leaves in the middle of the side where the children stand, or from the end of its line
when the parent is underlined; into an underlined child it goes on below the words, as their line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from ...model.mindmap import MindMap
from ...model.scene import Point
from ...model.units import Emu, Rect
from ._cards import UNDERLINE, Card

Route: TypeAlias = tuple[Point, ...]

# Where a curve's handles stand between the two boxes: it turns early and arrives level
_TURN = 0.4


def routes_of(
    mindmap: MindMap, cards: Sequence[Card], frames: Sequence[Rect], edge: str
) -> list[Route]:
    """Return the way into every node, none for the root; `edge` is the theme's word."""
    draw = {"straight": straight, "elbow": elbow}.get(edge, curve)
    routes: list[Route] = []
    for index, node in enumerate(mindmap.nodes):
        if node.parent < 0:
            routes.append(())
            continue
        side = 1 if frames[index].x >= frames[node.parent].x else -1
        start = _anchor(frames[node.parent], cards[node.parent], side)
        end = _anchor(frames[index], cards[index], -side)
        route = draw(start, end)
        if cards[index].look.shape == UNDERLINE:
            far = _anchor(frames[index], cards[index], side)
            route += straight(end, far)[1:]
        routes.append(route)
    return routes


def curve(start: Point, end: Point) -> Route:
    """Return an S, level at both ends, or a straight line where there is no step."""
    if start.y == end.y:
        return straight(start, end)
    turn = start.x + round((end.x - start.x) * _TURN)
    return (start, Point(turn, start.y), Point(turn, end.y), end)


def straight(start: Point, end: Point) -> Route:
    """Return a straight line."""
    dx, dy = end.x - start.x, end.y - start.y
    return (
        start,
        Point(start.x + dx // 3, start.y + dy // 3),
        Point(end.x - dx // 3, end.y - dy // 3),
        end,
    )


def elbow(start: Point, end: Point) -> Route:
    """Return a line with two right angles, or a straight one where there is no step."""
    if start.y == end.y:
        return straight(start, end)
    middle = (start.x + end.x) // 2
    upper, lower = Point(middle, start.y), Point(middle, end.y)
    return straight(start, upper) + straight(upper, lower)[1:] + straight(lower, end)[1:]


def _anchor(frame: Rect, card: Card, side: int) -> Point:
    """Return where a branch touches a box at its right (1) or left (-1) side."""
    x: Emu = frame.right if side > 0 else frame.x
    return Point(x, frame.bottom if card.look.shape == UNDERLINE else frame.center_y)
