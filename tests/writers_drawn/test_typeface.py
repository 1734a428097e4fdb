"""The bundled fonts as a PDF carries them, beside what fontTools reads in the same files."""

from __future__ import annotations

from io import BytesIO
from itertools import product

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from deckgen.text.fonts import font_path
from deckgen.writers._typeface import typeface

FONTS = list(product((False, True), (False, True)))
SAID = "口碑é1ﬁﺀ·Aj"  # é of the fixed-width fonts is put together; the last but three they lack


def outline(font: TTFont, glyph: str) -> list[object]:
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[glyph].draw(pen)
    return pen.value


@pytest.mark.parametrize(("bold", "is_mono"), FONTS)
def test_every_character_has_its_glyph_and_advance(bold: bool, is_mono: bool) -> None:
    """All that a font has, and 0 for what it lacks."""
    font, face = TTFont(font_path(bold, is_mono)), typeface(bold, is_mono)
    known = {chr(code): name for code, name in font.getBestCmap().items()}
    em = font["head"].unitsPerEm
    for char, name in known.items():
        assert face.number(char) == font.getGlyphID(name), char
        assert face.advances[char] == font["hmtx"][name][0] * 1000 / em, char
    lacking = [chr(code) for code in (*range(0x250, 0x2B0), 0xE000, 0xFFFF, 0x1F680)]
    assert {face.number(char) for char in lacking if char not in known} == {0}


@pytest.mark.parametrize(("bold", "is_mono"), FONTS)
def test_a_part_has_one_glyph_a_character_in_order(bold: bool, is_mono: bool) -> None:
    """Outlines and advances are the font's own, also of glyphs that are put together."""
    whole, face = TTFont(font_path(bold, is_mono)), typeface(bold, is_mono)
    part = TTFont(BytesIO(face.part(SAID)))
    cmap = whole.getBestCmap()
    for number, char in enumerate(SAID, 1):
        own, like = part.getGlyphName(number), cmap.get(ord(char), ".notdef")
        assert outline(part, own) == outline(whole, like), char
        assert part["hmtx"][own] == whole["hmtx"][like], char
    assert part["maxp"].numGlyphs < 20


def test_a_part_is_small_and_always_the_same() -> None:
    """Two characters take a few hundred bytes of the three million."""
    assert len(typeface(False, False).part("口碑")) < 1500
    assert typeface(False, False).part("口碑") == typeface(False, False).part("口碑")
