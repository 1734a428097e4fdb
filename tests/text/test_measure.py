"""Widths come from the bundled font, gaps between Han and Latin included."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from deckgen.model.units import pt
from deckgen.text.fonts import FAMILY, font_path
from deckgen.text.measure import advance, missing, widths


def test_han_is_one_em():
    """A Han character is as wide as the size."""
    assert advance("微信思维", 20) == pt(80)


def test_bold_latin_is_wider_than_regular():
    """The bold weight has advances of its own."""
    assert advance("Lenovo", 20) < advance("Lenovo", 20, bold=True)


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("微信a", 1),
        ("微a信", 2),
        ("O2O模式2.0版", 3),
        ("微 a", 1),
        ("微 信", 0),
        ("微\u3000a", 1),
        ("微\u1680信", 2),
        ("微—— a\u00a0信", 2),
        ("—信", 1),
        ("\u00a0信", 0),
        ("说“A”好", 2),
        ("乔·布", 2),
        ("“微信”", 1),
        ("→微信→App", 2),
        ("微信→微信", 0),
        ("abc", 0),
        ("微信", 0),
    ],
)
def test_han_and_latin_stand_a_quarter_em_apart(text: str, gaps: int):
    """Each meeting of Han and Latin adds 0.244 em, spaces and quotes between them or not."""
    letters = sum(advance(char, 100) for char in text)
    assert advance(text, 100) - letters == pytest.approx(gaps * pt(24.4), abs=len(text))


def test_marks_and_joiners_take_no_room():
    """What is drawn on the character before it has no width."""
    assert advance("e\u0301", 20) == advance("e", 20)
    assert advance("微\ufe00", 20) == advance("微", 20)


def test_dashes_are_full():
    """A Chinese dash is two em long, as faces with layout tables draw it."""
    assert advance("——", 10) == pt(20)


def test_missing_names_the_characters_without_a_glyph():
    """Only characters that would be drawn as a box are named."""
    assert missing("微信→①㎡“”……镕喆H₂O10⁻⁶\n\t\u200d é") == frozenset()
    assert missing("頔在😀") == frozenset("頔😀")


@pytest.mark.parametrize("bold", [False, True])
def test_metrics_agree_with_the_fonts(bold: bool):
    """The tables beside the fonts say what the fonts say."""
    font = TTFont(font_path(bold))
    advances = font["hmtx"]
    table = widths(bold)
    other = "—―⁺⁻⁼₊₋₌"
    wrong = {
        chr(code): (table[chr(code)], advances[glyph][0])
        for code, glyph in font.getBestCmap().items()
        if table[chr(code)] != advances[glyph][0] and chr(code) not in other
    }
    assert wrong == {}
    assert missing("".join(map(chr, font.getBestCmap()))) == frozenset()
    assert font["name"].getDebugName(1) == FAMILY
