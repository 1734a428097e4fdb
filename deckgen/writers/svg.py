"""Scene → SVG: the first page, as shapes and real text, in the theme's colours.

Text stands in the very lines that it was measured in, a `<text>` each. Nothing runs and nothing
is fetched: links lead to the web, to mail or into the page, pictures are carried along. An SVG
holds one page; of a scene with several the first is written, and the others are reported.
Of https://www.w3.org/TR/SVG2/ only what every viewer knows is used: no script, and no style sheet
but for the letters, where they are wanted in the file (`--embed-fonts`). Links and pictures are
named by SVG 1.1's `xlink:href`, for Inkscape 1.2 draws no picture without.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model.scene import Page, Scene
from ..model.theme import Theme
from ..model.units import Rect
from ..plugin import Writer
from ..problems import Report
from ._lettering import Href
from ._letters import Letters
from ._page import whole_page
from ._svg import Drawing


def write(scene: Scene, theme: Theme, report: Report) -> bytes:
    """Return the first page of a scene as an SVG file."""
    page = first_page(scene, "svg", theme, report)
    drawing = Drawing(page, theme, has_cells=page.embeds_fonts)
    if page.embeds_fonts:
        drawing.letters = Letters()
    return drawing.document(scene.properties.lang).encode()


def first_page(scene: Scene, format: str, theme: Theme, report: Report) -> Page:
    """Return the page to be drawn in a format that holds one, and report those left out."""
    if len(scene.pages) > 1:
        report.warn(
            scene.pages[0].origin,
            f"a file of the format '{format}' holds one page, {len(scene.pages) - 1} are left out",
            hint="write a pdf or a pptx",
        )
    return whole_page(scene.pages[0], theme)


def svg_of(page: Page, theme: Theme, lang: str, has_cells: bool = False) -> str:
    """Return a whole page as the text of an SVG file.

    `has_cells` is for who draws it in the bundled fonts: each piece of a listing says where it
    stands, for resvg takes all of a line that goes on from one font.
    """
    return Drawing(page, theme, has_cells=has_cells).document(lang)


def svg_element(page: Page, theme: Theme, href: Href) -> str:
    """Return a whole page as an `<svg>` element to stand in HTML.

    `href` turns the links, `#key` among them; what builds up says in `data-step` with which click
    it comes. Names are told by `aria-label`, for a title would follow the mouse.
    """
    return Drawing(page, theme, href).element()


def svg_sheet(sheet: Page, pages: Sequence[Page], places: Sequence[Rect], theme: Theme) -> str:
    """Return a page with other pages on it, each scaled to its place, in the bundled fonts."""
    inner = [
        Drawing(page, theme, href=lambda _: "", has_cells=True).element(place)
        for page, place in zip(pages, places, strict=True)
    ]
    return Drawing(sheet, theme).document("", inner)


WRITER = Writer("svg", (".svg",), write)
