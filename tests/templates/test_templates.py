"""Twelve templates made in different ways: each gives a deck that opens, looks like the template,
loses no word, and lets nothing leave its place."""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import made
import pptx
import pytest
from lxml import etree
from test_words import head_words, lost, squeezed, topic_words

from deckgen import compile_deck
from deckgen.model.outline import Outline, walk
from deckgen.model.scene import Box, Group, Scene, Shape
from deckgen.model.theme import Theme
from deckgen.model.units import Rect, pt
from deckgen.pipeline import Themes, draw_deck, read_outline, write_scene
from deckgen.problems import Report, Severity

ROOT = Path(__file__).resolve().parents[2]
OUTLINES = {
    "triangle": ROOT / "outlines" / "word-of-mouth-triangle.yaml",
    "gallery": ROOT / "docs" / "gallery" / "gallery.yaml",
}
NAMES = tuple(made.TEMPLATES)
KEPT = re.compile(r"ppt/(slideMasters|slideLayouts|theme)/")
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
CACHE = "{*}strCache"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


class Made:
    """A deck made in a template: the scene, the file's bytes and parts, and what was reported."""

    def __init__(self, name: str, outline: str, folder: Path) -> None:
        self.template = made.TEMPLATES[name]()
        path = folder / f"{name}.pptx"
        path.write_bytes(self.template)
        self.outline: Outline = read_outline(OUTLINES[outline])
        report = Report()
        self.theme: Theme = Themes().compile(self.outline, str(path), report)
        self.scene: Scene = draw_deck(self.outline, self.theme, report)
        self.blob = write_scene(self.scene, "pptx", self.theme, report)
        self.parts = made.unzipped(self.blob)
        self.warnings = [one for one in report.problems if one.severity is not Severity.NOTE]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("templates")


@pytest.fixture(scope="session")
def decks(folder: Path) -> Mapping[tuple[str, str], Made]:
    return _Decks(folder)


class _Decks(dict[tuple[str, str], Made]):
    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def __missing__(self, key: tuple[str, str]) -> Made:
        self[key] = deck = Made(*key, self.folder)
        return deck


CASES = [
    pytest.param((name, outline), id=f"{name}-{outline}", marks=pytest.mark.product)
    for name in NAMES
    for outline in OUTLINES
]


@pytest.fixture(params=CASES)
def deck(request: pytest.FixtureRequest, decks: Mapping[tuple[str, str], Made]) -> Made:
    return decks[request.param]


def boxes(shapes: tuple[Shape, ...]) -> Iterator[Box]:
    for shape in shapes:
        if isinstance(shape, Box):
            yield shape
        elif isinstance(shape, Group):
            yield from boxes(shape.shapes)


def relationships(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str, str]]:
    """Yield source, type and target of every relationship inside the package."""
    for name, blob in parts.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        source = posixpath.join(folder, posixpath.basename(name).removesuffix(".rels"))
        for one in etree.fromstring(blob):
            if one.get("TargetMode") != "External":
                target = one.get("Target")
                path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
                yield source, one.get("Type").rpartition("/")[2], posixpath.normpath(path)


def test_masters_layouts_and_themes_are_the_templates_own(deck: Made) -> None:
    """Byte by byte, relationships too; the only new part is the theme of a notes master of ours."""
    theirs = {name: blob for name, blob in made.unzipped(deck.template).items() if KEPT.match(name)}
    ours = {name: blob for name, blob in deck.parts.items() if KEPT.match(name)}
    kept = {name for name in theirs if not name.startswith("ppt/theme/")}
    assert {name for name in kept if ours.get(name) != theirs[name]} == set()
    assert {name for name in ours if name in theirs and ours[name] != theirs[name]} == set()
    new = set(ours) - set(theirs)
    assert len(new) <= 1
    assert all(name.startswith("ppt/theme/theme") for name in new)


def test_nothing_of_the_sample_slides_is_left(deck: Made) -> None:
    """Every slide is one of ours, every part is reached from the start, every target is there."""
    slides = [name for name in deck.parts if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
    assert len(slides) == len(deck.scene.pages)
    links = list(relationships(deck.parts))
    assert [link for link in links if link[2] not in deck.parts] == []
    reached, waiting = set(), [""]
    while waiting:
        source = waiting.pop()
        for start, _, target in links:
            if start == source and target not in reached:
                reached.add(target)
                waiting.append(target)
    parts = {name for name in deck.parts if not name.endswith(".rels")} - {"[Content_Types].xml"}
    assert parts - reached == set()
    assert "样例" not in "".join(deck.parts[name].decode() for name in slides)


def test_another_program_opens_it(deck: Made) -> None:
    """python-pptx finds all slides, each on a layout of the template's, titles in placeholders."""
    known = {layout.name for layout in _layouts(pptx.Presentation(io.BytesIO(deck.template)))}
    shown = pptx.Presentation(io.BytesIO(deck.blob))
    assert len(shown.slides) == len(deck.scene.pages)
    assert {slide.slide_layout.name for slide in shown.slides} <= known
    for slide in shown.slides:
        offered = {(one.idx, one.type) for one in map(_format, slide.slide_layout.placeholders)}
        assert {(one.idx, one.type) for one in map(_format, slide.placeholders)} <= offered
        has_title = any("TITLE" in str(kind) for _, kind in offered if "SUB" not in str(kind))
        assert has_title == bool(slide.shapes.title and slide.shapes.title.text_frame.text)


def _format(shape: pptx.shapes.base.BaseShape) -> pptx.shapes.base._PlaceholderFormat:
    return shape.placeholder_format


def _layouts(deck: pptx.presentation.Presentation) -> list[pptx.slide.SlideLayout]:
    return [layout for master in deck.slide_masters for layout in master.slide_layouts]


def test_no_word_is_lost(deck: Made) -> None:
    """Every word is on a slide or in its notes that is there in a theme of our own."""
    wanted = [word for topic, _ in walk(deck.outline.topics) for word in topic_words(topic)]
    wanted += [*head_words(deck.outline), deck.outline.link]
    own = made.unzipped(_in_our_own(deck.outline.origin.file))
    assert lost(wanted, _places(deck.parts)) == lost(wanted, _places(own))


@cache
def _in_our_own(path: str) -> bytes:
    return compile_deck(read_outline(path), theme="ink")


def _places(parts: Mapping[str, bytes]) -> list[str]:
    """Return the texts of every shape, chart and notes page, and what pictures are said to show."""
    slides = [
        etree.fromstring(blob)
        for name, blob in parts.items()
        if re.match(r"ppt/(slides|notesSlides|charts)/[a-zA-Z]+\d+\.xml", name)
    ]
    found = [text for root in slides for text in root.iter(f"{P}txBody", f"{A}txBody", CACHE)]
    places = [squeezed("".join(text.itertext())) for text in found]
    return [*places, *(one for root in slides for one in root.xpath("//@descr"))]


def test_all_text_fits_its_frame_and_all_frames_the_page(deck: Made) -> None:
    """The passes that look for it report nothing, and no frame of a page lies under another's."""
    assert [str(problem) for problem in deck.warnings] == []
    sheet = Rect(0, 0, deck.theme.grid.page.width, deck.theme.grid.page.height)
    for page in deck.scene.pages:
        for box in boxes(page.shapes):
            room = box.frame.height - box.text.insets.top - box.text.insets.bottom
            assert sheet.contains(box.frame), (page.title, box.name)
            assert box.text.height <= room + pt(1), (page.title, box.name)


def test_what_is_drawn_stands_in_the_body_and_off_the_footers(deck: Made) -> None:
    """Frames of drawn slides keep clear of the heading and of what stands at the page's foot."""
    grid = deck.theme.grid
    for page in deck.scene.pages:
        spec = deck.theme.layouts[page.layout]
        if page.kind not in ("cards", "compare", "process", "agenda", "takeaways", "questions"):
            continue
        low = min((one.frame.y for one in spec.placeholders if one.kind in ("ftr", "sldNum")),
                  default=grid.page.height)  # fmt: skip
        for box in boxes(page.shapes):
            if box.placeholder != 0:
                assert grid.lead.y <= box.frame.y + pt(1), (page.title, box.name)
                assert box.frame.bottom <= max(grid.body.bottom, 0) + pt(1), (page.title, box.name)
                assert box.frame.bottom <= low + pt(1), (page.title, box.name)


def test_no_slide_names_a_colour_or_a_font(deck: Made) -> None:
    """Slides say slots and theme fonts; a listing's fixed-width face is the one exception."""
    for name, blob in deck.parts.items():
        if re.match(r"ppt/slides/slide\d+\.xml", name):
            assert b"srgbClr" not in blob, name
            faces = set(re.findall(r'<a:(?:latin|ea|cs) typeface="([^"]*)"', blob.decode()))
            assert {face for face in faces if face[:1] != "+"} <= {"Consolas"}, name


def test_the_same_template_gives_the_same_bytes(
    folder: Path, decks: Mapping[tuple[str, str], Made]
) -> None:
    """Two builds do not differ."""
    first = decks["locked", "triangle"]
    again = Made("locked", "triangle", folder)
    assert again.blob == first.blob


@cache
def _kinds(name: str, folder: Path) -> dict[str, str]:
    """Return the name of the template's layout that each kind of slide stands on."""
    path = folder / f"{name}.pptx"
    path.write_bytes(made.TEMPLATES[name]())
    theme = Themes().compile(read_outline(OUTLINES["triangle"]), str(path), Report())
    assert theme.template
    kinds = {"title": "title", "section": "section", "bullets": "bullets", "cards": "cards-3"}
    return {
        kind: theme.template.layout(theme.layouts[layout].part).name
        for kind, layout in {**kinds, "closing": "closing"}.items()
    }


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("chinese", "封面 节标题 标题和内容 仅标题 致谢页"),
        ("fifty", "Title Slide/Section Header/Title and Content/Title Only/Title Slide"),
        ("two-masters", "Title Slide/Section Header/Title and Content/Title Only/Title Slide"),
        ("only-blank", "Blank Blank Blank Blank Blank"),
        ("no-body", "Opening Page Page Page Opening"),
        ("four-to-three", "Cover Title Text Title Cover"),
    ],
)
def test_layouts_are_matched(name: str, expected: str, folder: Path) -> None:
    """By placeholders and places; types and names are not needed."""
    words = expected.split("/") if "/" in expected else expected.split()
    assert list(_kinds(name, folder).values()) == words


def test_lists_fill_the_templates_body(decks: Mapping[tuple[str, str], Made]) -> None:
    """A list's slide says nothing but its words: place, size and bullets are the template's."""
    deck = decks["chinese", "gallery"]
    number = next(i for i, page in enumerate(deck.scene.pages, 1) if page.kind == "bullets")
    root = etree.fromstring(deck.parts[f"ppt/slides/slide{number}.xml"])
    title, body = root.findall(f".//{P}sp")[:2]
    assert body.find(f".//{P}ph").attrib == {"idx": "1"}
    assert [len(shape.find(f"{P}spPr")) for shape in (title, body)] == [0, 0]
    assert [len(shape.find(f".//{A}lstStyle")) for shape in (title, body)] == [0, 0]


def test_words_run_from_the_left_in_a_template_that_runs_from_the_right(
    decks: Mapping[tuple[str, str], Made],
) -> None:
    """Chinese keeps its own direction, or its marks would stand at the wrong ends."""
    deck = decks["right-to-left", "gallery"]
    number = next(i for i, page in enumerate(deck.scene.pages, 1) if page.kind == "bullets")
    root = etree.fromstring(deck.parts[f"ppt/slides/slide{number}.xml"])
    lines = [line for shape in root.findall(f".//{P}sp")[:2] for line in shape.iter(f"{A}p")]
    assert {line.find(f"{A}pPr").get("rtl") for line in lines} == {"0"}
