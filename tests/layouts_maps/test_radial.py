"""Radial maps: compact, and no branch runs through another node's words."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from maps_at_hand import run_through, theme

from deckgen import registry
from deckgen.layouts.maps._reach import Reach
from deckgen.model.scene import Box, Connector, Page
from deckgen.pipeline import read_outline
from deckgen.planning.mindmap.build import plan_map
from deckgen.problems import Report

OUTLINES = sorted(Path("outlines").glob("*.yaml"))


def radial(path: Path, look: str) -> Page:
    report = Report()
    mindmap = plan_map(read_outline(path), tuple(registry.map_rules().values()), report)
    return registry.map_layouts()["radial"].place(mindmap, theme(look), report)


@pytest.mark.parametrize("path", OUTLINES, ids=lambda path: path.stem)
def test_branches_run_through_no_box(path: Path) -> None:
    """A branch meets only the boxes that it joins, with underlined nodes as with cards."""
    for look in ("ink", "soft"):
        page = radial(path, look)
        assert run_through(page) == [], look


@pytest.mark.parametrize("path", OUTLINES, ids=lambda path: path.stem)
def test_siblings_branches_do_not_cross(path: Path) -> None:
    """Of branches that bend the same way, none turns before one that goes further up or down."""
    page = radial(path, "poster")
    boxes = {shape.key: shape for shape in page.shapes if isinstance(shape, Box)}
    bends: dict[tuple[str, bool], list[tuple[int, int]]] = {}
    for one in page.shapes:
        if not isinstance(one, Connector) or one.has_arrow or not boxes[one.start].parent:
            continue
        start, end = one.points[0], one.points[-1]
        upright = [a.x for a, b in pairwise(one.points[::3]) if a.x == b.x and a.y != b.y]
        if upright:
            turn = abs(upright[0] - start.x)
            bends.setdefault((one.start, end.y < start.y), []).append((abs(end.y - start.y), turn))
    assert len(bends) > 3
    for group in bends.values():
        turns = [turn for _, turn in sorted(group, reverse=True)]
        assert turns == sorted(turns)


BOXES = st.lists(st.tuples(st.integers(-400, 400), st.integers(1, 60), st.integers(1, 90)))


@given(BOXES, st.integers(-500, 500), st.integers(1, 900))
def test_reach_is_the_farthest_edge_between_two_heights(
    boxes: list[tuple[int, int, int]], top: int, height: int
) -> None:
    """As if every box were asked, long ranges and short ones."""
    reach = Reach()
    placed: list[tuple[int, int, int]] = []
    for y, high, wide in boxes:
        end = reach.between(y, y + high) + wide
        reach.add(y, y + high, end)
        placed.append((y, y + high, end))
    meeting = [end for y, bottom, end in placed if y < top + height and bottom > top]
    assert reach.between(top, top + height) == max(meeting, default=0)


def test_reach_answers_over_many_steps() -> None:
    """A range over hundreds of boxes finds the one that stands out."""
    reach = Reach()
    for y in range(0, 4000, 10):
        reach.add(y, y + 10, 5 if y != 2500 else 70)
    assert (reach.between(100, 2500), reach.between(100, 2501)) == (5, 70)
