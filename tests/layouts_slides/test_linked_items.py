"""An item's link: on its name, or on an arrow after a sentence."""

from __future__ import annotations

import pytest
from slides_at_hand import boxes_of, item, pages_of, slide, theme

from deckgen.model.deck import Item
from deckgen.model.richtext import Run

SENTENCE = "一句话很长，写了一行还没有完，所以不把它整个变成链接"


@pytest.mark.parametrize(
    ("told", "runs"),
    [
        (item("官网", link="http://a.b"), [("官网", "http://a.b")]),
        (item("官网", target="t2"), [("官网", "#t2")]),
        (item(SENTENCE, link="http://a.b"), [(SENTENCE, ""), ("↗", "http://a.b")]),
        (
            item(SENTENCE, "说明", link="http://a.b"),
            [(SENTENCE, ""), ("：", ""), ("说明", ""), ("↗", "http://a.b")],
        ),
        (
            item("http://a.b/" + 40 * "c", link="http://a.b"),
            [("http://a.b/" + 40 * "c", "http://a.b")],
        ),
        (
            Item((Run("见", link="http://c.d"), Run("他")), target="t2"),
            [("见", "http://c.d"), ("他", ""), ("↗", "#t2")],
        ),
    ],
)
def test_a_sentence_is_not_underlined(told: Item, runs: list[tuple[str, str]]) -> None:
    (page,) = pages_of(slide("bullets", told, "别的"), theme())
    body = next(box for box in boxes_of(page.shapes) if box.placeholder == 1)
    assert [(run.text, run.link) for run in body.text.paragraphs[0].runs] == runs
