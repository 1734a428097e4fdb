"""Only what has a tag: the topics that carry it, all below them, and the way there."""

from __future__ import annotations

from ...model.mindmap import MindMap
from ...model.origin import NOWHERE
from ...model.outline import Outline
from ...plugin import MapRule
from ...problems import Report, did_you_mean
from ._keep import kept


def apply(mindmap: MindMap, outline: Outline, report: Report) -> MindMap:
    """Keep the branches that `outline.map.view.tag` is the tag of."""
    tag = outline.map.view.tag.strip().removeprefix("#")
    if not tag:
        return mindmap
    nodes = mindmap.nodes
    tagged: list[bool] = []  # the node or one above it has the tag
    for node in nodes:
        tagged.append(tag in node.tags or (node.parent >= 0 and tagged[node.parent]))
    if not any(tagged):
        known = {own for node in nodes for own in node.tags}
        hint = did_you_mean(tag, known) if known else "tag topics with 'tags: [...]'"
        report.error(NOWHERE, f"no topic on the map has the tag '{tag}'", hint, code="unknown-tag")
        return mindmap
    stays = list(tagged)
    for index in range(len(nodes) - 1, 0, -1):
        if stays[index]:
            stays[nodes[index].parent] = True
    return kept(mindmap, stays, counts=False)


RULE = MapRule("tag", apply)
