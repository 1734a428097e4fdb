"""Inline Markdown becomes runs, in time that grows with the text alone."""

from __future__ import annotations

import pytest
from outline_reading import marked
from patience import patience

from deckgen.model.origin import Origin
from deckgen.model.richtext import Run, plain
from deckgen.problems import Report
from deckgen.readers._inline import read_inline


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("平常的话", "平常的话"),
        ("**粗**和*斜*和`码`和==亮==", "<b>粗</b>和<i>斜</i>和<c>码</c>和<m>亮</m>"),
        ("**“重点”**内容", "<b>“重点”</b>内容"),
        ("他说**（重点）**，对", "他说<b>（重点）</b>，对"),
        ("***粗斜***", "<i><b>粗斜</b></i>"),
        ("**粗*粗斜*粗**", "<b>粗</b><i><b>粗斜</b></i><b>粗</b>"),
        ("***粗** 斜*", "<i><b>粗</b></i><i> 斜</i>"),
        ("**没有关", "**没有关"),
        ("没有开**", "没有开**"),
        ("*a *b*", "*a <i>b</i>"),
        ("3*4*5 和 a * b * c", "3*4*5 和 a * b * c"),
        ("****", "****"),
        ("==== ===x===", "==== ===x==="),
        ("snake_case_名", "snake_case_名"),
        (r"\*字\* 和 \：和 C:\路径", "*字* 和 ：和 C:\\路径"),
        ("`**码**`", "<c>**码**</c>"),
        ("`` a`b ``", "<c>a`b</c>"),
        ("`没有关", "`没有关"),
        ("[站](https://a.cn/x_(y)?q=1)", "<a https://a.cn/x_(y)?q=1>站</a>"),
        ("[**粗**站](http://a.cn)尾", "<a http://a.cn><b>粗</b></a><a http://a.cn>站</a>尾"),
        ("[信](mailto:a@b.cn)[题](#id)", "<a mailto:a@b.cn>信</a><a #id>题</a>"),
        ("[a] [b](c d) (e)", "[a] [b](c d) (e)"),
        ("][](", "][]("),
        ("[外[内](http://b)](http://a)", "[外<a http://b>内</a>](http://a)"),
    ],
)
def test_marks(text, shown):
    """Marks open and close beside any character but a space; what stays open is text."""
    assert marked(read_inline(text)) == shown


@pytest.mark.parametrize("url", ["javascript:x", "file:///a", "data:a", "//a", "a.cn", "#", ""])
def test_links_that_may_not_be_followed(url):
    """Only http, https, mailto and ids are links; others leave their words and a warning."""
    report = Report()
    place = Origin("a.yaml", 1, 1)
    assert read_inline(f"看[**这里**]({url})", place, report) == (Run("看"), Run("这里", bold=True))
    assert [str(problem) for problem in report.problems] == [
        f"a.yaml:1:1: warning: the link '{url}' is left out"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "*" * 100_000,
        "* a" * 50_000,
        "*a **b ==c " * 20_000,
        "[" * 100_000,
        "[a](" * 30_000,
        "](a" * 30_000,
        "[](()" * 30_000,
        "".join("`" * n + " " for n in range(400)),
        "`" * 100_000 + "a",
        "\\" * 100_000,
        "[a](http://b)" * 10_000,
    ],
)
def test_hostile_text_takes_linear_time(text):
    """A hundred thousand marks are read in well under a second."""
    with patience(1):
        read_inline(text)


def test_the_words_are_kept():
    """Runs hold the words without the marks."""
    assert plain(read_inline("**甲**乙*丙*`丁`==戊==[己](#a)")) == "甲乙丙丁戊己"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("官网 https://a.b/c?d=1 有", "官网 <a https://a.b/c?d=1>https://a.b/c?d=1</a> 有"),
        ("<https://a.b/auto>", "<a https://a.b/auto>https://a.b/auto</a>"),
        ("见https://a.b/c的文章", "见<a https://a.b/c>https://a.b/c</a>的文章"),
        ("（https://a.b/c）", "（<a https://a.b/c>https://a.b/c</a>）"),
        ("(see https://a.b/c).", "(see <a https://a.b/c>https://a.b/c</a>)."),
        ("https://a.b/x_(y)", "<a https://a.b/x_(y)>https://a.b/x_(y)</a>"),
        ("HTTP://A.B!", "<a HTTP://A.B>HTTP://A.B</a>!"),
        ("写信给 me@example.com。", "写信给 <a mailto:me@example.com>me@example.com</a>。"),
        ("<me@example.com>", "<a mailto:me@example.com>me@example.com</a>"),
        ("[https://a.b](https://c.d)", "<a https://c.d>https://a.b</a>"),
        ("www.a.com/b 官网", "<a https://www.a.com/b>www.a.com/b</a> 官网"),
        ("<MAILTO:me@a.com>", "<a MAILTO:me@a.com>MAILTO:me@a.com</a>"),
        ("me@a.com：在", "<a mailto:me@a.com>me@a.com</a>：在"),
        ("https://a.b/c/ 的", "<a https://a.b/c/>https://a.b/c/</a> 的"),
        ("[注] https://a.b", "[注] <a https://a.b>https://a.b</a>"),
    ],
)
def test_an_address_written_out_is_a_link(text, shown):
    """With or without < >; marks of the sentence are none of it."""
    assert marked(read_inline(text)) == shown


@pytest.mark.parametrize(
    "text",
    [
        "a < b > c",
        "<b>粗</b>",
        "pkg@1.2.3",
        "@某人 你好",
        "http://",
        "3 <- 4 @",
        "ftp://a.b",
        "a@b",
    ],
)
def test_what_is_no_address(text):
    """Words with such signs stay words."""
    assert marked(read_inline(text)) == text


def test_a_long_address_in_angles_is_text():
    """Its angles are marks and go; where it leads is not set as a link."""
    address = f"https://a.b/{'c' * 60}"
    assert marked(read_inline(f"见 <{address}>。")) == f"见 {address}。"


def test_an_address_in_code_is_code():
    """Nothing is read inside backticks."""
    assert marked(read_inline("`https://a.b`")) == "<c>https://a.b</c>"
