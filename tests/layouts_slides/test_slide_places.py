"""How slides are placed: counts, fall-backs, long words, and what goes on to the next page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from patience import patience
from slides_at_hand import (
    ASPECTS,
    THEMES,
    boxes_of,
    dump,
    faults,
    item,
    lost,
    pages_of,
    quoting,
    slide,
    text_of,
    theme,
)

from deckgen.finishing import number
from deckgen.model.deck import Item, Slide
from deckgen.model.outline import Quote
from deckgen.model.richtext import Run, plain, rich
from deckgen.model.scene import Box, Connector, Group, Scene
from deckgen.problems import Report

# every theme is seen, the two page shapes taking turns; one theme is seen in both
LOOKS = [("ink", "4:3"), *((name, ASPECTS[i % 2]) for i, name in enumerate(THEMES))]
LOOKS = sorted({*LOOKS, ("ink", "16:9")})
LONG_GIST = "微信连接一切，服务重新定义用户。" * 125  # 2,000 characters
LONG_TITLE = "口碑的铁三角是产品社会化媒体和用户关系" * 11  # some 200
URL = "https://example.com/" + "a1b2c3d4e5" * 28  # 300
COUNTED = ("agenda", "reading", "cards", "process", "questions", "takeaways", "bullets")


def words(count: int, gist: str = "说明这一点的一句话") -> list:
    return [item(f"要点{number}", gist) for number in range(1, count + 1)]


def names_of(told: Slide, aspect: str = "16:9", name: str = "base") -> list[str]:
    """Return the layouts of a slide's pages."""
    return [page.layout for page in pages_of(told, theme(name, aspect))]


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("layout", COUNTED)
@pytest.mark.product
def test_any_number_of_items_is_shown(layout: str, look: tuple[str, str]) -> None:
    """From one to thirty: all words are there, in their frames, and each page says less."""
    drawn = theme(*look)
    for count in (*range(1, 14), 20, 30):
        told = slide(layout, *words(count))
        pages = pages_of(told, drawn)
        assert [fault for page in pages for fault in faults(page, drawn)] == []
        assert lost(told, pages) == ""


def test_each_count_has_its_layout() -> None:
    """A handful of short items is drawn in the layout made for so many."""
    assert [names_of(slide("cards", *words(n)))[0] for n in range(1, 8)] == [
        "bullets-few", "cards-2-low", "cards-3-low", "cards-4", "cards-5", "cards-6", "cards-4",
    ]  # fmt: skip
    assert names_of(slide("agenda", *words(7, ""))) == ["agenda-7"]
    assert names_of(slide("takeaways", *words(8))) == ["takeaways-8"]
    assert names_of(slide("questions", *words(6, ""))) == ["questions-6"]
    assert names_of(slide("process", *words(5, ""))) == ["process-5-bare"]
    assert names_of(slide("process", *words(3))) == ["process-3"]
    assert names_of(slide("reading", *words(6))) == ["reading-6"]


def test_more_than_a_page_holds_is_shared_out_evenly() -> None:
    """Never six and one: seven cards are four and three, thirteen rows seven and six."""
    assert names_of(slide("cards", *words(7))) == ["cards-4", "cards-3-low"]
    assert names_of(slide("agenda", *words(13, ""))) == ["agenda-7", "agenda-6"]
    assert names_of(slide("process", *words(11, ""))) == ["process-6-bare", "process-5-bare"]


def test_a_narrow_page_has_fewer_steps_in_a_row() -> None:
    """On 4:3 five chevrons would hold two characters a line each."""
    wide, narrow = theme("base", "16:9"), theme("base", "4:3")
    tops = {
        look.grid.page: [look.layouts["process-5"].placeholder(20 + i).frame.y for i in range(5)]
        for look in (wide, narrow)
    }
    assert [len(set(tops[look.grid.page])) for look in (wide, narrow)] == [1, 2]
    assert "process-10" in wide.layouts
    assert "process-9" not in narrow.layouts


def test_a_step_smaller_spares_a_lone_character() -> None:
    """Text that ends in one character alone is set smaller, if its lines then end well."""
    told = item("产品", "", item("一年只做一款爆品"), item("MVP先上线"), item("每周五更新"))
    (page,) = pages_of(slide("cards", told, item("内容"), item("渠道")), theme("book", "4:3"))
    (card, *_) = (shape for shape in page.shapes if shape.placeholder == 20)
    lines = [[plain(line.runs) for line in one.lines] for one in card.text.paragraphs]
    assert lines == [["产品"], ["一年只做一款", "爆品"], ["MVP先上线"], ["每周五更新"]]


def test_rows_that_are_too_small_stand_in_whole_panels() -> None:
    """Five rows line up while their words are large; a long one has them listed, larger."""
    rows = ["看网页", "用鼠标和键盘", "广告按次计价", "门户网站是入口", "一天上网两小时"]
    told = [
        slide("compare", item("过去", "", *one), item("现在", "", *rows))
        for one in (rows, [*rows[:4], "人人都从首页进去，一页一页翻看"])
    ]
    pages = [pages_of(one, theme("base", "4:3"))[0] for one in told]
    assert [page.layout for page in pages] == ["compare-5", "compare"]


def test_long_names_of_sections_stand_in_one_column() -> None:
    """Two columns are for names that have a line each; minutes are never larger than names."""
    long = item("公众号运营规则与群发限制下的内容运营", "14 分钟")
    agendas = [(item("序", "2 分钟"),) * 7, (long, *(item("序", "2 分钟"),) * 6)]
    pages = [pages_of(slide("agenda", *items), theme())[0] for items in agendas]
    assert [page.layout for page in pages] == ["agenda-7", "agenda-7-long"]
    sizes = {box.placeholder: box.text.paragraphs[0].size_pt for box in boxes_of(pages[1].shapes)}
    assert sizes[300] <= sizes[200]


def test_rows_keep_their_numbers_over_pages() -> None:
    """The second page of questions goes on counting."""
    pages = pages_of(slide("questions", *words(8, "")), theme())
    numbers = [text_of(box) for page in pages for box in page.shapes if "序号" in box.name]
    assert numbers == [f"{number:02d}" for number in range(1, 9)]


def test_what_a_drawn_layout_cannot_hold_is_a_list() -> None:
    """Long gists in cards, four corners, one step: the words go into bullets, with a note."""
    report = Report()
    told = slide("cards", *words(3, LONG_GIST[:700]))
    pages = pages_of(told, theme(), report)
    assert {page.layout for page in pages} == {"bullets"}
    assert lost(told, pages) == ""
    assert "'标题' is set as a list, cards are full" in [p.message for p in report.problems]
    assert names_of(slide("triangle", "甲", "乙", "丙", "丁")) == ["bullets-few"]
    assert names_of(slide("compare", "甲", "乙", "丙")) == ["bullets-few"]
    assert names_of(slide("process", "甲")) == ["bullets-few"]
    assert names_of(slide("quote", "甲")) == ["bullets-few"]


def test_a_list_is_cut_between_items_and_the_pages_are_even() -> None:
    """Ten lines are five and five; a lead stands on the first page only."""
    points = [f"第{n}点说得长了一些，半页宽的一行里放不下这么多字" for n in range(10)]
    one, two = pages_of(slide("bullets", *points, lead="先说这一句"), theme())
    assert dump(one) == f"bullets-few\n0 标题\n14 先说这一句\n1 {' / '.join(points[:5])}\n"
    assert dump(two) == f"bullets-few\n0 标题\n1 {' / '.join(points[5:])}\n"


def test_many_short_points_stand_in_two_columns() -> None:
    """Ten points of a few words are one page of two columns; forty are three, all even."""
    (page,) = pages_of(slide("bullets", *(f"要点{n}" for n in range(10))), theme())
    assert dump(page) == (
        "bullets-2\n0 标题\n1 要点0 / 要点1 / 要点2 / 要点3 / 要点4\n"
        "2 要点5 / 要点6 / 要点7 / 要点8 / 要点9\n"
    )
    pages = pages_of(slide("bullets", *(f"要点{n}" for n in range(40))), theme())
    told = [[len(box.text.paragraphs) for box in [*boxes_of(page.shapes)][1:]] for page in pages]
    assert told == [[7, 7], [7, 6], [7, 6]]


def test_points_with_points_stay_in_one_column() -> None:
    """So do points of which one takes two lines in half the width."""
    nested = [item("甲", "", "乙"), *(item(f"要点{n}") for n in range(10))]
    assert {page.layout for page in pages_of(slide("bullets", *nested), theme())} == {"bullets"}


def test_nine_lines_fill_a_page_to_its_edge() -> None:
    """The space before each item is counted: nine one-line items once ran over by 10 pt."""
    told = slide("bullets", *(f"要点{n}" for n in range(9)))
    for look in LOOKS:
        pages = pages_of(told, theme(*look))
        assert [fault for page in pages for fault in faults(page, theme(*look))] == []


def test_a_point_with_many_points_says_its_heading_again() -> None:
    """An item is cut between the items under it; its gist is said once."""
    told = slide("bullets", item("五项修炼", "彼得圣吉", *(f"第{n}项修炼" for n in range(14))))
    one, two = pages_of(told, theme())
    assert text_of(one.shapes[-1]).startswith("五项修炼：彼得圣吉\n第0项修炼")
    assert text_of(two.shapes[-1]).startswith("五项修炼\n第")
    assert lost(told, [one, two]) == ""


def test_the_points_under_a_heading_are_shared_out_evenly() -> None:
    """Eleven points under one heading are six and five, not eight and three."""
    pages = pages_of(slide("bullets", item("案例", "", *(f"第{n}步" for n in range(11)))), theme())
    assert [len(page.shapes[-1].text.paragraphs) for page in pages] == [7, 6]


def test_a_long_footer_ends_on_its_line() -> None:
    """A section's title may be long; what it says stands in full on its own slide."""
    (page,) = pages_of(replace(slide("bullets", "甲"), footer=LONG_TITLE), theme())
    assert page.footer.endswith("…")
    assert LONG_TITLE.startswith(page.footer[:-1])
    assert 50 < len(page.footer) < 70
    (page,) = pages_of(replace(slide("bullets", "甲"), footer="参与感\n口碑"), theme())
    assert page.footer == "参与感 口碑"


def test_the_first_of_many_points_may_be_longer_than_a_page() -> None:
    """It is cut between its sentences, under its heading; the others follow."""
    told = slide("bullets", item("案例", "", LONG_GIST[:800], "结尾一", "结尾二"))
    pages = pages_of(told, theme())
    assert [fault for page in pages for fault in faults(page, theme())] == []
    assert all(text_of(page.shapes[-1]).startswith("案例\n") for page in pages)
    assert text_of(pages[-1].shapes[-1]).endswith("\n结尾一\n结尾二")
    assert lost(told, pages) == ""


def test_long_text_is_cut_after_a_sentence() -> None:
    """Every page but the last ends with a full stop; numbers are no ends of sentences."""
    pages = pages_of(slide("bullets", LONG_GIST), theme())
    assert len(pages) > 3
    assert {text_of(page.shapes[-1])[-1] for page in pages} == {"。"}
    lengths = [len(text_of(page.shapes[-1])) for page in pages]
    assert max(lengths) < 2 * min(lengths)
    text = "价格是 3.14159 元，一共有 1,000,000 份" * 60
    shown = [text_of(page.shapes[-1]) for page in pages_of(slide("bullets", text), theme())]
    assert len(shown) > 2
    assert all(page[-1] in "，份元 " for page in shown[:-1])


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize(
    "told",
    [
        slide("bullets", "甲", title=LONG_TITLE),
        slide("statement", title=LONG_TITLE),
        slide("section", title=LONG_TITLE, lead="节"),
        slide("cards", *words(9), title=LONG_TITLE),
        slide("bullets", *words(30), title=LONG_TITLE[:84]),
        slide("bullets", "甲", title=LONG_TITLE * 10),
        slide("statement", lead=LONG_GIST),
        slide("bullets", "甲", lead=LONG_GIST),
        slide("cards", item("甲", LONG_GIST), "乙", "丙"),
        slide("process", item("甲", LONG_GIST), item("乙", "丙")),
        slide("section", "甲", "乙", lead=LONG_GIST),
        slide("title", "作者", lead=LONG_GIST),
        quoting(LONG_GIST, by="某人"),
        quoting("甲", lead=LONG_GIST),
        quoting("甲", "乙", by="某人"),
        slide("bullets", URL),
        slide("cards", URL, URL, URL),
        slide("triangle", URL, URL, URL),
        slide("compare", item(URL, "甲"), item("乙", URL)),
        slide("statement", lead=URL, title=URL),
        slide("closing", item("网址", URL)),
        slide("agenda", URL, "甲", "乙"),
    ],
    ids=lambda told: f"{told.layout}-{len(plain(told.title))}-{len(plain(told.lead))}",
)
@pytest.mark.product
def test_long_words_and_texts_are_shown_whole(told: Slide, look: tuple[str, str]) -> None:
    """Titles of 200 characters, gists of 2,000, an address of 300: nothing lost or too high."""
    drawn = theme(*look)
    pages = pages_of(told, drawn)
    assert [fault for page in pages for fault in faults(page, drawn)] == []
    assert lost(told, pages) == ""


def test_titles_of_split_slides_leave_room_for_their_mark() -> None:
    """A title that fills its frame is cut where the slide goes on: （2/3） stands after it."""
    full = next(
        LONG_TITLE[:count]
        for count in range(200, 0, -1)
        if names_of(slide("statement", lead="甲", title=LONG_TITLE[:count])) == ["statement-1"]
    )
    (whole,) = pages_of(slide("bullets", "甲", title=full), theme())
    assert whole.title == full
    one, two = pages_of(slide("bullets", *(["甲"] * 20), title=full), theme())
    assert len(one.title) < len(full)
    assert one.title == two.title
    assert text_of(one.shapes[-1]).startswith(full[len(one.title) :])


@pytest.mark.parametrize("layout", ["cards", "bullets", "questions"])
def test_marked_titles_stay_in_their_frames(layout: str) -> None:
    """Whatever the title's length, its frame holds it with （1/2） after it."""
    for count in range(60, 100):
        pages = pages_of(slide(layout, *words(20, ""), title=LONG_TITLE[:count]), theme())
        finished = number.apply(Scene(tuple(pages)), theme(), Report()).pages
        assert finished[0].title.endswith(f"（1/{len(pages)}）")
        assert [fault for page in finished for fault in faults(page, theme())] == []


@pytest.mark.parametrize(
    "points",
    [
        (item("甲", "一句话"), item("乙", "又一句")),
        (item("甲", "", "子一", "子二"), item("乙")),
        (item("甲", "", "子一", "子二"),),
        ("甲", "乙"),
    ],
)
@pytest.mark.parametrize(
    "layout", ["title", "section", "agenda", "reading", "takeaways", "closing"]
)
def test_a_frame_of_the_talk_shows_all_that_its_author_says_on_it(
    layout: str, points: tuple[Item | str, ...]
) -> None:
    """`layout: section` asked for: gists and points of points, too, on a list where need be."""
    told = slide(layout, *points, label="02" if layout == "section" else "")
    assert lost(told, pages_of(told, theme())) == ""


def test_a_divider_never_lists_the_sections_as_its_points() -> None:
    """A long name is told there as far as a line goes; a list without room is left out."""
    sections = [item(title, target="s1") for title in ("甲", LONG_TITLE)]
    short, long = slide("section", *"甲乙丙", label="02"), slide("section", *sections)
    (one,), (other,) = pages_of(short, theme()), pages_of(long, theme())
    assert [text_of(box) for box in one.shapes] == ["标题", "02", "甲", "乙", "丙"]
    *head, shortened = [text_of(box) for box in other.shapes]
    assert head == ["标题", "甲"]
    assert shortened.endswith("…")
    assert LONG_TITLE.startswith(shortened[:-1])
    listed = (item(f"第{n}节", target="s1") for n in range(11))
    many = slide("section", *listed, lead=LONG_GIST)
    assert "第3节" not in "".join(text_of(box) for p in pages_of(many, theme()) for box in p.shapes)


def test_labels_of_steps_are_said() -> None:
    """第一步 is the author's word: it stands in the chevron, and in the list that replaces it."""
    steps = [item("听", label="第一步"), item("答", label="第二步")]
    (page,) = pages_of(slide("process", *steps), theme())
    assert [text_of(box) for box in page.shapes[2:]] == ["第一步 听", "第二步 答"]
    (listed,) = pages_of(slide("process", steps[0]), theme())
    assert text_of(listed.shapes[-1]) == "第一步 听"


def test_quotations_that_do_not_stand_alone_are_listed() -> None:
    """Two quotations, or one beside points, are set as a list with their speakers."""
    (page,) = pages_of(quoting("少即是多", "多即是少", by="某人"), theme())
    assert text_of(page.shapes[-1]) == "少即是多\n——某人\n多即是少\n——某人"


def test_links_are_kept() -> None:
    """A row jumps as a whole; in cards and lists the title carries the address."""
    rows = slide("agenda", item("甲", target="s2"), item("乙", link="https://a.io"))
    (page,) = pages_of(rows, theme())
    assert [box.link for box in page.shapes if "条目" in box.name] == ["#s2", "https://a.io"]
    for layout in ("cards", "bullets", "compare", "process", "triangle"):
        told = slide(layout, item("甲", link="https://a.io"), *"乙丙"[: 1 + (layout != "compare")])
        (page,) = pages_of(told, theme())
        runs = [
            run
            for box in boxes_of(page.shapes)
            for line in box.text.paragraphs
            for run in line.runs
        ]
        assert Run("甲", link="https://a.io") in runs, layout


def test_chevrons_say_the_chain_once() -> None:
    """The arrows are one group, named by the whole chain, under the words."""
    (page,) = pages_of(slide("process", "拉新", "沉淀", "转化"), theme())
    (group,) = [shape for shape in page.shapes if isinstance(shape, Group)]
    assert (group.alt, len(group.shapes)) == ("拉新 → 沉淀 → 转化", 3)
    assert page.shapes.index(group) < page.shapes.index(
        next(shape for shape in page.shapes if "步骤" in shape.name)
    )


def test_the_sides_of_a_triangle_are_glued() -> None:
    """Three lines join the three corners, from edge to edge."""
    (page,) = pages_of(slide("triangle", "甲", "乙", "丙"), theme())
    lines = [shape for shape in page.shapes if isinstance(shape, Connector)]
    assert {(line.start, line.end, line.name) for line in lines} == {
        ("corner0", "corner1", "甲—乙"),
        ("corner0", "corner2", "甲—丙"),
        ("corner1", "corner2", "乙—丙"),
    }
    keys = {shape.key: shape.frame for shape in boxes_of(page.shapes) if shape.key}
    for line in lines:
        for key, point in ((line.start, line.points[0]), (line.end, line.points[-1])):
            frame = keys[key]
            assert frame.x <= point.x <= frame.right
            assert frame.y <= point.y <= frame.bottom


def test_what_a_slide_carries_along_goes_with_it() -> None:
    """Notes stand on the first page only; section, accent and footer on all."""
    told = replace(slide("cards", *words(9)), notes=(), footer="参与感", section=2)
    pages = pages_of(told, theme())
    assert [(page.footer, page.section) for page in pages] == [("参与感", 2)] * 2
    assert [page.key for page in pages] == ["t1", "t1~2"]


@pytest.mark.parametrize(
    ("lang", "signed"),
    [
        ("zh-CN", "——纽波特，深度工作，第 26 页"),
        ("zh-TW", "——纽波特，深度工作，第 26 頁"),
        ("en", "——纽波特, 深度工作, p. 26"),
    ],
)
@pytest.mark.parametrize("layout", ["quote", "bullets"])
def test_a_quotation_is_signed_in_the_outlines_language(
    layout: str, lang: str, signed: str
) -> None:
    """On its own slide and in a list, our marks and our word for a page, the author's words."""
    quote = Quote(rich("少即是多"), "纽波特", "深度工作", "26")
    told = replace(slide(layout), exhibits=(quote,))
    (page,) = pages_of(told, replace(theme(), lang=lang))
    words = "\n".join(text_of(box) for box in page.shapes if isinstance(box, Box))
    assert signed in words.split("\n")


def test_deep_items_stay_within_the_nine_levels() -> None:
    """A list style has nine levels; deeper text takes the last."""
    deep = item("底")
    for _ in range(14):
        deep = item("层", "", deep)
    pages = pages_of(slide("bullets", deep), theme())
    levels = [line.level for page in pages for line in page.shapes[-1].text.paragraphs]
    assert max(levels) == 8


def test_thousands_of_items_and_characters_take_seconds() -> None:
    """A long list and a long text are cut in linear time."""
    with patience(6):
        told = slide("bullets", *(f"要点{n}" for n in range(3_000)))
        assert len(pages_of(told, theme())) > 150
        assert len(pages_of(slide("bullets", LONG_GIST * 20), theme())) > 50
