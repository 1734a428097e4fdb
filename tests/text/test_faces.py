"""The widest and the tallest of the faces that may draw a text decide how much room it takes."""

from __future__ import annotations

import pytest

from deckgen.model.richtext import rich
from deckgen.model.style import FontPair, TextStyle
from deckgen.text._faces import is_known
from deckgen.text.measure import advance, drawn_em, line_em, widths
from deckgen.text.wrap import wrap

ARIAL = FontPair("Arial", "Noto Sans CJK SC")
HALF = FontPair("SimSun", "SimSun")
BOTH = FontPair("Arial", "SimSun", ("SimSun",))
THEMES = (
    "Microsoft YaHei", "DengXian", "PingFang SC", "Noto Sans CJK SC", "Noto Serif CJK SC", "SimSun",
    "KaiTi", "SimHei", "FangSong", "Songti SC", "Arial", "Calibri", "Cambria", "Times New Roman",
    "Consolas", "Menlo", "Georgia", "Segoe UI", "Courier New", "Noto Sans Mono CJK SC",
)  # fmt: skip


def natural(text: str, fonts: FontPair) -> int:
    """Return the width of `text` in thousandths of an em."""
    return sum(map(widths(False, fonts=fonts).__getitem__, text))


def test_letters_are_as_wide_as_in_their_face():
    """Arial's widths are known from a twin; SimSun sets every letter on half an em."""
    assert natural("WWiill", ARIAL) == 2 * 944 + 4 * 222
    assert natural("WWiill", HALF) == 3000


def test_each_character_takes_its_widest_face():
    """W is wider in Arial, i in SimSun: either machine has room."""
    assert natural("WWiill", BOTH) == 2 * 944 + 4 * 500


def test_letters_are_not_drawn_in_the_east_asian_face():
    """Only marks may come from either face; letters have the Latin one, or a stand-in."""
    assert natural("i", FontPair("Arial", "SimSun")) == 222
    assert natural("“", FontPair("Arial", "SimSun")) == 1000
    assert natural("“", FontPair("Arial", "Arial")) == 333


def test_a_letter_is_as_wide_as_its_neighbours_make_it():
    """Noto Sans kerns "ry" apart; Noto Serif takes a wider 1 among Latin letters."""
    assert natural("r", FontPair("Noto Sans CJK SC", "Noto Sans CJK SC")) == 388 + 29
    assert natural("1", FontPair("Noto Serif CJK SC", "Noto Serif CJK SC")) == 549


def test_advances_are_drawn_in_whole_dots():
    """At 18 points an em has 150 dots: a digit of 83.6 takes 84 of them, one of 84.3 its own."""
    serif = FontPair("Noto Serif CJK SC", "Noto Serif CJK SC")
    drawn = widths(False, fonts=serif, size_pt=18)
    assert {char: drawn[char] for char in "09用"} == {"0": 560, "9": 562, "用": 1000}
    assert natural("09", serif) == 557 + 562


def test_an_unknown_face_has_a_bound():
    """Of a face without a table only that is sure which holds for all."""
    assert advance("Lenovo", 100, fonts=FontPair("Corporate", "Corporate")) >= max(
        advance("Lenovo", 100, fonts=FontPair(name, name)) for name in ("Arial", "Georgia")
    )


@pytest.mark.parametrize("name", THEMES)
def test_the_usual_faces_are_known(name: str):
    """No theme of ours is measured by the bound."""
    assert is_known(name)
    assert is_known(name.upper())


def test_the_tallest_face_decides_the_line():
    """Noto Sans CJK is taller than Microsoft YaHei and Arial; these alone need less."""
    assert line_em(FontPair("Arial", "Arial")) == 1.2
    assert line_em(FontPair("Arial", "Microsoft YaHei")) == 1.33
    assert line_em(FontPair("Arial", "Microsoft YaHei", ("Noto Sans CJK SC",))) == 1.45


def test_lines_are_broken_for_the_faces_of_their_style():
    """The same words need two lines in the wider face."""
    narrow = TextStyle("a", (20,), fonts=FontPair("Calibri", "SimSun"))
    wide = TextStyle("b", (20,), fonts=FontPair("Verdana", "SimSun"))
    room = advance("Lenovo phone", drawn_em(20), fonts=narrow.fonts)
    assert len(wrap(rich("Lenovo phone"), narrow, 20, room)) == 1
    assert len(wrap(rich("Lenovo phone"), wide, 20, room)) == 2
