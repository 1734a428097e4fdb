"""A page of a PDF as it is drawn: operators (ISO 32000-1, annex A), in points, y upwards.

What comes in are outlines, words, pictures and links; what leaves is a stream of the file's.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TypeAlias
from urllib.parse import quote

from ._curves import XY
from ._pdf_file import FontKey, PdfFile
from ._typeface import EM, typeface

Box4: TypeAlias = tuple[float, float, float, float]  # left, bottom, width, height
RgbShare: TypeAlias = tuple[float, float, float]

ROUND = 0.5523  # of a radius: where the handles of a quarter of a circle stand


class Canvas:
    """A page; `show` ends it.

    No segment of a curve may be longer than `longest`. `pixel` is how large one is where the page
    is painted: pdfium paints no line thinner than that, so a thinner one is made paler.
    """

    def __init__(self, file: PdfFile, size: tuple[float, float], longest: float = math.inf) -> None:
        self.file = file
        self.longest = longest
        self.pixel = 0.0
        self._size = size
        self._ops: list[str] = []
        self._state: dict[str, str] = {}
        self._scale = 1.0
        self.links: list[tuple[str, Box4]] = []
        self.marks: list[tuple[str, float, float]] = []

    def _set(self, what: str, values: str) -> None:
        """Set a part of the graphics state by its operator, unless it is so."""
        if self._state.get(what) != values:
            self._state[what] = values
            self._ops.append(f"{values} {what}")

    def _set_opacity(self, what: str, share: float) -> None:
        """Set how opaque fills ("ca") or lines ("CA") are, unless they are so."""
        name = f"{share:.3f}"
        if self._state.get(what, "1.000") != name:
            self._state[what] = name
            self._ops.append(f"/{self.file.opacity(what, name)} gs")

    def fill_color(self, rgb: RgbShare) -> None:
        self._set("rg", f"{rgb[0]:.4g} {rgb[1]:.4g} {rgb[2]:.4g}")

    def stroke_color(self, rgb: RgbShare) -> None:
        self._set("RG", f"{rgb[0]:.4g} {rgb[1]:.4g} {rgb[2]:.4g}")

    def pen(self, width: float, *, is_dashed: bool, is_round: bool, has_round_ends: bool) -> None:
        """Set how lines are drawn."""
        self._set("w", f"{width:.4g}")
        self._set_opacity("CA", width / self.pixel if width < self.pixel else 1)
        self._set("d", f"[{4 * width:.4g} {3 * width:.4g}] 0" if is_dashed else "[] 0")
        self._set("J", "1" if has_round_ends else "0")
        self._set("j", "1" if is_round else "0")

    def fill_opacity(self, share: float) -> None:
        self._set_opacity("ca", share)

    def place(self, scale: float) -> None:
        """Draw what follows so many times as large."""
        self._ops.append(f"{scale:.6g} 0 0 {scale:.6g} 0 0 cm")
        self._scale *= scale

    def repeat(self, other: Canvas, at: XY, scale: float) -> None:
        """Draw another page at a place, its lower left corner there; what reaches beyond it is cut.

        Its links come along, the names of its places do not.
        """
        (x, y), (width, height) = at, other._size
        self._set_opacity("ca", 1)
        self._set_opacity("CA", 1)
        edge = rect((0, 0, width, height))
        self._ops += (
            f"q {scale:.6g} 0 0 {scale:.6g} {x:.2f} {y:.2f} cm {edge} W n",
            *other._ops,
            "Q",
        )
        for target, (left, low, across, up) in other.links:
            self.link(target, (x + scale * left, y + scale * low, scale * across, scale * up))

    def paint(self, outline: str, *, fill: bool, stroke: bool) -> None:
        """Fill an outline, draw along it, or both."""
        self._ops.append(f"{outline} {'B' if fill and stroke else 'f' if fill else 'S'}")

    def shade(self, shading: str, outline: str, box: Box4) -> None:
        """Fill an outline with a gradient that is told for a square of one by one."""
        left, low, width, height = box
        self._ops.append(
            f"q {outline} W n {width:.2f} 0 0 {height:.2f} {left:.2f} {low:.2f} cm "
            f"/{self.file.shading(shading)} sh Q"
        )

    def width(self, text: str, font: FontKey, size: float) -> float:
        """Return how far a text reaches, in points."""
        return sum(map(typeface(*font).advances.__getitem__, text)) * size / EM

    def text(self, text: str, at: XY, font: FontKey, size: float, slant: float = 0) -> None:
        """Draw a line of text from a place on its base line on."""
        self._ops.append(
            f"BT /{self.file.font_name(font)} {size:.6g} Tf "
            f"1 0 {slant:.4g} 1 {at[0]:.2f} {at[1]:.2f} Tm <{self.file.letters(font, text)}> Tj ET"
        )

    def image(self, blob: bytes, box: Box4) -> None:
        """Draw a picture in its own ratio, in the middle of its room."""
        name, across, down = self.file.picture(blob)
        left, low, width, height = box
        scale = min(width / across, height / down)
        wide, high = across * scale, down * scale
        x, y = left + (width - wide) / 2, low + (height - high) / 2
        self._ops.append(f"q {wide:.2f} 0 0 {high:.2f} {x:.2f} {y:.2f} cm /{name} Do Q")

    def link(self, target: str, box: Box4) -> None:
        """Make a link of a rectangle: "#key" leads to a mark of that name."""
        left, low, width, height = (self._scale * length for length in box)
        self.links.append((target, (left, low, width, height)))

    def mark(self, key: str, x: float, y: float) -> None:
        """Name a place, for links."""
        self.marks.append((key, self._scale * x, self._scale * y))

    def show(self) -> int:
        """Add the page to the file, and return the number of its object."""
        contents = self.file.stream("", "\n".join(self._ops).encode("ascii"))
        return self.file.add_page(self._size, (contents,))

    def annotations(self, goal: Callable[[str], str]) -> list[str]:
        """Return the links, where `goal` tells where a name leads; empty for none."""
        found = []
        for target, (left, low, width, height) in self.links:
            leads = goal(target[1:]) if target[:1] == "#" else f"/A<</S/URI/URI ({_uri(target)})>>"
            if leads:
                rect = f"{left:.2f} {low:.2f} {left + width:.2f} {low + height:.2f}"
                found.append(f"<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4/Rect[{rect}]{leads}>>")
        return found


def rect(box: Box4) -> str:
    """Return a rectangle's outline."""
    return f"{box[0]:.2f} {box[1]:.2f} {box[2]:.2f} {box[3]:.2f} re"


def round_rect(box: Box4, radius: float) -> str:
    """Return the outline of a rectangle with round corners, an ellipse where they meet."""
    return _rounded(box, min(radius, box[2] / 2), min(radius, box[3] / 2))


def ellipse(box: Box4) -> str:
    """Return the outline of an ellipse in its box."""
    return _rounded(box, box[2] / 2, box[3] / 2)


def _rounded(box: Box4, rx: float, ry: float) -> str:
    x0, y0, x1, y1 = box[0], box[1], box[0] + box[2], box[1] + box[3]
    hx, hy = rx * (1 - ROUND), ry * (1 - ROUND)
    return (
        f"{x0 + rx:.2f} {y0:.2f} m {x1 - rx:.2f} {y0:.2f} l "
        f"{x1 - hx:.2f} {y0:.2f} {x1:.2f} {y0 + hy:.2f} {x1:.2f} {y0 + ry:.2f} c "
        f"{x1:.2f} {y1 - ry:.2f} l "
        f"{x1:.2f} {y1 - hy:.2f} {x1 - hx:.2f} {y1:.2f} {x1 - rx:.2f} {y1:.2f} c "
        f"{x0 + rx:.2f} {y1:.2f} l "
        f"{x0 + hx:.2f} {y1:.2f} {x0:.2f} {y1 - hy:.2f} {x0:.2f} {y1 - ry:.2f} c "
        f"{x0:.2f} {y0 + ry:.2f} l "
        f"{x0:.2f} {y0 + hy:.2f} {x0 + hx:.2f} {y0:.2f} {x0 + rx:.2f} {y0:.2f} c h"
    )


def curves(points: Sequence[XY], closed: bool) -> str:
    """Return an outline of cubic Beziers: a start point, then three points a leg."""
    parts = [f"{points[0][0]:.2f} {points[0][1]:.2f} m"]
    for index in range(1, len(points) - 2, 3):
        (ax, ay), (bx, by), (cx, cy) = points[index : index + 3]
        parts.append(f"{ax:.2f} {ay:.2f} {bx:.2f} {by:.2f} {cx:.2f} {cy:.2f} c")
    if closed:
        parts.append("h")
    return " ".join(parts)


def polyline(corners: Sequence[XY]) -> str:
    """Return the outline of a polygon."""
    first, *rest = (f"{x:.2f} {y:.2f}" for x, y in corners)
    return " ".join((f"{first} m", *(f"{corner} l" for corner in rest), "h"))


def _uri(address: str) -> str:
    """Return an address in a string of the file's, what is not ASCII told by its bytes."""
    plain = quote(address, safe="!#$%&'()*+,/:;=?@[]~\\")
    return plain.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
