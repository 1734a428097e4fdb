"""Scene → HTML: one file that presents itself in a browser, on or off the net.

A map is a page of its own kind (see `_map_page.py`); what follows is of decks.
Every page is an inline SVG of real text (see `_svg.py`), its notes beside it. The file asks for
nothing: script and style are its own (`data/html/`), and its policy lets no other run, for it names
the hashes of these two (https://www.w3.org/TR/CSP3/). Text is set in the theme's families, in the
lines that were measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from string import Template
from urllib.parse import quote

from ..model.scene import Page, Scene
from ..model.theme import Theme
from ..model.units import EMU_PER_INCH, Size
from ..plugin import Writer
from ..problems import Report
from ._lettering import Href, own_href
from ._map_page import map_page
from ._markup import quoted
from ._page import first_page, whole_pages
from ._prose import prose
from ._shell import hash_of, meta_of, part
from ._text import legal
from .svg import svg_element


def write(scene: Scene, theme: Theme, report: Report) -> bytes:
    """Return a scene as an HTML file; readers bring their fonts, so nothing can be missing."""
    if not scene.pages[0].layout:  # a slide stands on a layout of its theme, a map on none
        return map_page(first_page(scene, "html", theme, report), scene.properties, theme)
    pages = whole_pages(scene, theme)
    href = _linker(pages)
    slides = "\n".join(_slide(page, number, theme, href) for number, page in enumerate(pages, 1))
    style = _measures(pages[0].size) + part("deck.css")
    script = part("deck.js")
    page = Template(part("deck.html")).substitute(
        lang=quoted(scene.properties.lang),
        title=quoted(scene.properties.title or pages[0].title),
        meta=meta_of(scene.properties),
        style=style,
        style_hash=hash_of(style),
        script=script,
        script_hash=hash_of(script),
        slides=slides,
    )
    return page.encode()


def _measures(size: Size) -> str:
    """Return the style that says how large a page is, on paper too."""
    width, height = (f"{side / EMU_PER_INCH:.4f}in" for side in (size.width, size.height))
    return (
        f"@page {{ size: {width} {height}; margin: 0; }}\n"
        f":root {{ --width: {width}; --height: {height}; "
        f"--ratio: {size.width / size.height:.5f}; }}\n"
    )


def _linker(pages: Sequence[Page]) -> Href:
    """Return what turns links: jumps lead to a page of this file, `#/key`, or nowhere."""
    keys = {page.key for page in pages}

    def href(link: str) -> str:
        if link.startswith("#"):
            return f"#/{quote(legal(link[1:]))}" if link[1:] in keys else ""
        return own_href(link)

    return href


def _slide(page: Page, number: int, theme: Theme, href: Href) -> str:
    label = f"{page.number or number} · {page.title}" if page.title else str(number)
    marks = ' data-hidden=""' if page.hidden else ""
    marks += f' data-transition="{page.transition}"' if page.transition else ""
    marks += f' data-minutes="{page.minutes:g}"' if page.minutes else ""
    marks += f' data-twin="{quoted(page.twin)}"' if page.twin else ""
    notes = "".join(prose(page.notes, href))
    return (
        f'<section class="slide" id="/{quoted(page.key)}" aria-label="{quoted(label)}"{marks}>\n'
        f"{svg_element(page, theme, href)}\n"
        f'<aside class="notes">{notes}</aside>\n</section>'
    )


WRITER = Writer("html", (".html", ".htm"), write)
