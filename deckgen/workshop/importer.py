"""A theme file read out of somebody's template: colours, fonts, sizes, room, pictures, blocks.

A template's bytes come in, a file in the theme language leaves, and the pictures to lay beside it.
What is not clear is left out: a theme that says little is better than one that says something
wrong. The thing to know: a template's page may have any size, ours is 7.5 inches high.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from .. import registry
from ..model.color import Color, ColorRole, Rgb
from ..model.record import record
from ..model.regex import regex
from ..model.scene import Box, Image, Shape
from ..model.style import Geometry, TextStyle
from ..model.template import TemplateHolder
from ..model.theme import Theme
from ..model.units import EMU_PER_INCH, Emu, Rect, Size, inches
from ..plugin import Source
from ..problems import DeckgenError, Report
from ..templates.adapt import adapt, theme_text
from ..templates.choose import Fitting, open_template
from ..templates.match import DRAWN
from ..terminal import clean
from ..theming.load import SCALE
from . import sample
from .starter import Start, in_shell, try_out

HEIGHT = inches(7.5)
# in inches
LEAD_GAP, LEAD_HEIGHT, BODY_GAP = 0.16, 0.66, 0.06
FOOT = 6.6  # where a body ends at the latest
WHOLE = 0.95  # of the page, for a picture behind everything
LOGO = 0.06  # of the page, at most
WIDEST = 0.2  # of the page's width, for a margin
CORNER = 0.28  # of the page's width and height: where a logo stands
MOST_BLOCKS = 12
NEAR = 30  # how far a colour may be from the role it is told as, a channel
TITLE_FLOOR, BODY_FLOOR = 20, 18
_ESCAPED = regex(r"(?<!\\)\\u([0-9a-f]{4})")
LIST_STYLES = ("body1", "body2", "body3")


@record
class _Found:
    """A template on its way to a theme: what was read, the theme of its colours, and the scale."""

    fitting: Fitting
    theme: Theme
    colors: Mapping[ColorRole, Rgb]
    stem: str

    @property
    def scale(self) -> float:
        return HEIGHT / self.fitting.template.page.height

    @property
    def page(self) -> Size:
        return self.fitting.template.page

    def drawn(self, kind: str) -> tuple[Shape, ...]:
        match = self.fitting.matches.get(kind)
        return match.layout.shapes if match else ()

    def slot(self, color: Color) -> Rgb:
        """Return what a colour of the template is: its roles are the names of its slots."""
        return self.theme.palette.colors[color.role]

    def in_inches(self, length: Emu) -> float:
        return round(length * self.scale / EMU_PER_INCH, 2)


def read_theme(source: Source, path: str, report: Report) -> Start:
    """Return the files of a theme to be written at `path`; DeckgenError for no usable template."""
    fitting = open_template(source, registry.slide_layouts(), report)
    report.raise_errors()
    plain = sample.look("base").theme
    theme = adapt(fitting, plain)
    colors = {role: theme.palette.rgb(Color(role)) for role in theme.palette.colors}
    found = _Found(fitting, theme, colors, Path(path).stem)
    beside: dict[str, bytes] = {}
    word = in_shell(path)
    head = [
        f"# 由 {clean(Path(source.name).name)} 读出。",
        f"#   deckgen theme check {word}      查对比度、色盲、字号和边框",
        f"#   deckgen theme preview {word}    看每一种版式的样子",
        _ESCAPED.sub(_readable, theme_text(fitting)).rstrip(),
    ]
    parts = [_grid(found), _sizes(found), _pictures(found, beside), _blocks(found)]
    for kept in (parts, [_sizes(found)], []):  # what does not load is left out
        text = "\n".join((*head, *(line for part in kept for line in part))) + "\n"
        made = Start(path, text, beside if kept is parts else {})
        try:
            try_out(made, plain.grid.page, Report())
        except DeckgenError:
            if kept:
                continue
            raise
        return made
    raise AssertionError("the last try returns or raises")


def _readable(escaped: re.Match[str]) -> str:
    """Return a character itself where it can be seen: 宋体, not its number."""
    char = chr(int(escaped[1], 16))
    return char if char.isprintable() else escaped[0]


def _grid(found: _Found) -> list[str]:
    """Return the bands; our pages have the same margin on both sides: the wider one, within reason.

    What stands along one side must not meet the words.
    """
    grid = found.theme.grid
    sides = sorted((grid.body.x, grid.page.width - grid.body.right))
    margin = found.in_inches(sides[1] if sides[1] <= WIDEST * grid.page.width else sides[0])

    top, height = found.in_inches(grid.title.y), found.in_inches(grid.title.height)
    lead = min(found.in_inches(grid.lead.y), round(top + height + LEAD_GAP, 2))
    body = round(lead + LEAD_HEIGHT + BODY_GAP, 2)
    # the footer stays where all themes have it, so that a number never jumps
    bottom = max(found.in_inches(grid.body.bottom), min(FOOT, found.in_inches(grid.footer.y)))
    return [
        "grid:",
        f"  margin: {margin:g}",
        f"  title: [{top:g}, {height:g}]",
        f"  lead: [{lead:g}, {LEAD_HEIGHT:g}]",
        f"  body: [{body:g}, {round(min(FOOT, bottom) - body, 2):g}]",
    ]


def _sizes(found: _Found) -> list[str]:
    """Return how titles and lists are set, where the template says so."""
    title = found.fitting.matches[DRAWN].title
    lines: list[str] = []
    if title:
        lines.append(f"  title: {_style(title.styles[0], found, TITLE_FLOOR)}")
    bullets = found.fitting.matches.get("bullets")
    body = bullets.holders.get("body") if bullets else None
    if body:
        lines += [
            f"  {name}: {{sizes: {_steps(style, found, BODY_FLOOR - 2 * (level > 0))}}}"
            for level, (name, style) in enumerate(zip(LIST_STYLES, _levels(body), strict=False))
        ]
    cover = found.fitting.matches.get("title")
    if cover and cover.title:
        lines.append(f"  cover: {_style(cover.title.styles[0], found, TITLE_FLOOR + 4)}")
    return ["styles:", *lines] if lines else []


def _levels(holder: TemplateHolder) -> Iterator[TextStyle]:
    """Yield a list's levels, none larger than the one above it."""
    largest = max(SCALE)
    for style in holder.styles[: len(LIST_STYLES)]:
        if max(style.sizes) <= largest:
            yield style
            largest = round(max(style.sizes))


def _style(style: TextStyle, found: _Found, floor: int) -> str:
    color = _role(found.slot(style.color), found)
    told = f"sizes: {_steps(style, found, floor)}, bold: {str(style.bold).lower()}"
    told += f", align: {style.align}"
    return f"{{{told}, color: {color}}}" if color else f"{{{told}}}"


def _steps(style: TextStyle, found: _Found, floor: int) -> str:
    """Return the sizes on our scale: the nearest to the template's own, and those below it."""
    own = max(style.sizes) * found.scale
    largest = max(floor, min(SCALE, key=lambda size: abs(size - own)))
    steps = [size for size in reversed(SCALE) if floor <= size <= largest]
    return f"[{', '.join(str(size) for size in steps)}]"


def _pictures(found: _Found, beside: dict[str, bytes]) -> list[str]:
    """Return logo and grounds; a logo is the one small picture, and stands in a corner."""
    lines: list[str] = []
    small = [one for one in _images(found.drawn(DRAWN)) if _share(one.frame, found) <= LOGO]
    if len(small) == 1 and (corner := _corner(small[0].frame, found)):
        name = _keep(small[0], f"{found.stem}-logo", beside)
        height = min(2.0, max(0.1, found.in_inches(small[0].frame.height)))
        lines.append(f"logo: {{file: {name}, corner: {corner}, height: {height:g}}}")
    grounds = []
    for kind, place in ((DRAWN, "page"), ("title", "title"), ("section", "section")):
        large = [one for one in _images(found.drawn(kind)) if _share(one.frame, found) >= WHOLE]
        if large:
            name = _keep(large[0], f"{found.stem}-{place}", beside)
            grounds.append(f"  {place}: {{picture: {name}}}")
    return [*lines, "background:", *grounds] if grounds else lines


def _keep(image: Image, stem: str, beside: dict[str, bytes]) -> str:
    """Lay a picture beside the theme, the same bytes once; return its name as YAML."""
    for name, blob in beside.items():
        if blob == image.blob:
            return json.dumps(name, ensure_ascii=False)
    name = stem + (".jpg" if image.blob.startswith(b"\xff\xd8") else ".png")
    beside[name] = image.blob
    return json.dumps(name, ensure_ascii=False)


def _blocks(found: _Found) -> list[str]:
    """Return the plain blocks of colour: those of all pages, of headings, covers and dividers."""
    cover, inner = found.drawn("title"), found.drawn(DRAWN)
    places = {
        "page": [one for one in inner if one in cover],
        "rule": [one for one in inner if one not in cover],  # where there is a heading
        "title": [one for one in cover if one not in inner],
        "section": [one for one in found.drawn("section") if one not in inner],
    }
    lines: list[str] = []
    for place, shapes in places.items():
        told = [line for shape in shapes if (line := _block(shape, found))][:MOST_BLOCKS]
        if told:
            lines += [f"  {place}:", *told]
    return ["decor:", *lines] if lines else []


def _block(shape: Shape, found: _Found) -> str:
    """Return a rectangle or an ellipse, unless its colour is none of ours or it is all the page."""
    if not isinstance(shape, Box) or shape.fill is None or _share(shape.frame, found) >= WHOLE:
        return ""
    role = _role(found.slot(shape.fill.color), found)
    word = {Geometry.RECT: "rect", Geometry.ROUND: "rect", Geometry.ELLIPSE: "ellipse"}.get(
        shape.geometry
    )
    if not role or not word:
        return ""
    return f"  - {{{word}: [{', '.join(_measures(shape.frame, found))}], fill: {role}}}"


def _measures(frame: Rect, found: _Found) -> Iterator[str]:
    """Yield a frame in inches; what reaches the far edge does so on every page size."""
    left = found.page.width - frame.x
    x = found.in_inches(frame.x)
    if frame.x > found.page.width // 2 and frame.right >= found.page.width - inches(0.05):
        x = -found.in_inches(left)
    yield f"{x:g}"
    yield f"{found.in_inches(max(0, frame.y)):g}"
    ends = frame.right >= found.page.width - inches(0.02)
    yield "0" if ends else f"{found.in_inches(frame.width):g}"
    yield f"{found.in_inches(frame.height):g}"


def _role(color: Rgb, found: _Found) -> str:
    """Return the role of the written palette that a colour is; nothing where there is none."""
    written = found.colors
    role = min(written, key=lambda one: _apart(written[one], color))
    return str(role) if _apart(written[role], color) <= NEAR else ""


def _apart(one: Rgb, other: Rgb) -> int:
    pairs = ((one.red, other.red), (one.green, other.green), (one.blue, other.blue))
    return max(abs(a - b) for a, b in pairs)


def _corner(frame: Rect, found: _Found) -> str:
    """Return the corner of the page in which a frame stands, or nothing."""
    x, y = frame.center_x / found.page.width, frame.center_y / found.page.height
    across = "left" if x < CORNER else "right" if x > 1 - CORNER else ""
    along = "top" if y < CORNER else "bottom" if y > 1 - CORNER else ""
    return f"{along} {across}" if across and along else ""


def _images(shapes: Iterable[Shape]) -> Iterator[Image]:
    return (shape for shape in shapes if isinstance(shape, Image))


def _share(frame: Rect, found: _Found) -> float:
    return frame.width * frame.height / (found.page.width * found.page.height)
