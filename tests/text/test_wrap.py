"""Lines end where PowerPoint ends them, and nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deckgen.model.richtext import RichText, Run, plain, rich
from deckgen.model.style import Face, TextStyle
from deckgen.model.units import pt
from deckgen.text._balance import _words
from deckgen.text._breaks import NO_END, NO_START, is_safe
from deckgen.text._piece import pieces
from deckgen.text.measure import advance, drawn_em
from deckgen.text.wrap import count_lines, wrap

BODY = TextStyle("body", (20,))


def lines(text: str | RichText, em: float, *, style: TextStyle = BODY, balance: bool = False):
    """Break at 20 pt into a width in em; show the lines with a bar between them."""
    runs = rich(text) if isinstance(text, str) else text
    room = pt(drawn_em(20) * em) + 1
    return "|".join(plain(x.runs) for x in wrap(runs, style, 20, room, balance=balance))


@pytest.mark.parametrize(
    ("text", "em", "shown"),
    [
        ("用户价值第一位", 4, "用户价值|第一位"),
        ("用户价值", 4, "用户价值"),
        ("", 4, ""),
        # words, numbers and addresses are whole
        ("用Lenovo手机", 4, "用|Lenovo|手机"),
        ("卖出1.5亿册", 3.3, "卖出|1.5亿|册"),
        ("有10,000个", 4, "有|10,000|个"),
        ("见 http://a-b.cn/c-d 页", 9, "见 |http://a-b.cn/c-d |页"),
        ("a well-known fact", 4, "a well-|known |fact"),
        ("growth of -5 points", 5, "growth of |-5 points"),
        ("wait—now", 3.2, "wait—|now"),
        ("and/or", 2.2, "and/|or"),
        ("a\u00a0b c", 1.5, "a\u00a0b |c"),
        # spaces at a break belong to the line before it, and take no room there
        ("用户   价值", 2, "用户   |价值"),
        # marks that may not begin a line bring their neighbour down
        ("用户价值，服务", 4, "用户价|值，服务"),
        ("用户价值……好", 4, "用户价|值……好"),
        ("用户价值～好", 4, "用户价|值～好"),
        ("史蒂夫·乔布斯", 3.5, "史蒂|夫·乔|布斯"),
        ("价格是5%吗", 3.9, "价格是|5%吗"),
        ("他说“好”吗", 4, "他说|“好”吗"),
        # marks that may not end a line go down themselves
        ("用户价（值）", 4, "用户价|（值）"),
        ("读完《连接》", 3, "读完|《连|接》"),
        ("用户价值——好", 5, "用户价值|——好"),
        # what is too long for a line is broken inside, between graphemes
        ("Constantinople", 4, "Constan|tinople"),
        ("e\u0301e\u0301e\u0301e\u0301", 1.2, "e\u0301e\u0301|e\u0301e\u0301"),
        ("👨\u200d👩👨\u200d👩", 3, "👨\u200d👩|👨\u200d👩"),
        ("👍🏽👍🏽", 1.5, "👍🏽|👍🏽"),
        ("用户", 0.2, "用|户"),
        # forced breaks stay with the line that they end
        ("用户\v价值\n好", 9, "用户\v|价值\n|好"),
        ("用\r\n户", 9, "用\r\n|户"),
        ("用户\n", 9, "用户\n|"),
        ("用户\n\n价值", 1, "用|户\n|\n|价|值"),
    ],
)
def test_lines_end_where_they_may(text: str, em: float, shown: str):
    """Each case shows one rule of line breaking."""
    assert lines(text, em) == shown


def test_runs_keep_their_style():
    """A break inside a run makes two runs of the same style."""
    runs = (Run("用户"), Run("价值第一", bold=True, link="#a"), Run("位"))
    assert [line.runs for line in wrap(runs, BODY, 20, pt(81))] == [
        (Run("用户"), Run("价值", bold=True, link="#a")),
        (Run("第一", bold=True, link="#a"), Run("位")),
    ]


def test_bold_is_measured_bold():
    """What just fits in regular does not in bold, be the run bold or the style."""
    room = advance("Lenovo phone", 20) / pt(20)
    bold_style = TextStyle("head", (20,), bold=True)
    assert lines("Lenovo phone", room) == "Lenovo phone"
    assert lines((Run("Lenovo phone", bold=True),), room) == "Lenovo |phone"
    assert lines("Lenovo phone", room, style=bold_style) == "Lenovo |phone"


def test_code_is_measured_in_a_fixed_width():
    """Each Latin character of code takes 0.6 em, Han a whole one."""
    assert wrap((Run("il用", code=True),), BODY, 10, pt(99))[0].width == pt(12 + 10 + 2.44)
    mono = TextStyle("code", (10,), face=Face.MONO)
    assert wrap(rich("iiWW"), mono, 10, pt(99))[0].width == pt(24)


def test_margin_takes_room_off():
    """The text stands right of its margin; the bullet hangs in it."""
    style = TextStyle("item", (20,), margin=pt(20), indent=pt(20), bullet="•")
    assert lines("用户价值", 4, style=style) == "用户价|值"


def test_width_leaves_trailing_spaces_out():
    """A line's width ends with its last visible character."""
    assert [x.width for x in wrap(rich("用户  价值 "), BODY, 20, pt(41))] == [pt(40), pt(40)]
    assert [x.width for x in wrap(rich("用户 "), BODY, 20, pt(90))] == [pt(40)]


@pytest.mark.parametrize(
    ("text", "em", "shown"),
    [
        (
            "微信思维的上帝条款：把用户价值放在上帝的位置上",
            20,
            "微信思维的上帝条款：|把用户价值放在上帝的位置上",
        ),
        (
            "微信思维的上帝条款：把用户价值放在上帝的位置上",
            10,
            "微信思维的上帝条款：|把用户价值放在|上帝的位置上",
        ),
        ("把用户价值放在第一位", 9.5, "把用户价值|放在第一位"),
        ("从客服开始：销售和服务一体化", 9, "从客服开始：|销售和服务一体化"),
        ("微信公众平台的1.5亿用户", 9, "微信公众平台的|1.5亿用户"),
        ("我读《参与感》", 5.5, "我读|《参与感》"),
        ("雷军的《参与感：口碑》笔记", 8, "雷军的|《参与感：口碑》|笔记"),
        ("用户价值", 4, "用户价值"),
        ("第一章　连接一切", 6, "第一章　|连接一切"),
        ("上帝条款\n把用户价值放在第一位", 6, "上帝条款\n|把用户价值|放在第一位"),
    ],
)
def test_titles_are_balanced(text: str, em: float, shown: str):
    """Titles break between phrases, in even lines, names and numbers with their unit whole."""
    assert lines(text, em, balance=True) == shown


def test_last_line_is_never_one_character():
    """A title one character too long gives two even lines."""
    assert lines("用户价值第一位", 6, balance=True) == "用户价值|第一位"
    assert lines("用户价值第一", 5, balance=True) == "用户价值|第一"
    assert lines("微信价值好，", 4, balance=True) == "微信|价值好，"


@pytest.mark.parametrize(
    ("text", "em", "shown"),
    [
        ("互联网思维", 4, "互联网|思维"),
        ("互联网", 2, "互联|网"),
        ("让用户看到你的努力而不是同事和上级", 12, "让用户看到你的|努力而不是同事和上级"),
        ("用户体验三要素", 5, "用户体验|三要素"),
        ("讲好自己的故事", 5, "讲好自己的|故事"),
        (
            "谁解决渠道的互联网化，谁就是下一个胜利者",
            14,
            "谁解决渠道的互联网化，|谁就是下一个胜利者",
        ),
        ("小米MIUI论坛里的用户", 6, "小米MIUI|论坛里的用户"),
    ],
)
def test_titles_break_by_rule_without_a_word_list(
    text: str, em: int, shown: str, monkeypatch: pytest.MonkeyPatch
):
    """Where rjieba is not installed, Han is kept together in twos, particles by themselves."""
    monkeypatch.setitem(sys.modules, "rjieba", None)
    _words.cache_clear()
    try:
        assert lines(text, em, balance=True) == shown
    finally:
        _words.cache_clear()


def test_short_text_loads_no_word_list():
    """What fits on one line needs neither rjieba (70 ms) nor a font library."""
    program = (
        "import sys\n"
        "from deckgen.model.richtext import rich\n"
        "from deckgen.model.style import TextStyle\n"
        "from deckgen.text.wrap import wrap\n"
        "wrap(rich('用户a'), TextStyle('t', (20,)), 20, 10**7, balance=True)\n"
        "print([name for name in ('rjieba', 'fontTools') if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")


ALPHABET = st.sampled_from(
    "用户价值微信的连接，。、：；！？（）《》“”……——·～一二ab cdE1 23.,-/%$()\u0301\u200d👍🏽\v\n　"
)
TEXTS = st.text(ALPHABET, max_size=60)
RUNS = st.lists(
    st.builds(Run, st.text(ALPHABET, min_size=1, max_size=20), bold=st.booleans()), max_size=4
).map(tuple)
WIDTHS = st.integers(0, 30)


@settings(max_examples=300, deadline=None)
@given(RUNS, WIDTHS, st.booleans())
def test_nothing_is_lost(runs: RichText, em: int, balance: bool):
    """The lines together are the input, character by character, each in its style."""
    broken = wrap(runs, BODY, 20, pt(20 * em), balance=balance)
    got = [(char, run.bold) for line in broken for run in line.runs for char in run.text]
    assert got == [(char, run.bold) for run in runs for char in run.text]


@settings(max_examples=300, deadline=None)
@given(TEXTS, WIDTHS, st.booleans())
def test_no_line_is_too_wide(text: str, em: int, balance: bool):
    """A line wider than the room is a single grapheme, or one glued to nothing but marks."""
    for line in wrap(rich(text), BODY, 20, pt(20 * em), balance=balance):
        shown = plain(line.runs).rstrip()
        if line.width > pt(20 * em):
            assert not any(is_safe(shown, place) for place in range(1, len(shown)))


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.integers(8, 30), st.booleans())
def test_no_forbidden_mark_at_an_edge(text: str, em: int, balance: bool):
    """Where a line could be broken properly, no mark stands at the wrong edge."""
    broken = [plain(x.runs) for x in wrap(rich(text), BODY, 20, pt(20 * em), balance=balance)]
    for before, after in pairwise(broken):
        if before[-1:] in "\v\n":
            continue
        if before[-1:] in NO_END or after[:1] in NO_START:
            stretch = before + after
            assert advance(stretch, 20) > pt(20 * em), (before, after)
            forced = max(map(before.rfind, "用户价值微信的连接一二"), default=-1)
            assert forced <= 0 or advance(before[forced:] + after, 20) > pt(20 * em)


@settings(max_examples=200, deadline=None)
@given(TEXTS, WIDTHS, st.booleans())
def test_counting_is_wrapping(text: str, em: int, balance: bool):
    """The number of lines is told without making them."""
    made = wrap(rich(text), BODY, 20, pt(20 * em), balance=balance)
    assert count_lines(rich(text), BODY, 20, pt(20 * em), balance=balance) == len(made)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.integers(1, 30))
@example("1一/11（/·11", 6)
def test_more_room_never_makes_more_lines(text: str, em: int):
    """Lines grow fewer, or stay, as the room grows.

    Where LibreOffice breaks by other rules before Latin letters, the wider line may end earlier.
    """
    narrow = count_lines(rich(text), BODY, 20, pt(20 * em))
    odd = sum(piece.tight is not piece.loose for piece in pieces(rich(text), BODY, 20))
    assert count_lines(rich(text), BODY, 20, pt(20 * em + 10)) <= narrow + odd


def test_no_line_starts_inside_a_korean_word():
    """Hangul breaks at spaces and beside Han, as LibreOffice breaks it."""
    assert lines("사용자의 목소리를", 5) == "사용자의 |목소리를"
    assert lines("用户사용자", 4) == "用户|사용자"


def test_two_renderers_two_rules():
    """Where LibreOffice keeps a comma with the word after it, its line count is foreseen."""
    text = "大家都知道，Deep的"
    assert lines(text, 6.5) == "大家都知道，|Deep的"
    assert lines(text + "是是", 6.3) == "大家都知|道，Deep的|是是"


def test_a_dot_stays_with_what_it_follows():
    """`·` takes the bracket before it along, and the character before that."""
    assert lines("「谁离用户」·因此", 6.9) == "「谁离用|户」·因此"


@pytest.mark.parametrize("text", ["一百平方米²", "人口是10⁶", "喝的是H₂O", "一共CO₂"])
def test_small_figures_stay_with_what_they_stand_at(text: str):
    """No line begins with a superscript or subscript, however narrow."""
    for width in range(20, 90, 5):
        lines = wrap(rich(text), BODY, 10, pt(width), balance=True)
        assert not any(plain(line.runs)[0] in "²⁶₂" for line in lines)


def test_a_link_is_given_room_as_a_field():
    """It begins a line unless the rest of one holds it; after a long one begins another."""
    words = (Run("一二三四五六"), Run("七八九十甲乙丙丁戊己庚辛", link="https://a.io"), Run("壬癸"))
    plain_words = tuple(Run(run.text) for run in words)
    room = advance("一二三四五六七八九十", drawn_em(10))
    assert [count_lines(runs, BODY, 10, room) for runs in (plain_words, words)] == [2, 4]
    short = (Run("一二三四"), Run("五六", link="https://a.io"), Run("七八九十甲"))
    assert count_lines(short, BODY, 10, room) == 2
