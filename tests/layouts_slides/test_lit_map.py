"""A divider's map: the section's own branch lit, the others quiet, each a jump."""

from __future__ import annotations

import pytest
from slides_at_hand import ASPECTS, THEMES, boxes_of, faults, item, pages_of, slide, text_of, theme

from deckgen.model.color import Color, ColorRole
from deckgen.model.richtext import plain
from deckgen.model.scene import Box, Connector, Group, Page

TITLES = (
    "口碑铁三角", "社会化媒体", "用户关系的三个层次", "产品", "从广告到对话：新的路", "爆品战略",
    "做有态度的内容", "服务", "线上线下一盘棋", "Growth hacking", "未来", "讨论与下一步",
)  # fmt: skip
LIT = Color(ColorRole.ACCENT1)


def divider(count: int, lit: int, aspect: str = "16:9", name: str = "base") -> Page:
    """Place the divider of a section among so many."""
    sections = [
        item(title, label=f"{at:02}", target=f"s{at}") for at, title in enumerate(TITLES[:count], 1)
    ]
    told = slide(
        "section",
        item("参与感", "", *sections, target="map"),
        title=TITLES[lit],
        lead="用户不是看客，是一起做产品的人",
        label=f"{lit + 1:02}",
    )
    (page,) = pages_of(told, theme(name, aspect))
    return page


def drawn(page: Page) -> Group:
    (group,) = (shape for shape in page.shapes if isinstance(shape, Group))
    return group


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("count", [2, 5, 12])
def test_the_map_stands_beside_the_words(name: str, aspect: str, count: int) -> None:
    """It touches no placeholder and no box another, all on the page and inside their frames."""
    page = divider(count, 1, aspect, name)
    look = theme(name, aspect)
    nodes = list(boxes_of(drawn(page).shapes))
    words = [shape for shape in page.shapes if isinstance(shape, Box)]
    assert page.layout.startswith("section-map")
    assert faults(page, look) == []
    assert len(nodes) == count + 1
    assert min(line.size_pt for node in nodes for line in node.text.paragraphs) >= 16
    assert max(node.frame.right for node in nodes) == look.grid.margin_x + look.grid.width
    for at, node in enumerate(nodes):
        assert not any(node.frame.overlaps(other.frame) for other in (*words, *nodes[:at]))


def test_one_branch_is_lit_and_all_jump() -> None:
    group = drawn(divider(3, 1))
    nodes = [box for box in group.shapes if isinstance(box, Box)]
    curves = [shape for shape in group.shapes if isinstance(shape, Connector)]
    assert [(box.key, text_of(box), box.link, bool(box.fill)) for box in nodes] == [
        ("map", "参与感", "#map", False),
        ("map/0", "口碑铁三角", "#s1", False),
        ("map/1", "社会化媒体", "#s2", True),
        ("map/2", "用户关系的三个层次", "#s3", False),
    ]
    assert [(one.start, one.end) for one in curves] == [
        ("map", "map/0"), ("map", "map/2"), ("map", "map/1"),
    ]  # fmt: skip
    assert [one.line.color == LIT for one in curves] == [False, False, True]
    assert group.alt == (
        "导图，参与感，共 3 部分：口碑铁三角、社会化媒体、用户关系的三个层次。"
        "现在是第 2 部分：社会化媒体"
    )


def test_the_map_stands_still() -> None:
    """From one divider to the next nothing moves but the light."""
    places = {tuple(box.frame for box in boxes_of((drawn(divider(7, lit)),))) for lit in range(7)}
    assert len(places) == 1


def test_a_map_without_room_is_left_out() -> None:
    """Titles of three lines are no map."""
    long = "每一节的标题都很长，长得在导图上要分三行才写得下，所以导图没有地方，列表也没有" * 2
    sections = [item(long, label=f"{at:02}", target=f"s{at}") for at in range(1, 4)]
    told = slide("section", item("书", "", *sections), title="短", label="01")
    (page,) = pages_of(told, theme())
    assert page.layout == "section"
    assert not [shape for shape in page.shapes if isinstance(shape, Group)]


def test_no_word_of_the_root_is_cut() -> None:
    """A root without room for its longest word is a dot, which says its title to a reader."""
    sections = [item(title, label="01", target="s1") for title in TITLES[:5]]
    for title, is_told in (("The participation effect", True), ("Internationalization", False)):
        told = slide("section", item(title, "", *sections), title="甲", label="01")
        (page,) = pages_of(told, theme("ink", "4:3" if not is_told else "16:9"))
        root = next(box for box in boxes_of(drawn(page).shapes) if box.key == "map")
        lines = [plain(line.runs).strip() for one in root.text.paragraphs for line in one.lines]
        assert ("".join(lines).replace(" ", "") == title.replace(" ", "")) is is_told
        assert all(word in title.split() for line in lines for word in line.split())
        assert root.alt == ("" if is_told else title)


def test_a_dividers_own_points_are_not_lost() -> None:
    """Points under `layout: section` that find no room beside its title are a list below it."""
    points = [f"第{at}点，{'说得很长' * 12}" for at in range(12)]
    pages = pages_of(slide("section", *points, label="01"), theme())
    shown = "".join(text_of(box) for page in pages for box in boxes_of(page.shapes))
    assert all(point in shown for point in points)
