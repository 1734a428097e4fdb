"""Pages that build up: what each click brings in, from an outline's `build` to the page's steps."""

from __future__ import annotations

import pathlib
from dataclasses import replace

import pytest

from deckgen import pipeline, read_outline
from deckgen.finishing.build import apply
from deckgen.model.color import Color, ColorRole
from deckgen.model.outline import Outline
from deckgen.model.scene import (
    Box,
    Connector,
    Group,
    Page,
    Path,
    Point,
    Scene,
    Shape,
    Target,
    TextBody,
)
from deckgen.model.style import Line
from deckgen.model.units import Rect, Size
from deckgen.plugin import Source
from deckgen.problems import Report
from deckgen.readers.yaml import read

GALLERY = pathlib.Path(__file__).resolve().parents[2] / "docs" / "gallery" / "gallery.yaml"
POINTS = {
    "bullets": "[{一: [甲, 乙]}, 二, {三: [丙]}]",
    "bullets in columns": "[一, 二, 三, 四, 五, 六, 七, 八, 九, 十]",
    "cards": "[{一: 甲}, {二: 乙}, {三: 丙}]",
    "process": "[{一: 甲}, 二, 三]",
    "compare": "[{过去: [甲, 乙]}, {现在: [丙, 丁]}]",
    "triangle": "[{一: 甲}, {二: 乙}, {三: 丙}]",
    "questions": "[甲？, 乙？]",
}
STEPS = {
    "bullets": "正文[0-2] | 正文[3-3] | 正文[4-5]",
    "bullets in columns": " | ".join(
        f"正文{column}[{at}-{at}]" for column in (1, 2) for at in range(5)
    ),
    "cards": "卡片1 | 卡片2 | 卡片3",
    "process": "流程 1 + 步骤1 + 说明1 | 流程 2 + 步骤2 | 流程 3 + 步骤3",
    "compare": "左栏标题 + 左栏1 + 右栏标题 + 右栏1 | 左栏2 + 右栏2",
    "triangle": "顶点1 | 一—二 + 顶点2 | 一—三 + 二—三 + 顶点3",
    "questions": "序号1 + 条目1 | 序号2 + 条目2",
}


def page_of(points: str, layout: str = "auto", topic: str = "build: true") -> Page:
    """Return the page of an outline's only topic."""
    text = f"title: 书\ntopics:\n- title: 题\n  {topic}\n  layout: {layout}\n  points: {points}\n"
    outline = read(Source("talk.yaml", text.encode(), lambda _: b""), Report())
    look = pipeline.Themes().compile(outline, "base", Report())
    return pipeline.draw_deck(outline, look, Report()).pages[1]


def steps_of(page: Page) -> str:
    """Return the clicks, with bars between; what one brings in is joined by a plus."""

    def name(target: Target) -> str:
        part = f"[{target.first}-{target.last}]" if target.first >= 0 else ""
        return page.shapes[target.shape].name + part

    return " | ".join(" + ".join(map(name, step)) for step in page.steps)


@pytest.mark.parametrize("layout", POINTS)
def test_each_layout_builds_up_item_by_item(layout: str) -> None:
    """A card, a step with its chevron, a pair of rows, a corner with its lines: a click each."""
    page = page_of(POINTS[layout], layout.partition(" ")[0])
    assert steps_of(page) == STEPS[layout]


def test_a_chain_in_one_sentence_builds_up_too() -> None:
    """Its steps share an origin, and still come one by one."""
    page = page_of("[]", topic="gist: 听见 → 想清 → 动手\n  build: true")
    assert page.kind == "process"
    assert steps_of(page) == "流程 1 + 步骤1 | 流程 2 + 步骤2 | 流程 3 + 步骤3"


@pytest.mark.parametrize(
    ("points", "layout", "topic"),
    [(POINTS["cards"], "cards", "gist: 不动"), ("[]", "auto", "gist: 一句话\n  build: true")],
)
def test_nothing_moves_unasked_or_alone(points: str, layout: str, topic: str) -> None:
    """Without `build` there are no steps; nor with it where there is but one thing to show."""
    assert page_of(points, layout, topic).steps == ()


def test_a_divided_group_says_all_of_its_words_once() -> None:
    """The first part keeps the alt text of the whole group, the others have no words to say."""
    page = page_of(POINTS["process"], "process")
    groups = [shape for shape in page.shapes if isinstance(shape, Group)]
    assert [group.alt for group in groups] == ["一 → 二 → 三", "", ""]


STILL = {  # a frame of the talk, one thing alone, or what no program brings in bit by bit
    *("title", "reading", "agenda", "section", "closing", "statement", "quote"),
    *("table", "chart", "image", "code"),
}


def test_every_layout_that_can_builds_up() -> None:
    """In the gallery, all of it built up: no shape twice, nothing of an item there before it."""
    outline = read_outline(GALLERY)
    outline = replace(outline, deck=replace(outline.deck, build=True))
    look = pipeline.Themes().compile(outline, "base", Report())
    pages = pipeline.draw_deck(outline, look, Report()).pages
    assert {page.kind for page in pages if len(page.steps) < 2} == STILL
    for page in pages:
        targets = [(one.shape, one.first) for step in page.steps for one in step]
        assert len(set(targets)) == len(targets)
        moving = {shape for shape, _ in targets}
        told = [at for at, shape in enumerate(page.shapes) if is_of_item(shape)]
        assert not page.steps or set(told) <= moving, page.kind


def is_of_item(shape: Shape) -> bool:
    if isinstance(shape, Group):
        return any(map(is_of_item, shape.shapes))
    return isinstance(shape, Box) and shape.item >= 0 and bool(shape.text.paragraphs)


LINE = Line(Color(ColorRole.ACCENT1), 12700)
NODES = (Rect(0, 0, 100, 100), Rect(1000, 0, 100, 100), Rect(2000, 0, 100, 100))
INCH = 914400


def drawn(*shapes: Group | Path | Connector | Box) -> Page:
    """Return a page of three items, an inch wide and two apart, with these shapes under them."""
    words = pipeline_text()
    boxes = tuple(
        Box(
            Rect(frame.x * INCH // 100, 0, INCH, INCH),
            f"项{i + 1}", words, placeholder=20 + i, key=f"k{i}", item=i,
        )
        for i, frame in enumerate(NODES)
    )  # fmt: skip
    page = Page("t1", "题", Size(40 * INCH, 8 * INCH), (*shapes, *boxes), build=True)
    return apply(Scene((page,)), look(), Report()).pages[0]


def look():
    return pipeline.Themes().compile(Outline(()), "base", Report())


def pipeline_text() -> TextBody:
    page = page_of("[甲]", "bullets")
    return next(shape.text for shape in page.shapes if isinstance(shape, Box))


def stroke(start: float, end: float, name: str) -> Path:
    """Return a straight line at the height of the boxes' middles, from inch to inch."""
    first, last = (Point(round(x * INCH), INCH // 2) for x in (start, end))
    return Path((first, first, last, last), name, line=LINE)


def test_an_arrow_comes_with_what_it_leads_to() -> None:
    """Between two boxes it belongs to the later, also where it leads back to the first."""
    page = drawn(stroke(1.1, 9.9, "箭头1"), stroke(11.1, 19.9, "箭头2"))
    assert steps_of(page) == "项1 | 箭头1 + 项2 | 箭头2 + 项3"


def test_a_shape_under_a_box_comes_with_it() -> None:
    """And what lies under all of them is there from the start."""
    ground = Box(Rect(0, 0, 22 * INCH, INCH), "底")
    tile = Box(Rect(10 * INCH, 0, INCH, INCH), "块")
    page = drawn(Group((ground, tile), ground.frame, "组", "三项"))
    assert steps_of(page) == "项1 | 组 2 + 项2 | 项3"
    assert [shape.name for shape in page.shapes] == ["组", "组 2", "项1", "项2", "项3"]


def test_an_axis_is_there_from_the_start() -> None:
    """A line along two boxes leads from none to the other."""
    first, last = Point(0, 1.2 * INCH), Point(11 * INCH, 1.2 * INCH)
    axis = Path((first, first, last, last), "轴", line=LINE)
    assert steps_of(drawn(axis)) == "项1 | 项2 | 项3"


def test_an_arrows_head_comes_with_its_line() -> None:
    """Also where it is nearer to a box than the line is: axes stand from the start."""
    first, last = Point(0, round(1.2 * INCH)), Point(11 * INCH, round(1.2 * INCH))
    axis = Path((first, first, last, last), "轴", line=LINE)
    tip = Box(Rect(11 * INCH, INCH, INCH // 8, INCH // 8), "轴尖")
    page = drawn(Group((axis, tip), Rect(0, INCH, 11 * INCH, INCH // 4), "坐标", "两轴"))
    assert steps_of(page) == "项1 | 项2 | 项3"
    assert [shape.name for shape in page.shapes] == ["坐标", "项1", "项2", "项3"]


def test_a_map_builds_up_branch_by_branch() -> None:
    """In the order of telling, each with its leaves and curves; the root is there first."""
    page = page_of("[{一: [甲, 乙]}, {二: [丙]}, 三]", "map")
    assert steps_of(page) == "导图 1 | 导图 2 | 导图 3"
    root, *branches = [shape for shape in page.shapes if isinstance(shape, Group)]
    assert (root.name, root.alt) == ("导图", "导图，题。一：甲、乙；二：丙；三")
    assert [group.alt for group in branches] == ["一：甲、乙", "二：丙", "三"]
    assert [sorted(shape.name for shape in group.shapes) for group in (root, *branches)] == [
        ["根 题"],
        ["map/0—map/0/0", "map/0—map/0/1", "map—map/0", "分支 一", "叶 乙", "叶 甲"],
        ["map/1—map/1/0", "map—map/1", "分支 二", "叶 丙"],
        ["map—map/2", "分支 三"],
    ]


@pytest.mark.parametrize(
    "exhibit",
    ["table: [[渠道, 新客], [微博, 300], [微信, 200]]",
     "chart: {kind: column, categories: [甲, 乙], series: {新客: [1, 2]}}"],
)  # fmt: skip
def test_tables_and_charts_stand_from_the_start(exhibit: str) -> None:
    """PowerPoint animates a native table as one thing, so nothing comes bit by bit."""
    page = page_of("[]", topic=f"build: true\n  {exhibit}")
    assert (page.kind, page.steps) == (exhibit.partition(":")[0], ())


def test_a_listing_is_no_list() -> None:
    """Its lines do not come one by one."""
    page = page_of("[]", topic='build: true\n  code: {lang: python, text: "a = 1\\nb = 2"}')
    assert (page.kind, page.steps) == ("code", ())


def test_a_line_glued_to_boxes_waits_for_both() -> None:
    """A connector's ends tell its step; one that hangs on nothing that moves does not move."""
    ends = (Point(0, 0),) * 4
    glued = Connector("k0", "k2", ends, LINE, "连线")
    loose = Connector("a", "b", ends, LINE, "散线")
    assert steps_of(drawn(glued, loose)) == "项1 | 项2 | 连线 + 项3"


def test_pages_keep_what_they_had() -> None:
    """A page that is not to build up is the very same afterwards."""
    page = replace(drawn(), build=False, steps=())
    assert apply(Scene((page,)), look(), Report()).pages[0] is page
