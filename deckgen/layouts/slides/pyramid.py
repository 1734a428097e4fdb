"""Levels that stand on each other: the first on top, each with its text at the right.

Levels are wider where their texts are short ("pyramid-3-broad"), and all stands in the middle where
a line is enough for each ("pyramid-3-short"). Levels without texts have the page for themselves
("pyramid-3-bare").
"""

from __future__ import annotations

from dataclasses import replace

from ...model.color import Color, ColorRole, Tone
from ...model.deck import Slide
from ...model.richtext import plain
from ...model.scene import Group, Point, Shape
from ...model.style import Anchor, Fill, Line
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Emu, Rect, around, inches
from ...model.words import words_of
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._arrows import polygon, stroke
from ._fill import Slot, flow, linked
from ._frames import content_spec, text_holder
from ._share import Sharing, place_shared
from ._told import has_text, unheaded

LEVEL, TEXT = 20, 40
LEAST, MOST = 2, 6
BROAD, SHORT, BARE = "-broad", "-short", "-bare"
LABELS = {"": "", BROAD: " 宽", SHORT: " 短句", BARE: " 层名"}
# Columns of the grid, first and number: the base's, and those for the texts
FORMS = (SHORT, BROAD, "")
SPANS = {"": ((0, 5), (5, 7)), BROAD: ((0, 7), (7, 5)), SHORT: ((1, 7), (8, 4)), BARE: ((2, 8), ())}
TOP_PART = 34  # per cent of the base: a real tip has no room for words
TALLEST = inches(1.7)
# One large line beside a wide level, or two
TEXT_TALLEST = {"": inches(1.4), BROAD: inches(1.0), SHORT: inches(0.55)}


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return tuple(_spec(theme, count, tag) for tag in LABELS for count in range(LEAST, MOST + 1))


def _spec(theme: Theme, count: int, tag: str) -> LayoutSpec:
    holders: list[Placeholder] = []
    for i, row in enumerate(_rows(theme, count, tag)):
        width = _width(row, i, count)
        frame = Rect(row.center_x - width // 2, row.y, width, row.height)
        holders.append(
            text_holder(LEVEL + i, f"层次{i + 1}", frame, (theme.style("level"),), Anchor.MIDDLE)
        )
        if tag != BARE:
            styles = (theme.style("level_text"), theme.style("card_item"))
            text = _text_frame(theme, row, tag)
            holders.append(text_holder(TEXT + i, f"说明{i + 1}", text, styles, Anchor.MIDDLE))
    label = f"金字塔 {count}{LABELS[tag]}"
    return content_spec(theme, f"pyramid-{count}{tag}", label, tuple(holders))


def _rows(theme: Theme, count: int, tag: str) -> tuple[Rect, ...]:
    """Return the base's width at the height of each level, from the top."""
    body, gap = theme.grid.body, theme.tokens.gap // 4
    x, width = theme.grid.span(*SPANS[tag][0])
    height = min((body.height - gap * (count - 1)) // count, TALLEST)
    used = count * height + gap * (count - 1)
    top = body.y + (body.height - used) // 3
    return tuple(Rect(x, top + i * (height + gap), width, height) for i in range(count))


def _width(row: Rect, i: int, count: int) -> Emu:
    """Return how wide level `i` is at its upper edge; `count` gives the base itself."""
    top = row.width * TOP_PART // 100
    return top + (row.width - top) * i // count


def _text_frame(theme: Theme, row: Rect, tag: str) -> Rect:
    x, width = theme.grid.span(*SPANS[tag][1])
    indent, height = theme.tokens.gap, min(row.height, TEXT_TALLEST[tag])
    return Rect(x + indent, row.center_y - height // 2, width - indent, height)


def _levels(theme: Theme, spec: LayoutSpec, slide: Slide) -> tuple[Shape, ...]:
    """Return the levels as one group, and the lines that lead to their texts."""
    count = len(slide.items)
    tag = spec.name.removeprefix(f"pyramid-{count}")
    rows = _rows(theme, count, tag)
    fill = Fill(Color(ColorRole.ACCENT1))
    thin = Line(Color(ColorRole.ACCENT1, Tone.INK), theme.tokens.line)
    shapes: list[Shape] = []
    for i, row in enumerate(rows):
        upper, lower = _width(row, i, count) // 2, _width(row, i + 1, count) // 2
        x = row.center_x
        corners = (
            Point(x - upper, row.y),
            Point(x + upper, row.y),
            Point(x + lower, row.bottom),
            Point(x - lower, row.bottom),
        )
        shapes.append(polygon(corners, f"层次{i + 1}", fill))
        if tag != BARE and has_text(slide.items[i]):
            start = Point(x + (upper + lower) // 2 + inches(0.1), row.center_y)
            end = Point(_text_frame(theme, row, tag).x - inches(0.1), row.center_y)
            if end.x > start.x:
                shapes.append(stroke(start, end, f"引线{i + 1}", thin))
    words = words_of(theme.lang)
    alt = words.downwards.format(words.comma.join(plain(item.title) for item in slide.items))
    frame = around(rows)
    if tag != BARE:
        frame = replace(frame, width=_text_frame(theme, rows[0], tag).x - frame.x)
    return (Group(tuple(shapes), frame, "金字塔", alt),)


def _slots(spec: LayoutSpec, slide: Slide) -> list[Slot]:
    slots: list[Slot] = []
    for i, item in enumerate(slide.items):
        level = spec.placeholder(LEVEL + i)
        words = (flow(level, linked(item), balance=True),)
        slots.append(Slot(LEVEL + i, words, "level", origin=item.origin, item=i, head=0))
        if not spec.name.endswith(BARE):
            slots.append(
                Slot(
                    TEXT + i,
                    unheaded(item, spec.placeholder(TEXT + i)),
                    "text",
                    origin=item.origin,
                    item=i,
                )
            )
    return slots


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place two to six levels, the first on top."""
    bare = not any(map(has_text, slide.items))
    sharing = Sharing("pyramid", LEAST, MOST, _slots, (BARE,) if bare else FORMS, _levels)
    return place_shared(slide, theme, report, sharing)


LAYOUT = SlideLayout("pyramid", specs, place)
