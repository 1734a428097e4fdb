"""Every outline in every theme by every writer: all of it opens, and nobody complains."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pptx
import pygraphviz
import pypdfium2
import pytest
from overlaps import boxes_of, overlapping

from deckgen import Report, read_outline, registry
from deckgen.model.outline import Outline
from deckgen.model.scene import Scene
from deckgen.model.theme import Theme
from deckgen.model.units import Rect
from deckgen.pipeline import Themes, choose_map, draw_deck, draw_map, write_scene
from deckgen.problems import Problem, Severity

ROOT = Path(__file__).resolve().parent.parent
OUTLINES = sorted((ROOT / "outlines").glob("*.yaml"))
THEMES = sorted(path.stem for path in (ROOT / "themes").glob("*.yaml"))
ASPECTS = ("16:9", "4:3")
MAP_LAYOUTS = registry.map_layouts().builtins
DECK_FORMATS = ("pptx", "pdf", "html", "notes")
MAP_FORMATS = ("svg", "pdf", "dot")  # png is the svg once more, and slow: one stands for all

by_outline = pytest.mark.parametrize("path", OUTLINES, ids=lambda path: path.stem)
# Words find other places in each theme, so each is laid out with every outline and written as
# pptx. How the other writers set it in pixels is a matter of the motif, not of the words: there
# the themes take turns, and each writer still sees them all.
TURN = 3  # themes an outline and a format


@cache
def themes() -> Themes:
    return Themes()


@cache
def outline_of(path: Path) -> Outline:
    return read_outline(path)


def complaints(report: Report) -> list[Problem]:
    return [problem for problem in report.problems if problem.severity is not Severity.NOTE]


@cache
def deck_of(path: Path, theme: str, aspect: str = "16:9") -> tuple[Scene, Theme, list[Problem]]:
    """The deck's pages, the compiled theme, and what was said meanwhile."""
    report, outline = Report(), outline_of(path)
    outline = replace(outline, deck=replace(outline.deck, aspect=aspect))
    look = themes().compile(outline, theme, report)
    return draw_deck(outline, look, report), look, complaints(report)


@cache
def map_of(path: Path, theme: str, layout: str) -> tuple[Scene, Theme, list[Problem]]:
    """The map's page, likewise."""
    report, outline = Report(), choose_map(outline_of(path), layout)
    look = themes().compile(outline, theme, report)
    return draw_map(outline, look, report), look, complaints(report)


def opens_as_pptx(blob: bytes, scene: Scene) -> None:
    assert zipfile.ZipFile(io.BytesIO(blob)).testzip() is None
    deck = pptx.Presentation(io.BytesIO(blob))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides if slide.shapes.title]
    assert len(deck.slides) == len(scene.pages)
    assert all(titles)


def opens_as_pdf(blob: bytes, scene: Scene) -> None:
    document = pypdfium2.PdfDocument(blob)
    assert len(document) == len(scene.pages)


def opens_as_html(blob: bytes, scene: Scene) -> None:
    sections = re.findall(r'<section class="slide" id="/([^"]*)"', blob.decode())
    assert sections == [page.key for page in scene.pages]


def opens_as_notes(blob: bytes, scene: Scene) -> None:
    document = pypdfium2.PdfDocument(blob)
    assert len(document) >= len(scene.pages)
    assert document[0].get_size() == (540, 720)


def opens_as_svg(blob: bytes, scene: Scene) -> None:
    root = ElementTree.fromstring(blob)
    assert root.findtext("{http://www.w3.org/2000/svg}title") == scene.pages[0].title


def opens_as_dot(blob: bytes, scene: Scene) -> None:
    graph = pygraphviz.AGraph(string=blob.decode())
    assert graph.number_of_nodes() == sum(1 for box in boxes_of(scene.pages[0]) if box.key)


def opens_as_png(blob: bytes, scene: Scene) -> None:
    width, height = (int.from_bytes(blob[start : start + 4], "big") for start in (16, 20))
    assert blob.startswith(b"\x89PNG")
    assert abs(width / height - scene.pages[0].size.width / scene.pages[0].size.height) < 0.01


OPENS: dict[str, Callable[[bytes, Scene], None]] = {
    "pptx": opens_as_pptx,
    "pdf": opens_as_pdf,
    "html": opens_as_html,
    "notes": opens_as_notes,
    "svg": opens_as_svg,
    "dot": opens_as_dot,
    "png": opens_as_png,
}


def turns(formats: tuple[str, ...]) -> list[tuple[Path, str, str]]:
    """Return each outline with each format in some of the themes."""
    return [
        (path, THEMES[(TURN * (i + 2 * j) + k) % len(THEMES)], format)
        for i, path in enumerate(OUTLINES)
        for j, format in enumerate(formats)
        for k in range(TURN)
    ]


WITH_PPTX = [(path, theme, "pptx") for path in OUTLINES for theme in THEMES]


@pytest.mark.parametrize(
    ("path", "theme", "format"),
    WITH_PPTX + turns(DECK_FORMATS[1:]),
    ids=lambda value: value.stem if isinstance(value, Path) else value,
)
@pytest.mark.product
def test_decks(path: Path, theme: str, format: str) -> None:
    """Every deck opens in every theme, and no page has too much on it."""
    scene, look, before = deck_of(path, theme)
    report = Report()
    OPENS[format](write_scene(scene, format, look, report), scene)
    assert (before, complaints(report)) == ([], [])


@pytest.mark.parametrize(
    ("path", "theme", "format"),
    turns(MAP_FORMATS),
    ids=lambda value: value.stem if isinstance(value, Path) else value,
)
@pytest.mark.product
def test_maps(path: Path, theme: str, format: str) -> None:
    """Every map opens in every theme."""
    scene, look, before = map_of(path, theme, MAP_LAYOUTS[0])
    report = Report()
    OPENS[format](write_scene(scene, format, look, report), scene)
    assert (before, complaints(report)) == ([], [])


@pytest.mark.parametrize("layout", MAP_LAYOUTS)
@by_outline
@pytest.mark.product
def test_nodes_keep_clear_of_each_other(path: Path, layout: str) -> None:
    """In every layout of maps no two nodes overlap, and all are on the page.

    The themes take turns: each layout is seen in all of them.
    """
    theme = THEMES[(OUTLINES.index(path) + MAP_LAYOUTS.index(layout)) % len(THEMES)]
    scene, _, before = map_of(path, theme, layout)
    (page,) = scene.pages
    sheet = Rect(0, 0, page.size.width, page.size.height)
    assert overlapping(page) == []
    assert [box.name for box in boxes_of(page) if not sheet.contains(box.frame)] == []
    assert before == []


@pytest.mark.parametrize(
    ("path", "theme", "aspect"),
    [(path, theme, ASPECTS[0]) for path in OUTLINES for theme in THEMES] + turns(ASPECTS[1:]),
    ids=lambda value: value.stem if isinstance(value, Path) else value,
)
@pytest.mark.product
def test_words_keep_clear_of_each_other(path: Path, theme: str, aspect: str) -> None:
    """On no page of any deck do two boxes with words overlap, nor does anything fall off it."""
    scene, _, before = deck_of(path, theme, aspect)
    assert [pair for page in scene.pages for pair in overlapping(page)] == []
    assert before == []


def test_one_png() -> None:
    """The picture has the shape of the page."""
    scene, look, _ = map_of(OUTLINES[0], THEMES[0], MAP_LAYOUTS[0])
    OPENS["png"](write_scene(scene, "png", look, Report()), scene)


@pytest.mark.parametrize("formats", [DECK_FORMATS[1:], MAP_FORMATS])
def test_every_writer_sees_every_theme(formats: tuple[str, ...]) -> None:
    """Taking turns leaves nobody out."""
    seen = {(theme, format) for _, theme, format in turns(formats)}
    assert seen == {(theme, format) for theme in THEMES for format in formats}


def test_no_writer_is_forgotten() -> None:
    """A new format belongs into this matrix."""
    assert {*DECK_FORMATS, *MAP_FORMATS, "png"} == set(registry.writers().builtins) == set(OPENS)
