"""Quotations, listings and tables in nodes: drawn as what they are, inside their boxes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from maps_at_hand import WORDS, mindmap_of, theme
from test_structures import NAMES, check, nodes_on, place

from deckgen.layouts.maps._phone import place_for_phone
from deckgen.model.color import Color, ColorRole
from deckgen.model.mindmap import CODE, QUOTE, TABLE, MindMap, Node
from deckgen.model.richtext import Run, plain, rich
from deckgen.model.scene import Box, Path
from deckgen.model.style import Face
from deckgen.model.units import pt

PARENTS = [0, 0, 0, 1, 1, 2, 2, 3, 3, 3]
CODE_TEXT = "def f(x):\n    if x:\n\n        return {'a': 1}"


def bodies(texts: tuple[str, str, str] = (WORDS[:40], CODE_TEXT, "2011")) -> MindMap:
    """A map whose leaves are a quotation, a listing and a table, in turn."""
    mindmap = mindmap_of(PARENTS, (4, 9, 14))
    quote, code, cell = texts
    rows = (
        (rich("年"), rich("量"), rich("渠道")),
        (rich(cell), rich("30")),
        ((), rich(quote), rich("论坛")),
    )

    def body(node: Node, kind: int) -> Node:
        if kind == 0:
            return replace(node, kind=QUOTE, title=rich(f"“{quote}”"), gist=rich("——黎万强"))
        if kind == 1:
            return replace(node, kind=CODE, title=(Run(code, code=True),), gist=())
        return replace(node, kind=TABLE, title=rich("年 · 量"), gist=(), rows=rows)

    nodes = tuple(
        node if node.children else body(node, index % 3) for index, node in enumerate(mindmap.nodes)
    )
    return replace(mindmap, nodes=nodes)


def of_kind(mindmap: MindMap, boxes: dict[str, Box], kind: str) -> list[Box]:
    return [boxes[node.key] for node in mindmap.nodes if node.kind == kind]


@pytest.mark.parametrize(("share", "count"), [(1.15, 1), (1.6, 2)])
def test_a_speaker_may_reach_beyond_the_quotation(share: float, count: int) -> None:
    """One line does not break after the dot, which some renderers draw narrow."""
    gist, room = theme().map.gist, theme().map.text_width
    speaker = "小米·" + "法" * int(share * room / pt(gist.sizes[0]) - 3)
    mindmap = bodies()
    nodes = tuple(
        replace(node, gist=rich(speaker)) if node.kind == QUOTE else node for node in mindmap.nodes
    )
    mindmap = replace(mindmap, nodes=nodes)
    box = of_kind(mindmap, nodes_on(place(mindmap, "logic")), QUOTE)[0]
    assert len(box.text.paragraphs[-1].lines) == count


def test_a_quotation_has_a_bar_and_its_speaker() -> None:
    """Smaller than a topic, not bold, the speaker in the muted colour."""
    mindmap = bodies()
    for box in of_kind(mindmap, nodes_on(place(mindmap, "logic")), QUOTE):
        words, speaker = box.text.paragraphs
        assert theme().map.gist.sizes[0] < words.size_pt < theme().map.styles[-1].sizes[0]
        assert not words.style.bold
        assert speaker.style.color == Color(ColorRole.MUTED)
        (bar,) = box.marks
        assert isinstance(bar, Path)
        assert bar.points[0].x < box.frame.x + box.text.insets.left


def test_a_listing_keeps_its_lines() -> None:
    """In the fixed-width face on a light ground, indents and empty lines as they were typed."""
    mindmap = bodies()
    for box in of_kind(mindmap, nodes_on(place(mindmap, "logic")), CODE):
        lines = [plain(par.runs).replace("\u00a0", " ") for par in box.text.paragraphs]
        assert [line.rstrip() for line in lines] == CODE_TEXT.split("\n")
        assert {par.style.face for par in box.text.paragraphs} == {Face.MONO}
        assert box.fill is not None
        assert box.fill.color == Color(ColorRole.SURFACE)


@pytest.mark.parametrize("name", [*NAMES, "phone"])
def test_a_tables_cells_stand_in_rows_and_columns(name: str) -> None:
    """Row by row on their box, none over another, each with room for its words."""
    mindmap = bodies()
    page = place_for_phone(mindmap, theme()) if name == "phone" else place(mindmap, name)
    if name not in ("phone", "matrix", "bracket"):
        check(mindmap, page, name)
    for box in of_kind(mindmap, nodes_on(page), TABLE):
        cells = [mark for mark in box.marks if isinstance(mark, Box)]
        words = ["".join(plain(par.runs) for par in cell.text.paragraphs) for cell in cells]
        assert words == ["年", "量", "渠道", "2011", "30", WORDS[:40], "论坛"]
        assert len({cell.frame.y for cell in cells}) == len({cell.frame.x for cell in cells}) == 3
        check_cells(box, cells)


def check_cells(box: Box, cells: list[Box]) -> None:
    for number, cell in enumerate(cells):
        assert box.frame.contains(cell.frame)
        assert not any(cell.frame.overlaps(other.frame) for other in cells[number + 1 :])
        assert cell.text.height <= cell.frame.height
        lines = [line for par in cell.text.paragraphs for line in par.lines]
        assert max(line.width for line in lines) <= cell.frame.width


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=5, deadline=None, derandomize=True)
@given(
    quote=st.integers(1, 130),
    code=st.lists(st.integers(0, 90), min_size=1, max_size=14),
    cell=st.integers(1, 60),
)
def test_bodies_of_any_length_have_room(name: str, quote: int, code: list[int], cell: int) -> None:
    """Long quotations, wide listings, full cells: inside their boxes, and these over nothing."""
    text = "\n".join("x" * length for length in [*code, 1])
    mindmap = bodies(((WORDS * 4)[:quote], text, (WORDS * 2)[:cell]))
    page = place(mindmap, name)
    check(mindmap, page, name)
    for box in of_kind(mindmap, nodes_on(page), TABLE):
        check_cells(box, [mark for mark in box.marks if isinstance(mark, Box)])
