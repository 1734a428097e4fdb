"""Place the slides of a deck on pages.

A slide that does not fit leaves a smaller one, which is placed in turn, until none is left. Then a
slide that alone needs far smaller text than its like is placed once more, with the size of the
others as its floor: what is too much at that size goes on to a next page. So there are two turns
at the most, whatever the deck.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from . import registry
from .finishing._sizes import DIVIDER, Like, odd_pages
from .model.deck import Deck, Item, Part, Section, Slide
from .model.outline import Chart, Code, Exhibit, Picture, Quote, Table
from .model.record import record
from .model.richtext import RichText, Run, plain
from .model.scene import Box, Group, Page, Scene, Shape
from .model.style import TextStyle
from .model.theme import LayoutSpec, Theme
from .planning.deck._most import check_count
from .problems import Report, did_you_mean, fail

_SOURCE_MARKS = 16
_PLAIN = {"bullets": 0, "cards": 1}  # what is drawn about the words
_DRAWN = 2


def place_deck(deck: Deck, theme: Theme, report: Report, wanted: str = "") -> Scene:
    """Draw every slide; a section starts where the first page of its first slide stands.

    If one page alone is `wanted` (see `page_wanted`), that is as it would be among all, and slides
    that have no say in it are left out: they stand behind it, in other sections.
    """
    is_needed = _needed(deck, wanted)
    turns: list[_Turn] = []
    count = 0
    for number, slide in enumerate(deck.slides):
        turns.append(_turn(slide, theme) if is_needed(number) else _Turn((), Report()))
        count += len(turns[-1].pages)
        check_count(count, slide.origin)
    odd = odd_pages([page for turn in turns for page in turn.pages], theme)
    pages: list[Page] = []
    starts: list[int] = []
    for slide, first in zip(deck.slides, turns, strict=True):
        turn = _split_if_odd(slide, theme, first, odd)
        for problem in turn.report.problems:
            report(problem)
        starts.append(len(pages))
        pages.extend(turn.pages)
    report.raise_errors()
    starts.append(len(pages))
    sections = tuple(Section(one.title, one.key, starts[one.first]) for one in deck.sections)
    return Scene(tuple(pages), sections, deck.properties)


def _needed(deck: Deck, wanted: str) -> Callable[[int], bool]:
    """Return what tells whether the slide of an index has a say in the page that is wanted.

    Those before it have, for they are counted; those of its section share its size; dividers share
    theirs all through the deck. A page's number is at least that of its slide.
    """
    slides = deck.slides
    if not wanted:
        return lambda _: True
    stem = wanted.removeprefix("#").partition("~")[0]
    if wanted.startswith("#"):
        found = [number for number, slide in enumerate(slides) if slide.key == stem]
        last = found[0] if found else len(slides) - 1
    else:
        last = min(int(wanted), len(slides)) - 1
    sections = {slides[last].section} if slides else set()
    return lambda number: (
        number <= last or slides[number].section in sections or slides[number].layout == DIVIDER
    )


def page_wanted(scene: Scene, wanted: str) -> Scene:
    """Return a finished scene with one page alone: of a number, or of a `#` and a slide's key.

    What it links to is not there, so it has no jumps. DeckgenError when there is no such page.
    """
    is_key = wanted.startswith("#")
    for page in scene.pages:
        if page.key == wanted[1:] if is_key else page.number == int(wanted):
            page = replace(page, shapes=tuple(map(_unlinked, page.shapes)), back="", home="")
            return replace(scene, pages=(page,), sections=())
    known = {f"#{page.key}": None for page in scene.pages}
    message = f"the deck has no slide '{wanted}'"
    hint = did_you_mean(wanted, known) if is_key else f"there are {len(scene.pages)}"
    raise fail(message, hint, code="unknown-slide")


def _unlinked(shape: Shape) -> Shape:
    """Return a shape without jumps; addresses stay."""
    if isinstance(shape, Group):
        return replace(shape, shapes=tuple(map(_unlinked, shape.shapes)))
    if not isinstance(shape, Box):
        return shape
    paragraphs = tuple(
        replace(one, runs=tuple(_run(run) for run in one.runs), link=_outside(one.link))
        for one in shape.text.paragraphs
    )
    return replace(
        shape, link=_outside(shape.link), text=replace(shape.text, paragraphs=paragraphs)
    )


def _run(run: Run) -> Run:
    return replace(run, link="") if run.link.startswith("#") else run


def _outside(link: str) -> str:
    return "" if link.startswith("#") else link


@record
class _Turn:
    """The pages of one slide, and what was to be said on the way."""

    pages: tuple[Page, ...]
    report: Report

    @property
    def kinds(self) -> list[str]:
        """The kinds of layouts that the slide came to stand in."""
        return sorted({page.layout.partition("-")[0] for page in self.pages})


def _turn(slide: Slide, theme: Theme) -> _Turn:
    report = Report()
    return _Turn(tuple(pages_of(slide, theme, report)), report)


def _split_if_odd(
    slide: Slide, theme: Theme, first: _Turn, odd: Mapping[str, tuple[Like, int]]
) -> _Turn:
    """Return the slide split at the size of its like, where it needs a far smaller one.

    What cannot be split without becoming another kind of slide stays as it was.
    """
    found = [odd[page.key] for page in first.pages if page.key in odd]
    if not found:
        return first
    like, step = min(found, key=lambda each: each[1])
    layouts = _Floored(theme.layouts, like, step)
    again = _turn(slide, replace(theme, layouts=layouts))
    if len(again.pages) <= len(first.pages) or again.kinds != first.kinds:
        return first
    told = f"'{plain(slide.title)}' goes on, or its text would be far smaller than its section's"
    again.report.note(slide.origin, told, code="goes-on")
    return again


class _Floored(Mapping[str, LayoutSpec]):
    """A theme's layouts in which one kind of text goes no further down its scale than a step."""

    def __init__(self, specs: Mapping[str, LayoutSpec], like: Like, step: int) -> None:
        self._specs, self._like, self._step = specs, like, step

    def __getitem__(self, name: str) -> LayoutSpec:
        spec = self._specs[name]
        if name.partition("-")[0] != self._like.kind:
            return spec
        holders = (
            replace(holder, styles=tuple(map(self._floored, holder.styles)))
            if holder.styles[0].name == self._like.style
            else holder
            for holder in spec.placeholders
        )
        return replace(spec, placeholders=tuple(holders))

    def _floored(self, style: TextStyle) -> TextStyle:
        return replace(style, sizes=style.sizes[: self._step + 1])

    def __iter__(self) -> Iterator[str]:
        return iter(self._specs)

    def __len__(self) -> int:
        return len(self._specs)


def pages_of(slide: Slide, theme: Theme, report: Report) -> Iterator[Page]:
    """Yield the slide's page, and pages for what did not fit until nothing is left.

    The first has the minutes of them all.
    """
    layout = registry.slide_layouts().find(slide.layout, slide.origin)
    placed = layout.place(slide, theme, report)
    yield replace(placed.page, minutes=slide.minutes)
    current, number = slide, 1
    while placed.rest:
        (rest,) = placed.rest
        if not _has_shrunk(rest, current):
            message = f"slide '{plain(slide.title)}' cannot be split any further"
            raise fail(
                message,
                "shorten its longest point, or divide it in two",
                rest.origin,
                code="cannot-split",
            )
        number += 1
        check_count(number, rest.origin)
        current = replace(rest, key=f"{slide.key}~{number}", part=Part(number, number))
        layout = registry.slide_layouts().find(current.layout, current.origin)
        placed = layout.place(current, theme, report)
        yield placed.page


def _has_shrunk(rest: Slide, current: Slide) -> bool:
    """Tell whether the rest has less to show than the slide that it is left of.

    The last items, and rows of a table, that both share are not measured: thousands of them, a page
    at a time, would cost their square.
    """
    items = _shared(rest.items, current.items)
    rows = _shared(_rows(rest), _rows(current))
    return _bulk(rest, items, rows) < _bulk(current, items, rows)


def _shared(rest: tuple[object, ...], current: tuple[object, ...]) -> int:
    """Return how many things both end with; the first of the rest may be new."""
    tail = rest[1:]
    return len(tail) if tail == current[len(current) - len(tail) :] else 0


def _rows(slide: Slide) -> tuple[object, ...]:
    """Return the rows of the slide's last exhibit, if that is a table."""
    last = slide.exhibits[-1] if slide.exhibits else None
    return last.rows if isinstance(last, Table) else ()


def _bulk(slide: Slide, items: int, rows: int) -> int:
    """Measure what a slide has to show without its last `items`, and `rows` of a table.

    The unit is a character; a thing without words counts as one. What is drawn about the words
    counts, too: cards say the same with less than a figure, a list with less than cards.
    """
    total = _length(slide.title) + _length(slide.lead) + _PLAIN.get(slide.layout, _DRAWN)
    exhibits = slide.exhibits
    if rows and isinstance(table := exhibits[-1], Table):
        exhibits = (*exhibits[:-1], replace(table, rows=table.rows[: len(table.rows) - rows]))
    total += sum(_exhibit_bulk(exhibit) for exhibit in exhibits)
    stack: list[Item] = list(slide.items[: len(slide.items) - items])
    while stack:
        item = stack.pop()
        total += 1 + _length(item.title) + _length(item.gist)
        stack.extend(item.items)
    return total


def _exhibit_bulk(exhibit: Exhibit) -> int:
    match exhibit:
        case Quote():  # in a list its source is a point of its own, with dashes and brackets
            source = exhibit.by + exhibit.source + exhibit.page
            return _length(exhibit.text) + len(source) + _SOURCE_MARKS
        case Table():  # in a list each row tells the names of its columns, with two marks a cell
            names = sum(2 + _length(cell) for cell in exhibit.rows[0])
            return sum(names + sum(1 + _length(cell) for cell in row) for row in exhibit.rows)
        case Code():
            return 1 + len(exhibit.text)
        case Picture() | Chart():
            return 1


def _length(text: RichText) -> int:
    return sum(len(run.text) for run in text)
