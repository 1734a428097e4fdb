"""A map on slides, on paper and on a telephone's screen: nothing is lost, all of it can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path as FilePath

import pytest
from maps_at_hand import mindmap_of
from test_structures import is_on_edge, overlapping, planned, titled

from deckgen import registry
from deckgen.layouts.maps._atlas import Atlas, place_on_pages
from deckgen.layouts.maps._onto import sheets_for
from deckgen.layouts.maps._paper import PAPERS, Paper, slides_of
from deckgen.layouts.maps._parts import Part, cut_out, descendants, members
from deckgen.layouts.maps._phone import LEAST, WIDTH, place_for_phone
from deckgen.model.mindmap import MindMap
from deckgen.model.outline import Outline
from deckgen.model.richtext import plain
from deckgen.model.scene import Box, Connector, Group, Page, Shape
from deckgen.model.theme import Theme
from deckgen.model.units import Rect, pt
from deckgen.pipeline import Themes
from deckgen.problems import DeckgenError, Report

OUTLINES = sorted(FilePath("outlines").glob("*.yaml"))
KINDS = ("slides", "a4", "16:9")
LARGE = {
    "300 children": mindmap_of([0] * 300),
    "a chain of 90": mindmap_of(list(range(90))),
    "300 nodes": mindmap_of([max(0, (i * 31) % (i + 1) - i // 3) for i in range(299)], (3, 9, 17)),
    "long words": mindmap_of([0, 0, 1, 1], (395, 40)),
}


@cache
def look(name: str = "wechat") -> Theme:
    """The theme with its layouts: slides have one for maps."""
    return Themes().compile(Outline(()), name, Report())


def paper_of(kind: str) -> Paper:
    return slides_of(look()) if kind == "slides" else PAPERS[kind]


def atlas_of(mindmap: MindMap, kind: str, report: Report | None = None) -> Atlas:
    layouts = registry.map_layouts()
    return place_on_pages(mindmap, layouts.find, paper_of(kind), look(), report or Report())


def flat(shapes: Sequence[Shape]) -> Iterator[Shape]:
    for shape in shapes:
        if isinstance(shape, Group):
            yield from flat(shape.shapes)
        else:
            yield shape


def boxes(page: Page) -> list[Box]:
    return [one for one in flat(page.shapes) if isinstance(one, Box) and one.text.paragraphs]


def words(mindmap: MindMap) -> set[str]:
    both = {plain(node.title) for node in mindmap.nodes} | {
        plain(node.gist) for node in mindmap.nodes
    }
    return {"".join(text.split()) for text in both if text}


def shown(atlas: Atlas) -> str:
    return "\n".join(
        "".join("".join(plain(par.runs).split()) for par in box.text.paragraphs)
        for page in atlas.pages
        for box in boxes(page)
    )


def check_pages(mindmap: MindMap, kind: str, atlas: Atlas) -> None:
    """What holds of all pages: nothing lost, nothing over another, all reached and left again."""
    paper = paper_of(kind)
    told = shown(atlas)
    assert [word for word in words(mindmap) if word not in told] == []
    keys = [page.key for page in atlas.pages]
    assert len(keys) == len(set(keys))
    reached = {"map"}
    for page in atlas.pages:
        sheet = Rect(0, 0, paper.size.width, paper.size.height)
        assert all(sheet.contains(box.frame) for box in boxes(page)), page.key
        assert overlapping(box.frame for box in boxes(page)) == [], page.key
        sizes = [par.size_pt for box in boxes(page) for par in box.text.paragraphs if box.key]
        assert min(sizes) >= paper.least_pt, page.key
        links = {box.link[1:] for box in boxes(page) if box.link.startswith("#")}
        assert links <= set(keys), page.key
        assert page.key == "map" or links, page.key
        reached |= links
    assert {key for key in keys if "~" not in key} <= reached
    assert sum(section.first for section in atlas.sections[:1]) == 0


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", OUTLINES, ids=lambda path: path.stem)
@pytest.mark.product
def test_every_outline_stands_on_pages(path: FilePath, kind: str) -> None:
    """An overview, then every branch; sections begin with their branch."""
    mindmap = planned(path)
    atlas = atlas_of(mindmap, kind)
    check_pages(mindmap, kind, atlas)
    tops = [node for node in mindmap.nodes if node.depth == 1 and node.children]
    if len(atlas.pages) > 1:
        assert [section.key for section in atlas.sections[1:]] == [f"map-{n.key}" for n in tops]


@pytest.mark.parametrize("kind", ["slides", "a4"])
@pytest.mark.parametrize("shape", ["300 children", "a chain of 90", "300 nodes"])
def test_large_maps_are_divided_until_they_fit(shape: str, kind: str) -> None:
    """Broad, deep and large: each page holds what it can."""
    report = Report()
    check_pages(LARGE[shape], kind, atlas_of(LARGE[shape], kind, report))
    assert list(report.problems) == []


def test_a_text_longer_than_a_page_is_set_small_and_told() -> None:
    """Nothing is cut: a warning says which topic it is."""
    mindmap = titled([0], ("长话" * 2000,))
    report = Report()
    atlas = atlas_of(mindmap, "slides", report)
    assert "长话" * 2000 in shown(atlas)
    assert any("has more words than a page holds" in one.message for one in report.problems)


def test_a_part_keeps_the_order_and_counts_what_it_hides() -> None:
    """The part's topic is the root; what is folded says how much is behind it."""
    mindmap = mindmap_of([0, 1, 1, 2, 2, 3])
    part = Part(1, (2, 3), frozenset({2}))
    assert members(mindmap, part) == [1, 2, 3, 6]
    cut = cut_out(mindmap, part, descendants(mindmap), "p.")
    assert [(n.key, n.parent, n.depth, n.hidden) for n in cut.nodes] == [
        ("p.n1", -1, 1, 0),
        ("p.n2", 0, 2, 2),
        ("p.n3", 0, 2, 0),
        ("p.n6", 2, 3, 0),
    ]


@pytest.mark.parametrize("path", OUTLINES, ids=lambda path: path.stem)
@pytest.mark.parametrize("name", ["ink", "wechat", "contrast"])
def test_a_telephone_shows_every_word_large_enough(path: FilePath, name: str) -> None:
    """1080 pixels wide, 28 high at least, no box over another, edges on their boxes."""
    mindmap = planned(path)
    page = place_for_phone(mindmap, look(name))
    assert (page.size.width, page.zoom) == (WIDTH, 1)
    assert [word for word in words(mindmap) if word not in shown(Atlas((page,), ()))] == []
    assert overlapping(box.frame for box in boxes(page)) == []
    assert all(
        pt(par.size_pt) >= LEAST for box in boxes(page) for par in box.text.paragraphs if box.key
    )
    placed = {box.key: box.frame for box in boxes(page)}
    ends = [(s.points[-1], placed[s.end]) for s in page.shapes if isinstance(s, Connector)]
    assert ends
    assert all(is_on_edge(*end) for end in ends)


@pytest.mark.parametrize("shape", LARGE)
def test_a_telephone_holds_any_map(shape: str) -> None:
    """However deep, long or broad it is, it is no wider than the screen."""
    page = place_for_phone(LARGE[shape], look())
    assert page.size.width == WIDTH
    assert all(box.frame.right <= WIDTH for box in boxes(page))


@pytest.mark.parametrize(
    ("format", "page", "message"),
    [
        ("pdf", "a5", "unknown page 'a5'"),
        ("svg", "a4", "a file of the format 'svg' holds one page"),
        ("dot", "phone", "no 'dot' is made for a phone"),
        ("pptx", "a4", "a pptx has slides"),
    ],
)
def test_pages_that_a_format_has_not_are_told(format: str, page: str, message: str) -> None:
    """Each with what would do instead."""
    with pytest.raises(DeckgenError) as caught:
        sheets_for(format, page)
    (problem,) = caught.value.problems
    assert problem.message == message
    assert problem.hint
