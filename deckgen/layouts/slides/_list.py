"""Set items as a list of two levels, over as many slides as they need.

The mechanism that nothing is lost by: whatever a drawn layout cannot hold comes here, is cut
between items, inside an item, and at last between the sentences of one paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...model.deck import Item, Slide
from ...model.richtext import RichText, plain
from ...model.scene import Page
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Emu, Size
from ...plugin import Placed
from ...problems import Report
from ...text.fit import Flow, fit, height_of, set_flows
from ._cut import cut
from ._fill import LEAD, TITLE, Slot, bold, fill, flow, join, page, title_slots

BODY = 1
MOST_LINES = 9  # a longer list is not read from the back row


def place_list(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place the slide's items as bullets; what is too much becomes the rest."""
    spec = theme.layouts["bullets"]
    slide = _unload(slide, spec)
    taken, rest = _take(slide.items, spec.placeholder(BODY))
    if not rest:
        return Placed(_page(slide, theme, spec, taken))
    report.note(slide.origin, f"'{plain(slide.title)}' does not fit on one slide and goes on")
    more = replace(slide, layout="bullets", lead=(), items=rest, notes=())
    return Placed(_page(slide, theme, spec, taken), (more,))


def _unload(slide: Slide, spec: LayoutSpec) -> Slide:
    """Move what title and lead cannot hold to the head of the list; a lone lead, too."""
    title, lead = spec.placeholder(TITLE), spec.placeholder(LEAD)
    items = slide.items
    if slide.lead and (not items or not _fits(lead, slide.lead)):
        slide = replace(slide, lead=(), items=(Item(slide.lead, origin=slide.origin), *items))
    if slide.title and not _fits(title, slide.title):
        line = set_flows((flow(title, slide.title),), title.frame.width, _floor(title))[0]
        most = max(1, title.frame.height // line.line_height)
        head, tail = cut(line, min(most, len(line.lines) - 1))
        tail_item = Item(tail, origin=slide.origin)
        slide = replace(slide, title=head, items=(tail_item, *slide.items))
    return slide


def _fits(holder: Placeholder, runs: RichText) -> bool:
    room = Size(holder.frame.width, holder.frame.height)
    return fit((flow(holder, runs),), room, holder.insets).fits


def _page(slide: Slide, theme: Theme, spec: LayoutSpec, items: Sequence[Item]) -> Page:
    holder = spec.placeholder(BODY)
    flows = tuple(line for item in items for line in item_flows(item, holder))
    slots = [*title_slots(spec, slide), Slot(BODY, flows, "body", origin=slide.origin)]
    return page(slide, theme, spec, fill(spec, slots).boxes)


def item_flows(item: Item, holder: Placeholder, level: int = 0) -> tuple[Flow, ...]:
    """Return an item and its sub-items as paragraphs, the outermost on `level`."""
    title = bold(item.title) if item.gist else item.title
    flows = [flow(holder, join((title, item.gist), "："), level)]
    for sub in item.items:
        flows.extend(item_flows(sub, holder, level + 1))
    return tuple(flows)


def _take(
    items: tuple[Item, ...], holder: Placeholder
) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Return what this slide shows and what is left, the pages being as even as can be."""
    blocks = [_heights(item, holder) for item in items]
    room = holder.frame.height
    pages = _pages(blocks, room)
    if pages <= 1:
        return items, ()
    fair = sum(sum(block) for block in blocks) / pages
    used = lines = count = 0
    for block in blocks:
        height = sum(block)
        too_much = used + height > room or lines + len(block) > MOST_LINES
        if count and (too_much or used + height / 2 > fair):
            break
        used, lines, count = used + height, lines + len(block), count + 1
        if too_much:  # the first item alone is more than a slide
            head, tail = _split_item(items[0], holder)
            return (head,), (tail, *items[1:])
    return items[:count], items[count:]


def _pages(blocks: Sequence[Sequence[Emu]], room: Emu) -> int:
    """Return how many slides a greedy filling takes; 1 when all fits."""
    pages, used, lines = 1, 0, 0
    for block in blocks:
        height = sum(block)
        if used and (used + height > room or lines + len(block) > MOST_LINES):
            pages, used, lines = pages + 1, 0, 0
        used, lines = used + height, lines + len(block)
        if used > room or lines > MOST_LINES:
            pages += 1
    return pages


def _heights(item: Item, holder: Placeholder) -> list[Emu]:
    """Return the height of each of the item's paragraphs at the floor of the scale."""
    flows = item_flows(item, holder)
    lines = set_flows(flows, holder.frame.width, _floor(holder))
    return [height_of((line,)) + line.before for line in lines]


def _floor(holder: Placeholder) -> int:
    return max(len(style.sizes) for style in holder.styles) - 1


def _split_item(item: Item, holder: Placeholder) -> tuple[Item, Item]:
    """Cut an item that is more than a slide: between its sub-items, else inside its text."""
    room = holder.frame.height
    heights = _heights(item, holder)
    own, subs = heights[0], len(item.items)
    if own <= room and subs > 1:
        used, lines, keep = own, 1, 0
        for sub in item.items:
            block = _heights(sub, holder)
            if keep and (used + sum(block) > room or lines + len(block) > MOST_LINES):
                break
            used, lines, keep = used + sum(block), lines + len(block), keep + 1
        keep = min(keep, subs - 1)
        head = replace(item, items=item.items[:keep])
        return head, replace(item, gist=(), items=item.items[keep:])
    if own <= room and subs:
        return replace(item, items=()), replace(item.items[0])
    flows = item_flows(replace(item, items=()), holder)
    line = set_flows(flows, holder.frame.width, _floor(holder))[0]
    most = max(1, (room - line.before) // line.line_height)
    head_runs, tail_runs = cut(line, most)
    return (
        replace(item, title=head_runs, gist=(), items=()),
        replace(item, title=tail_runs, gist=(), items=item.items),
    )
