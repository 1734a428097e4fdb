"""A map in parts, each small enough for a page: a topic, and what is below it.

What a part has no room for is folded away behind its topic, which becomes the root of a part of
its own. Folding takes the largest branches first: what is small stays in sight.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from ...model.mindmap import MindMap, Node
from ...model.record import record


@record
class Part:
    """A topic with some of its points, and the topics whose own points are folded away.

    With `is_brief`, branches that have a part of their own are shown without gists and summaries.
    """

    root: int
    points: Sequence[int]
    folded: Collection[int] = frozenset()
    is_brief: bool = False


def descendants(mindmap: MindMap) -> list[int]:
    """Return how many nodes are below each node."""
    counts = [0] * len(mindmap.nodes)
    for index in range(len(mindmap.nodes) - 1, 0, -1):
        counts[mindmap.nodes[index].parent] += counts[index] + 1
    return counts


def members(mindmap: MindMap, part: Part) -> list[int]:
    """Return the nodes of a part, its root first, parents before children."""
    order = [part.root]
    stack = list(reversed(part.points))
    while stack:
        index = stack.pop()
        order.append(index)
        if index not in part.folded:
            stack.extend(reversed(mindmap.nodes[index].children))
    return order


def is_brief(mindmap: MindMap, part: Part, index: int) -> bool:
    """Tell whether a part shows a node without its gist."""
    node = mindmap.nodes[index]
    return (
        part.is_brief and index != part.root and (node.parent != part.root or node.children != ())
    )


def deeper_than(mindmap: MindMap, root: int, points: Sequence[int], depth: int) -> frozenset[int]:
    """Return what is to be folded so that a part shows `depth` levels below its root."""
    whole = members(mindmap, Part(root, points))
    level = mindmap.nodes[root].depth + depth
    return frozenset(
        index
        for index in whole
        if mindmap.nodes[index].depth == level and mindmap.nodes[index].children
    )


def cut_out(mindmap: MindMap, part: Part, counts: Sequence[int], prefix: str) -> MindMap:
    """Return a part as a map: its topic is the root, keys begin with `prefix`.

    A part that is not the map's own root looks like a branch of its, and so do its points.
    """
    order = members(mindmap, part)
    places = {index: place for place, index in enumerate(order)}
    base = mindmap.nodes[part.root].depth - (1 if part.root else 0)
    nodes: list[Node] = []
    for place, index in enumerate(order):
        node = mindmap.nodes[index]
        is_short = is_brief(mindmap, part, index)
        below = part.points if not place else () if index in part.folded else node.children
        nodes.append(
            replace(
                node,
                gist=() if is_short else node.gist,
                summary="" if is_short else node.summary,
                parent=places[node.parent] if place else -1,
                children=tuple(places[child] for child in below),
                depth=node.depth - base,
                key=f"{prefix}{node.key}",
                hidden=node.hidden + (counts[index] if index in part.folded else 0),
                layout=node.layout if place else "",
            )
        )
    edges = tuple(
        replace(edge, start=places[edge.start], end=places[edge.end])
        for edge in mindmap.edges
        if edge.start in places and edge.end in places
    )
    # the first page tells what the signs mean
    has_legend = mindmap.has_legend and not part.root
    return replace(mindmap, nodes=tuple(nodes), edges=edges, has_legend=has_legend)
