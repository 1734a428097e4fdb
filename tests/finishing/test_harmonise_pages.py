"""Slides of a section with the same layout share the sizes of their bodies."""

from __future__ import annotations

from pathlib import Path

from deckgen import read_outline
from deckgen.finishing import harmonise
from deckgen.model.scene import Box, Page
from deckgen.pipeline import Themes, draw_deck
from deckgen.problems import Report

LONG = "一句说得相当长的话，它在二十四点的时候要占去两行还多一些的地方，所以这一页要小一号。"
LONGER = LONG * 4


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
    return [_sizes(page) for page in scene.pages if page.layout == "bullets"]


def _sizes(page: Page) -> list[float]:
    (body,) = [shape for shape in page.shapes if isinstance(shape, Box) and shape.placeholder == 1]
    return sorted({paragraph.size_pt for paragraph in body.text.paragraphs})


def test_the_slide_that_needs_the_smallest_text_decides(tmp_path: Path) -> None:
    """One slide at 20 pt brings its neighbours there, and the report says so."""
    report = Report()
    wordy = [LONG] * 4
    assert sizes(tmp_path, ["短句", "短语"], wordy, ["三", "四"], report=report) == [[20]] * 3
    assert [problem.message for problem in report.problems if "the text" in problem.message] == [
        "the text of '第1页' is set smaller, as the others of its section",
        "the text of '第2页' is set in 20 pt, for 24 it is too long",
        "the text of '第3页' is set smaller, as the others of its section",
    ]


def test_one_odd_slide_does_not_make_all_small(tmp_path: Path) -> None:
    """Two steps below all others, a slide is small alone."""
    assert sizes(tmp_path, ["短句"], ["短语", "短语"], [LONG] * 6, ["三"])[-1] == [24]


def test_shared_is_the_smallest_but_for_an_odd_one() -> None:
    """Of three and more, one that is two steps below the rest is left out."""
    cases = ([0], [0, 2], [0, 0, 1], [0, 0, 2], [0, 1, 3])
    assert [harmonise._shared(steps) for steps in cases] == [0, 2, 1, 0, 1]
