"""Scene → HTML: one file that presents itself in a browser, on or off the net.

Every page is an inline SVG of real text (see `_svg.py`), its notes beside it. The file asks for
nothing: script and style are its own (`data/html/`), and its policy lets no other run, for it names
the hashes of these two (https://www.w3.org/TR/CSP3/). Text is set in the theme's families, in the
lines that were measured.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from string import Template
from urllib.parse import quote

from ..model.deck import Properties
from ..model.richtext import Paragraph, Run
from ..model.scene import Page, Scene
from ..model.theme import Theme
from ..model.units import EMU_PER_INCH, Size
from ..plugin import Writer
from ..problems import Report
from ._markup import quoted
from ._page import whole_pages
from ._svg import Href, own_href
from ._text import legal
from .svg import svg_element


def write(scene: Scene, theme: Theme, report: Report) -> bytes:
    """Return a scene as an HTML file; the report is not used, for readers bring their fonts."""
    del report
    pages = whole_pages(scene, theme)
    href = _linker(pages)
    slides = "\n".join(_slide(page, number, theme, href) for number, page in enumerate(pages, 1))
    style = _measures(pages[0].size) + _part("deck.css")
    script = _part("deck.js")
    page = Template(_part("deck.html")).substitute(
        lang=quoted(scene.properties.lang),
        title=quoted(scene.properties.title or pages[0].title),
        meta=_meta(scene.properties),
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
        slides=slides,
    )
    return page.encode()


@cache
def _part(name: str) -> str:
    return files("deckgen").joinpath("data", "html", name).read_text("utf-8")


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _measures(size: Size) -> str:
    """Return the style that says how large a page is, on paper too."""
    width, height = (f"{side / EMU_PER_INCH:.4f}in" for side in (size.width, size.height))
    return (
        f"@page {{ size: {width} {height}; margin: 0; }}\n"
        f":root {{ --width: {width}; --height: {height}; "
        f"--ratio: {size.width / size.height:.5f}; }}\n"
    )


def _meta(properties: Properties) -> str:
    words = {
        "author": properties.author,
        "description": properties.subject,
        "keywords": properties.keywords,
    }
    return "".join(
        f'<meta name="{name}" content="{quoted(text)}">\n' for name, text in words.items() if text
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
    notes = "".join(_notes(page.notes, href))
    return (
        f'<section class="slide" id="/{quoted(page.key)}" aria-label="{quoted(label)}"{marks}>\n'
        f"{svg_element(page, theme, href)}\n"
        f'<aside class="notes">{notes}</aside>\n</section>'
    )


def _notes(notes: Iterable[Paragraph], href: Href) -> Iterator[str]:
    """Yield paragraphs, and the items between them as lists."""
    for is_list, paragraphs in groupby(notes, lambda paragraph: paragraph.is_item):
        if is_list:
            yield "<ul>"
            for paragraph in paragraphs:
                depth = ' class="deep"' if paragraph.level else ""
                yield f"<li{depth}>{_words(paragraph, href)}</li>"
            yield "</ul>"
        else:
            yield from (f"<p>{_words(paragraph, href)}</p>" for paragraph in paragraphs)


def _words(paragraph: Paragraph, href: Href) -> str:
    return "".join(_run(run, href) for run in paragraph.runs)


def _run(run: Run, href: Href) -> str:
    words = quoted(run.text).replace("&#10;", "<br>")
    for tag, is_so in (
        ("code", run.code),
        ("mark", run.mark),
        ("em", run.italic),
        ("strong", run.bold),
    ):
        if is_so:
            words = f"<{tag}>{words}</{tag}>"
    target = href(run.link) if run.link else ""
    if not target:
        return words
    away = "" if target.startswith("#") else ' target="_blank" rel="noopener noreferrer"'
    return f'<a href="{quoted(target)}"{away}>{words}</a>'


WRITER = Writer("html", (".html", ".htm"), write)
