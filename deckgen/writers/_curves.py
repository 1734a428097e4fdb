"""Outlines of shapes in EMU: tapered branches, arrow heads, and the geometries that are no box.

Curves are cubic Beziers throughout: a start point, then three points a segment.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot
from typing import TypeAlias

from ..model.scene import Connector
from ..model.style import Geometry
from ..model.units import Emu, Rect, pt

XY: TypeAlias = tuple[float, float]

_LEAST_TAPER = pt(0.5)
_ARROW_LENGTH, _ARROW_WIDTH = 7.0, 6.0  # in line widths
_SLANT = 0.5  # of a chevron's point: its share of the shorter side, as in PowerPoint


def is_tapered(connector: Connector) -> bool:
    """Tell whether a connector grows visibly thinner on its way.

    An outline takes four times the room and time of a stroke, and most branches of a large map
    are twigs, whose half a point no eye finds.
    """
    narrow = connector.end_width
    return not connector.line.dashed and 0 < narrow <= connector.line.width - _LEAST_TAPER


def tapered(connector: Connector) -> list[XY]:
    """Return the closed outline of a branch that narrows from its start to its end.

    Every leg of the curve's frame is moved out by half the width that is due there, and the
    corners are where the moved legs meet (Tiller and Hanson, "Offsets of two-dimensional
    profiles", 1984): close enough for curves as plain as a branch.
    """
    points = _halved(connector.points)
    wide, narrow = connector.line.width / 2, connector.end_width / 2
    last = len(points) - 1
    widths = [wide + (narrow - wide) * index / last for index in range(len(points))]
    sides = _sides(points)
    there = _offset(points, sides, widths)
    back = _offset(points, sides, [-width for width in widths])
    back.reverse()
    ahead, behind = there[-1], back[0]
    turn, home = back[-1], there[0]
    return [*there, ahead, behind, behind, *back[1:], turn, home, home]


def short(points: Sequence[XY], most: float) -> Sequence[XY]:
    """Return the same curve in segments of which none reaches further than `most`, up or across."""
    while (
        max(abs(a - b) for one, two in pairwise(points) for a, b in zip(one, two, strict=True))
        > most
    ):
        points = _halved(points)
    return points


def _halved(points: Sequence[XY]) -> list[XY]:
    """Return the same curve in twice as many segments, so that its offsets stay close to it."""
    halves = [points[0]]
    for index in range(0, len(points) - 3, 3):
        a, b, c, d = points[index : index + 4]
        ab, bc, cd = _middle(a, b), _middle(b, c), _middle(c, d)
        abc, bcd = _middle(ab, bc), _middle(bc, cd)
        halves += [ab, abc, _middle(abc, bcd), bcd, cd, d]
    return halves


def _middle(one: XY, other: XY) -> XY:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _offset(points: Sequence[XY], sides: Sequence[XY], widths: Sequence[float]) -> list[XY]:
    """Return control points moved to the left of the way by their widths."""
    return [
        (x + sx * width, y + sy * width)
        for (x, y), (sx, sy), width in zip(points, sides, widths, strict=True)
    ]


def _sides(points: Sequence[XY]) -> list[XY]:
    """Return where each control point goes that is moved to the left by one."""
    normals = _normals(points)
    sides: list[XY] = []
    for (nx, ny), (mx, my) in pairwise((normals[0], *normals, normals[-1])):
        sx, sy = nx + mx, ny + my
        square = sx * sx + sy * sy
        # where the legs turn back on themselves their meeting point would lie far away
        scale = 2 / square if square > 0.5 else 1
        sides.append((sx * scale, sy * scale))
    return sides


def _normals(points: Sequence[XY]) -> list[XY]:
    """Return each leg's normal; a leg without length takes its neighbour's."""
    normals: list[XY] = []
    for (ax, ay), (bx, by) in pairwise(points):
        dx, dy = bx - ax, by - ay
        length = hypot(dx, dy)
        if length:
            normals.append((dy / length, -dx / length))
        else:
            normals.append(normals[-1] if normals else (0.0, -1.0))
    return normals


def arrow(connector: Connector, least: Emu) -> list[XY]:
    """Return the triangle at the connector's end; its line is taken as `least` wide or more."""
    tip = connector.points[-1]
    before = next((p for p in reversed(connector.points) if p != tip), tip)
    length = hypot(tip.x - before.x, tip.y - before.y) or 1.0
    dx, dy = (tip.x - before.x) / length, (tip.y - before.y) / length
    width = max(connector.line.width, least)
    base_x, base_y = tip.x - dx * width * _ARROW_LENGTH, tip.y - dy * width * _ARROW_LENGTH
    side = width * _ARROW_WIDTH / 2
    return [
        (tip.x, tip.y),
        (base_x - dy * side, base_y + dx * side),
        (base_x + dy * side, base_y - dx * side),
    ]


def polygon(geometry: Geometry, frame: Rect, corner: Emu = 0) -> list[XY] | None:
    """Return the corners of a geometry made of straight lines; nothing for the round ones.

    `corner` is how far a chevron's point stands out; left out, it is half the shorter side.
    """
    left, top, right, bottom = frame.x, frame.y, frame.right, frame.bottom
    shorter = min(frame.width, frame.height)
    middle, slant = frame.center_y, min(corner or round(shorter * _SLANT), shorter)
    match geometry:
        case Geometry.CHEVRON:
            return [
                (left, top),
                (right - slant, top),
                (right, middle),
                (right - slant, bottom),
                (left, bottom),
                (left + slant, middle),
            ]
        case Geometry.PENTAGON:
            return [
                (left, top),
                (right - slant, top),
                (right, middle),
                (right - slant, bottom),
                (left, bottom),
            ]
        case Geometry.TRIANGLE:
            return [(frame.center_x, top), (right, bottom), (left, bottom)]
        case Geometry.LINE:
            return [(left, top), (right, bottom)]
        case Geometry.RECT | Geometry.ROUND | Geometry.ELLIPSE:
            return None
