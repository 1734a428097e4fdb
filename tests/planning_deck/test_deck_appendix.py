"""Hidden slides after the last one, and how one slide gives way to the next."""

from __future__ import annotations

import pytest
from deckplan import dump, outline, plan, topic

from deckgen.model.outline import DeckOptions, Talk
from deckgen.model.richtext import rich
from deckgen.problems import Report

SPARE = topic("备用", "数据: 来自年报", "算法: 见第八章", appendix=True, id="spare", minutes=9)
TALK = (
    topic("甲", gist="一"),
    SPARE,
    topic("乙", topic("点", "明", "暗", topic("细", gist="不讲", appendix=True), notes="x"), "线"),
    topic("丙", gist="三"),
)


def test_an_appendix_stands_hidden_after_the_last_slide():
    """Its slides have a section of their own; neither agenda nor dividers nor takeaways name it."""
    deck = plan(outline(*TALK))
    assert dump(deck.slides) == (
        "cover title | 书\n"
        "agenda agenda | 目录 |  | 01 甲: 1 分钟 →t1, 02 乙: 1 分钟 →s3, 03 丙: 1 分钟 →t4\n"
        "t1 statement | 甲 | 一\n"
        "s3 section | 乙 |  | 01 甲 →t1, 02 乙 →s3, 03 丙 →t4\n"
        "t3 bullets | 乙 |  | 点 [明, 暗] →t3.1, 线\n"
        "t3.1 bullets | 点 |  | 明, 暗\n"
        "t4 statement | 丙 | 三\n"
        "takeaways takeaways | 要点回顾 |  | 01 甲: 一 →t1, 02 丙: 三 →t4\n"
        "closing closing | 谢谢 | 欢迎讨论\n"
        "x1 cards | 备用 |  | 数据: 来自年报, 算法: 见第八章\n"
        "x2 statement | 细 | 不讲\n"
    )
    assert [slide.key for slide in deck.slides if slide.hidden] == ["x1", "x2"]
    assert [(section.key, section.first) for section in deck.sections] == [
        ("front", 0), ("t1", 2), ("s3", 3), ("t4", 6), ("ending", 7), ("appendix", 9),
    ]  # fmt: skip
    assert [slide.section for slide in deck.slides[-3:]] == [4, 5, 5]


def test_an_appendix_takes_no_time():
    """Neither the minutes that its topics set nor its words count, and no note tells them."""
    report = Report()
    deck = plan(outline(*TALK, talk=Talk(5)), report)
    assert round(sum(slide.minutes for slide in deck.slides), 1) == 5
    assert [(slide.minutes, slide.notes) for slide in deck.slides if slide.hidden] == [(0, ())] * 2
    assert report.problems == ()


def test_the_last_slides_notes_name_what_is_hidden():
    """The speaker finds each slide of the appendix in the notes of the closing one, as a jump."""
    closing = plan(outline(*TALK)).slides[-3]
    assert [[(run.text, run.link) for run in line.runs] for line in closing.notes] == [
        [("附录：", ""), ("备用", "#x1"), (" · ", ""), ("细", "#x2")],
        [("时间：约 0.1 分钟", "")],
    ]


def test_a_link_jumps_into_the_appendix():
    """`#id` of a hidden topic leads to its slide."""
    deck = plan(outline(topic("甲", "一", topic("二", link="#spare"), "三"), SPARE))
    assert [item.target for item in deck.slides[1].items] == ["", "x1", ""]


def test_a_talk_of_nothing_but_an_appendix():
    """The cover and the closing slide are all that is presented."""
    deck = plan(outline(SPARE))
    assert [(slide.key, slide.hidden) for slide in deck.slides] == [
        ("cover", False), ("closing", False), ("x1", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "slides", "divider"),
    [("fade", "fade", "push"), ("push", "push", "rise"), ("none", "", "")],
)
def test_slides_give_way_alike_and_sections_their_own_way(asked, slides, divider):
    """The transition is the outline's; a divider comes in otherwise, and `none` is honoured."""
    deck = plan(outline(*TALK, title=rich("书"), deck=DeckOptions(transition=asked)))
    assert {slide.transition for slide in deck.slides if slide.layout != "section"} == {slides}
    assert {slide.transition for slide in deck.slides if slide.layout == "section"} == {divider}
