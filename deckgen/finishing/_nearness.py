"""To which step of a build a drawn shape belongs: that of the box it lies under, or leads to.

Boxes come in with the number of their step; a shape drawn for one of them (a chevron, an arrow, a
dot on a line) is told by where it stands. STATIC is what is there from the start.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from ..model.scene import Shape
from ..model.units import Emu, Rect, inches

STATIC = -1
TOLERANCE: Emu = inches(0.15)  # an arrow keeps about as far from both of its ends
MOST_ENDS = 2  # what is near to more steps than an arrow has ends is a ground or an axis

Placed: TypeAlias = tuple[Rect, int]  # a box's frame, and its step


def step_by_place(shape: Shape, boxes: Sequence[Placed]) -> int:
    """Return the step of the box that the shape lies under; else the later of those it joins."""
    own = shape.frame
    steps = {step for frame, step in boxes if _covers(own, frame)}
    if steps:
        return min(steps) if len(steps) == 1 else STATIC
    far = [(_gap(own, frame), step) for frame, step in boxes]
    nearest = min((gap for gap, _ in far), default=0)
    near = [box for box, (gap, _) in zip(boxes, far, strict=True) if gap <= nearest + TOLERANCE]
    steps = {step for _, step in near}
    is_ground = len(steps) > 1 and _runs_along(own, [frame for frame, _ in near])
    return max(steps) if 0 < len(steps) <= MOST_ENDS and not is_ground else STATIC


def _covers(one: Rect, other: Rect) -> bool:
    """Tell whether two frames share more than half of the smaller one."""
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    smaller = min(one.width * one.height, other.width * other.height)
    return width > 0 and height > 0 and 2 * width * height > smaller


def _runs_along(own: Rect, frames: Sequence[Rect]) -> bool:
    """Tell whether a shape goes past frames that stand one after the other, as an axis does.

    An arrow between them stands between them.
    """
    across = [(frame.x, frame.right) for frame in frames]
    down = [(frame.y, frame.bottom) for frame in frames]
    return any(
        max(start for start, _ in spans) >= min(end for _, end in spans)
        and all(2 * (min(end, last) - max(start, first)) > end - start for start, end in spans)
        for spans, first, last in ((across, own.x, own.right), (down, own.y, own.bottom))
    )


def _gap(one: Rect, other: Rect) -> Emu:
    """Return how far two frames are apart, along the axes; 0 where they meet."""
    dx = max(one.x - other.right, 0, other.x - one.right)
    dy = max(one.y - other.bottom, 0, other.y - one.bottom)
    return dx + dy
