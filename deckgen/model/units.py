"""Lengths and rectangles, in EMU: the only home of 12700 and 914400.

Every length in deckgen is a whole number of English Metric Units (EMU), the unit
of DrawingML (ECMA-376 part 1, 20.1.2.1). Font sizes alone are in points (`size_pt`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from .record import record

Emu: TypeAlias = int

EMU_PER_INCH = 914_400
EMU_PER_PT = 12_700
EMU_PER_PX = 9_525  # a CSS pixel, 96 to the inch


def inches(value: float) -> Emu:
    """Return `value` inches in EMU, to the nearest unit."""
    return round(value * EMU_PER_INCH)


def pt(value: float) -> Emu:
    """Return `value` points in EMU, to the nearest unit."""
    return round(value * EMU_PER_PT)


def px(value: float) -> Emu:
    """Return `value` CSS pixels (96 to the inch) in EMU, to the nearest unit."""
    return round(value * EMU_PER_PX)


def to_pt(value: Emu) -> float:
    """Return a length in points."""
    return value / EMU_PER_PT


def to_px(value: Emu) -> float:
    """Return a length in CSS pixels."""
    return value / EMU_PER_PX


@record
class Size:
    """A width and a height in EMU."""

    width: Emu
    height: Emu


@record
class Insets:
    """The room between a frame's edge and its text, in EMU."""

    left: Emu = 0
    top: Emu = 0
    right: Emu = 0
    bottom: Emu = 0


@record
class Rect:
    """A frame: left, top, width and height in EMU, y downwards."""

    x: Emu
    y: Emu
    width: Emu
    height: Emu

    @property
    def right(self) -> Emu:
        return self.x + self.width

    @property
    def bottom(self) -> Emu:
        return self.y + self.height

    @property
    def center_x(self) -> Emu:
        return self.x + self.width // 2

    @property
    def center_y(self) -> Emu:
        return self.y + self.height // 2

    def inset(self, insets: Insets) -> Rect:
        """Return the room that is left inside `insets`; never negative."""
        width = max(0, self.width - insets.left - insets.right)
        height = max(0, self.height - insets.top - insets.bottom)
        return Rect(self.x + insets.left, self.y + insets.top, width, height)

    def shift(self, dx: Emu, dy: Emu) -> Rect:
        """Return this frame moved by (`dx`, `dy`)."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def contains(self, other: Rect) -> bool:
        """Tell whether `other` lies wholly inside this frame."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def overlaps(self, other: Rect) -> bool:
        """Tell whether the two frames share more than an edge."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def columns(self, count: int, gutter: Emu) -> tuple[Rect, ...]:
        """Cut the frame into `count` equal columns, `gutter` apart.

        All columns have the same width; what does not divide stays free at the right.
        """
        width = (self.width - gutter * (count - 1)) // count
        return tuple(
            Rect(self.x + i * (width + gutter), self.y, width, self.height) for i in range(count)
        )

    def rows(self, count: int, gutter: Emu) -> tuple[Rect, ...]:
        """Cut the frame into `count` equal rows, `gutter` apart."""
        height = (self.height - gutter * (count - 1)) // count
        return tuple(
            Rect(self.x, self.y + i * (height + gutter), self.width, height) for i in range(count)
        )


def around(frames: Iterable[Rect]) -> Rect:
    """Return the smallest frame that holds all of `frames`, of which there is one at least."""
    rects = tuple(frames)
    x, y = min(rect.x for rect in rects), min(rect.y for rect in rects)
    right, bottom = max(rect.right for rect in rects), max(rect.bottom for rect in rects)
    return Rect(x, y, right - x, bottom - y)
