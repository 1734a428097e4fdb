"""DOT: any Graphviz redraws the map as it was laid out, and no word is taken for syntax."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys

import pytest
from drawings import drawn, scene_of, theme

from deckgen import registry
from deckgen.model.scene import Box, Connector, Scene
from deckgen.model.units import EMU_PER_INCH
from deckgen.planning.mindmap.build import plan_map
from deckgen.plugin import Source
from deckgen.problems import Report
from deckgen.readers.yaml import READER
from deckgen.writers.dot import WRITER, quoted

OUTLINE = r"""
title: 口碑铁三角
subtitle: 《参与感》
topics:
- title: '"; evil [label=x]; "\N\l &lt; <b>'
  gist: '第二行 C:\new'
  link: 'https://a.b/?x=1&y="'
- <Deep Work>:
    id: deep
    points: [a:b, {title: 见, relates: [{to: deep, label: 引出}]}]
- 用户关系: {gist: 信任的底座, points: [越高越好, {title: 更深, points: [三层]}]}
"""

CHILD = (
    "import sys, pygraphviz\n"
    "graph = pygraphviz.AGraph(string=sys.stdin.buffer.read().decode())\n"
    "sys.stdout.buffer.write(graph.draw(format=sys.argv[1], prog='nop2'))\n"
)


def programs() -> list[list[str]]:
    """Every Graphviz that is here; the format comes last."""
    found = [[sys.executable, "-c", CHILD]]
    if shutil.which("neato"):
        found.append(["neato", "-n2", "-T"])
    return found


def run(command: list[str], format: str, source: bytes) -> tuple[str, str]:
    tail = [*command[:-1], f"-T{format}"] if command[-1] == "-T" else [*command, format]
    done = subprocess.run(tail, input=source, capture_output=True, check=True, timeout=60)
    return done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize("command", programs(), ids=lambda command: command[-1][:2])
def test_graphviz_redraws_it_alike(command: list[str]) -> None:
    """Every node's place and size within 0.02 in, every edge where it was drawn."""
    page = scene_of(OUTLINE).pages[0]
    plain, said = run(command, "plain", drawn(WRITER, OUTLINE))
    assert "too small for label" not in said
    rows = [shlex.split(line) for line in plain.splitlines()]
    nodes = {row[1]: list(map(float, row[2:6])) for row in rows if row[0] == "node"}
    boxes = [shape for shape in page.shapes if isinstance(shape, Box)]
    assert list(nodes) == [f"n{number}" for number in range(1, len(boxes) + 1)]
    for box, found in zip(boxes, nodes.values(), strict=True):
        frame = box.frame
        down = page.size.height - frame.center_y
        here = (frame.center_x, down, frame.width, frame.height)
        assert found == pytest.approx([value / EMU_PER_INCH for value in here], abs=0.02)
    edges = [row for row in rows if row[0] == "edge"]
    branches = [shape for shape in page.shapes if isinstance(shape, Connector)]
    assert len(edges) == len(branches)
    check_edges(page.size.height, {tuple(row[4:6]) for row in edges}, branches)


def check_edges(height: int, starts: set[tuple[str, ...]], branches: list[Connector]) -> None:
    """Every branch starts where some edge does."""
    found = [(float(x), float(y)) for x, y in starts]
    for branch in branches:
        x, y = branch.points[0].x / EMU_PER_INCH, (height - branch.points[0].y) / EMU_PER_INCH
        assert any(abs(x - fx) < 0.02 and abs(y - fy) < 0.02 for fx, fy in found)


@pytest.mark.parametrize("command", programs(), ids=lambda command: command[-1][:2])
def test_words_come_through_as_typed(command: list[str]) -> None:
    """Backslashes, entities, quotes and angle brackets are shown, and end no label."""
    svg, _ = run(command, "svg", drawn(WRITER, OUTLINE))
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    shown = [text.replace("&#45;", "-").replace("&#160;", "") for text in texts]
    assert "&lt;Deep Work&gt;" in shown
    assert any("\\N\\l &amp;lt; &lt;b&gt;" in text for text in shown)
    assert any("第二行 C:\\new" in text for text in shown)
    assert "a:b" in shown
    assert "引出" in shown
    assert re.findall(r'xlink:href="([^"]*)"', svg) == ["https://a.b/?x=1&amp;y=%22"]


def test_the_source_is_stable_and_names_fonts_and_full_colours() -> None:
    """Twice the same; `#rrggbb`, as older Graphviz draws short ones black."""
    source = drawn(WRITER, OUTLINE)
    assert source == drawn(WRITER, OUTLINE)
    assert b'fontname="Deckgen Sans SC,' in source
    colors = re.findall(rb'(?:color|fillcolor|fontcolor)="(#[^"]*)"', source)
    assert colors
    assert all(re.fullmatch(rb"#[0-9a-f]{6}", color) for color in colors)


def test_labels_are_escaped() -> None:
    r"""A backslash is doubled, an ampersand is an entity, a line end is `\n`."""
    assert quoted("a\\N & b\nc\x01") == "a\\\\N &amp; b\\nc"


@pytest.mark.parametrize(("name", "style"), [("bracket", "solid"), ("matrix", "invis")])
def test_what_no_edge_draws_is_still_an_edge(name: str, style: str) -> None:
    """Braces and cells tell what hangs from what; other engines need it said."""
    report = Report()
    outline = READER.read(Source("a.yaml", b"{title: A, topics: [b: [c, d], e]}", bytes), report)
    page = registry.map_layouts()[name].place(plan_map(outline, (), report), theme(), report)
    source = WRITER.write(Scene((page,)), theme(), report).decode()
    edges = re.findall(r"\t(n\d+ -> n\d+) .*style=(\w+)", source)
    assert edges == [(f"n{a} -> n{b}", style) for a, b in ((1, 2), (2, 3), (2, 4), (1, 5))]


def test_tables_and_listings_keep_their_rows() -> None:
    """A table's cells are a line a row, a listing's indents stay; a summary is a node of words."""
    text = (
        "title: 甲\ntopics:\n- 乙:\n    summary: 小结\n    table: [[年, 量], [2011, 30]]\n"
        '    code: "if a:\\n    b()"\n'
    )
    source = drawn(WRITER, text).decode()
    assert r"年 · 量\l\ 2011 · 30\l".replace("\\ ", "\u00a0") in source
    assert "\u00a0if a:\\l\u00a0\u00a0\u00a0\u00a0\u00a0b()\\l" in source
    assert "小结" in source
