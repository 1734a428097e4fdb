"""Set items as a list of two levels, over as many slides as they need.

The mechanism that nothing is lost by: whatever a drawn layout cannot hold comes here, is cut
between items, inside an item, and at last between the sentences of one paragraph (`_split`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from ...model.deck import Item, Slide
from ...model.outline import Quote
from ...model.richtext import RichText, plain, rich
from ...model.scene import Page, TextParagraph
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Size, pt
from ...model.words import Words, signature, words_of
from ...plugin import Placed
from ...problems import Report
from ...text.fit import Flow, fit, least_height, set_flows
from ._cut import cut_before, split_runs
from ._fill import LEAD, TITLE, Slot, fill, flow, item_flows, page, title_slots
from ._frames import balanced
from ._split import FAR_ENOUGH, Items, Room, begun, floor, heights, share, split

BODY = 1
WHOLE = "bullets-whole"  # a template's list, for slides without a lead
ROOMY = 2  # so many steps down the scale a line is still read at a glance
MOST_LINES = 9  # a longer list is not read from the back row
COLUMNS = "bullets-2"  # for more points than that, of one line each
AIRY = "bullets-few"  # for so few that they stand large, far apart
PART_MARK = "（88/88）"  # what finishing puts after the title of a slide that goes on


def place_list(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place the slide's items as bullets; what is too much becomes the rest."""
    whole = replace(slide, items=(*slide.items, *_quoted(slide, words_of(theme.lang))), exhibits=())
    if placed := _in_columns(whole, theme, report):
        return placed
    spec = _spec(theme, has_lead=bool(whole.lead and whole.items))
    slide = _unload(whole, spec, "")
    taken, rest = _take(slide.items, spec.placeholder(BODY))
    if not rest:
        return Placed(_page(slide, theme, spec, taken))
    slide = _unload(whole, spec, PART_MARK)
    taken, rest = _take(slide.items, spec.placeholder(BODY))
    return _begun(_page(slide, theme, spec, taken), slide, rest, report)


def _in_columns(slide: Slide, theme: Theme, report: Report) -> Placed | None:
    """Place many short items in two columns; nothing where they are few, or one takes two lines."""
    if theme.template or len(slide.items) <= MOST_LINES:
        return None
    spec = theme.layouts[COLUMNS]
    for lines in range(MOST_LINES, MOST_LINES // 2, -1):
        count = balanced(len(slide.items), 2 * lines)
        if count <= MOST_LINES:
            break
        taken, left = slide.items[:count], slide.items[count:]
        if any(item.items for item in taken):
            break
        if _unload(slide, spec, PART_MARK if left else "") is not slide:
            break
        filled = fill(spec, _column_slots(slide, spec, taken))
        shown = (box.text.paragraphs for box in filled.boxes if box.placeholder in (BODY, BODY + 1))
        if filled.fits and filled.steps <= ROOMY and all(map(_is_flat, shown)):
            return _begun(page(slide, theme, spec, filled.boxes), slide, left, report)
    return None


def _column_slots(slide: Slide, spec: LayoutSpec, items: Items) -> list[Slot]:
    """Return title, lead, and the items in two columns, the first never the shorter one."""
    head = title_slots(spec, slide)
    first, half = _below_title(spec, head), -(-len(items) // 2)
    columns = ((BODY, items[:half]), (BODY + 1, items[half:]))
    for idx, part in columns:
        flows = tuple(item_flows(item, spec.placeholder(idx))[0] for item in part)
        head.append(Slot(idx, flows, "body", origin=slide.origin, first=first))
    return head


def _is_flat(paragraphs: Sequence[TextParagraph]) -> bool:
    return all(len(paragraph.lines) == 1 for paragraph in paragraphs)


def _begun(first: Page, slide: Slide, rest: Items, report: Report) -> Placed:
    """Return the page, and the slide of the items that are left, if there are any."""
    if not rest:
        return Placed(first)
    report.note(
        slide.origin,
        f"'{plain(slide.title)}' does not fit on one slide and goes on",
        code="goes-on",
    )
    form = (first.layout,)
    going_on = replace(slide, layout="bullets", lead=(), items=rest, notes=(), form=form)
    return Placed(first, (going_on,))


def _spec(theme: Theme, *, has_lead: bool) -> LayoutSpec:
    """Return the list's layout; a template's body begins where a lead would stand."""
    spec = theme.layouts.get(WHOLE) if theme.template and not has_lead else None
    return spec or theme.layouts["bullets"]


def _quoted(slide: Slide, words: Words) -> tuple[Item, ...]:
    """Return the slide's quotations as items, each with its speaker under it."""
    return tuple(
        Item(
            quote.text,
            items=(Item(rich(source), origin=quote.origin),)
            if (source := signature(quote, words))
            else (),
            origin=quote.origin,
        )
        for quote in slide.exhibits
        if isinstance(quote, Quote)
    )


def _unload(slide: Slide, spec: LayoutSpec, mark: str) -> Slide:
    """Move what title (with that mark) and lead cannot hold to the head of the list.

    A lone lead goes there, too.
    """
    title, lead = spec.placeholder(TITLE), spec.placeholder(LEAD)
    items = slide.items
    if slide.lead and (not items or not holds(lead, slide.lead)):
        slide = replace(slide, lead=(), items=(Item(slide.lead, origin=slide.origin), *items))
    if slide.title and not holds(title, (*slide.title, *rich(mark))):
        head, tail = _shortened(title, slide.title, mark)
        slide = replace(slide, title=head, items=(Item(tail, origin=slide.origin), *slide.items))
    return slide


def _shortened(holder: Placeholder, title: RichText, mark: str) -> tuple[RichText, RichText]:
    """Cut a title so that its frame holds the first part with the mark after it."""
    narrow = holder.frame.width * 2 // 3  # so that one of its lines' ends leaves the mark room
    (line,) = set_flows((begun(flow(holder, title)),), narrow, floor(holder))
    # three lines of two thirds are two lines at the least
    most = 3 * (holder.frame.height // line.line_height + 1)
    ends = list(accumulate(len(plain(part.runs)) for part in line.lines[:most]))
    heads = ((end, split_runs(title, end)[0]) for end in reversed(ends[:-1]))
    most = next((end for end, head in heads if holds(holder, (*head, *rich(mark)))), 1)
    return cut_before(title, most)


def holds(holder: Placeholder, runs: RichText) -> bool:
    """Tell whether a placeholder holds these words as its only paragraph."""
    room = Size(holder.frame.width, holder.frame.height)
    return fit((flow(holder, runs),), room, holder.insets).fits


def _page(slide: Slide, theme: Theme, spec: LayoutSpec, items: Sequence[Item]) -> Page:
    """Return the page of these items, large and with air between them where they are few.

    No page is larger than the one that it goes on from.
    """
    is_plain = theme.template or slide.form == (spec.name,)
    airy = spec if is_plain else theme.layouts[AIRY]
    if airy is not spec and _may_hold(airy.placeholder(BODY), items):
        filled = fill(airy, _item_slots(slide, airy, items))
        if filled.fits:
            return page(slide, theme, airy, filled.boxes)
    return page(slide, theme, spec, fill(spec, _item_slots(slide, spec, items)).boxes)


def _may_hold(holder: Placeholder, items: Sequence[Item]) -> bool:
    """Tell whether a placeholder holds the items at its smallest size: asked before all is set."""
    flows, last = _flows(holder, items), floor(holder)
    if least_height(flows, last) > holder.frame.inset(holder.insets).height:
        return False
    room = Size(holder.frame.width, holder.frame.height)
    return fit(flows, room, holder.insets, first_step=last).fits


def _flows(holder: Placeholder, items: Sequence[Item]) -> tuple[Flow, ...]:
    return tuple(line for item in items for line in item_flows(item, holder))


def _item_slots(slide: Slide, spec: LayoutSpec, items: Sequence[Item]) -> list[Slot]:
    flows = _flows(spec.placeholder(BODY), items)
    head = title_slots(spec, slide)
    first = _below_title(spec, head)
    return [*head, Slot(BODY, flows, "body", origin=slide.origin, first=first)]


def _below_title(spec: LayoutSpec, head: Sequence[Slot]) -> int:
    """Return the first step at which the list is no larger than its title."""
    (title,) = fill(spec, [slot for slot in head if slot.idx == TITLE]).boxes
    sizes = spec.placeholder(BODY).styles[0].sizes
    largest = title.text.paragraphs[0].size_pt
    return next((step for step, size in enumerate(sizes) if size <= largest), len(sizes) - 1)


def _take(items: Items, holder: Placeholder) -> tuple[Items, Items]:
    """Return what this slide shows and what is left, the pages being as even as can be."""
    # the first paragraph has no space before it
    room = Room(holder.frame.height + pt(holder.styles[0].before_pt), MOST_LINES)
    count = share([heights(item, holder) for item in items[:FAR_ENOUGH]], room)
    if count:
        return items[:count], items[count:]
    head, tail = split(items[0], holder, room) if items else ((), ())
    return head, (*tail, *items[1:])
