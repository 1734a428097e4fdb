"""What a structure is given, and how branches of another structure come to stand inside it.

A branch that asks for a layout of its own is drawn first, by itself; to the structure around it
is one leaf as large as that drawing. Once its place is known, the drawing is moved there, and the
edge from its parent leads to its topic's own box.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib import import_module
from typing import TypeAlias

from ...model.mindmap import MindMap
from ...model.record import record
from ...model.scene import NO_TEXT, Box, Page, Path
from ...model.theme import Theme
from ...model.units import Rect, Size, around
from ...problems import Report
from ._cards import Card, measure
from ._draw import page_of
from ._drawing import Drawing, bounds, moved, moved_mark
from ._edges import Route
from ._marks import dress
from ._rooms import Room
from ._summaries import Words, extents_of, room_beyond, summed, told, words_of


@record
class Block:
    """A branch drawn by itself: its extent, and its topic's box, in the drawing's own place."""

    extent: Rect
    head: Rect


@dataclass(eq=False)
class Sheet:
    """A map to be drawn; `blocks` are the leaves that stand for branches drawn already."""

    mindmap: MindMap
    theme: Theme
    report: Report
    blocks: Mapping[int, Block] = field(default_factory=dict)

    def measure(
        self, width: float = 1.0, centred: Collection[int] = (), has_braces: bool = True
    ) -> list[Card]:
        """Return a card for every node, text wrapped at `width` of the theme's text width.

        Without `has_braces` the words of summaries are told with their topics' own.
        """
        room = round(self.theme.map.text_width * width)
        mindmap = told(self.mindmap, self.summaries if has_braces else {})
        cards = measure(mindmap, self.theme, width, centred)
        cards = dress(cards, mindmap, self.theme, room)
        for index, block in self.blocks.items():
            size = Size(block.extent.width, block.extent.height)
            cards[index] = replace(cards[index], size=size, badge=NO_TEXT)
        return cards

    @cached_property
    def summaries(self) -> dict[int, Words]:
        """The words beside braces, by the topic whose points they sum up."""
        return words_of(self.mindmap, self.theme)

    @cached_property
    def rooms(self) -> dict[int, Room]:
        """What the summaries need at the side of their topics' points."""
        return {index: room_beyond(one) for index, one in self.summaries.items()}

    @cached_property
    def upright_rooms(self) -> dict[int, Room]:
        """What the summaries need below or above their topics' points."""
        return {index: room_beyond(one, is_upright=True) for index, one in self.summaries.items()}

    def braced(
        self, drawing: Drawing, frames: Sequence[Rect], way: Callable[[int], tuple[int, int]]
    ) -> Drawing:
        """Return a drawing with its summaries; `frames` are those that blocks were given.

        `way` says to which side of a topic's points its brace stands.
        """
        if not self.summaries:
            return drawing
        extents = extents_of(frames, drawing.cards, drawing.sides)
        found = summed(self.mindmap, self.summaries, extents, way, self.theme)
        marks = tuple(mark for one in found.values() for mark in (one.brace, one.words))
        spans = {index: one.frame for index, one in found.items()}
        return replace(drawing, marks=(*drawing.marks, *marks), spans=spans)

    def settle(self, frames: Sequence[Rect]) -> Sequence[Rect]:
        """Return the frames with the blocks' own boxes in place of what they were given."""
        if not self.blocks:
            return frames
        settled = list(frames)
        for index, block in self.blocks.items():
            at = settled[index]
            settled[index] = block.head.shift(at.x - block.extent.x, at.y - block.extent.y)
        return settled

    def doors(self, frames: Sequence[Rect]) -> dict[int, Rect]:
        """Return the frames that blocks were given."""
        return {index: frames[index] for index in self.blocks}

    @property
    def levels(self) -> list[int]:
        """How far below this drawing's root every node is."""
        levels: list[int] = []
        for node in self.mindmap.nodes:
            levels.append(levels[node.parent] + 1 if node.parent >= 0 else 0)
        return levels


Arrange: TypeAlias = Callable[[Sheet], Drawing]


def placing(arrange: Arrange) -> Callable[[MindMap, Theme, Report], Page]:
    """Return the `place` of a map layout whose structure is `arrange`."""

    def place(mindmap: MindMap, theme: Theme, report: Report) -> Page:
        drawing = _compose(mindmap, theme, report, arrange)
        is_mixed = bool(drawing.spans)  # a brace stands by what it sums up
        is_mixed |= any(node.layout and node.children for node in mindmap.nodes[1:])
        # a structure is named by its file
        name = drawing.structure or arrange.__module__.rpartition(".")[2]
        return replace(page_of(mindmap, drawing, theme), structure="" if is_mixed else name)

    return place


def structure(name: str) -> Arrange:
    """Return one of this room's structures by its layout's name; LookupError if it has none."""
    try:
        module = import_module(f"{__package__}.{name.replace('-', '_')}")
    except ModuleNotFoundError as error:
        raise LookupError(name) from error
    arrange: Arrange | None = getattr(module, "arrange", None)
    if arrange is None:
        raise LookupError(name)
    return arrange


def _compose(mindmap: MindMap, theme: Theme, report: Report, arrange: Arrange) -> Drawing:
    """Draw the branches with layouts of their own, inner ones first, then what holds them."""
    heads = [i for i, node in enumerate(mindmap.nodes) if i and node.layout and node.children]
    if not heads:
        return arrange(Sheet(mindmap, theme, report))
    groups = _groups(mindmap, heads)
    done: dict[int, Drawing] = {}
    made: dict[int, Block] = {}
    for head in [*reversed(heads), 0]:
        members = groups[head]
        blocks = {place: made[index] for place, index in enumerate(members) if index in made}
        own = arrange if not head else _own(mindmap, head, report, arrange)
        done[head] = own(Sheet(_part(mindmap, members), theme, report, blocks))
        made[head] = _block(done[head], blocks)
    return _joined(mindmap, groups, done)


def _block(drawing: Drawing, blocks: Mapping[int, Block]) -> Block:
    """Return a drawing as a block, those inside it counted in."""
    frames = drawing.frames
    inner = (
        block.extent.shift(frames[place].x - block.head.x, frames[place].y - block.head.y)
        for place, block in blocks.items()
    )
    return Block(around((bounds(drawing), *inner)), frames[0])


def _own(mindmap: MindMap, head: int, report: Report, outer: Arrange) -> Arrange:
    """Return the structure that a branch asks for, or the one around it."""
    node = mindmap.nodes[head]
    try:
        return structure(node.layout)
    except LookupError:
        report.warn(
            node.origin,
            f"the layout '{node.layout}' cannot be that of a branch",
            hint="it can only draw a whole map: give it to --layout",
            code="layout-for-whole-map",
        )
        return outer


def _groups(mindmap: MindMap, heads: Sequence[int]) -> dict[int, list[int]]:
    """Return the nodes of each drawing, its root first; a head is a leaf in the one around it."""
    groups: dict[int, list[int]] = {0: [], **{head: [] for head in heads}}
    owner: list[int] = []
    for index, node in enumerate(mindmap.nodes):
        outer = owner[node.parent] if node.parent >= 0 else 0
        groups[outer].append(index)
        owner.append(index if index in groups else outer)
        if index and index in groups:
            groups[index].append(index)
    return groups


def _part(mindmap: MindMap, members: Sequence[int]) -> MindMap:
    """Return some of the nodes as a map; children that are not among them are left out."""
    places = {index: place for place, index in enumerate(members)}
    nodes = []
    for place, index in enumerate(members):
        node = mindmap.nodes[index]
        children = tuple(places[child] for child in node.children if child in places)
        parent = places[node.parent] if place else -1
        nodes.append(replace(node, parent=parent, children=children))
    return replace(mindmap, nodes=tuple(nodes), edges=())


def _joined(
    mindmap: MindMap, groups: Mapping[int, Sequence[int]], done: Mapping[int, Drawing]
) -> Drawing:
    """Put the drawings into each other's places, the outermost where it is."""
    count = len(mindmap.nodes)
    frames: list[Rect] = [Rect(0, 0, 0, 0)] * count
    routes: list[Route] = [()] * count
    cards, sides = list(done[0].cards[:1]) * count, [1] * count
    lined, tapered = [False] * count, [False] * count
    marks: list[Path | Box] = []
    spans: dict[int, Rect] = {}
    for head in sorted(groups):  # outer drawings come before those inside them
        drawing, own = done[head], groups[head]
        start = drawing.frames[0]
        dx, dy = (frames[head].x - start.x, frames[head].y - start.y) if head else (0, 0)
        for place, index in enumerate(own):
            frames[index] = drawing.frames[place].shift(dx, dy)
            cards[index] = drawing.cards[place]
            sides[index] = drawing.sides[place]
            if place or not head:  # the edge into a head is its parent's
                routes[index] = moved(drawing.routes[place], dx, dy)
                lined[index], tapered[index] = drawing.lined[place], drawing.tapered[place]
        marks += [moved_mark(mark, dx, dy) for mark in drawing.marks]
        spans.update({own[place]: span.shift(dx, dy) for place, span in drawing.spans.items()})
    return Drawing(cards, frames, routes, sides, lined, tapered, tuple(marks), spans)
