"""Words after a `#` are told where YAML takes them for a comment; so is Markdown in a .yaml."""

from __future__ import annotations

import pytest
from outline_reading import outline_of, problems_of

from deckgen.model.richtext import plain

HINT = "put the text in quotes; a comment has a blank after its '#'"
LIST = "title: 题\ntopics:\n"


@pytest.mark.parametrize(
    ("line", "lost", "column"),
    [
        ("- 发起 #橙色星期五# 每周更新", "#橙色星期五# 每周更新", 6),
        ("- 編號 #1 最要緊", "#1 最要緊", 6),
        ("- 分析: 用 #标签 找人", "#标签 找人", 9),
        ("- see #hashtag now", "#hashtag now", 7),
        ('- "引号 #里" #外', "#外", 11),
        ("- [甲 #乙\n  ]", "#乙", 6),
        ("- 空: #待写", "#待写", 6),
        ("- 甲 #一 #二 #三", "#一 #二 #三", 5),
        (f"- 甲 #{'长' * 60}", f"#{'长' * 29}…", 5),
    ],
)
def test_words_that_would_be_lost(line, lost, column):
    """Each line is told once, with what of it is lost."""
    expected = f"3:{column} warning: '{lost}' is lost: YAML takes it for a comment | {HINT}"
    assert expected in problems_of(f"{LIST}{line}\n")


@pytest.mark.parametrize(
    "line",
    [
        "- 甲 # 真的注释",
        "- C# 和 F#",
        "- 甲#乙",
        "#整行都是",
        "  # 缩进的一行",
        "- '引号里 #标签'",
        '- "引号里 #标签\n  下一行 #又一个"',
        "- |\n  块里 #标签\n  再一行 #标签",
        "- >\n  块里 #标签",
        "- 见 [锚](https://example.com/a#b)",
        "- 甲 ## 注",
        "- 甲 #---",
    ],
)
def test_what_is_no_loss(line):
    """A comment, and a '#' inside quotes, blocks and words, are told nothing of."""
    assert problems_of(f"{LIST}- 先\n{line}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "# 口碑\n\n## 产品\n\n- 好用\n- 好看\n",
        "# Title\n\n## Part: one\n\n- a\n",
        "## 一\n正文\n### 二\n正文：再说\n",
        "# 口碑鐵三角\n## 產品\n### 發動機\n",
    ],
)
def test_markdown_is_told(text):
    """Headings of two levels and no mapping are Markdown."""
    assert problems_of(text) == [
        "1:1 error: this is Markdown, no outline: its headings are comments here"
        " | begin with 'title: …', then 'topics:' and a list"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# 笔记\n## 二级注释\ntitle: 题\ntopics: [甲]\n",
        "# 一\n- 甲\n# 二\n- 乙\n",
        "# 题\n- 甲: 乙\n",
        "## 题\n---\ntitle: 题\ntopics: [甲]\n",
    ],
)
def test_comments_are_no_markdown(text):
    """Comments above a mapping, or of one level, are comments."""
    assert problems_of(text) == []


def test_json_writes_one_letter_as_two_halves():
    """A pair of surrogates is one letter; an escaped backslash is none."""
    text = r'{"title": "\ud83c\udfaf 目标 \uD83D\uDE00", "topics": ["\\ud83c"]}'
    outline = outline_of(text)
    assert plain(outline.title) == "🎯 目标 😀"
    assert plain(outline.topics[0].title) == "\\ud83c"


def chart(numbers):
    """Return an outline with a chart of these numbers."""
    return f"{LIST}- 甲: {{chart: {{categories: [一, 二], series: {{数: [{numbers}]}}}}}}\n"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("1.2万", "write the number alone: 12000"),
        ("3萬", "write the number alone: 30000"),
        ("1.5亿元", "write the number alone: 150000000"),
        ("约2千", "write the number alone: 2000"),
        ("35%", "write 35, and the sign in the name of the series"),
        ("12个", "write the number alone: 12"),
        ("很多", "leave a gap as ~"),
    ],
)
def test_a_number_with_its_unit(written, hint):
    """A measure in words is told as the number that it is."""
    (problem,) = problems_of(chart(f"1, {written}"))
    assert problem.endswith(f"error: '{written}' is not a number | {hint}")


def test_an_accountants_negative():
    """Brackets round a number are a minus."""
    (topic,) = outline_of(chart("(300), '（1,200.5）'")).topics
    assert topic.exhibits[0].series == (("数", (-300.0, -1200.5)),)


def test_nothing_in_a_table_is_an_empty_cell():
    """`null` and `~` are nothing; in quotes they are words."""
    (topic,) = outline_of(f"{LIST}- 甲: {{table: [[一, null, ~], ['null', 二, 三]]}}\n").topics
    rows = [[plain(cell) for cell in row] for row in topic.exhibits[0].rows]
    assert rows == [["一", "", ""], ["null", "二", "三"]]


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("- 甲: {tags: [#阅读, #笔记]}", 14),
        ("- 甲: {tags: [書, #閱讀]}", 17),
        ("- 见: {link: a #b}", 15),
        ("- talk: {link: #home}", 16),
    ],
)
def test_a_hash_that_hides_a_bracket_is_named(line, column):
    """The bracket stands on the line, and is not called missing."""
    (told,) = problems_of(f"title: 题\ntopics:\n{line}\n- 丁\n")
    assert told == (
        f"3:{column} error: '#' begins a comment here, and hides the closing bracket"
        " | put each text that begins with '#' in quotes"
    )
