"""Edges on slides, from site to site: none runs through another node's words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from maps_at_hand import mindmap_of, run_through, theme
from test_structures import nodes_on

from deckgen import registry
from deckgen.layouts.maps._glue import glueable, glued
from deckgen.model.mindmap import MindMap
from deckgen.model.richtext import rich
from deckgen.model.scene import Connector, Page, Path
from deckgen.problems import Report

# a row of six, lists below some of them, lists in lists
LISTS = mindmap_of([0, 0, 0, 0, 0, 0, 1, 1, 1, 3, 3, 10, 10, 6, 6], (3, 7, 12))


def on_slides(mindmap: MindMap, name: str, edge: str) -> Page:
    page = registry.map_layouts()[name].place(mindmap, glueable(theme()), Report())
    return glued(page, edge)


@pytest.mark.parametrize("edge", ["curve", "straight", "elbow"])
@pytest.mark.parametrize("name", ["org", "org_up", "logic", "radial"])
def test_no_glued_edge_runs_through_a_box(name: str, edge: str) -> None:
    """Rows are reached from above or below, lists along their left."""
    assert run_through(on_slides(LISTS, name, edge)) == []


def test_an_item_of_a_list_hangs_from_its_topics_left() -> None:
    """Out of the topic's left side, along the list, and in at the item's left."""
    page = on_slides(LISTS, "org", "curve")
    boxes = nodes_on(page)
    (hung,) = [s for s in page.shapes if isinstance(s, Connector) and s.end == "n8"]
    topic, item = boxes["n1"].frame, boxes["n8"].frame
    assert (hung.points[0].x, hung.points[0].y) == (topic.x, topic.center_y)
    assert (hung.points[-1].x, hung.points[-1].y) == (item.x, item.center_y)
    assert min(point.x for point in hung.points) < min(topic.x, item.x)


def test_signs_stay_by_a_title_whose_gist_takes_fewer_lines() -> None:
    """An office program fills lines that a map sets evenly: the block is lower, signs go along."""
    mindmap = mindmap_of([0])
    gist = rich("产品是 1，品牌营销是后面的 0，没有前者全无意义")
    node = replace(mindmap.nodes[1], title=rich("产品是口碑的发动机"), gist=gist, icon="灯泡")
    mindmap = replace(mindmap, nodes=(mindmap.nodes[0], node))
    drawn = registry.map_layouts()["radial"].place(mindmap, glueable(theme("contrast")), Report())
    boxes = [nodes_on(page)["n1"] for page in (drawn, glued(drawn, "curve"))]
    assert boxes[0].text.height > boxes[1].text.height
    middles = []
    for box in boxes:
        room = box.frame.inset(box.text.insets)
        first = box.text.paragraphs[0].line_height
        (sign,) = box.marks[:1]
        assert isinstance(sign, Path)
        ys = [point.y for contour in (sign.points, *sign.others) for point in contour]
        top = room.y + (room.height - box.text.height) // 2
        middles.append((min(ys) + max(ys)) // 2 - top - first // 2)
    assert abs(middles[0] - middles[1]) <= 2
