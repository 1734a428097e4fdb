"""How text and shapes may be set: styles, anchors, geometries, fills and strokes."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from .color import Color, ColorRole, Tone
from .record import record
from .units import Emu


class Face(StrEnum):
    """Which font of the scheme: major for titles, minor for the rest, mono for code."""

    MAJOR = "major"
    MINOR = "minor"
    MONO = "mono"


class Align(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Anchor(StrEnum):
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class FontPair(NamedTuple):
    """A Latin and an East Asian face, and what may stand in for them elsewhere.

    `scripts` are faces for other scripts by their names in ISO 15924: ("Jpan", "Yu Mincho").
    It is a tuple, for every text that is measured asks for its hash.
    """

    latin: str
    ea: str
    fallbacks: tuple[str, ...] = ()
    scripts: tuple[tuple[str, str], ...] = ()

    @property
    def families(self) -> tuple[str, ...]:
        """Latin face first, then the East Asian one, then the fall-backs; each once."""
        return tuple(dict.fromkeys((self.latin, self.ea, *self.fallbacks)))


# No face named: text is measured with the bundled font alone
NO_FONTS = FontPair("", "")


@record
class TextStyle:
    """How one kind of paragraph is set.

    `sizes` are the sizes it may take, in pt, largest first: fitting walks down them and the
    last is the floor. `spacing` is the line spacing in per cent, `before_pt` the space before a
    paragraph (none before the first). With a `bullet`, the text hangs by `indent` EMU. `fonts`
    are the faces that may draw it: the widest and the tallest decide how much room it takes.
    """

    name: str
    sizes: tuple[float, ...]
    face: Face = Face.MINOR
    bold: bool = False
    italic: bool = False
    color: Color = Color(ColorRole.TEXT)
    align: Align = Align.LEFT
    spacing: int = 100
    before_pt: float = 0
    bullet: str = ""
    bullet_color: Color = Color(ColorRole.ACCENT1, Tone.INK)
    margin: Emu = 0  # where the text's left edge stands
    indent: Emu = 0  # how far the bullet stands left of it
    fonts: FontPair = NO_FONTS

    def __hash__(self) -> int:
        """Tell styles apart by what differs among a theme's, for texts are looked up by them."""
        return hash((self.name, self.sizes, self.bold))


class Geometry(StrEnum):
    """Preset geometries; the values are DrawingML's own names (ST_ShapeType)."""

    RECT = "rect"
    ROUND = "roundRect"
    ELLIPSE = "ellipse"
    CHEVRON = "chevron"
    PENTAGON = "homePlate"
    TRIANGLE = "triangle"
    LINE = "line"


@record
class Stop:
    """A colour of a gradient, `at` so many per cent of its way."""

    color: Color
    at: int


@record
class Fill:
    """A flat fill; with `stops` a gradient, of which `color` is what a flat one would have.

    A gradient runs in a line at `angle` degrees, clockwise from rightwards as DrawingML has it, or
    with `is_radial` from the middle outwards.
    """

    color: Color
    stops: tuple[Stop, ...] = ()
    angle: int = 0
    is_radial: bool = False


@record
class Shadow:
    """A soft shadow: `distance` and `blur` in EMU, `strength` in per cent, straight below."""

    color: Color
    distance: Emu
    blur: Emu
    strength: int


@record
class Line:
    """A stroke: width in EMU; `dashed` for relationships, `rounded` for ends and corners."""

    color: Color
    width: Emu
    dashed: bool = False
    rounded: bool = False
