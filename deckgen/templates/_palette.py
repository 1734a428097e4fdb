"""The roles of a template's colours: which of its slots says background, text, surface, muted.

A slide names slots, never values. A role is a slot and, where no slot will do, a shade of one: so
the deck follows when the template's colours are changed. Whatever is text can be read on the ground
that the template really has, which need not be its first slot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from ..model.color import ACCENTS, ColorRole, LumShift, Rgb, Tone, contrast
from ..model.record import record
from ..model.theme import Palette
from ._colors import SLOTS, distance

NEUTRALS = (ColorRole.BACKGROUND, ColorRole.TEXT, ColorRole.SURFACE, ColorRole.MUTED)
SAME = 2_500  # so near are two colours that look alike; a picture's mean is like no accent
READABLE, CALM, LEAST = 4.6, 7.0, 3.0
NEAR, FAR = 1.04, 1.6  # contrast of a surface and its ground
GREYS = ((65, 35), (75, 25), (85, 15), (100, 0))  # of dark text: lumMod and lumOff, in per cent
PALER = ((65, 0), (75, 0), (85, 0), (100, 0))  # of bright text
DARKER = ((95, 0), (92, 0), (90, 0), (85, 0))  # of a bright ground
LIGHTER = ((90, 10), (85, 15), (110, 5), (80, 20))  # of a dark one
PALE = ((20, 80), (18, 82), (12, 88), (8, 92))  # of accents on a bright ground
DEEP = ((40, 0), (35, 0), (30, 0), (25, 0), (20, 0), (15, 0))  # on a dark one
DARK = 0.18  # relative luminance below which a ground is dark


@record
class Roles:
    """What each role looks like, and the slot and shade that it is written as."""

    colors: Mapping[ColorRole, Rgb]
    natives: Mapping[ColorRole, LumShift]


def roles_of(slots: Mapping[str, Rgb], ground: Rgb, told: Rgb | None = None) -> Roles:
    """Return the roles for pages of that ground.

    `told` is the colour of the template's own text: where it cannot be read on the ground, the
    ground is not what it seems, for something is drawn over it.
    """
    if told and contrast(told, ground) < LEAST:
        ground = max((slots[slot] for slot in SLOTS), key=lambda one: contrast(told, one))
    natives = {role: LumShift(role) for role in ACCENTS}
    values = {role: slots[slot] for slot, role in SLOTS.items()}

    def rgb(shift: LumShift) -> Rgb:
        return values[shift.role].shift(shift.lum_mod, shift.lum_off)

    back = LumShift(min(SLOTS.values(), key=lambda role: distance(values[role], ground)))
    if back.role in ACCENTS and distance(values[back.role], ground) > SAME:
        back = LumShift(min(NEUTRALS, key=lambda role: distance(values[role], ground)))
    text = _first(_texts(), lambda one: contrast(rgb(one), ground))
    surface = _surface(back, values, ground, rgb(text))
    pane = rgb(surface)
    muted = _first(
        (LumShift(ColorRole.MUTED), *_shades(text, rgb(text))),
        lambda one: min(contrast(rgb(one), ground), contrast(rgb(one), pane)),
    )
    natives[ColorRole.BACKGROUND], natives[ColorRole.TEXT] = back, text
    natives[ColorRole.SURFACE], natives[ColorRole.MUTED] = surface, muted
    return Roles({role: rgb(shift) for role, shift in natives.items()}, natives)


def _texts() -> Iterator[LumShift]:
    for role in (ColorRole.TEXT, ColorRole.BACKGROUND, ColorRole.MUTED, ColorRole.SURFACE):
        yield LumShift(role)


def _first(shifts: Iterable[LumShift], worth: Callable[[LumShift], float]) -> LumShift:
    """Return the first that can be read, or else the one that can be read best."""
    choices = tuple(shifts)
    return next((one for one in choices if worth(one) >= READABLE), max(choices, key=worth))


def _surface(back: LumShift, values: Mapping[ColorRole, Rgb], ground: Rgb, text: Rgb) -> LumShift:
    """Return a ground for cards: the template's second one where it is calm, else a shade."""
    second = LumShift(ColorRole.SURFACE)

    def suits(shift: LumShift) -> bool:
        pane = values[shift.role].shift(shift.lum_mod, shift.lum_off)
        return NEAR <= contrast(pane, ground) <= FAR and contrast(pane, text) >= CALM

    shades = DARKER if ground.luminance >= DARK else LIGHTER
    choices = (second, *(LumShift(back.role, *shade) for shade in shades))
    return next((one for one in choices if suits(one)), back)


def tones_of(roles: Roles) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return lumMod and lumOff, in per cent, of soft grounds that text can stand on, and of mid."""
    colors = roles.colors
    is_dark = colors[ColorRole.BACKGROUND].luminance < DARK
    choices = DEEP if is_dark else PALE

    def suits(shift: tuple[int, int]) -> bool:
        text = colors[ColorRole.TEXT]
        return all(contrast(colors[role].shift(*shift), text) >= READABLE for role in ACCENTS)

    soft = next((one for one in choices if suits(one)), choices[-1])
    return soft, (60, 0) if is_dark else (55, 42)


def _ink(roles: Roles, role: ColorRole, soft: LumShift) -> LumShift:
    """Return the shade of an accent that can be read on ground, surface and its own soft ground.

    A template shows each accent as it is, so each has the least change that it needs.
    """
    color = roles.colors[role]
    is_dark = roles.colors[ColorRole.BACKGROUND].luminance < DARK
    grounds = (
        roles.colors[ColorRole.BACKGROUND],
        roles.colors[ColorRole.SURFACE],
        color.shift(soft.lum_mod, soft.lum_off),
    )
    shift = LumShift(role)
    for step in range(0, 105, 5):
        shift = LumShift(role, 100 - step, step if is_dark else 0)
        ink = color.shift(shift.lum_mod, shift.lum_off)
        if min(contrast(ink, ground) for ground in grounds) >= READABLE:
            break
    return shift


def _on(roles: Roles, role: ColorRole) -> LumShift:
    """Return what reads on a role's colour: the ground's colour, where it does, or the text's."""
    color = roles.colors[role]

    def worth(other: ColorRole) -> float:
        return contrast(roles.colors[other], color)

    better = max((ColorRole.BACKGROUND, ColorRole.TEXT), key=worth)
    is_fine = worth(ColorRole.BACKGROUND) >= READABLE
    return roles.natives[ColorRole.BACKGROUND if is_fine else better]


def native_palette(palette: Palette, roles: Roles, slots: Mapping[str, Rgb]) -> Palette:
    """Return the palette with every role and tone said in the template's own slots."""
    tones = {}
    for role in roles.natives:
        tones[role, Tone.PLAIN] = roles.natives[role]
    for key, shift in palette.tones.items():
        native = roles.natives.get(shift.role, shift)
        tones[key] = native if (shift.lum_mod, shift.lum_off) == (100, 0) else shift
    for role in roles.natives:
        tones[role, Tone.ON] = _on(roles, role)
    for role in ACCENTS:
        tones[role, Tone.INK] = _ink(roles, role, tones[role, Tone.SOFT])
    colors = {**palette.colors, **{role: slots[slot] for slot, role in SLOTS.items()}}
    return replace(palette, colors=colors, tones=tones)


def _shades(text: LumShift, rgb: Rgb) -> tuple[LumShift, ...]:
    shades = PALER if rgb.luminance > DARK else GREYS
    return tuple(LumShift(text.role, *shade) for shade in shades)
