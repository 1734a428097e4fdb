"""Lines, arrows and polygons as freeforms that keep their look in every office program."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ...model.scene import Path, Point, Shape
from ...model.style import Fill, Line
from ...model.theme import Theme
from ...model.units import Emu, pt

HEAD_LENGTH, HEAD_WIDTH = 3.4, 3.6  # an arrow's head, in widths of its line
THICKEST = pt(6)  # a thicker arrow is all head
SHAFT = 1.2  # the least of an arrow's line that is seen behind its head, in its widths


def arrow_width(theme: Theme, times: int, length: Emu | None = None) -> Emu:
    """Return the width of an arrow's line: so many of the theme's lines, less for a short one."""
    widest = THICKEST if length is None else round(length / (HEAD_LENGTH + SHAFT))
    return min(times * theme.tokens.line, THICKEST, widest)


def polygon(corners: Sequence[Point], name: str, fill: Fill) -> Path:
    """Return a filled shape with straight sides."""
    around = (*corners[1:], corners[0])
    points = [corners[0]]
    for corner, following in zip(corners, around, strict=True):
        points.extend((corner, following, following))
    return Path(tuple(points), name, closed=True, fill=fill)


def stroke(start: Point, end: Point, name: str, line: Line) -> Path:
    """Return a straight line."""
    return Path((start, start, end, end), name, line=line)


def straight_arrow(start: Point, end: Point, name: str, line: Line) -> tuple[Shape, ...]:
    """Return an arrow whose tip is at `end`: its line and its head."""
    return arrow((start, start, end, end), name, line)


def arrow(points: Sequence[Point], name: str, line: Line) -> tuple[Shape, ...]:
    """Return an arrow along cubic Beziers: the line, cut back, and the head at its end."""
    *before, control, end = points
    last = control if control != end else before[-1]
    if last == end:
        last = points[0]
    length = math.hypot(end.x - last.x, end.y - last.y) or 1
    ux, uy = (end.x - last.x) / length, (end.y - last.y) / length
    long, half = HEAD_LENGTH * line.width, HEAD_WIDTH * line.width / 2
    base = _at(end, -long * ux, -long * uy)
    neck = _at(end, -0.8 * long * ux, -0.8 * long * uy)
    head = polygon(
        (_at(base, -half * uy, half * ux), end, _at(base, half * uy, -half * ux)),
        f"{name}尖",
        Fill(line.color),
    )
    straight = control == end
    shaft = (*before, neck, neck) if straight else (*before, _toward(control, neck, end), neck)
    return Path(shaft, name, line=line), head


def _toward(control: Point, neck: Point, end: Point) -> Point:
    """Move a control point along with the end of its curve."""
    return _at(control, neck.x - end.x, neck.y - end.y)


def _at(point: Point, dx: float, dy: float) -> Point:
    return Point(point.x + round(dx), point.y + round(dy))


def arc(center: Point, radii: tuple[Emu, Emu], start: float, end: float) -> tuple[Point, ...]:
    """Return an ellipse's arc from angle to angle (radians, clockwise from the right)."""
    pieces = max(1, math.ceil(abs(end - start) / (math.pi / 4)))
    step = (end - start) / pieces
    reach = 4 / 3 * math.tan(step / 4)

    def on(angle: float, along: float = 0) -> Point:
        x = math.cos(angle) - along * math.sin(angle)
        y = math.sin(angle) + along * math.cos(angle)
        return Point(center.x + round(radii[0] * x), center.y + round(radii[1] * y))

    points = [on(start)]
    for i in range(pieces):
        one, other = start + i * step, start + (i + 1) * step
        points.extend((on(one, reach), on(other, -reach), on(other)))
    return tuple(points)
