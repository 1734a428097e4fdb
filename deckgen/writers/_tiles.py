"""A page too large for one picture, cut into tiles: each drawn by itself, so memory stays bounded.

Tiles count from the upper left, row by row. A page that is one tile wide (a long picture for a
telephone) is cut between its boxes where it can be, so that no line of text is halved.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from ..model.record import record
from ..model.scene import Box, Page, Shape
from ..model.units import EMU_PER_PX, Emu, Rect, Size

MOST_TILES = 400


@record
class Tile:
    """A piece of a page: its number from above and from the left, and its place."""

    row: int
    column: int
    place: Rect


def tiles_of(page: Page, zoom: float, side: int) -> list[Tile]:
    """Cut a page into tiles of at most `side` pixels at that zoom."""
    most = max(1, int(side / zoom)) * EMU_PER_PX
    columns = _cuts(page.size.width, most, ())
    bands = _bands(page.shapes) if len(columns) == 1 else ()
    rows = _cuts(page.size.height, most, bands)
    return [
        Tile(row, column, Rect(left, top, right - left, bottom - top))
        for row, (top, bottom) in enumerate(rows, 1)
        for column, (left, right) in enumerate(columns, 1)
    ]


def count_of(size: Size, zoom: float, side: int) -> int:
    """Return about how many tiles a page takes."""
    most = max(1, int(side / zoom)) * EMU_PER_PX
    return -(-size.width // most) * -(-size.height // most)


def _cuts(length: Emu, most: Emu, bands: Sequence[tuple[Emu, Emu]]) -> list[tuple[Emu, Emu]]:
    """Cut a length into parts; between bands, where one lies in the last third of a part."""
    starts = [start for start, _ in bands]
    cuts: list[tuple[Emu, Emu]] = []
    at = 0
    while at < length:
        end = min(length, at + most)
        index = bisect_right(starts, end) - 1
        if end < length and index >= 0 and bands[index][1] > end:  # a band lies across the cut
            above = bands[index][0] // EMU_PER_PX * EMU_PER_PX
            if above > at + most * 2 // 3:
                end = above
        cuts.append((at, end))
        at = end
    return cuts


def _bands(shapes: Iterable[Shape]) -> list[tuple[Emu, Emu]]:
    """Return the heights that boxes take, those that meet joined."""
    frames = sorted((s.frame.y, s.frame.bottom) for s in shapes if isinstance(s, Box))
    bands: list[tuple[Emu, Emu]] = []
    for top, bottom in frames:
        if bands and top < bands[-1][1]:
            bands[-1] = (bands[-1][0], max(bottom, bands[-1][1]))
        else:
            bands.append((top, bottom))
    return bands
