"""What of a deck is left after LibreOffice has opened it and saved it again.

Clicks, transitions, notes, charts, tables, pictures, groups, glued connectors, titles, page
numbers, properties, hidden slides, and the jumps of shapes and words stay. LibreOffice 7.4 has no
sections, and does not read a link on a placeholder, for which its arrow stands in: both are shown
with a deck that python-pptx made, so that they are known for its limits, and noticed when they
fall. Nor does it write the alt
text of a group.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from office import soffice
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.slide import Slide
from pptx.text.text import _Run
from pptx.util import Inches

from deckgen import compile_deck, read_outline

pytestmark = pytest.mark.office
GALLERY = Path(__file__).resolve().parent.parent / "docs" / "gallery" / "gallery.yaml"
MARKS = ("clickEffect", "withEffect", "<p:transition", 'show="0"')
A, P, R = (
    f"{{http://schemas.openxmlformats.org/{space}}}"
    for space in (
        "drawingml/2006/main",
        "presentationml/2006/main",
        "officeDocument/2006/relationships",
    )
)
SECTIONS = (
    '<p:extLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
    '<p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
    '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
    '<p14:section name="甲" id="{6BF8A1E0-0000-4000-8000-000000000001}"><p14:sldIdLst>'
    '<p14:sldId id="256"/><p14:sldId id="257"/></p14:sldIdLst></p14:section>'
    "</p14:sectionLst></p:ext></p:extLst>"
)
BOX = (0, 0, Inches(1), Inches(1))


def plain_deck(path: Path) -> None:
    """Save a deck of python-pptx's own, with a link to another slide in each of its forms."""
    deck = Presentation()
    first, second = (deck.slides.add_slide(deck.slide_layouts[1]) for _ in range(2))
    for slide in (first, second):
        slide.shapes.title.text = slide.placeholders[1].text = "字"
    group = first.shapes.add_group_shape()
    for shapes, name in ((first.shapes, "free"), (group.shapes, "grouped")):
        shapes.add_shape(MSO_SHAPE.RECTANGLE, *BOX).name = name
    for shape in (first.shapes.title, first.placeholders[1], first.shapes[-1], group.shapes[0]):
        shape.click_action.target_slide = second
    for text in (first.placeholders[1].text_frame, first.shapes.add_textbox(*BOX).text_frame):
        link(text.paragraphs[0].add_run(), first, second)
    deck.element.append(etree.fromstring(SECTIONS))
    deck.save(path)


def link(run: _Run, slide: Slide, target: Slide) -> None:
    run.text = "跳"
    place = slide.part.relate_to(target.part, RELATIONSHIP_TYPE.SLIDE)
    jump = {f"{R}id": place, "action": "ppaction://hlinksldjump"}
    etree.SubElement(run._r.get_or_add_rPr(), f"{A}hlinkClick", jump)


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    """The gallery, all of which builds up, and a deck of python-pptx's: before and after."""
    folder = tmp_path_factory.mktemp("again")
    outline = read_outline(GALLERY)
    outline = replace(outline, deck=replace(outline.deck, build=True))
    (folder / "ours.pptx").write_bytes(compile_deck(outline))
    plain_deck(folder / "plain.pptx")
    before = sorted(folder.glob("*.pptx"))
    after = soffice(folder, "pptx", before)
    return {path.stem: (path, after / path.name) for path in before}


def moves(path: Path) -> dict[str, dict[str, int]]:
    """Return how often each slide says each of the marks."""
    with zipfile.ZipFile(path) as deck:
        names = [name for name in deck.namelist() if re.fullmatch(r"ppt/slides/\w+\.xml", name)]
        texts = {name: deck.read(name).decode() for name in names}
    return {name: {mark: text.count(mark) for mark in MARKS} for name, text in texts.items()}


def jumps(path: Path) -> Iterator[tuple[str, int, int]]:
    """Yield the jumps: on a placeholder, a shape or in words; from which slide, to which."""
    deck = Presentation(path)
    numbers = {slide.part.partname: number for number, slide in enumerate(deck.slides, 1)}
    for number, slide in enumerate(deck.slides, 1):
        for jump in slide._element.iter(f"{A}hlinkClick"):
            if jump.get("action") != "ppaction://hlinksldjump":
                continue
            where = "words"
            if jump.getparent().tag == f"{P}cNvPr":
                held = jump.getparent().getparent().find(f"{P}nvPr/{P}ph") is not None
                where = "placeholder" if held else "shape"
            yield where, number, numbers[slide.part.related_part(jump.get(f"{R}id")).partname]


def has_sections(path: Path) -> bool:
    with zipfile.ZipFile(path) as deck:
        return "sectionLst" in deck.read("ppt/presentation.xml").decode()


def told(path: Path) -> list[tuple[str, list[tuple[str, tuple[object, ...]]]]]:
    """Return the words of each slide's notes without their spaces, and its charts' numbers."""
    return [
        (
            "".join(slide.notes_slide.notes_text_frame.text.split())
            if slide.has_notes_slide
            else "",
            [
                (plot.categories[0], tuple(series.values))
                for shape in slide.shapes
                if shape.has_chart
                for plot in shape.chart.plots
                for series in plot.series
            ],
        )
        for slide in Presentation(path).slides
    ]


def test_builds_survive_libreoffice(decks: dict[str, tuple[Path, Path]]) -> None:
    """Every click of every layout, every transition and the hidden slide are still there."""
    before, after = decks["ours"]
    assert moves(after) == moves(before)
    assert sum(slide["clickEffect"] for slide in moves(before).values()) > 50


def test_notes_and_charts_survive_libreoffice(decks: dict[str, tuple[Path, Path]]) -> None:
    """Every note's words, and every number."""
    before, after = map(told, decks["ours"])
    assert after == before
    assert sum(bool(notes) for notes, _ in before) > 20
    assert sum(len(charts) for _, charts in before) > 0


def things(path: Path) -> dict[str, object]:
    """Return what else is in a deck: each thing by its name, slide by slide."""
    deck = Presentation(path)
    trees = [slide.shapes._spTree for slide in deck.slides]
    counted = {
        "groups": f".//{P}grpSp",
        "connectors": f".//{P}cxnSp",
        "glued starts": f".//{A}stCxn",
        "glued ends": f".//{A}endCxn",
        "pictures": f".//{P}pic",
        "page numbers": f".//{A}fld[@type='slidenum']",
    }
    known = deck.core_properties
    return {
        **{name: [len(tree.findall(way)) for tree in trees] for name, way in counted.items()},
        "titles": ["".join(slide.shapes.title.text.split()) for slide in deck.slides],
        "cells": [[cell.text for cell in tree.iter(f"{A}tc")] for tree in trees],
        "properties": (known.title, known.author, known.subject),
    }


def test_things_survive_libreoffice(decks: dict[str, tuple[Path, Path]]) -> None:
    """Each by its name."""
    before, after = map(things, decks["ours"])
    assert {name for name, found in before.items() if after[name] != found} == set()
    assert all(any(found) for found in before.values())


@pytest.mark.parametrize("name", ["ours", "plain"])
def test_jumps_survive_libreoffice_but_those_of_placeholders(
    name: str, decks: dict[str, tuple[Path, Path]]
) -> None:
    """Whoever made the deck: those on shapes and in words stay and land where they did."""
    before, after = (Counter(jumps(path)) for path in decks[name])
    kept = {jump: count for jump, count in before.items() if jump[0] != "placeholder"}
    assert {where for where, _, _ in before} == {"placeholder", "shape", "words"}
    assert after == kept


def test_what_a_placeholder_jumps_to_an_arrow_does_too(decks: dict[str, tuple[Path, Path]]) -> None:
    """So it stays; only ways straight home, and into the appendix, are on placeholders alone."""
    deck = Presentation(decks["ours"][0])
    kinds = [slide.slide_layout.name.split()[0] for slide in deck.slides]
    hidden = [slide._element.get("show") == "0" for slide in deck.slides]
    before, after = (
        {(where == "placeholder", start, end) for where, start, end in jumps(path)}
        for path in decks["ours"]
    )
    lost = {(start, end) for held, start, end in before if held} - {
        (start, end) for _, start, end in after
    }
    assert {end for _, end in lost} == {kinds.index("目录") + 1, hidden.index(True) + 1}
    assert len([pair for held, *pair in before if held]) > 2 * len(lost)


@pytest.mark.parametrize("name", ["ours", "plain"])
def test_libreoffice_drops_sections(name: str, decks: dict[str, tuple[Path, Path]]) -> None:
    """It has none, whoever made the deck."""
    assert [has_sections(path) for path in decks[name]] == [True, False]
