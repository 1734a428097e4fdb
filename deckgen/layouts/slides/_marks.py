"""Draw a chart as shapes, for writers that have no charts of their own.

A plain picture of the same numbers in the same colours: legend above, plot, names of the
categories below or at the left. PowerPoint draws its own from the numbers, in the same area.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ...model.color import Color, ColorRole, Tone, series_color
from ...model.scene import Box, Path, Point, Shape
from ...model.style import Align, Fill, Geometry, Line
from ...model.units import Emu, Rect, pt
from ._pie import slice_path
from ._plot import BAR_SHARE, LINE_EM, NAME_GAP, Plot, share_of
from ._scale import format_of, heaped, ticks


def _color(plot: Plot, number: int) -> Color:
    return series_color(number, is_thin=plot.chart.is_thin)


def draw_plot(plot: Plot) -> tuple[Shape, ...]:
    """Return the chart's shapes inside its frame."""
    shapes = tuple(_legend(plot)) if plot.has_legend else ()
    if plot.chart.kind == "pie":
        return tuple(_pie(plot))
    if plot.chart.kind == "bar":
        return (*shapes, *_bars(plot))
    return (*shapes, *_upright(plot))


def _legend(plot: Plot) -> Iterator[Shape]:
    x, y = plot.frame.x, plot.frame.y
    side = pt(plot.size_pt * 0.7)
    for number, (name, _) in enumerate(plot.chart.series):
        width = plot.advance(name) + pt(2)
        if x + side + width > plot.frame.right:
            return
        yield Box(
            Rect(x, y + (plot.band - side) // 2, side, side), name, fill=Fill(_color(plot, number))
        )
        yield plot.label(name, Rect(x + side * 3 // 2, y, width, plot.band), Align.LEFT)
        x += side * 3 // 2 + width + 2 * side


def _bars(plot: Plot) -> Iterator[Shape]:
    """Bars from left to right, the first category on top."""
    chart, area = plot.chart, plot.area
    if not plot.has_labels:
        yield from _grid(plot, area, is_upright=False)
    zero = area.x + round(area.width * plot.position(0))
    for at, row in enumerate(area.rows(len(chart.categories), 0)):
        if at % plot.every == 0:
            left = Rect(plot.room.x, row.y, plot.names, row.height)
            yield plot.label(chart.categories[at], _roomy(plot, left), Align.RIGHT)
        thick = round(row.height * BAR_SHARE / len(chart.series))
        top = row.y + (row.height - thick * len(chart.series)) // 2
        for number, (name, values) in enumerate(chart.series):
            if math.isnan(values[at]):
                continue
            end = area.x + round(area.width * plot.position(values[at]))
            bar = Rect(min(zero, end), top + number * thick, abs(end - zero), thick)
            yield Box(bar, name, fill=Fill(_color(plot, number)))
            if plot.has_labels:
                x, align = max(zero, end) + NAME_GAP, Align.LEFT
                side = Rect(x, bar.y, plot.frame.right - x, thick)
                if values[at] < 0:  # beyond its end, which is at the left
                    side, align = Rect(area.x, bar.y, end - NAME_GAP - area.x, thick), Align.RIGHT
                yield plot.label(plot.written(values[at]), _roomy(plot, side), align)
    yield _line(Point(zero, area.y), Point(zero, area.bottom), Color(ColorRole.MUTED))


def _roomy(plot: Plot, frame: Rect) -> Rect:
    """Return a frame that is as high as a line, about the same middle, inside the chart's."""
    high = max(frame.height, pt(LINE_EM * plot.size_pt))
    top = max(plot.frame.y, min(frame.center_y - high // 2, plot.frame.bottom - high))
    return replace(frame, y=top, height=high)


def _upright(plot: Plot) -> Iterator[Shape]:
    """Columns, lines, areas and points: values go up, categories from left to right."""
    chart, area = plot.chart, plot.area
    if not plot.has_labels:
        yield from _grid(plot, area, is_upright=True)
    centers = _centers(plot, area)
    if chart.kind == "column":
        yield from _columns(plot, area)
    elif chart.kind == "area":
        yield from _areas(plot, area, centers)
    else:
        for number, (name, values) in enumerate(chart.series):
            yield from _curve(plot, area, (number, name, values), centers)
    base = area.bottom - round(area.height * plot.position(max(0.0, plot.scale[0])))
    yield _line(Point(area.x, base), Point(area.right, base), Color(ColorRole.MUTED))
    yield from _names(plot, area)


def _names(plot: Plot, area: Rect) -> Iterator[Shape]:
    """The categories under the plot, every n-th where they are crowded; a scatter's own axis."""
    height = plot.room.bottom - area.bottom
    if plot.across:
        written = format_of(ticks(plot.scale_across))
        for tick in ticks(plot.scale_across):
            x, text = area.x + round(area.width * share_of(tick, plot.scale_across)), written(tick)
            wide = plot.advance(text) + pt(4)
            left = min(x - wide // 2, plot.frame.right - wide)
            frame = Rect(left, area.bottom, wide, height)
            yield plot.label(text, frame, Align.CENTER, ColorRole.MUTED)
        return
    place = area.width // len(plot.chart.categories)
    named = list(zip(_centers(plot, area), plot.chart.categories, strict=True))
    for center, name in named[:: plot.every]:
        wide = max(place, plot.advance(name) + pt(1)) if plot.lines == 1 else place
        wide = min(wide, 2 * (center - plot.frame.x), 2 * (plot.frame.right - center))
        left = center - wide // 2
        frame = Rect(left, area.bottom, wide, height)
        yield plot.label(name, frame, Align.CENTER, ColorRole.MUTED)


def _centers(plot: Plot, area: Rect) -> list[Emu]:
    """Return where on the lower axis the values stand; an area goes from edge to edge."""
    count = len(plot.chart.categories)
    if plot.across:
        return [area.x + round(area.width * share_of(x, plot.scale_across)) for x in plot.across]
    if plot.chart.kind == "area" and count > 1:
        return [area.x + area.width * at // (count - 1) for at in range(count)]
    return [area.x + area.width * (2 * at + 1) // (2 * count) for at in range(count)]


def _columns(plot: Plot, area: Rect) -> Iterator[Shape]:
    zero = area.bottom - round(area.height * plot.position(0))
    series = plot.chart.series
    for at, slot in enumerate(area.columns(len(plot.chart.categories), 0)):
        wide = round(slot.width * BAR_SHARE / len(series))
        left = slot.x + (slot.width - wide * len(series)) // 2
        for number, (name, values) in enumerate(series):
            if math.isnan(values[at]):
                continue
            end = area.bottom - round(area.height * plot.position(values[at]))
            bar = Rect(left + number * wide, min(zero, end), wide, abs(end - zero))
            yield Box(bar, name, fill=Fill(_color(plot, number)))
            if plot.has_labels:
                room = slot if len(series) == 1 else bar
                y = max(zero, end) if values[at] < 0 else min(zero, end) - plot.band
                beyond = Rect(room.x, y, room.width, plot.band)
                yield plot.label(plot.written(values[at]), beyond, Align.CENTER)


def _curve(
    plot: Plot, area: Rect, series: tuple[int, str, tuple[float, ...]], centers: list[Emu]
) -> Iterator[Shape]:
    """A line, or points alone."""
    number, name, values = series
    color = _color(plot, number)
    points = [
        Point(x, area.bottom - round(area.height * plot.position(value)))
        for x, value in zip(centers, values, strict=True)
        if not math.isnan(value)
    ]
    if plot.chart.kind == "line" and len(points) > 1:
        yield Path(_legs(points), name, line=_stroke(color, number))
    dot = pt(5)
    shown = [value for value in values if not math.isnan(value)]
    for point, value in zip(points, shown, strict=True):
        frame = Rect(point.x - dot, point.y - dot, 2 * dot, 2 * dot)
        yield Box(frame, name, geometry=Geometry.ELLIPSE, fill=Fill(color))
        if plot.has_labels:
            wide = area.width // len(values)
            over = Rect(point.x - wide // 2, point.y - dot - plot.band, wide, plot.band)
            yield plot.label(plot.written(value), over, Align.CENTER)


def _stroke(color: Color, number: int) -> Line:
    """Return a series' stroke, every other one dashed: so they are told apart in grey, too."""
    return Line(color, pt(2.5), dashed=bool(number % 2), rounded=True)


def _areas(plot: Plot, area: Rect, centers: list[Emu]) -> Iterator[Shape]:
    """Grounds one on another: each begins where the one below it ends."""

    def edge(values: list[float]) -> list[Point]:
        pairs = zip(centers, values, strict=True)
        return [Point(x, area.bottom - round(area.height * plot.position(y))) for x, y in pairs]

    edges = [edge(heap) for heap in heaped(plot.chart)]
    for number, ((low, high), (name, _)) in enumerate(
        zip(pairwise(edges), plot.chart.series, strict=True)
    ):
        outline = _legs([*high, *reversed(low)])
        yield Path(outline, name, closed=True, fill=Fill(_color(plot, number)))


def _legs(points: list[Point]) -> tuple[Point, ...]:
    """Return straight lines as cubic Beziers."""
    legs = [points[0]]
    for point in points[1:]:
        legs += [legs[-1], point, point]
    return tuple(legs)


def _grid(plot: Plot, area: Rect, *, is_upright: bool) -> Iterator[Shape]:
    """Lines across the plot, with their numbers at its edge."""
    color = Color(ColorRole.ACCENT1, Tone.SOFT)
    for tick in ticks(plot.scale):
        text, share = plot.ticked(tick), plot.position(tick)
        if is_upright:
            y = area.bottom - round(area.height * share)
            yield _line(Point(area.x, y), Point(area.right, y), color)
            left = Rect(plot.frame.x, y - plot.band // 2, area.x - plot.frame.x - pt(6), plot.band)
            yield plot.label(text, left, Align.RIGHT, ColorRole.MUTED)
        else:
            x = area.x + round(area.width * share)
            yield _line(Point(x, area.y), Point(x, area.bottom), color)
            wide = plot.advance(text) + pt(4)
            low = Rect(x - wide // 2, area.bottom, wide, plot.band)
            yield plot.label(text, low, Align.CENTER, ColorRole.MUTED)


def _line(start: Point, end: Point, color: Color) -> Path:
    return Path((start, start, end, end), "线", line=Line(color, pt(0.75)))


def _pie(plot: Plot) -> Iterator[Shape]:
    """Slices from the top on, clockwise, with name and share beside each."""
    values = [0.0 if math.isnan(value) else value for value in plot.chart.series[0][1]]
    total = sum(values)
    room, area = plot.room, plot.area
    radius, middle = area.width // 2, Point(area.center_x, area.center_y)
    edge = Line(Color(ColorRole.BACKGROUND), pt(1.5))
    start = 0.0
    for number, (name, value) in enumerate(zip(plot.chart.categories, values, strict=True)):
        if not value:
            continue
        share = value / total
        yield slice_path(middle, radius, (start, start + share), (name, _color(plot, number), edge))
        angle = 2 * math.pi * (start + share / 2)
        text = f"{name} {share:.0%}"
        wide = min(plot.advance(text) + pt(4), room.width // 2 - radius - pt(8))
        x = middle.x + round(math.sin(angle) * (radius + pt(10)))
        y = middle.y - round(math.cos(angle) * (radius + pt(16)))
        is_right = math.sin(angle) >= 0
        frame = Rect(x if is_right else x - wide, y - plot.band // 2, wide, plot.band)
        yield plot.label(text, frame, Align.LEFT if is_right else Align.RIGHT)
        start += share
