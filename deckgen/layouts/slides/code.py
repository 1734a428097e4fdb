"""A listing in a fixed-width face on a ground of its own, line by line as it was written.

The ground comes in eight heights, the smallest that holds the listing at the largest size that
breaks no line. A listing that is too long goes on, cut at an empty line where there is one. Points
stand under it ("code-4-text"), or on a slide of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model.color import Color, ColorRole
from ...model.deck import Item, Slide
from ...model.outline import Code
from ...model.richtext import RichText, plain
from ...model.scene import Page
from ...model.style import Anchor, Fill
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Insets, Rect
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ...text.fit import Flow, height_of, set_flows
from ._beside import fits_beside, placed_alone, text_beside, text_slot, with_lead_below
from ._fill import Slot, fill, page, title_slots
from ._frames import as_card, balanced, content_spec, text_holder
from ._highlight import highlighted
from ._list import place_list

CODE = 1
FULL = "code"
PARTS = 8  # of the body's height
LOWEST = 2
TEXT, WITH_TEXT = "-text", 5  # points below, under the five lowest
HEIGHTS = {**{f"code-{part}": part for part in range(LOWEST, PARTS)}, FULL: PARTS}


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    alone = (_spec(theme, name) for name in reversed(HEIGHTS))
    return (*alone, *(_spec(theme, name, TEXT) for name in list(HEIGHTS)[:WITH_TEXT]))


def _spec(theme: Theme, name: str, tag: str = "") -> LayoutSpec:
    body, part = theme.grid.body, HEIGHTS[name]
    frame = Rect(body.x, body.y, body.width, body.height * part // PARTS)
    padding = theme.tokens.padding
    holder = replace(
        as_card(
            theme,
            text_holder(CODE, "代码", frame, (theme.style("code"),), Anchor.MIDDLE),
            Fill(Color(ColorRole.SURFACE)),
        ),
        insets=Insets(padding.left, padding.top * 2 // 3, padding.right, padding.bottom * 2 // 3),
    )
    label = "代码" if name == FULL else f"代码 {part}/{PARTS}"
    if not tag:
        return content_spec(theme, name, label, (holder,))
    top = frame.bottom + theme.tokens.gap
    below = Rect(body.x, top, body.width, body.bottom - top)
    text = replace(text_beside(theme, below), anchor=Anchor.TOP)
    return content_spec(theme, name + tag, f"{label} 下方文字", (holder, text))


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place the first listing; what does not fit goes on, points follow on a slide of their own."""
    codes = [exhibit for exhibit in slide.exhibits if isinstance(exhibit, Code)]
    lines = highlighted(codes[0]) if codes else ()
    if not any(lines):
        return place_list(slide, theme, report)
    slide = with_lead_below(slide, theme.layouts[FULL])
    # parts of one listing are of one size, that of the first
    fitting = [*_fitting(lines, theme, is_part=slide.part.number > 1)]
    for spec, step in fitting if slide.items else ():
        below = theme.layouts.get(spec.name + TEXT)
        if below and fits_beside(below, slide):
            told = _page(slide, below, theme, (lines, step))
            return placed_alone(replace(slide, items=()), told)
    if not fitting:
        return _first_part(slide, codes[0], theme, report)
    spec, step = fitting[0]
    return placed_alone(slide, _page(replace(slide, items=()), spec, theme, (lines, step)))


def _fitting(
    lines: Sequence[RichText], theme: Theme, *, is_part: bool
) -> Iterator[tuple[LayoutSpec, int]]:
    """Yield the steps at which the lines fit, the largest first, and the lowest ground for each."""
    specs = [theme.layouts[name] for name in HEIGHTS]
    floor = len(specs[0].placeholder(CODE).styles[0].sizes) - 1
    for step in range(floor if is_part else 0, floor + 1):
        spec = next((low for low in specs if _holds(lines, low.placeholder(CODE), step)), None)
        if spec:
            yield spec, step


def _holds(lines: Sequence[RichText], holder: Placeholder, step: int) -> bool:
    """Tell whether the frame holds all lines at that step; above the floor none may be broken."""
    room = holder.frame.inset(holder.insets)
    paragraphs = set_flows(_flows(lines, holder), room.width, step)
    is_floor = step == len(holder.styles[0].sizes) - 1
    is_whole = is_floor or all(len(paragraph.lines) == 1 for paragraph in paragraphs)
    return is_whole and height_of(paragraphs) <= room.height


def _flows(lines: Sequence[RichText], holder: Placeholder, step: int = 0) -> tuple[Flow, ...]:
    style = holder.styles[0]
    style = replace(style, sizes=style.sizes[step:])
    return tuple(Flow(line, style) for line in lines)


def _page(
    slide: Slide, spec: LayoutSpec, theme: Theme, listing: tuple[Sequence[RichText], int]
) -> Page:
    """Return the page of a listing: its lines, and the step that they are set at."""
    flows = _flows(listing[0], spec.placeholder(CODE), listing[1])
    slot = Slot(CODE, flows, "code", origin=slide.exhibits[0].origin)
    slots = [*title_slots(spec, slide), slot]
    if slide.items:
        slots.append(text_slot(spec, slide))
    return page(slide, theme, spec, fill(spec, slots).boxes)


def _first_part(slide: Slide, code: Code, theme: Theme, report: Report) -> Placed:
    """Place as many lines as make even pages; the others are the rest's listing."""
    lines = highlighted(code)
    spec = theme.layouts[FULL]  # the tallest
    holder = spec.placeholder(CODE)
    step = len(holder.styles[0].sizes) - 1
    room = holder.frame.inset(holder.insets)
    paragraphs = set_flows(_flows(lines, holder), room.width, step)
    most, used = 0, 0
    for paragraph in paragraphs:
        used += height_of((paragraph,))
        if used > room.height:
            break
        most += 1
    if not most:
        items = tuple(Item(line, origin=code.origin) for line in lines if line)
        told = replace(slide, items=(*items, *slide.items), exhibits=())
        return place_list(told, theme, report)
    take = _cut(lines, balanced(len(lines), most))
    left = replace(code, text="\n".join(plain(line) for line in lines[take:]))
    report.note(
        slide.origin,
        f"the listing '{plain(slide.title)}' goes on: {take} lines fit",
        code="goes-on",
    )
    rest = replace(slide, exhibits=(left,), lead=(), notes=())
    lowest = (theme.layouts[name] for name in HEIGHTS)
    spec = next(low for low in lowest if _holds(lines[:take], low.placeholder(CODE), step))
    shown = replace(slide, items=())
    return Placed(_page(shown, spec, theme, (lines[:take], step)), (rest,))


def _cut(lines: Sequence[RichText], take: int) -> int:
    """Return where to cut in the second half: after an empty line, before one that starts anew.

    Where there is neither, the cut is where it comes.
    """
    places = range(take, take // 2, -1)
    empty = (at for at in places if not plain(lines[at - 1]).strip())
    anew = (
        at
        for at in places
        if at < len(lines)
        and not plain(lines[at])[:1].isspace()
        and plain(lines[at - 1])[:1].isspace()
    )
    return next(empty, next(anew, take))


LAYOUT = SlideLayout("code", specs, place)
