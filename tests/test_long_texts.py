"""No text is so long that it takes more than its share of time: all grows as the length does.

A text ten times as long may take ten times as long. What took its square would need minutes here.
"""

from __future__ import annotations

import pytest
from long_texts import KINDS, long_text
from patience import patience

from deckgen.looks import Themes
from deckgen.model.deck import Item, Slide
from deckgen.model.outline import Outline, Quote
from deckgen.model.richtext import Cutter, Run, plain, rich
from deckgen.model.scene import Box
from deckgen.model.style import TextStyle
from deckgen.model.theme import Theme
from deckgen.model.units import Size, pt
from deckgen.placing import pages_of
from deckgen.planning.deck._recognisers import RECOGNISERS
from deckgen.planning.deck.counts import promise
from deckgen.planning.deck.footer import fill
from deckgen.problems import Report
from deckgen.readers._inline import read_inline
from deckgen.text.fit import Flow, fit
from deckgen.text.wrap import count_lines, wrap

LONG = 10_000  # characters
STYLE = TextStyle("body", (24, 20, 18, 16))
OTHERS = (Item(rich("让用户说出口碑"), rich("口碑")), Item(rich("把价值放在服务里"), rich("价值")))


@pytest.fixture(scope="module")
def theme() -> Theme:
    return Themes().compile(Outline(rich("题")), "", Report())


@pytest.mark.parametrize("kind", KINDS)
def test_words_are_recognised_in_time_that_grows_as_they_do(kind: str) -> None:
    """Marks are read, and every layout asked whether the words are its own, wherever they stand."""
    text = long_text(kind, LONG)
    with patience(0.15):
        runs = read_inline(text)
        promise(text)
        fill(text, {})
        for slide in (
            Slide("a", "auto", runs, (), OTHERS),
            Slide("a", "auto", runs, rich("三步走")),
            Slide("a", "auto", rich("三步走"), runs),
            Slide("a", "auto", rich("三步走"), (), (Item(runs, rich("甲")), *OTHERS)),
        ):
            for recogniser in RECOGNISERS:
                recogniser.find(slide)


@pytest.mark.parametrize("kind", KINDS)
def test_words_are_broken_in_time_that_grows_as_they_do(kind: str) -> None:
    """Lines are filled, and counted, whatever they consist of; titles keep words together."""
    runs = read_inline(long_text(kind, LONG))
    with patience(0.1):
        lines = wrap(runs, STYLE, 18, pt(340))
        wrap(runs, STYLE, 32, pt(340), balance=True)
        count_lines(runs, STYLE, 18, pt(340))
    assert "".join(plain(line.runs) for line in lines) == plain(runs)


def test_what_is_far_too_much_for_a_frame_is_not_broken_at_every_size() -> None:
    """That it is too much is told by its letters' widths alone, at once."""
    flows = (Flow(rich(long_text("han", 1_000_000)), STYLE, balance=True),)
    with patience(0.3):
        fitted = fit(flows, Size(pt(340), pt(300)))
    assert (fitted.count, fitted.step) == (0, len(STYLE.sizes) - 1)


@pytest.mark.parametrize("kind", ["han", "bold", "digits", "names", "nothing but spaces"])
@pytest.mark.parametrize("place", ["title", "point", "quote"])
def test_a_long_text_is_set_a_page_at_a_time(kind: str, place: str, theme: Theme) -> None:
    """Each page measures no further than a page goes, in the title, in a point, in a quotation."""
    runs = read_inline(long_text(kind, LONG // 2))
    slide = {
        "title": Slide("a", "cards", runs, items=OTHERS, footer=plain(runs)),
        "point": Slide("a", "cards", rich("甲"), items=(Item(runs), *OTHERS)),
        "quote": Slide("a", "quote", rich("甲"), exhibits=(Quote(runs),)),
    }[place]
    with patience(0.3):
        pages = list(pages_of(slide, theme, Report()))
    shown = (box.text for page in pages for box in page.shapes if isinstance(box, Box))
    words = "".join(plain(line.runs) for text in shown for line in text.paragraphs)
    assert plain(runs)[-20:].strip() in words


def test_parts_are_cut_in_one_pass() -> None:
    """Each run is handed out whole where it can be, whatever its style, and none twice."""
    cutter = Cutter((Run("甲乙", bold=True), Run("丙"), Run("丁戊", link="#a")))
    assert cutter.cut(1) == (Run("甲", bold=True),)
    assert cutter.cut(4) == (Run("乙", bold=True), Run("丙"), Run("丁", link="#a"))
    assert cutter.cut(4) == ()
    assert cutter.cut(9) == (Run("戊", link="#a"),)
