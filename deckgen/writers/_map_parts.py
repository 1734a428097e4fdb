"""A map's page taken apart: each node with what is drawn for it, the edge into it, and the rest.

A page is a list of shapes; what moves when a branch is folded is a node. Its own shapes are its
box with its marks, and its underline before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..model.record import record
from ..model.scene import Box, Connector, Page, Path, Shape
from ..model.units import Rect, around


@dataclass(slots=True)
class MapNode:
    """A node: its box, its place in the tree, and its shapes in the order of drawing.

    `key` is its topic's, which links name and which stays when other branches change.
    """

    box: Box
    key: str
    parent: int
    level: int
    place: int  # among its siblings, from 1
    shapes: list[Shape] = field(default_factory=list)
    edge: Connector | None = None
    count: int = 0  # of its children

    @property
    def reach(self) -> Rect:
        """The frame that holds all of its shapes."""
        return around((self.box.reach, *(shape.frame for shape in self.shapes)))


@record
class MapParts:
    """The nodes in reading order, the cross-links, and the marks that belong to no node.

    `grounds` lie under the branches, `marks` on them.
    """

    nodes: Sequence[MapNode]
    ties: Sequence[Connector]
    grounds: Sequence[Shape]
    marks: Sequence[Shape]


def parts_of(page: Page) -> MapParts:
    """Take a map's page apart."""
    nodes = _nodes(page)
    by_key = {node.box.key: node for node in nodes}
    ties: list[Connector] = []
    grounds: list[Shape] = []
    marks: list[Shape] = grounds  # up to the first branch
    before: list[Shape] = []  # an underline waits for its box
    for shape in page.shapes:
        if isinstance(shape, Connector):
            marks = marks if marks is not grounds else []
            node = by_key.get(shape.end)
            if node and not node.edge and not shape.has_arrow and node.box.parent == shape.start:
                node.edge = shape
            else:
                ties.append(shape)
        elif isinstance(shape, Box) and shape.key in by_key:
            by_key[shape.key].shapes += [*before, shape]
            before = []
        elif isinstance(shape, Path) and shape.name.removesuffix(" underline") in by_key:
            before.append(shape)
        else:
            marks.append(shape)
    return MapParts(nodes, ties, grounds, marks if marks is not grounds else ())


def _nodes(page: Page) -> list[MapNode]:
    nodes: list[MapNode] = []
    places: dict[str, int] = {}
    keys: set[str] = set()
    for shape in page.shapes:
        if not isinstance(shape, Box) or not shape.key or shape.key in places:
            continue
        index = places.get(shape.parent, -1)
        places[shape.key] = len(nodes)
        key = shape.key if shape.path in keys else shape.path or shape.key
        keys.add(key)
        if index < 0:
            nodes.append(MapNode(shape, key, -1, 1, 1))
            continue
        parent = nodes[index]
        parent.count += 1
        nodes.append(MapNode(shape, key, index, parent.level + 1, parent.count))
    return nodes
