"""One or two sides of a map: trees grown from the root, to the right and mirrored to the left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...model.mindmap import MindMap
from ...model.scene import Page
from ...model.theme import Theme
from ...model.units import Emu, Rect
from ._cards import Card, measure
from ._draw import Drawing, page_of
from ._edges import routes_of
from ._tidy import Tree, preorder, tidy

# A high fan of children needs way for its curves to open: so much of its height, within bounds
_FAN = 0.07
_LEAST_REACH, _MOST_REACH = 1.0, 3.0  # in level gaps
_BRANCH_GAP, _TWIG_GAP = 2.4, 1.5


def draw(mindmap: MindMap, theme: Theme, right: int | None = None) -> Page:
    """Place the first `right` branches at the right, the others at the left; all by default."""
    return draw_sides(mindmap, measure(mindmap, theme), theme, right)


def draw_sides(mindmap: MindMap, cards: Sequence[Card], theme: Theme, right: int | None) -> Page:
    """Place cards that have been measured already."""
    tops = mindmap.nodes[0].children
    root = cards[0].size
    frames = [Rect(-root.width // 2, -root.height // 2, root.width, root.height)] * len(cards)
    signs = [1] * len(cards)
    for sign, branches in ((1, tops[:right]), (-1, tops[right:] if right is not None else ())):
        if branches:
            _grow(_Side(mindmap, cards, theme, branches), sign, frames)
            for index in preorder(_children(mindmap, branches))[1:]:
                signs[index] = sign
    routes = routes_of(mindmap, cards, frames, theme.map.edge)
    return page_of(mindmap, cards, Drawing(frames, routes, signs), theme)


def heights_of(mindmap: MindMap, cards: Sequence[Card], theme: Theme) -> list[Emu]:
    """Return about how high each node stands with its leaves below one another."""
    gaps = _gaps(mindmap, theme)
    below = [0] * len(cards)
    for index in range(len(cards) - 1, -1, -1):
        node = mindmap.nodes[index]
        room = gaps[index] * max(0, len(node.children) - 1)
        below[index] = max(cards[index].size.height, below[index] + room)
        if index:
            below[node.parent] += below[index]
    return below


@dataclass(frozen=True, slots=True)
class _Side:
    """What stands on one side of the root."""

    mindmap: MindMap
    cards: Sequence[Card]
    theme: Theme
    branches: Sequence[int]


def _grow(side: _Side, sign: int, frames: list[Rect]) -> None:
    """Lay out one side, its middle at the root's, and note the frames."""
    reaches = _reaches(side)
    places = tidy(_tree(side, reaches))
    root, order = frames[0], places.order[1:]
    sizes = [card.size for card in side.cards]
    top = min(places.across[i] for i in order)
    bottom = max(places.across[i] + sizes[i].height for i in order)
    down = root.center_y - (top + bottom) // 2
    out = root.right if sign > 0 else -root.x
    for index in order:
        size = sizes[index]
        reach = reaches[side.mindmap.nodes[index].parent]
        near = places.along[index] - side.cards[0].length + reach + out
        x = near if sign > 0 else -near - size.width
        frames[index] = Rect(x, places.across[index] + down, size.width, size.height)


def _reaches(side: _Side) -> list[Emu]:
    """Return the way between every node and its children: the longer, the higher their fan."""
    gap = side.theme.map.level_gap
    least, most = round(_LEAST_REACH * gap), round(_MOST_REACH * gap)
    heights = heights_of(side.mindmap, side.cards, side.theme)
    reaches = [min(most, max(least, round(_FAN * height))) for height in heights]
    fan = sum(heights[branch] for branch in side.branches)
    reaches[0] = min(most, max(least, round(_FAN * fan)))
    return reaches


def _children(mindmap: MindMap, branches: Sequence[int]) -> list[Sequence[int]]:
    """Return every node's children, of the root's only those on one side."""
    children: list[Sequence[int]] = [node.children for node in mindmap.nodes]
    children[0] = branches
    return children


def _tree(side: _Side, reaches: Sequence[Emu]) -> Tree:
    """Return the tree of one side, each node as long as its box and the way to it."""
    nodes, cards = side.mindmap.nodes, side.cards
    lengths = [
        card.length + (reaches[node.parent] if node.parent >= 0 else 0)
        for node, card in zip(nodes, cards, strict=True)
    ]
    breadths = [card.size.height for card in cards]
    gaps = _gaps(side.mindmap, side.theme)
    return Tree(_children(side.mindmap, side.branches), lengths, breadths, gaps)


def _gaps(mindmap: MindMap, theme: Theme) -> list[Emu]:
    """Return the room between a node's children: more near the root."""
    gap = theme.map.sibling_gap
    by_depth = (round(gap * _BRANCH_GAP), round(gap * _TWIG_GAP), gap)
    return [by_depth[min(node.depth, 2)] for node in mindmap.nodes]
