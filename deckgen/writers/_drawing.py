"""A page on a canvas, vectors and text in the bundled fonts: what PDF and PNG have in common.

What comes in is a whole page (see `_page.py`), in EMU, y downwards; what leaves is on the canvas,
in points, y upwards. Lines stand where they were measured.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from math import inf, radians, tan
from typing import assert_never

from ..model.color import Color, ColorRole
from ..model.scene import (
    Box,
    ChartShape,
    Connector,
    Group,
    Image,
    Page,
    Path,
    Shape,
    TableShape,
    TextBody,
)
from ..model.style import Align, Fill, Geometry, Line
from ..model.theme import Theme
from ..model.units import EMU_PER_PT, Rect, around, pt, px, to_pt
from ._canvas import Box4, Canvas, RgbShare, curves, ellipse, polyline, rect, round_rect
from ._curves import XY, arrow, is_tapered, polygon, short, tapered
from ._page import look_of
from ._paint import shading, shadow_boxes
from ._pdf_file import PdfFile
from ._text import (
    PlacedLine,
    bullet_middle,
    drawn_pieces,
    is_safe,
    legal,
    placed_lines,
    run_color,
    run_ground,
)

UNDERLINE, WEIGHT = 0.14, 0.045  # ems: the foot of a link's line below the base line, its height
CORNER = px(2)  # of what is drawn behind a highlight
SLACK = px(2)  # by which the ground reaches beyond the page: no picture ends in half a pixel
_SLANT = tan(radians(12))  # the bundled font has no italic: it is leant


def page_canvas(file: PdfFile, page: Page, scale: float = 1) -> Canvas:
    """Return a canvas of a page's size, or of so many times that."""
    return Canvas(file, (to_pt(page.size.width) * scale, to_pt(page.size.height) * scale))


class PageDrawing:
    """One page on the canvas; `targets` are the names that links may lead to."""

    def __init__(
        self, canvas: Canvas, page: Page, theme: Theme, targets: Collection[str] = ()
    ) -> None:
        self.canvas = canvas
        self.page = page
        self.theme = look_of(page, theme)
        self.targets = targets
        self.height = to_pt(page.size.height)
        self._rgb: dict[Color, RgbShare] = {}

    def content(self) -> None:
        """Draw the ground and all shapes, where the canvas's origin is the page's lower left."""
        size = self.page.size
        ground = Rect(-SLACK, -SLACK, size.width + 2 * SLACK, size.height + 2 * SLACK)
        self._ground(ground, Color(ColorRole.BACKGROUND))
        self.shapes(self.page.shapes)

    def picture(self, page: Page, theme: Theme, place: Rect) -> None:
        """Draw another page small, links and all; what reaches beyond it is cut off."""
        scale = place.width / page.size.width
        small = page_canvas(self.canvas.file, page)
        small.pixel = self.canvas.pixel / scale
        PageDrawing(small, page, theme, self.targets).content()
        self.canvas.repeat(small, (self._x(place.x), self._y(place.bottom)), scale)

    def shapes(self, shapes: Iterable[Shape]) -> None:
        for shape in shapes:
            match shape:
                case Box():
                    self.box(shape)
                case Connector():
                    self.connector(shape)
                case Path():
                    contours = (shape.points, *shape.others)
                    self.path(contours, shape.fill, shape.line, shape.closed)
                case Image():
                    self.canvas.image(shape.blob, self._place(shape.frame))
                case Group():
                    self.shapes(shape.shapes)
                case TableShape() | ChartShape():
                    self.shapes(shape.drawn)
                case _:
                    assert_never(shape)

    def _x(self, emu: float) -> float:
        return emu / EMU_PER_PT

    def _y(self, emu: float) -> float:
        return self.height - emu / EMU_PER_PT

    def _place(self, frame: Rect) -> Box4:
        return self._x(frame.x), self._y(frame.bottom), to_pt(frame.width), to_pt(frame.height)

    def _share(self, color: Color) -> RgbShare:
        rgb = self._rgb.get(color)
        if rgb is None:
            value = self.theme.palette.rgb(color)
            rgb = self._rgb[color] = (value.red / 255, value.green / 255, value.blue / 255)
        return rgb

    def _pen(self, line: Line, has_round_ends: bool = False) -> None:
        self.canvas.stroke_color(self._share(line.color))
        self.canvas.pen(
            to_pt(line.width),
            is_dashed=line.dashed,
            is_round=line.rounded,
            has_round_ends=line.rounded or has_round_ends,
        )

    def box(self, box: Box) -> None:
        """Draw a box, its words, and the rectangle of its link."""
        for copy, opacity in shadow_boxes(box):
            self.canvas.fill_opacity(opacity)
            self._geometry(copy)
            self.canvas.fill_opacity(1)
        if box.fill or box.line:
            self._geometry(box)
        if box.key and not self.page.layout:  # on slides keys are for connectors
            self.canvas.mark(box.key, self._x(box.frame.x), self._y(box.frame.y))
        self.text(box.text, box.frame, box.fill is not None)
        self.shapes(box.marks)
        if box.link:
            self._link(box.link, self._place(box.frame))

    def _geometry(self, box: Box) -> None:
        corners = polygon(box.geometry, box.frame, box.corner)
        place = self._place(box.frame)
        if corners:
            outline = polyline([(self._x(x), self._y(y)) for x, y in corners])
        elif box.geometry is Geometry.ELLIPSE:
            outline = ellipse(place)
        elif box.geometry is Geometry.ROUND:
            outline = round_rect(place, to_pt(box.corner))
        else:
            outline = rect(place)
        if box.line:
            self._pen(box.line)
        self._paint(outline, place, box.fill, box.line)

    def _paint(self, outline: str, place: Box4, fill: Fill | None, line: Line | None) -> None:
        """Fill an outline and draw along it; the pen is set."""
        if fill and fill.stops:
            self.canvas.shade(shading(fill, self._share), outline, place)
            fill = None
        if fill:
            self.canvas.fill_color(self._share(fill.color))
        if fill or line:
            self.canvas.paint(outline, fill=fill is not None, stroke=line is not None)

    def path(
        self, contours: Sequence[Sequence[XY]], fill: Fill | None, line: Line | None, closed: bool
    ) -> None:
        """Draw contours of cubic Beziers, one within another being a hole."""
        outline = " ".join(self._curves(points, closed) for points in contours)
        if line:
            self._pen(line)
        frame = Rect(0, 0, 0, 0)
        if fill and fill.stops:
            frame = around(Rect(round(x), round(y), 1, 1) for one in contours for x, y in one)
        self._paint(outline, self._place(frame), fill, line)

    def _curves(self, points: Sequence[XY], closed: bool) -> str:
        flat = [(self._x(x), self._y(y)) for x, y in points]
        if self.canvas.longest < inf:
            return curves(short(flat, self.canvas.longest), closed)
        return curves(flat, closed)

    def connector(self, connector: Connector) -> None:
        """Draw a branch as a filled outline where it tapers, as a stroke elsewhere."""
        canvas, ink = self.canvas, self._share(connector.line.color)
        canvas.fill_color(ink)
        if is_tapered(connector):
            canvas.paint(self._curves(tapered(connector), True), fill=True, stroke=False)
        else:
            self._pen(connector.line, has_round_ends=True)
            canvas.paint(self._curves(connector.points, False), fill=False, stroke=True)
        if connector.has_arrow:
            head = [(self._x(x), self._y(y)) for x, y in arrow(connector, pt(1))]
            canvas.paint(polyline(head), fill=True, stroke=False)
        if connector.label.paragraphs:
            frame = connector.label_frame
            self._ground(frame, Color(ColorRole.BACKGROUND))
            self.text(connector.label, frame, has_ground=False)

    def _ground(self, frame: Rect, color: Color) -> None:
        self.canvas.fill_color(self._share(color))
        self.canvas.paint(rect(self._place(frame)), fill=True, stroke=False)

    def text(self, text: TextBody, frame: Rect, has_ground: bool) -> None:
        for line in placed_lines(text, frame):
            if line.is_first and line.paragraph.style.bullet:
                self._bullet(line)
            self._line(line, has_ground)

    def _line(self, line: PlacedLine, has_ground: bool) -> None:
        """Draw runs one after another, each as wide as the font makes it."""
        style, size, canvas = line.paragraph.style, line.paragraph.size_pt, self.canvas
        pieces = drawn_pieces(line)
        words = [legal(run.text) for run, _ in pieces]
        if words:
            words[-1] = words[-1].rstrip()
        fonts = [(run.bold or style.bold, is_mono) for run, is_mono in pieces]
        widths = [canvas.width(text, font, size) for text, font in zip(words, fonts, strict=True)]
        x, y = self._x(line.x), self._y(line.y)
        if style.align is not Align.LEFT:
            x -= sum(widths) / (2 if style.align is Align.CENTER else 1)
        for (run, _), text, font, width in zip(pieces, words, fonts, widths, strict=True):
            place = (x, y - 0.25 * size, width, 1.2 * size)
            ground = run_ground(run, has_ground)
            if ground:
                canvas.fill_color(self._share(ground))
                canvas.paint(round_rect(place, to_pt(CORNER)), fill=True, stroke=False)
            canvas.fill_color(self._share(run_color(run, style.color, has_ground)))
            if text:
                slant = _SLANT if run.italic or style.italic else 0
                canvas.text(text, (x, y), font, size, slant)
            if run.link:
                foot = (x, y - UNDERLINE * size, width, WEIGHT * size)
                canvas.paint(rect(foot), fill=True, stroke=False)
                self._link(run.link, place)
            x += width

    def _bullet(self, line: PlacedLine) -> None:
        style, size = line.paragraph.style, line.paragraph.size_pt
        font = (style.bold, False)
        half = self.canvas.width(style.bullet, font, size) / 2
        self.canvas.fill_color(self._share(style.bullet_color))
        at = (self._x(bullet_middle(line)) - half, self._y(line.y))
        self.canvas.text(style.bullet, at, font, size)

    def _link(self, link: str, place: Box4) -> None:
        if is_safe(link) and (link[:1] != "#" or link[1:] in self.targets):
            self.canvas.link(link, place)
