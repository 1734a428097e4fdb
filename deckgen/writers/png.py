"""Scene → PNG: our own SVG drawn by resvg with the bundled font, so it looks alike everywhere.

The first page is written, half again as fine as a screen's pixels, and coarser when that would be
too large. System fonts are not looked at: a machine without any shows real glyphs too, and a
character that the bundled font lacks is reported and replaced before it could become a box.
"""

from __future__ import annotations

from dataclasses import replace

from ..model.scene import Page, Scene
from ..model.theme import Theme
from ..model.units import Size, to_px
from ..plugin import Writer
from ..problems import Report, fail
from ..text.fonts import FAMILY, font_path
from ._text import with_stand_ins
from .svg import first_page, svg_of

ZOOM = 1.5  # painting takes 80 ns a pixel: a usual map of 9 Mpx a second, at 2 twice that
# Beyond these, viewers refuse the picture and drawing it takes gigabytes
MAX_SIDE = 16_384
MAX_PIXELS = 64_000_000


def write(scene: Scene, theme: Theme, report: Report) -> bytes:
    """Return the first page of a scene as a PNG file."""
    page = first_page(scene, "png", report)
    page = replace(page, shapes=with_stand_ins(page.shapes, report))
    return _draw(svg_of(page, theme, scene.properties.lang), _zoom(page, report))


def _draw(svg: str, zoom: float) -> bytes:
    import resvg_py

    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg,
                zoom=zoom,
                dpi=96,
                skip_system_fonts=True,
                font_files=[str(font_path(bold)) for bold in (False, True)],
                # a family that is not there would take its text with it
                sans_serif_family=FAMILY,
                font_family=FAMILY,
            )
        )
    except ValueError as error:
        raise fail(f"the map cannot be drawn as a png: {error}", hint="write an svg") from error


def _zoom(page: Page, report: Report) -> float:
    """Return how many pixels a CSS pixel takes, and say so where it is fewer than usual."""
    zoom = fitting_zoom(page.size)
    if zoom < ZOOM:
        width, height = to_px(page.size.width) * zoom, to_px(page.size.height) * zoom
        report.note(
            page.origin,
            f"the png is drawn at {zoom / ZOOM:.0%} of its usual size, {width:.0f} × {height:.0f}",
            hint="a map of fewer levels stays sharp (--depth 3); an svg or pdf has no such bound",
        )
    return zoom


def fitting_zoom(size: Size) -> float:
    """Return the largest zoom, up to the usual one, that keeps a picture within its bounds."""
    width, height = max(1.0, to_px(size.width)), max(1.0, to_px(size.height))
    by_side = (MAX_SIDE - 1) / max(width, height)
    return float(min(ZOOM, by_side, (MAX_PIXELS / (width * height)) ** 0.5))


WRITER = Writer("png", (".png",), write)
