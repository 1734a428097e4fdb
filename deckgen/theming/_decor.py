"""Read a theme's decorations: small vector shapes, in inches from the page's left and top.

A negative x or y counts from the right or bottom edge. `path` is SVG path data with absolute
M, L, C and Z only.
"""

from __future__ import annotations

import re

from ..model.scene import Box, Path, Point, Shape
from ..model.style import Fill, Geometry
from ..model.units import EMU_PER_INCH, Rect, Size, inches
from ._fields import Fields
from ._fields import Path as FieldPath

SHAPE_FIELDS = ("rect", "ellipse", "path", "fill", "corner")
_TOKEN = re.compile(r"([MLCZ])|(-?\d+(?:\.\d+)?)")
MOST_SHAPES = 60
MOST_POINTS = 2_000


def read_decor(fields: Fields, page: Size) -> dict[str, tuple[Shape, ...]]:
    """Return the decorations by the layout kind they belong to ("rule": under each title)."""
    decor: dict[str, tuple[Shape, ...]] = {}
    for kind in fields.mapping(("decor",)):
        shapes = fields.at(("decor", kind))
        if not isinstance(shapes, list):
            fields.complain(("decor", kind), f"'{kind}' must be a list of shapes")
            continue
        found = (
            _shape(fields, ("decor", kind, i), page) for i in range(min(len(shapes), MOST_SHAPES))
        )
        decor[kind] = tuple(shape for shape in found if shape)
    return decor


def _shape(fields: Fields, path: FieldPath, page: Size) -> Shape | None:
    given = fields.mapping(path, SHAPE_FIELDS)
    fill = Fill(fields.color((*path, "fill"), "accent1"))
    if "path" in given:
        return _path(fields, (*path, "path"), fill)
    for name, geometry in (("rect", Geometry.RECT), ("ellipse", Geometry.ELLIPSE)):
        if name in given:
            frame = _frame(fields.numbers((*path, name), 4), page)
            corner = inches(fields.number((*path, "corner")))
            if corner and geometry is Geometry.RECT:
                geometry = Geometry.ROUND
            return Box(frame, "装饰", geometry=geometry, corner=corner, fill=fill)
    fields.complain(path, "a decoration needs 'rect', 'ellipse' or 'path'")
    return None


def _frame(numbers: tuple[float, ...], page: Size) -> Rect:
    x, y, width, height = (inches(number) for number in numbers)
    left = page.width + x if x < 0 else x
    top = page.height + y if y < 0 else y
    return Rect(left, top, max(1, width), max(1, height))


def _path(fields: Fields, path: FieldPath, fill: Fill) -> Path | None:
    points: list[Point] = []
    numbers: list[int] = []
    command = ""
    for word, number in _TOKEN.findall(fields.text(path))[:MOST_POINTS]:
        if word:
            command = word
            continue
        numbers.append(round(float(number) * EMU_PER_INCH))
        if len(numbers) == (6 if command == "C" else 2):
            _extend(points, command, numbers)
            numbers = []
    if len(points) < 4:
        fields.complain(path, "a path needs 'M x y' and at least one 'C' or 'L'")
        return None
    return Path(tuple(points), "装饰", closed=True, fill=fill)


def _extend(points: list[Point], command: str, numbers: list[int]) -> None:
    """Add a segment; a straight one is a cubic whose control points are its ends."""
    ends = [Point(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    if command == "L" and points:
        ends = [points[-1], ends[0], ends[0]]
    points.extend(ends)
