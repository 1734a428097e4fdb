"""A map as one long picture for a telephone: as wide as its screen, read by scrolling.

The root is a head across the page; every branch is a list below it, its points indented. Texts
wrap at the page's right edge, and no word is smaller than 28 pixels of 1080, which a chat's
preview still shows. Cross-links would run across the words: they are told in words instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...model.mindmap import Edge, MindMap, Node
from ...model.richtext import Run, plain
from ...model.scene import Page, Point
from ...model.theme import Theme
from ...model.units import Emu, Rect, Size, px, to_pt
from ._bodies import bodied
from ._cards import Card, card_within, look_of
from ._draw import page_of
from ._drawing import MARGIN, drawn
from ._edges import Route, anchor, bent, underlined
from ._marks import beside, dressed, is_dressed
from ._move import shifted
from ._scale import scaled
from ._summaries import told

WIDTH: Emu = px(1080)
LEAST: Emu = px(28)  # the size of the smallest words
_ROOM: Emu = WIDTH - 2 * MARGIN
_INDENT: Emu = px(44)
_DEEPEST = 0.4  # of the room: what all indents together may take
_SPINE = 0.36  # of the indent: where a list's line stands in its topic
_HEAD_GAP, _BRANCH_GAP, _TWIG_GAP, _LEAF_GAP = px(40), px(56), px(24), px(14)


def place_for_phone(mindmap: MindMap, theme: Theme) -> Page:
    """Return the map as one page, 1080 pixels wide."""
    mindmap = told(mindmap, {})
    mindmap = replace(mindmap, nodes=tuple(_related(mindmap)), edges=())
    least = to_pt(LEAST)
    theme = scaled(theme, least / theme.map.gist.sizes[0], least)
    nodes = mindmap.nodes
    deepest = max(node.depth for node in nodes)
    indent = min(_INDENT, round(_DEEPEST * _ROOM / max(1, deepest)))
    lefts = [indent * max(0, node.depth - 1) for node in nodes]
    cards = [_card(node, left, theme) for node, left in zip(nodes, lefts, strict=True)]
    frames = [Rect(0, 0, _ROOM, cards[0].size.height)]
    y = frames[0].bottom
    for index, node in enumerate(nodes[1:], start=1):
        y += _gap(node, nodes[index - 1])
        size = cards[index].size
        width = _ROOM if node.depth == 1 and cards[index].look.fill else size.width
        frames.append(Rect(lefts[index], y, width, size.height))
        y += size.height
    routes = _routes(nodes, cards, frames, round(indent * _SPINE), theme.map.edge)
    return _as_wide(page_of(mindmap, drawn(cards, frames, routes), theme))


def _as_wide(page: Page) -> Page:
    """Return the page as wide as the screen: grounds of branches reach into its margin."""
    over = page.size.width - WIDTH
    shapes = tuple(shifted(shape, -over // 2, 0) for shape in page.shapes) if over else page.shapes
    return replace(page, shapes=shapes, size=Size(WIDTH, page.size.height), zoom=1)


def _related(mindmap: MindMap) -> list[Node]:
    """Return the nodes, each cross-link a line below the words of where it starts."""
    nodes = list(mindmap.nodes)
    for edge in mindmap.edges:
        start, end = nodes[edge.start], mindmap.nodes[edge.end]
        nodes[edge.start] = replace(start, gist=(*start.gist, *_told(start, end, edge)))
    return nodes


def _told(start: Node, end: Node, edge: Edge) -> tuple[Run, ...]:
    words = f"→ {' '.join(plain(end.title).split())}"
    label = f"：{edge.label}" if edge.label else ""
    runs = (Run("\n" if start.gist else ""), Run(words, link=f"#{end.key}"), Run(label))
    return tuple(run for run in runs if run.text)


def _card(node: Node, left: Emu, theme: Theme) -> Card:
    """Return a node's card within the room that its indent leaves, and its badge."""
    look = look_of(node.depth, node.accent, theme)
    room = _ROOM - left
    card = card_within(node, look, room - beside(node, look))
    if node.kind:  # no wider than the page
        card = bodied(card, node, theme, min(theme.map.text_width, room // 2))
    return dressed(card, node) if is_dressed(node) else card


def _gap(node: Node, before: Node) -> Emu:
    """Return the room above a node: more above a branch, and above what has points of its own."""
    if node.depth == 1:
        return _HEAD_GAP if not before.depth else _BRANCH_GAP
    return _TWIG_GAP if node.children or node.depth == 2 else _LEAF_GAP


def _routes(
    nodes: Sequence[Node], cards: Sequence[Card], frames: Sequence[Rect], spine: Emu, edge: str
) -> list[Route]:
    """Return the way into every point along its list's line; none into a branch."""
    routes: list[Route] = []
    for index, node in enumerate(nodes):
        if node.depth < 2:
            routes.append(())
            continue
        above = frames[node.parent]
        # from below its words: a round box has no edge at its corner
        x, top = above.x + spine, above.center_y if cards[node.parent].look.fill else above.bottom
        arrive = anchor(frames[index], cards[index], -1)
        way = bent((Point(x, top), Point(x, arrive.y), arrive), edge)
        routes.append(underlined(way, frames[index], cards[index]))
    return routes
