"""Pictures at any scale: what one file cannot hold is cut into tiles that join without a seam."""

from __future__ import annotations

from io import BytesIO

import pytest
from drawings import scene_of, theme
from PIL import Image, ImageChops

from deckgen.model.color import Color, ColorRole
from deckgen.model.scene import Box, Page, Path, Point, Scene
from deckgen.model.style import Fill, Line
from deckgen.model.units import Rect, Size, px
from deckgen.problems import DeckgenError, Report
from deckgen.writers import png
from deckgen.writers._tiles import tiles_of

TREE = "{title: 书, topics: [甲: [一, 二, 三], 乙: [四, 五], 丙]}"


def scaled(zoom: float) -> Scene:
    scene = scene_of(TREE)
    page = scene.pages[0]
    return Scene((type(page)(page.key, page.title, page.size, page.shapes, zoom=zoom),))


def test_a_scale_is_how_many_pixels_a_css_pixel_takes() -> None:
    """Two and a half times the page's size, in one file."""
    scene = scaled(2.5)
    size = scene.pages[0].size
    assert not png.is_divided(scene)
    picture = Image.open(BytesIO(png.write(scene, theme(), Report())))
    assert picture.size == (round(2.5 * size.width / px(1)), round(2.5 * size.height / px(1)))


def test_tiles_join_without_a_seam(monkeypatch: pytest.MonkeyPatch) -> None:
    """Side by side they are the picture that one file would have held."""
    scene = scaled(2)
    whole = Image.open(BytesIO(png.write(scene, theme(), Report()))).convert("RGB")
    monkeypatch.setattr(png, "MAX_SIDE", 500)
    monkeypatch.setattr(png, "STRIP", 0)
    monkeypatch.setattr(png, "TILE", 300)
    assert png.is_divided(scene)
    tiles = png.write_all(scene, theme(), Report())
    joined = Image.new("RGB", whole.size)
    for name, blob in tiles.items():
        row, column = (int(part) for part in name.removesuffix(".png").split("-")[1:])
        joined.paste(Image.open(BytesIO(blob)), ((column - 1) * 300, (row - 1) * 300))
    assert len(tiles) == -(-whole.width // 300) * -(-whole.height // 300)
    extremes = ImageChops.difference(whole, joined).getextrema()
    assert max(high for _, high in extremes) <= 3


def test_a_long_picture_is_cut_between_its_lines() -> None:
    """A box that lies across a cut begins the next strip."""
    boxes = [
        Box(Rect(0, px(top), px(100), px(40)), "b", fill=Fill(Color(ColorRole.TEXT)))
        for top in range(0, 400, 60)
    ]
    page = Page("p", "", Size(px(100), px(400)), tuple(boxes))
    cuts = [tile.place for tile in tiles_of(page, 1, 140)]
    assert [(cut.y // px(1), cut.bottom // px(1)) for cut in cuts] == [
        (0, 120),
        (120, 240),
        (240, 360),
        (360, 400),
    ]


def test_a_scale_beyond_all_measure_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error with a hint, and no thousand files."""
    monkeypatch.setattr(png, "MAX_SIDE", 10)
    monkeypatch.setattr(png, "STRIP", 0)
    monkeypatch.setattr(png, "TILE", 10)
    with pytest.raises(DeckgenError, match="more than 400 tiles"):
        png.write_all(scaled(2), theme(), Report())


def test_a_line_that_leads_far_away_passes_each_tile_where_it_should(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """pdfium moves what is more than 32,000 pixels off; a tile's part of a line stays in place."""
    size = Size(px(50_000), px(1_000))
    ends = Point(0, 0), Point(size.width, size.height)
    line = Path((ends[0], *ends, ends[1]), "线", line=Line(Color(ColorRole.TEXT), px(4)))
    monkeypatch.setattr(png, "MAX_SIDE", 20_000)
    tiles = png.write_all(Scene((Page("p", "", size, (line,), zoom=2),)), theme(), Report())
    assert len(tiles) == -(-100_000 // png.TILE)
    for column, blob in enumerate(tiles.values()):
        tile = Image.open(BytesIO(blob)).convert("L")
        dark = [y for y in range(tile.height) if tile.getpixel((1000, y)) < 128]
        assert sum(dark) / len(dark) == pytest.approx((column * png.TILE + 1000) / 50, abs=2)
