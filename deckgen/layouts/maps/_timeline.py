"""Timelines: the branches on one axis, in order; what they hold stands at its two sides in turn.

Each branch's points are a block of their own. A block keeps clear of the one before it on its
side, and a branch of the one before it on the axis.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...model.color import Color, ColorRole
from ...model.record import record
from ...model.style import Fill
from ...model.units import Emu
from ._cards import Card


@record
class Stop:
    """A branch on the axis: its length there, and how far its block reaches before and after.

    `before` and `after` count along the axis, from the branch's own start; a branch without
    points has a block of no extent.
    """

    length: Emu
    before: Emu = 0
    after: Emu = 0


def grounded(cards: list[Card], tops: Sequence[int]) -> list[Card]:
    """Return the cards with a ground for the branches, which the axis runs behind.

    Where a theme's nodes have none it is the page's own, or the line would run through the words.
    """
    for top in tops:
        look = cards[top].look
        ground = look.fill or Fill(Color(ColorRole.BACKGROUND))
        cards[top] = replace(cards[top], look=replace(look, fill=ground))
    return cards


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
