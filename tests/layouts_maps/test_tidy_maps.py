"""Our own layouts: nothing overlaps, order is kept, branches end on their nodes."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from maps_at_hand import mindmap_of, pruned, theme

from deckgen.layouts.maps import balanced, logic
from deckgen.layouts.maps._cards import look_of, one_line, set_text
from deckgen.layouts.maps._tidy import Tree, tidy
from deckgen.model.color import ColorRole
from deckgen.model.mindmap import Edge, MindMap
from deckgen.model.richtext import rich
from deckgen.model.scene import Box, Connector, Page, Point
from deckgen.model.units import Rect
from deckgen.plugin import MapLayout
from deckgen.problems import Report


@st.composite
def forests(draw: st.DrawFn, most: int = 300) -> list[int]:
    """Parents of nodes 1…n: any tree, parents first."""
    count = draw(st.integers(0, most - 1))
    picks = draw(st.lists(st.integers(0, 2**20), min_size=count, max_size=count))
    depth_first = draw(st.booleans())
    return [max(0, i - pick % 4) if depth_first else pick % (i + 1) for i, pick in enumerate(picks)]


def boxes(page: Page) -> dict[str, Box]:
    return {shape.key: shape for shape in page.shapes if isinstance(shape, Box) and shape.key}


def connectors(page: Page) -> list[Connector]:
    return [shape for shape in page.shapes if isinstance(shape, Connector)]


def overlapping(frames: list[Rect]) -> list[tuple[Rect, Rect]]:
    """Pairs of frames that overlap, found by a sweep from left to right."""
    found: list[tuple[Rect, Rect]] = []
    active: list[Rect] = []
    for frame in sorted(frames, key=lambda frame: frame.x):
        active = [other for other in active if other.right > frame.x]
        found += [(other, frame) for other in active if other.overlaps(frame)]
        active.append(frame)
    return found


def is_on_edge(point: Point, frame: Rect) -> bool:
    across = frame.x <= point.x <= frame.right and point.y in (frame.y, frame.bottom)
    down = frame.y <= point.y <= frame.bottom and point.x in (frame.x, frame.right)
    return across or down


@settings(max_examples=60, deadline=None)
@given(
    parents=forests(),
    sizes=st.lists(st.integers(1, 400), min_size=1, max_size=9),
    gap=st.integers(2, 50),
)
def test_tidy_keeps_subtrees_apart_and_children_in_order(
    parents: list[int], sizes: list[int], gap: int
) -> None:
    """Any tree with any sizes: boxes keep the gap, and parents stand in the middle."""
    count = len(parents) + 1
    children: list[list[int]] = [[] for _ in range(count)]
    for index, parent in enumerate(parents, start=1):
        children[parent].append(index)
    lengths = [10 * sizes[i % len(sizes)] for i in range(count)]
    breadths = [10 * sizes[(3 * i + 1) % len(sizes)] for i in range(count)]
    places = tidy(Tree(children, lengths, breadths, [10 * gap] * count))
    frames = [
        Rect(places.along[i], places.across[i], lengths[i], breadths[i] + 10 * gap - 2)
        for i in range(count)
    ]
    assert overlapping(frames) == []
    for parent, row in enumerate(children):
        tops = [places.across[child] for child in row]
        assert tops == sorted(tops)
        if row:
            middle = (tops[0] + tops[-1] + breadths[row[-1]]) / 2
            assert abs(places.across[parent] + breadths[parent] / 2 - middle) <= 2


@pytest.mark.parametrize("layout", [logic.LAYOUT, balanced.LAYOUT], ids=lambda plug: plug.name)
@settings(max_examples=25, deadline=None)
@given(parents=forests(), lengths=st.lists(st.integers(0, 90), min_size=1, max_size=7))
def test_a_map_of_any_tree_is_sound(
    layout: MapLayout, parents: list[int], lengths: list[int]
) -> None:
    """No two boxes overlap, branches end on their nodes, all of it lies on the page."""
    mindmap = mindmap_of(parents, lengths)
    page = layout.place(mindmap, theme(), Report())
    placed = boxes(page)
    assert list(placed) == [node.key for node in mindmap.nodes]
    assert overlapping([box.frame for box in placed.values()]) == []
    whole = Rect(0, 0, page.size.width, page.size.height)
    assert all(whole.contains(box.frame) for box in placed.values())
    for branch in connectors(page):
        assert is_on_edge(branch.points[0], placed[branch.start].frame)
        assert is_on_edge(branch.points[3], placed[branch.end].frame)
        assert is_on_edge(branch.points[-1], placed[branch.end].frame)
        assert all(whole.contains(Rect(p.x, p.y, 0, 0)) for p in branch.points)
    check_order(mindmap, placed)


def check_order(mindmap: MindMap, placed: dict[str, Box]) -> None:
    """Children stand below one another on each side of their parent."""
    for node in mindmap.nodes:
        frame = placed[node.key].frame
        row = [placed[mindmap.nodes[child].key].frame for child in node.children]
        sides = [child.x >= frame.x for child in row]
        assert sides == sorted(sides, reverse=True)  # right side first
        for side in (True, False):
            tops = [child.y for child, at in zip(row, sides, strict=True) if at is side]
            assert tops == sorted(tops)


def test_a_deep_chain_is_drawn() -> None:
    """3,000 levels: no recursion anywhere."""
    page = logic.LAYOUT.place(mindmap_of(range(3000)), theme(), Report())
    assert len(boxes(page)) == 3001


def test_logic_stands_right_of_its_root_and_balanced_on_both_sides() -> None:
    """Four equal branches: two at each side, the first two at the right."""
    mindmap = mindmap_of([0, 0, 0, 0])
    for layout, expected in ((logic, [1, 1, 1, 1]), (balanced, [1, 1, -1, -1])):
        placed = boxes(layout.LAYOUT.place(mindmap, theme(), Report()))
        root = placed["n0"].frame
        sides = [1 if placed[f"n{i}"].frame.x > root.right else -1 for i in range(1, 5)]
        assert sides == expected


def test_the_sides_are_cut_where_their_heights_differ_least() -> None:
    """One branch of ten leaves at the right, three small ones at the left."""
    parents = [0, 0, 0, 0] + [1] * 10 + [2, 3, 4]
    placed = boxes(balanced.LAYOUT.place(mindmap_of(parents), theme(), Report()))
    root = placed["n0"].frame
    assert [placed[f"n{i}"].frame.x > root.x for i in range(1, 5)] == [True, False, False, False]


def test_cross_links_are_dashed_arrows_that_avoid_the_nodes() -> None:
    """From box to box, with a label off the boxes, drawn below them."""
    mindmap = mindmap_of([0, 0, 1, 1, 2, 2], edges=(Edge(3, 6, "引出"),))
    page = logic.LAYOUT.place(mindmap, theme(), Report())
    placed = boxes(page)
    (link,) = [shape for shape in connectors(page) if shape.has_arrow]
    assert (link.start, link.end, link.line.dashed) == ("n3", "n6", True)
    assert is_on_edge(link.points[0], placed["n3"].frame)
    assert is_on_edge(link.points[-1], placed["n6"].frame)
    assert not any(link.label_frame.overlaps(box.frame) for box in placed.values())
    assert page.shapes.index(link) < min(page.shapes.index(box) for box in placed.values())


def test_a_node_that_hides_others_shows_their_number() -> None:
    """A badge beside the node, overlapping nothing, on both sides."""
    mindmap = pruned(pruned(mindmap_of([0, 0, 1, 2]), 3, 12), 4, 7)
    page = balanced.LAYOUT.place(mindmap, theme(), Report())
    marks = [mark for box in boxes(page).values() for mark in box.marks]
    badges = [mark for mark in marks if isinstance(mark, Box)]
    texts = [badge.text.paragraphs[0].runs[0].text for badge in badges]
    assert texts == ["+12", "+7"]
    frames = [box.frame for box in (*boxes(page).values(), *badges)]
    assert overlapping(frames) == []


def test_branches_grow_thinner_from_level_to_level() -> None:
    """A branch ends as wide as the next one starts."""
    page = logic.LAYOUT.place(mindmap_of([0, 1, 2, 3, 4]), theme(), Report())
    for outer, inner in itertools.pairwise(connectors(page)):
        assert outer.end_width == inner.line.width <= outer.line.width


def test_a_text_on_one_line_is_measured_like_any_other() -> None:
    """The short way for plain titles gives what the long way gives."""
    look = look_of(3, ColorRole.ACCENT1, theme())
    for words in ("产品", "Word of mouth 2015年", "“引文”——说", "a", "……", "x" * 60, "字" * 60):
        for style, pitch in zip((look.title, look.gist), look.pitches, strict=True):
            short = one_line(rich(words), style, theme().map.text_width, pitch)
            full = set_text(rich(words), style, theme().map.text_width)
            assert short == full if len(full[0].lines) == 1 else not short
    for odd in ("", "字 ", "字\n字", "字\u00a0"):
        assert one_line(rich(odd), look.title, theme().map.text_width, look.pitches[0]) == ()
