"""Trunks: the line that several branches share, drawn once in the root's colour over them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...model.color import Color, ColorRole
from ...model.scene import Path, Point
from ...model.style import Fill, Line
from ...model.units import Emu
from ._edges import bent
from ._sheet import Sheet


def color_of(sheet: Sheet) -> Color:
    """Return the colour of a drawing's root: the map's own is as dark as its text."""
    root = sheet.mindmap.nodes[0]
    return Color(root.accent if root.depth else ColorRole.TEXT)


def width_of(sheet: Sheet) -> Emu:
    """Return how wide the branches of a drawing's root are."""
    widths = sheet.theme.map.edge_widths
    return widths[min(sheet.mindmap.nodes[0].depth, len(widths) - 1)]


def trunk(corners: Sequence[Point], sheet: Sheet, edge: str = "elbow") -> Path:
    """Return a shared line through corners."""
    return Path(bent(corners, edge), "trunk", line=Line(color_of(sheet), width_of(sheet)))


def outline(corners: Iterable[Point], name: str, sheet: Sheet) -> Path:
    """Return a filled shape with straight sides, such as an arrow's head."""
    first, *others = corners
    points = bent((first, *others, first), "elbow")
    return Path(points, name, closed=True, fill=Fill(color_of(sheet)))


def arrow_head(tip: Point, along: tuple[int, int], sheet: Sheet) -> Path:
    """Return the head of an arrow that points along (1, 0) or (0, 1)."""
    size = 2 * width_of(sheet)
    dx, dy = along
    back = Point(tip.x - dx * 2 * size, tip.y - dy * 2 * size)
    ends = (Point(back.x + sign * dy * size, back.y + sign * dx * size) for sign in (1, -1))
    return outline((tip, *ends), "arrow head", sheet)
