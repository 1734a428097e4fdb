"""The legend: what a map's signs mean, below it, and only those that it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from maps_at_hand import mindmap_of, theme
from test_structures import NAMES, check, place

from deckgen.layouts.maps._phone import place_for_phone
from deckgen.model.mindmap import About, Edge, MindMap
from deckgen.model.richtext import Paragraph, plain, rich
from deckgen.model.scene import Box, Page, Path
from deckgen.model.units import Rect, around

TREE = mindmap_of([0, 0, 0, 1, 1, 4, 4, 2, 3, 3, 9], (4, 9, 14))


def marked(icons: Mapping[int, str], tags: Mapping[int, tuple[str, ...]] = {}) -> MindMap:
    nodes = [
        replace(node, icon=icons.get(index, ""), tags=tags.get(index, ()))
        for index, node in enumerate(TREE.nodes)
    ]
    return replace(TREE, nodes=tuple(nodes))


def legend_on(page: Page) -> list[Box]:
    return [shape for shape in page.shapes if isinstance(shape, Box) and shape.name == "图例"]


def words_in(legend: Box) -> list[str]:
    boxes = [mark for mark in legend.marks if isinstance(mark, Box)]
    return ["".join(plain(p.runs) for p in box.text.paragraphs) for box in boxes]


def test_each_sign_is_told_once_in_a_fixed_order() -> None:
    """Ranks and shares by one of their kind; icons by name, tags by number; then the rest."""
    icons = {1: "优先级2", 2: "p1", 3: "灯泡", 4: "lightbulb", 5: "30%", 6: "待办", 7: "🦊"}
    mindmap = marked(icons, {5: ("方法", "工具"), 6: ("方法",)})
    nodes = list(mindmap.nodes)
    nodes[8] = replace(nodes[8], about=About((Paragraph(rich("备注")),)), link="https://a.b")
    mindmap = replace(mindmap, nodes=tuple(nodes), edges=(Edge(2, 6),))
    (legend,) = legend_on(place(mindmap, "logic"))
    told = ["优先级", "进度", "灯泡", "待办", "#方法 2", "#工具 1", "有备注", "有链接", "关联"]
    assert words_in(legend) == told
    assert legend.alt == f"图例：{'、'.join(told)}"
    (legend,) = legend_on(place(replace(mindmap, lang="en"), "logic"))
    assert words_in(legend)[:4] == ["priority", "progress", "lightbulb", "todo"]
    (legend,) = legend_on(place(replace(mindmap, lang="zh-Hant"), "logic"))
    told = ["優先級", "進度", "燈泡", "待辦", "#方法 2", "#工具 1", "有備註", "有鏈接", "關聯"]
    assert words_in(legend) == told


@pytest.mark.parametrize("icons", [{}, {1: "🦊"}])
def test_what_needs_no_legend_has_none(icons: dict[int, str]) -> None:
    """A single tag, an emoji that is no icon, a relation; or where the outline does without."""
    mindmap = replace(marked(icons, {2: ("方法",)}), edges=(Edge(2, 6),))
    assert legend_on(place(mindmap, "logic")) == []
    full = marked({1: "灯泡"})
    assert len(legend_on(place(full, "logic"))) == 1
    assert legend_on(place(replace(full, has_legend=False), "logic")) == []


@pytest.mark.parametrize("name", [*NAMES, "phone"])
def test_it_stands_below_the_map_and_holds_its_signs(name: str) -> None:
    """Nothing of the map reaches into it, no two words overlap, all are on the page."""
    mindmap = marked(
        {1: "灯泡", 2: "p1", 4: "rocket", 5: "50%", 6: "done", 8: "crown", 9: "target"}
    )
    page = place_for_phone(mindmap, theme()) if name == "phone" else place(mindmap, name)
    (legend,) = legend_on(page)
    if name not in ("phone", "matrix", "bracket"):
        check(mindmap, page, name)
    others = [s.frame for s in page.shapes if isinstance(s, Box) and s is not legend]
    assert legend.frame.y > max(frame.bottom for frame in others)
    assert Rect(0, 0, page.size.width, page.size.height).contains(legend.frame)
    words = [mark.frame for mark in legend.marks if isinstance(mark, Box)]
    signs = [frame_of(mark) for mark in legend.marks if isinstance(mark, Path)]
    for number, frame in enumerate([*words, *signs]):
        assert legend.frame.contains(frame)
        assert not any(frame.overlaps(other) for other in words[number + 1 :])


def frame_of(path: Path) -> Rect:
    points = [point for contour in (path.points, *path.others) for point in contour]
    return around(Rect(point.x, point.y, 0, 0) for point in points)
