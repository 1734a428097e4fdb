"""A map's page as PowerPoint can hold it: edges that are glued to the sites of their boxes.

Every edge runs from the middle of one side of a box to the middle of one side of another; of the
four sides those are taken that the structure's own way comes nearest to, and that face each other.
Lines that several edges share (trunks) go, for each edge is whole now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ...model.scene import NO_TEXT, Box, Connector, Page, Path, Point, Shape, TextBody
from ...model.style import Align, Geometry, TextStyle
from ...model.theme import Theme
from ...model.units import Emu, Insets, Rect, Size, pt
from ...text.fit import Flow, height_of
from ...text.settle import settle_in
from ._cards import PLAIN, UNDERLINE
from ._edges import Route, bent, curve, straight, upright
from ._marks import SIGN
from ._move import shifted
from ._relations import Obstacles, cost

# the structures whose edges are all of one kind; the others draw shared lines that no site is on
GLUED = ("balanced", "logic", "logic_left", "org", "org_up", "radial", "bracket", "matrix")
_OUT = (pt(18), pt(40), pt(80))  # how far a way round the outside stands out
_OUT_OF_LIST: Emu = pt(6)
_LEAST_STEP = pt(1)  # a preset's bend is a share of the way between its ends
_SPARE = 0.6  # ems: fonts differ, and a line that is too long by a hair is broken
_EVEN_LINES = 3  # of a title or a gist; what is longer is filled
_CORNER = 0.293  # of the radius: how far a round rectangle's text stands in (1 - cos 45°)
_SHARED = ("trunk", "arrow head")


def glueable(theme: Theme) -> Theme:
    """Return the theme for maps that are glued: no edge can go on as a line below the words."""
    shapes = tuple(PLAIN if shape == UNDERLINE else shape for shape in theme.map.shapes)
    return replace(theme, map=replace(theme.map, shapes=shapes))


def glued(page: Page, edge: str) -> Page:
    """Return the page with its edges from site to site; `edge` is the theme's word."""
    boxes = {shape.key: shape for shape in page.shapes if isinstance(shape, Box) and shape.key}
    obstacles = Obstacles([shape.reach for shape in page.shapes if isinstance(shape, Box)], pt(60))
    return replace(page, shapes=tuple(_glued(page.shapes, boxes, edge, obstacles)))


def _glued(
    shapes: Iterable[Shape], boxes: Mapping[str, Box], edge: str, obstacles: Obstacles
) -> Iterator[Shape]:
    for shape in shapes:
        match shape:
            case Connector() if {shape.start, shape.end} <= boxes.keys() and shape.has_arrow:
                a, b = boxes[shape.start].frame, boxes[shape.end].frame
                yield _related(shape, a, b, obstacles)
            case Connector() if {shape.start, shape.end} <= boxes.keys():
                a, b = boxes[shape.start].frame, boxes[shape.end].frame
                points = _way(a, b, shape, edge)
                yield replace(shape, points=points, end_width=shape.line.width)
            case Path() if shape.name in _SHARED:
                continue
            case Box():
                text = _edited(shape)
                # a block of fewer lines begins lower in its box, and so do the signs by its title
                down = (shape.text.height - text.height) // 2
                marks = tuple(
                    shifted(mark, 0, down if mark.name.startswith(SIGN) else 0)
                    for mark in _glued(shape.marks, boxes, edge, obstacles)
                )
                yield replace(shape, text=text, marks=marks)
            case _:
                yield shape


def _related(connector: Connector, a: Rect, b: Rect, obstacles: Obstacles) -> Connector:
    """Return a cross-link on the best of the ways that a preset can take.

    Its label is left out where every place on the way is taken; the slide's notes have it.
    """
    points = min(_ways(a, b), key=lambda way: cost(way, obstacles))
    frame = obstacles.room_for(connector.label, points)
    is_free = obstacles.is_free(frame)
    # what the insets take is left to the words: an office program's font may be wider by a hair
    label = replace(connector.label, insets=replace(connector.label.insets, left=0, right=0))
    return replace(
        connector,
        points=points,
        end_width=connector.line.width,
        label=label if is_free else NO_TEXT,
        label_frame=frame,
    )


def _ways(a: Rect, b: Rect) -> Iterator[Route]:
    """Yield curves between facing sides, and between like sides round the outside."""
    sides = (Point(a.right, a.center_y), Point(b.x, b.center_y))
    back = (Point(a.x, a.center_y), Point(b.right, b.center_y))
    yield curve(*(sides if b.center_x >= a.center_x else back), 0.5)
    down = (Point(a.center_x, a.bottom), Point(b.center_x, b.y))
    up = (Point(a.center_x, a.y), Point(b.center_x, b.bottom))
    yield upright(*(down if b.center_y >= a.center_y else up), 0.5)
    for out in _OUT:
        for start, end, turn in (
            (sides[0], back[1], max(a.right, b.right) + out),
            (back[0], sides[1], min(a.x, b.x) - out),
        ):
            if abs(start.x - end.x) >= _LEAST_STEP:
                yield (start, Point(turn, start.y), Point(turn, end.y), end)
        for start, end, turn in (
            (up[0], down[1], min(a.y, b.y) - out),
            (down[0], up[1], max(a.bottom, b.bottom) + out),
        ):
            if abs(start.y - end.y) >= _LEAST_STEP:
                yield (start, Point(start.x, turn), Point(end.x, turn), end)


def _edited(box: Box) -> TextBody:
    """Return a box's text as an office program sets it: a level for each of its styles.

    Its insets are less by what round corners take, and by a hair's room for another font.
    """
    styles: list[TextStyle] = []
    for paragraph in box.text.paragraphs:
        if paragraph.style not in styles:
            styles.append(paragraph.style)
    if not styles:
        return box.text
    paragraphs = tuple(
        replace(paragraph, level=styles.index(paragraph.style)) for paragraph in box.text.paragraphs
    )
    taken = 0
    if box.geometry is Geometry.ROUND:
        taken = round(_CORNER * min(box.corner, box.frame.height // 2, box.frame.width // 2))
    insets, spare = box.text.insets, pt(_SPARE * styles[0].sizes[0])
    left = spare // 2 if styles[0].align is Align.CENTER else 0
    room = Insets(
        max(taken, insets.left - left),
        max(taken, insets.top),
        max(taken, insets.right - spare + left),
        max(taken, insets.bottom),
    )
    text = _settled(box, replace(box.text, paragraphs=paragraphs, insets=room))
    sides = (text.insets.left, text.insets.top, text.insets.right, text.insets.bottom)
    return replace(text, insets=Insets(*(side - taken for side in sides)))


def _settled(box: Box, text: TextBody) -> TextBody:
    """Return a box's text at the width at which an office program, which fills, breaks it best."""
    if all(len(paragraph.lines) < 2 for paragraph in text.paragraphs):
        return text
    flows = [
        Flow(
            paragraph.runs,
            replace(paragraph.style, sizes=(paragraph.size_pt,)),
            balance=1 < len(paragraph.lines) <= _EVEN_LINES,
        )
        for paragraph in text.paragraphs
    ]
    settled = settle_in(Size(box.frame.width, 0), text.insets, text.anchor, flows, 0)
    if any(
        len(new.lines) > len(old.lines)
        for new, old in zip(settled.paragraphs, text.paragraphs, strict=True)
    ):
        return text
    paragraphs = tuple(
        replace(old, lines=new.lines)
        for new, old in zip(settled.paragraphs, text.paragraphs, strict=True)
    )
    return replace(text, paragraphs=paragraphs, insets=settled.insets, height=height_of(paragraphs))


def _way(a: Rect, b: Rect, connector: Connector, edge: str) -> Route:
    """Return the way between facing sides, level or upright as the structure has it."""
    across = max(b.x - a.right, a.x - b.right)  # room between them, negative where they overlap
    along = max(b.y - a.bottom, a.y - b.bottom)
    arrives_level = _arrives_level(connector, b)
    if across <= 0 < along and arrives_level and abs(a.x - b.x) >= _LEAST_STEP:
        return _hung(a, b)
    is_level = along <= 0 or (across > 0 and arrives_level)
    if is_level:
        side: Emu = 1 if b.center_x >= a.center_x else -1
        start = Point(a.right if side > 0 else a.x, a.center_y)
        end = Point(b.x if side > 0 else b.right, b.center_y)
    else:
        side = 1 if b.center_y >= a.center_y else -1
        start = Point(a.center_x, a.bottom if side > 0 else a.y)
        end = Point(b.center_x, b.y if side > 0 else b.bottom)
    if edge == "straight" or start.x == end.x or start.y == end.y:
        return straight(start, end)
    if edge in ("elbow", "rounded"):
        middle = (start.x + end.x) // 2 if is_level else (start.y + end.y) // 2
        turns = (
            (Point(middle, start.y), Point(middle, end.y))
            if is_level
            else (Point(start.x, middle), Point(end.x, middle))
        )
        return bent((start, *turns, end), "elbow")
    return curve(start, end, 0.5) if is_level else upright(start, end, 0.5)


def _hung(a: Rect, b: Rect) -> Route:
    """Return the way to an item of a list below or above its topic: at the left of all items."""
    start, end = Point(a.x, a.center_y), Point(b.x, b.center_y)
    turn = min(a.x, b.x) - _OUT_OF_LIST
    return bent((start, Point(turn, start.y), Point(turn, end.y), end), "elbow")


def _arrives_level(connector: Connector, box: Rect) -> bool:
    """Tell whether an edge ends at its box's left or right side."""
    end = connector.points[-1]
    upright_miss = min(abs(end.y - box.y), abs(end.y - box.bottom)) + abs(end.x - box.center_x)
    level_miss = min(abs(end.x - box.x), abs(end.x - box.right)) + abs(end.y - box.center_y)
    return level_miss <= upright_miss
