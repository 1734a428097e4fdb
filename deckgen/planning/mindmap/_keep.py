"""Some of a map's nodes as a map: those that are left take new places, their keys stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...model.mindmap import Edge, MindMap
from ...model.richtext import RichText


def kept(mindmap: MindMap, stays: Sequence[bool], counts: bool) -> MindMap:
    """Return the map of the nodes that stay; where one goes, all below it go too.

    With `counts` a node says how many are hidden behind it, and cross-links and jumps to these
    lead there; without, they are left out.
    """
    places: list[int] = []  # by old index: the node's new one, or that of what hides it; -1: gone
    hidden: dict[int, int] = {}
    olds: list[int] = []
    for index, node in enumerate(mindmap.nodes):
        if stays[index]:
            places.append(len(olds))
            olds.append(index)
        else:
            places.append(places[node.parent] if counts else -1)
            hidden[places[-1]] = hidden.get(places[-1], 0) + 1 + node.hidden
    links = _links(mindmap, olds, places)
    nodes = []
    for place, index in enumerate(olds):
        node = mindmap.nodes[index]
        nodes.append(
            replace(
                node,
                parent=places[node.parent] if place else -1,
                children=tuple(places[child] for child in node.children if stays[child]),
                hidden=node.hidden + (hidden.get(place, 0) if counts else 0),
                link=links.get(node.link, node.link),
                title=_linked(node.title, links),
                gist=_linked(node.gist, links),
            )
        )
    return replace(mindmap, nodes=tuple(nodes), edges=_edges(mindmap, places))


def _links(mindmap: MindMap, olds: Sequence[int], places: Sequence[int]) -> dict[str, str]:
    """Return where jumps lead now that led to a node that is gone."""
    links: dict[str, str] = {}
    for index, place in enumerate(places):
        if place < 0:
            links[f"#{mindmap.nodes[index].key}"] = ""
        elif olds[place] != index:
            links[f"#{mindmap.nodes[index].key}"] = f"#{mindmap.nodes[olds[place]].key}"
    return links


def _linked(text: RichText, links: dict[str, str]) -> RichText:
    if not any(run.link in links for run in text if run.link):
        return text
    return tuple(replace(run, link=links.get(run.link, run.link)) for run in text)


def _edges(mindmap: MindMap, places: Sequence[int]) -> tuple[Edge, ...]:
    moved = (
        replace(edge, start=places[edge.start], end=places[edge.end]) for edge in mindmap.edges
    )
    return tuple(
        edge for edge in moved if edge.start != edge.end and min(edge.start, edge.end) >= 0
    )
