"""Scene → SVG: the first page, as shapes and real text, in the theme's colours.

Text stands in the very lines that it was measured in, a `<text>` each. Nothing runs and nothing
is fetched: links lead to the web, to mail or into the page, pictures are carried along. An SVG
holds one page; of a scene with several the first is written, and the others are reported.
Of https://www.w3.org/TR/SVG2/ only what every viewer knows is used: no style sheet, no script.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from typing import assert_never

from ..model.color import Color, ColorRole
from ..model.richtext import Run
from ..model.scene import Box, Connector, Group, Image, Page, Path, Scene, Shape, TextBody
from ..model.style import Align, Face, Fill, Geometry, Line, TextStyle
from ..model.theme import Theme
from ..model.units import EMU_PER_PT, EMU_PER_PX, Rect, pt
from ..plugin import Writer
from ..problems import Report
from ..text.fonts import FAMILY
from ._curves import XY, arrow, as_xy, is_tapered, polygon, tapered
from ._text import PlacedLine, is_safe, legal, mark_color, placed_lines, run_color, run_starts

_ANCHORS = {
    Align.LEFT: "",
    Align.CENTER: ' text-anchor="middle"',
    Align.RIGHT: ' text-anchor="end"',
}
_PX_PER_PT = EMU_PER_PT / EMU_PER_PX
SLACK = 2 * EMU_PER_PX


def write(scene: Scene, theme: Theme, report: Report) -> bytes:
    """Return the first page of a scene as an SVG file."""
    page = first_page(scene, "svg", report)
    return svg_of(page, theme, scene.properties.lang).encode()


def first_page(scene: Scene, format: str, report: Report) -> Page:
    """Return the page to be drawn in a format that holds one, and report those left out."""
    if len(scene.pages) > 1:
        report.warn(
            scene.pages[0].origin,
            f"a file of the format '{format}' holds one page, {len(scene.pages) - 1} are left out",
            hint="write a pdf or a pptx",
        )
    return scene.pages[0]


def svg_of(page: Page, theme: Theme, lang: str) -> str:
    """Return a page as SVG text, sizes in CSS pixels."""
    return _Drawing(page, theme).document(lang)


def _num(emu: float) -> str:
    """Return EMU as pixels with two decimals at most."""
    text = f"{emu / EMU_PER_PX:.2f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _escape(text: str) -> str:
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text or ">" in text:
        text = text.replace("<", "&lt;").replace(">", "&gt;")
    return legal(text)


def _quoted(text: str) -> str:
    return _escape(text).replace('"', "&quot;").replace("\n", "&#10;")


class _Drawing:
    """One page on its way to text: `out` takes the elements in order."""

    def __init__(self, page: Page, theme: Theme) -> None:
        self.page = page
        self.theme = theme
        self.out: list[str] = []
        self.targets = _targets(page.shapes)
        self._is_linked = False  # links do not nest
        self._css: dict[Color, str] = {}
        self._styles: dict[tuple[TextStyle, float], str] = {}

    def document(self, lang: str) -> str:
        size = self.page.size
        width, height = _num(size.width), _num(size.height)
        self.out.append(
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<svg xmlns="http://www.w3.org/2000/svg" '
            f'width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
            f'role="graphics-document document" xml:lang="{_quoted(lang)}" '
            f'font-family="{_quoted(self._families(Face.MINOR))}">'
        )
        self.out.append(f"<title>{_escape(self.page.title)}</title>")
        if self.page.description:
            self.out.append(f"<desc>{_escape(self.page.description)}</desc>")
        ground = self.css(Color(ColorRole.BACKGROUND))
        # a little larger than the page: scaled pictures must not end in half a pixel
        self._rect(
            Rect(-SLACK, -SLACK, size.width + 2 * SLACK, size.height + 2 * SLACK),
            f' fill="{ground}"',
        )
        self.shapes(self.page.shapes)
        self.out.append("</svg>\n")
        return "\n".join(self.out)

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
                    self.group(shape)
                case _:
                    assert_never(shape)

    def css(self, color: Color) -> str:
        found = self._css.get(color)
        if found is None:
            found = self._css[color] = self.theme.palette.rgb(color).css
        return found

    def _families(self, face: Face) -> str:
        names = (FAMILY, *self.theme.fonts.pair(face).families)
        return ",".join(f"'{name}'" for name in dict.fromkeys(names)) + ",sans-serif"

    def _paint(self, fill: Fill | None, line: Line | None) -> str:
        paint = f' fill="{self.css(fill.color)}"' if fill else ' fill="none"'
        if line:
            paint += f' stroke="{self.css(line.color)}" stroke-width="{_num(line.width)}"'
            if line.dashed:
                paint += f' stroke-dasharray="{_num(4 * line.width)} {_num(3 * line.width)}"'
        return paint

    def box(self, box: Box) -> None:
        """Draw a box in a group of its own, with its link and its tooltip."""
        name = f' id="{_quoted(box.key)}"' if box.key in self.targets else ""
        linked = bool(box.link) and is_safe(box.link)
        if linked:
            self.out.append(f'<a href="{_quoted(box.link)}">')
        self.out.append(f"<g{name}>")
        if box.tooltip or box.alt:
            self.out.append(f"<title>{_escape(box.tooltip or box.alt)}</title>")
        if box.fill or box.line or box.tooltip or linked:
            self._geometry(box)
        self._is_linked = linked
        self.text(box.text, box.frame, box.fill is not None)
        self._is_linked = False
        self.out.append("</g></a>" if linked else "</g>")

    def _geometry(self, box: Box) -> None:
        frame, paint = box.frame, self._paint(box.fill, box.line)
        if not (box.fill or box.line):
            paint += ' pointer-events="all"'  # the whole box shows the tooltip
        corners = polygon(box.geometry, frame)
        if corners:
            self.out.append(f'<path d="M{_pairs(corners)}Z"{paint}/>')
        elif box.geometry is Geometry.ELLIPSE:
            self.out.append(
                f'<ellipse cx="{_num(frame.center_x)}" cy="{_num(frame.center_y)}" '
                f'rx="{_num(frame.width / 2)}" ry="{_num(frame.height / 2)}"{paint}/>'
            )
        else:
            corner = f' rx="{_num(box.corner)}"' if box.geometry is Geometry.ROUND else ""
            self._rect(frame, corner + paint)

    def _rect(self, frame: Rect, rest: str) -> None:
        self.out.append(
            f'<rect x="{_num(frame.x)}" y="{_num(frame.y)}" '
            f'width="{_num(frame.width)}" height="{_num(frame.height)}"{rest}/>'
        )

    def connector(self, connector: Connector) -> None:
        """Draw a branch as a filled outline where it tapers, as a stroke elsewhere."""
        color = self.css(connector.line.color)
        if is_tapered(connector):
            self.out.append(f'<path d="{_curve(tapered(connector))}Z" fill="{color}"/>')
        else:
            paint = self._paint(None, connector.line) + ' stroke-linecap="round"'
            self.out.append(f'<path d="{_curve(as_xy(connector.points))}"{paint}/>')
        if connector.has_arrow:
            head = _pairs(arrow(connector, pt(1)))
            self.out.append(f'<path d="M{head}Z" fill="{color}"/>')
        if connector.label.paragraphs:
            ground = self.css(Color(ColorRole.BACKGROUND))
            self._rect(connector.label_frame, f' fill="{ground}"')
            self.text(connector.label, connector.label_frame, has_ground=False)

    def path(self, path: Path) -> None:
        end = "Z" if path.closed else ""
        paint = self._paint(path.fill, path.line)
        self.out.append(f'<path d="{_curve(as_xy(path.points))}{end}"{paint}/>')

    def image(self, image: Image) -> None:
        kind = "jpeg" if image.blob[:2] == b"\xff\xd8" else "png"
        data = f"data:image/{kind};base64,{b64encode(image.blob).decode()}"
        frame = image.frame
        self.out.append(
            f'<image x="{_num(frame.x)}" y="{_num(frame.y)}" width="{_num(frame.width)}" '
            f'height="{_num(frame.height)}" preserveAspectRatio="xMidYMid meet" '
            f'href="{data}"><title>{_escape(image.alt)}</title></image>'
        )

    def group(self, group: Group) -> None:
        self.out.append("<g>")
        if group.alt:
            self.out.append(f"<title>{_escape(group.alt)}</title>")
        self.shapes(group.shapes)
        self.out.append("</g>")

    def text(self, text: TextBody, frame: Rect, has_ground: bool) -> None:
        for line in placed_lines(text, frame):
            paragraph = line.paragraph
            key = (paragraph.style, paragraph.size_pt)
            style = self._styles.get(key)
            if style is None:
                style = self._styles[key] = self._style(*key)
            if line.is_first and paragraph.style.bullet:
                self._bullet(line)
            where = f'x="{_num(line.x)}" y="{_num(line.y)}"'
            runs = line.runs
            if len(runs) == 1 and _is_plain(runs[0]):
                words = _escape(runs[0].text.rstrip())
            else:
                words = self._runs(line, has_ground)
            self.out.append(f"<text {where}{style}>{words}</text>")

    def _style(self, style: TextStyle, size_pt: float) -> str:
        parts = [
            _ANCHORS[style.align],
            f' font-size="{size_pt * _PX_PER_PT:.2f}"'.replace(".00", ""),
            f' fill="{self.css(style.color)}"',
        ]
        if style.bold:
            parts.append(' font-weight="700"')
        if style.italic:
            parts.append(' font-style="italic"')
        if self.theme.fonts.pair(style.face) != self.theme.fonts.minor:
            parts.append(f' font-family="{_quoted(self._families(style.face))}"')
        return "".join(parts)

    def _runs(self, line: PlacedLine, has_ground: bool) -> str:
        """Return runs as tspans; highlighted ones get a soft ground first."""
        if any(run.mark for run in line.runs):
            self._marks(line, mark_color(has_ground))
        parts: list[str] = []
        for index, run in enumerate(line.runs):
            text = run.text if index + 1 < len(line.runs) else run.text.rstrip()
            if text:
                parts.append(self._run(run, text, line.paragraph.style, has_ground))
        return "".join(parts)

    def _run(self, run: Run, text: str, style: TextStyle, has_ground: bool) -> str:
        attributes = ' font-weight="700"' if run.bold and not style.bold else ""
        if run.italic and not style.italic:
            attributes += ' font-style="italic"'
        color = run_color(run, style.color, has_ground)
        if color != style.color:
            attributes += f' fill="{self.css(color)}"'
        if run.link:
            attributes += ' text-decoration="underline"'
        words = _escape(text)
        span = f"<tspan{attributes}>{words}</tspan>" if attributes else words
        if run.link and is_safe(run.link) and not self._is_linked:
            return f'<a href="{_quoted(run.link)}">{span}</a>'
        return span

    def _marks(self, line: PlacedLine, color: Color) -> None:
        starts = [*run_starts(line), line.left + line.width]
        height = line.paragraph.size_pt * EMU_PER_PT
        for run, start, end in zip(line.runs, starts, starts[1:], strict=False):
            if run.mark:
                top = line.y - 0.95 * height
                frame = Rect(start, round(top), max(0, end - start), round(1.2 * height))
                self._rect(frame, f' rx="2" fill="{self.css(color)}"')

    def _bullet(self, line: PlacedLine) -> None:
        style, size = line.paragraph.style, line.paragraph.size_pt
        self.out.append(
            f'<text x="{_num(line.x - style.indent)}" y="{_num(line.y)}" '
            f'font-size="{size * _PX_PER_PT:.2f}" fill="{self.css(style.bullet_color)}">'
            f"{_escape(style.bullet)}</text>"
        )


def _is_plain(run: Run) -> bool:
    return not (run.bold or run.italic or run.mark or run.link)


def _targets(shapes: Sequence[Shape]) -> set[str]:
    """Return the keys that some link jumps to; only they need an id."""
    keys: set[str] = set()
    stack = list(shapes)
    while stack:
        shape = stack.pop()
        if isinstance(shape, Group):
            stack.extend(shape.shapes)
        elif isinstance(shape, Box):
            keys.add(shape.link.removeprefix("#"))
            for paragraph in shape.text.paragraphs:
                keys.update(run.link[1:] for run in paragraph.runs if run.link[:1] == "#")
    return keys - {""}


def _pairs(points: Iterable[XY]) -> str:
    return " ".join([f"{_num(x)} {_num(y)}" for x, y in points])


def _curve(points: Sequence[XY]) -> str:
    """Return path data: a start point, then cubics."""
    return f"M{_pairs(points[:1])}C{_pairs(points[1:])}"


WRITER = Writer("svg", (".svg",), write)
