"""The author's own numbers are the numbering: 第一章 never stands beside a number of deckgen's."""

from __future__ import annotations

import pytest
from deckplan import dump, outline, plan, topic

from deckgen.model.richtext import plain, rich
from deckgen.planning.deck._ordinal import ordinal
from deckgen.planning.deck.counts import promise


@pytest.mark.parametrize(
    ("title", "number", "words"),
    [
        ("第一章 由内而外", "一", "由内而外"),
        ("第3節：參與感", "3", "參與感"),
        ("第十二讲 · 口碑", "十二", "口碑"),
        ("第一部分 产品", "一", "产品"),
        ("一、先听", "一", "先听"),
        ("（二）写作", "二", "写作"),
        ("(3) 写作", "3", "写作"),
        ("1. 杠杆率", "1", "杠杆率"),
        ("2、边际", "2", "边际"),
        ("01 先听再说", "01", "先听再说"),
        ("③ 改", "③", "改"),
        ("Part 1: Why", "1", "Why"),
        ("part2 how", "2", "how"),
        ("Chapter IV The end", "IV", "The end"),
        ("法则6：做自媒体", "6", "做自媒体"),
        ("規則三 快", "三", "快"),
        ("第壹章 起", "壹", "起"),
        ("第貳回 承", "貳", "承"),
        ("第一章", "一", ""),
    ],
)
def test_a_number_of_the_authors(title, number, words):
    """It is told from the words after it."""
    assert ordinal(title) == (number, words)


@pytest.mark.parametrize(
    "title",
    [
        "一个人的朝圣",
        "七个习惯",
        "3 个理由",
        "2014年的微信",
        "1.5 亿用户",
        "第一次创业",
        "第一性原理",
        "十年一觉",
        "Partner 1",
        "Day-1 mindset",
        "weekend",
        "三体读后感",
        "习惯的力量",
        "第一部分析报告",
        "",
    ],
)
def test_what_is_no_number(title):
    """A number that belongs to the words stays among them."""
    assert ordinal(title) == ("", title)


def book(*titles):
    """Return the plan of chapters with two slides each."""
    points = (topic("甲", gist="话", minutes=1), topic("乙", gist="话", minutes=1))
    return plan(outline(*(topic(title, *points) for title in titles)))


def test_an_agenda_counts_as_the_author_does():
    """The number is the label, once; a preface has none, and dividers count nothing."""
    deck = book("序言", "第一章 由内而外", "第二章 积极主动")
    agenda = next(slide for slide in deck.slides if slide.layout == "agenda")
    assert [(item.label, plain(item.title)) for item in agenda.items] == [
        ("", "序言"),
        ("一", "由内而外"),
        ("二", "积极主动"),
    ]
    dividers = [slide for slide in deck.slides if slide.layout == "section"]
    assert [(slide.label, plain(slide.title)) for slide in dividers] == [
        ("", "序言"),
        ("", "第一章 由内而外"),
        ("", "第二章 积极主动"),
    ]


def test_a_number_that_comes_twice_is_a_name():
    """Titles stay whole, and nothing is counted beside them."""
    deck = book("缘起", "法则6·需求", "法则6·狠", "法则7·期待")
    agenda = next(slide for slide in deck.slides if slide.layout == "agenda")
    assert [(item.label, plain(item.title)) for item in agenda.items] == [
        ("", "缘起"),
        ("", "法则6·需求"),
        ("", "法则6·狠"),
        ("", "法则7·期待"),
    ]


def test_a_number_alone_is_a_title():
    """第一节 is all that the title says, so deckgen counts."""
    deck = book("第一节", "第二节", "第三节")
    agenda = next(slide for slide in deck.slides if slide.layout == "agenda")
    assert [(item.label, plain(item.title)) for item in agenda.items] == [
        ("01", "第一节"),
        ("02", "第二节"),
        ("03", "第三节"),
    ]


def test_without_numbers_deckgen_counts():
    """Titles with none are numbered, dividers too."""
    deck = book("产品", "服务", "口碑")
    assert [slide.label for slide in deck.slides if slide.layout == "section"] == ["01", "02", "03"]
    assert "01 产品" in dump(deck.slides)


def takeaways(*topics):
    """Return label, title and gist of each takeaway."""
    slides = plan(outline(*topics, title=rich("书"))).slides
    (slide,) = (one for one in slides if one.layout == "takeaways")
    return [(item.label, plain(item.title), plain(item.gist)) for item in slide.items]


def test_takeaways_count_as_the_author_does():
    """No number stands beside the author's, and none beside a name that comes twice."""
    assert takeaways(
        topic("序", gist="甲"), topic("第一章 起", gist="乙"), topic("第二章 承", gist="丙")
    ) == [("", "序", "甲"), ("一", "起", "乙"), ("二", "承", "丙")]
    assert takeaways(
        topic("法则6·甲", gist="甲"), topic("法则6·乙", gist="乙"), topic("法则7·丙", gist="丙")
    ) == [("", "法则6·甲", "甲"), ("", "法则6·乙", "乙"), ("", "法则7·丙", "丙")]


def test_takeaways_beside_a_list_of_bare_topics():
    """Each gist stands with its own section, though five topics before it are one."""
    bare = map(topic, "甲乙丙丁戊")
    assert takeaways(*bare, topic("己", gist="一"), topic("庚", gist="二")) == [
        ("01", "己", "一"),
        ("02", "庚", "二"),
    ]


def test_an_agenda_shortens_what_is_a_sentence():
    """An entry is a line; the whole title stands on its slide."""
    long = "作者先讲了一个很长的故事，说的是一位老师傅怎样用二十年的时间把一件小事做到别人追不上"
    deck = book(
        "第一节", long, "Why a title of this length is far too long to be one line of an agenda"
    )
    agenda = next(slide for slide in deck.slides if slide.layout == "agenda")
    assert [plain(item.title) for item in agenda.items] == [
        "第一节",
        "作者先讲了一个很长的故事，说的是一位老师傅怎样用二十年的时…",
        "Why a title of this length is far too long to be one line o…",
    ]
    assert [plain(slide.title) for slide in deck.slides if slide.layout == "section"][1] == long


@pytest.mark.parametrize(
    "title",
    [
        "七个习惯概述",
        "七个原则简介",
        "第二章 七个原则",
        "一、七个原则",
        "五条原則總覽",
        "两个要点的区别",
    ],
)
def test_what_is_treated_is_no_promise(title):
    """The number belongs to the thing, not to a list."""
    assert promise(title) == 0


@pytest.mark.parametrize(("title", "count"), [("七个原则", 7), ("参与感三三法则", 0), ("五条", 5)])
def test_a_promise_stays_one(title, count):
    """A title that ends with the number and its things promises a list."""
    assert promise(title) == count
