"""How things may look: palette, fonts, text styles, master and layouts.

A theme answers roles ("the accent's soft tone", "the style of a card's title"); nobody asks it
for its name. Frames are in EMU on the page that the theme was loaded for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, replace

from .color import VERDICTS, Color, ColorRole, LumShift, Rgb, Tone
from .origin import NOWHERE, Origin
from .record import record
from .scene import Image, Shape
from .style import Anchor, Face, Fill, FontPair, Geometry, Line, Shadow, TextStyle
from .template import Native, Template
from .units import Emu, Insets, Rect, Size


@record
class Palette:
    """A value for every role, and for every role's tones the way they are made from it."""

    name: str
    colors: Mapping[ColorRole, Rgb]
    tones: Mapping[tuple[ColorRole, Tone], LumShift]

    def shift(self, color: Color) -> LumShift:
        """Return the native form of a colour: a role to start from, and lumMod/lumOff in %."""
        return self.tones.get((color.role, color.tone), LumShift(color.role))

    def rgb(self, color: Color) -> Rgb:
        """Resolve a colour for writers without theme colours of their own."""
        shift = self.shift(color)
        base = self.colors[shift.role]
        if shift.lum_mod == 100 and shift.lum_off == 0:
            return base
        return base.shift(shift.lum_mod, shift.lum_off)

    def swapped(self, accent: ColorRole) -> Palette:
        """Return the palette with an accent in the place of the first, and the first in its own.

        That is how a slide of a section with that accent is shown; tones keep their making. What is
        good or bad keeps its colour, and so takes it from where that has gone.
        """
        first = ColorRole.ACCENT1
        if accent is first:
            return self
        colors = {**self.colors, first: self.colors[accent], accent: self.colors[first]}
        gone = {first: accent, accent: first}
        moved = {
            key: LumShift(gone[shift.role], shift.lum_mod, shift.lum_off)
            for key, shift in self.tones.items()
            if key[0] in VERDICTS and shift.role in gone
        }
        return replace(self, colors=colors, tones={**self.tones, **moved})


@record
class FontScheme:
    """The theme's fonts; `hans`, `hant` and `jpan` are for the per-script entries."""

    name: str
    major: FontPair
    minor: FontPair
    mono: FontPair

    def pair(self, face: Face) -> FontPair:
        match face:
            case Face.MAJOR:
                return self.major
            case Face.MINOR:
                return self.minor
            case Face.MONO:
                return self.mono


@record
class Placeholder:
    """A frame of a layout that waits for text.

    `kind` is PowerPoint's type (title, ctrTitle, subTitle, body, tbl, chart, pic, ftr, sldNum);
    `styles` names the text style of each level, outermost first. `native` is the placeholder of a
    template's layout that it is written to; on such a layout, one without it is a free shape.
    """

    idx: int
    kind: str
    name: str
    frame: Rect
    styles: tuple[TextStyle, ...]
    anchor: Anchor = Anchor.TOP
    insets: Insets = Insets()
    geometry: Geometry = Geometry.RECT
    corner: Emu = 0  # radius, for ROUND
    fill: Fill | None = None
    line: Line | None = None
    prompt: str = ""
    shadow: Shadow | None = None
    native: Native | None = None


@record(eq=False)
class LayoutSpec:
    """One layout as PowerPoint lists it: `name` is unique in the theme, `kind` its plug-in's.

    `label` is what the user reads in "change layout"; `shapes` is drawn decoration, to which
    the theme adds its own for slides with a heading (`has_rule`). `part` names the template's
    layout that its slides stand on; such a layout is not written.
    """

    name: str
    kind: str
    label: str
    placeholders: tuple[Placeholder, ...]
    shapes: tuple[Shape, ...] = ()
    has_rule: bool = False
    part: str = ""

    def placeholder(self, idx: int) -> Placeholder:
        """Return the placeholder with that idx; KeyError when there is none."""
        for placeholder in self.placeholders:
            if placeholder.idx == idx:
                return placeholder
        raise KeyError(idx)


@record
class Grid:
    """The page's columns and the four bands that content stands in.

    `margin_right` is the right margin where it differs from the left one, `margin_x`.
    """

    page: Size
    margin_x: Emu
    gutter: Emu
    title: Rect
    lead: Rect
    body: Rect
    footer: Rect
    margin_right: Emu | None = None

    @property
    def width(self) -> Emu:
        right = self.margin_x if self.margin_right is None else self.margin_right
        return self.page.width - self.margin_x - right

    def span(self, first: int, count: int) -> tuple[Emu, Emu]:
        """Return left edge and width of `count` of the twelve columns, from `first` (0)."""
        column = (self.width - 11 * self.gutter) // 12
        left = self.margin_x + first * (column + self.gutter)
        return left, count * column + (count - 1) * self.gutter


@record
class ShapeTokens:
    """How drawn boxes look: corner radius and line width in EMU, the space between boxes.

    `card` is the ground of cards, `card_line` their outline and `shadow` their shadow, where they
    have one; `divider` says how a section's number stands on its divider: tile, block or bare.
    """

    corner: Emu
    line: Emu
    gap: Emu
    padding: Insets
    card: Color = Color(ColorRole.SURFACE)
    card_line: Color | None = None
    divider: str = "tile"
    shadow: Shadow | None = None

    @property
    def outline(self) -> Line | None:
        """Return the stroke round cards and panels."""
        return Line(self.card_line, self.line) if self.card_line else None


@record
class MapTokens:
    """How the map looks: a node's shape, text style and edge by depth (the last goes on)."""

    shapes: tuple[str, ...]  # capsule, card, underline or plain
    styles: tuple[TextStyle, ...]
    gist: TextStyle
    edge: str  # one of `mindmap.EDGES`
    edge_widths: tuple[Emu, ...]
    level_gap: Emu
    sibling_gap: Emu
    text_width: Emu  # a title wraps beyond it


@record
class Ground:
    """What a page stands on, behind all decoration: a fill, or a picture over all of it."""

    fill: Fill
    picture: bytes = b""


PLAIN_GROUND = Ground(Fill(Color(ColorRole.BACKGROUND)))


@record
class Logo:
    """The picture that stands on every page, and the room round it where nothing else may."""

    image: Image
    room: Rect


@record
class FrameChange:
    """A frame of a layout that the theme puts elsewhere."""

    layout: str  # a layout's name, or its kind for all of that kind
    holder: str  # a placeholder's name
    frame: Rect
    origin: Origin = NOWHERE


@record(eq=False)
class Theme:
    """Everything that layouts and writers may ask.

    `grounds` and `decor` are by layout kind; "page" are the grounds of all that have none of their
    own, and the decor of all together. `variant` is the one of `variants` that was asked for.
    `counterpart` makes the palette by night of a theme that is light, by day of one that is dark:
    HTML maps alone ask for it, and it takes 2 ms.
    """

    name: str
    title: str
    palette: Palette
    fonts: FontScheme
    styles: Mapping[str, TextStyle]
    grid: Grid
    tokens: ShapeTokens
    map: MapTokens
    decor: Mapping[str, tuple[Shape, ...]] = field(default_factory=dict)
    layouts: Mapping[str, LayoutSpec] = field(default_factory=dict)
    grounds: Mapping[str, Ground] = field(default_factory=dict)
    logo: Logo | None = None
    footer: str = ""  # the footer's pattern, for outlines without one
    frames: tuple[FrameChange, ...] = ()
    variant: str = ""
    variants: tuple[str, ...] = ()
    counterpart: Callable[[], Palette] | None = None
    template: Template | None = None
    lang: str = "zh-CN"  # of what is being drawn: a theme as such speaks Chinese

    def style(self, name: str) -> TextStyle:
        """Return the text style of that name; every theme has every name of the base theme."""
        return self.styles[name]

    def ground(self, kind: str) -> Ground:
        """Return what pages of that kind stand on."""
        return self.grounds.get(kind) or self.grounds.get("page", PLAIN_GROUND)
