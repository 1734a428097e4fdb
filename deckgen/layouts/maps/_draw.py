"""A placed map as a page: branches, then cross-links, then the nodes in reading order.

Frames come in wherever the layout put them; the page is cut to what is drawn, and a margin.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...model.color import Color, ColorRole, Tone
from ...model.mindmap import Edge, MindMap, Node
from ...model.richtext import plain
from ...model.scene import Box, Connector, Page, Path, Point, Shape
from ...model.style import Geometry, Line
from ...model.theme import Theme
from ...model.units import EMU_PER_PX, Emu, Rect, Size, pt
from ._cards import BADGE_GAP, CAPSULE, UNDERLINE, Card
from ._edges import Route
from ._relations import Link, Obstacles, label_of, route, samples

_MARGIN = pt(36)


@dataclass(frozen=True, slots=True)
class Drawing:
    """Where the nodes stand, and the edge that leads to each (empty for the root).

    `sides` is 1 where a node's children stand at its right, -1 at its left; with `own_lines`
    underlined nodes draw their line themselves, as no edge does.
    """

    frames: Sequence[Rect]
    routes: Sequence[Route]
    sides: Sequence[int]
    own_lines: bool = False


def page_of(mindmap: MindMap, cards: Sequence[Card], drawing: Drawing, theme: Theme) -> Page:
    """Return the map's page, as large as the map and its margin."""
    links = _links(mindmap, drawing, theme)
    box = _bounds(_extent(cards, drawing, links))
    dx, dy = _MARGIN - box.x, _MARGIN - box.y
    shapes: list[Shape] = list(_branches(mindmap, drawing, theme, Point(dx, dy)))
    shapes += [_cross(mindmap, edge, link, theme, Point(dx, dy)) for edge, link in links]
    for index, (node, card) in enumerate(zip(mindmap.nodes, cards, strict=True)):
        frame = drawing.frames[index].shift(dx, dy)
        shapes += _node(node, card, frame, drawing.sides[index], _has_line(drawing, index))
    return Page(
        key="map",
        title=mindmap.title,
        size=Size(_whole(box.width + 2 * _MARGIN), _whole(box.height + 2 * _MARGIN)),
        shapes=tuple(shapes),
        kind="map",
        description=mindmap.description,
        origin=mindmap.nodes[0].origin,
    )


def _whole(length: Emu) -> Emu:
    """Round up to a whole pixel, so that a picture of the page has no half-covered edge."""
    return -(-length // EMU_PER_PX) * EMU_PER_PX


def _links(mindmap: MindMap, drawing: Drawing, theme: Theme) -> list[tuple[Edge, Link]]:
    """Route the cross-links round the nodes."""
    if not mindmap.edges:
        return []
    obstacles = Obstacles(drawing.frames, theme.map.level_gap)
    links: list[tuple[Edge, Link]] = []
    for edge in mindmap.edges:
        points = route(drawing.frames[edge.start], drawing.frames[edge.end], obstacles)
        label = label_of(edge.label, theme)
        links.append((edge, Link(points, label, obstacles.room_for(label, points))))
    return links


def _extent(
    cards: Sequence[Card], drawing: Drawing, links: Iterable[tuple[Edge, Link]]
) -> Iterator[Rect]:
    yield from drawing.frames
    for card, frame, side in zip(cards, drawing.frames, drawing.sides, strict=True):
        if card.badge.paragraphs:
            yield _badge_frame(card, frame, side)
    for points in drawing.routes:
        yield from (Rect(point.x, point.y, 0, 0) for point in points)
    for _, link in links:
        yield link.frame
        yield from (Rect(x, y, 0, 0) for x, y in samples(link.points))


def _bounds(frames: Iterable[Rect]) -> Rect:
    left = top = right = bottom = None
    for frame in frames:
        left = frame.x if left is None else min(left, frame.x)
        top = frame.y if top is None else min(top, frame.y)
        right = frame.right if right is None else max(right, frame.right)
        bottom = frame.bottom if bottom is None else max(bottom, frame.bottom)
    if left is None or top is None or right is None or bottom is None:
        return Rect(0, 0, 0, 0)
    return Rect(left, top, right - left, bottom - top)


def _branches(mindmap: MindMap, drawing: Drawing, theme: Theme, by: Point) -> Iterator[Connector]:
    """Yield the edge into every node: thick at the root, thinner from level to level."""
    widths = theme.map.edge_widths
    last = len(widths) - 1
    lines: dict[tuple[int, ColorRole], Line] = {}
    for node, points in zip(mindmap.nodes, drawing.routes, strict=True):
        if not points:
            continue
        kind = (min(node.depth - 1, last), node.accent)
        line = lines.get(kind)
        if line is None:
            tone = Tone.PLAIN if node.depth <= 2 else Tone.MID
            line = lines[kind] = Line(Color(node.accent, tone), widths[kind[0]])
        start = mindmap.nodes[node.parent].key
        yield Connector(
            start=start,
            end=node.key,
            points=_moved(points, by),
            line=line,
            name=f"{start}–{node.key}",
            end_width=widths[min(node.depth, last)],
            origin=node.origin,
        )


def _cross(mindmap: MindMap, edge: Edge, link: Link, theme: Theme, by: Point) -> Connector:
    start, end = mindmap.nodes[edge.start], mindmap.nodes[edge.end]
    width = max(theme.map.edge_widths[-1], pt(1))
    return Connector(
        start=start.key,
        end=end.key,
        points=_moved(link.points, by),
        line=Line(Color(ColorRole.MUTED), width, dashed=True),
        name=f"{plain(start.title)} → {plain(end.title)}",
        end_width=width,
        has_arrow=True,
        label=link.label,
        label_frame=link.frame.shift(by.x, by.y),
        origin=edge.origin,
    )


def _moved(points: Route, by: Point) -> Route:
    dx, dy = by.x, by.y
    return tuple([Point(point.x + dx, point.y + dy) for point in points])


def _has_line(drawing: Drawing, index: int) -> bool:
    return drawing.own_lines or not drawing.routes[index]


def _node(node: Node, card: Card, frame: Rect, side: int, has_line: bool) -> Iterator[Shape]:
    """Yield a node's box, its underline where no edge draws it, and its badge."""
    look = card.look
    if look.shape == UNDERLINE and look.line and has_line:
        start, end = Point(frame.x, frame.bottom), Point(frame.right, frame.bottom)
        yield Path((start, start, end, end), f"{node.key} underline", line=look.line)
    rounded = look.fill is not None
    yield Box(
        frame=frame,
        name=plain(node.title) or node.key,
        text=card.text,
        geometry=Geometry.ROUND if rounded else Geometry.RECT,
        corner=_corner(card) if rounded else 0,
        fill=look.fill,
        key=node.key,
        link=node.link,
        tooltip=node.notes,
        origin=node.origin,
    )
    if card.badge.paragraphs:
        yield _badge(node, card, _badge_frame(card, frame, side))


def _corner(card: Card) -> Emu:
    """A capsule's ends are half circles, while it holds a line or two; a card's are a hint."""
    em = pt(card.look.title.sizes[0])
    if card.look.shape == CAPSULE:
        return min(card.size.height // 2, round(1.2 * em))
    return min(card.size.height // 4, round(0.5 * em))


def _badge_frame(card: Card, frame: Rect, side: int) -> Rect:
    size = card.badge_size
    left = frame.right + BADGE_GAP if side > 0 else frame.x - BADGE_GAP - size.width
    return Rect(left, frame.center_y - size.height // 2, size.width, size.height)


def _badge(node: Node, card: Card, frame: Rect) -> Box:
    return Box(
        frame=frame,
        name=f"{node.hidden} more",
        text=card.badge,
        geometry=Geometry.ROUND,
        corner=frame.height // 2,
        line=Line(Color(node.accent, Tone.MID), pt(0.75)),
        origin=node.origin,
    )
