"""Fill a layout's placeholders with text, all of one kind at one size.

What comes in: slots, a placeholder and its paragraphs each. What leaves: boxes, and whether every
text stands inside its frame. The one thing to know: slots that share a `group` share their step
down the scale, so that equal things have equal sizes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial

from ...model.deck import Item, Slide
from ...model.origin import NOWHERE, Origin
from ...model.record import record
from ...model.richtext import RichText, Run, followed, plain, rich
from ...model.scene import Box, Page, Shape, TextBody, TextLine
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Size
from ...model.words import mark_between
from ...text.fit import Fitted, Flow, fit, height_of, set_flows, size_at
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


class _Set:
    """A slot at a step of its scale; its lines are settled when they are asked for."""

    def __init__(self, holder: Placeholder, slot: Slot, fitted: Fitted) -> None:
        self.holder = holder
        self.slot = slot
        self.fitted = fitted

    @cached_property
    def text(self) -> TextBody:
        return settle(self.holder, self.slot.flows, self.fitted.step)

    @cached_property
    def flaws(self) -> int:
        return flaws_in(self.holder, self.fitted, self.text)

    @cached_property
    def is_high(self) -> bool:
        """Whether it is higher than its frame as PowerPoint breaks it, though it was found to fit.

        That may be a heading's fate alone: it was counted in the lines that we want. Few are, so
        lines are settled for these only.
        """
        if not any(flow.balance for flow in self.slot.flows):
            return False
        paragraphs = set_flows(self.slot.flows, self.fitted.width, self.fitted.step, settled=True)
        room = self.holder.frame.inset(self.holder.insets).height
        return height_of(paragraphs) > room and self.text.height > room

    @property
    def is_tight(self) -> bool:
        """Whether the text is too much for its frame."""
        slot, step = self.slot, self.fitted.step
        is_broken = slot.whole and _is_broken(self.holder, slot.flows[0], step)
        return not self.fitted.fits or is_broken or self.is_high

    def at(self, step: int) -> _Set:
        """Return the slot at another step, or itself: what was tried there is not repeated."""
        if step == self.fitted.step:
            return self
        return _Set(self.holder, self.slot, _fit(self.holder, self.slot.flows, step))


class Filled:
    """A layout's texts: whether they fit is known at once, their lines when they are asked for.

    Most layouts are tried and given up for want of room: so lines, which are settled by trying
    many widths, are not for these.
    """

    def __init__(self, parts: Sequence[_Set], steps: Mapping[str, int]) -> None:
        self._parts = parts
        self._steps = steps

    @cached_property
    def fits(self) -> bool:
        """Whether every text stands inside its frame; where not, that is so at every step."""
        return not any(part.is_tight for part in self._parts)

    @property
    def least_steps(self) -> int:
        """How far down the scale the furthest group but title and lead had to go, at the least."""
        return _furthest(self._parts, self._steps)

    @property
    def most_pt(self) -> float:
        """The smallest size of what is filled, title and lead aside, before lines are settled."""
        return min(
            (
                size_at(flow.style, part.fitted.step)
                for part in self._parts
                if part.slot.idx not in (TITLE, LEAD)
                for flow in part.slot.flows
            ),
            default=0,
        )

    @cached_property
    def _settled(self) -> tuple[Sequence[_Set], Mapping[str, int]]:
        return _well_broken(self._parts, self._steps)

    @cached_property
    def boxes(self) -> tuple[Box, ...]:
        """The boxes in reading order."""
        return tuple(_box(part.holder, part.text, part.slot) for part in self._settled[0])

    @property
    def steps(self) -> int:
        """How far down the scale the furthest group but title and lead went."""
        return _furthest(*self._settled)


def fill(spec: LayoutSpec, slots: Sequence[Slot]) -> Filled:
    """Set every slot's text at the largest step that its whole group can share."""
    steps: dict[str, int] = {}
    parts: list[_Set] = []
    for slot in slots:
        if not slot.flows:
            continue
        first = max(steps.get(slot.group, 0), slot.first)
        placeholder = spec.placeholder(slot.idx)
        parts.append(_Set(placeholder, slot, _fit(placeholder, slot.flows, first)))
        steps[slot.group] = max(first, _whole_step(placeholder, slot, parts[-1].fitted.step))
    for group, step in steps.items():
        steps[group] = _calm(spec, [part.slot for part in parts if part.slot.group == group], step)
    parts = [part.at(steps[part.slot.group]) for part in parts]
    while lower := _lower(parts):
        steps.update(lower)
        parts = [part.at(lower.get(part.slot.group, part.fitted.step)) for part in parts]
    return Filled(parts, steps)


def _lower(parts: Iterable[_Set]) -> dict[str, int]:
    """Return lower steps for groups with a text that fits, but not as PowerPoint breaks it."""
    return {
        part.slot.group: part.fitted.step + 1
        for part in parts
        if part.fitted.fits and part.fitted.step < _last(part.slot) and part.is_high
    }


def _well_broken(
    parts: Sequence[_Set], steps: Mapping[str, int]
) -> tuple[Sequence[_Set], Mapping[str, int]]:
    """Set a group a step or two smaller, where its lines end so much better then."""
    better = {part.slot.idx: part for part in parts}
    taken = dict(steps)
    for group, step in steps.items():
        mine = [part for part in parts if part.slot.group == group]
        smaller = steps_from(step, (flow.style for part in mine for flow in part.slot.flows))
        best, taken[group] = least_flawed(mine, smaller, partial(_at_step, mine), _flaws)
        better.update((part.slot.idx, part) for part in best)
    return list(better.values()), taken


def _at_step(parts: Iterable[_Set], step: int) -> list[_Set]:
    """Return parts at that step, those first that are most likely to have flaws there, too."""
    return [part.at(step) for part in sorted(parts, key=lambda part: -part.flaws)]


def _flaws(parts: Iterable[_Set], most: float) -> int:
    """Count the faults of these parts; with more than `most` the last are not looked at."""
    found = 0
    for part in parts:
        found += part.flaws
        if found > most:
            break
    return found


def _furthest(parts: Iterable[_Set], steps: Mapping[str, int]) -> int:
    own = (TITLE, LEAD)
    return max((steps[part.slot.group] for part in parts if part.slot.idx not in own), default=0)


def _last(slot: Slot) -> int:
    return max(len(flow.style.sizes) for flow in slot.flows) - 1


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
    size = size_at(words.style, step)
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
    """Return words that say again what stands elsewhere, as far as a line at the floor goes.

    Spaces after the last word that is kept go at once: a line's end holds any number of them.
    """
    kept, end = " ".join(words.splitlines()), ""
    while len(line := _lines(holder, kept + end)) > 1:
        kept = (plain(line[0].runs)[:-1] if not end else kept[:-1]).rstrip()
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
