"""A chain that returns to its start: three to eight nodes on a ring, curved arrows between."""

from __future__ import annotations

import math
from dataclasses import replace

from ...model.color import Color, ColorRole, Tone
from ...model.deck import Item, Slide
from ...model.richtext import plain
from ...model.scene import Group, Point, Shape
from ...model.style import Anchor, Fill, Line
from ...model.theme import LayoutSpec, Theme
from ...model.units import Emu, Insets, Rect, around, inches
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._arrows import arc, arrow, arrow_width
from ._fill import Slot, title_slots
from ._frames import as_card, content_spec, text_holder
from ._list import place_list
from ._share import place_whole
from ._told import has_text, headed

FIRST = 20
LEAST, MOST = 3, 8
MANY = 7  # from so many on, the arrows are short and thinner
# A node's share of the body's width and height, by how many there are; bare ones hold a name only
TOLD = {3: (30, 33), 4: (27, 30), 5: (24, 27), 6: (23, 27), 7: (21, 21), 8: (20, 20)}
BARE = {3: (22, 22), 4: (21, 20), 5: (20, 18), 6: (19, 18), 7: (18, 18), 8: (17, 18)}
BARE_TAG = "-bare"
FLATTEST = 2.7  # a ring more than so many times as wide as high is a lens
CLEAR = inches(0.09)  # between a node and an arrow
SAMPLES = 720


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return tuple(
        _spec(theme, count, tag) for tag in ("", BARE_TAG) for count in range(LEAST, MOST + 1)
    )


def _spec(theme: Theme, count: int, tag: str) -> LayoutSpec:
    names = ("term",) if tag else ("node_head", "node_text", "node_item")
    styles = tuple(theme.style(name) for name in names)
    padding = theme.tokens.padding
    narrow = Insets(padding.left // 3, padding.top // 6, padding.right // 3, padding.bottom // 6)
    nodes = tuple(
        replace(
            as_card(
                theme,
                text_holder(FIRST + i, f"环节{i + 1}", frame, styles, Anchor.MIDDLE),
                Fill(Color(ColorRole.ACCENT1, Tone.SOFT)),
            ),
            insets=narrow,
        )
        for i, frame in enumerate(_frames(theme, count, tag))
    )
    label = f"循环 {count}" + (" 环节" if tag else "")
    return content_spec(theme, f"cycle-{count}{tag}", label, nodes)


def _ring(theme: Theme, count: int, tag: str) -> tuple[Point, tuple[Emu, Emu], tuple[Emu, Emu]]:
    """Return the ring's centre and radii, and a node's width and height."""
    body = theme.grid.body
    share = (BARE if tag else TOLD)[count]
    narrow = body.width < 2 * body.height and 5 <= count < MOST
    wide_share = share[0] + 4 * narrow
    width, height = body.width * wide_share // 100, body.height * share[1] // 100
    angles = _angles(count)
    tall = max(map(math.sin, angles)) - min(map(math.sin, angles))
    wide = 2 * max(map(math.cos, angles))
    # three nodes stand high on their ring: its lowest point must stay above the footer, too
    ry = min((body.height - height) / tall, (body.height - height / 2) / 2)
    rx = min((body.width - width) / wide - 1, FLATTEST * ry)
    center = Point(body.center_x, body.y + height // 2 + round(ry))
    return center, (round(rx), round(ry)), (width, height)


def _angles(count: int) -> tuple[float, ...]:
    """Return the nodes' angles, clockwise from the top."""
    return tuple(2 * math.pi * i / count - math.pi / 2 for i in range(count))


def _frames(theme: Theme, count: int, tag: str) -> tuple[Rect, ...]:
    center, (rx, ry), (width, height) = _ring(theme, count, tag)
    return tuple(
        Rect(
            center.x + round(rx * math.cos(angle)) - width // 2,
            center.y + round(ry * math.sin(angle)) - height // 2,
            width,
            height,
        )
        for angle in _angles(count)
    )


def _arrows(theme: Theme, items: tuple[Item, ...], tag: str) -> tuple[Shape, ...]:
    """Return the ring's arrows, from node to node and back to the first, as one group."""
    count = len(items)
    center, radii, _ = _ring(theme, count, tag)
    frames = _frames(theme, count, tag)
    width = arrow_width(theme, 4 if count < MANY else 3)
    line = Line(Color(ColorRole.ACCENT1, Tone.MID), width)
    shapes: list[Shape] = []
    for i, angle in enumerate(_angles(count)):
        following = frames[(i + 1) % count]
        free = [
            at
            for at in (angle + 2 * math.pi / count * k / SAMPLES for k in range(SAMPLES + 1))
            if not _meets(frames[i], center, radii, at) and not _meets(following, center, radii, at)
        ]
        if len(free) > 1:
            points = arc(center, radii, free[0], free[-1])
            shapes.extend(arrow(points, f"箭头{i + 1}", line))
    names = [plain(item.title) for item in items]
    alt = " → ".join((*names, names[0]))
    return (Group(tuple(shapes), around(frames), "循环", alt),)


def _meets(frame: Rect, center: Point, radii: tuple[Emu, Emu], angle: float) -> bool:
    """Tell whether the ring is inside a node, or too near to it, at that angle."""
    x = center.x + radii[0] * math.cos(angle)
    y = center.y + radii[1] * math.sin(angle)
    return (
        frame.x - CLEAR <= x <= frame.right + CLEAR and frame.y - CLEAR <= y <= frame.bottom + CLEAR
    )


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place three to eight nodes; a ring cannot be cut, so the list takes other counts."""
    count = len(slide.items)
    if not LEAST <= count <= MOST:
        return place_list(slide, theme, report)
    tag = "" if any(map(has_text, slide.items)) else BARE_TAG
    spec = theme.layouts[f"cycle-{count}{tag}"]
    nodes = [
        Slot(
            FIRST + i,
            headed(item, spec.placeholder(FIRST + i)),
            "node",
            origin=item.origin,
            item=i,
            head=0,
        )
        for i, item in enumerate(slide.items)
    ]
    ground = _arrows(theme, slide.items, tag)
    return place_whole(slide, theme, report, (spec, [*title_slots(spec, slide), *nodes]), ground)


LAYOUT = SlideLayout("cycle", specs, place)
