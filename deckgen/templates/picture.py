"""A template's matching as a picture: each layout that serves, its frames and what they take.

What comes in is a Fitting and the theme made of it; what leaves is one page, the layouts side by
side at a smaller scale, in the template's own colours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..model.color import Color, ColorRole, Tone
from ..model.richtext import rich
from ..model.scene import Box, Image, Page, Scene, Shape, TextBody
from ..model.style import Align, Anchor, Fill, Geometry, Line, TextStyle
from ..model.theme import Theme
from ..model.units import Insets, Rect, Size, inches, pt
from ..text.fit import Flow, height_of, set_flows
from .choose import Fitting
from .match import DRAWN, Match

COLUMNS = 3
WIDTH, GAP, MARGIN = inches(4.4), inches(0.35), inches(0.4)
CAPTION = inches(0.5)
PAD = Insets(inches(0.05), inches(0.03), inches(0.05), inches(0.03))
SMALL = {"ftr": "footer", "sldNum": "number"}
TAG_WIDTH, TAG_HEIGHT = inches(1.3), inches(0.22)


def draw_matching(fitting: Fitting, theme: Theme) -> Scene:
    """Return a scene of one page that shows which frames of which layouts are filled with what."""
    page = fitting.template.page
    height = WIDTH * page.height // page.width
    count = len(fitting.matches)
    rows = -(-count // COLUMNS)
    columns = min(COLUMNS, count)
    size = Size(
        2 * MARGIN + columns * WIDTH + (columns - 1) * GAP,
        2 * MARGIN + rows * (CAPTION + height) + (rows - 1) * GAP,
    )
    shapes: list[Shape] = [_ground(size)]
    for number, (kind, match) in enumerate(fitting.matches.items()):
        x = MARGIN + number % COLUMNS * (WIDTH + GAP)
        y = MARGIN + number // COLUMNS * (CAPTION + height + GAP)
        shapes.extend(_caption(kind, match, Rect(x, y, WIDTH, CAPTION), theme))
        shapes.extend(_layout(kind, match, Rect(x, y + CAPTION, WIDTH, height), theme))
    title = f"layouts of {fitting.template.name}"
    return Scene((Page("matching", title, size, tuple(shapes), description=title),))


def _ground(size: Size) -> Box:
    sheet = Rect(0, 0, size.width, size.height)
    return Box(sheet, "ground", fill=Fill(Color(ColorRole.BACKGROUND)))


def _caption(kind: str, match: Match, frame: Rect, theme: Theme) -> Iterator[Shape]:
    """Yield the kind, and below it the layout's name."""
    color = Color(ColorRole.ACCENT1, Tone.INK)
    half = frame.height // 2
    upper = Rect(frame.x, frame.y, frame.width, half)
    yield _words(kind, upper, _style(theme, 13, color, bold=True))
    lower = Rect(frame.x, upper.bottom, frame.width, half)
    name = match.layout.name or match.layout.part.rpartition("/")[2]
    yield _words(name, lower, _style(theme, 10, Color(ColorRole.MUTED)))


def _layout(kind: str, match: Match, room: Rect, theme: Theme) -> Iterator[Shape]:
    """Yield a layout at a smaller scale: its drawing, then the frames that are filled."""
    page = theme.grid.page

    def small(frame: Rect) -> Rect:
        left, top = max(0, frame.x), max(0, frame.y)
        right, bottom = min(page.width, frame.right), min(page.height, frame.bottom)
        return Rect(
            room.x + left * room.width // page.width,
            room.y + top * room.height // page.height,
            max(1, (right - left) * room.width // page.width),
            max(1, (bottom - top) * room.height // page.height),
        )

    yield Box(room, "page", fill=Fill(Color(ColorRole.BACKGROUND)))
    for shape in match.layout.shapes:
        if isinstance(shape, Box | Image):
            yield replace(shape, frame=small(shape.frame))
    yield Box(room, "edge", line=Line(Color(ColorRole.MUTED), pt(0.75)))
    for name, frame in _frames(kind, match, theme):
        yield from _frame(name, small(frame), theme)


def _frames(kind: str, match: Match, theme: Theme) -> Iterator[tuple[str, Rect]]:
    if match.title:
        yield "title", match.title.frame
    if kind == DRAWN or not match.holders:
        yield "drawn here", theme.grid.body
        yield "lead", theme.grid.lead
    if kind != DRAWN:
        yield from ((name, holder.frame) for name, holder in match.holders.items())
    for holder in match.layout.holders:
        if holder.kind in SMALL:
            yield SMALL[holder.kind], holder.frame


def _frame(name: str, frame: Rect, theme: Theme) -> Iterator[Shape]:
    """Yield a frame's outline, and a tag with its name on it."""
    accent = Color(ColorRole.ACCENT2 if name in SMALL.values() else ColorRole.ACCENT1)
    yield Box(frame, f"{name} frame", line=Line(accent, pt(1.25), dashed=True))
    style = _style(theme, 8, Color(accent.role, Tone.ON), bold=True)
    (paragraph,) = set_flows((Flow(rich(name), style),), TAG_WIDTH, 0)
    width = max(line.width for line in paragraph.lines) * 9 // 8 + PAD.left + PAD.right
    tag = Rect(frame.x, frame.y, width, min(TAG_HEIGHT, frame.height))
    yield replace(_words(name, tag, style), fill=Fill(accent), geometry=Geometry.RECT)


def _style(theme: Theme, size: float, color: Color, *, bold: bool = False) -> TextStyle:
    base = theme.style("lead")
    return replace(base, name="matching", sizes=(size,), color=color, bold=bold, align=Align.LEFT)


def _words(text: str, frame: Rect, style: TextStyle) -> Box:
    """Return a text in its frame, cut to one line."""
    paragraphs = set_flows((Flow(rich(text), style),), frame.width - PAD.left - PAD.right, 0)
    if len(paragraphs[0].lines) > 1:
        paragraphs = (replace(paragraphs[0], lines=paragraphs[0].lines[:1]),)
    body = TextBody(paragraphs, Anchor.MIDDLE, PAD, height_of(paragraphs))
    return Box(frame, text, body)
