"""Which boxes share their text size, and which page needs far smaller text than its like.

What comes in: pages whose boxes each took the largest step of their scale that they could. Boxes
are alike by section, kind of layout and style; dividers, titles included, all through the deck. The
one thing to know: of pages that are alike a third at most may be odd, two steps or more below all
others; of two there is no telling which.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ..model.record import record
from ..model.scene import Box, Page, TextBody
from ..model.theme import Placeholder, Theme

OWN_SIZE = (0, 14)  # title and lead
DIVIDER, DECK = "section", -1
FAR = 2  # steps down the scale
FEW = 3  # one in so many may be odd


@record
class Like:
    """What boxes have in common: cards are alike, be they three or four."""

    section: int
    kind: str
    style: str
    sizes: tuple[float, ...]


def bodies(page: Page, theme: Theme) -> Iterator[tuple[Box, Placeholder]]:
    """Yield the boxes of a page that share their size with others, and their placeholders."""
    spec = theme.layouts.get(page.layout)
    if spec is None:
        return
    holders = {holder.idx: holder for holder in spec.placeholders}
    own = () if page.kind == spec.kind == DIVIDER else OWN_SIZE
    for shape in page.shapes:
        if not isinstance(shape, Box) or shape.placeholder in own:
            continue
        holder = holders.get(shape.placeholder)
        if holder is not None and shape.text.paragraphs:
            yield shape, holder


def like(page: Page, holder: Placeholder) -> Like:
    """Tell what a page's box in that placeholder is like."""
    style = holder.styles[0]
    kind = page.layout.partition("-")[0]
    return Like(DECK if kind == DIVIDER else page.section, kind, style.name, style.sizes)


def step_of(text: TextBody) -> int:
    """Return the furthest step down its scale that a paragraph of the body took."""
    return max(
        next((step for step, size in enumerate(one.style.sizes) if size == one.size_pt), 0)
        for one in text.paragraphs
    )


def shared_steps(pages: Iterable[Page], theme: Theme) -> dict[Like, int]:
    """Return the step that each kind of boxes shares."""
    return {each: _shared(list(steps.values())) for each, steps in _steps(pages, theme).items()}


def odd_pages(pages: Iterable[Page], theme: Theme) -> dict[str, tuple[Like, int]]:
    """Return by their keys the odd pages: in what they are odd, and the step of the others."""
    odd: dict[str, tuple[Like, int]] = {}
    for each, steps in _steps(pages, theme).items():
        shared = _shared(list(steps.values()))
        odd.update((key, (each, shared)) for key, step in steps.items() if step > shared)
    return odd


def _steps(pages: Iterable[Page], theme: Theme) -> dict[Like, dict[str, int]]:
    """Return for each kind of boxes how far down the scale each page went, by its key."""
    steps: dict[Like, dict[str, int]] = defaultdict(dict)
    for page in pages:
        for box, holder in bodies(page, theme):
            of_pages = steps[like(page, holder)]
            of_pages[page.key] = max(of_pages.get(page.key, 0), step_of(box.text))
    return steps


def _shared(steps: list[int]) -> int:
    """Return the step of the page that needs the smallest text, odd ones left out."""
    ordered = sorted(steps)
    for odd in range(1, len(ordered) // FEW + 1):
        if ordered[-odd] - ordered[-odd - 1] >= FAR:
            return ordered[-odd - 1]
    return ordered[-1]
