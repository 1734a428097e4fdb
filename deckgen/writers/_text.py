"""Text bodies as placed lines: what SVG and PDF draw, line by line, where it was measured.

Lines come out with the point where they start, end or are centred, and their base line; nothing
is broken again. Characters that the bundled font lacks can be replaced and reported here, for
the writers that embed it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import assert_never

from ..model.color import Color, ColorRole, Tone
from ..model.origin import Origin
from ..model.record import record
from ..model.regex import regex
from ..model.richtext import RichText, Run
from ..model.scene import (
    Box,
    ChartShape,
    Connector,
    Group,
    Image,
    Page,
    Path,
    Shape,
    TableShape,
    TextBody,
    TextParagraph,
)
from ..model.style import Align, Anchor, Face
from ..model.units import EMU_PER_PT, Emu, Rect
from ..problems import Report
from ..text.fonts import MONO_CHARACTERS
from ..text.measure import MONO_ADVANCE, is_invisible, missing, to_emu, widths

# From a line's middle down to the base line, in ems: Han stands 0.88 above and 0.12 below it
BASE_LINE = 0.38
LINK = Color(ColorRole.ACCENT1, Tone.INK)
STAND_IN = "〓"
BULLETS = {"•": 0.35, "–": 0.556, "·": 0.333}  # advances in Arial, in ems
BULLET_WIDTH = 0.5
_DRAWN = frozenset(" \u00a0\u3000")  # spaces that the bundled font has

# What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets), and lone surrogates
_ILLEGAL = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SCHEMES = ("http://", "https://", "mailto:", "#")


@record
class PlacedLine:
    """A line with its base line at `y`; `x` is its left end, middle or right end by `align`."""

    runs: RichText
    paragraph: TextParagraph
    x: Emu
    y: Emu
    align: Align
    is_first: bool


def placed_lines(text: TextBody, frame: Rect) -> Iterator[PlacedLine]:
    """Yield the lines of a text in its frame, from top to bottom."""
    room = frame.inset(text.insets)
    y = room.y
    if text.anchor is not Anchor.TOP:
        free = room.height - text.height
        y += free // 2 if text.anchor is Anchor.MIDDLE else free
    for paragraph in text.paragraphs:
        y += paragraph.before
        style, height = paragraph.style, paragraph.line_height
        align = style.align
        left = room.x + style.margin
        if align is Align.CENTER:
            left = (left + room.right) // 2
        elif align is Align.RIGHT:
            left = room.right
        base = height // 2 + round(BASE_LINE * EMU_PER_PT * paragraph.size_pt)
        is_first = True
        for line in paragraph.lines:
            yield PlacedLine(line.runs, paragraph, left, y + base, align, is_first)
            is_first = False
            y += height


def drawn_pieces(line: PlacedLine) -> list[tuple[Run, bool]]:
    """Return runs cut into pieces of one bundled font each, and whether it is the fixed-width one.

    A listing's letters keep to their cells; its Han are drawn as elsewhere, as wide as measured.
    """
    if line.paragraph.style.face is not Face.MONO:
        return [(run, False) for run in line.runs]
    return [
        (replace(run, text="".join(chars)), is_mono)
        for run in line.runs
        for is_mono, chars in groupby(run.text, MONO_CHARACTERS.__contains__)
    ]


def placed_pieces(line: PlacedLine) -> Iterator[tuple[Run, bool, Emu]]:
    """Yield the pieces of a listing's line as `drawn_pieces` does, each with where it starts."""
    size, is_bold = line.paragraph.size_pt, line.paragraph.style.bold
    reach = 0
    for run, is_mono in drawn_pieces(line):
        yield run, is_mono, line.x + to_emu(reach, size)
        table = widths(run.bold or is_bold)
        reach += MONO_ADVANCE * len(run.text) if is_mono else sum(map(table.__getitem__, run.text))


def run_edges(line: PlacedLine) -> list[Emu]:
    """Return where each run of a line starts, and where the last one ends, in the bundled font.

    No gaps between Han and Latin are in it: who draws our lines makes none.
    """
    size, is_bold = line.paragraph.size_pt, line.paragraph.style.bold
    reach = [0]
    for run in line.runs:
        table = widths(run.bold or is_bold)
        reach.append(reach[-1] + sum(map(table.__getitem__, run.text)))
    edges = [to_emu(units, size) for units in reach]
    left = line.x
    if line.align is not Align.LEFT:
        left -= edges[-1] // (2 if line.align is Align.CENTER else 1)
    return [left + edge for edge in edges]


def run_color(run: Run, style_color: Color, has_ground: bool) -> Color:
    """Return a run's colour: highlights are dark on pale; links blend in where all is filled."""
    if run.mark:
        return Color(ColorRole.TEXT)
    if run.color:
        return run.color
    return LINK if run.link and not has_ground else style_color


def mark_color(has_ground: bool) -> Color:
    """Return what is drawn behind a highlight: the page's colour where a box is filled."""
    return Color(ColorRole.BACKGROUND) if has_ground else Color(ColorRole.ACCENT1, Tone.SOFT)


def run_ground(run: Run, has_ground: bool) -> Color | None:
    """Return what is drawn behind a run: a highlight's ground, and a quiet one behind code."""
    if run.mark:
        return mark_color(has_ground)
    return Color(ColorRole.SURFACE) if run.code and not has_ground else None


def is_safe(link: str) -> bool:
    """Tell whether a link may be written: the web, mail, or a place in the same file."""
    return link.lower().startswith(_SCHEMES)


def bullet_middle(line: PlacedLine) -> Emu:
    """Return where the middle of a line's bullet stands.

    Office programs draw it in Arial, from the hanging edge on; the bullets of Chinese fonts are as
    wide as Han, but their ink is in the middle too.
    """
    style, size = line.paragraph.style, line.paragraph.size_pt
    half = BULLETS.get(style.bullet, BULLET_WIDTH) / 2
    return line.x - style.indent + round(half * size * EMU_PER_PT)


def legal(text: str) -> str:
    """Return text without the characters that no file format of ours can hold."""
    return text if text.isprintable() else _ILLEGAL.sub("", text)


def with_stand_ins(pages: Iterable[Page], report: Report) -> tuple[Page, ...]:
    """Return pages that the bundled font can draw; report each character that it cannot."""
    stand_ins = _StandIns(report)
    return tuple(replace(page, shapes=stand_ins.shapes(page.shapes)) for page in pages)


class _StandIns:
    """Replaces characters, and remembers those that were spoken of."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._told: set[str] = set()

    def shapes(self, shapes: Sequence[Shape]) -> tuple[Shape, ...]:
        return tuple(self._shape(shape) for shape in shapes)

    def _shape(self, shape: Shape) -> Shape:
        match shape:
            case Box():
                text = self._body(shape.text, shape.origin)
                if shape.marks:
                    return replace(shape, text=text, marks=self.shapes(shape.marks))
                return shape if text is shape.text else replace(shape, text=text)
            case Connector():
                label = self._body(shape.label, shape.origin)
                return shape if label is shape.label else replace(shape, label=label)
            case Group():
                return replace(shape, shapes=self.shapes(shape.shapes))
            case TableShape():
                rows = tuple(tuple(self._cell(cell) for cell in row) for row in shape.cells)
                return replace(shape, cells=rows)
            case ChartShape():
                return replace(shape, drawn=self.shapes(shape.drawn))
            case Path() | Image():
                return shape
            case _:
                assert_never(shape)

    def _cell(self, cell: Box) -> Box:
        return replace(cell, text=self._body(cell.text, cell.origin))

    def _body(self, text: TextBody, origin: Origin) -> TextBody:
        words = {char for par in text.paragraphs for run in par.runs for char in run.text}
        lost = missing("".join(words))
        for char in sorted(lost - self._told):
            self._warn(char, origin)
        self._told |= lost
        table = {ord(char): STAND_IN for char in lost}
        table |= {ord(char): _blank(char) for char in words - _DRAWN if is_invisible(char)}
        if not table:
            return text
        return replace(text, paragraphs=tuple(_translated(par, table) for par in text.paragraphs))

    def _warn(self, char: str, origin: Origin) -> None:
        name = unicodedata.name(char, f"U+{ord(char):04X}")
        self._report.warn(
            origin,
            f"the bundled font has no '{char}' ({name}), so '{STAND_IN}' is drawn instead",
            hint="use another character here, or make html, which is shown in the reader's fonts",
            code="missing-glyph",
        )


def _blank(char: str) -> str:
    """Return what stands for a character without a shape: a space, or nothing at all."""
    return " " if unicodedata.category(char) == "Zs" or char == "\t" else ""


def _translated(paragraph: TextParagraph, table: dict[int, str]) -> TextParagraph:
    def turned(runs: RichText) -> RichText:
        return tuple(replace(run, text=run.text.translate(table)) for run in runs)

    lines = tuple(replace(line, runs=turned(line.runs)) for line in paragraph.lines)
    return replace(paragraph, runs=turned(paragraph.runs), lines=lines)
