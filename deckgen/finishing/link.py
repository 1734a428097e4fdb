"""Ways back: footers jump to their section's start, slide numbers to the agenda.

Small arrows show where a click leads. Where a page has neither footer nor number, its section's
mark or its title jumps instead; the closing slide's lead leads on into the appendix, and a hidden
page's footer back to the slide that points at it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..model.scene import Box, Group, Page, Scene, Shape
from ..model.theme import Theme
from ..plugin import FinishRule
from ..problems import Report
from ._arrows import arrows

TITLE, MARK = 0, 15


def apply(scene: Scene, theme: Theme, report: Report) -> Scene:
    """Give every page but the first the links that lead back from it."""
    del report
    if len(scene.pages) < 2:
        return scene
    first = scene.pages[0]
    home = next((page for page in scene.pages if page.kind == "agenda"), first)
    hidden = next((page for page in scene.pages if page.hidden), first)
    titles = {page.key: page.title for page in scene.pages}
    pages = [first]
    for page in scene.pages[1:]:
        back = _caller(page, scene) if page.hidden else _start(page, scene, home)
        up, top = _to(back, page), _to(home, page)
        shapes = (*page.shapes, *arrows(page, up or top, theme, titles))
        page = replace(page, shapes=shapes, back=up, home=top)
        if not page.footer and not page.numbered:
            page = _marked(page)
        if page.kind == "closing" and hidden is not first:
            page = replace(page, shapes=tuple(_led(page.shapes, f"#{hidden.key}")))
        pages.append(page)
    return replace(scene, pages=tuple(pages))


def _to(target: Page, page: Page) -> str:
    """Return the link to a page; none to itself."""
    return "" if target.key == page.key else f"#{target.key}"


def _start(page: Page, scene: Scene, home: Page) -> Page:
    """Return the first page of the page's section; from there, and from the front, home."""
    if page.section < 1 or page.section >= len(scene.sections):
        return home
    start = scene.pages[scene.sections[page.section].first]
    return home if start.key == page.key else start


def _caller(page: Page, scene: Scene) -> Page:
    """Return the slide that points at a hidden page or the one it goes on from; else the last."""
    link = "#" + page.key.partition("~")[0]
    shown = [page for page in scene.pages if not page.hidden]
    return next((caller for caller in shown if link in _links(caller.shapes)), shown[-1])


def _links(shapes: Iterable[Shape]) -> Iterator[str]:
    for shape in shapes:
        if isinstance(shape, Group):
            yield from _links(shape.shapes)
        elif isinstance(shape, Box):
            yield shape.link
            for paragraph in shape.text.paragraphs:
                yield from (run.link for run in paragraph.runs)


def _marked(page: Page) -> Page:
    """Let the section's mark, or else the title, lead home: there is no number that could."""
    boxes = [shape for shape in page.shapes if isinstance(shape, Box)]
    held = {box.placeholder for box in boxes}
    wanted = MARK if MARK in held else TITLE
    shapes = tuple(
        replace(shape, link=page.home)
        if isinstance(shape, Box) and shape.placeholder == wanted and not shape.link
        else shape
        for shape in page.shapes
    )
    return replace(page, shapes=shapes)


def _led(shapes: Iterable[Shape], link: str) -> Iterator[Shape]:
    """Yield the shapes, the link on the first box below the title."""
    for shape in shapes:
        is_free = isinstance(shape, Box) and shape.placeholder > TITLE and not shape.link
        if link and is_free and isinstance(shape, Box):
            shape, link = replace(shape, link=link), ""
        yield shape


RULE = FinishRule("link", apply)
