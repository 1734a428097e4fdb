"""Draw a chart as shapes, for writers that have no charts of their own.

A plain picture of the same numbers in the same colours: legend above, plot, names of the
categories below or at the left. PowerPoint draws its own from the numbers.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from ...model.color import Color, ColorRole, Tone, series_color
from ...model.outline import Chart
from ...model.richtext import rich
from ...model.scene import Box, Path, Point, Shape, TextBody
from ...model.style import Align, Anchor, Fill, Geometry, Line
from ...model.theme import Theme
from ...model.units import Emu, Rect, pt
from ...text.fit import Flow, height_of, set_flows
from ...text.measure import advance, drawn_em
from ._pie import slice_path
from ._scale import NumberFormat, format_of, heaped, scale_of, ticks, told

LINE_EM = 1.6  # a label
BAND_EM = 1.8  # a line of labels and the air about it
BAR_SHARE = 0.62  # of a category's room, the rest is the gap to the next
MOST_LABELS = 14
WIDEST_NAME = 0.34  # of the frame: the names at the left of a bar chart


@dataclass(frozen=True)
class Plot:
    """A chart, its frame and its axis. `across` are the abscissas of a scatter chart."""

    chart: Chart
    frame: Rect
    theme: Theme
    scale: tuple[float, float, float]
    written: NumberFormat
    across: tuple[float, ...] = ()
    title: str = ""  # the slide's: what it says needs no legend

    @cached_property
    def size_pt(self) -> float:
        """The largest size at which the categories stand side by side, for a chart alone."""
        *larger, last = self.theme.style("chart").sizes
        kind, names = self.chart.kind, self.chart.categories
        if self.frame.width < self.theme.grid.body.width:
            return last
        slot = self.frame.width // len(names)
        flat = kind in ("bar", "pie", "scatter")
        return next(
            (size for size in larger if flat or all(advance(one, size) < slot for one in names)),
            last,
        )

    @property
    def band(self) -> Emu:
        """The height of a line of labels."""
        return pt(BAND_EM * self.size_pt)

    @property
    def has_legend(self) -> bool:
        """Tell whether the series need their names; those of one alone say what is counted."""
        names = [name.strip() for name, _ in self.chart.series]
        return self.chart.kind != "pie" and any(name not in ("", self.title) for name in names)

    @cached_property
    def ticked(self) -> NumberFormat:
        """How numbers are written on the axis."""
        return format_of(ticks(self.scale))

    @cached_property
    def has_labels(self) -> bool:
        """Tell whether every number has room at its mark."""
        kind, series = self.chart.kind, len(self.chart.series)
        count = series * len(self.chart.categories)
        if kind == "pie":
            return True
        if kind in ("area", "scatter") or (kind == "line" and series > 1) or count > MOST_LABELS:
            return False
        if kind == "bar":
            return (self.frame.height - self.band) / count > pt(LINE_EM * self.size_pt)
        widest = max(
            (
                self.advance(self.written(value))
                for _, values in self.chart.series
                for value in values
                if not math.isnan(value)
            ),
            default=0,
        )
        return widest < 0.95 * self.frame.width / (count / BAR_SHARE if series > 1 else count)

    def advance(self, text: str) -> Emu:
        return advance(text, drawn_em(self.size_pt), fonts=self.theme.style("chart").fonts)

    def position(self, value: float) -> float:
        """Return where on the value axis a number stands, 0 to 1."""
        return _share(value, self.scale)

    def label(self, text: str, frame: Rect, align: Align, color: ColorRole = ColorRole.TEXT) -> Box:
        """Return words in the chart's own size, as many lines as the frame holds."""
        style = replace(
            self.theme.style("chart"), sizes=(self.size_pt,), align=align, color=Color(color)
        )
        paragraphs = set_flows((Flow(rich(text), style),), frame.width, 0)
        most = max(1, frame.height // paragraphs[0].line_height)
        paragraphs = tuple(replace(one, lines=one.lines[:most]) for one in paragraphs)
        body = TextBody(paragraphs, Anchor.MIDDLE, height=height_of(paragraphs))
        return Box(frame, text, body)


def _color(plot: Plot, number: int) -> Color:
    return series_color(number, is_thin=plot.chart.is_thin)


def draw_plot(plot: Plot) -> tuple[Shape, ...]:
    """Return the chart's shapes inside its frame."""
    room = plot.frame
    shapes: list[Shape] = []
    if plot.has_legend:
        shapes.extend(_legend(plot))
        room = Rect(room.x, room.y + plot.band, room.width, room.height - plot.band)
    if plot.chart.kind == "pie":
        return tuple(_pie(plot, room))
    if plot.chart.kind == "bar":
        return (*shapes, *_bars(plot, room))
    return (*shapes, *_upright(plot, room))


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


def _bars(plot: Plot, room: Rect) -> Iterator[Shape]:
    """Bars from left to right, the first category on top."""
    chart, gap = plot.chart, pt(6)
    names = min(
        max(plot.advance(name) for name in chart.categories) + gap, int(room.width * WIDEST_NAME)
    )
    ends = [plot.ticked(tick) for tick in ticks(plot.scale)]
    ends += [plot.written(value) for value in told(plot.chart)] * plot.has_labels
    value_room = max(map(plot.advance, ends)) + 2 * gap
    bottom = 0 if plot.has_labels else plot.band
    area = Rect(
        room.x + names + gap, room.y, room.width - names - gap - value_room, room.height - bottom
    )
    if not plot.has_labels:
        yield from _grid(plot, area, is_upright=False)
    zero = area.x + round(area.width * plot.position(0))
    for at, row in enumerate(area.rows(len(chart.categories), 0)):
        yield plot.label(chart.categories[at], Rect(room.x, row.y, names, row.height), Align.RIGHT)
        thick = round(row.height * BAR_SHARE / len(chart.series))
        top = row.y + (row.height - thick * len(chart.series)) // 2
        for number, (name, values) in enumerate(chart.series):
            if math.isnan(values[at]):
                continue
            end = area.x + round(area.width * plot.position(values[at]))
            bar = Rect(min(zero, end), top + number * thick, abs(end - zero), thick)
            yield Box(bar, name, fill=Fill(_color(plot, number)))
            if plot.has_labels:
                high = max(thick, pt(LINE_EM * plot.size_pt))
                side = Rect(max(zero, end) + gap, bar.center_y - high // 2, value_room, high)
                yield plot.label(plot.written(values[at]), side, Align.LEFT)


def _upright(plot: Plot, room: Rect) -> Iterator[Shape]:
    """Columns, lines, areas and points: values go up, categories from left to right."""
    chart = plot.chart
    left = 0
    if not plot.has_labels:
        left = max(plot.advance(plot.ticked(tick)) for tick in ticks(plot.scale)) + pt(8)
    top = plot.band if plot.has_labels else plot.band // 2
    slot = (room.width - left) // max(1, len(chart.categories))
    lines = 2 if any(plot.advance(name) > slot for name in chart.categories) else 1
    bottom = lines * plot.band
    wide = room.width - left - (0 if plot.has_labels else pt(8))
    area = Rect(room.x + left, room.y + top, wide, room.height - top - bottom)
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
    yield from _names(plot, area, bottom)


def _names(plot: Plot, area: Rect, height: Emu) -> Iterator[Shape]:
    """The categories under the plot, every n-th where they are crowded; a scatter's own axis."""
    if plot.across:
        scale = scale_of(plot.across, from_zero=False)
        written = format_of(ticks(scale))
        for tick in ticks(scale):
            x, text = area.x + round(area.width * _share(tick, scale)), written(tick)
            wide = plot.advance(text) + pt(4)
            left = min(x - wide // 2, area.right - wide)
            frame = Rect(left, area.bottom, wide, height)
            yield plot.label(text, frame, Align.CENTER, ColorRole.MUTED)
        return
    slots = area.columns(len(plot.chart.categories), 0)
    every = -(-pt(plot.size_pt * 2) // max(1, slots[0].width))
    for slot, name in list(zip(slots, plot.chart.categories, strict=True))[::every]:
        wide = min(slot.width * every, area.right - slot.x)
        frame = Rect(slot.x, area.bottom, wide, height)
        yield plot.label(name, frame, Align.CENTER, ColorRole.MUTED)


def _share(value: float, scale: tuple[float, float, float]) -> float:
    return (value - scale[0]) / (scale[1] - scale[0])


def _centers(plot: Plot, area: Rect) -> list[Emu]:
    count = len(plot.chart.categories)
    if plot.across:
        scale = scale_of(plot.across, from_zero=False)
        return [area.x + round(area.width * _share(x, scale)) for x in plot.across]
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
                over = Rect(room.x, min(zero, end) - plot.band, room.width, plot.band)
                yield plot.label(plot.written(values[at]), over, Align.CENTER)


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


def _pie(plot: Plot, room: Rect) -> Iterator[Shape]:
    """Slices from the top on, clockwise, with name and share beside each."""
    values = [0.0 if math.isnan(value) else value for value in plot.chart.series[0][1]]
    total = sum(values)
    radius = min(room.height - 2 * plot.band, room.width * 2 // 5) // 2
    middle = Point(room.center_x, room.center_y)
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
