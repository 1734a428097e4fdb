"""Scene → SVG: the first page, as shapes and real text, in the theme's colours.

Text stands in the very lines that it was measured in, a `<text>` each. Nothing runs and nothing
is fetched: links lead to the web, to mail or into the page, pictures are carried along. An SVG
holds one page; of a scene with several the first is written, and the others are reported.
Of https://www.w3.org/TR/SVG2/ only what every viewer knows is used: no script, and no style sheet
but for the letters, where they are wanted in the file (`--embed-fonts`). Links and pictures are
named by SVG 1.1's `xlink:href`, for Inkscape 1.2 draws no picture without.
"""

from __future__ import annotations

from ..model.scene import Page, Scene
from ..model.theme import Theme
from ..plugin import Writer
from ..problems import Report
from ._lettering import Href
from ._letters import Letters
from ._page import first_page
from ._svg import Drawing


def write(scene: Scene, theme: Theme, report: Report) -> bytes:
    """Return the first page of a scene as an SVG file."""
    page = first_page(scene, "svg", theme, report)
    drawing = Drawing(page, theme, has_cells=page.embeds_fonts)
    if page.embeds_fonts:
        drawing.letters = Letters()
    return drawing.document(scene.properties.lang).encode()


def svg_element(page: Page, theme: Theme, href: Href) -> str:
    """Return a whole page as an `<svg>` element to stand in HTML.

    `href` turns the links, `#key` among them; what builds up says in `data-step` with which click
    it comes. Names are told by `aria-label`, for a title would follow the mouse.
    """
    return Drawing(page, theme, href).element()


WRITER = Writer("svg", (".svg",), write)
