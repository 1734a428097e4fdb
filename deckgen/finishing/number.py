"""Count the pages, and say on each part of a split slide which of how many it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from ..model.regex import regex
from ..model.richtext import RichText, Run
from ..model.scene import Box, Page, Scene, TextBody
from ..model.theme import Placeholder, Theme
from ..model.units import Size
from ..model.words import words_of
from ..plugin import FinishRule
from ..problems import Report
from ..text.fit import Fitted, Flow, fit
from ..text.flaws import flaws_in, least_flawed, steps_from
from ..text.settle import settle
from ..text.wrap import count_lines

TITLE = 0
_PART = regex(r"~\d{1,9}$")  # the keys of a slide's further parts end in ~2, ~3 …


def apply(scene: Scene, theme: Theme, report: Report) -> Scene:
    """Number the pages from 1, and mark titles with （2/3） or (2/3) where a slide goes on."""
    del report
    parts = Counter(_stem(page) for page in scene.pages)
    seen: Counter[str] = Counter()
    pages: list[Page] = []
    for number, page in enumerate(scene.pages, 1):
        page = replace(page, number=number)
        stem = _stem(page)
        if parts[stem] > 1:
            seen[stem] += 1
            mark = words_of(theme.lang).part.format(seen[stem], parts[stem])
            page = _marked(page, mark, theme)
        pages.append(page)
    return replace(scene, pages=tuple(pages))


def _stem(page: Page) -> str:
    """Return the key that all parts of one slide share."""
    return _PART.sub("", page.key)


def _marked(page: Page, mark: str, theme: Theme) -> Page:
    shapes = tuple(
        _retitled(shape, mark, page, theme)
        if isinstance(shape, Box) and shape.placeholder == TITLE
        else shape
        for shape in page.shapes
    )
    return replace(page, title=page.title + mark, shapes=shapes)


def _retitled(box: Box, mark: str, page: Page, theme: Theme) -> Box:
    holder = theme.layouts[page.layout].placeholder(TITLE)
    runs: RichText = tuple(run for line in box.text.paragraphs for run in line.runs)
    flow = Flow((*runs, Run(mark)), holder.styles[0], balance=True)
    room = Size(holder.frame.width, holder.frame.height)
    step = fit((flow,), room, holder.insets, holder.anchor).step
    last = len(flow.style.sizes) - 1
    while step < last and not _is_whole(mark, holder, step):
        step += 1

    def at(step: int) -> tuple[Fitted, TextBody]:
        fitted = fit((flow,), room, holder.insets, holder.anchor, step)
        return fitted, settle(holder, (flow,), fitted.step)

    steps = steps_from(step, (flow.style,))
    (_, text), _ = least_flawed(at(step), steps, at, lambda one, _: flaws_in(holder, *one))
    return replace(box, text=text)


def _is_whole(mark: str, holder: Placeholder, step: int) -> bool:
    """Tell whether the mark stays on one line, in a somewhat wider face too."""
    style = holder.styles[0]
    width = holder.frame.inset(holder.insets).width * 9 // 10
    return count_lines((Run(mark),), style, style.sizes[step], width) == 1


RULE = FinishRule("number", apply)
