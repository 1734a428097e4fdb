"""Give slides of one section with the same layout the same text sizes.

What comes in: pages whose boxes each took the largest size that they could. What leaves: bodies
that share the smallest step of their like. A slide that needs far smaller text than all others is
left alone, lest one wordy slide makes a whole section small. Titles and leads keep their own size.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from ..model.scene import Box, Page, Scene, Shape, TextBody, TextParagraph
from ..model.theme import Placeholder, Theme
from ..plugin import FinishRule
from ..problems import Report
from ..text.fit import Flow
from ..text.settle import settle

OWN_SIZE = (0, 14)  # title and lead
FAR = 2  # steps down the scale
FEW = 3  # with fewer slides there is no telling which of them is the odd one

Like: TypeAlias = tuple[int, str, str, tuple[float, ...]]  # section, layout, style, its sizes


def apply(scene: Scene, theme: Theme, report: Report) -> Scene:
    """Set every body at the step that its like share."""
    steps: dict[Like, dict[str, int]] = defaultdict(dict)
    for page in scene.pages:
        for box, holder in _bodies(page, theme):
            of_pages = steps[_like(page, holder)]
            of_pages[page.key] = max(of_pages.get(page.key, 0), _step(box.text))
    shared = {like: _shared(list(of_pages.values())) for like, of_pages in steps.items()}
    return replace(
        scene, pages=tuple(_harmonised(page, theme, shared, report) for page in scene.pages)
    )


def _shared(steps: list[int]) -> int:
    """Return the step of the slide that needs the smallest text, an odd one left out."""
    ordered = sorted(steps)
    is_odd = len(ordered) >= FEW and ordered[-1] - ordered[-2] >= FAR
    return ordered[-2] if is_odd else ordered[-1]


def _harmonised(page: Page, theme: Theme, shared: dict[Like, int], report: Report) -> Page:
    """Set the bodies of a page at their shared step; tell which text is smaller, and why."""
    shapes: dict[int, Shape] = {}
    full = small = 0.0
    for box, holder in _bodies(page, theme):
        step = shared[_like(page, holder)]
        if _step(box.text) < step:
            shapes[id(box)] = replace(box, text=_reset(box.text, holder, step))
        elif first := next((one for one in box.text.paragraphs if _is_smaller(one)), None):
            full, small = first.style.sizes[0], first.size_pt
    if shapes:
        message = f"the text of '{page.title}' is set smaller, as the others of its section"
        report.note(page.origin, message)
    elif small:
        message = f"the text of '{page.title}' is set in {small:g} pt, for {full:g} it is too long"
        report.note(page.origin, message)
    if not shapes:
        return page
    return replace(page, shapes=tuple(shapes.get(id(shape), shape) for shape in page.shapes))


def _is_smaller(paragraph: TextParagraph) -> bool:
    return paragraph.size_pt < paragraph.style.sizes[0]


def _reset(text: TextBody, holder: Placeholder, step: int) -> TextBody:
    """Set a body again at that step, in its own frame."""
    flows = [
        Flow(one.runs, one.style, one.level, one.link, balance=one.balance)
        for one in text.paragraphs
    ]
    return settle(holder, flows, step)


def _bodies(page: Page, theme: Theme) -> Iterator[tuple[Box, Placeholder]]:
    """Yield the boxes of a page that share their size with others, and their placeholders."""
    spec = theme.layouts.get(page.layout)
    if spec is None:
        return
    holders = {holder.idx: holder for holder in spec.placeholders}
    for shape in page.shapes:
        if not isinstance(shape, Box) or shape.placeholder in OWN_SIZE:
            continue
        holder = holders.get(shape.placeholder)
        if holder is not None and shape.text.paragraphs:
            yield shape, holder


def _like(page: Page, holder: Placeholder) -> Like:
    """Cards are alike, be they three or four; so are the parts of what was split."""
    style = holder.styles[0]
    return page.section, page.layout.partition("-")[0], style.name, style.sizes


def _step(text: TextBody) -> int:
    """Return the furthest step down its scale that a paragraph of the body took."""
    return max(
        next((step for step, size in enumerate(one.style.sizes) if size == one.size_pt), 0)
        for one in text.paragraphs
    )


RULE = FinishRule("harmonise", apply)
