"""Slides of a section with the same layout share the sizes of their bodies."""

from __future__ import annotations

from pathlib import Path

from deckgen import read_outline
from deckgen.finishing import _sizes
from deckgen.finishing._sizes import step_of
from deckgen.model.scene import Box, Page
from deckgen.pipeline import Themes, draw_deck
from deckgen.problems import Report

LONG = "一句说得相当长的话，它在二十四点的时候要占去两行还多一些的地方，所以这一页要小一号。"
LONGER = LONG * 4
SHORT = ["短句"] * 6  # fewer stand apart, and larger


def sizes(tmp_path: Path, *slides: list[str], report: Report | None = None) -> list[list[float]]:
    """Return the sizes of each slide's points, of an outline with one section of such slides."""
    topics = "".join(
        f"    - 第{number}页:\n        layout: bullets\n        points: [{', '.join(points)}]\n"
        for number, points in enumerate(slides, 1)
    )
    path = tmp_path / "a.yaml"
    path.write_text(f"title: 书\ntopics:\n- 一节:\n    points:\n{topics}", "utf-8")
    outline = read_outline(path)
    report = report or Report()
    scene = draw_deck(outline, Themes().compile(outline, "base", report), report)
    return [_sizes_on(page) for page in scene.pages if page.kind == "bullets"]


def _sizes_on(page: Page) -> list[float]:
    (body,) = [shape for shape in page.shapes if isinstance(shape, Box) and shape.placeholder == 1]
    return sorted({paragraph.size_pt for paragraph in body.text.paragraphs})


def test_the_slide_that_needs_the_smallest_text_decides(tmp_path: Path) -> None:
    """One slide at 20 pt brings its neighbours there, and the report says so."""
    report = Report()
    wordy = [LONG] * 4
    assert sizes(tmp_path, SHORT, wordy, SHORT, report=report) == [[20]] * 3
    assert [problem.message for problem in report.problems if "the text" in problem.message] == [
        "the text of '第1页' is set smaller, as that of others like it",
        "the text of '第2页' is set in 20 pt, for 24 it is too long",
        "the text of '第3页' is set smaller, as that of others like it",
    ]


def test_dividers_share_their_sizes_all_through_the_deck(tmp_path: Path) -> None:
    """They are a series, each in a section of its own: one long title decides for them all."""
    names = ("近", "一个说得相当长的部分的名字", "远")
    topics = "".join(
        f"- {name}: {{gist: 一句话, points: [一: {{layout: cards, points: [甲, 乙]}}, 二: 说]}}\n"
        for name in names
    )
    path = tmp_path / "a.yaml"
    path.write_text(f"title: 书\ntopics:\n{topics}", "utf-8")
    outline, report = read_outline(path), Report()
    scene = draw_deck(outline, Themes().compile(outline, "base", report), report)
    dividers = [page for page in scene.pages if page.kind == "section"]
    boxes = [shape for page in dividers for shape in page.shapes if isinstance(shape, Box)]
    titles = [box.text.paragraphs[0].size_pt for box in boxes if box.placeholder == 0]
    assert (len(titles), len(set(titles))) == (3, 1)
    assert titles[0] < Themes().compile(outline, "base", report).style("section_title").sizes[0]


def test_an_odd_slide_is_split_at_the_size_of_the_others(tmp_path: Path) -> None:
    """A slide two steps below all others goes on to a next page instead: few lines, set large."""
    report = Report()
    wordy = [SHORT, SHORT, [LONG] * 6, SHORT]
    assert sizes(tmp_path, *wordy, report=report) == [[24], [24], [28], [28], [24]]
    assert [problem.message for problem in report.problems if "第3页" in problem.message] == [
        "'第3页' does not fit on one slide and goes on",
        "'第3页' goes on, or its text would be far smaller than its section's",
    ]


def test_an_odd_slide_that_cannot_be_split_is_small_alone(tmp_path: Path) -> None:
    """Two cards would become a list: they stay, and do not make the others small."""
    cards = "".join(
        f"    - 第{number}页:\n        layout: cards\n        points:\n"
        f"        - 甲: [{words}]\n        - 乙: [{words}]\n"
        for number, words in enumerate(("短句", "短语", "词", "，".join([LONG] * 5)), 1)
    )
    path = tmp_path / "a.yaml"
    path.write_text(f"title: 书\ntopics:\n- 一节:\n    points:\n{cards}", "utf-8")
    outline, report = read_outline(path), Report()
    scene = draw_deck(outline, Themes().compile(outline, "base", report), report)
    pages = [page for page in scene.pages if page.layout.startswith("cards")]
    steps = [
        max(
            step_of(box.text)
            for box in page.shapes
            if isinstance(box, Box) and box.placeholder >= 20
        )
        for page in pages
    ]
    assert steps == [0, 0, 0, 3]


def test_shared_is_the_smallest_but_for_odd_ones() -> None:
    """Of three and more, a third at most that is two steps below the rest is left out."""
    cases = ([0], [0, 2], [0, 0, 1], [0, 0, 2], [0, 1, 3], [0, 0, 0, 2, 3], [0, 0, 0, 1, 2, 4])
    assert [_sizes._shared(steps) for steps in cases] == [0, 2, 1, 0, 1, 3, 2]
