"""A theme's colours on white paper, where notes are printed.

A bright theme's are fit for it. Of a dark one highlights, links and the ground of code are made
anew, for they were made to be seen on its own ground.
"""

from __future__ import annotations

from ..model.color import ACCENTS, ColorRole, LumShift, Rgb, Tone, contrast
from ..model.theme import Palette

WHITE = Rgb(255, 255, 255)
READABLE = 4.5  # WCAG 2.2, 1.4.3
SOFT = (20, 80)  # lumMod and lumOff in %, as PowerPoint's "lighter 80 %"
CODE = (10, 90)  # of the text's colour


def is_dark(palette: Palette) -> bool:
    """Tell whether a theme sets bright text on a dark ground."""
    colors = palette.colors
    return colors[ColorRole.BACKGROUND].luminance < colors[ColorRole.TEXT].luminance


def on_paper(palette: Palette) -> Palette:
    """Return the palette with the tones that can be read on white.

    Tones start from roles, so a writer with theme colours of its own can have them too; its text
    on paper is dark already.
    """
    if not is_dark(palette):
        return palette
    tones = {**palette.tones, (ColorRole.SURFACE, Tone.PLAIN): LumShift(ColorRole.TEXT, *CODE)}
    ink = next(shift for shift in range(100, -1, -5) if _is_readable(palette, shift))
    for role in ACCENTS:
        tones[role, Tone.SOFT] = LumShift(role, *SOFT)
        tones[role, Tone.INK] = LumShift(role, ink)
    return Palette(palette.name, palette.colors, tones)


def _is_readable(palette: Palette, lum_mod: int) -> bool:
    inks = (palette.colors[role].shift(lum_mod, 0) for role in ACCENTS)
    return all(contrast(ink, WHITE) >= READABLE for ink in inks)
