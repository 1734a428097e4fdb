"""Give slides of one section with the same layout the same text sizes.

What comes in: pages whose boxes each took the largest size that they could. What leaves: bodies
that share the smallest step of their like. A slide that needs far smaller text than all others,
and could not be split, is left alone, lest one wordy slide makes a whole section small. Titles and
leads keep their own size, but those of dividers, which share theirs all through the deck.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..model.scene import Page, Scene, Shape, TextBody, TextParagraph
from ..model.theme import Placeholder, Theme
from ..plugin import FinishRule
from ..problems import Report
from ..text.fit import Flow
from ..text.settle import settle
from ._sizes import Like, bodies, like, shared_steps, step_of


def apply(scene: Scene, theme: Theme, report: Report) -> Scene:
    """Set every body at the step that its like share."""
    shared = shared_steps(scene.pages, theme)
    return replace(
        scene, pages=tuple(_harmonised(page, theme, shared, report) for page in scene.pages)
    )


def _harmonised(page: Page, theme: Theme, shared: Mapping[Like, int], report: Report) -> Page:
    """Set the bodies of a page at their shared step; tell which text is smaller, and why."""
    shapes: dict[int, Shape] = {}
    full = small = 0.0
    for box, holder in bodies(page, theme):
        step = shared[like(page, holder)]
        if step_of(box.text) < step:
            shapes[id(box)] = replace(box, text=_reset(box.text, holder, step))
        elif first := next((one for one in box.text.paragraphs if _is_smaller(one)), None):
            full, small = first.style.sizes[0], first.size_pt
    if shapes:
        message = f"the text of '{page.title}' is set smaller, as that of others like it"
        report.note(page.origin, message, code="size-evened")
    elif small:
        message = f"the text of '{page.title}' is set in {small:g} pt, for {full:g} it is too long"
        report.note(page.origin, message, code="size-evened")
    if not shapes:
        return page
    return replace(page, shapes=tuple(shapes.get(id(shape), shape) for shape in page.shapes))


def _is_smaller(paragraph: TextParagraph) -> bool:
    return paragraph.size_pt < paragraph.style.sizes[0]


def _reset(text: TextBody, holder: Placeholder, step: int) -> TextBody:
    """Set a body again at that step, in its own frame and from the same height on."""
    flows = [
        Flow(one.runs, one.style, one.level, one.link, balance=one.balance)
        for one in text.paragraphs
    ]
    again = settle(holder, flows, step)
    return replace(again, insets=replace(again.insets, top=text.insets.top))


RULE = FinishRule("harmonise", apply)
