"""Leaves out what lies deeper than the map's depth; a node says how many it hides.

A cross-link or a jump to a hidden node leads to the nearest node that is shown.
"""

from __future__ import annotations

from ...model.mindmap import MindMap
from ...model.outline import Outline
from ...plugin import MapRule
from ...problems import Report
from ._keep import kept


def apply(mindmap: MindMap, outline: Outline, _report: Report) -> MindMap:
    """Cut the tree at `outline.map.depth` levels below the root; 0 keeps all."""
    depth = outline.map.depth
    if depth <= 0 or all(node.depth <= depth for node in mindmap.nodes):
        return mindmap
    return kept(mindmap, [node.depth <= depth for node in mindmap.nodes], counts=True)


RULE = MapRule("prune", apply)
