"""Folds away what lies deeper than a level: it looks like `prune`, but the words stay.

They go into the notes of the node that hides them, as an indented list: whoever points at the
node, or opens it, reads what is behind its number.
"""

from __future__ import annotations

from dataclasses import replace

from ...model.mindmap import MindMap, Node
from ...model.outline import Outline
from ...model.richtext import plain
from ...plugin import MapRule
from ...problems import Report
from ._keep import kept


def apply(mindmap: MindMap, outline: Outline, _report: Report) -> MindMap:
    """Fold the levels below `outline.map.view.fold_below`; 0 folds none."""
    level = outline.map.view.fold_below
    if level <= 0 or all(node.depth <= level for node in mindmap.nodes):
        return mindmap
    behind: dict[int, list[str]] = {}
    holder: list[int] = []
    for index, node in enumerate(mindmap.nodes):
        holder.append(index if node.depth <= level else holder[node.parent])
        if node.depth > level:
            indent = "  " * (node.depth - level - 1)
            behind.setdefault(holder[index], []).append(f"{indent}• {_words(node)}")
    nodes = tuple(
        replace(node, notes="\n".join(filter(None, (node.notes, *behind[index]))))
        if index in behind
        else node
        for index, node in enumerate(mindmap.nodes)
    )
    stays = [node.depth <= level for node in nodes]
    return kept(replace(mindmap, nodes=nodes), stays, counts=True)


def _words(node: Node) -> str:
    """Return all that a node says, in one line."""
    if node.kind and node.notes:  # it is cut, and whole there
        return node.notes
    rows = [" · ".join(filter(None, map(plain, row))) for row in node.rows]
    said = "; ".join(rows) if rows else ": ".join(filter(None, map(plain, (node.title, node.gist))))
    return f"{said} → {node.summary}" if node.summary else said


RULE = MapRule("fold", apply)
