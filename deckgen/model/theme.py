"""How things may look: palette, fonts, text styles, master and layouts.

A theme answers roles ("the accent's soft tone", "the style of a card's title"); nobody asks it
for its name. Frames are in EMU on the page that the theme was loaded for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from .color import Color, ColorRole, LumShift, Rgb, Tone
from .scene import Shape
from .style import Anchor, Face, Fill, FontPair, Geometry, Line, TextStyle
from .units import Emu, Insets, Rect, Size


@dataclass(frozen=True, slots=True)
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

        That is how a slide of a section with that accent is shown; tones keep their making.
        """
        first = ColorRole.ACCENT1
        if accent is first:
            return self
        colors = {**self.colors, first: self.colors[accent], accent: self.colors[first]}
        return replace(self, colors=colors)


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A frame of a layout that waits for text.

    `kind` is PowerPoint's type (title, ctrTitle, subTitle, body, tbl, chart, pic, ftr, sldNum);
    `styles` names the text style of each level, outermost first.
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


@dataclass(frozen=True, slots=True, eq=False)
class LayoutSpec:
    """One layout as PowerPoint lists it: `name` is unique in the theme, `kind` its plug-in's.

    `label` is what the user reads in "change layout"; `shapes` is drawn decoration, to which
    the theme adds its own for slides with a heading (`has_rule`).
    """

    name: str
    kind: str
    label: str
    placeholders: tuple[Placeholder, ...]
    shapes: tuple[Shape, ...] = ()
    has_rule: bool = False

    def placeholder(self, idx: int) -> Placeholder:
        """Return the placeholder with that idx; KeyError when there is none."""
        for placeholder in self.placeholders:
            if placeholder.idx == idx:
                return placeholder
        raise KeyError(idx)


@dataclass(frozen=True, slots=True)
class Grid:
    """The page's columns and the four bands that content stands in."""

    page: Size
    margin_x: Emu
    gutter: Emu
    title: Rect
    lead: Rect
    body: Rect
    footer: Rect

    @property
    def width(self) -> Emu:
        return self.page.width - 2 * self.margin_x

    def span(self, first: int, count: int) -> tuple[Emu, Emu]:
        """Return left edge and width of `count` of the twelve columns, from `first` (0)."""
        column = (self.width - 11 * self.gutter) // 12
        left = self.margin_x + first * (column + self.gutter)
        return left, count * column + (count - 1) * self.gutter


@dataclass(frozen=True, slots=True)
class ShapeTokens:
    """How drawn boxes look: corner radius and line width in EMU, the space between boxes.

    `card` is the ground of cards and `card_line` their outline, where they have one; `divider`
    says how a section's number stands on its divider: tile, block or bare.
    """

    corner: Emu
    line: Emu
    gap: Emu
    padding: Insets
    card: Color = Color(ColorRole.SURFACE)
    card_line: Color | None = None
    divider: str = "tile"

    @property
    def outline(self) -> Line | None:
        """Return the stroke round cards and panels."""
        return Line(self.card_line, self.line) if self.card_line else None


@dataclass(frozen=True, slots=True)
class MapTokens:
    """How the map looks: a node's shape, text style and edge by depth (the last goes on)."""

    shapes: tuple[str, ...]  # capsule, card, underline or plain
    styles: tuple[TextStyle, ...]
    gist: TextStyle
    edge: str  # curve, straight or elbow
    edge_widths: tuple[Emu, ...]
    level_gap: Emu
    sibling_gap: Emu
    text_width: Emu  # a title wraps beyond it


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """Everything that layouts and writers may ask."""

    name: str
    title: str
    palette: Palette
    fonts: FontScheme
    styles: Mapping[str, TextStyle]
    grid: Grid
    tokens: ShapeTokens
    map: MapTokens
    decor: Mapping[str, tuple[Shape, ...]] = field(default_factory=dict)  # by layout kind; "page"
    layouts: Mapping[str, LayoutSpec] = field(default_factory=dict)

    def style(self, name: str) -> TextStyle:
        """Return the text style of that name; every theme has every name of the base theme."""
        return self.styles[name]
