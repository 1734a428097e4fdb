"""Maps for the tests of this folder: a theme, and trees from lists of parents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from deckgen.files import find_theme, theme_folders
from deckgen.model.color import accent
from deckgen.model.mindmap import Edge, MindMap, Node
from deckgen.model.richtext import rich
from deckgen.model.scene import Box, Connector, Page, Point
from deckgen.model.theme import Theme
from deckgen.model.units import Rect, Size, inches, pt
from deckgen.problems import Report
from deckgen.theming.load import load_theme

STEPS = 40  # points looked at on each piece of a branch
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


def run_through(page: Page) -> list[str]:
    """The branches that run through a box that they do not join."""
    boxes = {s.key: s.frame for s in page.shapes if isinstance(s, Box) and s.key}
    found = []
    for branch in page.shapes:
        if isinstance(branch, Connector) and not branch.has_arrow:
            others = [box for key, box in boxes.items() if key not in (branch.start, branch.end)]
            pieces = [branch.points[at : at + 4] for at in range(0, len(branch.points) - 1, 3)]
            way = [_on_curve(piece, step / STEPS) for piece in pieces for step in range(STEPS + 1)]
            if any(_is_inside(x, y, box) for box in others for x, y in way):
                found.append(branch.name)
    return found


def _on_curve(ends: Sequence[Point], t: float) -> tuple[float, float]:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    pairs = list(zip(weights, ends, strict=True))
    return sum(w * p.x for w, p in pairs), sum(w * p.y for w, p in pairs)


def _is_inside(x: float, y: float, frame: Rect) -> bool:
    edge = pt(2)
    return frame.x + edge < x < frame.right - edge and frame.y + edge < y < frame.bottom - edge
