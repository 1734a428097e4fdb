"""Speaker notes: paragraphs, lists, nesting."""

from __future__ import annotations

import pytest
from outline_reading import marked, outline_of

from deckgen.model.origin import NOWHERE
from deckgen.problems import Report
from deckgen.readers._notes import read_notes


def shown(text: str) -> list[str]:
    paragraphs = read_notes(text, NOWHERE, Report())
    return [f"{p.level}{'-' if p.is_item else ' '}{marked(p.runs)}" for p in paragraphs]


def test_a_sentence_a_line_is_a_paragraph_a_line():
    """A line that ends a sentence, or is short, ends its paragraph; a broken line goes on."""
    assert shown("先讲产品。\n再讲\n关系，\n说 a\nb\n\n**完**\n") == [
        "0 先讲产品。",
        "0 再讲",
        "0 关系，说 a",
        "0 b",
        "0 <b>完</b>",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("问大家早饭\n讲老师傅的故事\n别忘了计时", ["问大家早饭", "讲老师傅的故事", "别忘了计时"]),
        ("問大家早飯\n別忘了計時", ["問大家早飯", "別忘了計時"]),
        ("ask about breakfast\nmind the clock", ["ask about breakfast", "mind the clock"]),
        (
            "一行写到二十个字以上的一句话被编辑器断开\n了",
            ["一行写到二十个字以上的一句话被编辑器断开了"],
        ),
        ("A sentence that an editor has broken at its\nright margin", None),
        ("```\na = 1\n  b = **2**\n```\n完", ["<c>a = 1</c>", "<c>  b = **2**</c>", "完"]),
        ("~~~py\na\n\nb\n~~~", ["<c>a</c>", "<c> </c>", "<c>b</c>"]),
        (
            "| 表 | 头 |\n|---|---|\n| 甲 | 乙 |\n后",
            ["| 表 | 头 |", "|---|---|", "| 甲 | 乙 |", "后"],
        ),
    ],
)
def test_lines_that_were_meant_stay(text, lines):
    """Cues, listings and tables keep their lines; a line at an editor's margin goes on."""
    assert shown(text) == [f"0 {line}" for line in lines or [text.replace("\n", " ")]]


def test_lists_nest_by_their_indents():
    """Dashes are items; numbers keep their number; indents give the level."""
    assert shown(
        "清单：\n- 一\n  - 二\n    接着。\n    又\n- 三\n\n1. 甲\n2. 乙\n   - 丙\n尾。"
    ) == [
        "0 清单：",
        "0-一",
        "1-二接着。",
        "2 又",
        "0-三",
        "0 1. 甲",
        "0 2. 乙",
        "1-丙尾。",
    ]


def test_headings_lose_their_marks():
    """A Markdown heading is a paragraph."""
    assert shown("## 开场\n\n正文") == ["0 开场", "0 正文"]


def test_notes_may_be_a_list():
    """A list of texts is a list of items."""
    topic = outline_of("title: 题\ntopics:\n- 甲: {notes: [一, '**二**']}\n").topics[0]
    assert [(marked(p.runs), p.is_item) for p in topic.notes] == [("一", True), ("<b>二</b>", True)]
