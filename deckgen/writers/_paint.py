"""Gradients and shadows, for the writers that draw themselves.

A gradient runs from corner to corner of its shape at 45 degrees, whatever the shape's ratio, as
DrawingML's scaled ones do. A shadow is a few pale copies of its box, one over the other: every
viewer draws those alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from math import cos, hypot, radians, sin
from typing import Any, TypeAlias
from zlib import crc32

from ..model.color import Color
from ..model.scene import Box
from ..model.style import Fill
from ..model.units import Rect

RgbShare: TypeAlias = tuple[float, float, float]
Box4: TypeAlias = tuple[float, float, float, float]

LAYERS = (1.0, 0.6, 0.2, -0.2)  # how far each copy reaches beyond the box, in halves of the blur


def gradient_line(fill: Fill) -> tuple[float, float, float, float]:
    """Return where a gradient starts and ends, in a square from 0 to 1."""
    across, down = cos(radians(fill.angle)), sin(radians(fill.angle))
    half = (abs(across) + abs(down)) / 2
    x, y = half * across, half * down
    return 0.5 - x, 0.5 - y, 0.5 + x, 0.5 + y


def gradient_name(key: str, number: int) -> str:
    """Return an id for a page's gradient; other pages may stand in the same file."""
    return f"g{crc32(key.encode('utf-8', 'replace')):x}-{number}"


def gradient(name: str, fill: Fill, css: Callable[[Color], str]) -> str:
    """Return a gradient as an element of SVG."""
    stops = "".join(
        f'<stop offset="{stop.at}%" stop-color="{css(stop.color)}"/>' for stop in fill.stops
    )
    if fill.is_radial:
        return f'<radialGradient id="{name}" r="0.71">{stops}</radialGradient>'
    x1, y1, x2, y2 = (f"{value:.4g}" for value in gradient_line(fill))
    way = f'x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"'
    return f'<linearGradient id="{name}" {way}>{stops}</linearGradient>'


def shadow_boxes(box: Box) -> Iterator[tuple[Box, float]]:
    """Yield the copies that make a box's shadow, and how opaque each is."""
    shadow = box.shadow
    if shadow is None:
        return
    for layer in LAYERS:
        more = round(layer * shadow.blur / 2)
        frame = Rect(
            box.frame.x - more,
            box.frame.y - more + shadow.distance,
            max(1, box.frame.width + 2 * more),
            max(1, box.frame.height + 2 * more),
        )
        copy = replace(
            box, frame=frame, corner=max(0, box.corner + more), fill=Fill(shadow.color), line=None
        )
        yield copy, shadow.strength / 100 / len(LAYERS)


def pdf_gradient(
    canvas: Any, fill: Fill, rgb: Callable[[Color], RgbShare], box: Box4, outline: Any
) -> None:
    """Fill an outline on a canvas of reportlab's with a gradient over its box, in points."""
    x, y, width, height = box
    colors = [rgb(stop.color) for stop in fill.stops]
    places = [stop.at / 100 for stop in fill.stops]
    canvas.saveState()
    canvas.clipPath(outline, stroke=0, fill=0)
    if fill.is_radial:
        radius = hypot(width, height) / 2
        canvas.radialGradient(x + width / 2, y + height / 2, radius, colors, places)
    else:
        x1, y1, x2, y2 = gradient_line(fill)
        start = (x + x1 * width, y + (1 - y1) * height)
        canvas.linearGradient(*start, x + x2 * width, y + (1 - y2) * height, colors, places)
    canvas.restoreState()
