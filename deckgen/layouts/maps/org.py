"""Ranks from the root downwards, as a company draws itself."""

from __future__ import annotations

from ...plugin import MapLayout
from ._drawing import Drawing
from ._org import draw_ranks
from ._sheet import Sheet, placing


def arrange(sheet: Sheet) -> Drawing:
    """Place the chart, its root on top."""
    return draw_ranks(sheet)


LAYOUT = MapLayout("org", placing(arrange))
