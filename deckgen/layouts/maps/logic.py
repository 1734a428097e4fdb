"""The root at the left, everything to its right: a map that reads like an outline."""

from __future__ import annotations

from ...plugin import MapLayout
from ._drawing import Drawing
from ._grow import draw_sides, heights_of
from ._sheet import Sheet, placing


def arrange(sheet: Sheet) -> Drawing:
    """Place the map to the right of its root."""
    cards = sheet.measure()
    return draw_sides(sheet, cards, heights_of(sheet.mindmap, cards, sheet.theme))


LAYOUT = MapLayout("logic", placing(arrange))
