"""The root at the left, everything to its right: a map that reads like an outline."""

from __future__ import annotations

from ...model.mindmap import MindMap
from ...model.scene import Page
from ...model.theme import Theme
from ...plugin import MapLayout
from ...problems import Report
from ._grow import draw


def place(mindmap: MindMap, theme: Theme, _report: Report) -> Page:
    """Place the map to the right of its root."""
    return draw(mindmap, theme)


LAYOUT = MapLayout("logic", place)
