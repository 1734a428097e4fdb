"""Scene → PDF: every page drawn as vectors and selectable text in the bundled fonts.

Lines stand where they were measured; words are embedded as a subset of the bundled TrueType
fonts. The same scene gives the same bytes. A page beyond what PDF readers show is scaled down.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model.scene import Box, Group, Page, Scene
from ..model.theme import Theme
from ..model.units import to_pt
from ..plugin import Writer
from ..problems import Report
from ._canvas import Canvas
from ._drawing import PageDrawing, page_canvas
from ._page import whole_pages
from ._pdf_file import About, Bookmark, PdfFile
from ._text import legal, with_stand_ins

MAX_SIDE_PT = 14_400  # Acrobat's bound, ISO 32000-1 annex C


def write(scene: Scene, theme: Theme, report: Report) -> bytes:
    """Return all pages of a scene as a PDF file."""
    book = Book(scene, report)
    for page in with_stand_ins(whole_pages(scene, theme), report):
        canvas = book.new_page(page)
        PageDrawing(canvas, page, theme, book.targets).content()
    return book.close()


class Book:
    """A PDF file of a scene, with its properties, bookmarks and links."""

    def __init__(self, scene: Scene, report: Report) -> None:
        self._scene = scene
        self._report = report
        self._file = PdfFile()
        self._pages: list[tuple[Page, Canvas]] = []
        self.targets = link_targets(scene)

    def new_page(self, page: Page) -> Canvas:
        """Begin a page, scaled down where it is larger than readers show."""
        scale = min(1.0, MAX_SIDE_PT / to_pt(max(page.size.width, page.size.height)))
        canvas = page_canvas(self._file, page, scale)
        if scale < 1:
            canvas.place(scale)
            self._report.note(
                page.origin,
                f"the page is scaled to {scale:.0%}, the largest that PDF readers show",
                hint="a map of fewer levels needs no scaling (--depth 3)",
                code="page-scaled",
            )
        self._pages.append((page, canvas))
        return canvas

    def close(self) -> bytes:
        """Return the file."""
        file, goals = self._file, dict[str, str]()
        numbers = [canvas.show() for _, canvas in self._pages]
        for number, (page, canvas) in zip(numbers, self._pages, strict=True):
            for key, x, y in canvas.marks:
                goals[key] = f"/Dest[{number} 0 R/XYZ {x:.2f} {y:.2f} null]"
            if page.key:
                goals[page.key] = f"/Dest[{number} 0 R/Fit]"
        for number, (_, canvas) in zip(numbers, self._pages, strict=True):
            file.finish_page(number, canvas.annotations(lambda key: goals.get(key, "")))
        return file.save(self._about(), tuple(self._bookmarks()))

    def _about(self) -> About:
        properties, first = self._scene.properties, self._scene.pages[0]
        return About(
            title=legal(properties.title or first.title),
            author=legal(properties.author),
            subject=legal(properties.subject or first.description),
            keywords=legal(properties.keywords),
            lang=properties.lang,
        )

    def _bookmarks(self) -> Iterator[Bookmark]:
        """Yield sections, and below each its pages, for the reader's side bar."""
        scene = self._scene
        places = {page.key: place for place, (page, _) in enumerate(self._pages) if page.key}
        if len(scene.pages) < 2 or not scene.pages[0].key:
            return
        sections = {section.first: section for section in scene.sections}
        depth = 0
        for index, page in enumerate(scene.pages):
            place = places[page.key]
            if not page.layout:  # the first page of a map's section is the section
                depth = int(bool(sections) and index not in sections)
            elif index in sections:
                yield Bookmark(legal(sections[index].title), place)
                depth = 1
            yield Bookmark(legal(page.title), place, depth)


def link_targets(scene: Scene) -> set[str]:
    """Return the keys of all pages, and of a map's boxes: what a link may jump to."""
    keys = {page.key for page in scene.pages}
    stack = [shape for page in scene.pages if not page.layout for shape in page.shapes]
    while stack:
        shape = stack.pop()
        if isinstance(shape, Box):
            keys.add(shape.key)
        elif isinstance(shape, Group):
            stack.extend(shape.shapes)
    return keys - {""}


WRITER = Writer("pdf", (".pdf",), write)
