"""What became of the planned slides when they were drawn: how many pages, and what size of text.

A deck and its scene come in, a `Fate` for each slide leaves; `deckgen plan` shows them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from .model.deck import Deck, Slide
from .model.record import record
from .model.regex import regex
from .model.scene import Box, Page, Scene, TextParagraph

_PART = regex(r"~\d{1,9}$")  # the keys of a slide's further pages end in ~2, ~3 …
TITLE = 0


@record
class Fate:
    """How a slide was drawn: its pages, as what, and its smallest text if that was shrunk (pt)."""

    pages: int
    layout: str
    shrunk_to: float = 0

    def words(self, slide: Slide) -> str:
        """Say what is not as it was planned: "2 slides, as bullets, 18 pt"; nothing if all is."""
        parts = [f"{self.pages} slides"] if self.pages > 1 else []
        parts += [f"as {self.layout}"] if self.layout != slide.layout else []
        parts += [f"{self.shrunk_to:g} pt"] if self.shrunk_to else []
        return ", ".join(parts)


def fates(deck: Deck, scene: Scene) -> list[Fate]:
    """Return the fate of each slide, in the order of the deck."""
    pages: dict[str, list[Page]] = defaultdict(list)
    for page in scene.pages:
        pages[_PART.sub("", page.key)].append(page)
    return [_fate(slide, pages[_PART.sub("", slide.key)]) for slide in deck.slides]


def _fate(slide: Slide, pages: list[Page]) -> Fate:
    kinds = [page.layout.partition("-")[0] for page in pages] or [slide.layout]
    sizes = [
        paragraph.size_pt
        for page in pages
        for paragraph in _texts(page)
        if paragraph.size_pt < paragraph.style.sizes[0]
    ]
    return Fate(len(pages), kinds[-1], min(sizes, default=0))


def _texts(page: Page) -> Iterator[TextParagraph]:
    """Yield the paragraphs of a page's bodies."""
    for shape in page.shapes:
        if isinstance(shape, Box) and shape.placeholder != TITLE:
            yield from shape.text.paragraphs
