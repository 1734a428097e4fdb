"""A centre and what hangs on it: the centre in the middle, spokes left and right of it.

`marks` holds the centre's words; without them the slide's title stands there. Spokes of a name
alone are low, the name large ("hub-5-bare").
"""

from __future__ import annotations

from dataclasses import replace

from ...model.color import Color, ColorRole, Tone
from ...model.deck import Slide
from ...model.richtext import RichText, plain
from ...model.scene import Box, Connector, Group, Point, Shape
from ...model.style import Anchor, Fill, Geometry, Line
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Emu, Insets, Rect, around, inches
from ...model.words import words_of
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._fill import Slot, flow
from ._frames import as_card, content_spec, is_wide, text_holder
from ._share import Sharing, place_shared
from ._told import has_text, headed

CENTER, FIRST = 19, 20
LEAST, MOST = 2, 8
BARE = "-bare"
DIAMETER = inches(2.3)
SHARE = {True: 22, False: 20}  # the centre's, of the body's width: on a wide page and a narrow one
TALLEST, LOW = inches(2.1), inches(1.0)
ROOM, LITTLE = inches(0.7), inches(0.3)  # for a connector; beside texts on a narrow page


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return tuple(_spec(theme, count, tag) for tag in ("", BARE) for count in range(LEAST, MOST + 1))


def _spec(theme: Theme, count: int, tag: str) -> LayoutSpec:
    center = Placeholder(
        CENTER,
        "body",
        "中心",
        _center(theme),
        (theme.style("center"),),
        Anchor.MIDDLE,
        _inside(_center(theme).width),
        prompt="中心",
    )
    names = ("node_name",) if tag else ("spoke_head", "spoke_text", "case_item")
    styles = tuple(theme.style(name) for name in names)
    padding = theme.tokens.padding
    narrow = Insets(
        padding.left * 2 // 3, padding.top // 6, padding.right // 2, padding.bottom // 6
    )
    spokes = tuple(
        replace(
            as_card(
                theme,
                text_holder(FIRST + i, f"分支{i + 1}", frame, styles, Anchor.MIDDLE),
                Fill(theme.tokens.card),
            ),
            insets=narrow,
        )
        for i, frame in enumerate(_spokes(theme, count, tag))
    )
    label = f"中心与分支 {count}" + (" 名称" if tag else "")
    return content_spec(theme, f"hub-{count}{tag}", label, (center, *spokes))


def _inside(diameter: Emu) -> Insets:
    """Return the insets that keep words inside a circle."""
    inset = diameter * 12 // 100
    return Insets(inset, inset, inset, inset)


def _center(theme: Theme) -> Rect:
    body = theme.grid.body
    size = min(DIAMETER, body.width * SHARE[is_wide(theme)] // 100)
    return Rect(body.center_x - size // 2, body.center_y - size // 2, size, size)


def _spokes(theme: Theme, count: int, tag: str) -> tuple[Rect, ...]:
    """Return the spokes' frames, the left column first; all are as high as the fuller column's."""
    body, gap, center = theme.grid.body, theme.tokens.gap, _center(theme)
    room = ROOM if tag or is_wide(theme) else LITTLE
    width = center.x - room - body.x
    left = -(-count // 2)
    gap = gap // 2 if left > (3 if tag else 2) else gap
    apart = gap if left > 2 else 2 * gap
    height = min((body.height - apart * (left - 1)) // left, LOW if tag else TALLEST)
    frames: list[Rect] = []
    for x, many in ((body.x, left), (body.right - width, count - left)):
        pitch = height + (gap if many > 2 else 2 * gap)
        top = body.center_y - (pitch * (many - 1) + height) // 2
        frames.extend(Rect(x, top + i * pitch, width, height) for i in range(many))
    return tuple(frames)


def _ground(theme: Theme, spec: LayoutSpec, slide: Slide) -> tuple[Shape, ...]:
    """Return the lines to the spokes, glued at both ends, and the disc under the centre's words."""
    disc = _center(theme)
    line = Line(Color(ColorRole.ACCENT1, Tone.INK), 2 * theme.tokens.line)
    name = plain(_words(slide))
    shapes: list[Shape] = []
    for i, item in enumerate(slide.items):
        frame = spec.placeholder(FIRST + i).frame
        is_left = frame.x < disc.x
        start = Point(disc.x if is_left else disc.right, disc.center_y)
        end = Point(frame.right if is_left else frame.x, frame.center_y)
        middle = (start.x + end.x) // 2
        bends = (Point(middle, start.y), Point(middle, end.y))
        # LibreOffice leads a curve round its ends where they are less than a centimetre apart
        is_straight = start.y == end.y or not is_wide(theme)
        points = (start, start, end, end) if is_straight else (start, *bends, end)
        shapes.append(Connector("center", f"spoke{i}", points, line, f"{name}—{plain(item.title)}"))
    circle = Box(disc, "中心圆", geometry=Geometry.ELLIPSE, fill=Fill(Color(ColorRole.ACCENT1)))
    words = words_of(theme.lang)
    alt = f"{name}{words.colon}{words.comma.join(plain(item.title) for item in slide.items)}"
    return (*shapes, Group((circle,), around((disc,)), "中心", alt))


def _words(slide: Slide) -> RichText:
    return slide.marks[0] if slide.marks else slide.title


def _slots(spec: LayoutSpec, slide: Slide) -> list[Slot]:
    center = spec.placeholder(CENTER)
    words = (flow(center, _words(slide), balance=True),)
    slots = [Slot(CENTER, words, "center", origin=slide.origin, key="center")]
    for i, item in enumerate(slide.items):
        flows = headed(item, spec.placeholder(FIRST + i))
        slots.append(Slot(FIRST + i, flows, "spoke", "", item.origin, f"spoke{i}", i, head=0))
    return slots


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place two to eight spokes; more go on round the same centre."""
    bare = not any(map(has_text, slide.items))
    sharing = Sharing("hub", LEAST, MOST, _slots, (BARE,) if bare else ("",), _ground)
    return place_shared(slide, theme, report, sharing)


LAYOUT = SlideLayout("hub", specs, place)
