"""Pages by hand, for the finishing passes."""

from __future__ import annotations

from functools import cache

from deckgen import pipeline
from deckgen.model.origin import Origin
from deckgen.model.outline import Outline
from deckgen.model.richtext import plain, rich
from deckgen.model.scene import Box, Page, Scene, TextBody
from deckgen.model.theme import Theme
from deckgen.model.units import Rect, Size
from deckgen.problems import Report
from deckgen.text.fit import Flow, fit


@cache
def theme() -> Theme:
    """Return the base theme with all its layouts."""
    return pipeline.Themes().compile(Outline(rich("书")), "base", Report())


def page(key: str, title: str = "标题", layout: str = "bullets", line: int = 3) -> Page:
    """Return a page with its title set in the layout's placeholder."""
    holder = theme().layouts[layout].placeholder(0)
    room = Size(holder.frame.width, holder.frame.height)
    flow = Flow(rich(title), holder.styles[0], balance=True)
    text = fit((flow,), room, holder.insets, holder.anchor).body
    box = Box(holder.frame, holder.name, text, placeholder=0)
    size = theme().grid.page
    return Page(key, title, size, (box,), layout, origin=Origin("talk.yaml", line, 3))


def title_of(told: Page) -> str:
    """Return what the title's box says."""
    return "".join(plain(line.runs) for line in told.shapes[0].text.paragraphs)


def box(frame: Rect, height: int = 0, name: str = "正文", line: int = 0) -> Box:
    """Return a box whose text takes that height."""
    origin = Origin("talk.yaml", line, 1) if line else Origin()
    return Box(frame, name, TextBody(height=height), origin=origin)


def scene(*pages: Page) -> Scene:
    return Scene(pages)
