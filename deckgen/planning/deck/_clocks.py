"""Fixed times: the minutes that a topic sets, shared among the slides under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...model.deck import Slide
from ._spread import shares, weight

NONE = -1


class Clocks:
    """The fixed times met so far, by index; one inside another takes its minutes from it."""

    def __init__(self) -> None:
        self._times: list[tuple[float, int]] = []

    def start(self, minutes: float, outer: int) -> int:
        """Return the clock of a topic under `outer`: its own when it sets minutes."""
        if minutes <= 0:
            return outer
        self._times.append((minutes, outer))
        return len(self._times) - 1

    def timed(self, slides: Sequence[Slide], clocks: Sequence[int]) -> tuple[Slide, ...]:
        """Return the slides, each under a clock with its share; `clocks` is one a slide."""
        members: list[list[int]] = [[] for _ in self._times]
        for place, clock in enumerate(clocks):
            if clock != NONE:
                members[clock].append(place)
        left = [minutes for minutes, _ in self._times]
        for minutes, outer in self._times:
            if outer != NONE:
                left[outer] -= minutes
        told = list(slides)
        for minutes, places in zip(left, members, strict=True):
            weights = [weight(told[place]) for place in places]
            for place, share in zip(places, shares(minutes, weights), strict=True):
                told[place] = replace(told[place], minutes=share)
        return tuple(told)
