"""To which step of a build a drawn shape belongs: that of the box it lies under, or leads to.

Boxes come in with the number of their step; a shape drawn for one of them (a chevron, an arrow, a
dot on a line) is told by where it stands. STATIC is what is there from the start.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from ..model.scene import Connector, Path, Shape
from ..model.units import Emu, Rect, around, inches

STATIC = -1
TOLERANCE: Emu = inches(0.15)  # an arrow keeps about as far from both of its ends
MOST_ENDS = 2  # what is near to more steps than an arrow has ends is a ground or an axis

Placed: TypeAlias = tuple[Rect, int]  # a box's frame, and its step


def step_by_place(shape: Shape, boxes: Sequence[Placed]) -> int:
    """Return the step of the box that the shape lies under; else the later of those it joins."""
    own = frame_of(shape)
    steps = {step for frame, step in boxes if _covers(own, frame)}
    if steps:
        return min(steps) if len(steps) == 1 else STATIC
    far = [(_gap(own, frame), step) for frame, step in boxes]
    nearest = min((gap for gap, _ in far), default=0)
    steps = {step for gap, step in far if gap <= nearest + TOLERANCE}
    return max(steps) if 0 < len(steps) <= MOST_ENDS else STATIC


def frame_of(shape: Shape) -> Rect:
    """Return the frame round any shape."""
    if isinstance(shape, Path | Connector):
        return around([Rect(point.x, point.y, 1, 1) for point in shape.points])
    return shape.frame


def _covers(one: Rect, other: Rect) -> bool:
    """Tell whether two frames share more than half of the smaller one."""
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    smaller = min(one.width * one.height, other.width * other.height)
    return width > 0 and height > 0 and 2 * width * height > smaller


def _gap(one: Rect, other: Rect) -> Emu:
    """Return how far two frames are apart, along the axes; 0 where they meet."""
    dx = max(one.x - other.right, 0, other.x - one.right)
    dy = max(one.y - other.bottom, 0, other.y - one.bottom)
    return dx + dy
