"""Which variant of a layout is taken: the one in which the words stand best."""

from __future__ import annotations

from dataclasses import replace

import pytest
from slides_at_hand import (
    ASPECTS,
    THEMES,
    boxes_of,
    faults,
    item,
    pages_of,
    quoting,
    slide,
    text_of,
    theme,
)

from deckgen.model.color import Color, ColorRole, Tone
from deckgen.model.deck import Slide
from deckgen.model.outline import Chart, Table
from deckgen.model.richtext import Run, plain, rich
from deckgen.model.scene import Box, Page, TableShape

TWO_LINES = "行业格局一轮一轮地变，只有与客户的关系带得走，所以研发、设计、客服都要听用户的"
NARROW = "4:3"


def only(told: Slide, aspect: str = "16:9", name: str = "base") -> Page:
    """Return the only page of a slide, which has no fault."""
    (page,) = pages_of(told, theme(name, aspect))
    assert faults(page, theme(name, aspect)) == []
    return page


def sizes(page: Page, first: int, last: int) -> set[float]:
    """Return the text sizes in the placeholders from `first` to `last`."""
    boxes = (box for box in boxes_of(page.shapes) if first <= box.placeholder <= last)
    return {line.size_pt for box in boxes for line in box.text.paragraphs}


@pytest.mark.parametrize("name", THEMES)
def test_a_lead_of_two_lines_leaves_the_drawing_alone(name: str) -> None:
    """It once made a list of every diagram on a narrow page."""
    steps = [item("听", "收上来"), item("答", "当天"), item("改", "当周")]
    assert only(slide("process", *steps, lead=TWO_LINES), NARROW, name).layout == "process-3"


def test_numbers_are_never_broken() -> None:
    """Where columns are too narrow for them, they stand under each other."""
    told = [item("1,200,000次", "每天"), item("3万家门店", "陈列"), item("98.7%", "送达")]
    assert only(slide("stat", *told[1:])).layout == "stat-2"
    for aspect in ASPECTS:
        page = only(slide("stat", *told), aspect)
        numbers = [box for box in boxes_of(page.shapes) if 20 <= box.placeholder < 40]
        assert [len(box.text.paragraphs[0].lines) for box in numbers] == [1, 1, 1]
    assert only(slide("stat", *told), NARROW).layout == "stat-3-rows"


def test_the_fewer_the_numbers_the_larger() -> None:
    told = [item("6亿用户"), item("15分钟"), item("3万家")]
    pages = [only(slide("stat", *told[:count])) for count in (1, 2, 3)]
    assert [sizes(page, 20, 29) for page in pages] == [{96}, {72}, {54}]


def test_a_quotation_has_the_lowest_frame_that_holds_it() -> None:
    """So its speaker stands right below it."""
    two = "台风口上，猪也能飞，前提是先要找对地方、站对时候"
    texts = ("少即是多", two, "一句话" * 16, TWO_LINES * 4)
    layouts = [only(quoting(text, by="雷军")).layout for text in texts]
    assert layouts == ["quote-1", "quote-2", "quote-4", "quote"]


@pytest.mark.parametrize("name", THEMES)
def test_stressed_words_of_a_statement_are_on_one_line(name: str) -> None:
    """Smaller, if need be; and the rule beside two lines is no taller than they are."""
    lead = (Run("过剩的年代，竞争"), Run("只认第一", bold=True), Run("，不设亚军"))
    page = only(replace(slide("statement"), lead=lead), NARROW, name)
    (words,) = (box.text.paragraphs[0] for box in boxes_of(page.shapes) if box.placeholder == 1)
    assert sum("只认第一" in plain(line.runs) for line in words.lines) == 1
    assert page.layout != "statement"


def test_names_alone_are_large() -> None:
    """Spokes and panels without a text have layouts of their own."""
    assert only(slide("hub", "研发", "设计", "客服")).layout == "hub-3-bare"
    assert only(slide("hub", "研发", item("设计", "听用户的"))).layout == "hub-2"
    page = only(slide("compare", "线上", "线下"))
    assert (page.layout, sizes(page, 20, 21)) == ("compare-bare", {40})


def test_a_matrix_may_have_unnamed_axes() -> None:
    told = slide("matrix", *"甲乙丙丁")
    assert only(told).layout == "matrix-bare-high"
    assert only(replace(told, lead=rich("先后"))).layout == "matrix-bare"
    assert only(replace(told, marks=(rich("重要"), rich("紧急")))).layout == "matrix-high"


def test_a_long_divider_keeps_its_title_large() -> None:
    """The number stands higher, so that two lines have room."""
    long = "公众号运营规则与群发限制下的内容运营"
    short, page = only(slide("section", title="序")), only(slide("section", title=long), NARROW)
    assert (short.layout, page.layout) == ("section", "section-long")
    assert min(sizes(page, 0, 0)) >= 32


def test_facts_on_a_cover_are_never_broken() -> None:
    """They stand in one line, or in a line each."""
    facts = ("读书会 张三、李四、王小明", "2026-11-21", "《微信思维》谢晓萍主编")
    told = slide("title", *facts)
    wide, narrow = (
        [text_of(box) for box in only(told, aspect).shapes if box.placeholder == 13]
        for aspect in ASPECTS
    )
    assert (wide, narrow) == (["　·　".join(facts)], ["\n".join(facts)])


def test_the_name_of_a_case_is_read_first() -> None:
    """Its panel is its own ground, so nothing is drawn before it."""
    page = only(slide("case", item("背景", "没有名气"), item("做法", "找一百个人"), title="小米"))
    first = page.shapes[0]
    assert isinstance(first, Box)
    assert (first.placeholder, text_of(first)) == (0, "小米")
    assert first.fill is not None


def test_the_book_stands_beside_all_its_facts() -> None:
    """More facts than a page holds go on beside the same book."""
    facts = [item(f"事项{n}", TWO_LINES[:20]) for n in range(12)]
    pages = pages_of(slide("reading", item("书", "《参与感》"), *facts), theme("base", NARROW))
    assert len(pages) > 1
    assert all(
        text_of(box) == "书\n《参与感》" for p in pages for box in p.shapes if box.name == "书"
    )


def test_a_list_keeps_the_jumps_of_its_rows() -> None:
    """An agenda whose words are too many for rows leads on all the same."""
    long = TWO_LINES * 9
    pages = pages_of(slide("agenda", item(long, target="t1"), item(long, target="t2")), theme())
    links = {
        run.link
        for page in pages
        for box in boxes_of(page.shapes)
        for line in box.text.paragraphs
        for run in line.runs
    }
    assert {page.layout for page in pages} == {"bullets"}
    assert links == {"", "#t1", "#t2"}


def test_a_list_is_no_larger_than_its_title() -> None:
    title = "用户模式大于工程模式，口碑的铁三角是产品、社会化媒体和用户关系三件事，缺一件都立不起来"
    page = only(slide("bullets", "短句", title=title), NARROW)
    (size,) = sizes(page, 0, 0)
    assert max(sizes(page, 1, 1)) <= size


def test_short_cells_stay_whole_beside_a_long_text() -> None:
    """Who wants least room gets it first."""
    rows = (("条款", "一句话", "来自"), ("河流条款", TWO_LINES * 2, "第10章"))
    table = Table(tuple(tuple(map(rich, row)) for row in rows))
    page = only(replace(slide("table"), exhibits=(table,)), NARROW)
    (shape,) = [one for one in page.shapes if isinstance(one, TableShape)]
    lines = [len(cell.text.paragraphs[0].lines) for cell in shape.cells[1]]
    assert (lines[0], lines[2]) == (1, 1)


def test_points_stand_below_a_chart_of_many_categories() -> None:
    """Beside it, the months' names would be broken."""
    months = tuple(f"{n}月" for n in range(1, 13))
    chart = Chart("line", months, (("论坛", tuple(map(float, range(12)))),))
    told = replace(slide("chart", "一直在涨"), exhibits=(chart,))
    assert [only(told, aspect).layout for aspect in ASPECTS] == ["chart-text", "chart-below"]
    few = replace(
        told, exhibits=(replace(chart, categories=months[:3], series=(("论", (1.0, 2.0, 3.0)),)),)
    )
    assert only(few, NARROW).layout == "chart-text"


def test_a_heading_keeps_to_one_line_where_that_costs_little() -> None:
    """Two steps smaller at most; a card's text follows its heading."""
    cards = [item(name, "让用户进来") for name in ("开放参与节点", "设计互动方式", "扩散口碑事件")]
    page = only(slide("cards", *cards), NARROW)
    heads = [
        box.text.paragraphs[0]
        for box in page.shapes
        if isinstance(box, Box) and box.placeholder >= 20
    ]
    assert [len(head.lines) for head in heads] == [1, 1, 1]
    assert [plain(head.runs) for head in heads] == ["开放参与节点", "设计互动方式", "扩散口碑事件"]


def test_rows_fill_the_page_with_a_hairline_between_them() -> None:
    """Three rows are as high as the page allows; a lone one has no number, and larger words."""
    for count, lines in ((1, 0), (2, 1), (3, 2), (6, 5)):
        page = only(slide("questions", *"甲乙丙丁戊己"[:count]))
        assert len(theme().layouts[page.layout].shapes) == lines
        assert len([box for box in boxes_of(page.shapes) if box.name.startswith("序号")]) == (
            count if lines else 0
        )
    three, lone = only(slide("questions", *"甲乙丙")), only(slide("questions", "甲"))
    assert max(box.frame.bottom for box in boxes_of(three.shapes)) == theme().grid.body.bottom
    assert (sizes(three, 200, 299), sizes(lone, 200, 299)) == ({32}, {54})


def test_a_narrow_page_has_rows_in_one_column() -> None:
    """Two columns would break each name after five characters."""
    wide, narrow = (only(slide("agenda", *"甲乙丙丁戊己庚"), aspect) for aspect in ASPECTS)
    lefts = [{box.frame.x for box in boxes_of(page.shapes) if box.name[:2] == "条目"}
             for page in (wide, narrow)]  # fmt: skip
    assert [len(left) for left in lefts] == [2, 1]


def test_a_statement_stands_beside_a_rule_as_tall_as_it() -> None:
    """It has the lowest height in which it is large; a theme that centres it draws no rule."""
    for lead, layout in (("少即是多", "-1"), (TWO_LINES[:30], "-2"), (TWO_LINES * 4, "")):
        page = only(slide("statement", lead=lead))
        (rule,) = theme().layouts[page.layout].shapes
        (box,) = [box for box in boxes_of(page.shapes) if box.placeholder == 1]
        assert page.layout == "statement" + layout
        assert isinstance(rule, Box)
        assert (rule.frame.y, rule.frame.height) == (box.frame.y, box.frame.height)
    assert theme("book").layouts["statement-1"].shapes == ()


def test_stressed_words_of_a_statement_are_told_by_colour() -> None:
    """In a theme whose statements are bold, bold alone says nothing."""
    told = replace(slide("statement"), lead=(*rich("竞争"), Run("只认第一", bold=True)))
    (box,) = [box for box in boxes_of(only(told).shapes) if box.placeholder == 1]
    colours = [run.color for run in box.text.paragraphs[0].runs]
    assert colours == [None, Color(ColorRole.ACCENT1, Tone.INK)]


def test_few_points_are_large_and_far_apart() -> None:
    few, many = (only(slide("bullets", *["一句话"] * count)) for count in (3, 7))
    assert [(page.layout, sizes(page, 1, 1)) for page in (few, many)] == [
        ("bullets-few", {28}), ("bullets", {20}),
    ]  # fmt: skip


def test_many_facts_stand_in_rows() -> None:
    """Tiles where they are large; else a label and what it says on a line, the last one higher."""
    few = [item("书名", "《参与感》"), item("作者", "黎万强"), item("用时", "两小时")]
    many = [*few, *(item(f"事项{n}", "说了十来个字的一件事") for n in range(5))]
    long = [*few, item("方法", "精读"), item("目标", (TWO_LINES * 2)[:60])]
    longer = [*few, *many[3:5], item("目标", TWO_LINES[:30] * 3)]
    layouts = [only(slide("reading", *facts)).layout for facts in (few, many, long, longer)]
    assert layouts == [
        "reading-3",
        "reading-8-rows",
        "reading-5-rows-long",
        "reading-6-rows-longer",
    ]
    page = only(slide("reading", *many))
    assert len({size for idx in (21, 41) for size in sizes(page, idx, idx)}) == 1


def test_a_ring_with_much_to_say_stands_in_two_rows() -> None:
    """Four nodes of a list each once became a list; arrows run round them, the last one up."""
    nodes = [item(name, "", "定三个目标", "写在墙上", "人人看见") for name in "PDCA"]
    page = only(slide("cycle", *nodes, lead="每一环都有人"))
    assert page.layout == "cycle-4-rows"
    first, second, third, fourth = (
        box.frame for box in boxes_of(page.shapes) if box.placeholder >= 20
    )
    assert (first.x, second.x, first.y, third.y) == (fourth.x, third.x, second.y, fourth.y)
    assert only(slide("cycle", *(replace(node, items=()) for node in nodes), lead="一")).layout == (
        "cycle-4-bare"
    )


def test_only_the_end_of_a_case_stands_out() -> None:
    """A story that goes on has no step in the accent's colour before its last page."""
    steps = [item(name, "走访三十家门店，记下顾客每一次皱眉") for name in "摸挑试复推奖沉"]
    pages = pages_of(slide("case", *steps), theme())
    fills = [
        [box.fill for box in boxes_of(page.shapes) if 20 <= box.placeholder < 30] for page in pages
    ]
    assert [page.layout for page in pages] == ["case-4-on", "case-3"]
    assert len(set(map(repr, fills[0]))) == 1
    assert fills[1][-1] != fills[1][0]


def test_lists_of_different_length_stand_in_low_panels_where_they_are_short() -> None:
    """Panels as high as the page were half empty under two points."""
    left, right = item("以前", "", "卖货", "收钱", "走人"), item("现在", "", "来往", "服务")
    assert only(slide("compare", left, right)).layout == "compare-lists"
    long = item("以前", "", *["联想卖货，顾客拿走，两边再没有来往"] * 6)
    assert only(slide("compare", long, right)).layout == "compare"
