"""Scene → PNG: our own SVG drawn by resvg with the bundled fonts, so it looks alike everywhere.

A map is one picture, or tiles where it is asked for at a scale that one cannot hold; a deck a
picture a slide and a contact sheet of them all (`write_all`). They
are half again as fine as a screen's pixels, and coarser when that would be too large. System fonts
are not looked at: a machine without any shows real glyphs too, and a character that the bundled
font lacks is reported and replaced before it could become a box.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..model.color import Color, ColorRole, Tone
from ..model.richtext import rich
from ..model.scene import Box, Page, Scene, TextBody
from ..model.style import Anchor, Fill
from ..model.theme import Theme
from ..model.units import Emu, Rect, Size, px, to_px
from ..plugin import Writer
from ..problems import Report, fail
from ..text.fit import Flow, height_of, set_flows
from ..text.fonts import FAMILY, MONO_FAMILY, font_path
from ._page import whole_pages
from ._text import with_stand_ins
from ._tiles import MOST_TILES, Tile, count_of, tiles_of
from .svg import first_page, svg_of, svg_sheet

ZOOM = 1.5  # painting takes 80 ns a pixel: a usual map of 9 Mpx a second, at 2 twice that
# Beyond these, viewers refuse the picture and drawing it takes gigabytes
MAX_SIDE = 16_384
MAX_PIXELS = 64_000_000
TILE = 4096  # the side of a tile, 64 MB while it is drawn
STRIP = 2400  # a map no wider than this is cut into strips

THUMB: Emu = px(400)  # the width of a slide on the contact sheet
GAP: Emu = px(24)
CAPTION: Emu = px(26)
MOST_COLUMNS = 12
TALL = 1.5  # a sheet higher than so many times its width gets another column


def write(scene: Scene, theme: Theme, report: Report) -> bytes:
    """Return the first page of a scene as a PNG file."""
    (page,) = with_stand_ins([first_page(scene, "png", theme, report)], report)
    return _draw(svg_of(page, theme, scene.properties.lang), _zoom(page, report))


def is_divided(scene: Scene) -> bool:
    """Tell whether a map is asked for at a scale that one picture cannot hold."""
    page = scene.pages[0]
    return page.zoom > 0 and fitting_zoom(page.size, page.zoom) < page.zoom


def write_all(scene: Scene, theme: Theme, report: Report) -> dict[str, bytes]:
    """Return every page as a picture, and a contact sheet, by the names of their files.

    Of a map that is divided, its tiles.
    """
    if is_divided(scene):
        return _tiles(scene, theme, report)
    pages = with_stand_ins(whole_pages(scene, theme), report)
    digits = max(2, len(str(len(pages))))
    lang = scene.properties.lang
    files = {
        f"slide-{number:0{digits}}.png": _draw(
            svg_of(page, theme, lang, has_cells=True), fitting_zoom(page.size)
        )
        for number, page in enumerate(pages, 1)
    }
    sheet = _sheet(pages, theme)
    places = _places(pages)
    files["contact.png"] = _draw(svg_sheet(sheet, pages, places, theme), fitting_zoom(sheet.size))
    return files


def _tiles(scene: Scene, theme: Theme, report: Report) -> dict[str, bytes]:
    (page,) = with_stand_ins([first_page(scene, "png", theme, report)], report)
    side = MAX_SIDE - 1 if to_px(page.size.width) * page.zoom <= STRIP else TILE
    if count_of(page.size, page.zoom, side) > MOST_TILES:
        raise fail(
            f"at --scale {page.zoom:g} the map takes more than {MOST_TILES} tiles",
            "take a smaller scale, fewer levels (--depth 3), or an svg",
        )
    tiles = tiles_of(page, page.zoom, side)
    digits = len(str(max(max(tile.row, tile.column) for tile in tiles)))
    return {
        f"tile-{tile.row:0{digits}}-{tile.column:0{digits}}.png": _tile(tile, theme)
        for tile in tiles
    }


def _tile(tile: Tile, theme: Theme) -> bytes:
    place, size = tile.place, tile.page.size
    sheet = Page("tile", "", Size(place.width, place.height), ())
    inner = Rect(-place.x, -place.y, size.width, size.height)
    return _draw(svg_sheet(sheet, [tile.page], [inner], theme), tile.page.zoom)


def draw_sheet(
    sheet: Page, pages: Sequence[Page], places: Sequence[Rect], theme: Theme, report: Report
) -> bytes:
    """Return a sheet with other pages on it, each scaled to its place; all of them are whole."""
    sheet, *inner = with_stand_ins((sheet, *pages), report)
    return _draw(svg_sheet(sheet, inner, places, theme), fitting_zoom(sheet.size))


def _columns(count: int, ratio: float) -> int:
    """Return how many slides stand side by side: few enough to see, many enough for one look."""
    for columns in range(min(4, count), MOST_COLUMNS):
        if -(-count // columns) * ratio <= TALL * columns:
            return columns
    return MOST_COLUMNS


def _places(pages: Sequence[Page]) -> tuple[Rect, ...]:
    """Return where each page stands on the contact sheet, row by row."""
    size = pages[0].size
    height = round(THUMB * size.height / size.width)
    columns = _columns(len(pages), size.height / size.width)
    return tuple(
        Rect(
            GAP + index % columns * (THUMB + GAP),
            GAP + index // columns * (height + CAPTION + GAP),
            THUMB,
            height,
        )
        for index in range(len(pages))
    )


def _sheet(pages: Sequence[Page], theme: Theme) -> Page:
    """Return the contact sheet's own page: the number below each slide."""
    places = _places(pages)
    size = Size(
        max(place.right for place in places) + GAP,
        max(place.bottom for place in places) + CAPTION + GAP,
    )
    captions = tuple(
        _caption(str(page.number or number), place, theme)
        for number, (page, place) in enumerate(zip(pages, places, strict=True), 1)
    )
    ground = Box(Rect(0, 0, size.width, size.height), "底", fill=Fill(Color(ColorRole.MUTED)))
    return Page("contact", "", size, (ground, *captions))


def _caption(words: str, place: Rect, theme: Theme) -> Box:
    style = replace(theme.style("footer"), color=Color(ColorRole.MUTED, Tone.ON))
    lines = set_flows((Flow(rich(words), style),), place.width, 0)
    text = TextBody(lines, Anchor.MIDDLE, height=height_of(lines))
    return Box(Rect(place.x, place.bottom, place.width, CAPTION), "页码", text)


def _draw(svg: str, zoom: float) -> bytes:
    import resvg_py

    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg,
                zoom=zoom,
                dpi=96,
                skip_system_fonts=True,
                font_files=[
                    str(font_path(bold, is_mono))
                    for is_mono in (False, True)
                    for bold in (False, True)
                ],
                # a family that is not there would take its text with it
                sans_serif_family=FAMILY,
                monospace_family=MONO_FAMILY,
                font_family=FAMILY,
            )
        )
    except ValueError as error:
        raise fail(f"the page cannot be drawn as a png: {error}", hint="write an svg") from error


def _zoom(page: Page, report: Report) -> float:
    """Return how many pixels a CSS pixel takes, and say so where it is fewer than usual."""
    wanted = page.zoom or ZOOM
    zoom = fitting_zoom(page.size, wanted)
    if zoom < wanted:
        width, height = to_px(page.size.width) * zoom, to_px(page.size.height) * zoom
        report.note(
            page.origin,
            f"the png is drawn at {zoom / wanted:.0%} of its size, {width:.0f} × {height:.0f}",
            hint="a map of fewer levels stays sharp (--depth 3); an svg or pdf has no such bound",
        )
    return zoom


def fitting_zoom(size: Size, most: float = ZOOM) -> float:
    """Return the largest zoom, up to `most`, that keeps a picture within its bounds."""
    width, height = max(1.0, to_px(size.width)), max(1.0, to_px(size.height))
    by_side = (MAX_SIDE - 1) / max(width, height)
    return float(min(most, by_side, (MAX_PIXELS / (width * height)) ** 0.5))


WRITER = Writer("png", (".png",), write, write_all, is_divided)
