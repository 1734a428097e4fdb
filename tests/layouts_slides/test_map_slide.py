"""A map on a slide: two sides, jumps, glued curves; what finds no room is left to other slides."""

from __future__ import annotations

import pytest
from slides_at_hand import ASPECTS, THEMES, item, pages_of, slide, text_of, theme

from deckgen.model.scene import Box, Connector, Group, Page
from deckgen.model.units import Rect, inches


def drawn(page: Page) -> Group:
    return next(shape for shape in page.shapes if isinstance(shape, Group))


def sections(count: int, leaves: int, target: str = "t") -> list:
    return [
        item(
            f"第{n}部分",
            "",
            *(item(f"要点{n}之{k}", target=target) for k in range(leaves)),
            target="s1",
        )
        for n in range(count)
    ]


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("count", "leaves"), [(2, 0), (3, 3), (6, 2), (8, 6), (11, 0)])
def test_a_map_stays_on_its_page(name: str, aspect: str, count: int, leaves: int) -> None:
    """No box overlaps another, every word fits its box, at 16 points or more."""
    look = theme(name, aspect)
    (page,) = pages_of(slide("map", *sections(count, leaves)), look)
    body = look.grid.body
    room = Rect(body.x, look.grid.lead.y, body.width, body.bottom - look.grid.lead.y)
    boxes = [box for box in drawn(page).shapes if isinstance(box, Box)]
    assert len(boxes) in (1 + count, 1 + count * (1 + leaves))
    for at, box in enumerate(boxes):
        assert room.contains(box.frame), box.name
        assert box.text.height <= box.frame.inset(box.text.insets).height
        assert min(paragraph.size_pt for paragraph in box.text.paragraphs) >= 16
        assert not any(box.frame.overlaps(other.frame) for other in boxes[:at])


def test_nodes_jump_and_curves_are_glued() -> None:
    (page,) = pages_of(slide("map", *sections(2, 2), label="书"), theme())
    group = drawn(page)
    boxes = {box.key: box for box in group.shapes if isinstance(box, Box)}
    assert {key: (text_of(box), box.link) for key, box in boxes.items()} == {
        "map": ("书", ""),
        "map/0": ("第0部分", "#s1"), "map/0/0": ("要点0之0", "#t"), "map/0/1": ("要点0之1", "#t"),
        "map/1": ("第1部分", "#s1"), "map/1/0": ("要点1之0", "#t"), "map/1/1": ("要点1之1", "#t"),
    }  # fmt: skip
    ends = [(one.start, one.end) for one in group.shapes if isinstance(one, Connector)]
    assert sorted(ends) == [
        ("map", "map/0"), ("map", "map/1"), ("map/0", "map/0/0"), ("map/0", "map/0/1"),
        ("map/1", "map/1/0"), ("map/1", "map/1/1"),
    ]  # fmt: skip
    assert group.alt == "导图，书。第0部分：要点0之0、要点0之1；第1部分：要点1之0、要点1之1"


def test_a_map_with_words_of_its_own_loses_none() -> None:
    """Leaves that no other slide tells are not left out: they share a box, and maps go on."""
    pages = pages_of(slide("map", *sections(8, 4, target="")), theme("base", "4:3"))
    told = [text_of(box) for page in pages for box in drawn(page).shapes if isinstance(box, Box)]
    assert len(pages) == 2
    assert "要点7之0、要点7之1、要点7之2、要点7之3" in told
    assert [text for text in told if text.startswith("第")] == [f"第{n}部分" for n in range(8)]


def test_long_branches_stand_at_the_right_of_their_root() -> None:
    """Where two sides would break words, one side has the whole width."""
    words = "让用户进到做产品的过程里来"
    (page,) = pages_of(slide("map", *(item(words, "", item("打开")) for _ in range(3))), theme())
    boxes = {box.key: box for box in drawn(page).shapes if isinstance(box, Box)}
    assert {boxes[f"map/{n}"].frame.x for n in range(3)} == {boxes["map/0"].frame.x}
    assert boxes["map"].frame.right < boxes["map/0"].frame.x
    assert [len(boxes[f"map/{n}"].text.paragraphs[0].lines) for n in range(3)] == [2, 2, 2]


def test_a_map_of_jumps_stays_on_one_page() -> None:
    """An overview in two parts is none; many leaves stand as close as the lines of a list."""
    told = slide("map", *sections(12, 0), label="一本书的名字很长，长得要分三行才写得下")
    assert len(pages_of(told, theme("ink"))) == 1
    gaps = []
    for leaves in (3, 4):
        (page,) = pages_of(slide("map", *sections(6, leaves)), theme("ink"))
        boxes = [box for box in drawn(page).shapes if isinstance(box, Box)]
        first, second, *_ = (box.frame for box in boxes if box.key.count("/") == 2)
        gaps.append(second.y - first.bottom)
    assert gaps == [inches(0.07), inches(0.03)]


def test_a_map_of_too_many_jumps_lists_its_branches_alone() -> None:
    """Forty sections are no map; their slides tell of the leaves, and the list leaves these out."""
    pages = pages_of(slide("map", *sections(40, 3)), theme())
    words = "".join(text_of(shape) for page in pages for shape in page.shapes)
    assert len(pages) <= 4
    assert all(f"第{n}部分" in words for n in range(40))
    assert "要点" not in words
