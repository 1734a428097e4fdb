"""The small pieces of SVG and HTML text: numbers, frames, path data, and words made harmless."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ..model.units import EMU_PER_PX, Rect
from ._curves import XY
from ._text import legal


def num(emu: float) -> str:
    """Return EMU as pixels with two decimals at most."""
    text = f"{emu / EMU_PER_PX:.2f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def escaped(text: str) -> str:
    """Return text that may stand between tags."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text or ">" in text:
        text = text.replace("<", "&lt;").replace(">", "&gt;")
    return legal(text)


def quoted(text: str) -> str:
    """Return text that may stand between tags or in a double-quoted attribute."""
    return escaped(text).replace('"', "&quot;").replace("\n", "&#10;")


def placed(frame: Rect) -> str:
    """Return a frame as attributes."""
    return (
        f' x="{num(frame.x)}" y="{num(frame.y)}" '
        f'width="{num(frame.width)}" height="{num(frame.height)}"'
    )


def pairs(points: Sequence[XY]) -> str:
    """Return points as path data, to a tenth of a pixel."""
    return _form(len(points)) % _pixels(points)


def curve(points: Sequence[XY]) -> str:
    """Return path data: a start point, then cubics."""
    return f"M%.1f %.1fC{_form(len(points) - 1)}" % _pixels(points)


@cache
def _form(count: int) -> str:
    """Return what that many points are written by, at once.

    A large map has 200,000 of them, and an f-string for each takes three times as long.
    """
    return " ".join(["%.1f %.1f"] * count)


def _pixels(points: Sequence[XY]) -> tuple[float, ...]:
    return tuple([value / EMU_PER_PX for point in points for value in point])
