"""Read a theme's decorations: small vector shapes, in inches from the page's left and top.

A negative x or y counts from the right or bottom edge; a width or height of 0 or less ends that
far before it. `every: [x, y]` repeats a shape at that distance up to the edges, such as the lines
of squared paper. "page" is drawn on every layout, "rule" under each title; other names are layout
kinds. `path` is SVG path data with absolute M, L, C and Z only.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from ..model.regex import regex
from ..model.scene import Box, Path, Point, Shape
from ..model.style import Fill, Geometry, Stop
from ..model.units import Rect, Size, inches
from ..problems import did_you_mean, meant
from ._fields import Fields
from ._fields import Path as FieldPath
from ._schema import FAR, PAGE, PAINT, RULE, SHAPE

_NUMBER = r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)"
_TOKEN = regex(rf"(?<!\s)\s*+,?\s*+([MLCZ]|{_NUMBER})")
_COUNTS = {"M": 2, "L": 2, "C": 6}
MOST_SHAPES = 60
MOST_POINTS = 2_000
PATH_HINT = "absolute M, L, C and Z, such as 'M 1 1 L 2 1 L 2 2 Z'"


def read_decor(
    fields: Fields, page: Size, kinds: Collection[str] = ()
) -> dict[str, tuple[Shape, ...]]:
    """Return the decorations by the layout kind they belong to ("rule": under each title).

    `kinds` are those there are; without them none is taken for a slip.
    """
    decor: dict[str, tuple[Shape, ...]] = {}
    for kind in kinds_in(fields, "decor", (PAGE, RULE), kinds):
        shapes = fields.at(("decor", kind))
        if not isinstance(shapes, list):
            hint = "begin each shape with a dash"
            fields.complain(
                ("decor", kind), f"'{kind}' must be a list of shapes", hint, code="wrong-kind"
            )
            continue
        if len(shapes) > MOST_SHAPES:
            fields.complain(
                ("decor", kind),
                f"'{kind}' has more than {MOST_SHAPES} shapes",
                code="bad-decoration",
            )
        found = (
            _shapes(fields, ("decor", kind, i), page) for i in range(min(len(shapes), MOST_SHAPES))
        )
        decor[kind] = tuple(shape for shapes in found for shape in shapes)[:MOST_SHAPES]
    return decor


def kinds_in(
    fields: Fields, name: str, others: tuple[str, ...], kinds: Collection[str]
) -> tuple[str, ...]:
    """Return the layout kinds that a mapping names; a kind that there is not is a mistake."""
    given = tuple(fields.mapping((name,)))
    for kind in given:
        if kinds and kind not in kinds and kind not in others:
            origin = fields.keys.get((name, kind), fields.origin((name, kind)))
            hint = did_you_mean(kind, (*others, *kinds))
            fields.report.error(
                origin,
                f"unknown layout '{kind}'",
                hint,
                code="unknown-layout",
                swap=meant(kind, hint),
            )
    return given


def read_fill(fields: Fields, path: FieldPath) -> Fill:
    """Return what a shape or a page is painted with."""
    one, gradient, angle, radial = PAINT
    fill = Fill(fields.read((*path, one.name), one))
    if fields.at((*path, gradient.name)) is None:
        return fill
    colors = fields.colors((*path, gradient.name))
    last = len(colors) - 1
    stops = tuple(Stop(color, round(100 * i / last)) for i, color in enumerate(colors))
    return Fill(
        colors[0],
        stops,
        fields.read((*path, angle.name), angle),
        fields.read((*path, radial.name), radial),
    )


def _shapes(fields: Fields, path: FieldPath, page: Size) -> tuple[Shape, ...]:
    """Return a shape as often as it is drawn; a path is drawn once."""
    shape = _shape(fields, path, page)
    every = (*path, "every")
    if fields.at(every) is None or shape is None:
        return (shape,) if shape else ()
    dx, dy = (inches(number) for number in fields.numbers(every, 2))
    if not isinstance(shape, Box) or not dx + dy:
        fields.complain(
            every,
            "this shape cannot be repeated",
            "such as [0.5, 0], of a 'rect'",
            code="bad-decoration",
        )
        return (shape,)
    frame, copies = shape.frame, []
    while frame.x < page.width and frame.y < page.height:
        copies.append(replace(shape, frame=frame))
        if len(copies) > MOST_SHAPES:
            fields.complain(
                every,
                f"more than {MOST_SHAPES} copies",
                "repeat it less densely",
                code="bad-decoration",
            )
            return (shape,)
        frame = replace(frame, x=frame.x + dx, y=frame.y + dy)
    return tuple(copies)


def _shape(fields: Fields, path: FieldPath, page: Size) -> Shape | None:
    given = fields.mapping(path, tuple(one.name for one in SHAPE))
    fill = read_fill(fields, path)
    if "path" in given:
        return _path(fields, (*path, "path"), fill)
    for name, geometry in (("rect", Geometry.RECT), ("ellipse", Geometry.ELLIPSE)):
        if name in given:
            frame = frame_of(fields.numbers((*path, name), 4, -FAR, FAR), page)
            corner = inches(fields.number((*path, "corner")))
            if corner and geometry is Geometry.RECT:
                geometry = Geometry.ROUND
            return Box(frame, "装饰", geometry=geometry, corner=corner, fill=fill)
    if isinstance(fields.at(path), Mapping):
        hint = "such as {rect: [0.75, 1.4, 0.7, 0.05], fill: accent1}"
        fields.complain(
            path, "a decoration needs 'rect', 'ellipse' or 'path'", hint, code="bad-decoration"
        )
    elif fields.at(path) is None:
        fields.complain(path, "an empty decoration", "delete its line", code="bad-decoration")
    return None


def frame_of(numbers: tuple[float, ...], page: Size) -> Rect:
    """Return a frame from inches, those below zero counted from the far edge."""
    x, y, width, height = (inches(number) for number in numbers)
    left = page.width + x if x < 0 else x
    top = page.height + y if y < 0 else y
    if width <= 0:
        width += page.width - left
    if height <= 0:
        height += page.height - top
    return Rect(left, top, max(1, width), max(1, height))


def _path(fields: Fields, path: FieldPath, fill: Fill) -> Path | None:
    data = fields.text(path).strip()
    words = _TOKEN.findall(data)
    points = _points(words) if _TOKEN.sub("", data).strip() == "" else None
    if points is None or not 4 <= len(points) <= MOST_POINTS:
        fields.complain(path, "this path cannot be drawn", PATH_HINT, code="bad-decoration")
        return None
    return Path(tuple(points), "装饰", closed=True, fill=fill)


def _points(words: list[str]) -> list[Point] | None:
    """Return the points of a path that begins with its only M; None for anything else."""
    points: list[Point] = []
    command = ""
    place = 0
    while place < len(words):
        if words[place] in "MLCZ":
            command = words[place]
            place += 1
            if command == "Z" and place < len(words):
                return None
            continue
        count = _COUNTS.get(command, 0)
        numbers = words[place : place + count]
        place += count
        if len(numbers) < count or not count or (command == "M") == bool(points):
            return None
        if any(word in "MLCZ" or abs(float(word)) > FAR for word in numbers):
            return None
        _extend(points, command, [inches(float(word)) for word in numbers])
    return points


def _extend(points: list[Point], command: str, numbers: list[int]) -> None:
    """Add a segment; a straight one is a cubic whose control points are its ends."""
    ends = [Point(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    if command == "L":
        ends = [points[-1], ends[0], ends[0]]
    points.extend(ends)
