"""Pages as SVG elements: shapes and real text, each line where it was measured.

What comes in is a whole page (see `_page.py`), what leaves is text: a document of one page, or an
element that stands in another file with other pages. Sizes are CSS pixels.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
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
)
from ..model.style import Face, Fill, Geometry, Line
from ..model.theme import Theme
from ..model.units import EMU_PER_PX, Rect, pt
from ._curves import arrow, is_tapered, polygon, tapered
from ._lettering import Href, Lettering
from ._markup import curve, escaped, num, pairs, placed, quoted
from ._page import look_of, steps_of, targets_of
from ._paint import gradient, gradient_name, shadow_boxes

SLACK = 2 * EMU_PER_PX
HAIRLINE = pt(3)


class Drawing(Lettering):
    """One page on its way to text: `out` takes the elements in order.

    With `has_cells` each piece of a listing says where it stands: for the bundled fonts alone.
    """

    def __init__(
        self, page: Page, theme: Theme, href: Href | None = None, has_cells: bool = False
    ) -> None:
        super().__init__(look_of(page, theme), href, has_cells)
        self.page = page
        self.targets = set() if href else targets_of(page.shapes)
        self.steps = steps_of(page) if href else {}
        self._levels: dict[str, int] | None = None  # of a map's nodes, where it is told as a tree
        self._gradients: dict[Fill, str] = {}

    def document(self, lang: str) -> str:
        """Return the page as a file."""
        size = self.page.size
        width, height = num(size.width), num(size.height)
        role = "graphics-document document"
        if self.page.kind == "map" and not self.page.layout:
            role, self._levels = "tree", {}
        self.out.append(
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<svg xmlns="http://www.w3.org/2000/svg" '
            f'xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
            f'role="{role}" xml:lang="{quoted(lang)}" '
            f'font-family="{quoted(self.families(Face.MINOR))}">'
        )
        self.out.append(f"<title>{escaped(self.page.title)}</title>")
        if self.page.description:
            self.out.append(f"<desc>{escaped(self.page.description)}</desc>")
        head = len(self.out)
        self._content()
        if self.letters is not None:
            self.out.insert(head, self.letters.style())
        self.out.append("</svg>\n")
        return "\n".join(self.out)

    def element(self) -> str:
        """Return the page as an element of another file."""
        size = self.page.size
        self.out.append(
            f'<svg viewBox="0 0 {num(size.width)} {num(size.height)}" '
            f'font-family="{quoted(self.families(Face.MINOR))}">'
        )
        self._content()
        self.out.append("</svg>")
        return "\n".join(self.out)

    def _content(self) -> None:
        """Draw the ground and all shapes; those that come with a click in a group that says so."""
        size = self.page.size
        ground = self.css(Color(ColorRole.BACKGROUND))
        # a little larger than the page: scaled pictures must not end in half a pixel
        self._rect(
            Rect(-SLACK, -SLACK, size.width + 2 * SLACK, size.height + 2 * SLACK),
            f' fill="{ground}"',
        )
        for index, shape in enumerate(self.page.shapes):
            steps = self.steps.get(index, {})
            whole = steps.get(-1)
            if whole:
                self.out.append(f'<g data-step="{whole}">')
            self._paragraph_steps = steps
            self.shapes((shape,))
            self._paragraph_steps = {}
            if whole:
                self.out.append("</g>")

    def shapes(self, shapes: Iterable[Shape]) -> None:
        for shape in shapes:
            match shape:
                case Box():
                    self.box(shape)
                case Connector():
                    self.connector(shape)
                case Path():
                    self.path(shape)
                case Image():
                    self.image(shape)
                case Group():
                    self.group(shape.alt, shape.shapes)
                case TableShape() | ChartShape():
                    self.group(shape.alt, shape.drawn)
                case _:
                    assert_never(shape)

    def _paint(self, fill: Fill | None, line: Line | None) -> str:
        paint = f' fill="{self._fill(fill)}"' if fill else ' fill="none"'
        if line:
            paint += f' stroke="{self.css(line.color)}" stroke-width="{num(line.width)}"'
            if line.dashed:
                paint += f' stroke-dasharray="{num(4 * line.width)} {num(3 * line.width)}"'
            if line.rounded:
                paint += ' stroke-linecap="round" stroke-linejoin="round"'
        return paint

    def _fill(self, fill: Fill) -> str:
        """Return a colour, or a reference to a gradient that stands before what it fills."""
        known = self._gradients
        if fill.stops and fill not in known:
            known[fill] = gradient_name(self.page.key, len(known))
            self.out.append(gradient(known[fill], fill, self.css))
        return f"url(#{known[fill]})" if fill.stops else self.css(fill.color)

    def box(self, box: Box) -> None:
        """Draw a box in a group of its own, with its link and its tooltip."""
        name = f' id="{quoted(box.key)}"' if box.key in self.targets else ""
        if self._levels is not None and box.key:
            level = self._levels[box.key] = self._levels.get(box.parent, 0) + 1
            name += f' role="treeitem" aria-level="{level}"'
        linked = bool(box.link) and self.href(box.link) != ""
        if linked:
            self.out.append(self._anchor(box.link, is_told=bool(box.text.paragraphs)))
        self._open_group(name, box.tooltip or box.alt)
        for copy, opacity in shadow_boxes(box):
            self._geometry(copy, f' fill-opacity="{opacity:.3f}"')
        if box.fill or box.line or box.tooltip or linked:
            self._geometry(box)
        self._is_linked = linked
        self.text(box.text, box.frame, box.fill is not None)
        self._is_linked = False
        self.shapes(box.marks)
        self.out.append("</g></a>" if linked else "</g>")

    def _open_group(self, attributes: str, words: str) -> None:
        """Begin a group that has a name to be told."""
        if words and self.is_part:
            attributes += f' role="group" aria-label="{quoted(words)}"'
        self.out.append(f"<g{attributes}>")
        if words and not self.is_part:
            self.out.append(f"<title>{escaped(words)}</title>")

    def _geometry(self, box: Box, more: str = "") -> None:
        frame, paint = box.frame, self._paint(box.fill, box.line) + more
        if not (box.fill or box.line):
            paint += ' pointer-events="all"'  # the whole box shows the tooltip
        corners = polygon(box.geometry, frame, box.corner)
        if corners:
            self.out.append(f'<path d="M{pairs(corners)}Z"{paint}/>')
        elif box.geometry is Geometry.ELLIPSE:
            self.out.append(
                f'<ellipse cx="{num(frame.center_x)}" cy="{num(frame.center_y)}" '
                f'rx="{num(frame.width / 2)}" ry="{num(frame.height / 2)}"{paint}/>'
            )
        else:
            # cells side by side must leave no seam between them; a hairline must not vanish
            is_crisp = self.page.layout and min(frame.width, frame.height) > HAIRLINE
            corner = ' shape-rendering="crispEdges"' if is_crisp else ""
            if box.geometry is Geometry.ROUND:
                corner = f' rx="{num(box.corner)}"'
            self._rect(frame, corner + paint)

    def connector(self, connector: Connector) -> None:
        """Draw a branch as a filled outline where it tapers, as a stroke elsewhere."""
        color = self.css(connector.line.color)
        if is_tapered(connector):
            self.out.append(f'<path d="{curve(tapered(connector))}Z" fill="{color}"/>')
        else:
            paint = self._paint(None, connector.line) + ' stroke-linecap="round"'
            self.out.append(f'<path d="{curve(connector.points)}"{paint}/>')
        if connector.has_arrow:
            head = pairs(arrow(connector, pt(1)))
            self.out.append(f'<path d="M{head}Z" fill="{color}"/>')
        if connector.label.paragraphs:
            ground = self.css(Color(ColorRole.BACKGROUND))
            self._rect(connector.label_frame, f' fill="{ground}"')
            self.text(connector.label, connector.label_frame, has_ground=False)

    def path(self, path: Path) -> None:
        end = "Z" if path.closed else ""
        paint = self._paint(path.fill, path.line)
        data = "".join(f"{curve(one)}{end}" for one in (path.points, *path.others))
        self.out.append(f'<path d="{data}"{paint}/>')

    def image(self, image: Image) -> None:
        kind = "jpeg" if image.blob[:2] == b"\xff\xd8" else "png"
        data = f"data:image/{kind};base64,{b64encode(image.blob).decode()}"
        frame = placed(image.frame) + ' preserveAspectRatio="xMidYMid meet"'
        if self.is_part:
            label = f' role="img" aria-label="{quoted(image.alt)}"'
            self.out.append(f'<image{frame}{label} href="{data}"/>')
        else:
            title = f"<title>{escaped(image.alt)}</title>"
            self.out.append(f'<image{frame} xlink:href="{data}">{title}</image>')

    def group(self, alt: str, shapes: Iterable[Shape]) -> None:
        self._open_group("", alt)
        self.shapes(shapes)
        self.out.append("</g>")
