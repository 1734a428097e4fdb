"""Picks a structure by the map's shape and the page's, and says which and why.

Words decide first (dates and steps make a timeline, the same points everywhere a table), then how
few the nodes are, and then which of the usual structures comes nearest to the shape of the
theme's page.
"""

from __future__ import annotations

import re
from dataclasses import replace
from math import log

from ...model.mindmap import MindMap
from ...model.regex import regex
from ...model.richtext import plain
from ...plugin import MapLayout
from ._drawing import Drawing, bounds
from ._sheet import Sheet, placing, structure

_STEP = regex(
    r"\d{3,4}([-–./年]|$|\s)|\d{1,2}([月日点]|:\d)|第[一二三四五六七八九十\d]+[步阶天周期轮]"
    r"|(Step|Day|Week|Phase|Q)\s?\d",
    re.IGNORECASE,
)
_FEWEST_STEPS = 3
_SMALL, _SHALLOW = 26, 2  # nodes and levels of a chart of ranks
_USUAL = ("balanced", "logic", "tree")
_NEAR = 0.6  # the page's shape, or up to 1.8 times as wide or as high
_MANY = 3000  # nodes from which trying out takes longer than it is worth


def arrange(sheet: Sheet) -> Drawing:
    """Place the map in the structure that suits it best."""
    name, reason = _choose(sheet)
    origin = sheet.mindmap.nodes[0].origin
    hint = f"write 'map: {{layout: {name}}}' to keep it"
    sheet.report.note(
        origin, f"the map is drawn as '{name}', because {reason}", hint, code="map-layout-chosen"
    )
    return replace(structure(name)(sheet), structure=name)


def _choose(sheet: Sheet) -> tuple[str, str]:
    nodes = sheet.mindmap.nodes
    tops = [nodes[top] for top in nodes[0].children]
    if len(tops) < 2:
        return "logic", "it has one branch" if tops else "it has no branches"
    if len(tops) >= _FEWEST_STEPS and all(_STEP.match(plain(top.title).strip()) for top in tops):
        return "timeline", f"its {len(tops)} branches are dates or steps"
    if _is_table(sheet.mindmap):
        return "matrix", "all of its branches have the same points"
    deepest = max(sheet.levels)
    if len(nodes) <= _SMALL and deepest <= _SHALLOW:
        return "org", f"it has only {len(nodes)} nodes on {deepest} levels"
    if len(nodes) > _MANY:
        return "tree", f"{len(nodes)} nodes are found most easily in columns"
    return _nearest_to_page(sheet)


def _is_table(mindmap: MindMap) -> bool:
    nodes = mindmap.nodes
    rows = {
        tuple(plain(nodes[point].title) for point in nodes[top].children)
        for top in nodes[0].children
    }
    return len(rows) == 1 and all(len(row) > 1 for row in rows)


def _nearest_to_page(sheet: Sheet) -> tuple[str, str]:
    """Try the usual structures, until one is near enough to the page's shape."""
    page = sheet.theme.grid.page
    found: list[tuple[float, int, str]] = []
    for number, name in enumerate(_USUAL):
        box = bounds(structure(name)(sheet))
        distance = abs(log(box.width * page.height / (box.height * page.width)))
        if distance <= _NEAR:
            return name, "it fits the page's shape well"
        found.append((round(distance, 3), number, name))
    return min(found)[2], f"of {_listed(_USUAL)} it comes nearest to the page's shape"


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names[:-1]) + f" and {names[-1]}"


LAYOUT = MapLayout("auto", placing(arrange))
