"""Measure a chart: how large its words, which numbers and names have room, where the plot stands.

PowerPoint is told the same area, so that its chart and our picture of it agree. The thing to know:
an office program breaks a category's name that is wider than its place, so no name may be; where
they are too wide side by side, columns lie down, and other kinds name every second one or third.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from ...model.color import Color, ColorRole
from ...model.outline import Chart
from ...model.richtext import rich
from ...model.scene import Box, TextBody
from ...model.style import Align, Anchor
from ...model.theme import Theme
from ...model.units import Emu, Rect, pt
from ...text.fit import Flow, height_of, set_flows
from ...text.measure import advance, drawn_em
from ._scale import NumberFormat, format_of, scale_of, ticks, told

LINE_EM = 1.46  # a line of the tallest face
ROW_EM = 1.35  # from a bar's name to the next, at least: its ink is lower than its line
BAR_EM = 1.05  # a bar's number among several bars of a category
BAND_EM = 1.8  # a line of labels and the air about it
BAR_SHARE = 0.62  # of a category's room, the rest is the gap to the next
MOST_LABELS = 14
WIDEST_NAME = 0.34  # of the frame: the names at the left of a bar chart
FULL, FULLER = 0.9, 0.95  # of its place: a name that fills more touches the next, or is broken
TWO_LINES = 1.7  # places of this many ems of words are filled by two lines of them
ROOMY_EM = 5  # a place so wide shows a name in two lines that still read as words
NAME_GAP = pt(6)
TICK_GAP = pt(8)


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
    size_pt: float = 0
    full: float = FULL

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
    def room(self) -> Rect:
        """The frame below the legend."""
        used = self.band if self.has_legend else 0
        frame = self.frame
        return Rect(frame.x, frame.y + used, frame.width, frame.height - used)

    @cached_property
    def ticked(self) -> NumberFormat:
        """How numbers are written on the axis."""
        return format_of(ticks(self.scale))

    @cached_property
    def scale_across(self) -> tuple[float, float, float]:
        """Least, most and step of a scatter chart's lower axis."""
        return scale_of(self.across, from_zero=False)

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
            pitch, least = self.room.height / count, ROW_EM
            if series > 1:
                pitch, least = pitch * BAR_SHARE, BAR_EM
            return pitch > pt(least * self.size_pt)
        widest = max((self.advance(self.written(value)) for value in told(self.chart)), default=0)
        return widest < 0.95 * self.frame.width / (count / BAR_SHARE if series > 1 else count)

    @cached_property
    def widest(self) -> Emu:
        """The width of the longest category's name."""
        return max(map(self.advance, self.chart.categories))

    @cached_property
    def area(self) -> Rect:
        """Where the marks stand: what is left by the names and by the numbers of the axis."""
        room, kind = self.room, self.chart.kind
        if kind == "pie":
            side = min(room.height - 2 * self.band, room.width * 2 // 5)
            return Rect(room.center_x - side // 2, room.center_y - side // 2, side, side)
        if kind == "bar":
            left, right = self.names + NAME_GAP, self._ends
            bottom = 0 if self.has_labels else self.band
            return Rect(room.x + left, room.y, room.width - left - right, room.height - bottom)
        left, right = self._sides
        top = self.band if self.has_labels else self.band // 2
        bottom = self.lines * self.band
        return Rect(
            room.x + left, room.y + top, room.width - left - right, room.height - top - bottom
        )

    @cached_property
    def _sides(self) -> tuple[Emu, Emu]:
        """The room beside columns and lines: of the axis' numbers, and of names at the edges."""
        if self.has_labels:
            return 0, 0
        left = max(self.advance(self.ticked(tick)) for tick in ticks(self.scale)) + TICK_GAP
        right = TICK_GAP
        if self.across:
            written = format_of(ticks(self.scale_across))
            ends = (self.advance(written(tick)) // 2 for tick in ticks(self.scale_across))
            right = max(TICK_GAP, *ends)
        elif self.chart.kind == "area":  # it goes from edge to edge
            first, *_, last = (self.advance(one) // 2 + pt(1) for one in self.chart.categories * 2)
            left, right = max(left, first), max(right, last)
        return left, right

    @property
    def _ends(self) -> Emu:
        """The room of the numbers at the ends of bars."""
        ends = [self.ticked(tick) for tick in ticks(self.scale)]
        ends += [self.written(value) for value in told(self.chart)] * self.has_labels
        return max(map(self.advance, ends)) + 2 * NAME_GAP

    @cached_property
    def names(self) -> Emu:
        """The room of the names at the left of bars."""
        return min(self.widest + NAME_GAP, int(self.room.width * WIDEST_NAME))

    @cached_property
    def _place(self) -> Emu:
        """How wide the place of a category is under the plot."""
        places = len(self.chart.categories) - (self.chart.kind == "area")
        return (self.room.width - sum(self._sides)) // max(1, places)

    @cached_property
    def lines(self) -> int:
        """How many lines the names under the plot take: two where these read as words."""
        if self.across or self.widest <= self.full * self._place:
            return 1
        is_roomy = self._place >= pt(ROOMY_EM * self.size_pt)
        return 2 if is_roomy and self.widest <= TWO_LINES * self._place else 1

    @cached_property
    def every(self) -> int:
        """Which categories are named: every one, every second, every third …"""
        if self.across or self.chart.kind == "pie":
            return 1
        if self.chart.kind == "bar":
            pitch = self.area.height / len(self.chart.categories)
            return math.ceil(pt(ROW_EM * self.size_pt) / pitch)
        if self.lines > 1:
            return 1
        return min(math.ceil(self.widest / (self.full * self._place)), len(self.chart.categories))

    @property
    def names_all(self) -> bool:
        """Tell whether every category has its name, on one line."""
        if self.chart.kind == "bar":
            return self.every == 1 and self.widest + NAME_GAP <= self.names
        return self.every == self.lines == 1

    def advance(self, text: str) -> Emu:
        return advance(text, drawn_em(self.size_pt), fonts=self.theme.style("chart").fonts)

    def position(self, value: float) -> float:
        """Return where on the value axis a number stands, 0 to 1."""
        return share_of(value, self.scale)

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


def share_of(value: float, scale: tuple[float, float, float]) -> float:
    """Return where between the ends of a scale a number lies, 0 to 1."""
    return (value - scale[0]) / (scale[1] - scale[0])


def sized(plot: Plot) -> Plot:
    """Return the plot at the largest size at which each category is named on one line.

    Columns whose names are too wide at any size lie down, if that names them all. Beside its points
    a chart does not begin with the largest.
    """
    *larger, last = plot.theme.style("chart").sizes
    is_beside = plot.frame.width < plot.theme.grid.body.width
    sizes = (*larger[is_beside:], last)
    for way in _ways(plot):
        for size in sizes:
            tried = replace(way, size_pt=size)
            if tried.names_all:
                return tried
    return replace(plot, size_pt=last)


def _ways(plot: Plot) -> Iterator[Plot]:
    yield plot
    if plot.chart.kind == "column":
        yield replace(plot, chart=replace(plot.chart, kind="bar"))
    yield replace(plot, full=FULLER)
