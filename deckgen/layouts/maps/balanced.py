"""The root in the middle: the first branches at its right, the others at its left.

Both sides are read from top to bottom, right side first; the cut between them is where their
heights differ least.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...model.mindmap import MindMap
from ...model.scene import Page
from ...model.theme import Theme
from ...model.units import Emu
from ...plugin import MapLayout
from ...problems import Report
from ._cards import measure
from ._grow import draw_sides, heights_of


def place(mindmap: MindMap, theme: Theme, _report: Report) -> Page:
    """Place the map on both sides of its root."""
    cards = measure(mindmap, theme)
    heights = heights_of(mindmap, cards, theme)
    right = _cut([heights[top] for top in mindmap.nodes[0].children])
    return draw_sides(mindmap, cards, theme, right)


def _cut(heights: Sequence[Emu]) -> int:
    """Return how many branches stand at the right; at least one, and the upper half of a tie."""
    total, right = sum(heights), 0
    best, found = total, len(heights)
    for count, height in enumerate(heights, start=1):
        right += height
        difference = abs(2 * right - total)
        if difference < best:
            best, found = difference, count
    return found


LAYOUT = MapLayout("balanced", place)
