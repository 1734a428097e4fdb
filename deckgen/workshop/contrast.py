"""The contrast of every text on every ground that it stands on.

Two things are looked at: what the palette promises (a role's tones are made to be read on certain
grounds, wherever a layout puts them), and what the sample's pages show. A slide wears its
section's accent in the place of the first: each pair is measured in all six.
https://www.w3.org/TR/WCAG22/#contrast-minimum
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..model.color import ACCENTS, Color, ColorRole, Rgb, Tone, contrast
from ..model.record import record
from ..model.style import TextStyle
from ..model.theme import Palette, Theme
from ..pixels import extremes
from .grounds import Ground, Standing
from .places import Places
from .verdict import Check

NEEDED, NEEDED_LARGE = 4.5, 3.0
LARGE_PT, LARGE_BOLD_PT = 18, 14  # 24 and 18.66 CSS pixels
PICTURED = ("page", "title", "section", "closing")  # layouts that stand on pictures, mostly
PROMISE = ""  # the style of a pair that the palette promises
MOST_NAMES = 4  # of styles in one message


@record
class Ratio:
    """A pair of text and ground, at its worst over the six accents, or a picture's places."""

    style: str
    text: Color
    ground: Ground
    accent: ColorRole
    ratio: float
    needed: float

    @property
    def is_enough(self) -> bool:
        return self.ratio >= self.needed

    @property
    def words(self) -> str:
        ground = self.ground
        words = "a picture" if isinstance(ground, bytes) else color_words(ground)
        return f"{color_words(self.text)} on {words}"


def ratios(theme: Theme, standings: Iterable[Standing]) -> tuple[Ratio, ...]:
    """Return all pairs, by style; those that the palette promises come first."""
    shown = tuple(standings)
    pairs = [(one.style, one.text, one.ground) for one in shown]
    drawn = {one.style.name for one in shown}
    # what no page of ours shows is for someone else's layout, or for the notes
    pairs += [
        (style, style.color, _meant(style.color))
        for name, style in theme.styles.items()
        if name not in drawn
    ]
    worst = _Worst(theme.palette)
    found = [worst.ratio(PROMISE, text, ground, NEEDED) for text, ground in promises()]
    found += [worst.ratio(style.name, text, on, needed(style)) for style, text, on in pairs]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.style, one.words)))


def _meant(text: Color) -> Color:
    """Return the ground that a colour is meant for: what is "on" a role, or the page."""
    return Color(text.role if text.tone is Tone.ON else ColorRole.BACKGROUND)


def promises() -> Iterator[tuple[Color, Color]]:
    """Yield the pairs that a layout may rely on without a look at the theme."""
    plain = (Color(ColorRole.BACKGROUND), Color(ColorRole.SURFACE))
    for ground in plain:
        yield from ((Color(role), ground) for role in (ColorRole.TEXT, ColorRole.MUTED))
    accent = ColorRole.ACCENT1  # the others take its place in turn
    soft = Color(accent, Tone.SOFT)
    yield Color(ColorRole.TEXT), soft
    yield from ((Color(accent, Tone.INK), ground) for ground in (*plain, soft))
    for role in (accent, ColorRole.TEXT, ColorRole.MUTED):
        yield Color(role, Tone.ON), Color(role)


def needed(style: TextStyle) -> float:
    """Return the contrast that a style needs at the smallest of its sizes."""
    is_large = min(style.sizes) >= (LARGE_BOLD_PT if style.bold else LARGE_PT)
    return NEEDED_LARGE if is_large else NEEDED


def check_contrast(theme: Theme, found: Sequence[Ratio], places: Places) -> Check:
    """Report the pairs that cannot be read, all styles of one pair together."""
    report = places.report()
    faults: dict[tuple[Color, Ground], list[Ratio]] = {}
    for ratio in found:
        if not ratio.is_enough:
            faults.setdefault((ratio.text, ratio.ground), []).append(ratio)
    for (text, ground), group in faults.items():
        worst = min(group, key=lambda one: one.ratio)
        needed = max(one.needed for one in group)
        names = [one.style for one in group if one.style != PROMISE]
        styled = [("styles", name, "color") for name in names]
        origin = places.of(*styled, *_fields(text, ground))
        message = f"{worst.words} has a contrast of {worst.ratio:.2f}:1, {needed:g}:1 is needed"
        same = [one for one in found if one.text == text and not one.is_enough]
        report.error(
            origin, message + _who(names), _remedy(theme.palette, worst, same), code="low-contrast"
        )
    least = min(found, key=lambda one: one.ratio / one.needed)
    where = least.style or "the palette"
    worst_words = f"{least.ratio:.2f}:1 of {least.needed:g}: {least.words} ({where})"
    return Check.of("contrast", f"{len(found)} pairs of text and ground", worst_words, report)


def color_words(color: Color) -> str:
    """Return a colour as a theme file says it: "accent1 soft"."""
    return str(color.role) if color.tone is Tone.PLAIN else f"{color.role} {color.tone}"


class _Worst:
    """Measures pairs in a palette as all six accents wear it."""

    def __init__(self, palette: Palette) -> None:
        self._worn = {accent: palette.swapped(accent) for accent in ACCENTS}
        self._known: dict[tuple[Color, Ground], tuple[float, ColorRole]] = {}

    def ratio(self, style: str, text: Color, ground: Ground, needed: float) -> Ratio:
        if (text, ground) not in self._known:
            self._known[text, ground] = min(
                (contrast(worn.rgb(text), place), accent)
                for accent, worn in self._worn.items()
                for place in places_of(ground, worn)
            )
        ratio, accent = self._known[text, ground]
        return Ratio(style, text, ground, accent, ratio, needed)


def places_of(ground: Ground, palette: Palette) -> tuple[Rgb, ...]:
    """Return the colours that a ground has: of a picture its darkest and its brightest place."""
    return extremes(ground) if isinstance(ground, bytes) else (palette.rgb(ground),)


def _fields(text: Color, ground: Ground) -> Iterator[tuple[str, ...]]:
    """Yield the fields that a pair is about, the likeliest first."""
    if isinstance(ground, bytes):
        yield from (("background", kind, "picture") for kind in PICTURED)
    yield "palette", text.role
    if not isinstance(ground, bytes):
        yield "palette", ground.role


def _who(names: Sequence[str]) -> str:
    if not names:
        return ""
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return f" ({', '.join(names[:MOST_NAMES])}{more})"


def _remedy(palette: Palette, ratio: Ratio, same: Sequence[Ratio]) -> str:
    """Return a hint: for a plain colour, the nearest shade of it that would do on every ground."""
    if isinstance(ratio.ground, bytes):
        return "lay more of the background over it ('veil'), or take a calmer picture"
    if ratio.text.tone is not Tone.PLAIN:
        return "move background and accents apart, or raise 'contrast'"
    grounds = [
        (place, one.needed)
        for one in same
        for place in places_of(one.ground, palette.swapped(one.accent))
    ]
    color = _nearest(palette.swapped(ratio.accent).rgb(ratio.text), grounds)
    return f'{ratio.text.role}: "{color.css.upper()}" would do' if color else "change the ground"


def _nearest(color: Rgb, grounds: Sequence[tuple[Rgb, float]]) -> Rgb | None:
    """Return the shade nearest to a colour that reads on all grounds; None when none does."""
    for step in range(1, 101):
        for shade in (color.shift(100 - step, 0), color.shift(100 - step, step)):
            if all(contrast(shade, ground) >= needed for ground, needed in grounds):
                return shade
    return None
