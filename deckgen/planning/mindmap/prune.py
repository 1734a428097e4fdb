"""Leaves out what lies deeper than the map's depth; a node says how many it hides.

A cross-link or a jump to a hidden node leads to the nearest node that is shown.
"""

from __future__ import annotations

from dataclasses import replace

from ...model.mindmap import Edge, MindMap, Node
from ...model.outline import Outline
from ...plugin import MapRule
from ...problems import Report


def apply(mindmap: MindMap, outline: Outline, _report: Report) -> MindMap:
    """Cut the tree at `outline.map.depth` levels below the root; 0 keeps all."""
    depth = outline.map.depth
    if depth <= 0 or all(node.depth <= depth for node in mindmap.nodes):
        return mindmap
    shown: list[int] = []  # by old index: the new index of the node, or of what hides it
    kept: list[Node] = []
    hidden: list[int] = []
    for node in mindmap.nodes:
        if node.depth <= depth:
            shown.append(len(kept))
            kept.append(node)
            hidden.append(0)
        else:
            shown.append(shown[node.parent])
            hidden[shown[-1]] += 1
    links = {
        f"#{node.key}": f"#{kept[shown[index]].key}" for index, node in enumerate(mindmap.nodes)
    }
    return replace(
        mindmap,
        nodes=tuple(
            replace(
                node,
                parent=shown[node.parent] if node.parent >= 0 else -1,
                children=tuple(shown[child] for child in node.children if node.depth < depth),
                hidden=count,
                link=links.get(node.link, node.link),
            )
            for node, count in zip(kept, hidden, strict=True)
        ),
        edges=_edges(mindmap, shown),
    )


def _edges(mindmap: MindMap, shown: list[int]) -> tuple[Edge, ...]:
    moved = (replace(edge, start=shown[edge.start], end=shown[edge.end]) for edge in mindmap.edges)
    return tuple(edge for edge in moved if edge.start != edge.end)


RULE = MapRule("prune", apply)
