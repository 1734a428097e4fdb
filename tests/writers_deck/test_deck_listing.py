"""A listing in PDF and PNG: every letter in its cell, as wide as it was measured."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from decks_made import made
from fontTools.ttLib import TTFont
from office_pages import sheets_of

from deckgen.model.scene import Box, Page
from deckgen.model.style import NO_FONTS, Face
from deckgen.problems import Report
from deckgen.text.fonts import FAMILY, MONO_CHARACTERS, MONO_FAMILY, font_path
from deckgen.text.measure import FIXED, MONO_ADVANCE, widths
from deckgen.writers._page import whole_page
from deckgen.writers._svg import Drawing
from deckgen.writers._text import PlacedLine, placed_lines, placed_pieces
from deckgen.writers.pdf import WRITER as PDF

LISTING = """
title: 代码
author: 读书会
topics:
- 一段代码:
    code:
      lang: python
      text: |
        def read(chapter: str, times: int = 2) -> list[str]:
            \"\"\"先通读，再精读。\"\"\"
            marks = ["要点", "例子"]  # 两种记号
            return [f"{mark}：{chapter}" for mark in marks]
        # ├── 一 → x != y
"""
EM = 1000


@pytest.fixture(scope="module")
def page() -> Page:
    scene, _ = made(LISTING)
    return next(page for page in scene.pages if page.kind == "code")


def lines(page: Page) -> list[PlacedLine]:
    """Return the lines of the listing."""
    box = next(
        shape
        for shape in page.shapes
        if isinstance(shape, Box)
        and any(line.style.face is Face.MONO for line in shape.text.paragraphs)
    )
    return list(placed_lines(box.text, box.frame))


@pytest.mark.parametrize("bold", [False, True])
def test_the_font_has_its_characters_each_in_a_cell(bold: bool) -> None:
    """All that is drawn in it, as wide as measured in any fixed-width face; under its own name."""
    font = TTFont(font_path(bold, is_mono=True))
    cell = MONO_ADVANCE * font["head"].unitsPerEm / EM
    assert set(map(chr, font.getBestCmap())) == MONO_CHARACTERS
    assert {round(width - cell) for width, _ in font["hmtx"].metrics.values()} == {0}
    assert font["name"].getDebugName(1) == MONO_FAMILY
    assert "Red Hat" in font["name"].getDebugName(0)
    assert all(widths(bold, fonts=FIXED)[char] >= MONO_ADVANCE for char in "aWi.{~é")
    assert font_path(bold, is_mono=True).stat().st_size < 40_000


def test_letters_of_the_pdf_stand_in_their_cells(page: Page) -> None:
    """Latin at six tenths of an em, Han at a whole one, whatever the letter before."""
    scene, theme = made(LISTING)
    sheet = sheets_of(PDF.write(scene, theme, Report()))[scene.pages.index(page)]
    starts = {round(glyph.base, 1): [] for glyph in sheet.glyphs}
    for glyph in sheet.glyphs:
        starts[round(glyph.base, 1)].append(glyph)
    natural = widths(False, fonts=NO_FONTS)
    for line in lines(page):
        drawn = next(
            glyphs for base, glyphs in starts.items() if abs(base - line.y / 12700) < 0.15
        )  # fmt: skip
        at, wanted = line.x / 12700, []
        for char in "".join(run.text for run in line.runs):
            if not char.isspace():
                wanted.append((char, round(at, 1)))
            cell = MONO_ADVANCE if char in MONO_CHARACTERS else natural[char]
            at += cell * line.paragraph.size_pt / EM
        assert [glyph.letter for glyph in drawn] == [char for char, _ in wanted]
        assert [glyph.start for glyph in drawn] == pytest.approx([x for _, x in wanted], abs=0.2)


def test_pieces_stand_there_in_a_file_with_its_letters_too(page: Page) -> None:
    """An SVG with the bundled fonts tells where each piece stands, and the font of its Han."""
    _, theme = made(LISTING)
    root = ElementTree.fromstring(
        Drawing(whole_page(page, theme), theme, has_cells=True).document("zh")
    )
    spans = [span for span in root.iter("{http://www.w3.org/2000/svg}tspan") if span.get("x")]
    pieces = [piece for line in lines(page) for piece in placed_pieces(line)]
    assert [span.text for span in spans] == [run.text for run, _, _ in pieces]
    for span, (run, is_mono, x) in zip(spans, pieces, strict=True):
        assert float(span.get("x", "")) == pytest.approx(x / 9525, abs=0.01)
        assert span.get("font-family") == (None if is_mono else FAMILY)
        assert is_mono == (set(run.text) <= MONO_CHARACTERS)


def test_other_files_name_the_readers_own_faces(page: Page) -> None:
    """Where the reader's fonts are at hand, the pieces flow, in any fixed-width face there is."""
    _, theme = made(LISTING)
    text = Drawing(whole_page(page, theme), theme).document("zh")
    families = re.findall(r"font-family=\"([^\"]*Consolas[^\"]*)\"", text)
    assert set(families) == {
        "'Consolas','Microsoft YaHei','Menlo','Noto Sans Mono CJK SC',"
        f"'{MONO_FAMILY}','{FAMILY}',monospace"
    }
    assert "<tspan x=" not in text
