"""One branch as a map of its own: its topic is the root, the outline's title stands below it."""

from __future__ import annotations

from dataclasses import replace

from ...model.mindmap import MindMap
from ...model.origin import NOWHERE
from ...model.outline import Outline, walk
from ...model.richtext import Run, plain
from ...plugin import MapRule
from ...problems import Report, did_you_mean
from ._keep import kept


def apply(mindmap: MindMap, outline: Outline, report: Report) -> MindMap:
    """Keep the branch whose topic has the id or the title in `outline.map.view.branch`."""
    wanted = outline.map.view.branch.strip()
    if not wanted:
        return mindmap
    found = _by_id(mindmap, outline, wanted.removeprefix("#")) or _by_title(mindmap, wanted)
    if not found:
        names = [plain(node.title) for node in mindmap.nodes[1:] if node.children]
        ids = [topic.id for topic, _ in walk(outline.topics) if topic.id]
        hint = did_you_mean(wanted, (*names[:200], *ids))
        report.error(
            NOWHERE,
            f"no topic on the map has the title or the id '{wanted}'",
            hint,
            code="unknown-branch",
        )
        return mindmap
    if len(found) > 1:
        origin = mindmap.nodes[found[1]].origin
        message = f"{len(found)} topics have the title '{wanted}', the first of them is drawn"
        report.warn(
            origin, message, "give the topic an id, and name that", code="branch-not-unique"
        )
    return _alone(mindmap, found[0])


def _by_id(mindmap: MindMap, outline: Outline, name: str) -> list[int]:
    for topic, _ in walk(outline.topics):
        if topic.id == name:
            return [
                index
                for index, node in enumerate(mindmap.nodes)
                if node.origin == topic.origin and node.title == topic.title
            ][:1]
    return []


def _by_title(mindmap: MindMap, title: str) -> list[int]:
    """Return the nodes of that title; failing that, whatever its letters' case."""
    titles = [plain(node.title).strip() for node in mindmap.nodes]
    exact = [index for index, own in enumerate(titles) if own == title]
    folded = title.casefold()
    return exact or [index for index, own in enumerate(titles) if own.casefold() == folded]


def _alone(mindmap: MindMap, root: int) -> MindMap:
    if not root:
        return mindmap
    inside: list[bool] = []
    for index, node in enumerate(mindmap.nodes):
        inside.append(index == root or (index > root and inside[node.parent]))
    part = kept(mindmap, inside, counts=False)
    base = mindmap.nodes[root].depth
    nodes = [replace(node, depth=node.depth - base) for node in part.nodes]
    head, whole = nodes[0], plain(mindmap.nodes[0].title)
    line = (Run(whole + "\n" if head.gist else whole), *head.gist)
    nodes[0] = replace(head, gist=line if whole else head.gist)
    title = f"{whole} · {plain(head.title)}" if whole else plain(head.title)
    return replace(part, nodes=tuple(nodes), title=title)


RULE = MapRule("branch", apply)
