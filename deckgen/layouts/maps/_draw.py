"""A placed map as a page: branches, then cross-links, then the nodes in reading order.

Frames come in wherever the layout put them; the page is cut to what is drawn, and a margin.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model.color import Color, ColorRole, Tone
from ...model.mindmap import Edge, MindMap, Node
from ...model.richtext import plain
from ...model.scene import Box, Connector, Page, Path, Point, Shape
from ...model.style import Geometry, Line
from ...model.theme import Theme
from ...model.units import EMU_PER_PX, Emu, Insets, Rect, Size, around, pt
from ._boundary import boundaries
from ._cards import CAPSULE, CELL, SHEET, UNDERLINE, Card
from ._drawing import MARGIN, Drawing, badge_frame, bounds, moved, moved_mark, stretches
from ._legend import legend
from ._marks import marks_of
from ._move import shifted
from ._relations import Link, Obstacles, label_of, route, samples
from ._tones import branch_color

_BESIDE: Emu = -pt(4)  # how near a cross-link comes to a summary
_AIR = Insets(_BESIDE, _BESIDE, _BESIDE, _BESIDE)
_LANES = 3  # in which cross-links run beside each other where they share a gap


def page_of(mindmap: MindMap, drawing: Drawing, theme: Theme) -> Page:
    """Return the map's page, as large as the map and its margin."""
    links = _links(mindmap, drawing, theme)
    grounds = boundaries(mindmap, drawing, theme)
    box = around((bounds(drawing), *_reach(links), *(ground.frame for ground in grounds)))
    key = legend(mindmap, box, theme)
    box = around((box, *(one.frame for one in key)))
    dx, dy = MARGIN - box.x, MARGIN - box.y
    placed = [moved_mark(ground, dx, dy) for ground in grounds]
    labels = [one for one in placed if isinstance(one, Box) and one.text.paragraphs]
    shapes: list[Shape] = [one for one in placed if one not in labels]
    shapes += _branches(mindmap, drawing, theme, Point(dx, dy))
    shapes += [moved_mark(mark, dx, dy) for mark in drawing.marks]
    shapes += [_cross(mindmap, edge, link, theme, Point(dx, dy)) for edge, link in links]
    shapes += labels
    shapes += [shifted(one, dx, dy) for one in key]
    for index, node in enumerate(mindmap.nodes):
        shapes += _node(mindmap, node, index, drawing, Point(dx, dy))
    return Page(
        key="map",
        title=mindmap.title,
        size=Size(_whole(box.width + 2 * MARGIN), _whole(box.height + 2 * MARGIN)),
        shapes=tuple(shapes),
        kind="map",
        description=mindmap.description,
        edge=theme.map.edge,
        origin=mindmap.nodes[0].origin,
    )


def _whole(length: Emu) -> Emu:
    """Round up to a whole pixel, so that a picture of the page has no half-covered edge."""
    return -(-length // EMU_PER_PX) * EMU_PER_PX


def _links(mindmap: MindMap, drawing: Drawing, theme: Theme) -> list[tuple[Edge, Link]]:
    """Route the cross-links round the nodes."""
    if not mindmap.edges:
        return []
    taken = [*drawing.frames, *(span.inset(_AIR) for span in drawing.spans.values())]
    obstacles = Obstacles(taken, theme.map.level_gap)
    is_labelled = any(edge.label for edge in mindmap.edges)
    lines = Obstacles(list(_lines(drawing)), theme.map.level_gap) if is_labelled else None
    links: list[tuple[Edge, Link]] = []
    for number, edge in enumerate(mindmap.edges):
        start, end = drawing.frames[edge.start], drawing.frames[edge.end]
        points = route(start, end, obstacles, number % _LANES)
        label = label_of(edge.label, theme)
        links.append((edge, Link(points, label, obstacles.room_for(label, points, lines))))
    return links


def _lines(drawing: Drawing) -> Iterator[Rect]:
    """Yield points on the branches, and the trunks' stretches."""
    yield from stretches(drawing)
    for points in drawing.routes:
        if points:
            yield from (Rect(x, y, 1, 1) for x, y in samples(points))


def _reach(links: Iterable[tuple[Edge, Link]]) -> Iterator[Rect]:
    for _, link in links:
        yield link.frame
        yield from (Rect(x, y, 0, 0) for x, y in samples(link.points))


def _branches(mindmap: MindMap, drawing: Drawing, theme: Theme, by: Point) -> Iterator[Connector]:
    """Yield the edge into every node: thick at the root, thinner from level to level."""
    widths = theme.map.edge_widths
    last = len(widths) - 1
    lines: dict[tuple[int, ColorRole], Line] = {}
    for node, points, tapers in zip(mindmap.nodes, drawing.routes, drawing.tapered, strict=True):
        if not points:
            continue
        kind = (min(node.depth - 1, last), node.accent)
        line = lines.get(kind)
        if line is None:
            color = branch_color(theme, node.accent, node.depth)
            line = lines[kind] = Line(color, widths[kind[0]])
        start = mindmap.nodes[node.parent].key
        yield Connector(
            start=start,
            end=node.key,
            points=moved(points, by.x, by.y),
            line=line,
            name=f"{start}–{node.key}",
            end_width=widths[min(node.depth, last)] if tapers else line.width,
            origin=node.origin,
        )


def _cross(mindmap: MindMap, edge: Edge, link: Link, theme: Theme, by: Point) -> Connector:
    start, end = mindmap.nodes[edge.start], mindmap.nodes[edge.end]
    width = max(theme.map.edge_widths[-1], pt(1))
    return Connector(
        start=start.key,
        end=end.key,
        points=moved(link.points, by.x, by.y),
        line=Line(Color(ColorRole.MUTED), width, dashed=True),
        name=f"{plain(start.title)} → {plain(end.title)}",
        end_width=width,
        has_arrow=True,
        label=link.label,
        label_frame=link.frame.shift(by.x, by.y),
        origin=edge.origin,
    )


def _node(mindmap: MindMap, node: Node, index: int, drawing: Drawing, by: Point) -> Iterator[Shape]:
    """Yield a node's box, its underline where no edge draws it, and its badge."""
    card, look = drawing.cards[index], drawing.cards[index].look
    frame = drawing.frames[index]
    if by.x or by.y:
        frame = frame.shift(by.x, by.y)
    if look.shape == UNDERLINE and look.line and drawing.lined[index]:
        start, end = Point(frame.x, frame.bottom), Point(frame.right, frame.bottom)
        yield Path((start, start, end, end), f"{node.key} underline", line=look.line)
    rounded = look.fill is not None and look.shape != CELL
    yield Box(
        frame=frame,
        name=plain(node.title) or node.key,
        text=card.text,
        geometry=Geometry.ROUND if rounded else Geometry.RECT,
        corner=_corner(card, frame) if rounded else 0,
        fill=look.fill,
        line=look.line if look.shape in (CELL, SHEET) else None,
        key=node.key,
        link=node.link,
        parent=mindmap.nodes[node.parent].key if node.parent >= 0 else "",
        tooltip=node.notes,
        about=node.about,
        path=node.path,
        marks=(*marks_of(card, node, frame), *_badge(node, card, frame, drawing.sides[index])),
        origin=node.origin,
    )


def _corner(card: Card, frame: Rect) -> Emu:
    """A capsule's ends are half circles, while it holds a line or two; a card's are a hint."""
    em = pt(card.look.title.sizes[0])
    if card.look.shape == CAPSULE:
        return min(frame.height // 2, round(1.2 * em))
    return min(frame.height // 4, round(0.5 * em))


def _badge(node: Node, card: Card, frame: Rect, side: int) -> Iterator[Box]:
    """Yield the number of the nodes that are hidden, at the side where they would stand."""
    if not card.badge.paragraphs:
        return
    yield Box(
        frame=badge_frame(card, frame, side),
        name=f"{node.hidden} more",
        text=card.badge,
        geometry=Geometry.ROUND,
        corner=card.badge_size.height // 2,
        line=Line(Color(node.accent, Tone.MID), pt(0.75)),
        origin=node.origin,
    )
