"""Ticks and crosses of a table say good and bad in the theme's colours."""

from __future__ import annotations

from slides_at_hand import theme

from deckgen.layouts.slides.table import LAYOUT
from deckgen.model.color import Color, ColorRole, Tone
from deckgen.model.deck import Slide
from deckgen.model.outline import Table
from deckgen.model.richtext import plain, rich
from deckgen.model.scene import TableShape
from deckgen.problems import Report

ROWS = (("渠道", "支持", "✓"), ("微博", "✓", "+12%"), ("论坛", " × ", "3 × 4"))
GOOD, BAD = (Color(role, Tone.INK) for role in (ColorRole.POSITIVE, ColorRole.NEGATIVE))


def test_a_tick_alone_in_its_cell_is_good_and_a_cross_bad() -> None:
    """Nothing else is coloured: not the head, nor a sum, nor what grows."""
    table = Table(tuple(tuple(rich(cell) for cell in row) for row in ROWS))
    slide = Slide("s", "table", rich("表"), exhibits=(table,))
    page = LAYOUT.place(slide, theme(), Report()).page
    (shape,) = [shape for shape in page.shapes if isinstance(shape, TableShape)]
    colors = {
        (row, plain(paragraph.runs)): paragraph.runs[0].color
        for row, cells in enumerate(shape.cells)
        for cell in cells
        for paragraph in cell.text.paragraphs
    }
    told = {place: color for place, color in colors.items() if color}
    assert told == {(1, "✓"): GOOD, (2, " × "): BAD}
