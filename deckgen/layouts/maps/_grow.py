"""One or two sides of a map: trees grown from the root, to the right and mirrored to the left."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.mindmap import MindMap
from ...model.scene import Page
from ...model.theme import Theme
from ...model.units import Emu, Rect
from ._cards import Card, measure
from ._draw import Drawing, page_of
from ._edges import routes_of
from ._tidy import Tree, tidy

# The root's fan is wide, and curves need way to open; branches stand apart from one another
_ROOT_REACH = 1.5
_BRANCH_GAP, _TWIG_GAP = 2.2, 1.4


def draw(mindmap: MindMap, theme: Theme, right: int | None = None) -> Page:
    """Place the first `right` branches at the right, the others at the left; all by default."""
    return page_from(mindmap, measure(mindmap, theme), theme, right)


def page_from(mindmap: MindMap, cards: Sequence[Card], theme: Theme, right: int | None) -> Page:
    """Place cards that have been measured already."""
    tops = mindmap.nodes[0].children
    root = cards[0].size
    frames = [Rect(-root.width // 2, -root.height // 2, root.width, root.height)] * len(cards)
    sides = [1] * len(cards)
    for side, branch in ((1, tops[:right]), (-1, tops[right:] if right is not None else ())):
        if branch:
            _grow(mindmap, cards, theme, _Side(side, branch, frames, sides))
    routes = routes_of(mindmap, cards, frames, theme.map.edge)
    return page_of(mindmap, cards, Drawing(frames, routes, sides), theme)


class _Side:
    """Which branches stand on which side, and the lists that take their places."""

    def __init__(
        self, sign: int, tops: Sequence[int], frames: list[Rect], sides: list[int]
    ) -> None:
        self.sign = sign
        self.tops = tops
        self.frames = frames
        self.sides = sides


def _grow(mindmap: MindMap, cards: Sequence[Card], theme: Theme, side: _Side) -> None:
    """Lay out one side, its middle at the root's."""
    places = tidy(_tree(mindmap, cards, theme, side.tops))
    root = side.frames[0]
    order = places.order[1:]
    top = min(places.across[i] for i in order)
    bottom = max(places.across[i] + cards[i].size.height for i in order)
    down = root.center_y - (top + bottom) // 2
    out = root.width - root.width // 2 if side.sign > 0 else root.width // 2
    start = places.along[0] + cards[0].length - out
    gaps = _reaches(theme)
    for index in order:
        size = cards[index].size
        near = places.along[index] - start + gaps[mindmap.nodes[index].depth > 1]
        x = near if side.sign > 0 else -near - size.width
        side.frames[index] = Rect(x, places.across[index] + down, size.width, size.height)
        side.sides[index] = side.sign


def _reaches(theme: Theme) -> tuple[Emu, Emu]:
    """Return the room between root and branches, and between the levels after them."""
    return round(theme.map.level_gap * _ROOT_REACH), theme.map.level_gap


def _tree(mindmap: MindMap, cards: Sequence[Card], theme: Theme, tops: Sequence[int]) -> Tree:
    """Return the tree of these branches, each node as long as its box and the gap before it."""
    children: list[Sequence[int]] = [node.children for node in mindmap.nodes]
    children[0] = tops
    reaches = _reaches(theme)
    lengths = [
        card.length + reaches[node.depth > 1]
        for node, card in zip(mindmap.nodes, cards, strict=True)
    ]
    lengths[0] = cards[0].length
    return Tree(children, lengths, [card.size.height for card in cards], gaps_of(mindmap, theme))


def gaps_of(mindmap: MindMap, theme: Theme) -> list[Emu]:
    """Return the room between a node's children: more near the root."""
    gap = theme.map.sibling_gap
    by_depth = (round(gap * _BRANCH_GAP), round(gap * _TWIG_GAP), gap)
    return [by_depth[min(node.depth, 2)] for node in mindmap.nodes]
