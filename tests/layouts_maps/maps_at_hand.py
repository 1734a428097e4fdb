"""Maps for the tests of this folder: a theme, and trees from lists of parents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from deckgen.files import find_theme, theme_folders
from deckgen.model.color import accent
from deckgen.model.mindmap import Edge, MindMap, Node
from deckgen.model.richtext import rich
from deckgen.model.theme import Theme
from deckgen.model.units import Size, inches
from deckgen.problems import Report
from deckgen.theming.load import load_theme

WORDS = "产品是口碑的发动机，社会化媒体是加速器，用户关系是信任的底座。Word of mouth 2015"


@cache
def theme(name: str = "ink") -> Theme:
    """The named theme, without the slides' layouts."""
    page = Size(inches(40 / 3), inches(7.5))
    return load_theme(name, lambda wanted: find_theme(wanted, theme_folders("")), page, Report())


def mindmap_of(
    parents: Sequence[int], lengths: Sequence[int] = (5,), edges: Sequence[Edge] = ()
) -> MindMap:
    """Node i+1 hangs from node parents[i]; titles are as long as `lengths` says, in turn."""
    children: list[list[int]] = [[] for _ in range(len(parents) + 1)]
    depths = [0]
    for index, parent in enumerate(parents, start=1):
        children[parent].append(index)
        depths.append(depths[parent] + 1)
    nodes = [
        Node(
            title=rich((WORDS * 4)[: 1 + lengths[index % len(lengths)]]),
            gist=rich(WORDS[: lengths[(7 * index) % len(lengths)]] if index % 3 == 0 else ""),
            parent=([-1, *parents])[index],
            children=tuple(children[index]),
            depth=depths[index],
            accent=accent(index),
            key=f"n{index}",
        )
        for index in range(len(parents) + 1)
    ]
    return MindMap(tuple(nodes), tuple(edges), title="图")


def pruned(mindmap: MindMap, index: int, hidden: int) -> MindMap:
    nodes = list(mindmap.nodes)
    nodes[index] = replace(nodes[index], hidden=hidden)
    return replace(mindmap, nodes=tuple(nodes))
