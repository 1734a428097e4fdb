"""Figures: what makes a cycle, a pyramid, a formula … of a topic, and what must not."""

from __future__ import annotations

import pytest
from deckplan import dump, of_topic, outline, plan, topic

from deckgen.model.outline import Topic
from deckgen.model.richtext import Run, plain, rich
from deckgen.problems import Report

STORY = ("背景: 火不起来", "做法: 加价叫车", "结果: 用户爆发")
FOUR = ("听: 抱怨", "答: 当天", "改: 细节", "传: 故事")
SENTENCES = ("把微博账号当成网站一样去运营", "把微博话题当成频道一样去运营", "无论如何都不要刷屏")

CHOSEN = [
    (topic("门店", topic("痛点", "离店失联", "货架太短"), topic("做法", "推送", "二维码")),
     "problem | 门店 |  | 痛点 [离店失联, 货架太短], 做法 [推送, 二维码]",
     "'痛点' answered by '做法', pair by pair"),
    (topic("服务号", "痛点: 流程长", "解决办法: 扫码"),
     "problem | 服务号 |  | 痛点: 流程长, 解决办法: 扫码",
     "'痛点' answered by '解决办法', pair by pair"),
    (topic("内部痛点 vs 企业号做法", topic("内部痛点", "慢"), topic("企业号做法", "快")),
     "problem | 内部痛点 vs 企业号做法 |  | 内部痛点 [慢], 企业号做法 [快]",
     "'内部痛点' answered by '企业号做法', pair by pair"),
    (topic("门店的痛点与对策", "离店失联: 推送", "货架太短: 二维码"),
     "problem | 门店的痛点与对策 |  | 痛点 [离店失联, 货架太短], 对策 [推送, 二维码]",
     "2 problems, each with its remedy"),
    (topic("Plan", "Problem: slow", "Solution: scan"),
     "problem | Plan |  | Problem: slow, Solution: scan",
     "'Problem' answered by 'Solution', pair by pair"),
    (topic("听 → 答 → 改 → 听"), "cycle | 从听回到听 |  | 听, 答, 改",
     "the title is a chain of 3 that returns to its start"),
    (topic("敏捷", gist="听 → 答 → 改 → 听"), "cycle | 敏捷 |  | 听, 答, 改",
     "the gist is a chain of 3 that returns to its start"),
    (topic("服务的闭环", gist="听 → 答 → 改"), "cycle | 服务的闭环 |  | 听, 答, 改",
     "the gist is a chain of 3, the title speaks of a loop"),
    (topic("增长飞轮", "选择: 多", "流量: 大", "卖家: 来"),
     "cycle | 增长飞轮 |  | 选择: 多, 流量: 大, 卖家: 来",
     "3 points, and the title speaks of a loop"),
    (topic("Growth loop", "a: b", "c: d", "e: f"), "cycle | Growth loop |  | a: b, c: d, e: f",
     "3 points, and the title speaks of a loop"),
    (topic("需求金字塔", "尊重: 高", "安全: 低"), "pyramid | 需求金字塔 |  | 尊重: 高, 安全: 低",
     "2 points, and the title says '金字塔'"),
    (topic("需求的五个层级", "甲", "乙", "丙", "丁", "戊"),
     "pyramid | 需求的五个层级 |  | 甲, 乙, 丙, 丁, 戊",
     "5 points, and the title says '五个层级'"),
    (topic("以用户为中心的服务", *FOUR),
     "hub | 以用户为中心的服务 |  | 听: 抱怨, 答: 当天, 改: 细节, 传: 故事 | ◎用户",
     "4 short points round '用户'"),
    (topic("围绕用户的五件事", "听", "答", "改", "传", "带"),
     "hub | 围绕用户的五件事 |  | 听, 答, 改, 传, 带 | ◎用户", "5 short points round '用户'"),
    (topic("核心能力", *FOUR),
     "hub | 核心能力 |  | 听: 抱怨, 答: 当天, 改: 细节, 传: 故事 | ◎核心能力",
     "4 short points round '核心能力'"),
    (topic("重要 × 紧急", "重要且紧急: 做", "重要不紧急: 排", "紧急不重要: 托", "不重要不紧急: 丢"),
     "matrix | 重要 × 紧急 |  | 重要不紧急: 排, 重要且紧急: 做, 不重要不紧急: 丢, 紧急不重要: 托"
     " | ◎重要 ◎紧急", "four points between '重要' and '紧急'"),
    (topic("时间怎么分", *FOUR, gist="重要×紧急"),
     "matrix | 时间怎么分 |  | 听: 抱怨, 答: 当天, 改: 细节, 传: 故事 | ◎重要 ◎紧急",
     "four points between '重要' and '紧急'"),
    (topic("选题", "低价值高难度", "高价值高难度", "低价值低难度", "高价值低难度",
           gist="横轴：难度，纵轴：价值"),
     "matrix | 选题 |  | 高价值低难度, 高价值高难度, 低价值低难度, 低价值高难度 | ◎价值 ◎难度",
     "four points between '价值' and '难度'"),
    (topic("路", "2011年: 上线", "2012年8月，公众平台开放", "2014年底升为战略产品"),
     "timeline | 路 |  | 2011年: 上线, 2012年8月: 公众平台开放, 2014年底: 升为战略产品",
     "3 points that begin with a time, from '2011年' to '2014年底'"),
    (topic("年", "2010年 4月: 成立", "2010年 8月 16日，开放", "2011年: 手机"),
     "timeline | 年 |  | 2010年 4月: 成立, 2010年 8月 16日: 开放, 2011年: 手机",
     "3 points that begin with a time, from '2010年 4月' to '2011年'"),
    (topic("三个阶段", "第一阶段: 冷", "第二阶段: 热", "第三阶段: 稳"),
     "timeline | 三个阶段 |  | 第一阶段: 冷, 第二阶段: 热, 第三阶段: 稳",
     "3 points that begin with a time, from '第一阶段' to '第三阶段'"),
    (topic("一天", "早上7:00: 起", "中午12:30: 读", "晚上20:30-22:00: 记"),
     "timeline | 一天 |  | 早上7:00: 起, 中午12:30: 读, 晚上20:30-22:00: 记",
     "3 points that begin with a time, from '早上7:00' to '晚上20:30-22:00'"),
    (topic("转型", gist="企业号转型 = 企业号 + 服务号"),
     "formula | 转型 |  | 企业号转型, = 企业号, + 服务号", "the gist is an equation of 3 terms"),
    (topic("口碑 = 产品 + 服务", "产品: 发动机", "服务: 底子"),
     "formula | 口碑 |  | 口碑, = 产品: 发动机, + 服务: 底子",
     "the title is an equation of 3 terms"),
    (topic("公式", "产品 × 服务 = 口碑"), "formula | 公式 |  | 产品, × 服务, = 口碑",
     "the gist is an equation of 3 terms"),
    (topic("利润", gist="利润＝流量*转化率*客单价".replace("*", "×")),
     "formula | 利润 |  | 利润, = 流量, × 转化率, × 客单价", "the gist is an equation of 4 terms"),
    (topic("三个数字", "6亿用户: 规模", "1万多人: 队伍", "3万家店: 店铺"),
     "stat | 三个数字 |  | 6亿用户: 规模, 1万多人: 队伍, 3万家店: 店铺",
     "3 points led by a number, from '6亿用户' to '3万家店'"),
    (topic("包装盒", "六个月: 时间", "30多版: 稿子", "上百次: 打样"),
     "stat | 包装盒 |  | 六个月: 时间, 30多版: 稿子, 上百次: 打样",
     "3 points led by a number, from '六个月' to '上百次'"),
    (topic("15分钟", gist="最迟这时就得有反应"),
     "stat | 15分钟 |  | 15分钟: 最迟这时就得有反应", "the number '15分钟' stands alone"),
    (topic("案例·嘀嘀打车", *STORY),
     "case | 嘀嘀打车 |  | 背景: 火不起来, 做法: 加价叫车, 结果: 用户爆发 | #案例",
     "the title tells of the case '嘀嘀打车'"),
    (topic("四两荞麦面", "起因: 甲", "经过: 乙", "结果: 丙"),
     "case | 四两荞麦面 |  | 起因: 甲, 经过: 乙, 结果: 丙",
     "the points are '起因', '经过', '结果'"),
    (topic("Case study: Uber", "Background: a", "Action: b", "Result: c"),
     "case | Uber |  | Background: a, Action: b, Result: c | #Case study",
     "the title tells of the case 'Uber'"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "drawn", "reason"), CHOSEN, ids=[one[1][:14] for one in CHOSEN])
def test_a_figure_is_recognised_and_the_reason_told(told: Topic, drawn: str, reason: str) -> None:
    """The slide is cut for its figure: who stands where, what is a label, what is the centre."""
    (slide,) = of_topic(told)
    marks = " ".join(f"◎{plain(mark)}" for mark in slide.marks)
    extra = "".join(
        f" | {part}" for part in (marks, f"#{slide.label}" if slide.label else "") if part
    )
    assert dump((slide,)).rstrip("\n") + extra == f"t1 {drawn}"
    assert slide.reason == f"{slide.layout}: {reason}"


NOT_CHOSEN = [
    ("problem", topic("痛点在哪里", *SENTENCES)),
    ("problem", topic("门店", topic("痛点", "慢", "贵"), topic("做法", "快"))),  # no pairs
    ("problem", topic("门店", "做法: 快", "痛点: 慢")),  # the remedy first
    ("problem", topic("问题", "慢: 快", "少: 多")),
    ("cycle", topic("打破恶性循环", "甲: 一", "乙: 二", "丙: 三")),
    ("cycle", topic("循环经济", "甲: 一", "乙: 二", "丙: 三")),
    ("cycle", topic("双向沟通", "甲: 形成闭环", "乙: 二", "丙: 三")),  # in a text, not the title
    ("cycle", topic("来回", gist="听 → 答 → 听")),  # two nodes are no ring
    ("cycle", Topic((Run("a -> b -> c -> a", code=True),))),
    ("pyramid", topic("金字塔原理怎么用", "甲: 一", "乙: 二", "丙: 三")),
    ("pyramid", topic("层次不清的三种写法", "甲: 一", "乙: 二", "丙: 三")),
    ("hub", topic("客服中心", *FOUR)),
    ("hub", topic("数据中心", *FOUR)),
    ("hub", topic("以用户为中心", *FOUR[:3])),  # three
    ("hub", topic("以用户为中心", *SENTENCES, "以用户为中心要做的事情还有很多很多")),
    ("matrix", topic("重要 × 紧急", *FOUR[:3])),
    ("matrix", topic("4 × 4", *FOUR)),
    ("matrix", topic("四件事", *FOUR)),
    ("timeline", topic("2014年的三件事", "红包: 甲", "支付: 乙", "小程序: 丙")),  # in the title
    ("timeline", topic("路", "2011年: 甲", "2012年: 乙")),  # two
    ("timeline", topic("时长", "3年: 甲", "5年: 乙", "8年: 丙")),  # spans
    ("timeline", topic("人数", "2014人报名: 甲", "2015人到场: 乙", "2016人: 丙")),
    ("timeline", topic("步", "第一步: 甲", "第二步: 乙", "第三步: 丙")),
    ("formula", topic("箭头", gist="a => b + c")),
    ("formula", topic("判断", gist="a == b + c")),
    ("formula", topic("算术", gist="1 + 1 = 2")),
    ("formula", topic("不等", gist="1 + 1 > 2")),
    ("formula", topic("网址", gist="https://a.example/?c=d+e")),
    ("formula", topic("长句", gist="做好产品就等于做好了服务的一半还要多 = 甲 + 乙")),
    ("formula", Topic((Run("a = b + c", code=True),))),
    ("stat", topic("三三法则", "三个战略: 甲", "三个战术: 乙")),
    ("stat", topic("数一数", "5条经验: 甲", "3条教训: 乙")),
    ("stat", topic("店", "4S店: 甲", "3D打印: 乙")),
    ("stat", topic("网", "5G: 甲", "4K: 乙")),
    ("stat", topic("年", "2014年: 甲", "2015年: 乙")),
    ("stat", topic("人", "90后: 甲", "80后: 乙")),
    ("stat", topic("360免费杀毒", gist="反其道而行")),
    ("stat", topic("2014年", gist="那一年")),
    ("stat", topic("3个建议", gist="先听，再答，最后改")),
    ("case", topic("案例库", *FOUR)),
    ("case", topic("三个案例", *FOUR)),
    ("case", topic("案例·嘀嘀打车", gist="一个小功能")),
    ("case", topic("打车", *STORY, "启示: 抓刚需")),
    ("process", topic("规模", "1.5 亿用户在用", "2.5 亿次打开")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("layout", "told"), NOT_CHOSEN, ids=[f"{one}-{plain(two.title)[:8]}" for one, two in NOT_CHOSEN]
)
def test_a_figure_is_not_seen_where_there_is_none(layout: str, told: Topic) -> None:
    """A word in a sentence, a name, a span, a sum, code: none of them makes a figure."""
    assert layout not in [slide.layout for slide in of_topic(told)]


def test_the_authors_figure_overrules() -> None:
    """`layout:` makes a figure of points that no pattern knows, and may forbid one that it does."""
    asked = [
        of_topic(topic("服务", *FOUR, layout=layout))[0]
        for layout in ("hub", "cycle", "pyramid", "stat", "timeline", "case")
    ]
    assert [slide.reason for slide in asked] == [
        f"{slide.layout}: set in the outline" for slide in asked
    ]
    assert [plain(mark) for mark in asked[0].marks] == ["服务"]
    (told,) = of_topic(topic("案例·嘀嘀打车", *STORY, layout="cards"))
    assert (told.layout, plain(told.title)) == ("cards", "案例·嘀嘀打车")


def test_an_equation_among_other_points_has_a_slide_and_the_points_theirs() -> None:
    """Points that are not named like terms are not made their texts: they follow."""
    assert dump(of_topic(topic("口碑 = 产品 + 服务", *SENTENCES))) == (
        "t1 formula | 口碑 |  | 口碑, = 产品, + 服务\n"
        f"t1+ bullets | 口碑 |  | {', '.join(SENTENCES)}\n"
    )


def test_a_matrix_without_axes_is_a_warning() -> None:
    """The warning says how axes are written; the layout is chosen as if unasked."""
    report = Report()
    slide = plan(outline(topic("四件事", *FOUR, layout="matrix")), report).slides[1]
    assert slide.layout == "cards"
    assert [problem.message for problem in report.problems] == [
        "layout 'matrix' needs four points, and a gist such as '重要 × 紧急', "
        "and '四件事' has 4 points"
    ]


def test_a_bold_term_stays_bold() -> None:
    """An equation keeps its styles term by term."""
    gist = (*rich("口碑 = 产品 + "), Run("服务", bold=True))
    (slide,) = of_topic(Topic(rich("公式"), gist))
    assert [item.title for item in slide.items] == [
        rich("口碑"),
        rich("产品"),
        (Run("服务", bold=True),),
    ]


def test_a_figure_that_breaks_its_promise_is_a_warning() -> None:
    """五个层级 in the title, and four levels under it."""
    report = Report()
    assert plan(outline(topic("需求的五个层级", *FOUR)), report).slides[1].layout == "pyramid"
    assert [problem.message for problem in report.problems] == [
        "'需求的五个层级' promises 5, and 4 points follow"
    ]
