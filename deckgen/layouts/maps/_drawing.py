"""What a structure leaves: where every node stands, the edges, and marks of its own.

A drawing lies anywhere on the plane; the page is cut to it afterwards, or a larger drawing takes
it in as one of its blocks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from itertools import pairwise

from ...model.record import record
from ...model.scene import Box, Path, Point
from ...model.units import Emu, Rect, pt
from ._cards import BADGE_GAP, Card
from ._edges import Route, new

MARGIN: Emu = pt(36)  # round the drawing on its page


@record
class Drawing:
    """All by node: measured card, frame, the edge that leads there (empty for the root).

    `sides` is 1 where a node's badge stands at its right, -1 at its left. A node of `lined`
    draws its underline itself, as no edge does; an edge of `tapered` narrows on its way. `marks`
    are braces, axes and the like: they lie on the edges and below the nodes. `spans` are the frames
    of summaries, brace and words, by their topics. `structure` is its layout's name, where that is
    not the one asked for.
    """

    cards: Sequence[Card]
    frames: Sequence[Rect]
    routes: Sequence[Route]
    sides: Sequence[int]
    lined: Sequence[bool]
    tapered: Sequence[bool]
    marks: tuple[Path | Box, ...] = ()
    spans: Mapping[int, Rect] = field(default_factory=dict)
    structure: str = ""


def drawn(
    cards: Sequence[Card],
    frames: Sequence[Rect],
    routes: Sequence[Route],
    marks: tuple[Path | Box, ...] = (),
    tapered: bool = False,
) -> Drawing:
    """Return a drawing whose badges stand right; nodes without an edge draw their own line."""
    lined = [not route for route in routes]
    return Drawing(cards, frames, routes, [1] * len(cards), lined, [tapered] * len(cards), marks)


def badge_frame(card: Card, frame: Rect, side: int) -> Rect:
    """Return where the number of hidden nodes stands beside a node's box."""
    size = card.badge_size
    left = frame.right + BADGE_GAP if side > 0 else frame.x - BADGE_GAP - size.width
    return Rect(left, frame.center_y - size.height // 2, size.width, size.height)


def bounds(drawing: Drawing) -> Rect:
    """Return the smallest frame that holds the drawing."""
    frames = [*drawing.frames, *_badges(drawing)]
    points = [point for route in drawing.routes for point in route]
    for mark in drawing.marks:
        if isinstance(mark, Box):
            frames.append(mark.frame)
        else:
            points += mark.points
    xs, ys = [point.x for point in points], [point.y for point in points]
    left, top = min([*xs, *[f.x for f in frames]]), min([*ys, *[f.y for f in frames]])
    right = max([*xs, *[f.x + f.width for f in frames]])
    bottom = max([*ys, *[f.y + f.height for f in frames]])
    return Rect(left, top, right - left, bottom - top)


def _badges(drawing: Drawing) -> Iterator[Rect]:
    for card, frame, side in zip(drawing.cards, drawing.frames, drawing.sides, strict=True):
        if card.badge.paragraphs:
            yield badge_frame(card, frame, side)


def moved(points: Sequence[Point], dx: Emu, dy: Emu) -> Route:
    """Return points moved by (`dx`, `dy`)."""
    if not (dx or dy):
        return tuple(points)
    return tuple([new(Point, (x + dx, y + dy)) for x, y in points])


def moved_mark(mark: Path | Box, dx: Emu, dy: Emu) -> Path | Box:
    """Return a mark moved by (`dx`, `dy`)."""
    if isinstance(mark, Box):
        return replace(mark, frame=mark.frame.shift(dx, dy))
    return replace(mark, points=moved(mark.points, dx, dy))


def stretches(drawing: Drawing) -> Iterator[Rect]:
    """Yield frames of the lines that belong to no node, such as trunks, a stretch each."""
    for mark in drawing.marks:
        if isinstance(mark, Path):
            for a, b in pairwise(mark.points[::3]):
                left, top = min(a.x, b.x), min(a.y, b.y)
                yield Rect(left, top, abs(a.x - b.x) + 1, abs(a.y - b.y) + 1)
