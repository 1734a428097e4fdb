"""Somebody's PowerPoint template: its parts as they are, and what can be told of its layouts.

The parts are carried to the deck byte by byte; the rest is read out of them, so that texts can be
measured as the template will set them. Frames are in EMU on the template's page.
"""

from __future__ import annotations

from collections.abc import Mapping

from .color import Rgb
from .record import record
from .scene import Shape
from .style import Anchor, FontPair, TextStyle
from .units import Insets, Rect, Size


@record
class Native:
    """The placeholder of a template's layout that a text of ours is written to.

    A slide says its frame where it `is_moved`, and its whole look where it `is_dressed`; everything
    else it inherits. `is_turned` is the template's: its paragraphs run from right to left. Where it
    `is_joined`, the text goes on in the body of the placeholder that the template has for both.
    """

    kind: str
    idx: int
    is_moved: bool = False
    is_dressed: bool = False
    is_turned: bool = False
    is_joined: bool = False


@record
class TemplatePart:
    """A part as it stands in the file; `relationships` is the text of its .rels, or nothing."""

    name: str  # "/ppt/slideMasters/slideMaster1.xml"
    content_type: str
    blob: bytes
    relationships: bytes = b""


@record
class TemplateHolder:
    """A placeholder of a template's layout, with what it inherits from the master.

    `kind` is PowerPoint's type ("obj" where the file says none). `is_turned` tells that its
    paragraphs run from right to left, `is_upright` that its lines run from top to bottom; one that
    `is_bare` has no size to inherit, or no look for the levels of a list.
    """

    kind: str
    idx: int
    name: str
    frame: Rect
    styles: tuple[TextStyle, ...]
    anchor: Anchor = Anchor.TOP
    insets: Insets = Insets()
    is_turned: bool = False
    is_upright: bool = False
    is_bare: bool = False

    @property
    def area(self) -> int:
        return self.frame.width * self.frame.height


@record(eq=False)
class TemplateLayout:
    """A layout: its part's name, its own name and type, its placeholders, and its decoration.

    `shapes` is the decoration of master and layout as far as we can draw it, in roles; `ground` is
    the page's colour, the mean of a picture's. `color_map` is the a:overrideClrMapping with which
    the layout changes the master's colours, or nothing; `master` counts from 0.
    """

    part: str
    name: str
    kind: str
    master: int
    holders: tuple[TemplateHolder, ...]
    shapes: tuple[Shape, ...] = ()
    ground: Rgb = Rgb(255, 255, 255)
    color_map: str = ""


@record(eq=False)
class TemplateMaster:
    """A master's theme: the slots as its colour map names them ("bg1", "tx1"), and its fonts."""

    title: str
    colors: Mapping[str, Rgb]
    major: FontPair
    minor: FontPair


@record(eq=False)
class Template:
    """A template as it was read: `presentation` is the part that slides are entered in.

    `rids` gives the kept relationships of that part by their ids: type and target.
    """

    name: str
    page: Size
    masters: tuple[TemplateMaster, ...]
    layouts: tuple[TemplateLayout, ...]
    parts: tuple[TemplatePart, ...]
    presentation: bytes
    rids: Mapping[str, tuple[str, str]]

    def layout(self, part: str) -> TemplateLayout:
        """Return the layout whose part has that name; KeyError when there is none."""
        for layout in self.layouts:
            if layout.part == part:
                return layout
        raise KeyError(part)
