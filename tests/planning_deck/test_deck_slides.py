"""From topics to slides: which are slides, which stay lines, and what frames the talk."""

from __future__ import annotations

import pytest
from deckplan import at, dump, of_topic, outline, plan, topic

from deckgen.model.color import accent
from deckgen.model.deck import Properties, Section
from deckgen.model.outline import Book, DeckOptions, Quote, Reading, Talk, Topic
from deckgen.model.richtext import Paragraph, Run, plain, rich
from deckgen.problems import Report

SIDES = (topic("过去", "渠道为王", "流量分发"), topic("现在", "产品为王", "口碑推荐"))
EXAMPLE = outline(
    topic(
        "口碑铁三角",
        "产品: 口碑的发动机",
        topic("社会化媒体", "微博拉新", "论坛沉淀", "微信做客服"),
        "用户关系: 信任越高，传播越广",
        gist="产品是发动机，社会化媒体是加速器，用户关系是信任的底座",
        layout="triangle",
        notes="先讲产品：产品是 1，品牌营销是后面的 0。",
    ),
    topic("七字诀", gist="专注 → 极致 → 口碑 → 快"),
    topic("过去 vs 现在", *SIDES),
    topic("讨论", "你上一次主动推荐的产品是什么？", "为什么推荐？", layout="questions"),
    title=rich("口碑铁三角"),
    subtitle=rich("《参与感》读书分享"),
    author="读书会",
    date="2026-11-21",
    book=Book("参与感", "黎万强", pages="1-98"),
    reading=Reading("2015-12-28", "", 120, "精读", "口碑从哪里来"),
    talk=Talk(25, "产品读书会"),
)


def test_the_example_of_the_language():
    """The example of the outline language, as a whole plan."""
    report = Report()
    deck = plan(EXAMPLE, report)
    assert dump(deck.slides) == (
        "cover title | 口碑铁三角 | 《参与感》读书分享 | 分享人 读书会, 日期 2026-11-21\n"
        "reading reading | 阅读记录 |  | 书名: 《参与感》, 作者: 黎万强, 页码: 1-98, "
        "时间: 2015-12-28, 用时: 2 小时, 方法: 精读, 目标: 口碑从哪里来\n"
        "agenda agenda | 目录 |  | 01 口碑铁三角: 14 分钟 →t1, 02 七字诀: 2 分钟 →t2, "
        "03 过去 vs 现在: 4 分钟 →t3, 04 讨论: 4 分钟 →t4\n"
        "t1 triangle | 口碑铁三角 | 产品是发动机，社会化媒体是加速器，用户关系是信任的底座 | "
        "产品: 口碑的发动机, 社会化媒体 [微博拉新, 论坛沉淀, 微信做客服], "
        "用户关系: 信任越高，传播越广\n"
        "t2 process | 七字诀 |  | 专注, 极致, 口碑, 快\n"
        "t3 compare | 过去 vs 现在 |  | 过去 [渠道为王, 流量分发], 现在 [产品为王, 口碑推荐]\n"
        "t4 questions | 讨论 |  | 你上一次主动推荐的产品是什么？, 为什么推荐？\n"
        "takeaways takeaways | 要点回顾 |  | "
        "01 口碑铁三角: 产品是发动机，社会化媒体是加速器，用户关系是信任的底座 →t1, "
        "02 七字诀: 专注 → 极致 → 口碑 → 快 →t2\n"
        "closing closing | 谢谢 | 欢迎讨论《参与感》\n"
    )
    assert report.problems == ()


def test_sections_cover_the_deck():
    """Front matter, each top topic and the ending are sections, in order, from slide 0."""
    deck = plan(EXAMPLE)
    assert deck.sections == (
        Section("开场", "front", 0),
        Section("口碑铁三角", "t1", 3),
        Section("七字诀", "t2", 4),
        Section("过去 vs 现在", "t3", 5),
        Section("讨论", "t4", 6),
        Section("总结", "ending", 7),
    )
    assert [slide.section for slide in deck.slides] == [-1, -1, -1, 1, 2, 3, 4, 5, 5]
    assert [slide.accent for slide in deck.slides[3:7]] == [accent(n) for n in range(4)]


def test_a_section_shows_its_list_whole():
    """Where some points are worth a slide and some are not, all are named first."""
    told = topic(
        "零售",
        "小额: 没有负担",
        "高频: 养成习惯",
        topic("入口", gist="公式", notes="讲慢点"),
        topic("对比", *SIDES),
        "收尾的一句话",
        gist="要点",
        notes="开头",
    )
    slides = of_topic(told)
    assert dump(slides) == (
        "s1 section | 零售 | 要点\n"
        "t1 bullets | 零售 |  | 小额: 没有负担, 高频: 养成习惯, 入口: 公式, "
        "对比 [过去, 现在] →t1.4, 收尾的一句话\n"
        "t1.4 compare | 对比 |  | 过去 [渠道为王, 流量分发], 现在 [产品为王, 口碑推荐]\n"
    )
    assert slides[0].label == "01"
    assert plain(slides[0].notes[0].runs) == "开头"


def test_below_a_section_the_parent_gives_the_overview():
    """A slide inside a section lists its points; those with a slide of their own jump to it."""
    told = topic(
        "渠道",
        topic("药店", topic("扫码", gist="快", notes="演示"), "小票: 付款", gist="从药盒开始"),
    )
    assert dump(of_topic(told)) == (
        "s1 section | 渠道\n"
        "t1.1 cards | 药店 | 从药盒开始 | 扫码: 快 →t1.1.1, 小票: 付款\n"
        "t1.1.1 statement | 扫码 | 快\n"
    )


def test_levels_below_the_second_are_slides():
    """What a slide cannot show at two levels goes on, slide by slide; a list of one is a lead."""
    told = topic("一", topic("二", topic("三", topic("四", topic("五", "六", "七")), "旁")))
    assert dump(of_topic(told)) == (
        "s1 section | 一\n"
        "t1.1 statement | 二 | 三\n"
        "t1.1.1 bullets | 三 |  | 四 →t1.1.1.1, 旁\n"
        "t1.1.1.1 bullets | 四 | 五 | 六, 七\n"
    )


def test_a_chain_is_a_slide_among_slides_and_a_line_among_lines():
    """A bare chain takes a slide only where its neighbours do."""
    line = topic("七字诀", gist="专注 → 极致 → 口碑")
    slide = topic("产品", gist="发动机", notes="慢讲")
    assert dump(of_topic(topic("口碑", line, "产品: 发动机"))) == (
        "t1 cards | 口碑 |  | 七字诀: 专注 → 极致 → 口碑, 产品: 发动机\n"
    )
    assert dump(of_topic(topic("口碑", line, slide))) == (
        "s1 section | 口碑\n"
        "t1.1 process | 七字诀 |  | 专注, 极致, 口碑\n"
        "t1.2 statement | 产品 | 发动机\n"
    )


def test_points_of_one_figure_stay_together():
    """Notes of a side or corner do not tear it out: they go under its title into the notes."""
    told = topic(
        "口碑铁三角",
        topic("产品", gist="发动机", notes="先讲"),
        topic("媒体", gist="加速器"),
        topic("关系", gist="信任", notes="后讲\n再问"),
    )
    (slide,) = of_topic(told)
    assert slide.layout == "triangle"
    assert slide.notes[:3] == (
        Paragraph((Run("产品", bold=True), Run("："), Run("先讲"))),
        Paragraph((Run("关系", bold=True), Run("："), Run("后讲"))),
        Paragraph(rich("再问")),
    )


def test_a_side_with_deeper_points_is_shown_and_told():
    """A figure keeps the points of a side that goes deeper, and jumps to the slide of that side."""
    inside = topic("内部", topic("员工", "学习成本", "刚需"), topic("管理者", "实时", "透明"))
    told = topic("信息不对称", inside, topic("外部", "客户", "供应商"))
    assert dump(of_topic(told)) == (
        "s1 section | 信息不对称\n"
        "t1 compare | 信息不对称 |  | 内部 [员工, 管理者] →t1.1, 外部 [客户, 供应商]\n"
        "t1.1 cards | 内部 |  | 员工 [学习成本, 刚需], 管理者 [实时, 透明]\n"
    )


def test_a_takeaway_is_no_longer_than_a_point() -> None:
    """Of a long gist its first sentence is taken; of a long sentence nothing but the title."""
    sentence = "用户自己说出来的话，才是口碑。"
    deck = plan(
        outline(
            topic("甲", gist="一句话"),
            topic("乙", gist=sentence + "广告再大声，也只是自己说自己" * 5),
            topic("丙", gist="话越说越长，" * 12),
        )
    )
    (slide,) = [slide for slide in deck.slides if slide.key == "takeaways"]
    told = [(plain(item.title), plain(item.gist), item.target) for item in slide.items]
    assert told == [("甲", "一句话", "t1"), ("乙", sentence, "t2"), ("丙", "", "t3")]


def test_takeaways_need_gists():
    """Where most sections have no gist, there is nothing to take away."""
    told = outline(topic("甲", gist="说"), topic("乙", "一"), topic("丙", "一"))
    assert [slide.key for slide in plan(told).slides] == [
        "cover", "agenda", "t1", "t2", "t3", "closing",
    ]  # fmt: skip


def test_a_quotation_has_a_slide_before_the_points():
    """A topic with a quotation and points is both, under its divider."""
    told = topic(
        "顺势", "看大势", "等风来", exhibits=(Quote(rich("猪也能飞"), "雷军"),), gist="借力"
    )
    assert dump(of_topic(told)) == (
        "s1 section | 顺势 | 借力\n"
        "t1 quote | 顺势 |  | “猪也能飞”雷军\n"
        "t1.1+ bullets | 顺势 |  | 看大势, 等风来\n"
    )


def test_branches_of_the_map_are_left_out():
    """`only: map` keeps a topic out of the deck, at every level; keys keep the outline's count."""
    deck = plan(
        outline(
            topic("图", only="map"),
            topic("讲", Topic(rich("枝"), only="map"), topic("点", gist="说", notes="慢")),
        )
    )
    assert dump(deck.slides[1:-1]) == "s2 section | 讲\nt2.2 statement | 点 | 说\n"


def test_dividers_say_where_we_are():
    """Each divider lists all sections; its own has the divider's number."""
    deck = plan(outline(topic("甲", topic("一", gist="说", notes="慢")), topic("乙", gist="说")))
    divider = deck.slides[1]
    assert dump((divider,)) == "s1 section | 甲 |  | 01 甲 →s1, 02 乙 →t2\n"
    assert divider.label == "01"


@pytest.mark.parametrize(
    ("options", "items"),
    [
        (DeckOptions(map=True), "书 [01 甲 →s1, 02 乙 →t2] →map"),
        (DeckOptions(dividers="map"), "书 [01 甲 →s1, 02 乙 →t2]"),
        (DeckOptions(map=True, dividers="list"), "01 甲 →s1, 02 乙 →t2"),
    ],
)
def test_dividers_show_the_map(options: DeckOptions, items: str) -> None:
    """Where the deck has one, or where they are told to; its root leads to the map's own slide."""
    told = outline(
        topic("甲", topic("一", gist="说", notes="慢")), topic("乙", gist="说"), deck=options
    )
    divider = next(slide for slide in plan(told).slides if slide.layout == "section")
    assert dump((divider,)) == f"s1 section | 甲 |  | {items}\n"


def test_jumps_lead_to_the_slide_that_shows_the_topic():
    """`#id` becomes the slide's key, for a topic that is a line as well; others lose the link."""
    deck = plan(
        outline(
            topic("甲", Topic(rich("线"), id="line"), topic("点", gist="说", notes="慢", id="dot")),
            Topic(
                rich("乙"), (Run("见", link="#dot"), Run("或", link="#line"), Run("无", link="#x"))
            ),
            topic("丙", Topic(rich("去"), link="#dot"), Topic(rich("外"), link="http://a.b")),
        )
    )
    by_key = {slide.key: slide for slide in deck.slides}
    assert [run.link for run in by_key["t2"].lead] == ["#t1.2", "#t1", ""]
    assert [(i.target, i.link) for i in by_key["t3"].items] == [("t1.2", ""), ("", "http://a.b")]


def test_a_topics_own_link_is_on_its_title():
    """A slide's link is its title's."""
    (slide,) = of_topic(topic("官网", gist="看", link="http://a.b"))
    assert slide.title == (Run("官网", link="http://a.b"),)


def test_no_agenda_when_it_is_not_wanted_or_not_needed():
    """Fewer than three sections, or `agenda: false`: none."""
    three = [topic(name, gist="说") for name in "甲乙丙"]
    keys = [slide.key for slide in plan(outline(*three[:2])).slides]
    assert keys == ["cover", "t1", "t2", "closing"]
    silent = outline(*three, deck=DeckOptions(agenda=False))
    assert [slide.key for slide in plan(silent).slides] == [
        "cover", "t1", "t2", "t3", "takeaways", "closing",
    ]  # fmt: skip


def test_a_list_of_many_sections_is_no_agenda():
    """Two slides of an agenda are an overview; beyond that there is none, and a note says so."""
    for count, has_agenda in ((24, True), (25, False)):
        report = Report()
        deck = plan(outline(*(topic(f"第{n}节", gist="说") for n in range(count))), report)
        assert ("agenda" in [slide.key for slide in deck.slides]) is has_agenda
        notes = [str(problem) for problem in report.problems]
        assert notes == [
            "a.yaml:1:1: note: 25 sections are too many for an agenda, so there is none"
        ] * (not has_agenda)


def test_cover_closing_and_properties_tell_the_head():
    """The book is a fact of the cover unless the title names it; the closing has the contact."""
    told = outline(
        topic("甲", tags=("一", "二")),
        topic("乙", tags=("二", "三")),
        book=Book("参与感"),
        author="小林",
        contact="a@b.c",
        link="https://a.b",
    )
    deck = plan(told)
    assert dump((deck.slides[0], deck.slides[-1])) == (
        "cover title | 书 |  | 分享人 小林, 书名 《参与感》\n"
        "closing closing | 谢谢 | 欢迎讨论《参与感》 | 联系 a@b.c, 链接 https://a.b\n"
    )
    assert deck.properties == Properties("书", "小林", "《参与感》", "一, 二, 三", "zh-CN", "")


def test_an_english_outline_speaks_english():
    """The planner's own words follow the outline's language."""
    told = outline(
        *(topic(name, gist="x") for name in "abc"), lang="en", book=Book("Flow", "M. C.")
    )
    assert [plain(s.title) for s in plan(told).slides if len(s.key) > 2] == [
        "书", "About the book", "Agenda", "Takeaways", "Thank you",
    ]  # fmt: skip


def test_slides_know_their_line():
    """A slide has its topic's origin, the cover the title's."""
    told = at(topic("甲", at(topic("线一"), 4), "线二", at(topic("点", gist="x", minutes=1), 6)), 3)
    lines = {slide.key: slide.origin.line for slide in plan(outline(told)).slides}
    assert lines == {"cover": 1, "s1": 3, "t1": 3, "t1.3": 6, "closing": 1}


def test_build_goes_down_the_tree():
    """`build` holds for a topic and all below, and for all when the deck says so; not dividers."""
    points = [
        topic("点", "一", "二", "三三三三三三三三三三三三三", notes="x", build=True),
        "二",
        "三",
    ]
    assert builds(topic("甲", *points)) == {"s1": False, "t1": False, "t1.1": True}
    assert builds(topic("甲", *points, build=True)) == {"s1": False, "t1": True, "t1.1": True}
    whole = topic("点", "一", "二", notes="x", build=False)
    told = outline(topic("甲", whole, "二", "三"), deck=DeckOptions(build=True))
    assert {slide.key: slide.build for slide in plan(told).slides} == {
        "cover": False, "s1": False, "t1": True, "t1.1": False, "closing": False,
    }  # fmt: skip


def builds(told):
    return {slide.key: slide.build for slide in of_topic(told)}


BROTHERS = ("互惠", "承诺", "喜好", "权威", "稀缺")


def six(odd):
    """Return a topic of six equals, one of which looks like something else."""
    return topic("六个原理", *(topic(name, "甲乙丙", "丁戊己", "庚辛壬") for name in BROTHERS), odd)


@pytest.mark.parametrize(
    "odd",
    [
        topic("从众", "大家都在排队吗？", "评分高就一定好吗？"),
        topic("從眾", "大家都在排隊嗎？", "評分高就一定好嗎？"),
        topic("Proof", "Is there a queue?", "Is it any good?"),
        topic("从众", "甲乙", "丙丁", notes="慢点讲"),
        topic("从众", "甲: 一", "乙: 二", "丙: 三"),
        topic("从众", gist="一句话", notes="慢点讲"),
    ],
)
def test_one_odd_point_tears_no_list(odd):
    """Questions, notes and told points of one among equals leave the list one slide."""
    (slide,) = of_topic(six(odd))
    assert [plain(item.title) for item in slide.items] == [*BROTHERS, plain(odd.title)]


@pytest.mark.parametrize(
    "odd",
    [
        topic("从众", topic("深", topic("更深", "一", "二"), "三"), "四"),
        topic("从众", Topic(rich("图"), exhibits=(Quote(rich("一句")),)), "四"),
        topic("从众", *(f"第{n}点要说的话" for n in "一二三四五六")),
        topic("从众", *SIDES),
        topic("从众", gist="一句话", minutes=3),
    ],
)
def test_what_needs_a_slide_follows_the_whole_list(odd):
    """The list names all six; what its card cannot hold comes after it."""
    slides = of_topic(six(odd))
    assert [slide.layout for slide in slides[:1]] == ["section"]
    assert [plain(item.title) for item in slides[1].items] == [*BROTHERS, "从众"]
    assert [item.target for item in slides[1].items if item.target] == [slides[2].key]


def test_what_follows_is_not_told_twice():
    """Of a point that says much, the list gives the name; of another, its points' titles too."""
    many = topic("从众", *(f"第{n}点要说的话" for n in "一二三四五六"))
    deep = topic("深", topic("更深", topic("最深", "一")), "二")
    slides = of_topic(six(many))
    assert [plain(sub.title) for sub in slides[1].items[-1].items] == []
    slides = of_topic(six(deep))
    assert [plain(sub.title) for sub in slides[1].items[-1].items] == ["更深", "二"]


def test_where_most_have_a_slide_all_have_one():
    """A preface among chapters has a slide of its own, as they have."""
    chapters = [topic(name, gist="话", minutes=1) for name in ("一章", "二章", "三章")]
    slides = of_topic(topic("书", topic("序", "甲", "乙"), topic("跋", gist="完"), *chapters))
    titles = [plain(slide.title) for slide in slides]
    assert titles == ["书", "序", "跋", "一章", "二章", "三章"]


def test_many_bare_topics_are_a_list():
    """Five titles in a row with nothing below are one slide; four are slides of one line."""
    many = plan(outline(*map(topic, "甲乙丙丁戊"), topic("己", gist="话"), title=rich("金句")))
    assert dump(many.slides).splitlines()[1:3] == [
        "t1 cards | 金句 |  | 甲, 乙, 丙, 丁, 戊",
        "t6 statement | 己 | 话",
    ]
    assert [section.title for section in many.sections][1:3] == ["金句", "己"]
    few = plan(outline(*(topic(name) for name in "甲乙丙丁")))
    assert [slide.layout for slide in few.slides[1:-1]].count("statement") == 4
