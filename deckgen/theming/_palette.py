"""Make a palette's tones, so that text can be read on every ground it can stand on.

`ink` is a shade of a role with a contrast of 4.5:1 (WCAG 2.2, 1.4.3) on background, surface and
the role's own soft ground; `on` is background or text, whichever reads better. A slide puts its
section's accent in the place of the first one by a colour map, which keeps the shade: so all six
accents share one way to make each tone, the one that holds for the worst of them.
"""

from __future__ import annotations

import colorsys
from collections.abc import Mapping, Sequence

from ..model.color import ACCENTS, VERDICTS, Color, ColorRole, LumShift, Rgb, Tone, contrast
from ..model.record import record
from ..model.theme import Palette
from ._fields import Fields
from ._schema import COLORS, CONTRAST, DARK_GROUND, READABLE, TONES

GOOD, BAD = 0.36, 0.01  # hues of a green and a red, of a whole turn
GREY = 0.15  # saturation below which a hue says nothing


@record
class Recipe:
    """How tones are made: `soft` and `mid` as lumMod and lumOff in %, `least` the inks' contrast.

    `grounds` are those that pages stand on besides the background.
    """

    soft: tuple[int, int]
    mid: tuple[int, int]
    least: float = READABLE
    grounds: tuple[Color, ...] = ()


def read_palette(fields: Fields, name: str, grounds: Sequence[Color] = ()) -> Palette:
    """Return the palette of a theme's fields."""
    values = fields.group(("palette",), COLORS)
    soft, mid = (
        (round(tone[0]), round(tone[1])) for tone in fields.group(("tones",), TONES).values()
    )
    least = fields.read(("contrast",), CONTRAST)
    colors = {ColorRole(key): value for key, value in values.items() if isinstance(value, Rgb)}
    chosen = {verdict: values[verdict] or role for verdict, role in _verdicts(colors).items()}
    return make_palette(name, colors, Recipe(soft, mid, least, tuple(grounds)), chosen)


def make_palette(
    name: str,
    colors: Mapping[ColorRole, Rgb],
    recipe: Recipe,
    verdicts: Mapping[ColorRole, ColorRole] | None = None,
) -> Palette:
    """Return a palette with its tones; `verdicts` are the accents that say good and bad."""
    verdicts = verdicts or _verdicts(colors)
    tones: dict[tuple[ColorRole, Tone], LumShift] = {}
    ink = _ink(colors, recipe)
    accent_on = _on(colors, ACCENTS)
    for role in (*ACCENTS, *VERDICTS):
        source = verdicts.get(role, role)
        tones[role, Tone.PLAIN] = LumShift(source)
        tones[role, Tone.SOFT] = LumShift(source, *recipe.soft)
        tones[role, Tone.MID] = LumShift(source, *recipe.mid)
        tones[role, Tone.INK] = LumShift(source, *ink)
        tones[role, Tone.ON] = LumShift(accent_on)
    tones[ColorRole.MUTED, Tone.SOFT] = LumShift(ColorRole.MUTED, *recipe.soft)
    tones[ColorRole.MUTED, Tone.MID] = LumShift(ColorRole.MUTED, *recipe.mid)
    for role in ColorRole:
        if role not in (*ACCENTS, *VERDICTS):
            tones[role, Tone.ON] = LumShift(_on(colors, (role,)))
    return Palette(name, {**colors, **{role: colors[verdicts[role]] for role in VERDICTS}}, tones)


def _verdicts(colors: Mapping[ColorRole, Rgb]) -> dict[ColorRole, ColorRole]:
    """Return which accents say good and bad: the greenest and the reddest, never the same one."""

    def off(role: ColorRole, hue: float) -> float:
        color = colors[role]
        own, _, saturation = colorsys.rgb_to_hls(
            color.red / 255, color.green / 255, color.blue / 255
        )
        return abs((own - hue + 0.5) % 1 - 0.5) + (0.3 if saturation < GREY else 0)

    pairs = [(good, bad) for good in ACCENTS for bad in ACCENTS if good is not bad]
    best = min(pairs, key=lambda pair: off(pair[0], GOOD) + off(pair[1], BAD))
    return dict(zip(VERDICTS, best, strict=True))


def _ink(colors: Mapping[ColorRole, Rgb], recipe: Recipe) -> tuple[int, int]:
    """Walk towards black, or towards white on dark grounds, until every accent can be read."""
    is_dark = colors[ColorRole.BACKGROUND].luminance < DARK_GROUND
    for step in range(0, 100, 5):
        shift = (100 - step, step if is_dark else 0)
        if all(_worst_ink(colors, role, shift, recipe) >= recipe.least for role in ACCENTS):
            return shift
    return (0, 100) if is_dark else (0, 0)


def _worst_ink(
    colors: Mapping[ColorRole, Rgb], role: ColorRole, shift: tuple[int, int], recipe: Recipe
) -> float:
    ink = colors[role].shift(*shift)
    made = {Tone.SOFT: recipe.soft, Tone.MID: recipe.mid}
    grounds = (
        colors[ColorRole.BACKGROUND],
        colors[ColorRole.SURFACE],
        colors[role].shift(*recipe.soft),
        *(colors[one.role].shift(*made.get(one.tone, (100, 0))) for one in recipe.grounds),
    )
    return min(contrast(ink, ground) for ground in grounds)


def _on(colors: Mapping[ColorRole, Rgb], grounds: tuple[ColorRole, ...]) -> ColorRole:
    """Take the background's colour where it reads on all grounds, else what reads better."""

    def worst(text: ColorRole) -> float:
        return min(contrast(colors[text], colors[ground]) for ground in grounds)

    background, text = worst(ColorRole.BACKGROUND), worst(ColorRole.TEXT)
    return ColorRole.BACKGROUND if background >= min(READABLE, text) else ColorRole.TEXT
