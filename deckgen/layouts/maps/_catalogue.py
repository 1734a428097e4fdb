"""Indented lists: a topic, and everything below it in rows, each level further to the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...model.mindmap import MindMap
from ...model.record import record
from ...model.scene import Point
from ...model.units import Emu, Rect, pt
from ._cards import Card
from ._edges import Route, anchor, bent, underlined
from ._sheet import Sheet

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
    rows_width: Emu  # without the summaries beside the rows

    def frames(self, cards: Sequence[Card], x: Emu, y: Emu) -> list[tuple[int, Rect]]:
        """Return every node's frame with the list's corner at (`x`, `y`)."""
        return [
            (index, Rect(x + left, y + top, cards[index].size.width, cards[index].size.height))
            for index, left, top in zip(self.order, self.lefts, self.tops, strict=True)
        ]


def catalogue(sheet: Sheet, cards: Sequence[Card], roots: Sequence[int]) -> Catalogue:
    """List `roots` and all below them; summaries have their room at the right."""
    mindmap, gap = sheet.mindmap, sheet.theme.map.sibling_gap
    order = _walk(mindmap, roots)
    rooms = _Rooms(sheet, mindmap.nodes[roots[0]].parent)
    base = mindmap.nodes[order[0]].depth
    lefts: list[Emu] = []
    tops: list[Emu] = []
    width = bottom = 0
    for index in order:
        node, card = mindmap.nodes[index], cards[index]
        bottom = rooms.closed(node.depth, bottom) if rooms.open else bottom
        room = _BRANCH_GAP if node.children else _TWIG_GAP
        lefts.append((node.depth - base) * INDENT)
        tops.append(bottom + round(gap * room) if tops else 0)
        width = max(width, lefts[-1] + card.length)
        bottom = tops[-1] + card.size.height
        rooms.add(index, tops[-1], lefts[-1] + card.length)
    bottom = rooms.closed(0, bottom)
    return Catalogue(order, lefts, tops, max(width, rooms.width), bottom, width)


class _Rooms:
    """The summaries whose points are being listed, the inmost last, and how far all reach."""

    def __init__(self, sheet: Sheet, head: int) -> None:
        self.rooms = sheet.rooms
        self.nodes = sheet.mindmap.nodes
        self.open: list[_Open] = [_Open(head)] if head in self.rooms else []
        self.width: Emu = 0

    def add(self, index: int, top: Emu, right: Emu) -> None:
        """Note a row, which may itself have points to sum up."""
        if self.open:
            self.open[-1].add(top, right)
        if index in self.rooms:
            self.open.append(_Open(index))

    def closed(self, depth: int, bottom: Emu) -> Emu:
        """Close what a row so deep does not belong to; return where the words beside it end."""
        while self.open and self.nodes[self.open[-1].head].depth >= depth:
            done = self.open.pop()
            room = self.rooms[done.head]
            self.width = max(self.width, done.right + room.length)
            if self.open:
                self.open[-1].add(done.top, done.right + room.length)
            bottom = max(bottom, done.top + room.breadth)
        return bottom


@dataclass
class _Open:
    """A topic whose summary is open: where its points begin, and how far they reach."""

    head: int
    top: Emu = -1
    right: Emu = 0

    def add(self, top: Emu, right: Emu) -> None:
        """Count in a row that begins at `top`."""
        self.top = top if self.top < 0 else self.top
        self.right = max(self.right, right)


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
