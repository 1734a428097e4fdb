"""Notes are read on white paper, whatever the theme: marks, code and links too."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from decks_made import made

from deckgen import pipeline
from deckgen.model.color import Color, ColorRole, Rgb, Tone, contrast
from deckgen.model.outline import Outline
from deckgen.model.richtext import Paragraph, Run
from deckgen.model.theme import Theme
from deckgen.problems import Report
from deckgen.writers._paper import WHITE, is_dark, on_paper
from deckgen.writers._text import LINK, mark_color
from deckgen.writers.notes import _on_paper
from deckgen.writers.pptx.notes import notes_master_xml, notes_xml

THEMES = sorted(
    path.stem for path in (Path(__file__).resolve().parents[2] / "themes").glob("*.yaml")
)
CODE = Color(ColorRole.SURFACE)
TEXT = Color(ColorRole.TEXT)
READABLE = 4.5


def look(name: str) -> Theme:
    return pipeline.Themes().compile(Outline(()), name, Report())


@pytest.mark.parametrize("name", THEMES)
def test_all_words_of_notes_can_be_read(name: str) -> None:
    """Text on a highlight and behind code, and a link, in the notes pages' PDF."""
    palette = _on_paper(look(name)).palette
    assert palette.rgb(Color(ColorRole.BACKGROUND)) == WHITE
    grounds = (WHITE, palette.rgb(mark_color(False)), palette.rgb(CODE))
    assert min(contrast(palette.rgb(TEXT), ground) for ground in grounds) >= READABLE
    assert contrast(palette.rgb(LINK), WHITE) >= READABLE


@pytest.mark.parametrize("name", THEMES)
def test_the_notes_of_a_powerpoint_deck_too(name: str) -> None:
    """There the darker of the theme's grounds is the text's colour, and tones start from it."""
    theme = look(name)
    colors = theme.palette.colors
    dark = min(
        (colors[ColorRole.BACKGROUND], colors[ColorRole.TEXT]), key=lambda one: one.luminance
    )
    palette = on_paper(theme.palette)

    def shown(color: Color) -> Rgb:
        shift = palette.shift(color)
        base = dark if shift.role is ColorRole.TEXT else colors[shift.role]
        return base.shift(shift.lum_mod, shift.lum_off)

    soft = Color(ColorRole.ACCENT1, Tone.SOFT)
    assert min(contrast(dark, ground) for ground in (WHITE, shown(soft), shown(CODE))) >= READABLE


def test_a_dark_themes_links_are_dark_on_paper() -> None:
    """The notes master gives links the colour of its text; a slide's words keep the theme's."""
    theme = look("stage")
    assert is_dark(theme.palette)
    assert 'tx1="lt1"' in notes_master_xml(theme).decode()
    assert 'hlink="lt1"' in notes_master_xml(theme).decode()
    scene, _ = made()
    page, note = scene.pages[0], Paragraph((Run("词", mark=True), Run("x", code=True)))
    xml = notes_xml(replace(page, notes=(note,)), scene.properties, theme, lambda _: "").decode()
    assert '<a:schemeClr val="accent1"><a:lumMod val="20000"/><a:lumOff val="80000"/>' in xml
    assert '<a:schemeClr val="tx1"><a:lumMod val="10000"/><a:lumOff val="90000"/>' in xml
