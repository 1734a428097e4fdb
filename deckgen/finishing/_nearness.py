"""To which step of a build a drawn shape belongs: the one of the box it lies under, or leads to.

Boxes come in with the number of their step; a shape drawn for one of them (a chevron, an arrow, a
dot on a line) is told by where it stands. STATIC is what is there from the start.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from ..model.scene import Connector, Path, Point, Shape
from ..model.units import Emu, Rect, around, inches

STATIC = -1
TOLERANCE: Emu = inches(0.15)  # an arrow keeps about as far from both of its ends
MOST_ENDS = 2  # what is near to more steps than an arrow has ends is a ground or an axis

Placed: TypeAlias = tuple[Rect, int]  # a box's frame, and its step


def step_by_place(shape: Shape, boxes: Sequence[Placed]) -> int:
    """Return the step of the box that the shape lies under; else the later of those it joins."""
    if not isinstance(shape, Path | Connector) or (isinstance(shape, Path) and shape.closed):
        step = _under(frame_of(shape), boxes)
        if step != STATIC:
            return step
    points = _points(shape)
    far = [(min(_distance(point, frame) for point in points), step) for frame, step in boxes]
    nearest = min((distance for distance, _ in far), default=0)
    steps = {step for distance, step in far if distance <= nearest + TOLERANCE}
    return max(steps) if 0 < len(steps) <= MOST_ENDS else STATIC


def _under(own: Rect, boxes: Sequence[Placed]) -> int:
    """Return the step of the box that shares most of its ground, or of the shape's, with it."""
    frame, step = max(boxes, key=lambda box: _shared(own, box[0]), default=(own, STATIC))
    smaller = min(own.width * own.height, frame.width * frame.height)
    return step if 2 * _shared(own, frame) > smaller and own.width < 2 * frame.width else STATIC


def _shared(one: Rect, other: Rect) -> int:
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return width * height if width > 0 and height > 0 else 0


def _distance(point: Point, frame: Rect) -> Emu:
    """Return how far a point is from a frame, along the axes; 0 inside it."""
    dx = max(frame.x - point.x, 0, point.x - frame.right)
    dy = max(frame.y - point.y, 0, point.y - frame.bottom)
    return dx + dy


def frame_of(shape: Shape) -> Rect:
    if isinstance(shape, Path | Connector):
        return around([Rect(point.x, point.y, 1, 1) for point in shape.points])
    return shape.frame


def _points(shape: Shape) -> tuple[Point, ...]:
    if isinstance(shape, Path | Connector):
        return shape.points
    frame = shape.frame
    return tuple(Point(x, y) for x in (frame.x, frame.right) for y in (frame.y, frame.bottom))
