"""Colours: literal ones (`Rgb`), and the roles that stand for them up to the writer.

A `Color` is a role and a tone. What the tone means for that role (lighter, darker, safe to
read) is decided by the theme's palette, so that no layout asks whether a theme is dark.
Contrast follows WCAG 2.2, "relative luminance" and "contrast ratio".
"""

from __future__ import annotations

import colorsys
from enum import StrEnum

from .record import record


@record
class Rgb:
    """A colour in sRGB, a byte a channel."""

    red: int
    green: int
    blue: int

    @classmethod
    def from_hex(cls, text: str) -> Rgb:
        """Read `#RRGGBB` or `#RGB`, with or without the hash; ValueError otherwise."""
        digits = text.strip().removeprefix("#")
        if len(digits) == 3:
            digits = "".join(2 * digit for digit in digits)
        if len(digits) != 6:
            raise ValueError(f"not a colour: {text!r}")
        return cls(int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16))

    @property
    def hex(self) -> str:
        """Six capital digits without a hash, as DrawingML wants them."""
        return f"{self.red:02X}{self.green:02X}{self.blue:02X}"

    @property
    def css(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    @property
    def luminance(self) -> float:
        """Relative luminance, 0 (black) to 1 (white)."""

        def linear(byte: int) -> float:
            value = byte / 255
            return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

        return 0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)

    def mixed(self, other: Rgb, share: int) -> Rgb:
        """Return this colour with so many per cent of another laid over it."""

        def mix(mine: int, theirs: int) -> int:
            return round(mine + (theirs - mine) * share / 100)

        return Rgb(
            mix(self.red, other.red), mix(self.green, other.green), mix(self.blue, other.blue)
        )

    def shift(self, lum_mod: int, lum_off: int) -> Rgb:
        """Scale and raise the HSL lightness, as `a:lumMod` and `a:lumOff` do.

        Both are percentages: (20, 80) is what PowerPoint's palette calls "lighter 80 %",
        (75, 0) "darker 25 %".
        """
        hue, light, saturation = colorsys.rgb_to_hls(
            self.red / 255, self.green / 255, self.blue / 255
        )
        light = min(1.0, max(0.0, light * lum_mod / 100 + lum_off / 100))
        red, green, blue = colorsys.hls_to_rgb(hue, light, saturation)
        return Rgb(round(red * 255), round(green * 255), round(blue * 255))


def contrast(one: Rgb, other: Rgb) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((one.luminance, other.luminance), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


class ColorRole(StrEnum):
    """What a colour is for; a theme gives each role its value."""

    BACKGROUND = "background"
    SURFACE = "surface"
    TEXT = "text"
    MUTED = "muted"
    ACCENT1 = "accent1"
    ACCENT2 = "accent2"
    ACCENT3 = "accent3"
    ACCENT4 = "accent4"
    ACCENT5 = "accent5"
    ACCENT6 = "accent6"
    POSITIVE = "positive"
    NEGATIVE = "negative"


ACCENTS = (
    ColorRole.ACCENT1,
    ColorRole.ACCENT2,
    ColorRole.ACCENT3,
    ColorRole.ACCENT4,
    ColorRole.ACCENT5,
    ColorRole.ACCENT6,
)

# what is good and what is bad. PowerPoint's themes have no slots for them: each is one of the
# accents, and stands on slides only, for a layout cannot know which accent a section put first
VERDICTS = (ColorRole.POSITIVE, ColorRole.NEGATIVE)


def accent(index: int) -> ColorRole:
    """Return the accent of the `index`-th section or branch (from 0); six, then again."""
    return ACCENTS[index % len(ACCENTS)]


class Tone(StrEnum):
    """A variation of a role, given its strength by the theme."""

    PLAIN = "plain"  # the colour itself
    SOFT = "soft"  # a pale ground that text can stand on
    MID = "mid"  # between the two: lines, quiet shapes
    INK = "ink"  # dark (or bright) enough to be read on background, surface and soft
    ON = "on"  # the text colour that reads on this role's plain colour


@record
class Color:
    """A role and its tone."""

    role: ColorRole
    tone: Tone = Tone.PLAIN


def series_color(number: int, *, is_thin: bool) -> Color:
    """Return the colour of a chart's series: of strokes and dots it is one that words may have."""
    return Color(accent(number), Tone.INK if is_thin else Tone.PLAIN)


@record
class LumShift:
    """How a tone is made from its role's colour: percentages for `Rgb.shift`."""

    role: ColorRole
    lum_mod: int = 100
    lum_off: int = 0
