"""Numbers as a chart: beside its points, above them, or alone; native in PowerPoint.

One series has its numbers at its marks and no axis to read them off; a legend says what is counted.
Areas of several series stand one on another. What a kind cannot show (a pie of two series, shares
below zero) is drawn as columns.
"""

from __future__ import annotations

import math
from dataclasses import replace

from ...model.deck import Slide
from ...model.outline import Chart
from ...model.richtext import plain
from ...model.scene import ChartShape, Page
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import inches
from ...model.words import named, words_of
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._beside import (
    EXHIBIT,
    fits_beside,
    halves,
    placed_alone,
    stacked,
    text_beside,
    text_slot,
    with_lead_below,
)
from ._fill import fill, page, title_slots
from ._frames import content_spec, high_body, without_lead
from ._list import place_list
from ._marks import draw_plot
from ._plot import NAME_GAP, Plot, sized
from ._scale import format_of, heaped, lowered, scale_of, told

ALONE, HIGH, BESIDE, BELOW = "chart", "chart-high", "chart-text", "chart-below"
KINDS = {
    "bar": "条形图", "column": "柱形图", "line": "折线图", "pie": "饼图", "area": "面积图",
    "scatter": "散点图",
}  # fmt: skip
FROM_ZERO = ("bar", "column", "area", "pie")
NARROWEST = inches(0.5)  # a category's name on one line
MOST_NAMED = 6  # numbers that the alternative text gives one by one


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    text, beside = halves(theme, 7, text_first=False)
    styles = (theme.style("chart"),)
    alone = Placeholder(EXHIBIT, "chart", "图表", theme.grid.body, styles, prompt="图表")
    half = replace(alone, frame=beside)
    above, below = stacked(theme.grid.body, theme.tokens.gap)
    upper = replace(alone, frame=above)
    high = replace(alone, frame=high_body(theme))
    return (
        content_spec(theme, ALONE, "图表", (alone,)),
        without_lead(content_spec(theme, HIGH, "图表 大", (high,))),
        content_spec(theme, BESIDE, "图表 文字", (half, text_beside(theme, text))),
        content_spec(theme, BELOW, "图表 下方文字", (upper, text_beside(theme, below))),
    )


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place the first chart; points that do not fit beside it follow on the next slide."""
    charts = [exhibit for exhibit in slide.exhibits if isinstance(exhibit, Chart)]
    if not charts:
        return place_list(slide, theme, report)
    chart = _drawable(charts[0], report)
    placed = _placed(slide, chart, theme)
    every = max(shape.every for shape in placed.page.shapes if isinstance(shape, ChartShape))
    if every > 1:
        count = len(chart.categories)
        report.note(
            chart.origin,
            f"of the chart's {count} categories one in {every} is named",
            code="labels-thinned",
        )
    return placed


def _placed(slide: Slide, chart: Chart, theme: Theme) -> Placed:
    slide = with_lead_below(slide, theme.layouts[ALONE])
    width = theme.layouts[BESIDE].placeholder(EXHIBIT).frame.width
    is_long = chart.kind not in ("bar", "pie") and len(chart.categories) * NARROWEST > width
    for name in (BELOW, BESIDE) if is_long else (BESIDE, BELOW):
        spec = theme.layouts[name]
        if slide.items and fits_beside(spec, slide):
            return placed_alone(replace(slide, items=()), _page(slide, chart, theme, spec))
    spec = theme.layouts[ALONE if slide.lead else HIGH]
    return placed_alone(slide, _page(replace(slide, items=()), chart, theme, spec))


def _page(slide: Slide, chart: Chart, theme: Theme, spec: LayoutSpec) -> Page:
    slots = title_slots(spec, slide)
    if slide.items:
        slots.append(text_slot(spec, slide))
    shape = _shape(chart, theme, spec, plain(slide.title))
    return page(slide, theme, spec, fill(spec, slots).boxes, (shape,))


def _drawable(chart: Chart, report: Report) -> Chart:
    """Return the chart in a kind that can show its numbers."""
    why = ""
    if chart.kind == "pie" and len(chart.series) > 1:
        why = "a pie shows one series"
    elif chart.kind == "pie" and (min(told(chart), default=0) < 0 or sum(told(chart)) <= 0):
        why = "a pie shows shares of a whole, none of them below zero"
    if why:
        report.warn(
            chart.origin,
            f"{why}, so columns are drawn",
            "choose kind: column",
            code="chart-kind-changed",
        )
        return replace(chart, kind="column")
    if chart.kind == "area" and len(chart.series) > 1 and min(told(chart), default=0) < 0:
        report.warn(
            chart.origin, "areas stand one on another, none of them below zero, so lines are drawn",
            "choose kind: line", code="chart-kind-changed",
        )  # fmt: skip
        return replace(chart, kind="line")
    if chart.kind == "scatter" and any(math.isnan(x) for x in abscissas(chart)):
        report.warn(
            chart.origin, "a scatter chart needs numbers as categories, so a line is drawn",
            "choose kind: line", code="chart-kind-changed",
        )  # fmt: skip
        return replace(chart, kind="line")
    return chart


def abscissas(chart: Chart) -> list[float]:
    """Return the categories as numbers, nan for those that are none."""
    found: list[float] = []
    for word in chart.categories:
        try:
            value = float(word.replace(",", "").strip())
        except ValueError:
            value = math.nan
        found.append(value if math.isfinite(value) else math.nan)
    return found


def _shape(chart: Chart, theme: Theme, spec: LayoutSpec, title: str) -> ChartShape:
    frame = spec.placeholder(EXHIBIT).frame
    values = told(chart)
    reached = values if chart.kind != "area" else [y for heap in heaped(chart) for y in heap]
    scale = scale_of(reached, from_zero=chart.kind in FROM_ZERO)
    written = format_of(values)
    across = abscissas(chart) if chart.kind == "scatter" else []
    plot = _with_room_below(sized(Plot(chart, frame, theme, scale, written, tuple(across), title)))
    return ChartShape(
        plot.chart,
        frame,
        "图表",
        alt_of(chart, title, theme.lang),
        plot.size_pt,
        plot.scale,
        plot.area,
        draw_plot(plot),
        has_labels=plot.has_labels,
        has_legend=plot.has_legend,
        every=plot.every,
        scale_across=plot.scale_across if across else (),
        number_format=(written if plot.has_labels else plot.ticked).code,
        placeholder=EXHIBIT,
        origin=chart.origin,
    )


def _with_room_below(plot: Plot) -> Plot:
    """Return the plot with an axis on which the number at its lowest bar keeps off the names.

    PowerPoint writes it beyond the bar's end, and the names straight after the axis' own.
    """
    kind, lowest = plot.chart.kind, min(told(plot.chart), default=0.0)
    if not plot.has_labels or kind not in ("bar", "column") or lowest >= 0:
        return plot
    is_bar = kind == "bar"
    need = plot.advance(plot.written(lowest)) + 2 * NAME_GAP if is_bar else plot.band
    whole = plot.area.width if is_bar else plot.area.height
    return replace(plot, scale=lowered(plot.scale, lowest, need / whole))


def alt_of(chart: Chart, title: str, lang: str) -> str:
    """Say in words what the chart shows: few numbers all, of many the least and the most."""
    written, words = format_of(told(chart)), words_of(lang)
    parts = []
    for name, values in chart.series:
        pairs = [
            (category, value)
            for category, value in zip(chart.categories, values, strict=True)
            if not math.isnan(value)
        ]
        if len(pairs) <= MOST_NAMED:
            said = words.pause.join(f"{category} {written(value)}" for category, value in pairs)
        else:
            least, most = min(pairs, key=lambda p: p[1]), max(pairs, key=lambda p: p[1])
            first, last, high, low = (
                words.at.format(category, written(value))
                for category, value in (pairs[0], pairs[-1], most, least)
            )
            said = words.trend.format(first=first, last=last, high=high, low=low)
        parts.append(f"{name}{words.colon}{said}" if name else said)
    kind = named(KINDS[chart.kind], lang)
    return words.chart.format(kind=kind, title=title, told=words.semicolon.join(parts))


LAYOUT = SlideLayout("chart", specs, place)
