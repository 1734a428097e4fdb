"""The forms of an outline: topics, head matter, and plain scalars that stay text."""

from __future__ import annotations

import pytest
from outline_reading import marked, outline_of, problems_of, reading, tree

from deckgen.model.origin import Origin
from deckgen.model.outline import Book, DeckOptions, MapOptions, Reading, Relation, Talk
from deckgen.model.richtext import Paragraph, Run


def topics(text: str) -> str:
    return tree(outline_of("title: 题\ntopics:\n" + text))


def test_three_forms_of_a_topic():
    """Text, a pair, and a mapping with a title are told apart by their type."""
    assert (
        topics(
            "- 产品\n"
            "- 速度: 快\n"
            "- 关系: [信任, {微信: 客服}]\n"
            "- 服务:\n    gist: 用心\n    points: [问, 答]\n"
            "- title: 团队\n  gist: 人\n  points:\n  - 小\n"
        )
        == "产品\n速度 | 快\n关系\n  信任\n  微信 | 客服\n服务 | 用心\n  问\n  答\n团队 | 人\n  小"
    )


def test_a_short_head_is_split_from_its_gist():
    """A full-width colon or ' -- ' splits; sentences, long heads and backslashes stay whole."""
    assert topics(
        "- 用户关系：信任越高，传播越广\n"
        "- speed -- fast\n"
        "- 保留\\：原样\n"
        "- 一二三四五六七八九十一二：十二字\n"
        "- 一二三四五六七八九十一二三：十三字\n"
        "- 一二三四五六七八九十一二a：二十五列\n"
        "- 先说，再做：对吗\n"
        "- 结尾：\n"
        "- '**粗：细**'\n"
        "- 粗的**头**：尾\n"
    ) == (
        "用户关系 | 信任越高，传播越广\nspeed | fast\n保留：原样\n"
        "一二三四五六七八九十一二 | 十二字\n一二三四五六七八九十一二三：十三字\n"
        "一二三四五六七八九十一二a：二十五列\n先说，再做：对吗\n"
        "结尾：\n<b>粗：细</b>\n粗的<b>头</b> | 尾"
    )


def test_points_may_be_text_list_or_pairs():
    """Points are a single text, a list, or a mapping of which each pair is a point."""
    assert (
        topics("- 甲: {points: 一}\n- 乙:\n    points: {a: x, b: [y]}\n- 丙:\n    a: x\n    b: y\n")
        == "甲\n  一\n乙\n  a | x\n  b\n    y\n丙\n  a | x\n  b | y"
    )


def test_plain_scalars_stay_the_text_that_was_typed():
    """Nothing that YAML 1.1 would turn into a number, a date or a truth value is turned."""
    words = ["on", "yes", "12:30", "0755", "1.0", "~", "null", "2026-11-21", "1_000", "0x1F"]
    assert topics("".join(f"- {word}\n" for word in words)).split("\n") == words


def test_head_matter():
    """Every field of the head is read into its noun."""
    outline = outline_of(
        "title: 口碑**铁三角**\nsubtitle: 《参与感》\nauthor: 读书会\ndate: 2026-11-21\n"
        "theme: ink\nlang: zh-CN\n"
        "book: {title: 参与感, author: 黎万强, publisher: 中信, pages: 1-98}\n"
        "reading: {date: 2015-12-28, time: 20:00, minutes: 120, method: 精读, goal: 从哪来}\n"
        "talk: {minutes: 25.5, audience: 读书会}\n"
        'deck: {aspect: 4:3, agenda: 否, footer: "{book}", build: on}\n'
        "map: {layout: logic, depth: 3}\ncontact: 周五\nlink: https://x.cn\nnotes: 开场\n"
        "topics: [甲]\n"
    )
    assert marked(outline.title) == "口碑<b>铁三角</b>"
    assert marked(outline.subtitle) == "《参与感》"
    assert (outline.author, outline.date, outline.lang) == ("读书会", "2026-11-21", "zh-CN")
    assert (outline.theme, outline.theme_origin) == ("ink", Origin("talk.yaml", 5, 8))
    assert outline.book == Book("参与感", "黎万强", "中信", "1-98", Origin("talk.yaml", 7, 7))
    assert outline.reading == Reading(
        "2015-12-28", "20:00", 120, "精读", "从哪来", Origin("talk.yaml", 8, 10)
    )
    assert outline.talk == Talk(25.5, "读书会")
    assert outline.deck == DeckOptions("4:3", False, "{book}", True)
    assert outline.map == MapOptions("logic", 3, Origin("talk.yaml", 11, 15))
    assert (outline.contact, outline.link) == ("周五", "https://x.cn")
    assert outline.notes == (Paragraph((Run("开场"),)),)
    assert tree(outline) == "甲"


def test_a_book_may_be_its_title():
    """`book: 参与感` is short for its title."""
    outline = outline_of("title: 题\nbook: 参与感\ntopics: [甲]\n")
    assert outline.book == Book(title="参与感", origin=Origin("talk.yaml", 2, 7))


def test_fields_of_a_topic():
    """The small fields of a topic are read into the topic."""
    topic = outline_of(
        "title: 题\ntopics:\n- 甲:\n    id: first\n    layout: cards\n    icon: 🚀\n"
        "    link: '#first'\n    relates: [{to: first, label: 自己}, first]\n    boundary: 圈\n"
        "    summary: 括\n    tags: 概念，入门, 概念\n    minutes: 5\n    page: 12-30\n"
        "    only: deck\n    build: yes\n"
    ).topics[0]
    assert (topic.id, topic.layout, topic.icon, topic.link) == ("first", "cards", "🚀", "#first")
    assert topic.relates == (
        Relation("first", "自己", Origin("talk.yaml", 8, 15)),
        Relation("first", "", Origin("talk.yaml", 8, 39)),
    )
    assert (topic.boundary, topic.summary, topic.tags) == ("圈", "括", ("概念", "入门"))
    assert (topic.minutes, topic.page, topic.only, topic.build) == (5, "12-30", "deck", True)
    assert topic.origin == Origin("talk.yaml", 3, 3)


@pytest.mark.parametrize(
    ("text", "title", "shown"),
    [
        ("- 甲\n- 乙: 丙\n", "talk", "甲\n乙 | 丙"),
        ("甲: 一\n乙: [二]\n", "talk", "甲 | 一\n乙\n  二"),
        ("口碑:\n- 甲\n- 乙\n", "口碑", "甲\n乙"),
        ("甲: 一\n", "talk", "甲 | 一"),
        ("甲: {gist: 一}\n", "talk", "甲 | 一"),
    ],
)
def test_an_outline_without_a_head(text, title, shown):
    """A list, pairs or one pair are topics; the title is the pair's, or the file's name."""
    outline = outline_of(text)
    assert (marked(outline.title), tree(outline)) == (title, shown)


def test_lines_of_chinese_are_joined_without_spaces():
    """Where YAML folds lines, Chinese gets no space, Latin and typed spaces stay."""
    assert (
        topics(
            "- 产品是发动机，\n  社会化 媒体\n  is an\n  accelerator\n"
            "- '加速\n  器'\n- a: >\n    信任\n    底座\n"
        )
        == "产品是发动机，社会化 媒体 is an accelerator\n加速器\na | 信任底座"
    )


def test_full_width_quotes_are_text():
    """Chinese quotes are no YAML syntax."""
    assert topics("- “甲”\n- 乙: “丙”：丁\n") == "“甲”\n乙 | “丙”：丁"


def test_an_alias_repeats_a_topic():
    """Anchors and aliases do what YAML says."""
    assert topics("- 甲: &p [一, 二]\n- 乙: *p\n") == "甲\n  一\n  二\n乙\n  一\n  二"


def test_fields_in_the_column_of_their_title_are_read_as_meant():
    """The commonest slip of indentation is understood, and told."""
    outline, problems = reading("title: 题\ntopics:\n- 产品: 发动机\n  notes: 讲\n  points: [一]\n")
    assert problems == [
        "4:3 warning: 'notes' stands in the column of its title '产品' | indent it below '产品'"
    ]
    assert outline is not None
    assert tree(outline) == "产品 | 发动机\n  一"
    assert outline.topics[0].notes == (Paragraph((Run("讲"),)),)


def test_pairs_that_share_a_dash_are_topics():
    """Two pairs in one list item are two topics, and told."""
    outline, problems = reading("title: 题\ntopics:\n- 甲: 一\n  乙: 二\n")
    assert problems == [
        "3:3 warning: 2 pairs in one list item are read as 2 topics | begin each with '- '"
    ]
    assert outline is not None
    assert tree(outline) == "甲 | 一\n乙 | 二"


def test_what_stands_before_a_syntax_error_is_read_and_checked():
    """A syntax error does not hide the other mistakes above it."""
    outline, problems = reading("titel: 题\ntopics:\n- 甲: {layuot: cards}\n- 乙: 丙: 丁\n- 戊\n")
    assert problems == [
        "1:1 error: unknown field 'titel' | did you mean 'title'?",
        "3:7 error: unknown field 'layuot' | did you mean 'layout'?",
        "4:7 error: a second ': ' in this line | put the text in quotes: \"丙: 丁\"",
    ]
    assert outline is not None
    assert tree(outline) == "甲\n乙 | 丙"


def test_a_closing_document_mark_is_harmless():
    """`---` or `...` at the end open no second document."""
    assert problems_of("---\ntitle: 题\ntopics: [甲]\n---\n") == []
    assert problems_of("title: 题\ntopics: [甲]\n...\n") == []
