"""Gradients and shadows, for the writers that draw themselves.

A gradient runs from corner to corner of its shape at 45 degrees, whatever the shape's ratio, as
DrawingML's scaled ones do. A shadow is a few pale copies of its box, one over the other: every
viewer draws those alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from math import cos, radians, sin
from typing import TypeAlias
from zlib import crc32

from ..model.color import Color
from ..model.scene import Box
from ..model.style import Fill
from ..model.units import Rect

RgbShare: TypeAlias = tuple[float, float, float]

LAYERS = (1.0, 0.6, 0.2, -0.2)  # how far each copy reaches beyond the box, in halves of the blur
RADIUS = 0.71  # of a radial gradient, in sides of its square: the corners have the last colour


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
        return f'<radialGradient id="{name}" r="{RADIUS}">{stops}</radialGradient>'
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


def shading(fill: Fill, rgb: Callable[[Color], RgbShare]) -> str:
    """Return a gradient as the entries of a PDF's dictionary, in a square of one by one.

    ISO 32000-1, 8.7.4.5; the square's y goes upwards.
    """
    stops = [(stop.at / 100, rgb(stop.color)) for stop in fill.stops]
    stops = [(0.0, stops[0][1]), *stops, (1.0, stops[-1][1])]
    steps = [(low, high) for low, high in pairwise(stops) if low[0] < high[0]]
    parts = " ".join(
        f"<</FunctionType 2/Domain[0 1]/N 1/C0[{_spelt(low[1])}]/C1[{_spelt(high[1])}]>>"
        for low, high in steps
    )
    bounds = " ".join(f"{high[0]:.4g}" for _, high in steps[:-1])
    encode = " ".join(["0 1"] * len(steps))
    function = (
        f"<</FunctionType 3/Domain[0 1]/Functions[{parts}]/Bounds[{bounds}]/Encode[{encode}]>>"
    )
    if fill.is_radial:
        kind, place = 3, f"0.5 0.5 0 0.5 0.5 {RADIUS}"
    else:
        x1, y1, x2, y2 = gradient_line(fill)
        kind, place = 2, f"{x1:.4g} {1 - y1:.4g} {x2:.4g} {1 - y2:.4g}"
    return (
        f"/ShadingType {kind}/ColorSpace/DeviceRGB/Coords[{place}]"
        f"/Extend[true true]/Function {function}"
    )


def _spelt(rgb: RgbShare) -> str:
    return " ".join(f"{share:.4g}" for share in rgb)
