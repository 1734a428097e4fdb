"""A chain that returns to its start: three to eight nodes on a ring, curved arrows between.

Nodes of a name alone are low ("cycle-5-bare"). Where a ring leaves too little room for the words,
four nodes or more stand in two rows, and the arrows run round them ("cycle-5-rows"). A layout that
ends in "-high" has no lead, and its ring has the lead's room.
"""

from __future__ import annotations

import math
from dataclasses import replace

from ...model.color import Color, ColorRole, Tone
from ...model.deck import Slide
from ...model.richtext import plain
from ...model.scene import Group, Point, Shape
from ...model.style import Anchor, Fill, Line
from ...model.theme import LayoutSpec, Theme
from ...model.units import Emu, Insets, Rect, around, inches
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._arrows import arc, arrow, arrow_width
from ._fill import Slot, fill, title_slots
from ._frames import as_card, content_spec, high_body, is_wide, text_holder, without_lead
from ._list import place_list
from ._share import Figure, place_figure
from ._told import has_text, headed

FIRST = 20
LEAST, MOST = 3, 8
LEAST_IN_ROWS = 4
THICK = 4  # an arrow, where it is not short, in lines of the theme
# A node's share of the body's width and height, by how many there are; bare ones hold a name only
TOLD = {3: (32, 36), 4: (30, 31), 5: (27, 29), 6: (26, 26), 7: (22, 22), 8: (21, 21)}
BARE = {3: (26, 26), 4: (24, 24), 5: (22, 22), 6: (21, 20), 7: (19, 18), 8: (18, 18)}
BARE_TAG, ROWS_TAG, HIGH_TAG = "-bare", "-rows", "-high"
FEW = 4  # so many nodes are apart on a round ring, more need its width
FLATTEST, WIDEST = 2.3, 2.7  # a ring more than so many times as wide as high is a lens
CLEAR = inches(0.09)  # between a node and an arrow
ROW_GAP = inches(0.55)  # for an arrow down or up
ROOMY = 2  # so many steps down the scale a ring is still read at a glance
SAMPLES = 720


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return tuple(
        _spec(theme, count, tag + high)
        for high in ("", HIGH_TAG)
        for tag in ("", BARE_TAG, ROWS_TAG)
        for count in range(LEAST_IN_ROWS if tag == ROWS_TAG else LEAST, MOST + 1)
    )


def _spec(theme: Theme, count: int, tag: str) -> LayoutSpec:
    styles = tuple(theme.style(name) for name in _styles(tag))
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
    labels = {BARE_TAG: " 环节", ROWS_TAG: " 两行", HIGH_TAG: " 高"}
    label = f"循环 {count}" + "".join(words for part, words in labels.items() if part in tag)
    spec = content_spec(theme, f"cycle-{count}{tag}", label, nodes)
    return without_lead(spec) if HIGH_TAG in tag else spec


def _styles(tag: str) -> tuple[str, ...]:
    if BARE_TAG in tag:
        return ("node_name",)
    if ROWS_TAG in tag:
        return ("corner_head", "corner_text", "corner_item")
    return ("node_head", "node_text", "node_item")


def _body(theme: Theme, tag: str) -> Rect:
    return high_body(theme) if HIGH_TAG in tag else theme.grid.body


def _frames(theme: Theme, count: int, tag: str) -> tuple[Rect, ...]:
    """Return the nodes' frames, clockwise from the first, which is on top."""
    if ROWS_TAG in tag:
        return _in_rows(_body(theme, tag), count)
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


def _in_rows(body: Rect, count: int) -> tuple[Rect, ...]:
    """Return the frames of two rows, the lower one from right to left, both as wide."""
    upper = -(-count // 2)
    top, low = body.rows(2, ROW_GAP)
    first = top.columns(upper, min(ROW_GAP, body.width // (4 * upper)))
    width, lower = first[0].width, count - upper
    pitch = (body.width - width) // (lower - 1)
    back = (Rect(low.right - width - i * pitch, low.y, width, low.height) for i in range(lower))
    return (*first, *back)


def _ring(theme: Theme, count: int, tag: str) -> tuple[Point, tuple[Emu, Emu], tuple[Emu, Emu]]:
    """Return the ring's centre and radii, and a node's width and height."""
    body = _body(theme, tag)
    share = (BARE if BARE_TAG in tag else TOLD)[count]
    narrow = not is_wide(theme) and 5 <= count < MOST
    wide_share = share[0] + 4 * narrow
    width, height = body.width * wide_share // 100, body.height * share[1] // 100
    angles = _angles(count)
    tall = max(map(math.sin, angles)) - min(map(math.sin, angles))
    wide = 2 * max(map(math.cos, angles))
    # three nodes stand high on their ring: its lowest point must stay above the footer, too
    ry = min((body.height - height) / tall, (body.height - height / 2) / 2)
    flattest = FLATTEST if count <= FEW else WIDEST
    rx = min((body.width - width) / wide - 1, flattest * ry)
    center = Point(body.center_x, body.y + height // 2 + round(ry))
    return center, (round(rx), round(ry)), (width, height)


def _angles(count: int) -> tuple[float, ...]:
    """Return the nodes' angles, clockwise from the top."""
    return tuple(2 * math.pi * i / count - math.pi / 2 for i in range(count))


def _arrows(theme: Theme, slide: Slide, tag: str) -> tuple[Shape, ...]:
    """Return the arrows from node to node and back to the first, as one group."""
    frames = _frames(theme, len(slide.items), tag)
    ways = _along_rows(frames) if ROWS_TAG in tag else _along_ring(theme, frames, tag)
    shortest = min(math.dist((way[0].x, way[0].y), (way[-1].x, way[-1].y)) for way in ways)
    line = Line(Color(ColorRole.ACCENT1, Tone.INK), arrow_width(theme, THICK, round(shortest)))
    shapes = [shape for i, way in enumerate(ways, 1) for shape in arrow(way, f"箭头{i}", line)]
    names = [plain(item.title) for item in slide.items]
    alt = " → ".join((*names, names[0]))
    return (Group(tuple(shapes), around(frames), "循环", alt),)


def _along_rows(frames: tuple[Rect, ...]) -> list[tuple[Point, ...]]:
    """Return the arrows' ways along the rows, and down and up between them."""
    ways: list[tuple[Point, ...]] = []
    for one, other in zip(frames, (*frames[1:], frames[0]), strict=True):
        if one.y == other.y:
            ahead = other.x > one.x
            start = Point(one.right + CLEAR if ahead else one.x - CLEAR, one.center_y)
            end = Point(other.x - CLEAR if ahead else other.right + CLEAR, one.center_y)
        else:
            down = other.y > one.y
            start = Point(one.center_x, one.bottom + CLEAR if down else one.y - CLEAR)
            end = Point(one.center_x, other.y - CLEAR if down else other.bottom + CLEAR)
        ways.append((start, start, end, end))
    return ways


def _along_ring(theme: Theme, frames: tuple[Rect, ...], tag: str) -> list[tuple[Point, ...]]:
    """Return the arrows' ways along the ring, as far as it is outside the nodes."""
    count = len(frames)
    center, radii, _ = _ring(theme, count, tag)
    ways: list[tuple[Point, ...]] = []
    for i, angle in enumerate(_angles(count)):
        following = frames[(i + 1) % count]
        free = [
            at
            for at in (angle + 2 * math.pi / count * k / SAMPLES for k in range(SAMPLES + 1))
            if not _meets(frames[i], center, radii, at) and not _meets(following, center, radii, at)
        ]
        if len(free) > 1:
            ways.append(arc(center, radii, free[0], free[-1]))
    return ways


def _meets(frame: Rect, center: Point, radii: tuple[Emu, Emu], angle: float) -> bool:
    """Tell whether the ring is inside a node, or too near to it, at that angle."""
    x = center.x + radii[0] * math.cos(angle)
    y = center.y + radii[1] * math.sin(angle)
    return (
        frame.x - CLEAR <= x <= frame.right + CLEAR and frame.y - CLEAR <= y <= frame.bottom + CLEAR
    )


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place three to eight nodes; a ring cannot be cut, so the list takes other counts."""
    if not LEAST <= len(slide.items) <= MOST:
        return place_list(slide, theme, report)
    return place_figure(slide, theme, report, _drawn)


def _drawn(slide: Slide, theme: Theme) -> Figure:
    """Return the ring, or the rows where a ring's words were too small."""
    high = "" if slide.lead else HIGH_TAG
    if not any(map(has_text, slide.items)):
        return _figure(slide, theme, BARE_TAG + high)
    ring = _figure(slide, theme, high)
    if len(slide.items) < LEAST_IN_ROWS:
        return ring
    filled = fill(ring.spec, ring.slots)
    if filled.fits and filled.steps <= ROOMY:
        return ring
    return _figure(slide, theme, ROWS_TAG + high)


def _figure(slide: Slide, theme: Theme, tag: str) -> Figure:
    spec = theme.layouts[f"cycle-{len(slide.items)}{tag}"]
    nodes = (
        Slot(
            FIRST + i,
            headed(item, spec.placeholder(FIRST + i)),
            "node",
            origin=item.origin,
            item=i,
            head=0,
        )
        for i, item in enumerate(slide.items)
    )
    return Figure(spec, (*title_slots(spec, slide), *nodes), _arrows(theme, slide, tag))


LAYOUT = SlideLayout("cycle", specs, place)
