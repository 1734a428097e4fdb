"""How colours look to eyes that lack one of their three cones, and how far apart they look.

Distances are Euclidean in OKLab, where about 0.02 can just be noticed; what two-cone eyes see is
computed in `theming/_oklch.py`, after Machado and others (2009).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations

from ..model.color import ACCENTS, ColorRole, Rgb
from ..model.record import record
from ..model.theme import Palette, Theme
from ..theming._oklch import SIGHTS, sights
from .places import Places
from .verdict import Check

USUAL = "usual"
EYES = (USUAL, *SIGHTS)
EYE_WORDS = {
    USUAL: "everybody",
    "protan": "eyes without red cones",
    "deutan": "eyes without green cones",
    "tritan": "eyes without blue cones",
}
LEAST = 0.02  # can just be noticed
LEAST_NEAR = 0.03  # for accents that stand side by side: in agendas, maps, charts


def distance(one: Rgb, other: Rgb, eye: str = USUAL) -> float:
    """Return how far apart two colours look; black and white are 1 apart."""
    index = EYES.index(eye)
    return math.dist(sights(one)[index], sights(other)[index])


@record
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
            report.error(
                origin,
                message,
                "make one of them clearly lighter than the other",
                code="accents-alike",
            )
        else:
            report.warn(
                origin,
                message,
                "their sections do not meet; charts of many series do",
                code="accents-alike",
            )
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
