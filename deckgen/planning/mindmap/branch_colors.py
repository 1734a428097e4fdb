"""A top branch has the accent of the deck's section, and all of the branch keeps it."""

from __future__ import annotations

from dataclasses import replace

from ...model.color import ColorRole, accent
from ...model.mindmap import MindMap, Node
from ...model.outline import Outline
from ...plugin import MapRule
from ...problems import Report


def apply(mindmap: MindMap, _outline: Outline, _report: Report) -> MindMap:
    """Give every node its branch's accent, in the order of the branches."""
    tops = {child: index for index, child in enumerate(mindmap.nodes[0].children)}
    roles: list[ColorRole] = []
    nodes: list[Node] = []
    for index, node in enumerate(mindmap.nodes):
        if index in tops:
            roles.append(accent(tops[index]))
        else:
            roles.append(roles[node.parent] if node.parent >= 0 else ColorRole.ACCENT1)
        nodes.append(node if node.accent is roles[index] else replace(node, accent=roles[index]))
    return replace(mindmap, nodes=tuple(nodes))


RULE = MapRule("branch_colors", apply, before="prune")
