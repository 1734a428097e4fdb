"""Light, dark and others: what a variant changes, and what it leaves."""

from __future__ import annotations

import pytest
from test_accents import READABLE, words
from themes_at_hand import SHIPPED, WIDE, load, problems, source

from deckgen.model.color import Color, ColorRole, Rgb
from deckgen.model.origin import Origin
from deckgen.model.scene import Box
from deckgen.model.theme import Theme
from deckgen.problems import DeckgenError, Report
from deckgen.theming._harmony import harmony
from deckgen.theming.load import Choice, load_theme

BACKGROUND, ACCENT = ColorRole.BACKGROUND, ColorRole.ACCENT1


def variant(content: str, name: str, **files: str) -> Theme:
    """Load the theme `t` with this content in a variant."""
    find = source({"t": content, **files})
    return load_theme("t", find, WIDE, Report(), Choice(name, Origin("talk.yaml", 3, 10)))


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("theme", SHIPPED)
def test_shipped_themes_have_both(theme: str, name: str) -> None:
    """Light is light and dark is dark, nothing is reported, and every text can be read."""
    report = Report()
    made = load_theme(theme, source({}), WIDE, report, Choice(name))
    assert report.problems == ()
    assert (made.palette.colors[BACKGROUND].luminance < 0.18) == (name == "dark")
    ratios = words(made.palette)
    low = {text: ratio for text, ratio in ratios.items() if ratio < READABLE}
    assert {text for text in low if not text.startswith("muted plain")} == set()
    assert (made.variant, set(made.variants)) == (name, {"light", "dark"})


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_contrasty_theme_keeps_its_promise(name: str) -> None:
    """Inks have 7:1 in both of its variants."""
    ratios = words(load_theme("contrast", source({}), WIDE, Report(), Choice(name)).palette)
    inks = {text: ratio for text, ratio in ratios.items() if "ink" in text}
    assert min(inks.values()) >= 7


def test_a_variant_of_ones_own_changes_what_it_names() -> None:
    """Palette, tones, decor of a layout, tokens; the rest is the theme's."""
    content = """
extends: wechat
variants:
  print:
    palette: {accent1: "#333333"}
    tokens: {corner: 0}
    decor: {section: [{rect: [1, 1, 1, 1], fill: text}]}
"""
    made, plain = variant(content, "print"), load("wechat")
    assert made.variants == ("light", "dark", "print")
    assert made.palette.colors[ACCENT] == Rgb(51, 51, 51)
    assert made.palette.colors[BACKGROUND] == plain.palette.colors[BACKGROUND]
    assert (made.tokens.corner, made.tokens.gap) == (0, plain.tokens.gap)
    (shape,) = made.decor["section"]
    assert isinstance(shape, Box)
    assert shape.fill
    assert shape.fill.color == Color(ColorRole.TEXT)
    assert made.decor["title"] == plain.decor["title"]
    assert variant(content, "").palette == plain.palette


def test_an_accents_dark_variant_is_the_accents() -> None:
    """It is made from the accent anew, not from the light colours."""
    made = variant('accent: "#E91E63"', "dark").palette.colors
    expected = harmony(Rgb(233, 30, 99), True)
    assert {role: made[role] for role in expected} == expected


def test_a_variant_may_have_an_accent() -> None:
    """It makes a palette on the ground of that variant."""
    made = variant('variants: {dark: {accent: "#E91E63"}}', "dark").palette.colors
    expected = harmony(Rgb(233, 30, 99), True)
    assert {role: made[role] for role in expected} == expected


def test_ones_own_colours_are_not_overruled_by_an_ancestors_variant() -> None:
    """A theme that gives a colour has its counterpart in the dark, not the parent's."""
    parent = 'variants: {dark: {palette: {accent1: "#FF0000", accent2: "#00FF00"}}}'
    child = 'extends: p\npalette: {accent1: "#1F5FBF"}\n'
    made = variant(child, "dark", p=parent).palette.colors
    assert made[ACCENT] != Rgb(255, 0, 0)
    assert made[ColorRole.ACCENT2] == Rgb(0, 255, 0)
    whole = variant('extends: p\naccent: "#1F5FBF"\n', "dark", p=parent).palette.colors
    assert whole[ColorRole.ACCENT2] == harmony(Rgb(31, 95, 191), True)[ColorRole.ACCENT2]


def test_an_unknown_variant_is_told_where_it_was_asked_for() -> None:
    """With those that there are."""
    with pytest.raises(DeckgenError) as raised:
        variant("variants: {print: {}}", "drak")
    (problem,) = raised.value.problems
    assert str(problem) == "talk.yaml:3:10: error: unknown variant 'drak'"
    assert problem.hint == "did you mean 'dark'?"


def test_a_variant_says_only_what_differs_by_light() -> None:
    """Fonts and frames are the theme's; a slip is told though the variant is not asked for."""
    (problem,) = problems("variants: {dark: {fonts: {}}}")
    assert (str(problem.origin), problem.message) == ("t.yaml:1:19", "unknown field 'fonts'")
    (problem,) = problems("variants: {dark: [1]}")
    assert problem.message == "'dark' must be a mapping"
    (problem,) = problems("variants: dark")
    assert problem.message == "'variants' must be a mapping"


def test_a_mistake_in_a_variant_has_its_place() -> None:
    """The place is the variant's line."""
    with pytest.raises(DeckgenError) as raised:
        variant("variants:\n  dark:\n    palette: {text: red}", "dark")
    (problem,) = raised.value.problems
    assert str(problem) == "t.yaml:3:21: error: 'red' is not a colour"


def test_the_other_palette_is_made_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """HTML maps alone have both; what else a theme is loaded for does not wait for it."""
    asked = []
    monkeypatch.setattr("deckgen.theming.load._counterpart", lambda *_: asked.append(1))
    theme = variant("title: 某", "")
    assert asked == []
    assert theme.counterpart is not None
    theme.counterpart()
    assert asked == [1]
