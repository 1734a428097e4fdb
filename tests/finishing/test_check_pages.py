"""Text that is too high and frames beyond the page are warnings that name the outline's line."""

from __future__ import annotations

from dataclasses import replace

from scenes_at_hand import box, page, scene, theme

from deckgen.finishing.check import apply
from deckgen.model.richtext import rich
from deckgen.model.scene import Group, Page, Shape, TextBody
from deckgen.model.style import TextStyle
from deckgen.model.units import Insets, Rect, pt
from deckgen.problems import Report
from deckgen.text.fit import Flow, set_flows

FRAME = Rect(pt(10), pt(10), pt(100), pt(50))


def warnings(*shapes: Shape) -> list[str]:
    told: Page = replace(page("t1"), shapes=shapes, number=4)
    report = Report()
    before = scene(told)
    assert apply(before, theme(), report) is before
    assert not report.has_errors
    return [str(problem) for problem in report.problems]


def test_text_that_fits_is_no_problem() -> None:
    """A point is allowed for rounding."""
    assert warnings(box(FRAME, pt(50)), box(FRAME, pt(51)), box(FRAME)) == []


def test_text_higher_than_its_frame_is_told() -> None:
    """The line is the box's own, or else the page's."""
    assert warnings(box(FRAME, pt(52), line=7)) == [
        "talk.yaml:7:1: warning: the text of '正文' on page 4 ('标题') is too long"
    ]
    assert warnings(box(FRAME, pt(52)))[0].startswith("talk.yaml:3:3: warning: the text of")


def test_insets_are_taken_off() -> None:
    """Text has the frame less its insets."""
    text = TextBody(insets=Insets(0, pt(10), 0, pt(10)), height=pt(32))
    assert len(warnings(replace(box(FRAME), text=text))) == 1


def test_frames_beyond_the_page_are_told() -> None:
    """On every side; a group is looked into."""
    size = theme().grid.page
    outside = [
        Rect(-pt(1), 0, pt(9), pt(9)),
        Rect(0, -pt(1), pt(9), pt(9)),
        Rect(size.width - pt(8), 0, pt(9), pt(9)),
        Rect(0, size.height - pt(8), pt(9), pt(9)),
    ]
    for frame in outside:
        said = warnings(Group((box(frame, name="卡片"),), frame, "组"))
        assert said == ["talk.yaml:3:3: warning: '卡片' on page 4 reaches beyond the page"]
    assert warnings(box(Rect(0, 0, size.width, size.height))) == []


def test_an_address_that_is_cut_in_two_is_told() -> None:
    """Only where a line ends inside it; the hint says how to hide it behind words."""
    style = TextStyle("body", (20,))
    words = "见 https://example.org/a/long/path?query=1 与附录"
    for width, count in ((pt(200), 1), (pt(600), 0)):
        paragraphs = set_flows((Flow(rich(words), style),), width, 0)
        said = warnings(replace(box(FRAME), text=TextBody(paragraphs)))
        assert len(said) == count
        assert all("'https://example.org/a/long/path?query=1' is cut" in one for one in said)
