"""What holds for every slide, whatever is said on it: nothing lost, nothing too high, an end."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slides_at_hand import ASPECTS, LAYOUTS, THEMES, faults, lost, pages_of, theme

from deckgen.model.deck import Item, Slide
from deckgen.model.origin import Origin
from deckgen.model.outline import Quote
from deckgen.model.richtext import Run, rich

IS_WHOLE = os.environ.get("DECKGEN_MANY_DECKS") == "1"
HAN = st.text("微信思维的五条款上帝阳光岩石森林河流，。", min_size=1, max_size=14)
LATIN = st.sampled_from(["PowerPoint 2019", "a", "3.14", "KPI", "O2O 模式", "https://a.io/b"])
SENTENCE = st.lists(HAN, min_size=3, max_size=9).map("，".join)
ESSAY = st.builds(lambda text, times: f"{text}。" * times, SENTENCE, st.integers(4, 14))
WORD = st.one_of(HAN, HAN, HAN, LATIN)
TEXT = st.one_of(WORD, WORD, WORD, WORD, SENTENCE, SENTENCE, ESSAY)
RICH = st.one_of(
    TEXT.map(rich),
    st.builds(lambda one, two: (Run(one, bold=True), Run(two)), WORD, SENTENCE),
)
MAYBE = st.one_of(st.just(()), st.just(()), RICH)


def items(depth: int, most: int) -> st.SearchStrategy[tuple[Item, ...]]:
    """Make items with so many levels under them."""
    below = items(depth - 1, 4) if depth else st.just(())
    some = st.one_of(st.just(()), below)
    label = st.sampled_from(["", "", "第一步", "2"])
    one = st.builds(Item, st.one_of(WORD.map(rich), RICH), MAYBE, some, label)
    return st.lists(one, max_size=most).map(tuple)


# what the planner puts on these: facts without points
FLAT = {"title": ("title",), "closing": ("title", "gist"), "reading": ("title", "gist")}


@st.composite
def slides(draw: st.DrawFn) -> Slide:
    """Make a slide of any layout."""
    layout = draw(st.sampled_from(LAYOUTS))
    told = draw(items(2, 13))
    if layout in FLAT:
        kept = FLAT[layout]
        told = tuple(Item(one.title, one.gist if "gist" in kept else ()) for one in told)
    quotes = tuple(
        Quote(text, by)
        for text, by in draw(st.lists(st.tuples(RICH, st.one_of(st.just(""), HAN)), max_size=2))
    )
    return Slide(
        "t1",
        layout,
        draw(RICH),
        draw(MAYBE),
        told,
        exhibits=quotes if layout == "quote" else (),
        label="03",
        origin=Origin("talk.yaml", 3, 3),
    )


@pytest.mark.parametrize("aspect", ASPECTS)
@settings(max_examples=100 if IS_WHOLE else 25, deadline=None)
@given(told=slides(), name=st.sampled_from(THEMES))
def test_every_slide_is_shown_whole(aspect: str, told: Slide, name: str) -> None:
    """Every character is on a page, inside its frame; the splitting comes to an end."""
    look = theme(name, aspect)
    pages = pages_of(told, look)
    assert [fault for page in pages for fault in faults(page, look)] == []
    assert lost(told, pages) == ""
    assert len({page.key for page in pages}) == len(pages)
