"""Trees grown from a root to the right, and mirrored to the left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model.mindmap import MindMap
from ...model.theme import Theme
from ...model.units import Emu, Rect
from ._cards import Card
from ._drawing import MARGIN, Drawing, drawn
from ._edges import routes_of
from ._rooms import tidy_with_rooms
from ._sheet import Sheet
from ._tidy import Places, Tree

# A high fan of children needs way for its curves to open: so much of its height, within bounds
_FAN = 0.07
_LEAST_REACH, _MOST_REACH = 1.0, 3.0  # in level gaps
_BRANCH_GAP, _TWIG_GAP = 2.4, 1.5


def draw_sides(
    sheet: Sheet, cards: Sequence[Card], heights: Sequence[Emu], right: int | None = None
) -> Drawing:
    """Place the first `right` branches at the right, the others at the left; all by default."""
    tops = sheet.mindmap.nodes[0].children
    count = len(tops) if right is None else right
    frames = [centred(cards[0])] * len(cards)
    sides = [1] * len(cards)
    for sign, branches in ((1, tops[:count]), (-1, tops[count:])):
        if branches:
            fan = [sum(heights[branch] for branch in branches), *heights[1:]]
            reaches = reaches_of(fan, sheet.theme)
            for index, frame in _side(sheet, cards, reaches, branches):
                frames[index] = frame if sign > 0 else mirrored(frame)
                sides[index] = sign
    frames = _on_page(frames)
    settled = sheet.settle(frames)
    routes = routes_of(sheet.mindmap, cards, settled, sheet.theme.map.edge, sheet.doors(frames))
    drawing = replace(drawn(cards, settled, routes, tapered=True), sides=sides)
    return sheet.braced(drawing, frames, lambda index: (sides[index], 0))


def _on_page(frames: Sequence[Rect]) -> list[Rect]:
    """Return the frames where they will stand on the page, so that nothing is moved again."""
    dx = MARGIN - min([frame.x for frame in frames])
    dy = MARGIN - min([frame.y for frame in frames])
    return [Rect(frame.x + dx, frame.y + dy, frame.width, frame.height) for frame in frames]


def _side(
    sheet: Sheet, cards: Sequence[Card], reaches: Sequence[Emu], branches: Sequence[int]
) -> Iterator[tuple[int, Rect]]:
    """Yield the nodes at the root's right, their middle at the height of the root's."""
    children: list[Sequence[int]] = [node.children for node in sheet.mindmap.nodes]
    children[0] = branches
    places, near = grow(sheet, cards, reaches, (0,), children)
    order = places.orders[0][1:]
    top = min([places.across[index] for index in order])
    bottom = max([places.across[index] + cards[index].size.height for index in order])
    out, down = -(cards[0].size.width // 2), -(top + bottom) // 2
    out += cards[0].size.width - cards[0].length
    for index in order:
        size = cards[index].size
        yield index, Rect(near[index] + out, places.across[index] + down, size.width, size.height)


def mirrored(frame: Rect) -> Rect:
    """Return a frame on the other side of the upright through the origin."""
    return Rect(-frame.x - frame.width, frame.y, frame.width, frame.height)


def centred(card: Card) -> Rect:
    """Return a card's frame round the origin."""
    size = card.size
    return Rect(-size.width // 2, -size.height // 2, size.width, size.height)


def heights_of(mindmap: MindMap, cards: Sequence[Card], theme: Theme) -> list[Emu]:
    """Return about how high each node stands with its leaves below one another."""
    gaps = gaps_of(mindmap, theme)
    below = [0] * len(cards)
    for index in range(len(cards) - 1, -1, -1):
        node = mindmap.nodes[index]
        room = gaps[index] * max(0, len(node.children) - 1)
        below[index] = max(cards[index].size.height, below[index] + room)
        if index:
            below[node.parent] += below[index]
    return below


def gaps_of(mindmap: MindMap, theme: Theme) -> list[Emu]:
    """Return the room between a node's children: more near the root."""
    gap = theme.map.sibling_gap
    by_depth = (round(gap * _BRANCH_GAP), round(gap * _TWIG_GAP), gap)
    return [by_depth[min(node.depth, 2)] for node in mindmap.nodes]


def reaches_of(heights: Sequence[Emu], theme: Theme) -> list[Emu]:
    """Return the way between every node and its children: the longer, the higher their fan."""
    gap = theme.map.level_gap
    least, most = round(_LEAST_REACH * gap), round(_MOST_REACH * gap)
    return [min(most, max(least, round(_FAN * height))) for height in heights]


def grow(
    sheet: Sheet,
    cards: Sequence[Card],
    reaches: Sequence[Emu],
    roots: Sequence[int],
    children: Sequence[Sequence[int]] | None = None,
) -> tuple[Places, list[Emu]]:
    """Place the trees below `roots` to the right, each by itself, its root's box at x = 0.

    Returns their places and the left edge of every node's box; `children` may leave some out.
    """
    nodes = sheet.mindmap.nodes
    ways = [reaches[node.parent] if node.parent >= 0 else 0 for node in nodes]
    for root in roots:
        ways[root] = 0
    lengths = [card.length + way for card, way in zip(cards, ways, strict=True)]
    breadths = [card.size.height for card in cards]
    gaps = gaps_of(sheet.mindmap, sheet.theme)
    tree = Tree(children or [node.children for node in nodes], lengths, breadths, gaps, roots)
    places = tidy_with_rooms(tree, sheet.rooms)
    return places, [near + way for near, way in zip(places.along, ways, strict=True)]


def cut(heights: Sequence[Emu]) -> int:
    """Return how many branches stand at the right; at least one, and the upper half of a tie."""
    total, right = sum(heights), 0
    best, found = total, len(heights)
    for count, height in enumerate(heights, start=1):
        right += height
        difference = abs(2 * right - total)
        if difference < best:
            best, found = difference, count
    return found
