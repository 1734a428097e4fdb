"""Indented lists: a topic, and everything below it in rows, each level further to the right."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.mindmap import MindMap
from ...model.record import record
from ...model.scene import Point
from ...model.theme import Theme
from ...model.units import Emu, Rect, pt
from ._cards import Card
from ._edges import Route, anchor, bent, underlined

INDENT: Emu = pt(26)
_SPINE: Emu = pt(10)  # how far a list's line stands from the left edge of its topic
_BRANCH_GAP, _TWIG_GAP = 1.0, 0.7  # in sibling gaps, below a topic that has points and one without


@record
class Catalogue:
    """A list: its nodes in order, each one's left and top from the list's own, its extent."""

    order: list[int]
    lefts: list[Emu]
    tops: list[Emu]
    width: Emu
    height: Emu

    def frames(self, cards: Sequence[Card], x: Emu, y: Emu) -> list[tuple[int, Rect]]:
        """Return every node's frame with the list's corner at (`x`, `y`)."""
        return [
            (index, Rect(x + left, y + top, cards[index].size.width, cards[index].size.height))
            for index, left, top in zip(self.order, self.lefts, self.tops, strict=True)
        ]


def catalogue(
    mindmap: MindMap, cards: Sequence[Card], theme: Theme, roots: Sequence[int]
) -> Catalogue:
    """List `roots` and all below them."""
    gap = theme.map.sibling_gap
    order = _walk(mindmap, roots)
    base = mindmap.nodes[order[0]].depth
    lefts: list[Emu] = []
    tops: list[Emu] = []
    width = bottom = 0
    for index in order:
        node, card = mindmap.nodes[index], cards[index]
        room = _BRANCH_GAP if node.children else _TWIG_GAP
        lefts.append((node.depth - base) * INDENT)
        tops.append(bottom + round(gap * room) if tops else 0)
        width = max(width, lefts[-1] + card.length)
        bottom = tops[-1] + card.size.height
    return Catalogue(order, lefts, tops, width, bottom)


def _walk(mindmap: MindMap, roots: Sequence[int]) -> list[int]:
    """Return `roots` and all below them in reading order."""
    order: list[int] = []
    stack = list(reversed(roots))
    while stack:
        index = stack.pop()
        order.append(index)
        stack.extend(reversed(mindmap.nodes[index].children))
    return order


def hang(start: Rect, end: tuple[Rect, Card], edge: str, above: bool = False) -> Route:
    """Return the way from a topic's lower (or upper) edge along its list's line to an item."""
    frame, card = end
    x = start.x + min(_SPINE, start.width // 2)
    arrive = anchor(frame, card, -1)
    leave = Point(x, start.y if above else start.bottom)
    return underlined(bent((leave, Point(x, arrive.y), arrive), edge), frame, card)
