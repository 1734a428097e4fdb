"""Summaries: a brace along a topic's points, its words beyond it, and room for both."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from maps_at_hand import mindmap_of, theme
from test_structures import NAMES, check, check_order, forests, nodes_on, place

from deckgen.layouts.maps._phone import place_for_phone
from deckgen.model.mindmap import MindMap
from deckgen.model.richtext import plain
from deckgen.model.scene import Box, Page, Path
from deckgen.model.units import Rect, around

BRACELESS = ("radial", "matrix")  # no side is free there: the words stand with the topic's


def summed_up(mindmap: MindMap, every: int, words: str = "合起来说") -> MindMap:
    """The map with a summary at every so manieth topic."""
    nodes = tuple(
        replace(node, summary=f"{words}{index}" if index % every == 0 else "")
        for index, node in enumerate(mindmap.nodes)
    )
    return replace(mindmap, nodes=nodes)


def words_on(page: Page) -> dict[str, Box]:
    """The words beside braces, by what they say."""
    boxes = [s for s in page.shapes if isinstance(s, Box) and s.name.startswith("概要")]
    return {"".join(plain(p.runs) for p in box.text.paragraphs): box for box in boxes}


def braces_on(page: Page) -> dict[str, Rect]:
    found = [s for s in page.shapes if isinstance(s, Path) and s.name.startswith("概要")]
    return {
        brace.name.partition(" ")[2]: around(Rect(p.x, p.y, 0, 0) for p in brace.points)
        for brace in found
    }


def below(mindmap: MindMap, page: Page, head: int) -> Rect:
    """The frame round all that hangs from a topic."""
    inside = {head}
    for index, node in enumerate(mindmap.nodes):
        if node.parent in inside:
            inside.add(index)
    placed = nodes_on(page)
    return around(placed[mindmap.nodes[index].key].frame for index in inside - {head})


TREE = mindmap_of([0, 0, 0, 1, 1, 4, 4, 2, 3, 3, 9, 9, 9], (4, 9, 14))


@pytest.mark.parametrize("name", NAMES)
def test_a_brace_stands_along_its_topics_points(name: str) -> None:
    """As long as they are, beside them and not over them, the words beyond it; at one side."""
    mindmap = summed_up(TREE, 1)
    page = place(mindmap, name)
    check(mindmap, page, name)
    braces, words = braces_on(page), words_on(page)
    wanted = [node for index, node in enumerate(mindmap.nodes) if node.children and index]
    assert sorted(braces) == ([] if name in BRACELESS else sorted(n.summary for n in wanted))
    assert sorted(words) == sorted(braces)
    for index, node in enumerate(mindmap.nodes):
        if node.summary in braces:
            span, brace = below(mindmap, page, index), braces[node.summary]
            box = words[node.summary].frame
            assert not brace.overlaps(span)
            assert not box.overlaps(span)
            is_beside = brace.y <= span.y and brace.bottom >= span.bottom
            assert is_beside or (brace.x <= span.x and brace.right >= span.right)
        else:
            said = plain(nodes_on(page)[node.key].text.paragraphs[-1].runs)
            assert said == f"｝{node.summary}"


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=8, deadline=None, derandomize=True)
@given(parents=forests(), every=st.integers(1, 5), long=st.booleans())
def test_summaries_overlap_nothing_on_any_tree(
    name: str, parents: list[int], every: int, long: bool
) -> None:
    """Nested ones, long ones, on single points and on many."""
    words = "这些要点合在一起说的是同一件事，" * (5 if long else 1)
    mindmap = summed_up(mindmap_of(parents, (5, 12, 30)), every, words)
    page = place(mindmap, name)
    check(mindmap, page, name)
    if name != "fishbone":
        check_order(mindmap, page, name)
    nodes = list(nodes_on(page).values())
    for brace in braces_on(page).values():
        assert not any(brace.overlaps(box.frame) for box in nodes)


@pytest.mark.parametrize("name", ["logic", "tree", "org", "timeline"])
def test_a_boundary_holds_its_summary(name: str) -> None:
    """The ground round a branch reaches round its brace and the words beyond it."""
    mindmap = summed_up(TREE, 1)
    nodes = [replace(node, boundary="圈" if i == 3 else "") for i, node in enumerate(mindmap.nodes)]
    page = place(replace(mindmap, nodes=tuple(nodes)), name)
    ground = next(s for s in page.shapes if isinstance(s, Box) and s.name == "外框 圈")
    assert ground.frame.contains(words_on(page)[nodes[3].summary].frame)


def test_a_summary_without_points_to_be_seen_is_told_below_its_topic() -> None:
    """Of a leaf, of a folded branch, and on a telephone."""
    mindmap = summed_up(mindmap_of([0, 0]), 1)
    for page in (place(mindmap, "logic"), place_for_phone(mindmap, theme())):
        for node, box in zip(mindmap.nodes, nodes_on(page).values(), strict=True):
            assert plain(box.text.paragraphs[-1].runs) == f"｝{node.summary}"
