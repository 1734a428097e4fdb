"""Text takes the largest step of its scale that fits, and no size beside it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.model.richtext import rich
from deckgen.model.scene import TextBody
from deckgen.model.style import Anchor, TextStyle
from deckgen.model.units import Insets, Size, pt
from deckgen.text.fit import LINE_EM, Flow, fit, height_of, set_flows

BODY = TextStyle("body", (24, 20, 18), before_pt=6)
HEAD = TextStyle("head", (40, 32), spacing=90, bold=True)


def flows(*texts: str, style: TextStyle = BODY) -> tuple[Flow, ...]:
    return tuple(Flow(rich(text), style) for text in texts)


def test_height_is_lines_and_the_space_between_paragraphs():
    """Space stands before every paragraph but the first."""
    paragraphs = set_flows(flows("用户价值", "第一"), pt(48), 0)
    assert [len(p.lines) for p in paragraphs] == [2, 1]
    assert [p.before for p in paragraphs] == [0, pt(6)]
    assert height_of(paragraphs) == 3 * pt(24 * LINE_EM) + pt(6)


def test_spacing_stretches_the_line():
    """Line height is the face's, times the style's spacing."""
    (paragraph,) = set_flows(flows("用户", style=HEAD), pt(400), 1)
    assert paragraph.line_height == pt(32 * LINE_EM * 0.9)


def test_a_style_with_fewer_sizes_stays_at_its_smallest():
    """Steps beyond a style's scale give its last size."""
    both = flows("用户", style=HEAD) + flows("价值")
    assert [p.size_pt for p in set_flows(both, pt(400), 2)] == [32, 18]


def test_text_walks_down_until_it_fits():
    """Two lines of 24 pt are too many, one line of 20 pt is not."""
    found = fit(flows("用户价值第"), Size(pt(101), pt(40)))
    assert (found.step, found.fits, found.count) == (1, True, 1)
    assert [p.size_pt for p in found.body.paragraphs] == [20]
    assert found.body.height == pt(20 * LINE_EM)


def test_insets_are_taken_off_the_room():
    """The frame's size is given; the text gets what the insets leave."""
    insets = Insets(pt(4), pt(2), pt(4), pt(2))
    found = fit(flows("用户价值"), Size(pt(101), pt(40)), insets, Anchor.MIDDLE)
    assert (found.step, found.body.insets, found.body.anchor) == (1, insets, Anchor.MIDDLE)


def test_what_does_not_fit_is_counted():
    """At the last step, the flows that fit whole are counted and the body holds all."""
    found = fit(flows("一", "二", "三", "四"), Size(pt(100), pt(70)))
    assert (found.step, found.fits, found.count) == (2, False, 2)
    assert len(found.body.paragraphs) == 4


def test_what_fills_the_room_fits():
    """Not one EMU needs to be left over."""
    height = pt(24 * LINE_EM)
    assert fit(flows("一"), Size(pt(24), height)).step == 0
    assert fit(flows("一"), Size(pt(24), height - 1)).step == 1


def test_walking_may_begin_lower():
    """A slide can be held at its section's step."""
    assert fit(flows("一"), Size(pt(100), pt(100)), first_step=1).step == 1
    assert fit(flows("一"), Size(pt(100), pt(100)), first_step=9).step == 2


def test_no_flows_fit_anywhere():
    """Nothing to set takes no room."""
    found = fit((), Size(0, 0))
    assert (found.body, found.step, found.fits, found.count) == (TextBody(), 0, True, 0)


def test_an_empty_paragraph_takes_a_line():
    """PowerPoint keeps an empty paragraph's height."""
    assert fit(flows(""), Size(pt(100), pt(100))).body.height == pt(24 * LINE_EM)


TEXTS = st.lists(st.text("用户价值，。ab 12", max_size=40), max_size=6)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.integers(10, 300), st.integers(0, 300), st.integers(0, 4))
def test_sizes_come_from_the_scale_and_the_verdict_is_true(
    texts: list[str], width: int, height: int, first: int
):
    """Every size is one of the style's; `fits` and `count` agree with the height."""
    found = fit(flows(*texts), Size(pt(width), pt(height)), first_step=first)
    assert all(p.size_pt in BODY.sizes for p in found.body.paragraphs)
    assert found.fits == (found.body.height <= pt(height)) == (found.count == len(texts))
    assert height_of(found.body.paragraphs[: found.count]) <= pt(height)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.integers(10, 300), st.integers(0, 300))
def test_more_room_never_fits_less(texts: list[str], width: int, height: int):
    """A taller frame takes at least as many flows, at no smaller step."""
    low = fit(flows(*texts), Size(pt(width), pt(height)))
    tall = fit(flows(*texts), Size(pt(width), pt(height + 20)))
    assert tall.step <= low.step
    assert tall.fits >= low.fits
    assert tall.step < low.step or tall.count >= low.count


def test_a_smaller_size_is_taken_to_keep_a_word_whole():
    """A word that fits a line two steps down is not cut at the size that has the height.

    It fits with some room to spare, for a wider face may stand in; failing that, without.
    """
    style = TextStyle("s", (24, 20, 18, 16))
    word, room = (Flow(rich("Communication"), style),), Size(pt(160), pt(200))
    assert fit(word, room).step == 2
    assert fit(word, Size(pt(124), pt(200))).step == 3
    assert len(fit(word, room).body.paragraphs[0].lines) == 1


def test_what_every_size_cuts_stays_large():
    """An address that no step holds does not make the text small."""
    style = TextStyle("s", (24, 20, 18, 16))
    address = Flow(rich("https://example.org/" + "a" * 90), style)
    assert fit((address,), Size(pt(300), pt(300))).step == 0
    some = Flow(rich("https://example.org/" + "a" * 9), style)
    room = Size(pt(345), pt(300))
    assert [fit(flows, room).step for flows in ((some,), (some, some))] == [1, 0]
