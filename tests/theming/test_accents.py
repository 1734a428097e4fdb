"""One accent makes a whole palette, and a palette has a counterpart on the other ground."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from themes_at_hand import SHIPPED, load, problems

from deckgen.model.color import ACCENTS, VERDICTS, Color, ColorRole, Rgb, Tone, contrast
from deckgen.model.theme import Palette
from deckgen.theming._harmony import counterpart, harmony, tones
from deckgen.theming._oklch import Oklch, hue_distance, nearest_sight, sights
from deckgen.theming._palette import Recipe, make_palette

READABLE = 4.5
bytes_ = st.integers(0, 255)
colors = st.builds(Rgb, bytes_, bytes_, bytes_)
GREY, GREEN = Rgb(128, 128, 128), Rgb(7, 193, 96)


def words(palette: Palette) -> dict[str, float]:
    """Return the contrast of every tone that carries words, on each ground it may stand on."""
    found = {}
    grounds = [Color(ColorRole.BACKGROUND), Color(ColorRole.SURFACE)]
    for role in (*ACCENTS, *VERDICTS):
        soft = Color(role, Tone.SOFT)
        pairs = [(Color(role, Tone.INK), ground) for ground in (*grounds, soft)]
        pairs += [(Color(text), soft) for text in (ColorRole.TEXT, ColorRole.MUTED)]
        pairs.append((Color(role, Tone.ON), Color(role)))
        for text, ground in pairs:
            name = f"{text.role} {text.tone} on {ground.role} {ground.tone}"
            found[name] = contrast(palette.rgb(text), palette.rgb(ground))
    for text in (ColorRole.TEXT, ColorRole.MUTED):
        for ground in grounds:
            ratio = contrast(palette.rgb(Color(text)), palette.rgb(ground))
            found[f"{text} on {ground.role}"] = ratio
    return found


def made(chosen: dict[ColorRole, Rgb]) -> Palette:
    tone = tones(chosen)
    return make_palette("", chosen, Recipe(tone["soft"], tone["mid"]))


@settings(max_examples=40, deadline=None)
@given(colors, st.booleans())
@example(Rgb(0, 0, 0), False)
@example(Rgb(255, 255, 255), True)
@example(GREY, False)
@example(Rgb(255, 0, 0), False)
@example(Rgb(0, 255, 0), True)
@example(Rgb(0, 0, 255), True)
@example(Rgb(255, 255, 0), False)
@example(Rgb(1, 2, 3), True)
def test_any_accent_makes_a_palette_that_can_be_read(accent: Rgb, dark: bool) -> None:
    """Every text has 4.5:1 on every ground; six accents differ, to two-cone eyes as well."""
    chosen = harmony(accent, dark)
    assert {name: ratio for name, ratio in words(made(chosen)).items() if ratio < READABLE} == {}
    seen = [sights(chosen[role]) for role in ACCENTS]
    assert min(nearest_sight(a, b) for i, a in enumerate(seen) for b in seen[:i]) > 0.01
    assert (chosen[ColorRole.BACKGROUND].luminance < 0.18) == dark


@settings(max_examples=25, deadline=None)
@given(st.lists(colors, min_size=6, max_size=6), st.booleans())
def test_any_palette_has_a_counterpart_that_can_be_read(accents: list[Rgb], dark: bool) -> None:
    """The same hues on the other ground, and every text can be read."""
    given_ = dict(zip(ACCENTS, accents, strict=True)) | {ColorRole.BACKGROUND: GREY}
    chosen = counterpart(given_, dark)
    assert {name: ratio for name, ratio in words(made(chosen)).items() if ratio < READABLE} == {}


def test_the_accent_stays_what_it_is() -> None:
    """A brand's colour is the first accent; only one that could not be seen is moved.

    One on which neither dark nor bright words quite have 4.5:1 is moved by what no eye finds.
    """
    for accent in (GREEN, Rgb(181, 50, 43), Rgb(18, 55, 107)):
        assert harmony(accent, False)[ColorRole.ACCENT1] == accent
    pink = sights(Rgb(233, 30, 99))
    assert nearest_sight(sights(harmony(Rgb(233, 30, 99), False)[ColorRole.ACCENT1]), pink) < 0.03
    assert harmony(Rgb(255, 255, 255), False)[ColorRole.ACCENT1] != Rgb(255, 255, 255)
    assert harmony(Rgb(0, 0, 0), True)[ColorRole.ACCENT1] != Rgb(0, 0, 0)


def test_neutrals_are_tinted_with_the_accent() -> None:
    """Background, surface, text and muted have its hue, and next to no chroma."""
    for role in (ColorRole.SURFACE, ColorRole.TEXT, ColorRole.MUTED):
        tone = Oklch.of(harmony(Rgb(233, 30, 99), False)[role])
        assert hue_distance(tone.hue, Oklch.of(Rgb(233, 30, 99)).hue) < 25
        assert tone.chroma < 0.04
    grey = harmony(GREY, False)[ColorRole.SURFACE]
    assert grey.red == grey.green == grey.blue


def test_there_is_a_green_and_a_red() -> None:
    """What is good and what is bad is said by accents of those hues."""
    for accent in (Rgb(63, 81, 181), Rgb(233, 30, 99), Rgb(255, 152, 0)):
        palette = made(harmony(accent, False))
        good, bad = (Oklch.of(palette.rgb(Color(role))).hue for role in VERDICTS)
        assert hue_distance(good, 148) < 50
        assert hue_distance(bad, 27) < 45


def test_oklch_is_ottossons() -> None:
    """The corners of sRGB, as his page and CSS Color 4 have them; and back again."""
    for rgb, (lightness, chroma, hue) in {
        Rgb(255, 0, 0): (0.628, 0.258, 29.2),
        Rgb(0, 255, 0): (0.866, 0.295, 142.5),
        Rgb(0, 0, 255): (0.452, 0.313, 264.1),
    }.items():
        tone = Oklch.of(rgb)
        assert (round(tone.lightness, 3), round(tone.chroma, 3), round(tone.hue, 1)) == (
            lightness,
            chroma,
            hue,
        )
        assert tone.rgb == rgb
    assert Oklch(0.7, 0.4, 150).rgb == Oklch.of(Oklch(0.7, 0.4, 150).rgb).rgb


def test_one_line_is_a_theme() -> None:
    """`accent:` replaces the palette that is extended, and colours beside it win over it."""
    theme = load("mine", mine='accent: "#07C160"\npalette: {accent2: "#102030"}\n')
    expected = harmony(GREEN, False) | {ColorRole.ACCENT2: Rgb(16, 32, 48)}
    assert {role: theme.palette.colors[role] for role in expected} == expected
    assert theme.style("title") == load("base").style("title")


def test_an_accent_keeps_the_ground_that_it_is_laid_on() -> None:
    """A dark theme with another accent is dark; its own colours are gone."""
    theme = load("mine", mine='extends: stage\naccent: "#E91E63"\n')
    expected = harmony(Rgb(233, 30, 99), True)
    assert {role: theme.palette.colors[role] for role in expected} == expected


def test_a_bad_accent_is_told_once() -> None:
    """Its place, and how it is written."""
    (problem,) = problems("accent: green")
    assert (str(problem.origin), problem.message) == ("t.yaml:1:9", "'green' is not a colour")


@pytest.mark.parametrize("name", SHIPPED)
def test_good_and_bad_keep_their_colour_in_every_section(name: str) -> None:
    """A section puts its accent first; what is good takes its own from where that has gone."""
    palette = load(name).palette
    colors = [palette.rgb(Color(role)) for role in VERDICTS]
    assert len(set(colors)) == 2
    for accent in ACCENTS:
        assert [palette.swapped(accent).rgb(Color(role)) for role in VERDICTS] == colors
