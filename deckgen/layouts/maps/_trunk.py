"""Trunks: the line that several branches share, drawn once in the root's colour over them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...model.color import Color, ColorRole
from ...model.scene import Path, Point
from ...model.style import Fill, Line
from ...model.theme import Theme
from ...model.units import Emu
from ._edges import bent

COLOR = Color(ColorRole.TEXT)


def trunk(corners: Sequence[Point], theme: Theme, edge: str = "elbow") -> Path:
    """Return a shared line through corners, as wide as the branches of the root."""
    return Path(bent(corners, edge), "trunk", line=Line(COLOR, width_of(theme)))


def width_of(theme: Theme) -> Emu:
    """Return how wide a trunk is."""
    return theme.map.edge_widths[0]


def outline(corners: Iterable[Point], name: str) -> Path:
    """Return a filled shape with straight sides, such as an arrow's head."""
    first, *others = corners
    return Path(bent((first, *others, first), "elbow"), name, closed=True, fill=Fill(COLOR))


def arrow_head(tip: Point, along: tuple[int, int], theme: Theme) -> Path:
    """Return the head of an arrow that points along (1, 0) or (0, 1)."""
    size = 2 * width_of(theme)
    dx, dy = along
    back = Point(tip.x - dx * 2 * size, tip.y - dy * 2 * size)
    return outline(
        (
            tip,
            Point(back.x - dy * size, back.y + dx * size),
            Point(back.x + dy * size, back.y - dx * size),
        ),
        "arrow head",
    )
