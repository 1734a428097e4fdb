"""Scene → PDF: every page drawn by reportlab, vectors and selectable text in the bundled fonts.

Lines stand where they were measured; words are embedded as a subset of the bundled TrueType
fonts. The same scene gives the same bytes. A page beyond what PDF readers show is scaled down.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from math import radians, tan
from typing import Any, assert_never

from ..model.color import Color, ColorRole
from ..model.scene import (
    Box,
    ChartShape,
    Connector,
    Group,
    Image,
    Page,
    Path,
    Scene,
    Shape,
    TableShape,
    TextBody,
)
from ..model.style import Align, Fill, Geometry, Line
from ..model.theme import Theme
from ..model.units import EMU_PER_PT, Rect, around, pt, to_pt
from ..plugin import Writer
from ..problems import Report
from ..text.fonts import font_path
from ._curves import XY, arrow, is_tapered, polygon, tapered
from ._page import look_of, whole_pages
from ._paint import pdf_gradient, shadow_boxes
from ._text import (
    PlacedLine,
    bullet_middle,
    drawn_pieces,
    is_safe,
    legal,
    placed_lines,
    run_color,
    run_ground,
    with_stand_ins,
)

MAX_SIDE_PT = 14_400  # Acrobat's bound, ISO 32000-1 annex C
_FONTS = {False: "DeckgenSansSC", True: "DeckgenSansSC-Bold"}
_MONO_FONTS = {False: "DeckgenMono", True: "DeckgenMono-Bold"}  # for listings
SECTION = "section "  # reportlab has one entry a key in its outline: a section needs its own
UNDERLINE, WEIGHT = 0.14, 0.045  # ems: the foot of a link's line below the base line, its height
_SLANT = tan(radians(12))  # the bundled font has no italic: it is leant


def write(scene: Scene, theme: Theme, report: Report) -> bytes:
    """Return all pages of a scene as a PDF file."""
    pages = with_stand_ins(whole_pages(scene, theme), report)
    blob = BytesIO()
    canvas = new_canvas(blob, scene)
    targets = link_targets(scene)
    for page in pages:
        PageDrawing(canvas, page, theme, targets).draw(report)
    if len(pages) > 1:
        add_bookmarks(canvas, scene)
    canvas.save()
    return blob.getvalue()


def new_canvas(blob: BytesIO, scene: Scene) -> Any:
    """Return a canvas of reportlab with the file's properties; `save()` writes to `blob`."""
    from reportlab.pdfgen.canvas import Canvas

    _register_fonts()
    properties = scene.properties
    canvas = Canvas(blob, invariant=1, pageCompression=1, lang=properties.lang)
    canvas.setTitle(legal(properties.title or scene.pages[0].title))
    canvas.setAuthor(legal(properties.author))
    canvas.setSubject(legal(properties.subject or scene.pages[0].description))
    canvas.setKeywords(legal(properties.keywords))
    canvas.setCreator("deckgen")
    return canvas


def add_bookmarks(canvas: Any, scene: Scene) -> None:
    """List sections, and below each its pages, in the reader's side bar."""
    sections = {section.first: section for section in scene.sections}
    depth = 0
    for index, page in enumerate(scene.pages):
        if not page.layout:  # the first page of a map's section is the section
            depth = int(bool(sections) and index not in sections)
        elif index in sections:
            section = sections[index]
            canvas.addOutlineEntry(legal(section.title), SECTION + page.key, 0, closed=False)
            depth = 1
        canvas.addOutlineEntry(legal(page.title), page.key, depth, closed=False)
    canvas.showOutline()


def link_targets(scene: Scene) -> set[str]:
    """Return the keys of all pages, and of a map's boxes: what a link may jump to."""
    keys = {page.key for page in scene.pages}
    stack = [shape for page in scene.pages if not page.layout for shape in page.shapes]
    while stack:
        shape = stack.pop()
        if isinstance(shape, Box):
            keys.add(shape.key)
        elif isinstance(shape, Group):
            stack.extend(shape.shapes)
    return keys - {""}


def _legs(corners: Sequence[XY]) -> list[XY]:
    """Return a polygon as a closed row of cubic Beziers."""
    legs = [corners[0]]
    for corner in [*corners[1:], corners[0]]:
        legs += [legs[-1], corner, corner]
    return legs


def _register_fonts() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for is_mono, fonts in ((False, _FONTS), (True, _MONO_FONTS)):
        for bold, name in fonts.items():
            # a font object gathers its subset while a file is made: each file needs fresh ones
            pdfmetrics.registerFont(TTFont(name, str(font_path(bold, is_mono))))


class PageDrawing:
    """One page on the canvas, in points, y upwards."""

    def __init__(self, canvas: Any, page: Page, theme: Theme, targets: set[str]) -> None:
        self.canvas = canvas
        self.page = page
        self.theme = look_of(page, theme)
        self.targets = targets
        self.height = to_pt(page.size.height)
        self._rgb: dict[Color, tuple[float, float, float]] = {}

    def draw(self, report: Report) -> None:
        """Draw the page as one of the file's own."""
        self.start(report)
        self.content()
        self.canvas.showPage()

    def start(self, report: Report) -> None:
        """Begin a page of the file, scaled down where it is larger than readers show."""
        canvas, size = self.canvas, self.page.size
        width, height = to_pt(size.width), to_pt(size.height)
        scale = min(1.0, MAX_SIDE_PT / max(width, height))
        canvas.setPageSize((width * scale, height * scale))
        if scale < 1:
            canvas.scale(scale, scale)
            report.note(
                self.page.origin,
                f"the page is scaled to {scale:.0%}, the largest that PDF readers show",
                hint="a map of fewer levels needs no scaling (--depth 3)",
            )
        if self.page.key:
            canvas.bookmarkPage(self.page.key)
            if self.page.layout:
                canvas.bookmarkPage(SECTION + self.page.key)

    def content(self) -> None:
        """Draw the ground and all shapes, where the canvas's origin is the page's lower left."""
        self._ground(
            Rect(0, 0, self.page.size.width, self.page.size.height), Color(ColorRole.BACKGROUND)
        )
        self.shapes(self.page.shapes)

    def picture(self, page: Page, theme: Theme, place: Rect) -> None:
        """Draw another page small, links and all; what reaches beyond it is cut off."""
        canvas, scale = self.canvas, place.width / page.size.width
        canvas.saveState()
        canvas.translate(self._x(place.x), self._y(place.bottom))
        canvas.scale(scale, scale)
        edge = canvas.beginPath()
        edge.rect(0, 0, to_pt(page.size.width), to_pt(page.size.height))
        canvas.clipPath(edge, stroke=0, fill=0)
        PageDrawing(canvas, page, theme, self.targets).content()
        canvas.restoreState()

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
                    self.image(shape)
                case Group():
                    self.shapes(shape.shapes)
                case TableShape() | ChartShape():
                    self.shapes(shape.drawn)
                case _:
                    assert_never(shape)

    def _x(self, emu: float) -> float:
        return round(emu / EMU_PER_PT, 2)

    def _y(self, emu: float) -> float:
        return round(self.height - emu / EMU_PER_PT, 2)

    def _color(self, color: Color, stroke: bool = False) -> None:
        rgb = self._share(color)
        (self.canvas.setStrokeColorRGB if stroke else self.canvas.setFillColorRGB)(*rgb)

    def _share(self, color: Color) -> tuple[float, float, float]:
        rgb = self._rgb.get(color)
        if rgb is None:
            value = self.theme.palette.rgb(color)
            rgb = self._rgb[color] = (value.red / 255, value.green / 255, value.blue / 255)
        return rgb

    def _pen(self, line: Line) -> None:
        width = to_pt(line.width)
        self._color(line.color, stroke=True)
        self.canvas.setLineWidth(width)
        self.canvas.setDash([4 * width, 3 * width] if line.dashed else [])
        self.canvas.setLineCap(int(line.rounded))
        self.canvas.setLineJoin(int(line.rounded))

    def box(self, box: Box) -> None:
        """Draw a box, its words, and the rectangle of its link."""
        for copy, opacity in shadow_boxes(box):
            self.canvas.setFillAlpha(opacity)
            self._geometry(copy)
            self.canvas.setFillAlpha(1)
        if box.fill or box.line:
            self._geometry(box)
        if box.key and not self.page.layout:  # on slides keys are for connectors
            self.canvas.bookmarkHorizontal(box.key, self._x(box.frame.x), self._y(box.frame.y))
        self.text(box.text, box.frame, box.fill is not None)
        self.shapes(box.marks)
        if box.link:
            self._link(box.link, box.frame)

    def _geometry(self, box: Box) -> None:
        corners = polygon(box.geometry, box.frame, box.corner)
        if corners:
            self.path((_legs(corners),), box.fill, box.line, closed=True)
            return
        if box.fill:
            self._color(box.fill.color)
        if box.line:
            self._pen(box.line)
        x, y, width, height = self._place(box.frame)
        outline = self.canvas.beginPath()
        if box.geometry is Geometry.ELLIPSE:
            outline.ellipse(x, y, width, height)
        elif box.geometry is Geometry.ROUND:
            outline.roundRect(x, y, width, height, min(to_pt(box.corner), width / 2, height / 2))
        else:
            outline.rect(x, y, width, height)
        self._paint(outline, box.frame, box.fill, box.line)

    def _place(self, frame: Rect) -> tuple[float, float, float, float]:
        return self._x(frame.x), self._y(frame.bottom), to_pt(frame.width), to_pt(frame.height)

    def _paint(self, outline: Any, frame: Rect, fill: Fill | None, line: Line | None) -> None:
        """Fill an outline and draw along it; the colours are set, but for a gradient's."""
        if fill and fill.stops:
            pdf_gradient(self.canvas, fill, self._share, self._place(frame), outline)
            fill = None
        if fill or line:
            self.canvas.drawPath(outline, stroke=int(line is not None), fill=int(fill is not None))

    def path(
        self, contours: Sequence[Sequence[XY]], fill: Fill | None, line: Line | None, closed: bool
    ) -> None:
        """Draw contours of cubic Beziers, one within another being a hole."""
        path = self.canvas.beginPath()
        for points in contours:
            flat = [(self._x(x), self._y(y)) for x, y in points]
            path.moveTo(*flat[0])
            for index in range(1, len(flat) - 2, 3):
                path.curveTo(*flat[index], *flat[index + 1], *flat[index + 2])
            if closed:
                path.close()
        if fill:
            self._color(fill.color)
        if line:
            self._pen(line)
        frame = around(Rect(round(x), round(y), 1, 1) for one in contours for x, y in one)
        self._paint(path, frame, fill, line)

    def connector(self, connector: Connector) -> None:
        """Draw a branch as a filled outline where it tapers, as a stroke elsewhere."""
        ink = Fill(connector.line.color)
        if is_tapered(connector):
            self.path((tapered(connector),), ink, None, closed=True)
        else:
            self.path((connector.points,), None, connector.line, closed=False)
        if connector.has_arrow:
            self.path((_legs(arrow(connector, pt(1))),), ink, None, closed=True)
        if connector.label.paragraphs:
            frame = connector.label_frame
            self._ground(frame, Color(ColorRole.BACKGROUND))
            self.text(connector.label, frame, has_ground=False)

    def _ground(self, frame: Rect, color: Color) -> None:
        self._color(color)
        x, y = self._x(frame.x), self._y(frame.bottom)
        self.canvas.rect(x, y, to_pt(frame.width), to_pt(frame.height), stroke=0, fill=1)

    def image(self, image: Image) -> None:
        from reportlab.lib.utils import ImageReader

        frame = image.frame
        self.canvas.drawImage(
            ImageReader(BytesIO(image.blob)),
            self._x(frame.x),
            self._y(frame.bottom),
            to_pt(frame.width),
            to_pt(frame.height),
            mask="auto",
            preserveAspectRatio=True,
        )

    def text(self, text: TextBody, frame: Rect, has_ground: bool) -> None:
        for line in placed_lines(text, frame):
            if line.is_first and line.paragraph.style.bullet:
                self._bullet(line)
            self._line(line, has_ground)

    def _line(self, line: PlacedLine, has_ground: bool) -> None:
        """Draw runs one after another, each as wide as the font makes it."""
        style, size = line.paragraph.style, line.paragraph.size_pt
        pieces = drawn_pieces(line)
        words = [legal(run.text) for run, _ in pieces]
        if words:
            words[-1] = words[-1].rstrip()
        fonts = [
            (_MONO_FONTS if is_mono else _FONTS)[run.bold or style.bold] for run, is_mono in pieces
        ]
        widths = [
            self.canvas.stringWidth(text, font, size)
            for text, font in zip(words, fonts, strict=True)
        ]
        x = self._x(line.x)
        if style.align is not Align.LEFT:
            x -= sum(widths) / (2 if style.align is Align.CENTER else 1)
        for (run, _), text, font, width in zip(pieces, words, fonts, widths, strict=True):
            place = Rect(
                round(x * EMU_PER_PT), round(line.y - 0.95 * pt(size)), pt(width), pt(1.2 * size)
            )
            ground = run_ground(run, has_ground)
            if ground:
                self._ground(place, ground)
            self._color(run_color(run, style.color, has_ground))
            self._string(text, (x, self._y(line.y)), (font, size), run.italic or style.italic)
            if run.link:
                self._underline(x, line, width)
                self._link(run.link, place)
            x += width

    def _underline(self, x: float, line: PlacedLine, width: float) -> None:
        """Draw a link's line in the colour that its words were just drawn in."""
        size = line.paragraph.size_pt
        y = self._y(line.y) - UNDERLINE * size
        self.canvas.rect(x, y, width, WEIGHT * size, stroke=0, fill=1)

    def _string(self, text: str, at: XY, font: tuple[str, float], is_italic: bool) -> None:
        if not text:
            return
        words = self.canvas.beginText()
        words.setFont(*font)
        words.setTextTransform(1, 0, _SLANT if is_italic else 0, 1, *at)
        words.textOut(text)
        self.canvas.drawText(words)

    def _bullet(self, line: PlacedLine) -> None:
        style, size = line.paragraph.style, line.paragraph.size_pt
        self._color(style.bullet_color)
        font = _FONTS[style.bold]
        half = self.canvas.stringWidth(style.bullet, font, size) / 2
        at = (self._x(bullet_middle(line)) - half, self._y(line.y))
        self._string(style.bullet, at, (font, size), False)

    def _link(self, link: str, frame: Rect) -> None:
        if not is_safe(link):
            return
        box = (self._x(frame.x), self._y(frame.bottom), self._x(frame.right), self._y(frame.y))
        if link.startswith("#"):
            if link[1:] not in self.targets:  # reportlab cannot write a jump to nowhere
                return
            self.canvas.linkRect("", link[1:], box, relative=1, Border="[0 0 0]")
        else:
            self.canvas.linkURL(link, box, relative=1)


WRITER = Writer("pdf", (".pdf",), write)
