"""Every structure, on trees of every shape: nothing overlaps, no edge hangs, order is kept."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from math import atan2, tau
from pathlib import Path as FilePath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from maps_at_hand import mindmap_of, theme

from deckgen import registry
from deckgen.model.color import accent
from deckgen.model.mindmap import MindMap
from deckgen.model.richtext import rich
from deckgen.model.scene import Box, Connector, Group, Page, Path, Point, Shape
from deckgen.model.units import Rect
from deckgen.pipeline import read_outline
from deckgen.planning.mindmap.build import plan_map
from deckgen.problems import Report

OUTLINES = sorted(FilePath("outlines").glob("*.yaml"))
NAMES = tuple(name for name in registry.map_layouts().builtins if name != "auto")
THEMES = sorted(path.stem for path in FilePath("themes").glob("*.yaml"))
IS_WHOLE = os.environ.get("DECKGEN_MANY_DECKS") == "1"
EDGELESS = {"bracket", "matrix"}  # braces and cells tell what hangs from what


def place(mindmap: MindMap, name: str, look: str = "ink") -> Page:
    report = Report()
    page = registry.map_layouts()[name].place(mindmap, theme(look), report)
    assert not [problem for problem in report.problems if problem.severity != "note"]
    return page


@cache
def large() -> MindMap:
    """Five thousand nodes of mixed depth."""
    return mindmap_of([max(0, (i * 31) % (i + 1) - i // 3) for i in range(4999)], (3, 9, 17))


@cache
def planned(path: FilePath) -> MindMap:
    return plan_map(read_outline(path), tuple(registry.map_rules().values()), Report())


def nodes_on(page: Page) -> dict[str, Box]:
    return {shape.key: shape for shape in page.shapes if isinstance(shape, Box) and shape.key}


def overlapping(frames: Iterable[Rect]) -> list[tuple[Rect, Rect]]:
    """Pairs of frames that overlap, found by a sweep from the top."""
    found: list[tuple[Rect, Rect]] = []
    active: list[Rect] = []
    for frame in sorted(frames, key=lambda frame: frame.y):
        active = [other for other in active if other.bottom > frame.y]
        found += [(other, frame) for other in active if other.overlaps(frame)]
        active.append(frame)
    return found


def points_of(shape: Shape) -> Sequence[Point]:
    if isinstance(shape, Connector) and shape.has_arrow:
        return (shape.points[0], shape.points[-1])  # its handles may lie outside
    if isinstance(shape, Path | Connector):
        return shape.points
    assert not isinstance(shape, Group)
    return (Point(shape.frame.x, shape.frame.y), Point(shape.frame.right, shape.frame.bottom))


def is_on_edge(point: Point, frame: Rect) -> bool:
    across = frame.x <= point.x <= frame.right and point.y in (frame.y, frame.bottom)
    down = frame.y <= point.y <= frame.bottom and point.x in (frame.x, frame.right)
    return across or down


def is_solid(box: Box) -> bool:
    """Tell whether nothing may overlap a box: only grounds may lie below others."""
    return bool(box.text.paragraphs or box.key or box.marks)


def check(mindmap: MindMap, page: Page, name: str) -> None:
    """All that holds of every structure."""
    placed = nodes_on(page)
    assert list(placed) == [node.key for node in mindmap.nodes]
    boxes = [shape for shape in page.shapes if isinstance(shape, Box) and is_solid(shape)]
    assert overlapping(box.frame for box in boxes) == []
    parents = [mindmap.nodes[node.parent].key for node in mindmap.nodes[1:]]
    assert [box.parent for box in placed.values()] == ["", *parents]
    whole = Rect(0, 0, page.size.width, page.size.height)
    for shape in page.shapes:
        assert all(whole.contains(Rect(p.x, p.y, 0, 0)) for p in points_of(shape)), shape.name
    for box in placed.values():
        text = box.text
        assert text.height + text.insets.top + text.insets.bottom <= box.frame.height
        room = box.frame.width - text.insets.left - text.insets.right
        assert all(line.width <= room for par in text.paragraphs for line in par.lines)
    branches = [s for s in page.shapes if isinstance(s, Connector) and not s.has_arrow]
    for branch in branches:
        assert is_on_edge(branch.points[0], placed[branch.start].frame), branch.name
        end = placed[branch.end].frame
        assert is_on_edge(branch.points[-1], end), branch.name
    if name not in EDGELESS:
        assert [branch.end for branch in branches] == list(placed)[1:]


def check_order(mindmap: MindMap, page: Page, name: str) -> None:
    """Siblings follow each other in reading order: downwards, to the right, or clockwise."""
    placed = nodes_on(page)
    middle = placed["n0"].frame
    for index, node in enumerate(mindmap.nodes):
        row = [placed[mindmap.nodes[child].key].frame for child in node.children]
        if not index and name == "balanced":  # each side downwards, the right one first
            right = [frame.y for frame in row if frame.center_x > middle.center_x]
            left = [frame.y for frame in row if frame.center_x < middle.center_x]
            assert [frame.y for frame in row] == right + left
            assert right == sorted(right)
            assert left == sorted(left)
        elif not index and name == "radial":
            turns = [turn(frame, middle) for frame in row]
            assert turns == sorted(turns)
        elif not index and name == "fishbone":  # each side of the spine by itself
            assert all(a.x < b.x for side in (row[::2], row[1::2]) for a, b in pairwise(side))
        else:
            for a, b in pairwise(row):
                assert b.y > a.y or b.x > a.x, node.key


def turn(frame: Rect, middle: Rect) -> float:
    """How far round the middle a frame stands, clockwise from the top, 0 to 1."""
    dx = frame.center_x - middle.center_x
    dy = frame.center_y - middle.center_y
    return atan2(dx, -dy) / tau % 1


SHAPES: dict[str, MindMap] = {
    "one node": mindmap_of([]),
    "two nodes": mindmap_of([0]),
    "three branches": mindmap_of([0, 0, 0]),
    "a chain of 300": mindmap_of(list(range(300))),
    "300 children": mindmap_of([0] * 300),
    "300 grandchildren": mindmap_of([0] + [1] * 300),
    "labels of 1 to 400": mindmap_of(
        [max(0, (i * 7) % (i + 1) - 3) for i in range(60)], lengths=(0, 4, 399, 30, 120)
    ),
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.product
def test_every_structure_holds_every_shape(name: str, shape: str) -> None:
    """Chains, fans, single nodes and words of any length."""
    page = place(SHAPES[shape], name)
    check(SHAPES[shape], page, name)
    check_order(SHAPES[shape], page, name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("look", THEMES)
@pytest.mark.product
def test_every_structure_holds_in_every_theme(name: str, look: str) -> None:
    """The six outlines, cross-links and all, the shapes above and a large tree.

    Without DECKGEN_MANY_DECKS they take turns.
    """
    maps = [*map(planned, OUTLINES), *SHAPES.values()]
    turn = NAMES.index(name) + THEMES.index(look)
    if look == "ink" or IS_WHOLE:
        maps.append(large())
        turn = -1
    for mindmap in maps if IS_WHOLE else [maps[turn % len(maps)]]:
        page = place(mindmap, name, look)
        check(mindmap, page, name)
        check_order(mindmap, page, name)


@st.composite
def forests(draw: st.DrawFn) -> list[int]:
    count = draw(st.integers(0, 120))
    picks = draw(st.lists(st.integers(0, 2**20), min_size=count, max_size=count))
    depth_first = draw(st.booleans())
    return [max(0, i - pick % 4) if depth_first else pick % (i + 1) for i, pick in enumerate(picks)]


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=12, deadline=None, derandomize=True)
@given(parents=forests(), lengths=st.lists(st.integers(0, 90), min_size=1, max_size=7))
def test_every_structure_holds_any_tree(name: str, parents: list[int], lengths: list[int]) -> None:
    """Trees and words at random."""
    mindmap = mindmap_of(parents, lengths)
    page = place(mindmap, name)
    check(mindmap, page, name)
    if name != "fishbone":  # a long bone leans so far that its head may stand before its elder's
        check_order(mindmap, page, name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("edge", ["straight", "elbow", "rounded"])
def test_every_structure_draws_the_themes_edges(name: str, edge: str) -> None:
    """Straight and bent branches end on their nodes too."""
    look = theme()
    mindmap = mindmap_of([0, 0, 0, 1, 1, 4, 4, 2, 3, 3, 9])
    look = replace(look, map=replace(look.map, edge=edge))
    check(mindmap, registry.map_layouts()[name].place(mindmap, look, Report()), name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("inner", NAMES)
@pytest.mark.product
def test_a_branch_may_have_another_structure(name: str, inner: str) -> None:
    """Two branches of a layout of their own, one inside the other, overlap nothing."""
    mindmap = mindmap_of([0, 0, 0, 0, 1, 1, 5, 5, 2, 2, 2, 9, 9, 3, 12, 12], (4, 9, 14))
    layouts = {2: inner, 5: inner, 9: "logic"}
    nodes = tuple(
        replace(node, layout=layouts.get(index, ""), accent=accent(node.depth))
        for index, node in enumerate(mindmap.nodes)
    )
    mindmap = replace(mindmap, nodes=nodes)
    page = place(mindmap, name)
    if {name, inner} & EDGELESS:
        boxes = list(nodes_on(page).values())
        assert overlapping(box.frame for box in boxes) == []
    else:
        check(mindmap, page, name)


def test_a_layout_that_is_no_structure_cannot_be_a_branchs() -> None:
    """The branch is drawn like the map around it, and told."""
    mindmap = mindmap_of([0, 0, 1, 1])
    nodes = (mindmap.nodes[0], replace(mindmap.nodes[1], layout="spiral"), *mindmap.nodes[2:])
    report = Report()
    registry.map_layouts()["logic"].place(replace(mindmap, nodes=nodes), theme(), report)
    assert [problem.message for problem in report.problems] == [
        "the layout 'spiral' cannot be that of a branch"
    ]


def titled(parents: Sequence[int], titles: Sequence[str]) -> MindMap:
    mindmap = mindmap_of(parents)
    nodes = [
        replace(node, title=rich(title)) if title else node
        for node, title in zip(mindmap.nodes, ("", *titles), strict=True)
    ]
    return replace(mindmap, nodes=tuple(nodes))


@pytest.mark.parametrize(
    ("mindmap", "expected"),
    [
        (mindmap_of([]), "logic"),
        (mindmap_of([0, 1, 1]), "logic"),
        (titled([0, 0, 0, 1], ("1998", "2004年上市", "第三步", "")), "timeline"),
        (titled([0, 0, 1, 1, 2, 2], ("", "", "优点", "缺点", "优点", "缺点")), "matrix"),
        (mindmap_of([0, 0, 0, 1, 1, 2]), "org"),
        (mindmap_of([0] * 8 + [1 + i % 8 for i in range(60)]), "tree"),
        (mindmap_of([0, 0, 0, 0] + [1, 2, 3, 4] * 3 + list(range(5, 15)) * 2, (4, 9)), "balanced"),
    ],
)
def test_auto_picks_by_shape_and_says_why(mindmap: MindMap, expected: str) -> None:
    """One note names the structure, the reason and how to keep it."""
    report = Report()
    page = registry.map_layouts()["auto"].place(mindmap, theme(), report)
    (note,) = report.problems
    assert note.severity == "note"
    assert note.message.startswith(f"the map is drawn as '{expected}', because ")
    assert note.hint == f"write 'map: {{layout: {expected}}}' to keep it"
    assert page.shapes == place(mindmap, expected).shapes


@pytest.mark.parametrize("name", ["timeline", "timeline_down"])
def test_no_axis_runs_through_words(name: str) -> None:
    """Branches of a theme without grounds stand on the page's own, before the line."""
    mindmap = mindmap_of([0, 0, 0, 1])
    boxes = nodes_on(place(mindmap, name, "book"))
    assert all(boxes[f"n{index}"].fill for index in mindmap.nodes[0].children)
    assert boxes["n4"].fill is None
