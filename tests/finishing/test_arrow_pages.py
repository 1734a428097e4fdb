"""Small arrows: beside every row that jumps, and up from a slide to where it belongs."""

from __future__ import annotations

from test_link_pages import TALK, deck_of

from deckgen.model.scene import Box, Page
from deckgen.model.style import Geometry


def arrows(page: Page) -> dict[Geometry, list[Box]]:
    """Return a page's arrows by their kind."""
    found: dict[Geometry, list[Box]] = {Geometry.CHEVRON: [], Geometry.TRIANGLE: []}
    for shape in page.shapes:
        if isinstance(shape, Box) and shape.link and not shape.text.paragraphs:
            found[shape.geometry].append(shape)
    return found


def words_that_jump(page: Page) -> list[Box]:
    return [
        shape
        for shape in page.shapes
        if isinstance(shape, Box) and shape.link[:1] == "#" and shape.placeholder > 15
    ]


def test_every_row_has_an_arrow_in_the_margin() -> None:
    """It leads where its row does, level with it, right of all that the row says, and says so."""
    scene = deck_of(TALK)
    titles = {page.key: page.title for page in scene.pages}
    seen = 0
    for page in scene.pages:
        rows = words_that_jump(page)
        onwards = arrows(page)[Geometry.CHEVRON]
        assert [arrow.link for arrow in onwards] == [row.link for row in rows]
        for arrow, row in zip(onwards, rows, strict=True):
            mates = [
                one for one in page.shapes if isinstance(one, Box) and one.item == row.item >= 0
            ]
            right = max(one.frame.right for one in (row, *mates) if one is not arrow)
            assert right < arrow.frame.x < arrow.frame.right < page.size.width
            assert abs(arrow.frame.center_y - row.frame.center_y) <= 1
            assert arrow.alt == titles[row.link[1:]] != ""
        seen += len(rows)
    assert seen > 3


def test_every_slide_with_a_footer_has_an_arrow_up() -> None:
    """It leads where the footer does; cover, dividers and closing have none."""
    scene = deck_of(TALK)
    ups = {page.key: [box.link for box in arrows(page)[Geometry.TRIANGLE]] for page in scene.pages}
    assert ups == {
        page.key: [page.back or page.home] if page.footer and page.home else []
        for page in scene.pages
    }
    assert [] != ups["t2"] != ups["t1.1"] != []


def test_a_divider_does_not_jump_to_itself() -> None:
    """Of the sections that it lists, the one that it begins has neither link nor arrow."""
    sections = "- 甲: {points: [{子: [一, 二]}, 丑]}\n- 乙: {points: [{寅: [一, 二]}, 卯]}"
    scene = deck_of(f"title: 书\ntopics:\n{sections}")
    for page in (page for page in scene.pages if page.kind == "section"):
        assert f"#{page.key}" not in {row.link for row in words_that_jump(page)}
