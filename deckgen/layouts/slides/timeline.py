"""Points in time along a line: the date above its mark, what happened beneath.

An item's title is its date, its gist what happened. Where the columns are narrow, they stand above
and below by turns, so that each has room for words.
"""

from __future__ import annotations

from ...model.color import Color, ColorRole, Tone
from ...model.deck import Slide
from ...model.richtext import plain
from ...model.scene import Box, Group, Point, Shape
from ...model.style import Anchor, Fill, Geometry, Line
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Insets, Rect, around, inches
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._arrows import arrow, arrow_width
from ._fill import Slot, flow, linked
from ._frames import content_spec
from ._share import Sharing, place_shared
from ._told import unheaded

DATE, TEXT = 20, 40
LEAST, MOST = 2, 8
NARROWEST = inches(1.95)  # a column below this takes turns with its neighbours
DOT = inches(0.3)
DATE_HEIGHT = inches(0.62)
CLEAR = inches(0.12)
HIGH = inches(1.45)  # from the body's edge to a line with all texts beneath it


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return tuple(_spec(theme, count) for count in range(LEAST, MOST + 1))


def _spec(theme: Theme, count: int) -> LayoutSpec:
    holders: list[Placeholder] = []
    date_style = (theme.style("milestone"),)
    names = ("milestone_text", "milestone_item")
    styles = tuple(theme.style(name) for name in names)
    for i, column in enumerate(_columns(theme, count)):
        date, text = _pair(theme, count, i, column)
        is_up = text.y < date.y
        hangs = date.y > _line_y(theme, count)
        inset = Insets(inches(0.06), 0, inches(0.06), 0)
        holders.append(
            Placeholder(
                DATE + i, "body", f"时间{i + 1}", date, date_style,
                Anchor.TOP if hangs else Anchor.BOTTOM, prompt="时间",
            )
        )  # fmt: skip
        holders.append(
            Placeholder(
                TEXT + i, "body", f"事件{i + 1}", text, styles,
                Anchor.BOTTOM if is_up else Anchor.TOP, inset, prompt="事件",
            )
        )  # fmt: skip
    return content_spec(theme, f"timeline-{count}", f"时间线 {count}", tuple(holders))


def _columns(theme: Theme, count: int) -> tuple[Rect, ...]:
    """Return a column for every milestone; by turns, one reaches over its neighbours' halves."""
    body, gap = theme.grid.body, theme.tokens.gap
    if not _takes_turns(theme, count):
        return body.columns(count, gap)
    pitch = body.width // (count + 1)
    return tuple(
        Rect(body.x + i * pitch + gap // 4, body.y, 2 * pitch - gap // 2, body.height)
        for i in range(count)
    )


def _takes_turns(theme: Theme, count: int) -> bool:
    """Tell whether texts stand on both sides of the line, for want of width."""
    return theme.grid.body.width < count * NARROWEST


def _line_y(theme: Theme, count: int) -> int:
    body = theme.grid.body
    return body.center_y if _takes_turns(theme, count) else body.y + HIGH


def _pair(theme: Theme, count: int, i: int, column: Rect) -> tuple[Rect, Rect]:
    """Return the frames of date and text; by turns, both stand above or beneath the line."""
    y, far = _line_y(theme, count), DOT // 2 + CLEAR
    above = Rect(column.x, y - far - DATE_HEIGHT, column.width, DATE_HEIGHT)
    if not _takes_turns(theme, count):
        return above, Rect(column.x, y + far, column.width, column.bottom - y - far)
    if i % 2 == 0:
        return above, Rect(column.x, column.y, column.width, above.y - column.y)
    beneath = Rect(column.x, y + far, column.width, DATE_HEIGHT)
    return beneath, Rect(column.x, beneath.bottom, column.width, column.bottom - beneath.bottom)


def _line(theme: Theme, spec: LayoutSpec, slide: Slide) -> tuple[Shape, ...]:
    """Return the line with its arrow and a dot for each milestone, as one group."""
    del spec
    body, count = theme.grid.body, len(slide.items)
    y = _line_y(theme, count)
    line = Line(Color(ColorRole.ACCENT1, Tone.MID), arrow_width(theme, 4))
    start, end = Point(body.x, y), Point(body.right, y)
    shapes: list[Shape] = list(arrow((start, start, end, end), "时间轴", line))
    for i, column in enumerate(_columns(theme, count)):
        frame = Rect(column.center_x - DOT // 2, y - DOT // 2, DOT, DOT)
        ring = Line(Color(ColorRole.BACKGROUND), 3 * theme.tokens.line)
        fill = Fill(Color(ColorRole.ACCENT1))
        shapes.append(Box(frame, f"节点{i + 1}", geometry=Geometry.ELLIPSE, fill=fill, line=ring))
    alt = "；".join(f"{plain(item.title)} {plain(item.gist)}".strip() for item in slide.items)
    frame = around((Rect(body.x, y - DOT // 2, body.width, DOT),))
    return (Group(tuple(shapes), frame, "时间线", alt),)


def _slots(spec: LayoutSpec, slide: Slide) -> list[Slot]:
    slots: list[Slot] = []
    for i, item in enumerate(slide.items):
        date, event = spec.placeholder(DATE + i), spec.placeholder(TEXT + i)
        words = (flow(date, linked(item), balance=True),)
        # one group: an event is never larger than its date
        slots.append(Slot(DATE + i, words, "milestone", origin=item.origin, item=i, whole=True))
        told = unheaded(item, event)
        slots.append(Slot(TEXT + i, told, "milestone", origin=item.origin, item=i))
    return slots


SHARING = Sharing("timeline", LEAST, MOST, _slots, ground=_line)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place two to eight milestones; more go on along a second line."""
    return place_shared(slide, theme, report, SHARING)


LAYOUT = SlideLayout("timeline", specs, place)
