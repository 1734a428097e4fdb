"""Badly ended lines are worth a step down the scale, or two, if that mends them."""

from __future__ import annotations

from deckgen.model.richtext import Run, rich
from deckgen.model.scene import TextLine, TextParagraph
from deckgen.model.style import TextStyle
from deckgen.text.flaws import flaws_of, least_flawed, steps_from, words_cut

STYLE = TextStyle("head", (28,))


def broken(*lines: str, bold: str = "", balance: bool = True) -> TextParagraph:
    """Return a paragraph in these lines, of which the words `bold` are stressed."""
    before, found, after = "".join(lines).partition(bold or "\n")
    runs = tuple(run for run in (Run(before), Run(found, bold=True), Run(after)) if run.text)
    set_lines = tuple(TextLine(rich(line), 1) for line in lines)
    return TextParagraph(runs, STYLE, 28, set_lines, 1, balance=balance)


def test_what_is_alone_or_apart_is_a_flaw() -> None:
    """A lone character is the worst, then what belongs together, then a word; none in a list."""
    flaws = [
        flaws_of([one])
        for one in (
            broken("多花二百美", "元。"),
            broken("竞争只认", "第一", bold="只认第一"),
            broken("多花 200 ", "美元"),
            broken("请告", "诉我们"),
            broken("请告", "诉我们", balance=False),
            broken("请", "告诉我们"),
        )
    ]
    assert flaws[0] > flaws[1] == flaws[2] > flaws[3] > 0 == flaws[4] == flaws[5]


def test_a_long_heading_is_read_as_running_text() -> None:
    """Five lines cannot all end with a word; nor can a title longer than a line."""
    assert flaws_of([broken("告", "诉" * 4, "二二", "三三", "四四")]) == 0
    assert words_cut([broken("《互联网思维独孤九剑", "：移动互联时代的思维革命》")]) == 0


def test_smaller_text_has_to_be_much_better() -> None:
    """A step is taken if it mends two thirds; of two that mend alike, the larger."""

    def taken(*faults: int) -> int:
        return least_flawed(0, range(len(faults)), lambda step: step, lambda step, _: faults[step])[
            1
        ]

    assert taken(0, 0, 0) == taken(12, 6, 6) == taken(3, 0, 0) == 0
    assert taken(6, 0, 0) == 1
    assert taken(12, 12, 0) == 2


def test_small_text_loses_one_step_at_most() -> None:
    """Large words may take two, and those that stay nearly as large."""
    scale = (54, 40, 32, 28, 24, 20, 18, 16)
    steps = [len(steps_from(step, [TextStyle("body", scale)])) - 1 for step in range(len(scale))]
    assert steps == [2, 2, 2, 1, 2, 1, 1, 0]
