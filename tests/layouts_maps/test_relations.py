"""Cross-links run round the boxes of others, wherever there is room to."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from maps_at_hand import mindmap_of, theme
from test_structures import NAMES, is_on_edge, nodes_on, place, planned

from deckgen.layouts.maps._edges import straight
from deckgen.layouts.maps._relations import Obstacles, crossings, label_of, route
from deckgen.model.mindmap import Edge
from deckgen.model.scene import Connector, Page, Point
from deckgen.model.units import Rect, pt

OUTLINES = [
    path for path in sorted(Path("outlines").glob("*.yaml")) if "relates" in path.read_text()
]


def crossed(page: Page) -> list[str]:
    """The cross-links of a page that run through a box, their ends' own ones included."""
    obstacles = Obstacles([box.frame for box in nodes_on(page).values()], pt(60))
    links = [shape for shape in page.shapes if isinstance(shape, Connector) and shape.has_arrow]
    return [link.name for link in links if crossings(link.points, obstacles)]


@pytest.mark.parametrize("name", [name for name in NAMES if name != "matrix"])
@pytest.mark.parametrize("path", OUTLINES, ids=lambda path: path.stem)
@pytest.mark.product
def test_no_cross_link_of_an_outline_runs_through_a_box(name: str, path: Path) -> None:
    """In every structure that leaves room between its boxes: a table leaves none."""
    assert crossed(place(planned(path), name)) == []


@settings(max_examples=20, deadline=None, derandomize=True)
@given(
    picks=st.lists(st.integers(0, 2**20), min_size=6, max_size=50),
    ends=st.tuples(st.integers(1, 2**20), st.integers(1, 2**20)),
)
@pytest.mark.parametrize("name", ["logic", "balanced", "org"])
def test_no_cross_link_of_any_tree_runs_through_a_box(
    name: str, picks: list[int], ends: tuple[int, int]
) -> None:
    """From a node to any other but its own parent."""
    parents = [pick % (index + 1) for index, pick in enumerate(picks)]
    count = len(parents)
    start, end = 1 + ends[0] % count, 1 + ends[1] % count
    if start == end or parents[start - 1] == end or parents[end - 1] == start:
        return
    mindmap = mindmap_of(parents, (4, 9, 14), [Edge(start, end, "见")])
    assert crossed(place(mindmap, name)) == []


def test_a_wall_is_walked_round() -> None:
    """No simple curve is free, so the way leads over a point beyond the wall's end."""
    start, end = Rect(0, 0, pt(40), pt(20)), Rect(pt(400), 0, pt(40), pt(20))
    wall = Rect(pt(200), -pt(600), pt(20), pt(900))
    around = [Rect(x, -pt(80), pt(60), pt(40)) for x in (-pt(10), pt(390))]
    obstacles = Obstacles([start, end, wall, *around], pt(40))
    way = route(start, end, obstacles)
    assert crossings(way, obstacles) == 0
    assert is_on_edge(way[0], start)
    assert is_on_edge(way[-1], end)


def test_a_link_keeps_the_page_small_and_its_label_off_the_branches() -> None:
    """A free curve far above all boxes is not taken; beside a wall of lines stands the label."""
    row = [Rect(pt(120 * at), 0, pt(80), pt(30)) for at in range(9)]
    below = [Rect(0, pt(30), pt(1040), pt(900))]
    obstacles = Obstacles([*row, *below], pt(40))
    way = route(row[0], row[8], obstacles)
    assert crossings(way, obstacles) == 0
    assert min(point.y for point in way) > -pt(60)
    label = label_of("见", theme())
    wall = Obstacles([Rect(pt(450), 0, pt(60), pt(300))], pt(40))
    level = straight(Point(0, pt(45)), Point(pt(960), pt(45)))
    nothing = Obstacles([], pt(40))
    frames = [nothing.room_for(label, level, lines) for lines in (nothing, wall)]
    assert [wall.is_free(frame) for frame in frames] == [False, True]


def test_links_through_one_gap_run_beside_each_other() -> None:
    """Each in a lane of its own, and in the first where the gap is too narrow."""
    boxes = [Rect(0, 0, pt(80), pt(30)), Rect(pt(400), 0, pt(80), pt(30))]
    walls = [Rect(x, -pt(400), pt(100), pt(800)) for x in (pt(90), pt(290))]
    ends = [Rect(-pt(200), y, pt(900), pt(900)) for y in (-pt(1308), pt(408))]
    for around, is_wide in ((walls, True), ([*walls, *ends], False)):
        obstacles = Obstacles([*boxes, *around], pt(40))
        ways = [route(*boxes, obstacles, lane) for lane in (0, 1)]
        assert [crossings(way, obstacles) for way in ways] == [0, 0]
        assert (ways[0] != ways[1]) is is_wide
