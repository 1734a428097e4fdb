"""Ranks from the root upwards: what everything else grows from."""

from __future__ import annotations

from ...plugin import MapLayout
from ._drawing import Drawing
from ._org import draw_ranks
from ._sheet import Sheet, placing


def arrange(sheet: Sheet) -> Drawing:
    """Place the chart, its root at the bottom."""
    return draw_ranks(sheet, up=True)


LAYOUT = MapLayout("org_up", placing(arrange))
