"""The root in the middle: the first branches at its right, the others at its left.

Both sides are read from top to bottom, right side first; the cut between them is where their
heights differ least.
"""

from __future__ import annotations

from ...plugin import MapLayout
from ._drawing import Drawing
from ._grow import cut, draw_sides, heights_of
from ._sheet import Sheet, placing


def arrange(sheet: Sheet) -> Drawing:
    """Place the map on both sides of its root."""
    cards = sheet.measure()
    heights = heights_of(sheet.mindmap, cards, sheet.theme)
    right = cut([heights[top] for top in sheet.mindmap.nodes[0].children])
    return draw_sides(sheet, cards, heights, right)


LAYOUT = MapLayout("balanced", placing(arrange))
