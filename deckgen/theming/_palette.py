"""Make a palette's tones, so that text can be read on every ground it can stand on.

`ink` is the first shade of a role with a contrast of 4.5:1 (WCAG 2.2, 1.4.3) on background,
surface and the role's own soft ground; `on` is background or text, whichever reads better.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model.color import ACCENTS, ColorRole, LumShift, Rgb, Tone, contrast
from ..model.theme import Palette

READABLE = 4.6  # a little over 4.5: renderers round each channel


def make_palette(
    name: str, colors: Mapping[ColorRole, Rgb], soft: tuple[int, int], mid: tuple[int, int]
) -> Palette:
    """Return the palette with its tones; `soft` and `mid` are lumMod and lumOff in per cent."""
    tones: dict[tuple[ColorRole, Tone], LumShift] = {}
    for role in ColorRole:
        if role in ACCENTS:
            tones[role, Tone.SOFT] = LumShift(role, *soft)
            tones[role, Tone.MID] = LumShift(role, *mid)
            grounds = [
                colors[ColorRole.BACKGROUND],
                colors[ColorRole.SURFACE],
                colors[role].shift(*soft),
            ]
            tones[role, Tone.INK] = _ink(role, colors[role], grounds)
        tones[role, Tone.ON] = _on(role, colors)
    return Palette(name, colors, tones)


def _ink(role: ColorRole, color: Rgb, grounds: Sequence[Rgb]) -> LumShift:
    """Walk towards black, or towards white on dark grounds, until the text can be read."""
    is_dark = grounds[0].luminance < 0.18
    for step in range(0, 100, 5):
        shift = LumShift(role, 100 - step, step if is_dark else 0)
        ink = color.shift(shift.lum_mod, shift.lum_off)
        if all(contrast(ink, ground) >= READABLE for ground in grounds):
            return shift
    return LumShift(ColorRole.TEXT)


def _on(role: ColorRole, colors: Mapping[ColorRole, Rgb]) -> LumShift:
    """Take the background's colour where it reads on the role, the text's colour otherwise."""
    ground = colors[role]
    background, text = colors[ColorRole.BACKGROUND], colors[ColorRole.TEXT]
    if contrast(background, ground) >= min(READABLE, contrast(text, ground)):
        return LumShift(ColorRole.BACKGROUND)
    return LumShift(ColorRole.TEXT)
