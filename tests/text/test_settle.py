"""A frame's own inset makes greedy filling break where a typesetter would."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from deckgen.model.richtext import RichText, Run, plain, rich
from deckgen.model.scene import TextBody
from deckgen.model.style import FontPair, TextStyle
from deckgen.model.theme import Placeholder
from deckgen.model.units import Emu, Rect, pt
from deckgen.text.fit import Flow, set_flows
from deckgen.text.measure import HAN_LATIN_GAP, advance, gaps, to_emu
from deckgen.text.settle import settle

HEAD = TextStyle("head", (28,), bold=True)
WIDTH = 400


def settled(text: str, width: float = WIDTH, *, balance: bool = True) -> TextBody:
    return settled_runs(rich(text), width, balance=balance)


def settled_runs(runs: RichText, width: float, *, balance: bool = True) -> TextBody:
    holder = Placeholder(0, "title", "标题", Rect(0, 0, pt(width), pt(300)), (HEAD,))
    return settle(holder, (Flow(runs, HEAD, balance=balance),), 0)


def lines(body: TextBody) -> list[str]:
    return [plain(line.runs) for line in body.paragraphs[0].lines]


def without_gaps(text: str) -> Emu:
    return advance(text, 28, True) - to_emu(HAN_LATIN_GAP * len(gaps(text)), 28)


def test_a_heading_breaks_alike_with_and_without_gaps() -> None:
    """Where Han and Latin stand closer, the next word still finds no room on the line."""
    body = settled("《参与感》与 iPhone 4S，把用户价值放在上帝的位置上")
    assert lines(body) == ["《参与感》与 iPhone 4S，", "把用户价值放在上帝的位置上"]
    assert without_gaps("《参与感》与 iPhone 4S，把") > pt(WIDTH) - body.insets.right


def test_no_character_stands_alone() -> None:
    """Running text, too: the inset grows until the last line holds two characters."""
    body = settled("把用户价值放在上帝的位置上面吧", 14.2 * 28, balance=False)
    assert len(lines(body)[-1]) > 1
    assert body.insets.right > 0


def test_a_line_more_spares_a_lone_character() -> None:
    """Where no width within the same lines helps, the text takes a line more if it fits."""
    words, width = "地写进当天的清单，谁听见的谁负责，到下班以前不许清空", 5.8 * 28
    body = settled(words, width, balance=False)
    assert [len(line) for line in lines(body)] == [4, 3, 4, 4, 4, 4, 3]
    flat = Placeholder(0, "body", "", Rect(0, 0, pt(width), 0), (HEAD,))
    assert lines(settle(flat, (Flow(rich(words), HEAD),), 0))[-1] == "空"


def test_a_line_keeps_its_words_in_a_face_that_stands_in() -> None:
    """A heading of one line stays one where its Latin is wider, however the text below breaks."""
    flows = tuple(
        Flow(rich(text), HEAD, balance=True) for text in ("Money pits", "公交卡，刷一次就没人用")
    )
    holder = Placeholder(0, "body", "", Rect(0, 0, pt(210), pt(300)), (HEAD,))
    body = settle(holder, flows, 0)
    assert [len(one.lines) for one in body.paragraphs] == [1, 2]
    taken = pt(210) - body.insets.right
    assert taken >= advance("Money pits", 28, True) * 115 // 100


def test_a_line_is_not_full_to_a_hair() -> None:
    """What one program sets a thousandth narrower breaks where it should all the same."""
    words = "互联网时代的口碑不是广告喊出来的，是用户在用过之后自己说出来的：产品超出预期吧"
    body = settled(words, 19.48 * 28, balance=False)
    room = pt(19.48 * 28) - body.insets.right
    for line, following in pairwise(lines(body)):
        assert advance(line + following[0], 28, True) * 998 // 1000 > room


def test_what_may_be_set_again_keeps_its_balance() -> None:
    """A paragraph says whether its lines should be even."""
    assert settled("标题").paragraphs[0].balance
    assert not settled("标题", balance=False).paragraphs[0].balance


def test_a_heading_that_cannot_be_even_still_keeps_its_words() -> None:
    """No width gives the break that a typesetter wants; a narrower one keeps 经营 whole."""
    text = "联想案例：从卖产品到经营客户"
    assert lines(settled(text, 28 * 11.3)) == ["联想案例：从卖产品", "到经营客户"]


def test_of_breaks_that_can_be_had_the_best_is_taken() -> None:
    """The even break is out of reach; the words and clauses stay whole where a width allows it."""
    assert lines(settled("从任务A转到任务B，注意力还有一部分停在A上", 28 * 17.2)) == [
        "从任务A转到任务B，注意力",
        "还有一部分停在A上",
    ]
    assert lines(settled("公共设施", 28 * 3)) == ["公共", "设施"]


def test_stressed_words_stay_together() -> None:
    """A few words in bold are broken as little as a name; what is all bold is a sentence."""
    before, stressed, after = "过剩的年代，竞争", "只认第一", "，不设亚军"
    runs = (Run(before), Run(stressed, bold=True), Run(after))
    assert lines(settled_runs(runs, 28 * 14.2)) == ["过剩的年代，竞争只认第一，", "不设亚军"]
    assert (
        lines(settled(before + stressed + after, 28 * 14.2))[0]
        != lines(settled_runs(runs, 28 * 14.2))[0]
    )


def test_a_number_keeps_its_unit() -> None:
    """200 美元, 第 7 页, 6亿用户: a figure goes on to the next line with what it counts."""
    assert lines(settled("他们愿意为它多花 200 美元去买", 28 * 10.6)) == [
        "他们愿意为它多花 ",
        "200 美元去买",
    ]


def test_text_breaks_well_in_a_face_that_stands_in() -> None:
    """Where none of a theme's faces is installed, a wider one leaves no character alone either."""
    words = "NPS 从 32 升到 61，用了 18 个月，没有投一分钱广告"
    body = settled(words, 384, balance=False)
    assert lines(body) == ["NPS 从 32 升到 61，用了 ", "18 个月，没有投一分钱广告"]
    wider = replace(HEAD, fonts=FontPair("", "", ("DejaVu Serif",)))
    ends = []
    for width in (pt(384), pt(384) - body.insets.right):
        (one,) = set_flows((Flow(rich(words), wider),), width, 0, settled=True)
        ends.append(plain(one.lines[-1].runs))
    assert ends == ["告", "广告"]


def test_a_few_lines_of_running_text_keep_their_words() -> None:
    """A narrower frame costs nothing there; in a long list lines are filled to the full."""
    few = settled("懂行业的规矩和利润从哪里来", 28 * 8.4, balance=False)
    assert lines(few) == ["懂行业的规矩和", "利润从哪里来"]
    assert few.insets.right > 0
