"""Minutes, notes, footers, and the warnings that a plan gives."""

from __future__ import annotations

import pytest
from deckplan import at, of_topic, outline, plan, topic

from deckgen.model.outline import Book, DeckOptions, Outline, Relation, Talk, Topic
from deckgen.model.richtext import Paragraph, Run, plain, rich
from deckgen.planning.deck._spread import shares
from deckgen.planning.deck.counts import promise
from deckgen.planning.deck.footer import fill
from deckgen.problems import Report

KNOWN = {"title": "分享", "book": "参与感", "author": "", "section": "团队"}


def minutes(deck):
    return {slide.key: slide.minutes for slide in deck.slides}


def test_minutes_are_shared_out_to_the_tenth():
    """The parts make the whole, whatever the weights."""
    assert shares(1, [1, 1, 1]) == [0.4, 0.3, 0.3]
    assert shares(10, [3, 0, 1]) == [7.5, 0.0, 2.5]
    assert shares(-1, [1, 2]) == [0.0, 0.0]
    assert shares(3, []) == []


def test_a_talks_time_goes_to_what_is_said():
    """Cover and closing take what they need, the rest is shared by characters, notes included."""
    told = outline(topic("甲", gist="一" * 99), topic("乙", gist="一" * 9, notes="一" * 39),
                   talk=Talk(10))  # fmt: skip
    assert minutes(plan(told)) == {"cover": 0.2, "t1": 6.5, "t2": 3.2, "closing": 0.1}


def test_a_topics_minutes_are_its_slides():
    """A fixed time is shared under its topic; one inside another is part of it."""
    told = outline(
        topic(
            "甲", topic("一", gist="说", notes="慢"), topic("二", gist="说", minutes=4), minutes=6
        ),
        topic("乙", gist="说"),
        talk=Talk(20),
    )
    times = minutes(plan(told))
    assert times["t1.2"] == 4
    assert round(times["s1"] + times["t1.1"], 1) == 2
    assert round(sum(times.values()), 1) == 20


def test_without_a_time_the_words_make_it():
    """240 characters a minute, and never nothing."""
    told = outline(topic("甲", gist="一" * 479), topic("乙"))
    assert minutes(plan(told)) == {"cover": 0.2, "t1": 2.0, "t2": 0.1, "closing": 0.1}


def test_a_listing_in_the_notes_takes_no_time():
    """Nobody reads it out; a word of code in a sentence is said."""
    listing = tuple(Paragraph((Run("一" * 240, code=True),)) for _ in range(9))
    said = Paragraph((Run("一" * 200), Run("一" * 38, code=True)))
    told = Outline(rich("书"), topics=(Topic(rich("甲"), rich("乙"), notes=(said, *listing)),))
    assert minutes(plan(told))["t1"] == 1.0


def test_too_many_words_are_a_warning_with_figures():
    """The warning says what is needed, what there is, and how that is counted."""
    report = Report()
    plan(outline(topic("甲", gist="一" * 2399), talk=Talk(5)), report)
    (problem,) = report.problems
    assert str(problem) == (
        "a.yaml:1:1: warning: the words need about 10 minutes, and the talk has 5 "
        "(2490 characters at 240 a minute)"
    )
    assert problem.hint == "shorten notes or points, or set 'talk: {minutes: 10}'"


def test_topics_that_take_all_the_time_are_a_warning():
    """Fixed minutes beyond the talk's leave nothing for the others."""
    report = Report()
    plan(outline(topic("甲", gist="说", minutes=9), topic("乙", gist="说"), talk=Talk(8)), report)
    assert [problem.message for problem in report.problems] == [
        "the topics' own minutes come to 9, and the talk has 8"
    ]


def test_notes_end_with_source_and_time():
    """The author's notes first, then where it stands in the book, then the minutes."""
    told = outline(
        topic("甲", "线: 说", topic("点", page="88"), gist="说", notes="先讲\n再问", page="12-15"),
        book=Book("参与感"),
        talk=Talk(3),
    )
    notes = [plain(paragraph.runs) for paragraph in plan(told).slides[1].notes]
    assert notes == [
        "先讲", "再问", "出处：《参与感》第 12-15 页",
        "点：出处：《参与感》第 88 页", "时间：约 2.7 分钟",
    ]  # fmt: skip


def test_the_audience_stands_in_the_covers_notes():
    """The speaker sees who listens; the listeners need not."""
    told = outline(topic("甲"), talk=Talk(0, "产品读书会"))
    assert plain(plan(told).slides[0].notes[0].runs) == "听众：产品读书会"


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("{book} · {section}", "参与感 · 团队"),
        ("{author} · {book}", "参与感"),
        ("{book} · {author}", "参与感"),
        ("{book} · {author} · {section}", "参与感 · 团队"),
        ("《{book}》（{author}）| {title}", "《参与感》（）| 分享"),
        ("《{author}》 - {title}", "分享"),
        ("内部资料 / {author}", "内部资料"),
        ("{author}", ""),
        ("", ""),
    ],
)
def test_a_footer_has_no_mark_that_joins_nothing(pattern: str, text: str):
    """A part whose fields are all empty goes, with one mark beside it."""
    assert fill(pattern, KNOWN) == text


def test_footers_name_book_and_section():
    """Cover, dividers and closing have none; front and end matter belong to no section."""
    told = outline(
        topic("甲·一", topic("点", gist="说", notes="慢"), gist="说"),
        topic("乙", gist="说"),
        topic("丙", gist="说"),
        book=Book("参与感"),
        deck=DeckOptions(footer="{book} · {section}"),
    )
    assert {slide.key: slide.footer for slide in plan(told).slides} == {
        "cover": "", "agenda": "参与感", "s1": "", "t1.1": "参与感 · 甲·一", "t2": "参与感 · 乙",
        "t3": "参与感 · 丙", "takeaways": "参与感", "closing": "",
    }  # fmt: skip


def test_what_only_the_map_draws_is_in_the_notes():
    """Relations, a boundary's label and a summary are said to the speaker, each once."""
    told = outline(
        topic(
            "章",
            topic("点", gist="说", notes="慢", relates=(Relation("#c", "为此"), Relation("c"))),
            gist="说",
            boundary="圈",
            summary="合起来说",
        ),
        topic("尾", topic("行", relates=(Relation("gone", "无处"),)), "另一行", id="c"),
    )
    notes = {
        slide.key: [plain(note.runs) for note in slide.notes][:-1] for slide in plan(told).slides
    }
    assert notes == {
        "cover": [], "s1": ["小结：合起来说", "归类：圈"],
        "t1.1": ["慢", "另见：尾（为此）", "另见：尾"],
        "t2": ["行：另见：无处"], "closing": [],
    }  # fmt: skip


def test_a_wall_of_bullets_is_a_warning_with_a_way_out():
    """Four slides of bullets running are reported once, at the first; three are not."""
    lines = [f"这是一句有点长的话所以成不了卡片{n}" for n in "甲乙丙"]
    pages = [at(topic(f"第{n}页", *lines, notes="慢"), n) for n in range(2, 6)]
    report = Report()
    plan(outline(topic("章", *pages)), report)
    (problem,) = report.problems
    assert str(problem) == (
        "a.yaml:2:3: warning: 4 slides running are bullets, from '第2页' to '第5页'"
    )
    assert problem.hint.startswith(
        "give the points of '第2页' a gist each ('head: text') for cards"
    )
    report = Report()
    plan(outline(topic("章", *pages[:3])), report)
    assert report.problems == ()


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("五条款", 5), ("好药师的四条经验", 4), ("三个数字", 3), ("互联网精神三要素", 3),
        ("两类人", 2), ("第三条", 0), ("十五个办法", 0), ("三十层", 0), ("两小时怎么读的", 0),
        ("三个月", 0), ("品牌的三个度", 3), ("3点启示", 3), ("1.5 亿", 0), ("一个空药盒", 0),
        ("晚上七点", 0), ("下午五点", 0), ("五点：先说清楚", 5),
    ],
)  # fmt: skip
def test_a_title_may_promise_a_number(title: str, number: int):
    """Counted things are a promise; ordinals, times and larger numbers are not."""
    assert promise(title) == number


def test_a_broken_promise_is_a_warning():
    """五条 in the title and four points: one of the two is wrong."""
    report = Report()
    four = topic("五条经验", "积累: 先想", "挑头: 肯推", "人才: 两种", "碰撞: 常谈")
    plan(outline(at(four, 7)), report)
    assert [str(problem) for problem in report.problems] == [
        "a.yaml:7:3: warning: '五条经验' promises 5, and 4 points follow"
    ]


def test_a_section_an_outline_and_a_gist_promise_too():
    """Told where nothing below has as many; 一共五条 is a promise of the gist's."""
    slides = [topic(name, "一: 说", "二: 说", notes="慢") for name in "甲乙丙丁"]
    report = Report()
    plan(outline(at(topic("五大原则", *slides), 7), title=rich("微信五条款")), report)
    plan(outline(at(topic("总则", "甲: 一", "乙: 二", gist="一共三条"), 9)), report)
    assert [str(problem).partition(": warning: ")[::2] for problem in report.problems] == [
        ("a.yaml:1:1", "'微信五条款' promises 5, and 1 point follows"),
        ("a.yaml:7:3", "'五大原则' promises 5, and 4 points follow"),
        ("a.yaml:9:3", "'总则' promises 3, and 2 points follow"),
    ]
    kept = topic("两类做法", *slides[:2], "余话")
    preface, body = topic("前言", "甲", "乙", notes="慢"), topic("正文", *"甲乙丙丁戊", notes="慢")
    among = topic("五条", preface, body)
    report = Report()
    plan(outline(at(kept, 7), at(among, 9)), report)
    assert report.problems == ()


def test_a_kept_promise_and_a_gathered_rest_are_none():
    """Groups that add up, and slides that show a part of the points, are no broken promise."""
    report = Report()
    groups = topic("六条规则", topic("战略", "甲", "乙", "丙"), topic("战术", "丁", "戊", "己"))
    part = topic("三条经验", "甲: 说", "乙: 说", topic("丙", gist="说", notes="慢"))
    plan(outline(groups, part), report)
    assert report.problems == ()


def test_icons_that_no_slide_shows_are_noted():
    """Cards show them; a triangle does not, and says so."""
    points = [topic(name, gist="说", icon="crown") for name in "甲乙丙"]
    report = Report()
    plan(outline(topic("三样", *points), at(topic("铁三角", *points), 9)), report)
    assert [str(problem) for problem in report.problems] == [
        "a.yaml:9:3: note: '铁三角' is drawn as 'triangle', which shows no icons"
    ]


def test_keys_stay_short_in_the_depths():
    """A path too long is told by its digest: unique, and the same on every machine."""
    deep = topic("底", gist="说", notes="慢")
    for level in range(60):
        deep = topic(f"层{level}", deep, "旁")
    keys = [slide.key for slide in of_topic(deep)]
    assert len(set(keys)) == len(keys)
    assert max(map(len, keys)) <= 41
    assert keys[-1] == [slide.key for slide in of_topic(deep)][-1]


def test_a_long_address_is_cut_on_the_last_slide() -> None:
    """It is whole in its link and in the notes; a short one is shown as it is."""
    long = "https://example.com/talks/2026/participation/slides.html?with=query&and=more"
    closing = plan(outline(topic("甲", gist="说"), link=long)).slides[-1]
    (item,) = closing.items
    assert (plain(item.title), item.link) == ("example.com/talks/2026/…", long)
    assert [plain(line.runs) for line in closing.notes[:1]] == [f"链接：{long}"]
    short = "https://example.com/talk"
    (item,) = plan(outline(topic("甲", gist="说"), link=short)).slides[-1].items
    assert (plain(item.title), item.link) == (short, short)
