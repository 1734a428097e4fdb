"""Slides by hand, the pages they become, and what is wrong with those."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from deckgen import pipeline, placing
from deckgen.model.deck import Item, Slide
from deckgen.model.origin import Origin
from deckgen.model.outline import DeckOptions, Outline, Quote
from deckgen.model.richtext import plain, rich
from deckgen.model.scene import Box, Group, Page, Shape
from deckgen.model.theme import Theme
from deckgen.model.units import Rect, pt
from deckgen.problems import Report

THEMES = sorted(path.stem for path in Path("themes").glob("*.yaml")) or ["base", "ink", "wechat"]
ASPECTS = ("16:9", "4:3")
LAYOUTS = (
    "title", "reading", "agenda", "section", "statement", "bullets", "cards", "compare",
    "process", "triangle", "quote", "questions", "takeaways", "closing", "problem",
    "case", "cycle", "pyramid", "hub", "matrix", "timeline", "formula", "stat",
)  # fmt: skip
TOLERANCE = pt(1)  # as in finishing's check


@cache
def theme(name: str = "base", aspect: str = "16:9") -> Theme:
    """Return a theme with all its layouts."""
    outline = Outline(rich("书"), deck=DeckOptions(aspect=aspect))
    return pipeline.Themes().compile(outline, name, Report())


def item(title: str, gist: str = "", *items: Item | str, **fields: str) -> Item:
    """Return an item; a sub-item may be its title alone."""
    subs = tuple(sub if isinstance(sub, Item) else item(sub) for sub in items)
    return Item(rich(title), rich(gist), subs, **fields)


def slide(layout: str, *items: Item | str, title: str = "标题", lead: str = "", **fields) -> Slide:
    """Return a slide; an item may be its title alone."""
    told = tuple(one if isinstance(one, Item) else item(one) for one in items)
    origin = Origin("talk.yaml", 3, 3)
    return Slide("t1", layout, rich(title), rich(lead), told, origin=origin, **fields)


def quoting(*texts: str, by: str = "", title: str = "标题", lead: str = "") -> Slide:
    """Return a slide of quotations."""
    quotes = tuple(Quote(rich(text), by) for text in texts)
    return replace(slide("quote", title=title, lead=lead), exhibits=quotes)


def pages_of(told: Slide, look: Theme, report: Report | None = None) -> list[Page]:
    """Place a slide, and what is left of it, as the pipeline does."""
    return list(placing.pages_of(told, look, Report() if report is None else report))


def boxes_of(shapes: Iterable[Shape]) -> Iterator[Box]:
    """Yield all boxes, those in groups too."""
    for shape in shapes:
        if isinstance(shape, Group):
            yield from boxes_of(shape.shapes)
        elif isinstance(shape, Box):
            yield shape


def text_of(box: Box) -> str:
    return "\n".join(plain(paragraph.runs) for paragraph in box.text.paragraphs)


def dump(page: Page) -> str:
    """Return a line a placeholder: its idx and its paragraphs, the first of them the layout."""
    lines = [
        f"{box.placeholder} {text_of(box)}".replace("\n", " / ")
        for box in boxes_of(page.shapes)
        if box.text.paragraphs
    ]
    return "".join(f"{line}\n" for line in [page.layout, *lines])


def said(told: Slide) -> Iterator[str]:
    """Yield the words that a slide has to show."""
    yield plain(told.title)
    yield plain(told.lead)
    stack = [] if told.layout == "section" else list(told.items)  # a divider's are a map of all
    while stack:
        one = stack.pop()
        yield plain(one.title)
        yield plain(one.gist)
        if told.layout == "process":
            yield one.label
        stack.extend(one.items)
    for exhibit in told.exhibits:
        if isinstance(exhibit, Quote):
            yield plain(exhibit.text)
            yield exhibit.by


def lost(told: Slide, pages: list[Page]) -> str:
    """Return the characters that no page shows; titles of continuations count for nothing."""
    shown: Counter[str] = Counter()
    for number, page in enumerate(pages):
        for box in boxes_of(page.shapes):
            if number == 0 or box.placeholder != 0:
                shown.update(text_of(box))
    wanted = Counter("".join(said(told)))
    return "".join((wanted - shown).elements()).strip()


def faults(page: Page, look: Theme) -> list[str]:
    """Return what stands where it must not, or does not fit its frame."""
    spec = look.layouts[page.layout]
    sheet = Rect(0, 0, look.grid.page.width, look.grid.page.height)
    found: list[str] = []
    for box in boxes_of(page.shapes):
        if not sheet.contains(box.frame):
            found.append(f"{box.name} leaves the page")
        if box.placeholder >= 0 and box.frame != spec.placeholder(box.placeholder).frame:
            found.append(f"{box.name} is not where its placeholder is")
        found.extend(_tight(box))
    if len({box.placeholder for box in boxes_of(page.shapes) if box.placeholder >= 0}) < sum(
        box.placeholder >= 0 for box in boxes_of(page.shapes)
    ):
        found.append("a placeholder is filled twice")
    return found


def _tight(box: Box) -> Iterator[str]:
    room = box.frame.inset(box.text.insets)
    if box.text.height > room.height + TOLERANCE:
        over = (box.text.height - room.height) / pt(1)
        yield f"the text of {box.name} is {over:.1f} pt too high"
    for paragraph in box.text.paragraphs:
        for line in paragraph.lines:
            alone = len(plain(line.runs).strip()) <= 1
            if line.width > room.width - paragraph.style.margin + TOLERANCE and not alone:
                yield f"a line of {box.name} is too wide: {plain(line.runs)[:20]}"
