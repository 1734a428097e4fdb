"""Shapes of a map moved to another place, and frames round them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from ...model.scene import (
    Box,
    ChartShape,
    Connector,
    Group,
    Image,
    Path,
    Shape,
    TableShape,
)
from ...model.units import Emu, Rect
from ._drawing import moved


def shifted(shape: Shape, dx: Emu, dy: Emu) -> Shape:
    """Return a shape moved by (`dx`, `dy`)."""
    match shape:
        case Box():
            marks = tuple(shifted(one, dx, dy) for one in shape.marks)
            return replace(shape, frame=shape.frame.shift(dx, dy), marks=marks)
        case Image():
            return replace(shape, frame=shape.frame.shift(dx, dy))
        case Path():
            others = tuple(moved(contour, dx, dy) for contour in shape.others)
            return replace(shape, points=moved(shape.points, dx, dy), others=others)
        case Connector():
            return replace(
                shape,
                points=moved(shape.points, dx, dy),
                label_frame=shape.label_frame.shift(dx, dy),
            )
        case Group():
            inner = tuple(shifted(one, dx, dy) for one in shape.shapes)
            return replace(shape, frame=shape.frame.shift(dx, dy), shapes=inner)
        case TableShape():
            rows = tuple(
                tuple(replace(cell, frame=cell.frame.shift(dx, dy)) for cell in row)
                for row in shape.cells
            )
            return replace(shape, frame=shape.frame.shift(dx, dy), cells=rows)
        case ChartShape():
            drawn = tuple(shifted(one, dx, dy) for one in shape.drawn)
            area = shape.area.shift(dx, dy)
            return replace(shape, frame=shape.frame.shift(dx, dy), area=area, drawn=drawn)
        case _:
            assert_never(shape)


def frames_of(shapes: Iterable[Shape]) -> Iterator[Rect]:
    """Yield a frame for every shape; a curve's handles may lie outside it."""
    for shape in shapes:
        if isinstance(shape, Path | Connector):
            xs, ys = zip(*((point.x, point.y) for point in shape.points[::3]), strict=True)
            yield Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        else:
            yield shape.frame
