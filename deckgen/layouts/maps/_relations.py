"""Cross-links: a curve from box to box that avoids the others.

A few dozen curves are tried for each link and the one that crosses least is taken, the shortest
of those; where none is free, a way along the gaps. The boxes are looked up in a grid, so a link
costs the same on a large map.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice, pairwise, product
from math import hypot

from ...model.color import Color, ColorRole
from ...model.record import record
from ...model.richtext import rich
from ...model.scene import NO_TEXT, Point, TextBody
from ...model.style import Align, Anchor
from ...model.theme import Theme
from ...model.units import Emu, Insets, Rect, around, pt
from ...text.fit import Flow, height_of, set_flows
from ._detour import BESIDE, detour
from ._edges import Route, bent

_SAMPLES = 24
_FINE: Emu = pt(5)  # between the places where a way is looked at closely
_MOST_FINE = 1500
_LOOKED_AT = 40  # ways that are looked at closely, the best ones first
_FAR_OUT = 2.2  # times the straight way: a free curve that is longer may have a better one
_NEARLY: Emu = pt(60)
_SHORTER = 0.9
_LANE: Emu = pt(5)
_LONGER = 1.15  # a lane of its own may make a way
_MOST_STEPS = 200_000  # in search of ways along the gaps, for all links of a map: some seconds
_FEW = 400  # boxes among which a way along the gaps is found at once
_SIDES = ((1, 0), (0, 1), (-1, 0), (0, -1))
_BENDS = (0.3, 0.6)
_CROSSING: Emu = pt(2000)  # a sample inside a box is as bad as this much way
_LABEL_PLACES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)
_LABEL_INSETS = Insets(pt(3), pt(1), pt(3), pt(1))


@record
class Link:
    """A cross-link's way, its label and where that stands."""

    points: Route
    label: TextBody
    frame: Rect


class Obstacles:
    """The boxes of a map, found by place."""

    def __init__(self, frames: Sequence[Rect], cell: Emu) -> None:
        self.frames = frames
        self.steps = _MOST_STEPS
        self._gaps: dict[Emu, tuple[set[Emu], set[Emu]]] = {}
        self._cell = max(cell, pt(20))
        self._grid: dict[tuple[int, int], list[Rect]] = {}
        for frame in frames:
            for key in self._cells(frame):
                self._grid.setdefault(key, []).append(frame)

    @cached_property
    def extent(self) -> Rect:
        """The frame round all boxes."""
        return around(self.frames)

    def gaps(self, beside: Emu) -> tuple[set[Emu], set[Emu]]:
        """Return where ways may run upright and level: so far beside every edge."""
        if beside not in self._gaps:
            upright = {x for f in self.frames for x in (f.x - beside, f.right + beside)}
            level = {y for f in self.frames for y in (f.y - beside, f.bottom + beside)}
            self._gaps[beside] = (upright, level)
        return self._gaps[beside]

    def _cells(self, frame: Rect) -> Iterator[tuple[int, int]]:
        cell = self._cell
        columns = range(frame.x // cell, frame.right // cell + 1)
        return product(columns, range(frame.y // cell, frame.bottom // cell + 1))

    def is_inside(self, x: Emu, y: Emu) -> bool:
        """Tell whether a point lies inside a box."""
        for frame in self._grid.get((x // self._cell, y // self._cell), ()):
            if frame.x < x < frame.x + frame.width and frame.y < y < frame.y + frame.height:
                return True
        return False

    def is_free(self, frame: Rect) -> bool:
        """Tell whether a frame touches no box."""
        return not any(
            frame.overlaps(other) for key in self._cells(frame) for other in self._grid.get(key, ())
        )

    def room_for(self, label: TextBody, points: Route, lines: Obstacles | None = None) -> Rect:
        """Return the frame for a label on a curve, near its middle and off the boxes.

        It keeps off the `lines` of branches too, where it can.
        """
        if not label.paragraphs:
            return Rect(points[0].x, points[0].y, 0, 0)
        reach = max(line.width for par in label.paragraphs for line in par.lines)
        width = reach + label.insets.left + label.insets.right
        height = label.height + label.insets.top + label.insets.bottom
        frames = []
        beside = width // 2 + label.insets.left
        for (dx, dy), at in product(((0, 0), *_SIDES[::-1]), _LABEL_PLACES):
            x, y = _point(points, at)
            left, top = x - width // 2 + dx * beside, y - height // 2 + dy * height
            frames.append(Rect(left, top, width, height))
        free = [frame for frame in frames if self.is_free(frame)]
        if lines and free:
            return next((frame for frame in free if lines.is_free(frame)), free[0])
        return free[0] if free else frames[0]


def route(start: Rect, end: Rect, obstacles: Obstacles, lane: int = 0) -> Route:
    """Return a curve that leaves and arrives square to the boxes' sides and crosses no box.

    Where none of the simple ones is free, or the free one goes far round, a way along the gaps is
    looked for; where there is none, the one that crosses least is returned. Ways in other lanes
    run beside each other where they share a gap.
    """
    ways = [
        _way(start, end, leave, arrive, bend)
        for leave, arrive, bend in product(_SIDES, _SIDES, _BENDS)
    ]
    found = _freest(ways, obstacles)
    is_free = not crossings(found, obstacles)
    if is_free and not _is_roundabout(found, obstacles):
        return found
    corners = detour(start, end, obstacles)
    if corners and lane:
        beside = detour(start, end, obstacles, BESIDE + lane * _LANE)
        if beside and _length(beside) < _LONGER * _length(corners):
            corners = beside
    if not corners or (is_free and _SHORTER * _length(samples(found)) < _length(corners)):
        return found
    way = bent(corners, "curve")
    return found if is_free and crossings(way, obstacles) else way


def _is_roundabout(way: Route, obstacles: Obstacles) -> bool:
    """Tell whether a way goes so far out that it is worth the time to look for another.

    Far beyond all boxes it would make the page larger.
    """
    if len(obstacles.frames) > _FEW:
        return False
    places = samples(way)
    far = hypot(way[-1].x - way[0].x, way[-1].y - way[0].y) + _NEARLY
    if _length(places) > _FAR_OUT * far:
        return True
    whole = obstacles.extent
    return any(
        max(whole.x - x, x - whole.right, whole.y - y, y - whole.bottom) > _NEARLY
        for x, y in places
    )


def _length(points: Sequence[tuple[Emu, Emu]]) -> float:
    return sum(hypot(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(points))


def _freest(ways: Sequence[Route], obstacles: Obstacles) -> Route:
    """Return the cheapest of the ways that cross nothing, else the one that crosses least."""
    ranked = sorted(ways, key=lambda way: cost(way, obstacles))[:_LOOKED_AT]
    least: tuple[int, Route] | None = None
    for way in ranked:
        count = crossings(way, obstacles, least[0] if least else _MOST_FINE)
        if not count:
            return way
        if least is None or count < least[0]:
            least = (count, way)
    return least[1] if least else ranked[0]


def crossings(points: Route, obstacles: Obstacles, most: int = _MOST_FINE) -> int:
    """Return at how many of its places, close to each other, a way is inside a box.

    Nobody asks by how much it is more than `most`.
    """
    reach = sum(hypot(b.x - a.x, b.y - a.y) for a, b in pairwise(points))
    count = min(_MOST_FINE, max(_SAMPLES, round(reach / _FINE)))
    places = (_point(points, step / count) for step in range(1, count))
    return sum(1 for _ in islice((1 for place in places if obstacles.is_inside(*place)), most))


def label_of(text: str, theme: Theme) -> TextBody:
    """Return a cross-link's label, broken into lines."""
    if not text:
        return NO_TEXT
    style = replace(theme.map.gist, align=Align.CENTER, color=Color(ColorRole.MUTED), italic=False)
    flows = (Flow(rich(text), style, balance=True),)
    paragraphs = set_flows(flows, theme.map.text_width, 0)
    return TextBody(paragraphs, Anchor.MIDDLE, _LABEL_INSETS, height_of(paragraphs))


def _way(
    start: Rect, end: Rect, leave: tuple[int, int], arrive: tuple[int, int], bend: float
) -> Route:
    (x0, y0), (x3, y3) = _side(start, leave), _side(end, arrive)
    reach = max(round(hypot(x3 - x0, y3 - y0) * bend), pt(24))
    return (
        Point(x0, y0),
        Point(x0 + leave[0] * reach, y0 + leave[1] * reach),
        Point(x3 + arrive[0] * reach, y3 + arrive[1] * reach),
        Point(x3, y3),
    )


def _side(frame: Rect, side: tuple[int, int]) -> tuple[Emu, Emu]:
    return (
        frame.center_x + side[0] * frame.width // 2,
        frame.center_y + side[1] * frame.height // 2,
    )


def samples(points: Route) -> list[tuple[Emu, Emu]]:
    """Return points along a curve, its ends among them."""
    return [_point(points, step / _SAMPLES) for step in range(_SAMPLES + 1)]


def cost(points: Route, obstacles: Obstacles) -> float:
    """Return how long the curve is, and much more for every sample inside a box."""
    way = samples(points)
    return _length(way) + _CROSSING * sum(obstacles.is_inside(*place) for place in way[1:-1])


def _point(points: Route, at: float) -> tuple[Emu, Emu]:
    """Return the point of a curve at `at` (0 to 1), equal parts for its segments."""
    segments = len(points) // 3
    index = min(int(at * segments), segments - 1)
    t = at * segments - index
    a, b, c, d = points[3 * index : 3 * index + 4]
    s = 1 - t
    wa, wb, wc, wd = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
    return (
        round(wa * a.x + wb * b.x + wc * c.x + wd * d.x),
        round(wa * a.y + wb * b.y + wc * c.y + wd * d.y),
    )
