"""How many lines LibreOffice makes of paragraphs, each in a box of its own."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from office_pages import sheets_of
from paragraphs import WIDTHS, Sample

from deckgen import registry
from deckgen.model.richtext import RichText, Run
from deckgen.model.scene import Box, Page, Scene, TextParagraph
from deckgen.model.style import TextStyle
from deckgen.model.theme import Theme
from deckgen.model.units import Emu, Rect, Size, inches, pt
from deckgen.pipeline import write_scene
from deckgen.plugin import Source
from deckgen.problems import Report
from deckgen.text.fit import Flow, fit
from deckgen.text.wrap import count_lines
from deckgen.theming.load import load_theme

SHEET = Size(inches(50), inches(50))  # PowerPoint's largest page is 56 inches wide
PITCH = max(WIDTHS) + 40  # points from column to column
GAP = 30
ROOT = Path(__file__).resolve().parent.parent.parent


def theme_of(latin: str, ea: str) -> Theme:
    """Return the base theme in these two faces, for a very large page."""
    pair = f"{{latin: {latin}, ea: {ea}, fallbacks: []}}"
    text = f"extends: base\ntitle: t\nfonts: {{major: {pair}, minor: {pair}, mono: {pair}}}\n"

    def find(name: str) -> Source:
        blob = text.encode() if name == "t" else (ROOT / "themes" / f"{name}.yaml").read_bytes()
        return Source(name, blob, lambda _: b"")

    theme = load_theme("t", find, SHEET, Report())
    (spec,) = registry.slide_layouts()["closing"].specs(theme)
    return replace(theme, layouts={"closing": spec})


def boxes_of(samples: Sequence[Sample], theme: Theme) -> list[list[Box]]:
    """Return a page of boxes after the other; each box is two lines taller than predicted."""
    pages: list[list[Box]] = [[]]
    column, top = 0, GAP
    for number, sample in enumerate(samples):
        style = TextStyle("t", (sample.size,), fonts=theme.fonts.minor)
        flow = Flow(_runs(sample), style)
        body = fit((flow,), Size(pt(sample.width), SHEET.height)).body
        (paragraph,) = body.paragraphs
        height = (predicted(paragraph, pt(sample.width)) + 2) * paragraph.line_height
        if pt(top) + height > SHEET.height:
            column, top = column + 1, GAP
        if pt((column + 1) * PITCH) > SHEET.width:
            pages.append([])
            column = 0
        frame = Rect(pt(column * PITCH), pt(top), pt(sample.width), height)
        pages[-1].append(Box(frame, f"box{number}", body))
        top += height // pt(1) + GAP
    return pages


def _runs(sample: Sample) -> RichText:
    start, stop = sample.link
    parts = (sample.text[:start], sample.text[start:stop], sample.text[stop:])
    links = ("", "https://example.org", "")
    return tuple(Run(text, link=link) for text, link in zip(parts, links, strict=True) if text)


def predicted(paragraph: TextParagraph, width: Emu) -> int:
    """Return for how many lines there is room."""
    return count_lines(paragraph.runs, paragraph.style, paragraph.size_pt, width)


def deck_of(pages: Sequence[Sequence[Box]], theme: Theme) -> bytes:
    """Return the pages as a deck."""
    scene = Scene(
        tuple(
            Page(f"p{number}", "t", SHEET, tuple(boxes), "closing", "closing", number=number)
            for number, boxes in enumerate(pages, 1)
        )
    )
    return write_scene(scene, "pptx", theme, Report())


def drawn_lines(pdf: Path, pages: Sequence[Sequence[Box]]) -> list[list[str]]:
    """Return the lines of each box as they are drawn, spaces left out."""
    found: list[list[str]] = []
    for sheet, boxes in zip(sheets_of(pdf), pages, strict=True):
        columns: dict[int, list[Box]] = defaultdict(list)
        for box in boxes:
            columns[box.frame.x // pt(PITCH)].append(box)
        tops = {at: [box.frame.y / pt(1) for box in column] for at, column in columns.items()}
        lines: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
        for glyph in sheet.glyphs:
            at = int((glyph.ink.left + 20) // PITCH)
            box = columns[at][max(0, bisect_right(tops[at], glyph.base) - 1)]
            lines[box.name][round(glyph.base)].append(glyph.letter)
        found += [["".join(line) for _, line in sorted(lines[box.name].items())] for box in boxes]
    return found
