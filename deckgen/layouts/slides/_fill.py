"""Fill a layout's placeholders with text, all of one kind at one size.

What comes in: slots, a placeholder and its paragraphs each. What leaves: boxes, and whether every
text stands inside its frame. The one thing to know: slots that share a `group` share their step
down the scale, so that equal things have equal sizes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from ...model.deck import Item, Slide
from ...model.origin import NOWHERE, Origin
from ...model.record import record
from ...model.richtext import RichText, Run, followed, plain, rich
from ...model.scene import Box, Page, Shape, TextBody, TextLine
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Size
from ...model.words import mark_between
from ...text.fit import Fitted, Flow, fit, set_flows
from ...text.flaws import flaws_in, least_flawed, steps_from
from ...text.measure import is_wide
from ...text.settle import settle
from ...text.wrap import count_lines

DEEPEST = 8  # levels of a list style, from 0
TITLE, LEAD = 0, 14
FOOTER, NUMBER = 11, 12
LONGEST_NAME = 16  # in Han characters
ARROW = "↗"
CALMER = 2  # so many steps down a heading is still worth one line
STAND_IN = 9, 10  # what fills its line to more than this may break in a wider face, of no theme


@record
class Slot:
    """A placeholder and what goes into it."""

    idx: int
    flows: tuple[Flow, ...]
    group: str
    link: str = ""
    origin: Origin = NOWHERE
    key: str = ""  # for connectors
    item: int = -1  # which of the slide's items it tells, from 0
    head: int = -1  # which of its paragraphs is a heading, that rather stays on one line
    first: int = 0  # the step on its scale to begin with
    whole: bool = False  # a number or a date: broken in two it says nothing, so it does not fit


@record
class Filled:
    """The boxes in reading order, and the slots whose text is too long even at the floor."""

    boxes: tuple[Box, ...]
    tight: tuple[int, ...]
    steps: int  # how far down the scale the furthest group but title and lead had to go

    @property
    def fits(self) -> bool:
        return not self.tight


_Settled = tuple[Slot, Fitted, TextBody]


def fill(spec: LayoutSpec, slots: Sequence[Slot]) -> Filled:
    """Set every slot's text at the largest step that its whole group can share."""
    slots = [slot for slot in slots if slot.flows]
    steps: dict[str, int] = {}
    tried: list[Fitted] = []
    for slot in slots:
        first = max(steps.get(slot.group, 0), slot.first)
        placeholder = spec.placeholder(slot.idx)
        tried.append(_fit(placeholder, slot.flows, first))
        steps[slot.group] = max(first, _whole_step(placeholder, slot, tried[-1].step))
    for group, step in steps.items():
        steps[group] = _calm(spec, [slot for slot in slots if slot.group == group], step)
    settled = _settled(spec, slots, tried, steps)
    while lower := _lower(spec, settled):
        steps.update(lower)
        settled = _settled(spec, slots, [fitted for _, fitted, _ in settled], steps)
    settled = _well_broken(spec, settled, steps)
    boxes = tuple(_box(spec.placeholder(slot.idx), text, slot) for slot, _, text in settled)
    tight = tuple(slot.idx for slot, fitted, text in settled if _is_tight(spec, slot, fitted, text))
    furthest = max(
        (steps[slot.group] for slot in slots if slot.idx not in (TITLE, LEAD)), default=0
    )
    return Filled(boxes, tight, furthest)


def _settled(
    spec: LayoutSpec, slots: Sequence[Slot], tried: Sequence[Fitted], steps: Mapping[str, int]
) -> list[_Settled]:
    """Return every slot with its text at its group's step; what was tried there is not repeated."""
    return [
        _at(spec.placeholder(slot.idx), slot, steps[slot.group], fitted)
        for slot, fitted in zip(slots, tried, strict=True)
    ]


def _at(holder: Placeholder, slot: Slot, step: int, tried: Fitted) -> _Settled:
    """Return a slot with its text at that step."""
    fitted = tried if tried.step == step else _fit(holder, slot.flows, step)
    return slot, fitted, settle(holder, slot.flows, fitted.step)


def _lower(spec: LayoutSpec, settled: Sequence[_Settled]) -> dict[str, int]:
    """Return lower steps for groups with a text that fits, but not as PowerPoint breaks it."""
    return {
        slot.group: fitted.step + 1
        for slot, fitted, text in settled
        if fitted.fits and fitted.step < _last(slot) and _is_high(spec, slot, text)
    }


def _well_broken(
    spec: LayoutSpec, settled: Sequence[_Settled], steps: dict[str, int]
) -> list[_Settled]:
    """Set a group a step or two smaller, where its lines end so much better then."""
    better = {slot.idx: (slot, fitted, text) for slot, fitted, text in settled}
    for group, step in steps.items():
        parts = [one for one in settled if one[0].group == group]
        if not _flaws(spec, parts):
            continue
        smaller = steps_from(step, (flow.style for slot, _, _ in parts for flow in slot.flows))
        again, flaws = partial(_at_step, spec, parts), partial(_flaws, spec)
        best, steps[group] = least_flawed(parts, smaller, again, flaws)
        better.update((one[0].idx, one) for one in best)
    return list(better.values())


def _at_step(spec: LayoutSpec, parts: Iterable[_Settled], step: int) -> list[_Settled]:
    return [_at(spec.placeholder(slot.idx), slot, step, fitted) for slot, fitted, _ in parts]


def _flaws(spec: LayoutSpec, parts: Iterable[_Settled]) -> int:
    return sum(flaws_in(spec.placeholder(slot.idx), fitted, text) for slot, fitted, text in parts)


def _is_high(spec: LayoutSpec, slot: Slot, text: TextBody) -> bool:
    placeholder = spec.placeholder(slot.idx)
    return text.height > placeholder.frame.inset(placeholder.insets).height


def _last(slot: Slot) -> int:
    return max(len(flow.style.sizes) for flow in slot.flows) - 1


def _is_tight(spec: LayoutSpec, slot: Slot, fitted: Fitted, text: TextBody) -> bool:
    """Tell whether a text is too much for its frame."""
    is_broken = slot.whole and _is_broken(spec.placeholder(slot.idx), slot.flows[0], fitted.step)
    return not fitted.fits or is_broken or _is_high(spec, slot, text)


def _whole_step(placeholder: Placeholder, slot: Slot, step: int) -> int:
    """Return the step at which a slot fits, or one further down for what must not be broken."""
    while (
        slot.whole and step < _last(slot) and _is_broken(placeholder, slot.flows[0], step, STAND_IN)
    ):
        step += 1
    return step


def _calm(spec: LayoutSpec, slots: Sequence[Slot], step: int) -> int:
    """Return a step a little further down, if there all headings of a group stay on one line."""
    headed = [slot for slot in slots if 0 <= slot.head < len(slot.flows)]
    for calmer in range(step, step + 1 + CALMER):
        broken = (
            _is_broken(spec.placeholder(slot.idx), slot.flows[slot.head], calmer) for slot in headed
        )
        if not any(broken):
            return calmer
    return step


def _is_broken(
    placeholder: Placeholder, words: Flow, step: int, part: tuple[int, int] = (1, 1)
) -> bool:
    """Tell whether a paragraph takes more than one line at that step in a part of the width."""
    share, whole = part
    room = placeholder.frame.inset(placeholder.insets)
    size = words.style.sizes[min(step, len(words.style.sizes) - 1)]
    return count_lines(words.runs, words.style, size, room.width * share // whole) > 1


def _fit(placeholder: Placeholder, flows: Sequence[Flow], first_step: int) -> Fitted:
    room = Size(placeholder.frame.width, placeholder.frame.height)
    return fit(flows, room, placeholder.insets, placeholder.anchor, first_step)


def _box(placeholder: Placeholder, text: TextBody, slot: Slot) -> Box:
    return Box(
        frame=placeholder.frame,
        name=placeholder.name,
        text=text,
        geometry=placeholder.geometry,
        corner=placeholder.corner,
        fill=placeholder.fill,
        line=placeholder.line,
        shadow=placeholder.shadow,
        placeholder=placeholder.idx,
        key=slot.key,
        link=slot.link,
        item=slot.item,
        origin=slot.origin,
    )


def flow(
    placeholder: Placeholder, runs: RichText, level: int = 0, *, balance: bool = False
) -> Flow:
    """Return `runs` as a paragraph of that level of the placeholder."""
    level = min(level, DEEPEST)
    return Flow(
        runs, placeholder.styles[min(level, len(placeholder.styles) - 1)], level, "", balance
    )


def title_slots(spec: LayoutSpec, slide: Slide) -> list[Slot]:
    """Return the slots that every content slide has: its title and, if any, its lead."""
    title = spec.placeholder(TITLE)
    words = slide.title or (Run(" "),)
    slots = [Slot(TITLE, (flow(title, words, balance=True),), "title", origin=slide.origin)]
    if slide.lead and any(holder.idx == LEAD for holder in spec.placeholders):
        lead = spec.placeholder(LEAD)
        slots.append(
            Slot(LEAD, (flow(lead, slide.lead, balance=True),), "lead", origin=slide.origin)
        )
    return slots


def item_flows(item: Item, holder: Placeholder, level: int = 0) -> tuple[Flow, ...]:
    """Return an item and its sub-items as paragraphs, the outermost on `level`."""
    title = join((rich(item.label), _linked_name(item)), " ")
    if item.gist:
        title = join((bold(title), item.gist), "：")
    flows = [flow(holder, (*title, *_arrow(item)), level)]
    for sub in item.items:
        flows.extend(item_flows(sub, holder, level + 1))
    return tuple(flows)


def linked(item: Item) -> RichText:
    """Return an item's title, with the item's address, or its jump, where it has one.

    A name is the link itself. A sentence, which would be underlined over all its lines, has an
    arrow after it that is; so has one that holds another link.
    """
    return (*_linked_name(item), *_arrow(item))


def _linked_name(item: Item) -> RichText:
    link = _link_of(item)
    if not link or not _is_name(item.title):
        return item.title
    return tuple(run if run.link else replace(run, link=link) for run in item.title)


def _arrow(item: Item) -> RichText:
    link = _link_of(item)
    return (Run(ARROW, link=link),) if link and not _is_name(item.title) else ()


def _link_of(item: Item) -> str:
    return item.link or (f"#{item.target}" if item.target else "")


def _is_name(title: RichText) -> bool:
    words = plain(title)
    reach = sum(1 if is_wide(char) else 0.5 for char in words)
    return "://" in words or (reach <= LONGEST_NAME and not any(run.link for run in title))


def bold(runs: RichText) -> RichText:
    """Return the runs in bold."""
    return tuple(replace(run, bold=True) for run in runs)


def join(parts: Iterable[RichText], between: str) -> RichText:
    """Return the parts that are not empty as one text, `between` standing between them.

    A Chinese mark is a Western one between Western words.
    """
    joined: RichText = ()
    for part in parts:
        if part and joined and between:
            joined = followed(joined, mark_between(between, joined, part))
        joined += part
    return joined


def on_one_line(words: str, holder: Placeholder) -> str:
    """Return words that say again what stands elsewhere, as far as a line at the floor goes."""
    kept, end = " ".join(words.splitlines()), ""
    while len(line := _lines(holder, kept + end)) > 1:
        kept = plain(line[0].runs)[:-1] if not end else kept[:-1]
        end = "…"
    return kept + end


def _lines(holder: Placeholder, words: str) -> tuple[TextLine, ...]:
    line = flow(holder, rich(words))
    (paragraph,) = set_flows((line,), holder.frame.width, len(line.style.sizes) - 1)
    return paragraph.lines


def page(
    slide: Slide,
    theme: Theme,
    spec: LayoutSpec,
    boxes: Sequence[Box],
    ground: Sequence[Shape] = (),
) -> Page:
    """Return the page of a slide: its boxes on that layout, and what the slide carries along.

    `ground` is drawn under the boxes, but after title and lead: the title is read first.
    """
    head = [box for box in boxes if box.placeholder in (TITLE, LEAD)]
    rest = [box for box in boxes if box.placeholder not in (TITLE, LEAD)]
    return Page(
        key=slide.key,
        title=plain(slide.title),
        size=theme.grid.page,
        shapes=(*head, *ground, *rest),
        layout=spec.name,
        kind=slide.layout,
        notes=slide.notes,
        footer=on_one_line(slide.footer, spec.placeholder(FOOTER)),
        numbered=slide.numbered,
        section=slide.section,
        accent=slide.accent,
        build=slide.build,
        transition=slide.transition,
        hidden=slide.hidden,
        origin=slide.origin,
    )
