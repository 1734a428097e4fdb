"""Numbers that speak: one to four of them, large, each with its caption."""

from __future__ import annotations

from ...model.color import Color, ColorRole, Tone
from ...model.deck import Slide
from ...model.richtext import plain
from ...model.scene import Box, Group, Shape
from ...model.style import Anchor, Fill
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Rect, around, inches
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._fill import Slot, flow, linked
from ._frames import content_spec, text_holder
from ._share import Sharing, place_shared
from ._told import unheaded

NUMBER, TEXT = 20, 40
LEAST, MOST = 1, 4
BAR = inches(0.08)
INDENT = inches(0.22)
NUMBER_HEIGHT = inches(1.2)
TOP, HEIGHT = inches(0.75), inches(2.4)  # of the bars within the body


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return tuple(_spec(theme, count) for count in range(LEAST, MOST + 1))


def _spec(theme: Theme, count: int) -> LayoutSpec:
    holders: list[Placeholder] = []
    styles = (theme.style("stat_text"), theme.style("card_item"))
    frames = _columns(theme, count)
    for i, frame in enumerate(frames):
        number = Rect(frame.x, frame.y, frame.width, NUMBER_HEIGHT)
        below = (other.y - theme.tokens.gap for other in frames if other.y > frame.y)
        low = min(below, default=theme.grid.body.bottom)
        text = Rect(frame.x, number.bottom, frame.width, low - number.bottom)
        style = (theme.style("stat_number"),)
        holders.append(text_holder(NUMBER + i, f"数字{i + 1}", number, style, Anchor.MIDDLE))
        holders.append(text_holder(TEXT + i, f"说明{i + 1}", text, styles))
    return content_spec(theme, f"stat-{count}", f"数字 {count}", tuple(holders))


def _columns(theme: Theme, count: int) -> tuple[Rect, ...]:
    """Return the room beside each bar; on a narrow page four make two rows."""
    body, gap = theme.grid.body, theme.tokens.gap
    row = Rect(body.x, body.y + TOP, body.width, HEIGHT)
    if count == MOST and body.width < 2 * body.height:
        cells = (cell for line in body.rows(2, gap) for cell in line.columns(2, gap))
        return tuple(_beside(cell) for cell in cells)
    return tuple(_beside(column) for column in row.columns(count, gap))


def _beside(column: Rect) -> Rect:
    """Return what is left of a column beside its bar."""
    room = BAR + INDENT
    return Rect(column.x + room, column.y, column.width - room, column.height)


def _bars(theme: Theme, spec: LayoutSpec, slide: Slide) -> tuple[Shape, ...]:
    """Return a bar before each number, as one group that tells the numbers."""
    bars = [
        Rect(frame.x - BAR - INDENT, frame.y, BAR, frame.height)
        for frame in _columns(theme, len(slide.items))
    ]
    fill = Fill(Color(ColorRole.ACCENT1, Tone.MID))
    shapes = tuple(Box(bar, f"竖线{i}", fill=fill) for i, bar in enumerate(bars, 1))
    alt = "；".join(f"{plain(item.title)} {plain(item.gist)}".strip() for item in slide.items)
    del spec
    return (Group(shapes, around(bars), "数字", alt),)


def _slots(spec: LayoutSpec, slide: Slide) -> list[Slot]:
    slots: list[Slot] = []
    for i, item in enumerate(slide.items):
        number, text = spec.placeholder(NUMBER + i), spec.placeholder(TEXT + i)
        words = (flow(number, linked(item), balance=True),)
        slots.append(Slot(NUMBER + i, words, "number", origin=item.origin, item=i))
        slots.append(Slot(TEXT + i, unheaded(item, text), "text", origin=item.origin, item=i))
    return slots


SHARING = Sharing("stat", LEAST, MOST, _slots, ground=_bars)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place one to four numbers; more go on."""
    return place_shared(slide, theme, report, SHARING)


LAYOUT = SlideLayout("stat", specs, place)
