"""A top branch has the accent of the deck's section, and all of the branch keeps it."""

from __future__ import annotations

from dataclasses import replace

from ...model.color import ColorRole, accent
from ...model.mindmap import MindMap, Node
from ...model.outline import Outline
from ...plugin import MapRule
from ...problems import Report


def apply(mindmap: MindMap, outline: Outline, _report: Report) -> MindMap:
    """Give every node its branch's accent, by the topic's place in the outline.

    Topics that only the deck shows are counted too, so that the others keep the deck's colours.
    """
    places = [index for index, topic in enumerate(outline.topics) if topic.only != "deck"]
    tops = dict(zip(mindmap.nodes[0].children, places, strict=True))
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
