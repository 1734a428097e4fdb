"""Scene → PDF of notes pages: the slide above, what the speaker says below, on upright paper.

The frames are those of the .pptx's notes pages. Notes that are longer than their page go on to a
next one, without the slide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model.color import Color, ColorRole, Rgb
from ..model.deck import Properties
from ..model.richtext import rich
from ..model.scene import Box, Page, Scene, TextBody, TextParagraph
from ..model.style import Align, Anchor, Line, TextStyle
from ..model.theme import Theme
from ..model.units import Emu, Rect, Size, inches, pt
from ..plugin import Writer
from ..problems import Report
from ..text.fit import Flow, fit, height_of, set_flows
from ._drawing import PageDrawing
from ._page import whole_pages
from ._paper import WHITE, on_paper
from ._text import with_stand_ins
from .pdf import Book

PAPER = Size(inches(7.5), inches(10.0))  # PowerPoint's own notes page
LEFT, WIDTH = inches(0.75), inches(6.0)
TOP, BOTTOM, GAP = inches(0.9), inches(9.25), inches(0.25)
HEAD = Rect(LEFT, inches(0.42), WIDTH, inches(0.3))
FOOT = Rect(LEFT, inches(9.4), WIDTH, inches(0.3))
SMALL_PT = 10.0
STEP: Emu = inches(0.25)  # by which a list's items stand further right, level by level
DEEPEST = 8
BORDER = Line(Color(ColorRole.SURFACE), pt(0.75))


def write(scene: Scene, theme: Theme, report: Report) -> bytes:
    """Return the notes pages of a scene as a PDF file."""
    pages = with_stand_ins(whole_pages(scene, theme), report)
    book = Book(scene, report)
    paper = _on_paper(theme)
    for page in pages:
        for sheet in with_stand_ins(_sheets(page, scene.properties, theme), report):
            drawing = PageDrawing(book.new_page(sheet), sheet, paper, book.targets)
            drawing.content()
            if sheet.key:
                place = _place(page.size)
                drawing.picture(page, theme, place)
                drawing.shapes((Box(place, "幻灯片图像", line=BORDER),))
    return book.close()


def _on_paper(theme: Theme) -> Theme:
    """Return the theme for print: dark on white, whatever its slides are."""
    colors = {
        ColorRole.BACKGROUND: WHITE,
        ColorRole.SURFACE: Rgb(216, 216, 216),
        ColorRole.TEXT: Rgb(26, 26, 26),
        ColorRole.MUTED: Rgb(96, 96, 96),
    }
    palette = on_paper(theme.palette)
    return replace(theme, palette=replace(palette, colors={**palette.colors, **colors}))


def _place(size: Size) -> Rect:
    """Return where a slide's picture stands."""
    return Rect(LEFT, TOP, WIDTH, WIDTH * size.height // size.width)


def _sheets(page: Page, properties: Properties, theme: Theme) -> Iterator[Page]:
    """Yield the sheet with the slide, and more sheets while there are notes left."""
    top = _place(page.size).bottom + GAP
    room = Rect(LEFT, top, WIDTH, BOTTOM - top)
    head = _line(HEAD, properties.title, properties.date, theme)
    foot = _line(FOOT, page.footer, str(page.number), theme)
    taken, left = _cut(_set(page, room, theme), room.height)
    shapes = (*head, _body(taken, room), *foot)
    yield Page(page.key, page.title, PAPER, shapes, layout=page.layout)
    room = Rect(LEFT, TOP, WIDTH, BOTTOM - TOP)
    while left:
        taken, left = _cut(left, room.height)
        yield Page("", page.title, PAPER, (*head, _body(taken, room), *foot))


def _body(paragraphs: tuple[TextParagraph, ...], frame: Rect) -> Box:
    return Box(frame, "备注", TextBody(paragraphs, height=height_of(paragraphs)))


def _set(page: Page, room: Rect, theme: Theme) -> tuple[TextParagraph, ...]:
    """Return the notes in lines, at the first of their sizes at which they stay on one sheet."""
    style = theme.style("notes")
    flows = [
        Flow(note.runs, _item(style, note.level) if note.is_item else style) for note in page.notes
    ]
    return fit(flows, Size(room.width, room.height)).body.paragraphs


def _item(style: TextStyle, level: int) -> TextStyle:
    margin = STEP * (min(level, DEEPEST) + 1)
    return replace(style, bullet="•", margin=margin, indent=STEP, bullet_color=style.color)


def _cut(
    paragraphs: Sequence[TextParagraph], room: Emu
) -> tuple[tuple[TextParagraph, ...], tuple[TextParagraph, ...]]:
    """Return what fits into `room`, and the rest; a paragraph may be cut between its lines."""
    taken: list[TextParagraph] = []
    for index, paragraph in enumerate(paragraphs):
        free = room - paragraph.before * bool(taken)
        count = min(len(paragraph.lines), free // paragraph.line_height)
        if not taken:
            paragraph, count = replace(paragraph, before=0), max(1, count)
        if count < len(paragraph.lines):
            if count > 0:
                taken.append(replace(paragraph, lines=paragraph.lines[:count]))
                style = replace(paragraph.style, bullet="")
                paragraph = replace(paragraph, lines=paragraph.lines[count:], style=style)
            return tuple(taken), (paragraph, *paragraphs[index + 1 :])
        room = free - count * paragraph.line_height
        taken.append(paragraph)
    return tuple(taken), ()


def _line(frame: Rect, left: str, right: str, theme: Theme) -> Iterator[Box]:
    """Yield a line's words at its left, and those at its right."""
    style = replace(theme.style("footer"), sizes=(SMALL_PT,))
    part = frame.width * 3 // 4
    ends = Rect(frame.x + part, frame.y, frame.width - part, frame.height)
    for words, place, align in (
        (left, replace(frame, width=part), Align.LEFT),
        (right, ends, Align.RIGHT),
    ):
        lines = set_flows((Flow(rich(words), replace(style, align=align)),), place.width, 0)
        yield Box(place, "页眉页脚", TextBody(lines, Anchor.MIDDLE, height=height_of(lines)))


WRITER = Writer("notes", (".notes.pdf",), write)
