"""Connectors as PowerPoint keeps them: a preset from site to site, turned and mirrored into place.

A preset runs from the upper left of its box to the lower right and leaves it level; a way that
leaves upright is the same, turned by a quarter. The sites of a shape are numbered as its preset
lists them (ECMA-376 part 1, presetShapeDefinitions).
"""

from __future__ import annotations

from itertools import pairwise

from ...model.record import record
from ...model.scene import Box, Connector, Point
from ...model.style import Geometry
from ...model.units import Emu, Rect

TURN = 5_400_000  # a quarter, in 60,000ths of a degree, clockwise

# Where the sites of each geometry are, in halves of its width and height
_FOUR = ((1, 0), (0, 1), (1, 2), (2, 1))
_A, _B = 1 - 0.5**0.5, 1 + 0.5**0.5  # at 45 degrees
_EIGHT = ((1, 0), (_A, _A), (0, 1), (_A, _B), (1, 2), (_B, _B), (2, 1), (_B, _A))
SITES: dict[Geometry, tuple[tuple[float, float], ...]] = {
    Geometry.RECT: _FOUR,
    Geometry.ROUND: _FOUR,
    Geometry.CHEVRON: _FOUR,
    Geometry.PENTAGON: _FOUR,
    Geometry.ELLIPSE: _EIGHT,
    Geometry.TRIANGLE: ((1, 0), (0.5, 1), (0, 2), (1, 2), (2, 2), (1.5, 1)),
    Geometry.LINE: ((0, 0), (2, 2)),
}


@record
class Preset:
    """A preset geometry: its name, where it bends (100,000ths of its way), and if it is turned."""

    name: str
    bend: int = 50_000
    is_upright: bool = False


def site_of(box: Box, point: Point) -> int:
    """Return the number of the box's site that is nearest to a point."""
    frame, sites = box.frame, SITES[box.geometry]

    def distance(site: int) -> float:
        across, down = sites[site]
        dx = frame.x + frame.width * across / 2 - point.x
        dy = frame.y + frame.height * down / 2 - point.y
        return abs(dx) + abs(dy)

    return min(range(len(sites)), key=distance)


def preset_of(connector: Connector) -> Preset:
    """Return the preset whose shape a connector's way has."""
    points = connector.points
    corners = points[::3]
    start, end = points[0], points[-1]
    if len(points) == 4:
        if _is_straight(points):
            return Preset("line")
        _, one, other, _ = points
        if one.x == start.x and other.x == end.x and one.y == other.y:
            return Preset("curvedConnector3", _share(start.y, end.y, one.y), is_upright=True)
        return Preset("curvedConnector3", _share(start.x, end.x, one.x))
    if len(corners) == 4 and all(a.x == b.x or a.y == b.y for a, b in pairwise(corners)):
        if corners[1].x == start.x:
            return Preset("bentConnector3", _share(start.y, end.y, corners[1].y), is_upright=True)
        return Preset("bentConnector3", _share(start.x, end.x, corners[1].x))
    return Preset("curvedConnector3")


def transform_of(connector: Connector, preset: Preset) -> tuple[str, Rect]:
    """Return the attributes that turn and mirror a connector, and its frame before the turn."""
    first, last = connector.points[0], connector.points[-1]
    width, height = abs(last.x - first.x), abs(last.y - first.y)
    left, top = min(first.x, last.x), min(first.y, last.y)
    if not preset.is_upright:
        flip = (' flipH="1"' if last.x < first.x else "") + (
            ' flipV="1"' if last.y < first.y else ""
        )
        return flip, Rect(left, top, width, height)
    # a quarter clockwise leads from the upper right downwards to the lower left
    goes_up = last.y < first.y
    flip = f' rot="{3 * TURN if goes_up else TURN}"'
    goes_right = last.x > first.x
    if goes_right is not goes_up:
        flip += ' flipV="1"'
    x, y = left + (width - height) // 2, top + (height - width) // 2
    return flip, Rect(x, y, height, width)


def _share(start: Emu, end: Emu, at: Emu) -> int:
    """Return how far on its way a connector bends; the middle where it makes no way."""
    return round((at - start) * 100_000 / (end - start)) if end != start else 50_000


def _is_straight(points: tuple[Point, ...]) -> bool:
    """Tell whether the handles lie on the way between the ends, but for rounding."""
    start, one, other, end = points
    dx, dy = end.x - start.x, end.y - start.y
    reach = abs(dx) + abs(dy)
    return all(
        abs((point.x - start.x) * dy - (point.y - start.y) * dx) <= 2 * reach
        for point in (one, other)
    )
