"""A file's pages as pictures: stretches that join, threads that do not meet, lines of any width."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from deckgen.writers import _raster
from deckgen.writers._canvas import Canvas, curves, rect
from deckgen.writers._pdf_file import About, PdfFile
from deckgen.writers._raster import View, pictures

WHITE, INK = (1.0, 1.0, 1.0), (0.0, 0.0, 0.0)


def page(width: float = 1.0, pixel: float = 0.0) -> bytes:
    """A white page of 200 points a side, with a word, a slanted line and a level one."""
    file = PdfFile(is_packed=False)
    canvas = Canvas(file, (200, 200))
    canvas.pixel = pixel
    canvas.fill_color(WHITE)
    canvas.paint(rect((-2, -2, 204, 204)), fill=True, stroke=False)
    canvas.fill_color(INK)
    canvas.text("口碑Word", (20, 100), (False, False), 24)
    canvas.stroke_color(INK)
    canvas.pen(width, is_dashed=False, is_round=False, has_round_ends=False)
    canvas.paint(curves([(0, 0), (60, 60), (120, 120), (200, 200)], False), fill=False, stroke=True)
    canvas.paint(
        curves([(0, 50.5), (60, 50.5), (120, 50.5), (200, 50.5)], False), fill=False, stroke=True
    )
    file.finish_page(canvas.show(), ())
    return file.save(About())


def shown(png: bytes) -> Image.Image:
    picture = Image.open(BytesIO(png))
    picture.load()
    return picture


def test_stretches_join_without_a_seam(monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture that is painted seven rows at a time looks the same."""
    view = View(0, 300, 300)
    (whole,) = pictures(page(), [view])
    monkeypatch.setattr(_raster, "STRETCH", 7 * 901)
    (pieced,) = pictures(page(), [view])
    difference = ImageChops.difference(shown(pieced), shown(whole))
    assert max(high for _, high in difference.getextrema()) <= 3
    assert (shown(whole).size, shown(whole).mode) == ((300, 300), "RGB")


def test_a_window_shows_a_part_of_the_page() -> None:
    """Its pixels are those that the whole has there."""
    whole, part = pictures(page(), [View(0, 400, 400), View(0, 400, 400, 50, 120, 130, 90)])
    assert shown(part).tobytes() == shown(whole).crop((50, 120, 180, 210)).tobytes()


def test_threads_take_turns() -> None:
    """pdfium serves one at a time; eight that ask at once get what one gets."""
    pdf, views = page(), [View(0, 300, 300), View(0, 111, 111)]
    alone = pictures(pdf, views)
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda _: pictures(pdf, views), range(8))) == [alone] * 8


def test_a_line_thinner_than_a_pixel_is_paler() -> None:
    """Half a pixel of black is grey; pdfium alone would paint a whole one."""
    grounds = [
        shown(pictures(page(width, pixel=1), [View(0, 200, 200)])[0]).convert("L")
        for width in (1.0, 0.5)
    ]
    ink = [255 * 3 - sum(int(one.getpixel((10, y))) for y in (148, 149, 150)) for one in grounds]
    assert ink[1] == pytest.approx(ink[0] / 2, abs=8)
