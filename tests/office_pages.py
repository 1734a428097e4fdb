"""What LibreOffice made of a deck: where each glyph stands, and in which frame it should.

A deck's paragraphs come from its .pptx by python-pptx, the glyphs from the PDF by pdfium; the two
are brought together by their letters, in the order in which shapes are drawn. Lengths are points,
y downwards from the page's top.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pptx
import pypdfium2
import pypdfium2.raw as pdfium
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.text.text import TextFrame

EMU_PER_PT = 12700
CLOSING = frozenset("、。，；：？！）》」』”’】〉")
OPENING = frozenset("（《「『“‘【〈")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: Box, slack: float) -> bool:
        return (
            other.left >= self.left - slack
            and other.top >= self.top - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter as drawn: its ink, the base line that it stands on, and where it starts there."""

    letter: str
    ink: Box
    base: float
    start: float = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a PDF."""

    frame: Box
    glyphs: tuple[Glyph, ...]

    @property
    def letters(self) -> str:
        return "".join(glyph.letter for glyph in self.glyphs)


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph of a slide, without its spaces, and its shape's name and frame."""

    letters: str
    name: str
    frame: Box


def sheets_of(pdf: Path | bytes) -> list[Sheet]:
    """Return the pages of a PDF file."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_sheet(page) for page in document]
    finally:
        document.close()


def _sheet(page: pypdfium2.PdfPage) -> Sheet:
    width, height = page.get_size()
    text = page.get_textpage()
    glyphs = tuple(
        glyph
        for index in range(pdfium.FPDFText_CountChars(text.raw))
        if (glyph := _glyph(text, index, height)) is not None
    )
    text.close()
    page.close()
    return Sheet(Box(0, 0, width, height), glyphs)


def _glyph(text: pypdfium2.PdfTextPage, index: int, height: float) -> Glyph | None:
    """Return a glyph; nothing for a space, or for what pdfium adds between words and lines."""
    if pdfium.FPDFText_IsGenerated(text.raw, index):
        return None
    letter = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
    if letter.isspace() or unicodedata.category(letter) in ("Cc", "Cf"):
        return None
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    pdfium.FPDFText_GetCharBox(text.raw, index, left, right, bottom, top)
    pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
    ink = Box(left.value, height - top.value, right.value, height - bottom.value)
    return Glyph(_folded(letter), ink, height - y.value, x.value)


def _folded(letter: str) -> str:
    """Return a letter as authors type it: a font may know 一 by its radical's number too."""
    if "⺀" <= letter <= "⿟" or "豈" <= letter <= "﫿":
        return unicodedata.normalize("NFKC", letter)
    return letter


def slides_of(deck: Path) -> list[list[Said]]:
    """Return the paragraphs of each slide, in drawing order; empty ones are left out."""
    return [list(_said(slide.shapes)) for slide in pptx.Presentation(str(deck)).slides]


def _said(shapes: Iterable[BaseShape]) -> Iterator[Said]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _said(shape.shapes)
            continue
        frame = _frame(shape.left, shape.top, shape.width, shape.height)
        if shape.has_text_frame:
            yield from _paragraphs(shape.text_frame, shape.name, frame)
        elif shape.has_table:
            yield from _cells(shape)
        elif shape.has_chart:
            for category in shape.chart.plots[0].categories:
                yield Said(letters_of(category), shape.name, frame)


def _cells(shape: GraphicFrame) -> Iterator[Said]:
    """Yield a table's paragraphs, each with its cell's frame."""
    top = shape.top
    for row in shape.table.rows:
        left = shape.left
        for column, cell in zip(shape.table.columns, row.cells, strict=True):
            frame = _frame(left, top, column.width, row.height)
            yield from _paragraphs(cell.text_frame, shape.name, frame)
            left += column.width
        top += row.height


def _paragraphs(text: TextFrame, name: str, frame: Box) -> Iterator[Said]:
    for paragraph in text.paragraphs:
        letters = letters_of(paragraph.text)
        if letters:
            yield Said(letters, name, frame)


def letters_of(text: str) -> str:
    """Return a text without its spaces, in the letters that a PDF is read in."""
    return "".join(map(_folded, "".join(text.split())))


def _frame(left: int, top: int, width: int, height: int) -> Box:
    """Return a frame in EMU as a box in points."""
    corners = (left, top, left + width, top + height)
    return Box(*(corner / EMU_PER_PT for corner in corners))


def matched(sheet: Sheet, paragraphs: Iterable[Said]) -> Iterator[tuple[Said, tuple[Glyph, ...]]]:
    """Pair each paragraph with its glyphs; with none when the page does not show it.

    Glyphs are taken once: of two shapes with the same words, the one drawn first gets the first.
    """
    letters = sheet.letters
    for said in paragraphs:
        start = letters.find(said.letters)
        if start < 0:
            yield said, ()
            continue
        end = start + len(said.letters)
        yield said, sheet.glyphs[start:end]
        letters = letters[:start] + "\0" * len(said.letters) + letters[end:]


def lines_of(glyphs: Iterable[Glyph]) -> list[str]:
    """Return a paragraph's lines, told apart by their base lines."""
    lines: list[str] = []
    base = float("nan")
    for glyph in glyphs:
        if abs(glyph.base - base) < 1:
            lines[-1] += glyph.letter
        else:
            lines.append(glyph.letter)
        base = glyph.base
    return lines


def is_badly_broken(lines: list[str]) -> bool:
    """Tell whether a line starts with a closing mark or ends with an opening one."""
    return any(line[0] in CLOSING for line in lines[1:]) or any(
        line[-1] in OPENING for line in lines[:-1]
    )
