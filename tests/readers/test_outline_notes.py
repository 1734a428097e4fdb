"""Speaker notes: paragraphs, lists, nesting."""

from __future__ import annotations

from outline_reading import marked, outline_of

from deckgen.model.origin import NOWHERE
from deckgen.problems import Report
from deckgen.readers._notes import read_notes


def shown(text: str) -> list[str]:
    paragraphs = read_notes(text, NOWHERE, Report())
    return [f"{p.level}{'-' if p.is_item else ' '}{marked(p.runs)}" for p in paragraphs]


def test_a_sentence_a_line_is_a_paragraph_a_line():
    """A line that ends a sentence ends its paragraph; a broken line goes on."""
    assert shown("先讲产品。\n再讲\n关系，\n说 a\nb\n\n**完**\n") == [
        "0 先讲产品。",
        "0 再讲关系，说 a b",
        "0 <b>完</b>",
    ]


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
