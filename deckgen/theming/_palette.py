"""Make a palette's tones, so that text can be read on every ground it can stand on.

`ink` is a shade of a role with a contrast of 4.5:1 (WCAG 2.2, 1.4.3) on background, surface and
the role's own soft ground; `on` is background or text, whichever reads better. A slide puts its
section's accent in the place of the first one by a colour map, which keeps the shade: so all six
accents share one way to make each tone, the one that holds for the worst of them.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..model.color import ACCENTS, ColorRole, LumShift, Rgb, Tone, contrast
from ..model.theme import Palette

READABLE = 4.6  # a little over 4.5: renderers round each channel
DARK_GROUND = 0.18  # relative luminance below which ink grows lighter instead of darker


def make_palette(
    name: str,
    colors: Mapping[ColorRole, Rgb],
    soft: tuple[int, int],
    mid: tuple[int, int],
    least: float = READABLE,
) -> Palette:
    """Return the palette with its tones; `soft` and `mid` are lumMod and lumOff in per cent.

    `least` is the contrast that the inks have, at least.
    """
    tones: dict[tuple[ColorRole, Tone], LumShift] = {}
    ink = _ink(colors, soft, least)
    accent_on = _on(colors, ACCENTS)
    for role in ColorRole:
        if role in ACCENTS:
            tones[role, Tone.SOFT] = LumShift(role, *soft)
            tones[role, Tone.MID] = LumShift(role, *mid)
            tones[role, Tone.INK] = LumShift(role, *ink)
            tones[role, Tone.ON] = LumShift(accent_on)
        else:
            tones[role, Tone.ON] = LumShift(_on(colors, (role,)))
    return Palette(name, colors, tones)


def _ink(colors: Mapping[ColorRole, Rgb], soft: tuple[int, int], least: float) -> tuple[int, int]:
    """Walk towards black, or towards white on dark grounds, until every accent can be read."""
    is_dark = colors[ColorRole.BACKGROUND].luminance < DARK_GROUND
    for step in range(0, 100, 5):
        shift = (100 - step, step if is_dark else 0)
        if all(_worst_ink(colors, role, shift, soft) >= least for role in ACCENTS):
            return shift
    return (0, 100) if is_dark else (0, 0)


def _worst_ink(
    colors: Mapping[ColorRole, Rgb], role: ColorRole, shift: tuple[int, int], soft: tuple[int, int]
) -> float:
    ink = colors[role].shift(*shift)
    grounds = (
        colors[ColorRole.BACKGROUND],
        colors[ColorRole.SURFACE],
        colors[role].shift(*soft),
    )
    return min(contrast(ink, ground) for ground in grounds)


def _on(colors: Mapping[ColorRole, Rgb], grounds: tuple[ColorRole, ...]) -> ColorRole:
    """Take the background's colour where it reads on all grounds, else what reads better."""

    def worst(text: ColorRole) -> float:
        return min(contrast(colors[text], colors[ground]) for ground in grounds)

    background, text = worst(ColorRole.BACKGROUND), worst(ColorRole.TEXT)
    return ColorRole.BACKGROUND if background >= min(READABLE, text) else ColorRole.TEXT
