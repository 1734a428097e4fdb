"""What stands on what: the text of drawn pages, and the colours that lie under it.

Whole pages come in; pairs of text and ground leave, as roles. What lies under a line is found by
looking down on it at some points, as an eye would: no layout has to say where its words stand. Of
a gradient each of its colours counts, of a picture its darkest and its brightest place. A line of
decoration, such as those of squared paper, is no ground, and a list's bullet no text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias, assert_never

from ..model.color import Color, ColorRole
from ..model.record import record
from ..model.scene import (
    Box,
    ChartShape,
    Connector,
    Group,
    Image,
    Page,
    Path,
    Point,
    Shape,
    TableShape,
    TextBody,
)
from ..model.style import Align, Fill, Geometry, TextStyle
from ..model.units import Emu, Rect, pt
from ..writers._text import PlacedLine, placed_lines, run_color, run_ground

LINE_WIDTH: Emu = pt(4)  # what is thinner is a line, not a ground
COLUMNS, ROWS = 12, (0.25, 0.5, 0.75)  # where a line of text is looked at
LEAST_SHARE = 0.1  # of a line, for what lies under it to count
STEPS = 8  # a curve is looked at as so many straight ones
MOST_EDGES = 400  # of one contour, so that no theme takes minutes


Ground: TypeAlias = Color | bytes


@record
class Standing:
    """Text of a style in a colour, and what is under it: a colour, or a picture's bytes."""

    style: TextStyle
    text: Color
    ground: Ground


@record
class _Area:
    """A painted area: its reach, whether a point lies in it, and what it is painted with."""

    reach: Rect
    holds: Callable[[Point], bool]
    paint: tuple[Ground, ...]


def standings(pages: Iterable[Page]) -> Iterator[Standing]:
    """Yield each pair of text and ground on the pages, once."""
    seen: set[Standing] = set()
    for page in pages:
        areas = [_page_area(page)]
        for standing in _walk(page.shapes, areas):
            if standing not in seen:
                seen.add(standing)
                yield standing


def _page_area(page: Page) -> _Area:
    whole = Rect(0, 0, page.size.width, page.size.height)
    return _Area(whole, lambda _: True, (Color(ColorRole.BACKGROUND),))


def _walk(shapes: Iterable[Shape], areas: list[_Area]) -> Iterator[Standing]:
    """Look at shapes from the lowest up; what each paints is added to `areas`."""
    for shape in shapes:
        match shape:
            case Box():
                if shape.fill and min(shape.frame.width, shape.frame.height) > LINE_WIDTH:
                    areas.append(_box_area(shape, _paint(shape.fill)))
                yield from _text(shape.text, shape.frame, shape.fill is not None, areas)
            case Path():
                if shape.fill:
                    areas.append(_path_area(shape, _paint(shape.fill)))
            case Image():
                areas.append(_Area(shape.frame, lambda _: True, (shape.blob,)))
            case Connector():
                if shape.label.paragraphs:
                    frame = shape.label_frame
                    areas.append(_Area(frame, lambda _: True, (Color(ColorRole.BACKGROUND),)))
                    yield from _text(shape.label, frame, False, areas)
            case Group():
                yield from _walk(shape.shapes, areas)
            case TableShape() | ChartShape():
                yield from _walk(shape.drawn, areas)
            case _:
                assert_never(shape)


def _text(
    text: TextBody, frame: Rect, has_ground: bool, areas: Sequence[_Area]
) -> Iterator[Standing]:
    for line in placed_lines(text, frame):
        under = _under(_reach(line), areas)
        style = line.paragraph.style
        for run in line.runs:
            own = run_ground(run, has_ground)
            for ground in (own,) if own else under:
                yield Standing(style, run_color(run, style.color, has_ground), ground)


def _reach(line: PlacedLine) -> Rect:
    """Return where a line's words stand: from about the tops of its letters to their feet."""
    width = max((one.width for one in line.paragraph.lines if one.runs == line.runs), default=0)
    left = line.x
    if line.align is not Align.LEFT:
        left -= width // (2 if line.align is Align.CENTER else 1)
    height = pt(line.paragraph.size_pt)
    return Rect(left, line.y - round(0.85 * height), width, height)


def _paint(fill: Fill) -> tuple[Ground, ...]:
    return tuple(stop.color for stop in fill.stops) or (fill.color,)


def _under(reach: Rect, areas: Sequence[_Area]) -> tuple[Ground, ...]:
    """Return what lies under a good part of a place."""
    near = [area for area in areas if area.reach.overlaps(reach) or area is areas[0]]
    if len(near) == 1:
        return near[0].paint
    points = [
        Point(
            reach.x + reach.width * (2 * column + 1) // (2 * COLUMNS),
            reach.y + round(reach.height * row),
        )
        for column in range(COLUMNS)
        for row in ROWS
    ]
    found = Counter(_top(point, near) for point in points)
    enough = [paint for paint, count in found.items() if count >= LEAST_SHARE * len(points)]
    return tuple(dict.fromkeys(ground for paint in enough for ground in paint))


def _top(point: Point, areas: Sequence[_Area]) -> tuple[Ground, ...]:
    return next((area.paint for area in reversed(areas) if area.holds(point)), areas[0].paint)


def _box_area(box: Box, paint: tuple[Ground, ...]) -> _Area:
    """Return what a box covers; corners and arrow tips are taken for full."""
    frame = box.frame

    def in_rect(point: Point) -> bool:
        return frame.x <= point.x <= frame.right and frame.y <= point.y <= frame.bottom

    def in_ellipse(point: Point) -> bool:
        x = (point.x - frame.center_x) / (frame.width / 2)
        y = (point.y - frame.center_y) / (frame.height / 2)
        return x * x + y * y <= 1

    return _Area(frame, in_ellipse if box.geometry is Geometry.ELLIPSE else in_rect, paint)


def _path_area(path: Path, paint: tuple[Ground, ...]) -> _Area:
    """Return what a freeform covers, its curves as polygons; a hole is no part of it."""
    contours = [_polygon(points) for points in (path.points, *path.others)]
    xs = [point.x for points in contours for point in points]
    ys = [point.y for points in contours for point in points]
    reach = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    def holds(point: Point) -> bool:
        return sum(_crossings(point, contour) for contour in contours) % 2 == 1

    return _Area(reach, holds, paint)


def _polygon(points: Sequence[Point]) -> list[Point]:
    """Return a contour as a polygon, the coarser the more segments it has."""
    steps = max(1, min(STEPS, MOST_EDGES // max(1, len(points) // 3)))
    found = [points[0]]
    for start in range(0, len(points) - 3, 3):
        one, two, three, four = points[start : start + 4]
        is_straight = one == two and three == four
        for step in range(1, 1 + (1 if is_straight else steps)):
            t = 1.0 if is_straight else step / steps
            a, b, c, d = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3
            found.append(
                Point(
                    round(a * one.x + b * two.x + c * three.x + d * four.x),
                    round(a * one.y + b * two.y + c * three.y + d * four.y),
                )
            )
    return found


def _crossings(point: Point, contour: Sequence[Point]) -> int:
    """Count the edges that a ray from the point to the right crosses."""
    count = 0
    for one, two in zip(contour, [*contour[1:], contour[0]], strict=True):
        if (one.y > point.y) != (two.y > point.y):
            x = one.x + (point.y - one.y) * (two.x - one.x) / (two.y - one.y)
            count += x > point.x
    return count
