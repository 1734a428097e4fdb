"""The code on the last slide: the right modules, drawn as one freeform."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from slides_at_hand import THEMES, boxes_of, faults, item, pages_of, slide, theme

from deckgen.layouts.slides._modules import QUIET, draw_code, modules_of
from deckgen.model.deck import Slide
from deckgen.model.scene import Group, Path, Point
from deckgen.model.units import Rect

LINK = "https://example.com/gallery"


def test_a_long_address_has_no_code() -> None:
    """No phone at the back of the room could read one."""
    assert modules_of("x" * 5000) is None
    assert draw_code("x" * 214, Rect(0, 0, 100, 100), theme()) is None


def test_the_outlines_enclose_what_is_dark() -> None:
    """The areas of dark parts, less their holes, are the dark modules."""
    modules = modules_of(LINK)
    assert modules
    parts = len(modules) + 2 * QUIET
    code = draw_code(LINK, Rect(0, 0, parts * 10, parts * 10), theme())
    assert isinstance(code, Group)
    (path,) = [shape for shape in code.shapes if isinstance(shape, Path)]
    area = sum(map(twice_the_area, (path.points, *path.others))) // 2
    assert area == 100 * sum(map(sum, modules))


def twice_the_area(points: tuple[Point, ...]) -> int:
    corners = points[::3]
    return sum(a.x * b.y - b.x * a.y for a, b in pairwise(corners))


def closing() -> Slide:
    return slide("closing", item("读书会", label="联系"), item(LINK, link=LINK), title="谢谢")


@pytest.mark.parametrize("name", THEMES)
def test_the_first_address_is_a_code_to_scan(name: str) -> None:
    """Dark on light by night as well, clear of all words, and a link itself."""
    for aspect in ("16:9", "4:3"):
        look = theme(name, aspect)
        (page,) = pages_of(closing(), look)
        (code,) = [shape for shape in page.shapes if isinstance(shape, Group)]
        card, drawn = code.shapes
        assert faults(page, look) == []
        assert [box.link for box in boxes_of(code.shapes)] == [LINK]
        assert not any(
            code.frame.overlaps(box.frame) for box in boxes_of(page.shapes) if box.placeholder >= 0
        )
        ground, ink = (look.palette.rgb(shape.fill.color) for shape in (card, drawn))
        assert ground.luminance > ink.luminance


def test_contacts_without_an_address_have_no_code() -> None:
    told = replace(closing(), items=closing().items[:1])
    assert not [s for page in pages_of(told, theme()) for s in page.shapes if isinstance(s, Group)]
