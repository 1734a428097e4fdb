"""Four points between two axes: a field of two by two, the axes named and drawn.

`marks` holds the axes' names: the one that goes up, then the one that goes right. The items stand
in reading order: upper left, upper right, lower left, lower right. "matrix-high" has no lead, and
its field has the lead's room.
"""

from __future__ import annotations

from dataclasses import replace

from ...model.color import Color, ColorRole, Tone
from ...model.deck import Slide
from ...model.richtext import plain
from ...model.scene import Group, Point, Shape
from ...model.style import Anchor, Fill, Line
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Insets, Rect, inches
from ...model.words import words_of
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._arrows import arrow_width, straight_arrow
from ._fill import Slot, flow, title_slots
from ._frames import as_card, content_spec, high_body, is_wide, text_holder, without_lead
from ._list import place_list
from ._share import Figure, place_figure
from ._told import headed

UP, RIGHT, FIRST = 17, 18, 20
COUNT = 4
BARE, HIGH = "-bare", "-high"
BEST = 1  # the upper right field is where both axes are high
NAME_WIDTH = {True: inches(1.25), False: inches(1.0)}  # on a wide page and a narrow one
NAME_HEIGHT = inches(0.5)
AXIS_GAP = inches(0.14)


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return tuple(_spec(theme, bare + high) for bare in ("", BARE) for high in ("", HIGH))


def _spec(theme: Theme, tag: str) -> LayoutSpec:
    holders = _holders(theme, tag)
    if BARE not in tag:
        field, body = _field(theme, tag), theme.grid.body
        up = Rect(body.x, field.y, NAME_WIDTH[is_wide(theme)], field.height)
        right = Rect(field.x, body.bottom - NAME_HEIGHT, field.width, NAME_HEIGHT)
        holders = (
            text_holder(UP, "纵轴", up, (theme.style("axis_up"),), Anchor.MIDDLE),
            text_holder(RIGHT, "横轴", right, (theme.style("axis"),), Anchor.MIDDLE),
            *holders,
        )
    label = "四象限" + (" 无轴名" if BARE in tag else "") + (" 高" if HIGH in tag else "")
    spec = content_spec(theme, f"matrix{tag}", label, holders)
    return without_lead(spec) if HIGH in tag else spec


def _holders(theme: Theme, tag: str) -> tuple[Placeholder, ...]:
    styles = tuple(theme.style(name) for name in ("card_head", "card_text", "card_item"))
    padding = theme.tokens.padding
    narrow = Insets(
        padding.left * 2 // 3, padding.top // 6, padding.right // 2, padding.bottom // 6
    )
    grounds = [Color(ColorRole.SURFACE)] * COUNT
    grounds[BEST] = Color(ColorRole.ACCENT1, Tone.SOFT)
    cells = (
        as_card(
            theme,
            text_holder(FIRST + i, f"象限{i + 1}", frame, styles, Anchor.MIDDLE),
            Fill(grounds[i]),
        )
        for i, frame in enumerate(_cells(theme, tag))
    )
    return tuple(replace(cell, insets=narrow) for cell in cells)


def _field(theme: Theme, tag: str) -> Rect:
    """Return the frame of the four cells, beside and above their axes and the axes' names."""
    body = high_body(theme) if HIGH in tag else theme.grid.body
    named = BARE not in tag
    left = body.x + named * (NAME_WIDTH[is_wide(theme)] + AXIS_GAP) + 2 * AXIS_GAP
    low = body.bottom - named * NAME_HEIGHT - 2 * AXIS_GAP
    return Rect(left, body.y, body.right - left, low - body.y)


def _cells(theme: Theme, tag: str) -> tuple[Rect, ...]:
    gap = theme.tokens.gap // 2
    rows = _field(theme, tag).rows(2, gap)
    return tuple(cell for row in rows for cell in row.columns(2, gap))


def _axes(theme: Theme, slide: Slide) -> tuple[Shape, ...]:
    """Return both axes as arrows from one corner, as a group that says which way is more."""
    field = _field(theme, _tag(slide))
    line = Line(Color(ColorRole.ACCENT1, Tone.INK), arrow_width(theme, 3))
    corner = Point(field.x - AXIS_GAP, field.bottom + AXIS_GAP)
    shapes = (
        *straight_arrow(corner, Point(corner.x, field.y), "纵轴箭头", line),
        *straight_arrow(corner, Point(field.right, corner.y), "横轴箭头", line),
    )
    up, right = (plain(mark) for mark in slide.marks) if slide.marks else ("", "")
    words = words_of(theme.lang)
    cells = words.pause.join(
        f"{corner}{words.colon}{plain(item.title)}"
        for corner, item in zip(words.corners.split("|"), slide.items, strict=True)
    )
    frame = Rect(corner.x, field.y, field.right - corner.x, corner.y - field.y)
    told = words.axes.format(up=up, right=right, told=cells) if slide.marks else cells
    return (Group(shapes, frame, "坐标轴", told),)


def _tag(slide: Slide) -> str:
    return ("" if slide.marks else BARE) + ("" if slide.lead else HIGH)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place four items between two axes, whose names may be missing; other counts as a list."""
    if len(slide.items) != COUNT or len(slide.marks) not in (0, 2):
        return place_list(slide, theme, report)
    return place_figure(slide, theme, report, _drawn)


def _drawn(slide: Slide, theme: Theme) -> Figure:
    spec = theme.layouts[f"matrix{_tag(slide)}"]
    axes = [
        Slot(idx, (flow(spec.placeholder(idx), words, balance=True),), "axis", origin=slide.origin)
        for idx, words in zip((UP, RIGHT), slide.marks, strict=False)
    ]
    cells = [
        Slot(
            FIRST + i,
            headed(item, spec.placeholder(FIRST + i)),
            "cell",
            origin=item.origin,
            item=i,
            head=0,
        )
        for i, item in enumerate(slide.items)
    ]
    return Figure(spec, (*title_slots(spec, slide), *axes, *cells), _axes(theme, slide))


LAYOUT = SlideLayout("matrix", specs, place)
