"""Scene → PNG: our own PDF painted by pdfium with the bundled fonts, so it looks alike everywhere.

A map is one picture, or tiles where it is asked for at a scale that one cannot hold; a deck a
picture a slide and a contact sheet of them all (`write_all`), all of them from one file. They
are half again as fine as a screen's pixels, and coarser when that would be too large. System fonts
are not looked at: a machine without any shows real glyphs too, and a character that the bundled
font lacks is reported and replaced before it could become a box.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import inf

from ..kinds import signed
from ..model.color import Color, ColorRole, Tone
from ..model.richtext import rich
from ..model.scene import Box, Page, Scene, TextBody
from ..model.style import Anchor, Fill
from ..model.theme import Theme
from ..model.units import Emu, Rect, Size, px, to_px
from ..plugin import Writer
from ..problems import Report, fail
from ..text.fit import Flow, height_of, set_flows
from ._drawing import PageDrawing, page_canvas
from ._page import first_page, whole_pages
from ._pdf_file import About, PdfFile
from ._raster import View, pictures
from ._text import with_stand_ins
from ._tiles import MOST_TILES, count_of, tiles_of

ZOOM = 1.5  # a slide fills a projector's 1920 × 1080
# Where a map would be more pixels long, which telephones and projectors may refuse, it is drawn
# smaller, as far as its smallest words can be read
SCREEN, LEAST_ZOOM = 4096, 0.75
# Beyond these, viewers refuse the picture and drawing it takes gigabytes
MAX_SIDE = 16_384
MAX_PIXELS = 64_000_000
TILE = 4096  # the side of a tile
PIXEL = 72 / 96  # points
# pdfium takes no place that is further than 32,000 pixels from the picture's corner as it is: of
# what goes on beyond a tile, each segment must be short enough to be right where it is seen
LONGEST = 8_192 * PIXEL
STRIP = 2400  # a map no wider than this is cut into strips

CONTACT = "contact.png"
THUMB: Emu = px(400)  # the width of a slide on the contact sheet
GAP: Emu = px(24)
CAPTION: Emu = px(26)
MOST_COLUMNS = 12
TALL = 1.5  # a sheet higher than so many times its width gets another column


def write(scene: Scene, theme: Theme, report: Report) -> bytes:
    """Return the first page of a scene as a PNG file."""
    (page,) = with_stand_ins([first_page(scene, "png", theme, report)], report)
    zoom = _zoom(page, report)
    file = PdfFile(is_packed=False)
    _show(file, _draw(file, page, theme, zoom))
    (picture,) = _painted(file, [_view(0, page.size, zoom)])
    return picture


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
    file = PdfFile(is_packed=False)
    for page in pages:
        _show(file, _draw(file, page, theme, fitting_zoom(page.size)))
    sheet = _sheet(pages, theme)
    _show_sheet(file, sheet, zip(pages, _places(pages), strict=True), theme)
    digits = max(2, len(str(len(pages))))
    names = [*(f"slide-{number:0{digits}}.png" for number in range(1, len(pages) + 1)), CONTACT]
    views = [
        _view(number, page.size, fitting_zoom(page.size))
        for number, page in enumerate((*pages, sheet))
    ]
    return dict(zip(names, map(signed, _painted(file, views)), strict=True))


def _tiles(scene: Scene, theme: Theme, report: Report) -> dict[str, bytes]:
    page = first_page(scene, "png", theme, report)
    side = MAX_SIDE - 1 if to_px(page.size.width) * page.zoom <= STRIP else TILE
    if count_of(page.size, page.zoom, side) > MOST_TILES:
        raise fail(
            f"at --scale {page.zoom:g} the map takes more than {MOST_TILES} tiles",
            "take a smaller scale, fewer levels (--depth 3), or an svg",
            code="map-too-large",
        )
    (page,) = with_stand_ins([page], report)
    tiles = tiles_of(page, page.zoom, side)
    digits = len(str(max(max(tile.row, tile.column) for tile in tiles)))
    names = [f"tile-{tile.row:0{digits}}-{tile.column:0{digits}}.png" for tile in tiles]
    file = PdfFile(is_packed=False)
    _show(file, _draw(file, page, theme, page.zoom, LONGEST / page.zoom))
    views = [_window(page, tile.place) for tile in tiles]
    return dict(zip(names, map(signed, _painted(file, views)), strict=True))


def draw_sheet(
    sheet: Page, pages: Sequence[Page], places: Sequence[Rect], theme: Theme, report: Report
) -> bytes:
    """Return a sheet with other pages on it, each scaled to its place; all of them are whole."""
    sheet, *inner = with_stand_ins((sheet, *pages), report)
    file = PdfFile(is_packed=False)
    _show_sheet(file, sheet, zip(inner, places, strict=True), theme)
    (picture,) = _painted(file, [_view(0, sheet.size, fitting_zoom(sheet.size))])
    return picture


def _draw(
    file: PdfFile, page: Page, theme: Theme, zoom: float, longest: float = inf
) -> PageDrawing:
    """Draw a page that will be painted so large; more may be drawn on it before it is shown."""
    canvas = page_canvas(file, page)
    canvas.longest = longest
    canvas.pixel = PIXEL / zoom
    drawing = PageDrawing(canvas, page, theme)
    drawing.content()
    return drawing


def _show(file: PdfFile, drawing: PageDrawing) -> None:
    file.finish_page(drawing.canvas.show(), ())


def _show_sheet(
    file: PdfFile, sheet: Page, small: Iterable[tuple[Page, Rect]], theme: Theme
) -> None:
    """Draw a sheet with other pages on it."""
    drawing = _draw(file, sheet, theme, fitting_zoom(sheet.size))
    for page, place in small:
        drawing.picture(page, theme, place)
    _show(file, drawing)


def _painted(file: PdfFile, views: Sequence[View]) -> list[bytes]:
    return pictures(file.save(About()), views)


def _view(page: int, size: Size, zoom: float) -> View:
    width, height = (max(1, round(to_px(side) * zoom)) for side in (size.width, size.height))
    return View(page, width, height)


def _window(page: Page, place: Rect) -> View:
    """Return a piece of a page, which is the first of its file."""
    whole = _view(0, page.size, page.zoom)
    left, top, right, bottom = (
        round(to_px(edge) * page.zoom) for edge in (place.x, place.y, place.right, place.bottom)
    )
    return replace(whole, left=left, top=top, across=right - left, down=bottom - top)


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


def _zoom(page: Page, report: Report) -> float:
    """Return how many pixels a CSS pixel takes, and say so where it is fewer than usual."""
    longest = to_px(max(page.size.width, page.size.height))
    wanted = page.zoom or min(ZOOM, max(LEAST_ZOOM, SCREEN / longest))
    zoom = fitting_zoom(page.size, wanted)
    if zoom < wanted:
        width, height = to_px(page.size.width) * zoom, to_px(page.size.height) * zoom
        report.note(
            page.origin,
            f"the png is drawn at {zoom / wanted:.0%} of its size, {width:.0f} × {height:.0f}",
            hint="a map of fewer levels stays sharp (--depth 3); an svg or pdf has no such bound",
            code="page-scaled",
        )
    return zoom


def fitting_zoom(size: Size, most: float = ZOOM) -> float:
    """Return the largest zoom, up to `most`, that keeps a picture within its bounds."""
    width, height = max(1.0, to_px(size.width)), max(1.0, to_px(size.height))
    by_side = (MAX_SIDE - 1) / max(width, height)
    return float(min(most, by_side, (MAX_PIXELS / (width * height)) ** 0.5))


WRITER = Writer("png", (".png",), write, write_all, is_divided)
