"""What a theme's tokens make of cards, dividers and covers, and of the decoration of all pages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from slides_at_hand import ASPECTS, item, pages_of, slide, theme

from deckgen.layouts.slides import cards, section
from deckgen.layouts.slides import title as cover
from deckgen.model.color import Color, ColorRole
from deckgen.model.style import Fill, Line
from deckgen.model.theme import LayoutSpec, Placeholder, Theme
from deckgen.writers._page import whole_page
from deckgen.writers.pptx.master import master_xml


def holder(spec: LayoutSpec, name: str) -> Placeholder:
    return next(holder for holder in spec.placeholders if holder.name == name)


def number_of(look: Theme) -> Placeholder:
    return holder(section.specs(look)[0], "节号")


@pytest.mark.parametrize("aspect", ASPECTS)
def test_a_divider_is_a_tile_a_block_or_bare(aspect: str) -> None:
    """A block fills the page's left from top to bottom and keeps off the title."""
    base = theme("base", aspect)
    tile, block, bare = (
        number_of(replace(base, tokens=replace(base.tokens, divider=divider)))
        for divider in ("tile", "block", "bare")
    )
    assert tile.fill == block.fill == Fill(Color(ColorRole.ACCENT1))
    assert bare.fill is None
    assert (block.frame.x, block.frame.y, block.frame.height) == (0, 0, base.grid.page.height)
    for spec in section.specs(replace(base, tokens=replace(base.tokens, divider="block"))):
        assert holder(spec, "节标题").frame.x > block.frame.right
    assert bare.frame.bottom == tile.frame.bottom


def test_cards_have_the_ground_and_the_outline_of_the_theme() -> None:
    """`card` is the ground, `card_line` the stroke, as wide as the theme's lines."""
    base = theme("base", "16:9")
    line = Color(ColorRole.MUTED)
    ground = Color(ColorRole.BACKGROUND)
    look = replace(base, tokens=replace(base.tokens, card=ground, card_line=line))
    spec = cards.specs(look)[0]
    assert holder(spec, "卡片1").fill == Fill(ground)
    assert holder(spec, "卡片1").line == Line(line, base.tokens.line)
    assert holder(cards.specs(base)[0], "卡片1").line is None


@pytest.mark.parametrize("aspect", ASPECTS)
def test_a_centred_cover_stands_in_the_middle(aspect: str) -> None:
    """Its frames go from margin to margin."""
    look = theme("book", aspect)
    frame = holder(cover.specs(look)[0], "标题").frame
    assert abs(frame.x + frame.right - look.grid.page.width) < 20


def test_the_pages_decoration_is_in_the_master_and_under_every_page() -> None:
    """PowerPoint has it from the master; the writers that draw slides themselves lay it below."""
    look = theme("notebook", "16:9")
    motif = look.decor["page"]
    assert master_xml(look, 1, lambda *_: "").count("装饰".encode()) == len(motif)
    page = pages_of(slide("cards", item("一", "二"), item("三", "四")), look)[0]
    assert whole_page(page, look).shapes[: len(motif)] == motif
