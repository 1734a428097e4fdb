"""A slice of a pie as a freeform."""

from __future__ import annotations

import math

from ...model.color import Color
from ...model.scene import Path, Point
from ...model.style import Fill, Line
from ...model.units import Emu

QUARTER = 0.25  # of the whole circle: one Bezier draws no more, or it shows


def slice_path(
    middle: Point, radius: Emu, shares: tuple[float, float], look: tuple[str, Color, Line]
) -> Path:
    """Return the slice between two shares of the circle, from the top on, clockwise."""
    name, color, edge = look
    start, end = shares
    count = max(1, math.ceil((end - start) / QUARTER - 1e-9))
    step = (end - start) / count
    first = _at(middle, radius, start)
    points = [middle, middle, first, first]
    for number in range(count):
        points.extend(_arc(middle, radius, start + number * step, step))
    points.extend((points[-1], middle, middle))
    return Path(tuple(points), name, closed=True, fill=Fill(color), line=edge)


def _arc(middle: Point, radius: Emu, start: float, step: float) -> tuple[Point, Point, Point]:
    """Return the two control points and the end of an arc.

    The controls lie 4/3 tan(angle/4) of the radius along the tangents.
    """
    reach = 4 / 3 * math.tan(2 * math.pi * step / 4)
    one, other = 2 * math.pi * start, 2 * math.pi * (start + step)
    first = _shifted(_at(middle, radius, start), reach * radius, math.cos(one), math.sin(one))
    last = _at(middle, radius, start + step)
    second = _shifted(last, -reach * radius, math.cos(other), math.sin(other))
    return first, second, last


def _at(middle: Point, radius: Emu, share: float) -> Point:
    angle = 2 * math.pi * share
    return Point(
        middle.x + round(radius * math.sin(angle)), middle.y - round(radius * math.cos(angle))
    )


def _shifted(point: Point, reach: float, dx: float, dy: float) -> Point:
    return Point(point.x + round(reach * dx), point.y + round(reach * dy))
