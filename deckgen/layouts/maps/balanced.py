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
from ._cards import Card, measure
from ._grow import gaps_of, page_from


def place(mindmap: MindMap, theme: Theme, _report: Report) -> Page:
    """Place the map on both sides of its root."""
    cards = measure(mindmap, theme)
    heights = _heights(mindmap, cards, gaps_of(mindmap, theme))
    return page_from(mindmap, cards, theme, _cut(heights))


def _heights(mindmap: MindMap, cards: Sequence[Card], gaps: Sequence[Emu]) -> list[Emu]:
    """Return about how high each top branch stands: its leaves below one another."""
    below = [0] * len(cards)
    for index in range(len(cards) - 1, 0, -1):
        node = mindmap.nodes[index]
        room = gaps[index] * max(0, len(node.children) - 1)
        below[index] = max(cards[index].size.height, below[index] + room)
        below[node.parent] += below[index]
    return [below[top] + gaps[0] for top in mindmap.nodes[0].children]


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
