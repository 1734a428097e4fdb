"""Points in time along a line: the date above its mark, what happened beneath.

An item's title is its date, its gist what happened. The line stands a little above the middle, or
high where there is much to say ("timeline-4-high"); where columns are too narrow for their dates,
they stand above and below by turns ("timeline-4-turns"); where that leaves long dates small, one
under another beside a line that goes down ("timeline-4-down").
"""

from __future__ import annotations

from dataclasses import replace

from ...model.color import Color, ColorRole, Tone
from ...model.deck import Slide
from ...model.richtext import plain
from ...model.scene import Box, Group, Point, Shape
from ...model.style import Align, Anchor, Fill, Geometry, Line
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Insets, Rect, around, inches
from ...model.words import words_of
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._arrows import arrow, arrow_width
from ._fill import Slot, flow, linked
from ._frames import content_spec, is_wide, text_holder
from ._share import Sharing, place_shared
from ._told import unheaded

DATE, TEXT = 20, 40
LEAST, MOST = 2, 8
HIGH, TURNS, DOWN = "-high", "-turns", "-down"
LABELS = {"": "", HIGH: " 高", TURNS: " 交错", DOWN: " 纵向"}
NARROWEST = inches(1.1)  # a column for four characters of a date
FEWEST_TURNS = 4
DOT = inches(0.3)
DATE_HEIGHT = inches(0.7)
CLEAR = inches(0.12)
BESIDE = inches(0.25)  # from a line that goes down to its dates and events, which have insets
DATE_INSET, TEXT_INSET = inches(0.1), inches(0.06)
LEVEL = 41  # per cent of the body's height above the line
# Of the twelve columns, those for dates beside a line that goes down a wide page, or a narrow one
DATES = {True: 4, False: 5}


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    """Return the layouts for each count, in every form that has the width for it."""
    return tuple(
        _spec(theme, count, tag)
        for tag in LABELS
        for count in range(LEAST, MOST + 1)
        if _suits(theme, count, tag)
    )


def _suits(theme: Theme, count: int, tag: str) -> bool:
    """Tell whether that form suits the count: few need no turns, many find no columns."""
    if tag in (TURNS, DOWN):
        return tag == DOWN or count >= FEWEST_TURNS
    return _columns(theme, count, tag)[0].width >= NARROWEST


def _spec(theme: Theme, count: int, tag: str) -> LayoutSpec:
    name, label = f"timeline-{count}{tag}", f"时间线 {count}{LABELS[tag]}"
    holders = _down(theme, count) if tag == DOWN else _along(theme, count, tag)
    return content_spec(theme, name, label, holders)


def _along(theme: Theme, count: int, tag: str) -> tuple[Placeholder, ...]:
    """Return date and event of each milestone above and beneath the line."""
    holders: list[Placeholder] = []
    date_style = (theme.style("milestone"),)
    styles = tuple(theme.style(name) for name in ("milestone_text", "milestone_item"))
    for i, column in enumerate(_columns(theme, count, tag)):
        date, text = _pair(theme, tag, i, column)
        is_up = text.y < date.y
        hangs = date.y > _line_y(theme, tag)
        holders.append(
            Placeholder(
                DATE + i, "body", f"时间{i + 1}", date, date_style,
                Anchor.TOP if hangs else Anchor.BOTTOM,
                Insets(DATE_INSET, 0, DATE_INSET, 0), prompt="时间",
            )
        )  # fmt: skip
        holders.append(
            Placeholder(
                TEXT + i, "body", f"事件{i + 1}", text, styles,
                Anchor.BOTTOM if is_up else Anchor.TOP,
                Insets(TEXT_INSET, 0, TEXT_INSET, 0), prompt="事件",
            )
        )  # fmt: skip
    return tuple(holders)


def _down(theme: Theme, count: int) -> tuple[Placeholder, ...]:
    """Return date and event of each milestone left and right of a line that goes down."""
    body, x = theme.grid.body, _line_x(theme)
    date_style = (replace(theme.style("milestone"), align=Align.RIGHT),)
    styles = tuple(
        replace(theme.style(name), align=Align.LEFT)
        for name in ("milestone_text", "milestone_item")
    )
    holders: list[Placeholder] = []
    for i, row in enumerate(body.rows(count, 0)):
        left = replace(row, width=x - BESIDE - body.x)
        right = replace(row, x=x + BESIDE, width=body.right - x - BESIDE)
        for idx, name, frame, told in (
            (DATE, "时间", left, date_style),
            (TEXT, "事件", right, styles),
        ):
            holder = text_holder(idx + i, f"{name}{i + 1}", frame, told, Anchor.MIDDLE)
            holders.append(replace(holder, prompt=name))
    return tuple(holders)


def _line_x(theme: Theme) -> int:
    x, width = theme.grid.span(0, DATES[is_wide(theme)])
    return x + width


def _columns(theme: Theme, count: int, tag: str) -> tuple[Rect, ...]:
    """Return a column for every milestone; by turns, one reaches over its neighbours' halves."""
    body, gap = theme.grid.body, theme.tokens.gap
    if tag != TURNS:
        return body.columns(count, gap)
    pitch = body.width // (count + 1)
    return tuple(
        Rect(body.x + i * pitch + gap // 4, body.y, 2 * pitch - gap // 2, body.height)
        for i in range(count)
    )


def _line_y(theme: Theme, tag: str) -> int:
    body = theme.grid.body
    if tag == TURNS:
        return body.center_y
    if tag == HIGH:
        return body.y + DATE_HEIGHT + CLEAR + DOT // 2
    return body.y + body.height * LEVEL // 100


def _pair(theme: Theme, tag: str, i: int, column: Rect) -> tuple[Rect, Rect]:
    """Return the frames of date and text; by turns, both stand above or beneath the line."""
    y, far = _line_y(theme, tag), DOT // 2 + CLEAR
    above = Rect(column.x, y - far - DATE_HEIGHT, column.width, DATE_HEIGHT)
    if tag != TURNS:
        return above, Rect(column.x, y + far, column.width, column.bottom - y - far)
    if i % 2 == 0:
        return above, Rect(column.x, column.y, column.width, above.y - column.y)
    beneath = Rect(column.x, y + far, column.width, DATE_HEIGHT)
    return beneath, Rect(column.x, beneath.bottom, column.width, column.bottom - beneath.bottom)


def _line(theme: Theme, spec: LayoutSpec, slide: Slide) -> tuple[Shape, ...]:
    """Return the line with its arrow and a dot for each milestone, as one group."""
    tag = next((tag for tag in (HIGH, TURNS, DOWN) if spec.name.endswith(tag)), "")
    points = _points(theme, len(slide.items), tag)
    line = Line(Color(ColorRole.ACCENT1, Tone.MID), arrow_width(theme, 4))
    start, *dots, end = points
    shapes: list[Shape] = list(arrow((start, start, end, end), "时间轴", line))
    for i, dot in enumerate(dots):
        frame = Rect(dot.x - DOT // 2, dot.y - DOT // 2, DOT, DOT)
        ring = Line(Color(ColorRole.BACKGROUND), 3 * theme.tokens.line)
        fill = Fill(Color(ColorRole.ACCENT1))
        shapes.append(Box(frame, f"节点{i + 1}", geometry=Geometry.ELLIPSE, fill=fill, line=ring))
    said = (f"{plain(item.title)} {plain(item.gist)}".strip() for item in slide.items)
    alt = words_of(theme.lang).semicolon.join(said)
    frame = around(Rect(one.x - DOT // 2, one.y - DOT // 2, DOT, DOT) for one in points)
    return (Group(tuple(shapes), frame, "时间线", alt),)


def _points(theme: Theme, count: int, tag: str) -> tuple[Point, ...]:
    """Return the line's start, its milestones, and its end."""
    body = theme.grid.body
    if tag == DOWN:
        x = _line_x(theme)
        middles = tuple(Point(x, row.center_y) for row in body.rows(count, 0))
        return Point(x, body.y), *middles, Point(x, body.bottom)
    y = _line_y(theme, tag)
    middles = tuple(Point(column.center_x, y) for column in _columns(theme, count, tag))
    return Point(body.x, y), *middles, Point(body.right, y)


def _slots(spec: LayoutSpec, slide: Slide) -> list[Slot]:
    slots: list[Slot] = []
    is_down = spec.name.endswith(DOWN)  # there a date is as good in two lines
    for i, item in enumerate(slide.items):
        date, event = spec.placeholder(DATE + i), spec.placeholder(TEXT + i)
        words = (flow(date, linked(item), balance=True),)
        # one group: an event is never larger than its date
        slots.append(
            Slot(
                DATE + i, words, "milestone", origin=item.origin, item=i,
                head=0 if is_down else -1, whole=not is_down,
            )
        )  # fmt: skip
        told = unheaded(item, event)
        slots.append(Slot(TEXT + i, told, "milestone", origin=item.origin, item=i))
    return slots


SHARING = Sharing("timeline", LEAST, MOST, _slots, tuple(LABELS), _line)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place two to eight milestones; more go on along a second line."""
    return place_shared(slide, theme, report, SHARING)


LAYOUT = SlideLayout("timeline", specs, place)
