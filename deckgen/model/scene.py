"""What sits where: pages of shapes, in roles and frames, lines broken.

A layout makes shapes, finishing passes change them, writers draw them. The kinds are closed:
match on them and end with `assert_never`, so that a new kind shows every writer to visit.
All frames are in EMU on the page, y downwards; text carries the very lines it was measured in.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import field
from typing import NamedTuple, TypeAlias

from .color import ColorRole
from .deck import Properties, Section
from .mindmap import NOTHING, About
from .origin import NOWHERE, Origin
from .outline import Chart
from .record import record
from .richtext import Paragraph, RichText
from .style import Anchor, Fill, Geometry, Line, Shadow, TextStyle
from .units import Emu, Insets, Rect, Size, around


@record
class TextLine:
    """One line as measured: its runs, and how far it reaches (EMU, trailing spaces left out)."""

    runs: RichText
    width: Emu


@record
class TextParagraph:
    """A paragraph in its style, at its size, broken into lines.

    `level` counts from 0 among the placeholder's levels; `align` overrules the style's.
    `line_height` is the distance of two base lines in EMU; `balance` says that its lines should
    be even, should it be set again.
    """

    runs: RichText
    style: TextStyle
    size_pt: float
    lines: tuple[TextLine, ...]
    line_height: Emu
    level: int = 0
    before: Emu = 0
    link: str = ""  # "#key" of a page, or a URL, for the whole paragraph
    balance: bool = False


@record
class TextBody:
    """The text of a box; `height` is what its paragraphs take, in EMU."""

    paragraphs: tuple[TextParagraph, ...] = ()
    anchor: Anchor = Anchor.TOP
    insets: Insets = Insets()
    height: Emu = 0


NO_TEXT = TextBody()


@record
class Box:
    """A shape with text: a placeholder's filling (`placeholder` >= 0) or a free shape.

    `corner` is the radius in EMU for ROUND. `key` names the box for connectors; `link` is
    "#key" of a page or a URL. `alt` describes it; a box without text and `alt` is decoration.
    `parent` is the key of the box that it hangs from on a map, `about` what can be read beside it;
    `path` is its topic's key, `twin` the address of the slide that tells it, in the deck's own
    file.
    `item` is the number of the slide's item that it tells, from 0: what a build brings in with it.
    `marks` are drawn on it and move with it: an icon, a picture.
    """

    frame: Rect
    name: str
    text: TextBody = NO_TEXT
    geometry: Geometry = Geometry.RECT
    corner: Emu = 0
    fill: Fill | None = None
    line: Line | None = None
    placeholder: int = -1
    key: str = ""
    link: str = ""
    alt: str = ""
    tooltip: str = ""
    parent: str = ""
    about: About = NOTHING
    path: str = ""
    twin: str = ""
    item: int = -1
    marks: tuple[Shape, ...] = ()
    shadow: Shadow | None = None
    origin: Origin = NOWHERE

    @property
    def reach(self) -> Rect:
        """The frame that holds it and its marks."""
        return around((self.frame, *(mark.frame for mark in self.marks)))


class Point(NamedTuple):
    """A place on the page; a map has tens of thousands, and a tuple is made in half the time."""

    x: Emu
    y: Emu


def _frame_round(points: Collection[Point]) -> Rect:
    xs, ys = [point.x for point in points], [point.y for point in points]
    left, top = min(xs), min(ys)
    return Rect(left, top, max(xs) - left, max(ys) - top)


@record
class Path:
    """A freeform: cubic Beziers, start point then three points a segment; decoration only.

    `others` are further contours of the same shape.
    """

    points: tuple[Point, ...]
    name: str
    closed: bool = False
    fill: Fill | None = None
    line: Line | None = None
    others: tuple[tuple[Point, ...], ...] = ()
    origin: Origin = NOWHERE

    @property
    def frame(self) -> Rect:
        """The frame round its points, those of control included."""
        return _frame_round(
            (*self.points, *(point for contour in self.others for point in contour))
        )


@record
class Connector:
    """A line from box `start` to box `end` (their keys), as cubic Beziers like a `Path`.

    `end_width` below the line's width makes a tapered branch; `label` stands at `label_at`.
    """

    start: str
    end: str
    points: tuple[Point, ...]
    line: Line
    name: str
    end_width: Emu = 0
    has_arrow: bool = False
    label: TextBody = NO_TEXT
    label_frame: Rect = Rect(0, 0, 0, 0)
    origin: Origin = NOWHERE

    @property
    def frame(self) -> Rect:
        """The frame round its points, those of control included."""
        return _frame_round(self.points)


@record
class Image:
    """A picture (PNG or JPEG bytes) in its frame; `alt` says what it shows."""

    frame: Rect
    blob: bytes
    name: str
    alt: str
    placeholder: int = -1
    origin: Origin = NOWHERE


@record
class TableShape:
    """A table: rows of cells, each a box at its place; the first row is the head.

    A writer with tables of its own takes words and measures from the cells; the others draw
    `drawn`, which adds the `rules` between the rows.
    """

    cells: tuple[tuple[Box, ...], ...]
    frame: Rect
    name: str
    alt: str
    rules: tuple[Path, ...] = ()
    placeholder: int = -1
    origin: Origin = NOWHERE

    @property
    def drawn(self) -> tuple[Shape, ...]:
        return (*(cell for row in self.cells for cell in row), *self.rules)


@record
class ChartShape:
    """A chart: its numbers, for writers with charts of their own, and `drawn` for the others.

    `scale` is the value axis: least, most and step. `number_format` is a spreadsheet's, such as
    "#,##0". With `has_labels` every number is written at its mark, and the axis is not. Marks
    stand in `area`; one in `every` categories is named. `scale_across` is a scatter's lower axis.
    """

    chart: Chart
    frame: Rect
    name: str
    alt: str
    size_pt: float
    scale: tuple[float, float, float]
    area: Rect
    drawn: tuple[Shape, ...] = ()
    has_labels: bool = False
    has_legend: bool = False
    every: int = 1
    scale_across: tuple[float, ...] = ()
    number_format: str = "General"
    placeholder: int = -1
    origin: Origin = NOWHERE


@record
class Group:
    """Shapes that belong together; `alt` describes the whole."""

    shapes: tuple[Shape, ...]
    frame: Rect
    name: str
    alt: str = ""
    origin: Origin = NOWHERE


Shape: TypeAlias = Box | Path | Connector | Image | TableShape | ChartShape | Group


@record
class Target:
    """What appears in a step of a build: the page's shape at that place, or some of its paragraphs.

    `first` and `last` count the paragraphs from 0, both included; -1 means the whole shape.
    """

    shape: int
    first: int = -1
    last: int = -1


@record(eq=False)
class Page:
    """One slide or one map, drawn.

    `layout` names the theme's LayoutSpec (empty for a map); `key` is what links jump to.
    `structure` is that of a map, by its layout's name, empty where its branches cannot move, and
    `levels` how many of it are unfolded at first where that can be changed, 0 what suits; `edge` is
    how its branches are drawn. `twin` is the address of what the slide tells, in the map's own
    file. `steps` are the clicks of a page that builds up: what each of them brings in; what no step
    names is there from the start. `transition` is "fade", "push", "rise" or empty. `back` and
    `home` are the links ("#key") of footer and number. A hidden page is passed over while
    presenting. `zoom` is how many pixels of a picture a CSS pixel takes, 0 what the writer finds
    best, and `embeds_fonts` tells an SVG to carry its letters along. `minutes` is how long a page
    may take, the pages that it goes on to included.
    """

    key: str
    title: str
    size: Size
    shapes: tuple[Shape, ...]
    layout: str = ""
    kind: str = ""
    notes: tuple[Paragraph, ...] = ()
    footer: str = ""
    numbered: bool = False  # the number is shown, even without a footer
    number: int = 0
    section: int = -1
    accent: ColorRole = ColorRole.ACCENT1
    description: str = ""
    build: bool = False
    steps: tuple[tuple[Target, ...], ...] = ()
    transition: str = ""
    back: str = ""
    home: str = ""
    hidden: bool = False
    minutes: float = 0
    structure: str = ""
    levels: int = 0
    edge: str = ""
    twin: str = ""
    zoom: float = 0
    embeds_fonts: bool = False
    origin: Origin = NOWHERE


@record(eq=False)
class Scene:
    """The pages of one file."""

    pages: tuple[Page, ...]
    sections: tuple[Section, ...] = ()
    properties: Properties = field(default_factory=Properties)
