"""SVG: well-formed, with every word as text, and nothing in it that acts."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from drawings import drawn, scene_of, scene_with, theme
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.model.color import Color, ColorRole, contrast
from deckgen.model.richtext import Run
from deckgen.model.scene import Box, Connector, Group, Image, Path, Point, TextBody
from deckgen.model.style import Fill, Geometry, Line
from deckgen.model.units import Rect, Size, px
from deckgen.problems import Report
from deckgen.text.measure import advance
from deckgen.writers._curves import tapered
from deckgen.writers._lettering import Told
from deckgen.writers._text import mark_color, run_color
from deckgen.writers.svg import WRITER

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"

OUTLINE = """
title: 口碑铁三角
subtitle: 《参与感》读书分享
author: 读书会
book: {title: 参与感, author: 黎万强}
topics:
- 产品:
    id: product
    gist: 口碑的**发动机**，==一切==从这里开始
    notes: 先讲产品
    points:
    - 见[官网](https://mi.com/?a=1&b=2)和*论坛*
    - {title: 跳转, link: "#product"}
    quote: {text: 台风口上猪也能飞, by: 雷军}
- 用户关系: 信任的底座
"""

HOSTILE = r"""
title: "<script>alert(1)</script>"
subtitle: "]]> & &amp; <!--"
topics:
- title: "\"><img src=x onerror=alert(2)>"
  link: "javascript:alert(3)"
  notes: "</title><script>alert(4)</script>"
  points:
  - "[点我](javascript:alert(5)) 和 [这里](data:text/html,x)"
  - "&lt;b&gt; \\N \\l C:\\new '单' \"双\""
- title: "' onload='alert(6)"
  link: "https://a.b/?x=\"><script>&y='"
"""


def words_of(svg: bytes) -> str:
    return "".join(ElementTree.fromstring(svg).itertext())


def test_every_word_is_there_as_text() -> None:
    """Titles, gists, quote, notes, and the record in the description."""
    text = words_of(drawn(WRITER, OUTLINE))
    words = (
        "《参与感》读书分享 读书会 黎万强 产品 发动机 先讲产品 官网 论坛 雷军 用户关系 信任的底座"
    )
    for word in ("口碑铁三角", "“台风口上猪也能飞”", *words.split(" ")):
        assert word in text


def test_runs_links_and_highlights() -> None:
    """Bold and italic are spans, a link is underlined and leads there, a mark has its ground."""
    svg = drawn(WRITER, OUTLINE).decode()
    assert '<tspan font-weight="700">发动机</tspan>' in svg
    assert '<tspan font-style="italic">论坛</tspan>' in svg
    assert '<a xlink:href="https://mi.com/?a=1&amp;b=2"><tspan' in svg
    assert re.search(r'<rect [^>]*rx="2" [^>]*/>\n<text[^>]*>口碑的', svg)


def test_a_jump_finds_its_node() -> None:
    """The link's target has an id; nodes that nothing jumps to have none."""
    root = ElementTree.fromstring(drawn(WRITER, OUTLINE))
    (link,) = [a for a in root.iter(f"{SVG}a") if a.get(HREF, "").startswith("#")]
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert ids == [link.get(HREF, "")[1:]]


def test_a_hostile_outline_is_only_text() -> None:
    """Scripts, entities and quotes are shown as they were typed; unsafe links are dropped."""
    svg = drawn(WRITER, HOSTILE)
    root = ElementTree.fromstring(svg)
    allowed = {"svg", "title", "desc", "rect", "g", "path", "text", "tspan", "a", "ellipse"}
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= allowed
    names = {name for element in root.iter() for name in element.attrib}
    assert not any(name.startswith("on") for name in names)
    assert [a.get(HREF) for a in root.iter(f"{SVG}a")] == ["https://a.b/?x=\"><script>&y='"]
    text = " ".join(words_of(svg).split())
    for word in ("<script>alert(1)</script>", "]]> & &amp; <!--", "点我", "&lt;b&gt; \\N \\l C:"):
        assert word in text


def test_the_head_says_what_it_is() -> None:
    """Title, description, language, a role, and fonts that end in a generic family."""
    root = ElementTree.fromstring(drawn(WRITER, OUTLINE))
    assert [child.tag.removeprefix(SVG) for child in root][:3] == ["title", "desc", "rect"]
    assert root[0].text == "口碑铁三角"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "zh-CN"
    assert root.get("role") == "tree"
    assert root.get("font-family", "").startswith("'Deckgen Sans SC',")
    assert root.get("font-family", "").endswith(",sans-serif")


def test_notes_are_tooltips() -> None:
    """The title of a node's group holds its notes."""
    root = ElementTree.fromstring(drawn(WRITER, OUTLINE))
    assert [g.findtext(f"{SVG}title") for g in root.iter(f"{SVG}g")].count("先讲产品") == 1


def test_numbers_are_short_and_bytes_are_stable() -> None:
    """Two decimals at most; twice the same."""
    svg = drawn(WRITER, OUTLINE)
    assert svg == drawn(WRITER, OUTLINE)
    without_links = re.sub(rb'href="[^"]*"', b"", svg)
    assert not re.search(rb"\d\.\d{3}", without_links)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=30))
def test_any_characters_give_well_formed_xml(text: str) -> None:
    """Controls and lone surrogates too: what XML cannot hold is left out."""
    scene = scene_with(
        [Box(Rect(0, 0, 100, 100), text, alt=text, tooltip=text)], Size(px(9), px(9))
    )
    ElementTree.fromstring(WRITER.write(scene, theme(), Report()))


def test_every_kind_of_shape_is_drawn() -> None:
    """Ellipses, polygons, paths, arrows, pictures and groups."""
    frame, fill = Rect(0, 0, px(40), px(20)), Fill(Color(ColorRole.ACCENT2))
    line = Line(Color(ColorRole.MUTED), px(2), dashed=True)
    points = (Point(0, 0), Point(0, 0), Point(px(40), px(20)), Point(px(40), px(20)))
    shapes = [Box(frame, kind.value, geometry=kind, fill=fill, line=line) for kind in Geometry]
    picture = Image(frame, b"\x89PNG", "picture", "说明")
    arrow = Connector("a", "b", points, line, "arrow", has_arrow=True)
    group = Group((picture, Path(points, "path", closed=True, fill=fill)), frame, "both", "合")
    svg = WRITER.write(scene_with([*shapes, arrow, group], Size(px(50), px(30))), theme(), Report())
    counts = {
        tag: len(list(ElementTree.fromstring(svg).iter(SVG + tag)))
        for tag in ("rect", "ellipse", "path", "image")
    }
    assert counts == {"rect": 3, "ellipse": 1, "path": 7, "image": 1}
    assert b'stroke-dasharray="8 6"' in svg
    assert b"data:image/png;base64,iVBORw==" in svg


def test_more_pages_are_reported() -> None:
    """An SVG holds one page; the report says how many are left out."""
    page = scene_of("title: 甲\ntopics: [乙]").pages[0]
    report = Report()
    WRITER.write(type(scene_of("title: 甲"))((page, page, page)), theme(), report)
    assert [problem.message for problem in report.problems] == [
        "a file of the format 'svg' holds one page, 2 are left out"
    ]


@pytest.mark.parametrize("text", ["深度工作", "Deep 12:30"])
def test_lines_start_where_they_were_measured(text: str) -> None:
    """A centred line is anchored in its middle, and it fits its box."""
    scene = scene_of(f"title: '{text}'")
    (box,) = [shape for shape in scene.pages[0].shapes if isinstance(shape, Box)]
    (paragraph,) = box.text.paragraphs
    (line,) = paragraph.lines
    assert isinstance(box.text, TextBody)
    assert line.width == advance(text, paragraph.size_pt, True, paragraph.style.fonts)
    root = ElementTree.fromstring(WRITER.write(scene, theme(), Report()))
    (element,) = root.iter(f"{SVG}text")
    assert element.get("text-anchor") == "middle"
    assert float(element.get("x", "")) == pytest.approx(box.frame.center_x / px(1), abs=0.01)


def test_a_branch_narrows_evenly() -> None:
    """Its outline is as wide as the line at the start, as the end's width at the end."""
    line = Line(Color(ColorRole.ACCENT1), px(8))
    for points in (
        (Point(0, 0), Point(px(40), 0), Point(px(40), px(300)), Point(px(100), px(300))),
        (Point(0, 0), Point(px(33), 0), Point(px(66), 0), Point(px(100), 0)),
    ):
        outline = tapered(Connector("a", "b", points, line, "branch", end_width=px(4)))
        assert outline[0] == outline[-1]
        assert len(outline) % 3 == 1  # closed by cubics
        ends = [(x, y) for x, y in outline if x in (0, px(100))]
        level = points[-1].y
        assert {y for x, y in ends if x == 0} == {-px(4), px(4)}
        assert {y for x, y in ends if x == px(100)} == {level - px(2), level + px(2)}


@pytest.mark.parametrize("has_fill", [True, False])
def test_highlights_can_be_read_on_every_ground(has_fill: bool) -> None:
    """Dark on pale, whether the box is filled with the text colour or not at all."""
    palette = theme().palette
    ink = palette.rgb(run_color(Run("亮", mark=True), Color(ColorRole.BACKGROUND), has_fill))
    assert contrast(ink, palette.rgb(mark_color(has_fill))) >= 4.5


def test_a_map_is_told_as_a_tree() -> None:
    """The file is a tree by its title; every node is an item that says its level."""
    root = ElementTree.fromstring(drawn(WRITER, "{title: 书, topics: [甲: [一, 二], 乙]}"))
    assert root.get("role") == "tree"
    assert root.find(f"{SVG}title") is not None
    items = [group for group in root.iter(f"{SVG}g") if group.get("role") == "treeitem"]
    told = [("".join(item.itertext()).strip(), item.get("aria-level")) for item in items]
    assert told == [("书", "1"), ("甲", "2"), ("一", "3"), ("二", "3"), ("乙", "2")]


def test_each_value_is_told_as_its_own_however_short_it_lives() -> None:
    """Values are found by where they lie in memory, where another may come to lie."""
    roles = (ColorRole.TEXT, ColorRole.MUTED, ColorRole.ACCENT1)
    made: list[str] = []

    def tell(color: Color, size_pt: float) -> str:
        made.append(f"{color.role} {size_pt}")
        return made[-1]

    told = Told[Color](tell)
    asked = [(roles[number % 3], number % 2) for number in range(60)]
    assert [told(Color(role), size) for role, size in asked] == [f"{r} {s}" for r, s in asked]
    assert len(made) == len(set(asked))
