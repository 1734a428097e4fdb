"""Which layout a topic gets, and the reason that is told; and what must not be taken for it."""

from __future__ import annotations

import pytest
from deckplan import dump, of_topic, outline, plan, topic

from deckgen.model.outline import Quote, Topic
from deckgen.model.richtext import Run, plain, rich
from deckgen.problems import Report

SIDES = (topic("过去", "渠道为王", "流量分发"), topic("现在", "产品为王", "口碑推荐"))
THREE = ("产品: 发动机", "媒体: 加速器", "关系: 信任")
SENTENCES = ("把微博账号当成网站一样去运营", "把微博话题当成频道一样去运营", "无论如何都不要刷屏")

AGAINST = "compare: the title sets '试错' against '试对'"
CORNERS = "triangle: three points, and the title speaks of a triangle or three elements"
CHOSEN = [
    (topic("变化", *SIDES), "compare: two opposed points '过去' and '现在'"),
    (topic("变化", "现在的消费者: 场景", "过去的消费者: 流量"),
     "compare: two opposed points '现在' and '过去'"),
    (topic("两种班底", "传统班底: 懂行", "互联网班底: 懂人"),
     "compare: two opposed points '传统' and '互联网'"),
    (topic("一横一纵", "横向: 认识", "纵向: 经营"),
     "compare: two opposed points '横向' and '纵向'"),
    (topic("转变", "旧思维: 卖货", "新思维: 交朋友"), "compare: two opposed points '旧' and '新'"),
    (topic("Plan", "Before: slow", "After: fast"),
     "compare: two opposed points 'before' and 'after'"),
    (topic("试错 vs 试对", "甲: 碰运气", "乙: 听用户"), AGAINST),
    (topic("试错VS试对", "甲: 碰运气", "乙: 听用户"), AGAINST),
    (topic("口碑铁三角", *THREE), CORNERS),
    (topic("互联网精神三要素", *THREE), CORNERS),
    (topic("七字诀", gist="专注 → 极致 → 口碑 → 快"), "process: the gist is a chain of 4"),
    (topic("专注 -> 极致 --> 口碑 => 快"), "process: the title is a chain of 4"),
    (topic("用户→产品→口碑"), "process: the title is a chain of 3"),
    (topic("敏捷", "第一步: 听", "第二步: 答", "第三步: 改"), "process: 3 numbered steps"),
    (topic("敏捷", "1. 听见需求", "2. 马上回应"), "process: 2 numbered steps"),
    (topic("讨论", "怎么看", "怎么办"), "questions: the title is '讨论'"),
    (topic("思考题", "怎么看", "怎么办"), "questions: the title is '思考题'"),
    (topic("提问：三件事", "怎么看", "怎么办"), "questions: the title is '提问：三件事'"),
    (topic("回头看", "买过什么？", "为什么买?"), "questions: all 2 points are questions"),
    (topic("一句话", gist="用户第一"), "statement: a gist and no points"),
    (topic("用户第一"), "statement: a title alone"),
    (topic("雷军说", gist="“站在风口上，猪也能飞。”——雷军"),
     "quote: words of '雷军' in quotation marks"),
    (topic("“站在风口上，猪也能飞。”—雷军"), "quote: words of '雷军' in quotation marks"),
    (topic("风口", exhibits=(Quote(rich("猪也能飞")),)), "quote: it holds a quotation"),
    (topic("四句", "狠: 逼自己", "准: 抓刚需", "紧: 盯产品", "敢: 毁三观"),
     "cards: 4 parallel points with a gist or short points each"),
    (topic("法则", topic("战略", "爆品", "粉丝"), topic("战术", "节点", "互动")),
     "cards: 2 parallel points with a gist or short points each"),
    (topic("品牌", "知名度", "美誉度", "忠诚度"), "cards: 3 parallel points of a few characters"),
    (topic("微博", *SENTENCES), "bullets: points of running text"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "reason"), CHOSEN, ids=lambda value: str(value)[:9])
def test_a_topic_is_recognised_and_the_reason_told(told: Topic, reason: str):
    """Each kind of topic has its layout, named first in the reason."""
    (slide,) = of_topic(told)
    assert (slide.layout, slide.reason) == (reason.split(":")[0], reason)


NOT_CHOSEN = [
    ("compare", topic("变化", "我们过去三年: 忙", "到现在为止: 闲")),  # inside, not at the start
    ("compare", topic("变化", "过去: 慢", "现在: 快", "未来: 更快")),  # three
    ("compare", topic("变化", "过去", "现在")),  # words alone, nothing on either side
    ("compare", topic("来客", "旧书: 便宜", "新闻: 好看")),  # 旧 and 新 before different words
    ("compare", topic("then", "thence: a", "nowhere: b")),
    ("compare", topic("CVS 和 EVS", "甲: 一", "乙: 二")),
    ("triangle", topic("长三角的三家店", *THREE)),
    ("triangle", topic("口碑铁三角", *THREE, "服务: 根本")),
    ("process", topic("运营", "拉新 → 沉淀 → 转化的路要一步步走", *SENTENCES)),
    ("process", Topic((Run("a -> b -> c", code=True),))),
    ("process", topic("流量 → 场景")),
    ("process", topic("规模", "1.5 亿用户在用", "2.5 亿次打开")),
    ("process", topic("规模", "2. 听见", "3. 回应")),  # does not start at one
    ("questions", topic("思考方式的转变", *SENTENCES)),
    ("questions", topic("讨论区运营", *SENTENCES)),
    ("questions", topic("回头看", "买过什么？", *SENTENCES)),
    ("quote", topic("“风口”是什么")),
    ("cards", topic("七件", *(f"第{n}: 说明" for n in "甲乙丙丁戊己庚"))),
    ("cards", topic("长话", "甲: " + "长" * 61, "乙: 短")),
]


@pytest.mark.parametrize(("layout", "told"), NOT_CHOSEN, ids=lambda value: str(value)[:9])
def test_a_topic_is_not_taken_for_what_it_is_not(layout: str, told: Topic):
    """A word at the wrong place, a number too many, an arrow in code: no layout comes of it."""
    assert layout not in [slide.layout for slide in of_topic(told)]


def test_a_chain_as_title_becomes_steps_under_a_title_of_its_ends():
    """The chain is not said twice: the slide is titled with where it starts and ends."""
    told = topic("找餐厅 → 点菜 → **买单**".replace("**", ""), notes="慢慢讲")
    assert dump(of_topic(told)) == "t1 process | 从找餐厅到买单 |  | 找餐厅, 点菜, 买单\n"
    english = of_topic(topic("ask -> answer -> mend"))
    assert dump(english) == "t1 process | From ask to mend |  | ask, answer, mend\n"


def test_points_of_a_chain_become_the_text_of_its_steps():
    """As many points as parts: a point named like its part says its gist, others say all."""
    told = topic("拉新 → 沉淀 → 转化", "拉新: 靠微博", "论坛: 老用户的家", "写文章")
    assert dump(of_topic(told)) == (
        "t1 process | 从拉新到转化 |  | 拉新: 靠微博, 沉淀: 论坛：老用户的家, 转化: 写文章\n"
    )


def test_other_points_of_a_chain_follow_on_their_own_slide():
    """Where the counts differ, the points come after the steps, under the same title."""
    told = topic("拉新 → 沉淀 → 转化", "微博运营要投入重兵才行", "不要刷屏，不要骚扰用户")
    assert dump(of_topic(told)) == (
        "t1 process | 从拉新到转化 |  | 拉新, 沉淀, 转化\n"
        "t1+ bullets | 从拉新到转化 |  | 微博运营要投入重兵才行, 不要刷屏，不要骚扰用户\n"
    )


def test_a_chain_keeps_its_styles_part_by_part():
    """Bold words stay bold in their step."""
    gist = (Run("传统痛点 → "), Run("好产品", bold=True), Run(" → 入口"))
    (slide,) = of_topic(Topic(rich("入口"), gist))
    assert [item.title for item in slide.items] == [
        (Run("传统痛点"),),
        (Run("好产品", bold=True),),
        (Run("入口"),),
    ]


def test_the_number_of_a_step_is_its_label():
    """`1.` goes into the label; a bare 第一步 with its gist stays as it is."""
    (slide,) = of_topic(topic("敏捷", "1. 听见需求", "2. 马上回应"))
    assert [(item.label, plain(item.title)) for item in slide.items] == [
        ("1", "听见需求"),
        ("2", "马上回应"),
    ]


def test_the_authors_layout_overrules():
    """`layout:` is taken as it stands, and the reason says whose choice it was."""
    (slide,) = of_topic(topic("变化", *SIDES, layout="bullets"))
    assert (slide.layout, slide.reason) == ("bullets", "bullets: set in the outline")


def test_a_layout_that_cannot_hold_the_points_is_a_warning():
    """The warning names the line's words and the counts; the layout is chosen as if unasked."""
    report = Report()
    five = topic("五个角", *(f"{n}: 说明" for n in "甲乙丙丁戊"), layout="triangle")
    slide = plan(outline(five), report).slides[1]
    assert slide.layout == "cards"
    assert [str(problem) for problem in report.problems] == [
        "<outline>: warning: layout 'triangle' needs exactly three points, "
        "and '五个角' has 5 points"
    ]


def test_words_that_are_a_top_topic_are_not_said_twice():
    """Their section bears them; the slide is titled with who said them."""
    assert dump(of_topic(topic("“站在风口上，猪也能飞。”——雷军"))) == (
        "t1 quote | 雷军 |  | “站在风口上，猪也能飞。”雷军\n"
    )


def test_an_asked_quote_takes_the_gist_as_the_words():
    """`layout: quote` makes a quotation of a gist without marks."""
    told = topic("风口", gist="猪也能飞", layout="quote")
    assert dump(of_topic(told)) == "t1 quote | 风口 |  | “猪也能飞”\n"
