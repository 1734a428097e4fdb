"""Diagrams: which layout they take, what is drawn under their words, and where they are cut."""

from __future__ import annotations

from dataclasses import replace

import pytest
from slides_at_hand import ASPECTS, boxes_of, dump, faults, item, pages_of, slide, text_of, theme

from deckgen.layouts.slides._frames import high_body
from deckgen.model.deck import Item, Slide
from deckgen.model.richtext import rich
from deckgen.model.scene import Connector, Group, Page, Path, Point
from deckgen.model.units import Rect

NAMES = ("听", "答", "改", "试", "传", "攒", "想", "记", "再听")


def told(count: int) -> tuple[Item, ...]:
    return tuple(item(name, f"{name}一句话") for name in NAMES[:count])


def only(page: Page, kind: type) -> list:
    """Return the shapes of that kind, those in groups too."""
    shapes = list(page.shapes)
    for shape in shapes:
        if isinstance(shape, Group):
            shapes.extend(shape.shapes)
    return [shape for shape in shapes if isinstance(shape, kind)]


def pairs(count: int) -> Slide:
    one = item("痛点", "", *(f"难{n}" for n in range(count)))
    other = item("做法", "", *(f"解{n}" for n in range(count)))
    return slide("problem", one, other, title="难与解")


DRAWN = [
    (pairs(2), "problem-2\n0 难与解\n20 痛点\n21 做法\n30 难0\n40 解0\n31 难1\n41 解1\n",
     "难0 → 解0；难1 → 解1"),
    (slide("problem", item("痛点", "慢"), item("做法", "快")),
     "problem-1\n0 标题\n20 痛点\n21 做法\n30 慢\n40 快\n", "慢 → 快"),
    (slide("cycle", *told(3)),
     "cycle-3-high\n0 标题\n20 听 / 听一句话\n21 答 / 答一句话\n22 改 / 改一句话\n",
     "听 → 答 → 改 → 听"),
    (slide("cycle", "听", "答", "改"), "cycle-3-bare-high\n0 标题\n20 听\n21 答\n22 改\n",
     "听 → 答 → 改 → 听"),
    (slide("pyramid", *told(2), lead="导语"),
     "pyramid-2-short\n0 标题\n14 导语\n20 听\n40 听一句话\n21 答\n41 答一句话\n",
     "自上而下：听、答"),
    (slide("pyramid", "高", "低"), "pyramid-2-bare\n0 标题\n20 高\n21 低\n", "自上而下：高、低"),
    (slide("hub", *told(2), marks=(rich("用户"),)),
     "hub-2\n0 标题\n19 用户\n20 听 / 听一句话\n21 答 / 答一句话\n", "用户：听、答"),
    (slide("matrix", "甲", "乙", "丙", "丁", marks=(rich("重要"), rich("紧急"))),
     "matrix-high\n0 标题\n17 重要\n18 紧急\n20 甲\n21 乙\n22 丙\n23 丁\n",
     "向上：重要，向右：紧急。左上：甲，右上：乙，左下：丙，右下：丁"),
    (slide("timeline", item("2011年", "上线"), item("2012年", "开放")),
     "timeline-2\n0 标题\n20 2011年\n40 上线\n21 2012年\n41 开放\n", "2011年 上线；2012年 开放"),
    (slide("formula", "口碑", item("产品", label="="), item("服务", label="+")),
     "formula-3\n0 标题\n20 口碑\n61 =\n21 产品\n62 +\n22 服务\n", "口碑 = 产品 + 服务"),
    (slide("formula", "产品", item("服务", label="×"), item("口碑", "一句话", label="=")),
     "formula-3-last-text\n0 标题\n20 产品\n61 ×\n21 服务\n62 =\n22 口碑\n42 一句话\n",
     "产品 × 服务 = 口碑"),
    (slide("stat", item("6亿用户", "规模"), item("3万家店", "店铺")),
     "stat-2\n0 标题\n20 6亿用户\n40 规模\n21 3万家店\n41 店铺\n", "6亿用户 规模；3万家店 店铺"),
    (slide("case", item("背景", "难"), item("结果", "成"), title="嘀嘀打车", label="案例"),
     "case-2\n0 嘀嘀打车\n15 案例\n20 背景 / 难\n21 结果 / 成\n", "背景 → 结果"),
]  # fmt: skip


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize(("drawn", "words", "alt"), DRAWN, ids=[one[1][:12] for one in DRAWN])
def test_a_diagram_is_words_in_placeholders_over_a_drawing(
    drawn: Slide, words: str, alt: str, aspect: str
) -> None:
    """Every word has its placeholder, in the order of telling; the drawing is told in words."""
    (page,) = pages_of(drawn, theme("base", aspect))
    assert dump(page) == words
    assert [shape.alt for shape in page.shapes if isinstance(shape, Group)] == [alt]


CUT = [
    (pairs(7), ["problem-4", "problem-3"]),
    (slide("pyramid", *told(8)), ["pyramid-4-short", "pyramid-4-short"]),
    (slide("hub", *told(9), marks=(rich("用户"),)), ["hub-5", "hub-4"]),
    (slide("timeline", *told(9)), ["timeline-5", "timeline-4"]),
    (slide("stat", *told(6)), ["stat-3", "stat-3"]),
    (slide("case", *told(7)), ["case-4-on", "case-3"]),
    (slide("cycle", *told(9)), ["bullets-few", "bullets-few"]),  # a ring cannot be cut
    (slide("matrix", *told(5)), ["bullets-few"]),
    (slide("formula", *told(7)), ["bullets"]),
    (slide("problem", item("痛点", "", "一", "二"), item("做法", "", "三")), ["bullets-few"]),
]  # fmt: skip


@pytest.mark.parametrize(("many", "layouts"), CUT, ids=[one[0].layout for one in CUT])
def test_what_a_diagram_cannot_hold_goes_on_in_equal_parts(many: Slide, layouts: list[str]) -> None:
    """The parts are of the same kind and as equal as can be; what has no parts becomes a list."""
    pages = pages_of(many, theme())
    assert [page.layout for page in pages] == layouts


def test_the_heads_of_pairs_and_the_centre_are_told_on_every_part() -> None:
    """Problems go on under the same heads, spokes round the same centre."""
    heads = [
        [text_of(box) for box in boxes_of(page.shapes) if box.placeholder in (19, 20, 21)]
        for many in (pairs(7), slide("hub", *told(9), marks=(rich("用户"),)))
        for page in pages_of(many, theme())
    ]
    assert heads[:2] == [["痛点", "做法"]] * 2
    assert [names[0] for names in heads[2:]] == ["用户", "用户"]


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("bare", [True, False])
@pytest.mark.parametrize("count", range(3, 9))
def test_a_ring_has_an_arrow_from_node_to_node(count: int, bare: bool, aspect: str) -> None:
    """As many arrows as nodes; none of them runs into a node or off the body."""
    nodes = tuple(item(name) if bare else item(name, "一句") for name in NAMES[:count])
    look = theme("base", aspect)
    (page,) = pages_of(slide("cycle", *nodes), look)
    frames = [box.frame for box in boxes_of(page.shapes) if box.placeholder >= 20]
    paths = only(page, Path)
    ends = [path.points for path in paths if path.line]
    assert len(ends) == count
    body = high_body(look)
    low = Rect(body.x, body.y, body.width, body.height + 1000)
    assert all(low.contains(Rect(p[0].x, p[0].y, 0, 0)) for p in ends)
    assert not [
        frame
        for frame in frames
        for path in paths
        for point in (path.points[0], path.points[-1])
        if frame.contains(Rect(point.x, point.y, 0, 0))
    ]


def test_the_lines_of_a_hub_are_glued_to_centre_and_spokes() -> None:
    """Each connector goes from the middle of the centre's side to the middle of its spoke's."""
    (page,) = pages_of(slide("hub", *told(5)), theme())
    frames = {box.key: box.frame for box in boxes_of(page.shapes) if box.key}
    lines = only(page, Connector)
    assert [(line.start, line.end) for line in lines] == [("center", f"spoke{i}") for i in range(5)]
    for line in lines:
        assert line.points[0] in sides(frames[line.start])
        assert line.points[-1] in sides(frames[line.end])


def sides(frame: Rect) -> tuple[Point, Point]:
    return Point(frame.x, frame.center_y), Point(frame.right, frame.center_y)


def test_equal_things_have_equal_sizes() -> None:
    """One long text takes its whole group down the scale."""
    long = replace(item("答"), gist=rich("很长的一句话，" * 4))
    (page,) = pages_of(slide("hub", item("听", "短"), long, item("改", "短")), theme())
    sizes = {
        box.text.paragraphs[1].size_pt for box in boxes_of(page.shapes) if box.placeholder >= 20
    }
    assert len(sizes) == 1


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("name", ["ink", "wechat"])
@pytest.mark.parametrize("kind", ["pyramid", "hub", "timeline", "stat", "case", "cycle"])
def test_every_count_finds_its_place(kind: str, name: str, aspect: str) -> None:
    """From the fewest to one too many, nothing leaves its frame or the page."""
    look = theme(name, aspect)
    for count in range(1, len(NAMES) + 1):
        for page in pages_of(slide(kind, *told(count)), look):
            assert faults(page, look) == []


def test_numbers_stand_where_they_are_largest() -> None:
    """Four two by two; three that would nearly fill their columns in rows, whole ones if bare."""
    four = slide("stat", *(item(f"{n},861万台", "销量") for n in range(1, 5)))
    three = slide("stat", *(item(f"{n},000人", "团队") for n in range(1, 4)))
    bare = slide("stat", *(item(f"{n}00,000人") for n in range(1, 4)))
    (square,), (rows,) = pages_of(four, theme()), pages_of(three, theme("base", "4:3"))
    (alone,) = pages_of(bare, theme("base", "4:3"))
    found = []
    for page in (square, rows, alone):
        frames = [box.frame for box in boxes_of(page.shapes) if 20 <= box.placeholder < 40]
        found.append((page.layout, len({one.x for one in frames}), len({one.y for one in frames})))
    assert found == [("stat-4", 2, 2), ("stat-3-rows", 1, 3), ("stat-3-rows-bare", 1, 3)]


@pytest.mark.parametrize("aspect", ASPECTS)
def test_a_cycle_with_points_stays_one_in_large_type(aspect: str) -> None:
    """Four steps of three points each are a figure in the theme of the largest letters, too."""
    points = ("每天站会十五分钟", "问题当天提出", "谁提谁跟")
    steps = [item(name, "", *points) for name in ("计划", "执行", "检查", "改进")]
    pages = pages_of(slide("cycle", *steps, lead="每一环都有人"), theme("contrast", aspect))
    assert [page.layout for page in pages] == ["cycle-4-rows"]


def test_milestones_stand_where_their_words_are_largest() -> None:
    """Under the line; under one that stands higher for much to say; by turns for long dates; beside
    a line that goes down where these would be small."""
    much = "，".join(["找一百个种子用户，天天见面"] * 7)
    few = [item(f"{n}年", "上线") for n in range(2010, 2014)]
    full = [item(f"{n}年", much) for n in range(2010, 2013)]
    long = [item(f"{n}年 12月", "上线") for n in range(2010, 2016)]
    pages = [pages_of(slide("timeline", *items), theme())[0] for items in (few, full, long)]
    pages += pages_of(slide("timeline", *long), theme("base", "4:3"))
    assert [page.layout for page in pages] == [
        "timeline-4", "timeline-3-high", "timeline-6-turns", "timeline-6-down",
    ]  # fmt: skip
    sizes = {box.text.paragraphs[0].size_pt for box in boxes_of(pages[-1].shapes) if box.item >= 0}
    assert min(sizes) >= 24


def test_a_figure_stays_one_where_its_words_are_too_many() -> None:
    """It shows gists, or names alone, and cards tell the rest; no word is lost."""
    subs = [item("天天见面" * 4) for _ in range(4)]
    names = "甲乙丙丁"
    axes = (rich("重要"), rich("紧急"))
    listed = slide("matrix", *(item(name, "一句话", *subs) for name in names), marks=axes)
    long = slide("matrix", *(item(name, "一句很长的话" * 20) for name in names), marks=axes)
    for told, shown in ((listed, "甲 / 一句话"), (long, "甲")):
        first, *others = pages_of(told, theme())
        assert dump(first).splitlines()[:5] == [
            "matrix-high", "0 标题", "17 重要", "18 紧急", f"20 {shown}",
        ]  # fmt: skip
        assert {page.layout.partition("-")[0] for page in others} == {"cards"}
        words = "".join(text_of(box) for page in others for box in boxes_of(page.shapes))
        assert words.count("天天见面" * 4 if told is listed else "一句很长的话" * 20) in (4, 16)


def test_what_a_figure_leaves_out_stands_side_by_side() -> None:
    """Four cards of some points make one slide; an equation has told its signs itself."""
    gist = "说到做到，别人才敢把自己的名声押在你身上" * 2
    points = [item(words) for words in ("每周见五位用户", "每天看百条留言", "每月写一篇复盘")]
    names = ("信任", "可靠", "亲近", "无私")
    terms = [item(name, gist, *points) for name in names]
    signed = [replace(term, label=sign) for term, sign in zip(terms, " =+−", strict=True)]
    axes = (rich("重要"), rich("紧急"))
    for told in (slide("formula", *signed), slide("matrix", *terms, marks=axes)):
        first, second = pages_of(told, theme())
        assert first.kind == told.layout
        assert second.layout == "cards-4-columns"
        heads = [text_of(box).split("\n")[0] for box in boxes_of(second.shapes)]
        assert heads == ["标题", *names]


def test_terms_with_much_to_say_are_written_as_a_sum() -> None:
    """Each has a line: its sign, its tile, and at its right its text, points in a sentence."""
    gist = "说到做到，别人才敢把自己的名声押在你身上"
    points = (item("客服用真名"), item("老板自己回微博"), item("同城会一个月一次"))
    terms = (item("信任", gist), item("可靠", gist), item("亲近", "", *points), item("私心"))
    told = [replace(term, label=sign) for term, sign in zip(terms, " =+−", strict=True)]
    look = theme("base", "4:3")
    (page,) = pages_of(slide("formula", *told), look)
    assert faults(page, look) == []
    assert dump(page).splitlines() == [
        "formula-4-text-stack", "0 标题", "20 信任", f"40 {gist}", "61 =", "21 可靠", f"41 {gist}",
        "62 +", "22 亲近", "42 客服用真名；老板自己回微博；同城会一个月一次", "63 −", "23 私心",
    ]  # fmt: skip
    lines = {box.placeholder: box.frame.center_y for box in boxes_of(page.shapes)}
    assert lines[20] == lines[40] < lines[61] == lines[21] == lines[41] < lines[62]


def test_corners_with_long_lines_are_broad_on_a_narrow_page() -> None:
    """On a wide page they need not be; names alone have low corners."""
    corners = [item("连接顾客", "", "让顾客互联网化", "连得越紧黏得越牢") for _ in range(3)]
    layouts = [
        pages_of(slide("triangle", *items), theme("base", aspect))[0].layout
        for aspect in ("16:9", "4:3")
        for items in (corners, "甲乙丙")
    ]
    assert layouts == [
        "triangle-high", "triangle-bare-high", "triangle-broad-high", "triangle-bare-high",
    ]  # fmt: skip


def test_long_terms_of_an_equation_stand_in_two_rows() -> None:
    """One row as long as its words are large; two before a word is cut."""
    layouts = []
    for names in (
        ("口碑", "产品", "服务", "关系"),
        ("Trust", "Competence", "Warmth", "Self-interest"),
    ):
        terms = (item(name) for name in names)
        signs = ("", "=", "×", "÷")
        told = [replace(term, label=sign) for term, sign in zip(terms, signs, strict=True)]
        layouts.append(pages_of(slide("formula", *told), theme("base", "4:3"))[0].layout)
    assert layouts == ["formula-4", "formula-4-rows"]


def test_a_pyramid_is_wider_where_its_texts_are_short() -> None:
    """Beside words and short sentences levels are wide; a word stands nearer to the middle."""
    texts = ("要去哪里", "没想到会有，有了就惊喜" * 2, "没想到会有，有了就惊喜" * 5)
    widths = []
    for text in texts:
        (page,) = pages_of(slide("pyramid", *(item(name, text) for name in "甲乙丙")), theme())
        level = next(box for box in boxes_of(page.shapes) if box.placeholder == 22)
        widths.append((page.layout, round(level.frame.width / page.size.width, 2)))
    assert widths == [("pyramid-3-short", 0.4), ("pyramid-3-broad", 0.4), ("pyramid-3", 0.28)]
