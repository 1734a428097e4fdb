"""How colours look to eyes that lack one of their three cones, and how far apart they look.

The matrices are those of Machado, Oliveira and Fernandes, "A Physiologically-based Model for
Simulation of Color Vision Deficiency" (IEEE TVCG 15(6), 2009), at full severity, for linear sRGB.
Distances are Euclidean in Oklab (Björn Ottosson, 2020): about 0.02 can just be noticed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

from ..model.color import ACCENTS, ColorRole, Rgb
from ..model.theme import Palette, Theme
from .places import Places
from .verdict import Check

Triple: TypeAlias = tuple[float, float, float]
Matrix: TypeAlias = tuple[Triple, Triple, Triple]

USUAL = "usual"
EYES: Mapping[str, Matrix] = {
    USUAL: ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
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
EYE_WORDS = {
    USUAL: "everybody",
    "protan": "eyes without red cones",
    "deutan": "eyes without green cones",
    "tritan": "eyes without blue cones",
}
LEAST = 0.02  # can just be noticed
LEAST_NEAR = 0.03  # for accents that stand side by side: in agendas, maps, charts
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


def distance(one: Rgb, other: Rgb, eye: str = USUAL) -> float:
    """Return how far apart two colours look; black and white are 1 apart."""
    pairs = zip(_seen(one, eye), _seen(other, eye), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def _seen(color: Rgb, eye: str) -> Triple:
    red, green, blue = _times(EYES[eye], _linear(color))
    cones = _times(_TO_CONES, (_in_range(red), _in_range(green), _in_range(blue)))
    return _times(_TO_LAB, (cones[0] ** (1 / 3), cones[1] ** (1 / 3), cones[2] ** (1 / 3)))


def _linear(color: Rgb) -> Triple:
    def linear(byte: int) -> float:
        value = byte / 255
        return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)

    return linear(color.red), linear(color.green), linear(color.blue)


def _times(matrix: Matrix, vector: Triple) -> Triple:
    one, two, three = (
        row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2] for row in matrix
    )
    return one, two, three


def _in_range(value: float) -> float:
    return min(1.0, max(0.0, value))


@dataclass(frozen=True, slots=True)
class Distance:
    """How far apart two accents look to one kind of eye."""

    one: ColorRole
    other: ColorRole
    eye: str
    distance: float

    @property
    def are_neighbours(self) -> bool:
        """Tell whether sections with these accents follow one another; six, then again."""
        apart = abs(ACCENTS.index(self.one) - ACCENTS.index(self.other))
        return apart in (1, len(ACCENTS) - 1)


def distances(palette: Palette) -> tuple[Distance, ...]:
    """Return the distance of every two accents to every kind of eye."""
    colors = palette.colors
    return tuple(
        Distance(one, other, eye, distance(colors[one], colors[other], eye))
        for eye in EYES
        for one, other in combinations(ACCENTS, 2)
    )


def check_colors(theme: Theme, places: Places) -> Check:
    """Report accents that somebody cannot tell apart: neighbours as faults, others as risks."""
    report, found = places.report(), distances(theme.palette)
    for one in _alike(found):
        origin = places.of(("palette", one.other), ("palette", one.one), ("palette",))
        message = f"{one.one} and {one.other} look alike to {EYE_WORDS[one.eye]}"
        message += f" ({one.distance:.3f} apart in Oklab)"
        if one.are_neighbours:
            report.error(origin, message, "make one of them clearly lighter than the other")
        else:
            report.warn(origin, message, "their sections do not meet; charts of many series do")
    worst = min((one for one in found if one.are_neighbours), key=lambda one: one.distance)
    words = f"{worst.distance:.3f} of {LEAST_NEAR:g}: {worst.one} and {worst.other} ({worst.eye})"
    return Check.of(
        "colours", f"{len(found)} pairs of accents to four kinds of eyes", words, report
    )


def _alike(found: Sequence[Distance]) -> Iterator[Distance]:
    """Yield each pair that somebody cannot tell apart: as all see it, or those who see it worst."""
    pairs: dict[tuple[ColorRole, ColorRole], list[Distance]] = {}
    for one in found:
        if one.distance < (LEAST_NEAR if one.are_neighbours else LEAST):
            pairs.setdefault((one.one, one.other), []).append(one)
    for group in pairs.values():
        yield min(group, key=lambda one: (one.eye != USUAL, one.distance))
