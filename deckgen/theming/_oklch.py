"""Colours as eyes order them: OKLCH, where equal steps look equal.

Lightness goes from 0 to 1, chroma from 0 to about 0.32 in sRGB, hue is in degrees (red 29, green
142, blue 264). The formulas are Björn Ottosson's: https://bottosson.github.io/posts/oklab/
How eyes with two kinds of cones see a colour is after Machado, Oliveira and Fernandes (2009), "A
Physiologically-based Model for Simulation of Color Vision Deficiency", severity 1.
"""

from __future__ import annotations

import math
from typing import TypeAlias

from ..model.color import Rgb
from ..model.record import record

Lab: TypeAlias = tuple[float, float, float]
Matrix: TypeAlias = tuple[Lab, Lab, Lab]

_TO_CONES: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB: Matrix = (
    (1, 0.3963377774, 0.2158037573),
    (1, -0.1055613458, -0.0638541728),
    (1, -0.0894841775, -1.2914855480),
)
_FROM_CONES: Matrix = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
SIGHTS: dict[str, Matrix] = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
NEAR = 0.0005  # of a channel: rounding errors are no reason to lose chroma


@record
class Oklch:
    """A colour by lightness, chroma and hue."""

    lightness: float
    chroma: float
    hue: float

    @classmethod
    def of(cls, color: Rgb) -> Oklch:
        lightness, a, b = lab(_linear(color))
        return cls(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)

    @property
    def rgb(self) -> Rgb:
        """The colour in sRGB; one beyond it loses chroma and keeps its lightness and hue."""
        lightness = min(1.0, max(0.0, self.lightness))
        channels = self._channels(lightness, self.chroma)
        if not _is_inside(channels):
            low, high = 0.0, self.chroma
            for _ in range(16):
                middle = (low + high) / 2
                if _is_inside(self._channels(lightness, middle)):
                    low = middle
                else:
                    high = middle
            channels = self._channels(lightness, low)
        return Rgb(*(_byte(channel) for channel in channels))

    def _channels(self, lightness: float, chroma: float) -> Lab:
        hue = math.radians(self.hue)
        roots = _times(_FROM_LAB, (lightness, chroma * math.cos(hue), chroma * math.sin(hue)))
        return _times(_FROM_CONES, (roots[0] ** 3, roots[1] ** 3, roots[2] ** 3))


def lab(linear: Lab) -> Lab:
    """Return linear sRGB as OKLab: lightness, green to red, blue to yellow."""
    long, middle, short = _times(_TO_CONES, linear)
    return _times(_TO_LAB, (math.cbrt(long), math.cbrt(middle), math.cbrt(short)))


def sights(color: Rgb) -> tuple[Lab, ...]:
    """Return a colour in OKLab as everybody sees it, then as each kind of two-cone eyes does."""
    linear = _linear(color)
    return (lab(linear), *(lab(_times(matrix, linear)) for matrix in SIGHTS.values()))


def nearest_sight(one: tuple[Lab, ...], other: tuple[Lab, ...]) -> float:
    """Return how far two colours are for those eyes to which they look most alike."""
    return min(math.dist(mine, theirs) for mine, theirs in zip(one, other, strict=True))


def hue_distance(one: float, other: float) -> float:
    """Return the degrees between two hues, 180 at most."""
    return abs((one - other + 180) % 360 - 180)


def _times(matrix: Matrix, vector: Lab) -> Lab:
    x, y, z = vector
    (a, b, c), (d, e, f), (g, h, i) = matrix
    return (a * x + b * y + c * z, d * x + e * y + f * z, g * x + h * y + i * z)


def _linear(color: Rgb) -> Lab:
    def channel(byte: int) -> float:
        value = byte / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return (channel(color.red), channel(color.green), channel(color.blue))


def _byte(channel: float) -> int:
    value = min(1.0, max(0.0, channel))
    value = 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
    return round(value * 255)


def _is_inside(channels: Lab) -> bool:
    return all(-NEAR <= channel <= 1 + NEAR for channel in channels)
