"""How far boxes stand out to the right, height by height.

Boxes come in rows, each row farther out than the one before. What stands there is kept as steps,
sorted by height, so that an answer takes a search among them and no walk through all.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ...model.units import Emu

_BLOCK = 64  # steps whose farthest is kept, for ranges that are longer
_ABOVE_ALL = -(1 << 60)


class Reach:
    """Where the next box may begin: the right edge of what is there, by height."""

    def __init__(self) -> None:
        self._starts: list[Emu] = [_ABOVE_ALL]
        self._ends: list[Emu] = [0]  # of the boxes from that height to the next
        self._blocks: list[Emu] = []

    def between(self, top: Emu, bottom: Emu) -> Emu:
        """Return the farthest right edge between two heights, 0 where nothing is."""
        first = bisect_right(self._starts, top) - 1
        last = max(first + 1, bisect_left(self._starts, bottom))
        if last - first <= 2 * _BLOCK:
            return max(self._ends[first:last])
        if not self._blocks:
            ends = self._ends
            self._blocks = [max(ends[at : at + _BLOCK]) for at in range(0, len(ends), _BLOCK)]
        block, until = first // _BLOCK + 1, last // _BLOCK
        return max(
            max(self._ends[first : block * _BLOCK]),
            max(self._blocks[block:until]),
            max(self._ends[until * _BLOCK : last], default=0),
        )

    def add(self, top: Emu, bottom: Emu, end: Emu) -> None:
        """Put a box there; nothing between these heights may stand farther out."""
        starts = self._starts
        first, last = bisect_left(starts, top), bisect_left(starts, bottom)
        goes_on = last == len(starts) or starts[last] != bottom
        below = self._ends[last - 1]
        starts[first:last] = [top, bottom] if goes_on else [top]
        self._ends[first:last] = [end, below] if goes_on else [end]
        self._blocks = []
