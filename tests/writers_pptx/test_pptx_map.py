"""The map as slides: native shapes, edges glued to the sites that they end on, links both ways."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from math import cos, radians, sin
from pathlib import Path

import pytest
from decks_at_hand import A, P, R
from lxml import etree

from deckgen import compile_map, read_outline
from deckgen.model.color import Color, ColorRole
from deckgen.model.scene import Box, Connector, Point
from deckgen.model.style import Geometry, Line
from deckgen.model.units import Rect, pt
from deckgen.problems import Report
from deckgen.writers.pptx.connector import SITES, preset_of, site_of, transform_of

OUTLINES = sorted(Path("outlines").glob("*.yaml"))
SLIDE = re.compile(r"ppt/slides/slide\d+\.xml")
# the sites of presets in halves of width and height, in the order of presetShapeDefinitions.xml
PRESETS = {"rect": SITES[Geometry.RECT], "roundRect": SITES[Geometry.RECT]}
HARD = """
title: 图
topics:
- 甲: [{title: 甲一, id: a, relates: [{to: b, label: 又见}]}, 甲二]
- 乙: {gist: 要旨, points: [乙一, {title: 乙二, id: b, notes: 备注在此}]}
- 丙: [一 vs 二, 三]
"""

DRAWN = """
title: 图
map: {depth: 3, legend: no}
topics:
- 甲: {icon: rocket, points: [{title: 表, table: [[年, 数], ["2011", "30"]]}]}
- 乙: [丙: [丁: [戊]]]
"""


@cache
def slides(path: Path, theme: str = "ink", layout: str = "") -> list[etree._Element]:
    """The slides of an outline's map in order."""
    return [etree.fromstring(blob) for blob in parts(path, theme, layout).values()]


@cache
def parts(path: Path, theme: str = "ink", layout: str = "") -> dict[str, bytes]:
    blob = compile_map(read_outline(path), theme=theme, format="pptx", layout=layout)
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        names = [name for name in package.namelist() if SLIDE.fullmatch(name)]
        names.sort(key=lambda name: int(re.sub(r"\D", "", name)))
        return {name: package.read(name) for name in names}


def frame_of(shape: etree._Element) -> tuple[float, float, float, float, float, bool, bool]:
    """Left, top, width, height, turn in degrees, mirrored across and down."""
    transform = shape.find(f"{P}spPr/{A}xfrm")
    off, ext = transform.find(f"{A}off"), transform.find(f"{A}ext")
    return (
        float(off.get("x")),
        float(off.get("y")),
        float(ext.get("cx")),
        float(ext.get("cy")),
        int(transform.get("rot", "0")) / 60_000,
        transform.get("flipH") == "1",
        transform.get("flipV") == "1",
    )


def at(
    frame: tuple[float, float, float, float, float, bool, bool], across: float, down: float
) -> tuple[float, float]:
    """A place of a shape, in shares of its own width and height, on the slide."""
    x, y, width, height, turn, flip_h, flip_v = frame
    dx = (across - 0.5) * width * (-1 if flip_h else 1)
    dy = (down - 0.5) * height * (-1 if flip_v else 1)
    angle = radians(turn)
    middle = (x + width / 2, y + height / 2)
    return (
        middle[0] + dx * cos(angle) - dy * sin(angle),
        middle[1] + dx * sin(angle) + dy * cos(angle),
    )


def loose_ends(slide: etree._Element) -> list[str]:
    """The ends of connectors that are not glued, or do not stand on their site."""
    shapes = {shape.find(f"{P}nvSpPr/{P}cNvPr").get("id"): shape for shape in slide.iter(f"{P}sp")}
    found: list[str] = []
    for connector in slide.iter(f"{P}cxnSp"):
        name = connector.find(f"{P}nvCxnSpPr/{P}cNvPr").get("name")
        ends = connector.find(f"{P}nvCxnSpPr/{P}cNvCxnSpPr")
        own = frame_of(connector)
        for tag, place in (("stCxn", (0, 0)), ("endCxn", (1, 1))):
            end = ends.find(f"{A}{tag}")
            if end is None:
                found.append(f"{name} {tag}")
                continue
            shape = shapes[end.get("id")]
            preset = shape.find(f"{P}spPr/{A}prstGeom").get("prst")
            across, down = PRESETS[preset][int(end.get("idx"))]
            site = at(frame_of(shape), across / 2, down / 2)
            here = at(own, *place)
            if abs(site[0] - here[0]) > 2 or abs(site[1] - here[1]) > 2:
                found.append(f"{name} {tag} {site} {here}")
    return found


@pytest.mark.parametrize("path", OUTLINES, ids=lambda path: path.stem)
def test_every_edge_stands_on_its_sites(path: Path) -> None:
    """Overview and branches: no end is loose, none is beside the site that it is glued to."""
    assert [loose_ends(slide) for slide in slides(path)] == [[]] * len(slides(path))


@pytest.mark.product
@pytest.mark.parametrize("layout", ["org", "org_up", "radial", "logic_left", "timeline", "matrix"])
@pytest.mark.parametrize("theme", ["contrast", "academy", "wechat"])
def test_every_edge_of_every_kind_stands_on_its_sites(layout: str, theme: str) -> None:
    """Upright and level, curved, straight and with elbows."""
    path = OUTLINES[-1]
    assert [one for slide in slides(path, theme, layout) for one in loose_ends(slide)] == []


@pytest.mark.parametrize("geometry", list(Geometry))
def test_sites_are_those_of_the_preset(geometry: Geometry) -> None:
    """From points on the right and the lower edge, the sites there are found."""
    box = Box(Rect(0, 0, 200, 100), "b", geometry=geometry)
    expected = {Geometry.ELLIPSE: (6, 4), Geometry.TRIANGLE: (4, 3), Geometry.LINE: (1, 1)}
    assert (site_of(box, Point(200, 50)), site_of(box, Point(100, 100))) == expected.get(
        geometry, (3, 2)
    )


@pytest.mark.parametrize("end", [(90, 40), (-90, 40), (90, -40), (-90, -40)])
def test_an_upright_way_is_a_level_one_turned(end: tuple[int, int]) -> None:
    """Whichever way it goes, its ends are where they were."""
    x, y = pt(end[0]), pt(end[1])
    points = (Point(0, 0), Point(0, y // 4), Point(x, y // 4), Point(x, y))
    connector = Connector("a", "b", points, Line(Color(ColorRole.TEXT), 1), "c")
    preset = preset_of(connector)
    assert (preset.name, preset.bend, preset.is_upright) == ("curvedConnector3", 25_000, True)
    attributes, frame = transform_of(connector, preset)
    xml = etree.fromstring(
        f'<s xmlns:a="{A[1:-1]}" xmlns:p="{P[1:-1]}"><p:spPr><a:xfrm{attributes}>'
        f'<a:off x="{frame.x}" y="{frame.y}"/><a:ext cx="{frame.width}" cy="{frame.height}"/>'
        "</a:xfrm></p:spPr></s>"
    )
    placed = frame_of(xml)
    assert at(placed, 0, 0) == pytest.approx((0, 0), abs=1)
    assert at(placed, 1, 1) == pytest.approx((x, y), abs=1)


@pytest.mark.parametrize("path", OUTLINES, ids=lambda path: path.stem)
def test_slides_are_native_and_can_be_read(path: Path) -> None:
    """A title and one group a slide, roles instead of colours, no text below 12 points."""
    for slide in slides(path):
        tree = slide.find(f"{P}cSld/{P}spTree")
        assert [etree.QName(one).localname for one in tree[2:4]] == ["sp", "grpSp"]
        assert not list(slide.iter(f"{A}srgbClr"))
        sizes = [int(one.get("sz")) for one in slide.iter() if one.get("sz", "").isdigit()]
        assert min(sizes) >= 1200
        group = tree.find(f"{P}grpSp/{P}nvGrpSpPr/{P}cNvPr")
        assert group.get("descr", "").startswith("导图，")


def test_a_node_and_what_is_drawn_for_it_are_a_group(tmp_path: Path) -> None:
    """Its icon, its table's cells and rules, the number of what it hides: who moves one moves all.

    A node without any of them is a shape alone.
    """
    path = tmp_path / "drawn.yaml"
    path.write_text(DRAWN, "utf-8")
    slide = slides(path)[0]
    names = {
        group.find(f"{P}nvGrpSpPr/{P}cNvPr").get("name"): [
            one.get("name") for shape in group.findall(f"{P}sp") for one in shape.iter(f"{P}cNvPr")
        ]
        for group in slide.find(f"{P}cSld/{P}spTree/{P}grpSp").findall(f"{P}grpSp")
    }
    assert names == {
        "甲": ["甲", "图标 火箭"],
        "丁": ["丁", "1 more"],
        "年 · 数": ["年 · 数", "表线", "年", "数", "2011", "30"],
    }
    assert loose_ends(slide) == []


def test_links_lead_down_and_up() -> None:
    """The overview's branches lead to their slides, and each slide's title and root back."""
    path = OUTLINES[-1]
    blob = compile_map(read_outline(path), format="pptx")
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        targets = {}
        for number in range(1, len(slides(path)) + 1):
            rels = etree.fromstring(package.read(f"ppt/slides/_rels/slide{number}.xml.rels"))
            targets[number] = {
                one.get("Id"): one.get("Target")
                for one in rels
                if one.get("Type").endswith("/slide")
            }
    jumps = [
        {
            targets[number][one.get(f"{R}id")]
            for one in slide.iter(f"{A}hlinkClick")
            if one.get("action")
        }
        for number, slide in enumerate(slides(path), 1)
    ]
    assert len(jumps) > 5
    assert len(jumps[0]) >= 5
    assert all(len(back) > 0 for back in jumps[1:])
    reached = set().union(*jumps)
    assert {f"slide{number}.xml" for number in targets} <= {Path(one).name for one in reached}


def test_a_small_map_is_one_slide_with_its_notes(tmp_path: Path) -> None:
    """What fits stays whole; notes and cross-links stand in the slide's notes."""
    path = tmp_path / "small.yaml"
    path.write_text(HARD, "utf-8")
    blob = compile_map(read_outline(path), format="pptx")
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        names = [name for name in package.namelist() if SLIDE.fullmatch(name)]
        assert names == ["ppt/slides/slide1.xml"]
        slide = etree.fromstring(package.read(names[0]))
        notes = etree.fromstring(package.read("ppt/notesSlides/notesSlide1.xml"))
    assert loose_ends(slide) == []
    assert [one.get("type") for one in slide.iter(f"{A}tailEnd")] == ["triangle"]
    words = "".join(notes.itertext())
    assert "备注在此" in words
    assert "甲一 → 乙二：又见" in words


def test_a_structure_that_slides_cannot_have_is_told() -> None:
    """A fishbone has lines that no site is on: the note says what is drawn, and what keeps it."""
    report = Report()
    compile_map(read_outline(OUTLINES[-1]), layout="fishbone", format="pptx", report=report)
    assert [(problem.message, problem.hint) for problem in report.problems] == [
        (
            "slides cannot draw 'fishbone' with edges glued to boxes, so they draw 'logic'",
            "a pdf or an svg keeps it",
        )
    ]
