"""Ways round boxes: level and upright stretches along the gaps, short and with few turns.

The lines that a way may take run a little beside every box's edges; the search (A*, Hart, Nilsson
and Raphael 1968) looks at as much of that grid as it needs, and gives up where that is too much.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from heapq import heappop, heappush
from typing import Protocol

from ...model.scene import Point
from ...model.units import Emu, Rect, pt

BESIDE: Emu = pt(4)  # from a box's edge
_TURN: Emu = pt(40)  # a corner is as bad as so much way
_MOST_STEPS = 30_000
_WAYS = ((1, 0), (0, 1), (-1, 0), (0, -1))

Place = tuple[int, int]  # column and row on the grid


class Boxes(Protocol):
    """What stands in the way; `steps` is how much looking for ways round it is left in all."""

    steps: int

    def is_inside(self, x: Emu, y: Emu) -> bool: ...

    def gaps(self, beside: Emu) -> tuple[set[Emu], set[Emu]]: ...


def detour(start: Rect, end: Rect, boxes: Boxes, beside: Emu = BESIDE) -> tuple[Point, ...]:
    """Return the corners of a way from box to box that crosses none; nothing if none is found.

    `beside` is how far from the boxes' edges it runs.
    """
    upright, level = boxes.gaps(beside)
    xs = sorted(upright | {start.center_x, end.center_x})
    ys = sorted(level | {start.center_y, end.center_y})
    grid = _Grid(xs, ys, boxes.is_inside, beside)
    goals = {place: point for place, _, point in grid.doors(end)}
    target = (end.center_x, end.center_y)
    queue: list[tuple[Emu, Emu, Place, int]] = []
    came: dict[tuple[Place, int], tuple[Place, int] | Point] = {}
    costs: dict[tuple[Place, int], Emu] = {}
    for place, way, point in grid.doors(start):
        came[place, way], costs[place, way] = point, 0
        heappush(queue, (grid.distance(place, target), 0, place, way))
    for _ in range(min(_MOST_STEPS, boxes.steps)):
        boxes.steps -= 1
        if not queue:
            return ()
        _, cost, place, way = heappop(queue)
        if cost > costs[place, way]:
            continue
        if place in goals:
            return _corners(grid, came, (place, way), goals[place])
        for step, (after, length) in enumerate(grid.neighbours(place)):
            if after is None or (step + 2) % 4 == way:
                continue
            total = cost + length + (_TURN if step != way else 0)
            if total < costs.get((after, step), total + 1):
                costs[after, step], came[after, step] = total, (place, way)
                heappush(queue, (total + grid.distance(after, target), total, after, step))
    return ()


class _Grid:
    """The lines' crossings, looked at when they are asked for."""

    def __init__(
        self,
        xs: Sequence[Emu],
        ys: Sequence[Emu],
        is_inside: Callable[[Emu, Emu], bool],
        beside: Emu,
    ) -> None:
        self.xs = xs
        self.ys = ys
        self.is_inside = is_inside
        self.beside = beside

    def doors(self, frame: Rect) -> Iterator[tuple[Place, int, Point]]:
        """Yield a place before each side that is free, the way out, and the side's middle."""
        middle, level = bisect_left(self.xs, frame.center_x), bisect_left(self.ys, frame.center_y)
        for way, place, point in (
            (0, (bisect_left(self.xs, frame.right + self.beside), level), (frame.right, None)),
            (1, (middle, bisect_left(self.ys, frame.bottom + self.beside)), (None, frame.bottom)),
            (2, (bisect_left(self.xs, frame.x - self.beside), level), (frame.x, None)),
            (3, (middle, bisect_left(self.ys, frame.y - self.beside)), (None, frame.y)),
        ):
            x, y = point
            if not self.is_inside(*self.at(place)):
                at = Point(frame.center_x if x is None else x, frame.center_y if y is None else y)
                yield place, way, at

    def at(self, place: Place) -> tuple[Emu, Emu]:
        return self.xs[place[0]], self.ys[place[1]]

    def distance(self, place: Place, target: tuple[Emu, Emu]) -> Emu:
        x, y = self.at(place)
        return abs(x - target[0]) + abs(y - target[1])

    def neighbours(self, place: Place) -> Iterator[tuple[Place | None, Emu]]:
        """Yield the next places right, below, left and above, and how far; None is closed."""
        x, y = self.at(place)
        for dx, dy in _WAYS:
            after = (place[0] + dx, place[1] + dy)
            if not (0 <= after[0] < len(self.xs) and 0 <= after[1] < len(self.ys)):
                yield None, 0
                continue
            x2, y2 = self.at(after)
            # between two lines lies a whole box or none of it
            if self.is_inside(x2, y2) or self.is_inside((x + x2) // 2, (y + y2) // 2):
                yield None, 0
            else:
                yield after, abs(x2 - x) + abs(y2 - y)


def _corners(
    grid: _Grid,
    came: dict[tuple[Place, int], tuple[Place, int] | Point],
    state: tuple[Place, int],
    goal: Point,
) -> tuple[Point, ...]:
    """Return the way that led to a state, its ends on the boxes, without what lies on a line."""
    points = [goal]
    while True:
        points.append(Point(*grid.at(state[0])))
        before = came[state]
        if isinstance(before, Point):
            points.append(before)
            break
        state = before
    points.reverse()
    kept = points[:1]
    for here, after in zip(points[1:], [*points[2:], None], strict=True):
        last = kept[-1]
        is_on = after is not None and (
            (last.x == here.x == after.x) or (last.y == here.y == after.y)
        )
        if not is_on and here != last:
            kept.append(here)
    return tuple(kept)
