"""The root at the left, and a brace from every topic to its points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model.color import ColorRole
from ...model.mindmap import Node
from ...model.scene import Path, Point
from ...model.style import Line
from ...model.units import Emu, Rect, pt
from ...plugin import MapLayout
from ._drawing import Drawing, drawn
from ._edges import Route, between, straight
from ._grow import grow
from ._sheet import Sheet, placing
from ._summaries import RIGHT
from ._tones import branch_color
from ._trunk import color_of

_REACH = 0.75  # between a topic and its points, in level gaps
_AIR: Emu = pt(4)  # between a brace and the boxes
_ROUND = 0.55


def arrange(sheet: Sheet) -> Drawing:
    """Place the map to the right of its root, braces between the levels."""
    cards = sheet.measure()
    reach = round(_REACH * sheet.theme.map.level_gap)
    places, left = grow(sheet, cards, [reach] * len(cards), (0,))
    frames = [
        Rect(x, y, card.size.width, card.size.height)
        for x, y, card in zip(left, places.across, cards, strict=True)
    ]
    settled = sheet.settle(frames)
    marks = tuple(_braces(sheet, settled, reach))
    drawing = drawn(cards, settled, [()] * len(cards), marks)
    drawing = replace(drawing, lined=[False] * len(cards))  # braces are lines enough
    return sheet.braced(drawing, frames, lambda _: RIGHT)


def _braces(sheet: Sheet, frames: Sequence[Rect], reach: Emu) -> Iterator[Path]:
    lines: dict[tuple[int, ColorRole], Line] = {}
    for index, node in enumerate(sheet.mindmap.nodes):
        if not node.children:
            continue
        parent = frames[index]
        rows = [frames[child] for child in node.children]
        left = parent.right + _AIR
        right = max(left, min(min(row.x for row in rows), parent.right + reach) - _AIR)
        top, bottom = rows[0].y + _AIR, rows[-1].bottom - _AIR
        points = (
            straight(Point(left, parent.center_y), Point(right, parent.center_y))
            if len(rows) == 1
            else _brace(Point(left, parent.center_y), right, top, bottom)
        )
        kind = (node.depth, node.accent)
        if kind not in lines:
            lines[kind] = _line(sheet, node)
        yield Path(points, f"{node.key} brace", line=lines[kind])


def _line(sheet: Sheet, node: Node) -> Line:
    widths = sheet.theme.map.edge_widths
    width = widths[min(node.depth + 1, len(widths) - 1)]
    if not node.depth:
        return Line(color_of(sheet), width)
    return Line(branch_color(sheet.theme, node.accent, node.depth + 1), width)


def _brace(tip: Point, right: Emu, top: Emu, bottom: Emu) -> Route:
    """Return a brace that opens to the right, from its upper end to its lower one."""
    middle = (tip.x + right) // 2
    reach = min(right - middle, (tip.y - top) // 2, (bottom - tip.y) // 2)
    corners = (
        Point(middle + reach, top),
        Point(middle, top + reach),
        Point(middle, tip.y - reach),
        Point(middle - reach, tip.y),
        Point(middle, tip.y + reach),
        Point(middle, bottom - reach),
        Point(middle + reach, bottom),
    )
    a, b, c, d, e, f, g = corners
    return (
        *_quarter(a, Point(middle, top), b),
        *straight(b, c)[1:],
        *_quarter(c, Point(middle, tip.y), d)[1:],
        *_quarter(d, Point(middle, tip.y), e)[1:],
        *straight(e, f)[1:],
        *_quarter(f, Point(middle, bottom), g)[1:],
    )


def _quarter(start: Point, corner: Point, end: Point) -> Route:
    """Return a quarter circle that bends at a corner."""
    return (start, between(start, corner, _ROUND), between(end, corner, _ROUND), end)


LAYOUT = MapLayout("bracket", placing(arrange))
