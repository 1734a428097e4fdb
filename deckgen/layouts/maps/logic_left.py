"""The root at the right, everything to its left: `logic` in a mirror."""

from __future__ import annotations

from ...plugin import MapLayout
from ._drawing import Drawing
from ._grow import draw_sides, heights_of
from ._sheet import Sheet, placing


def arrange(sheet: Sheet) -> Drawing:
    """Place the map to the left of its root."""
    cards = sheet.measure()
    return draw_sides(sheet, cards, heights_of(sheet.mindmap, cards, sheet.theme), right=0)


LAYOUT = MapLayout("logic_left", placing(arrange))
