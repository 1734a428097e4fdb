"""The order of work: what is placed, split, refused, and what a program gets to see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from pptx.enum.shapes import PP_PLACEHOLDER

import deckgen
from deckgen import (
    DeckgenError,
    Report,
    compile_deck,
    compile_map,
    pipeline,
    placing,
    read_outline,
    registry,
)
from deckgen.model.deck import Deck, Item, Section, Slide
from deckgen.model.origin import Origin
from deckgen.model.richtext import rich
from deckgen.model.scene import Page, Scene
from deckgen.model.theme import Theme
from deckgen.model.units import Size
from deckgen.plugin import Placed, SlideLayout

FURNITURE = {PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER}
OUTLINE = "title: 参与感\ntopics:\n- 口碑: [产品, 社会化媒体]\n- 讨论: [为什么推荐？]\n"


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    path = tmp_path / "talk.yaml"
    path.write_text(OUTLINE, "utf-8")
    return path


def test_a_program_goes_on_with_the_presentation(talk: Path) -> None:
    """The deck is a presentation of python-pptx's, and takes a slide of the same look."""
    presentation = deckgen.compile_presentation(read_outline(talk), theme="stage")
    titles = [slide.shapes.title.text for slide in presentation.slides if slide.shapes.title]
    assert titles == ["参与感", "口碑", "讨论", "谢谢"]
    layout = presentation.slides[1].slide_layout
    added = presentation.slides.add_slide(layout)
    assert [one.placeholder_format.type for one in added.placeholders] == [
        one.placeholder_format.type
        for one in layout.placeholders
        if one.placeholder_format.type not in FURNITURE
    ]


def page_of(slide: Slide) -> Page:
    return Page(slide.key, "", Size(1, 1), (), notes=slide.notes, number=slide.part.number)


def by_two(slide: Slide, *_: object) -> Placed:
    """A layout with room for two items."""
    rest = (replace(slide, items=slide.items[2:], notes=()),) if len(slide.items) > 2 else ()
    return Placed(page_of(slide), rest)


def stubborn(slide: Slide, *_: object) -> Placed:
    """A layout that never gets smaller."""
    return Placed(page_of(slide), (slide,))


def endless(slide: Slide, *_: object) -> Placed:
    """A layout that says the same words in more items each time."""
    return Placed(page_of(slide), (replace(slide, items=(*slide.items, Item(rich("x")))),))


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Scene]:
    """Place slides in a layout that is made of one function."""

    def run(
        function: Callable[..., Placed], slides: tuple[Slide, ...], sections: tuple[Section, ...]
    ) -> Scene:
        layouts = type("", (), {"find": lambda *_: SlideLayout("x", lambda _: (), function)})
        monkeypatch.setattr(registry, "slide_layouts", layouts)
        theme = cast(Theme, SimpleNamespace(layouts={}))  # these layouts do not look at it
        return placing.place_deck(Deck(slides, sections), theme, Report())

    return run


def slide(key: str, count: int) -> Slide:
    items = tuple(Item(rich(f"point {number}")) for number in range(count))
    return Slide(key, "bullets", rich(key), items=items, origin=Origin("a.yaml", 5, 3))


def test_what_does_not_fit_goes_on_the_next_page(place: Callable[..., Scene]) -> None:
    """Continuations have keys of their own, and sections start at the right page."""
    sections = (Section("A", "a", 0), Section("B", "b", 1))
    scene = place(by_two, (slide("a", 5), slide("b", 2)), sections)
    assert [(page.key, page.number) for page in scene.pages] == [
        ("a", 1), ("a~2", 2), ("a~3", 3), ("b", 1),
    ]  # fmt: skip
    assert [section.first for section in scene.sections] == [0, 3]


@pytest.mark.parametrize("layout", [stubborn, endless])
def test_a_rest_that_did_not_shrink_is_refused(
    place: Callable[..., Scene], layout: Callable[..., Placed]
) -> None:
    """A layout cannot hold the pipeline for ever; the author learns which slide it is."""
    with pytest.raises(DeckgenError) as caught:
        place(layout, (slide("a", 3),), ())
    (problem,) = caught.value.problems
    assert str(problem) == "a.yaml:5:3: error: slide 'a' cannot be split any further"
    assert problem.hint == "shorten its longest point, or divide it in two"


def test_the_front_door(talk: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Three functions and no print; names are listed, and others are unknown."""
    outline = read_outline(talk)
    assert compile_deck(outline).startswith(b"PK")
    assert compile_map(outline, layout="logic", depth=1).startswith(b"<?xml")
    assert capfd.readouterr() == ("", "")
    assert all(getattr(deckgen, name) for name in deckgen.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'compile_all'"):
        deckgen.compile_all  # noqa: B018 - that is the test


def test_the_outline_is_not_changed(talk: Path) -> None:
    """Compiling twice, in between with other choices, gives the same bytes."""
    outline = read_outline(talk)
    first = compile_map(outline)
    assert compile_map(outline, layout="logic", depth=1) != first
    compile_deck(outline)
    assert compile_map(outline) == first


def test_warnings_reach_the_report(tmp_path: Path) -> None:
    """A caller who hands in a report reads in it what the CLI would print."""
    path = tmp_path / "talk.yaml"
    path.write_text("title: a\ntopics:\n- 五条建议: [甲, 乙, 丙, 丁]\n", "utf-8")
    report = Report()
    compile_deck(read_outline(path, report=report), report=report)
    assert [problem.origin.line for problem in report.problems] == [3]
    assert not report.has_errors


def test_a_theme_is_compiled_once_for_many(talk: Path) -> None:
    """One `Themes` gives the same theme to outlines of one folder and one page size."""
    outline = read_outline(talk)
    themes, report = pipeline.Themes(), Report()
    theme = themes.compile(outline, "", report)
    assert themes.compile(read_outline(talk), "", report) is theme
    tall = replace(outline, deck=replace(outline.deck, aspect="4:3"))
    assert themes.compile(tall, "", report) is not theme
    assert {"title", "bullets"} <= {spec.kind for spec in theme.layouts.values()}
    assert compile_deck(outline, theme=theme) == compile_deck(outline)


def test_allow_widens_the_outlines_folder(tmp_path: Path) -> None:
    """Pictures may come from a folder that the caller names."""
    png = b"\x89PNG\r\n\x1a\n"
    (tmp_path / "pics").mkdir()
    (tmp_path / "pics" / "a.png").write_bytes(png)
    (tmp_path / "talks").mkdir()
    path = tmp_path / "talks" / "talk.yaml"
    path.write_text("title: a\ntopics:\n- b:\n    image: ../pics/a.png\n", "utf-8")
    with pytest.raises(DeckgenError, match="lies outside the folder"):
        read_outline(path)
    (topic,) = read_outline(path, allow=[tmp_path / "pics"]).topics
    assert [exhibit.blob for exhibit in topic.exhibits] == [png]  # type: ignore[union-attr]  # a Picture
