"""Timelines: the branches on one axis, in order; what they hold stands at its two sides in turn.

Each branch's points are a block of their own. A block keeps clear of the one before it on its
side, and a branch of the one before it on the axis.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...model.record import record
from ...model.units import Emu


@record
class Stop:
    """A branch on the axis: its length there, and how far its block reaches before and after.

    `before` and `after` count along the axis, from the branch's own start; a branch without
    points has a block of no extent.
    """

    length: Emu
    before: Emu = 0
    after: Emu = 0


def stops_on_axis(stops: Sequence[Stop], start: Emu, gap: Emu, air: Emu) -> list[Emu]:
    """Return where each branch begins: `gap` between branches, `air` between blocks."""
    places: list[Emu] = []
    free = start
    sides = [start, start]
    for number, stop in enumerate(stops):
        side = number % 2
        place = free
        if stop.after > stop.before:
            place = max(free, sides[side] - stop.before)
            sides[side] = place + stop.after + air
        places.append(place)
        free = place + stop.length + gap
    return places
