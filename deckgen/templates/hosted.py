"""Our layouts on those of a template: each kind on the layout that serves it, all others on one.

The one thing to know: a text either fills a placeholder of the template and inherits its look, or
is a free shape in theme colours on the slide.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..model.style import Anchor
from ..model.theme import LayoutSpec, Placeholder, Theme
from ..model.units import Rect, around, inches
from ._holders import (
    BODY,
    FACTS,
    LEAD,
    SMALL,
    SUBTITLE,
    TITLE,
    below_title,
    dressed,
    grown,
    inherited,
    rest_of,
    shared,
    small_one,
)
from ._room import free_area, scale_of
from .match import DRAWN, Match

WHOLE = "bullets-whole"  # a list without a lead above it has all of the template's body
NO_ROOM = Rect(0, 0, 0, 0)
LEAST_SUBTITLE, LEAST_CONTACTS = inches(1.3), inches(2.2)  # two lines, and the facts


class Hosted(Mapping[str, LayoutSpec]):
    """Our layouts by name, each standing on a layout of the template's when it is asked for."""

    def __init__(self, plain: Mapping[str, LayoutSpec], theme: Theme, matches: Mapping[str, Match]):
        self._plain = plain
        self._theme = theme
        self._matches = matches
        self._specs: dict[str, LayoutSpec] = {}

    def __getitem__(self, name: str) -> LayoutSpec:
        if name not in self._specs:
            self._specs[name] = self._hosted(name)
        return self._specs[name]

    def __iter__(self) -> Iterator[str]:
        yield from self._plain
        if "bullets" in self._matches:
            yield WHOLE

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _hosted(self, name: str) -> LayoutSpec:
        if name == WHOLE and "bullets" not in self._matches:
            raise KeyError(name)
        spec = self._plain["bullets" if name == WHOLE else name]
        match = self._matches.get(spec.kind, self._matches[DRAWN])
        if spec.kind in self._matches and match.title:
            holders = self._filled(spec, match, name == WHOLE)
        else:
            holders = self._drawn(spec, match)
        return replace(
            spec,
            name=name,
            placeholders=tuple(small_one(holder, match) for holder in holders),
            shapes=match.layout.shapes,
            has_rule=False,
            part=match.layout.part,
        )

    def _filled(self, spec: LayoutSpec, match: Match, is_whole: bool) -> tuple[Placeholder, ...]:
        """Return the placeholders of a kind that the template has a layout for."""
        match spec.kind:
            case "title" | "closing":
                return _cover(spec, match, self._theme)
            case "section":
                return _section(spec, match, self._theme)
            case "bullets":
                return _list(spec, match, is_whole)
        return self._drawn(spec, match)

    def _drawn(self, spec: LayoutSpec, match: Match) -> tuple[Placeholder, ...]:
        """Return the placeholders of a kind that is drawn: the title is the template's own.

        A title that stands elsewhere than over the page's content has our look there.
        """
        holders: list[Placeholder] = []
        for holder in self._moved(spec, match):
            if holder.idx == TITLE and match.title:
                if self._is_heading(holder):
                    holder = inherited(holder, match.title)
                else:
                    holder = dressed(holder, match.title)
            holders.append(holder)
        return tuple(holders)

    def _is_heading(self, title: Placeholder) -> bool:
        """Tell whether a title stands over the page's content; its frame may go on below it."""
        band, frame = self._theme.grid.title, title.frame
        return (frame.x, frame.y, frame.width) == (band.x, band.y, band.width)

    def _moved(self, spec: LayoutSpec, match: Match) -> tuple[Placeholder, ...]:
        """Move what was placed by the page's measure into what the template leaves free."""
        grid = self._theme.grid
        fixed = dict.fromkeys(SMALL)
        room, free = around((grid.title, grid.lead, grid.body)), free_area(grid.page, match)
        top = max(room.y, free.y)  # a band of colour behind the heading is the heading's
        room = Rect(room.x, top, room.width, room.bottom - top)
        if any(one.idx == TITLE and self._is_heading(one) for one in spec.placeholders):
            fixed |= dict.fromkeys((TITLE, LEAD))
            room = free = around((grid.lead, grid.body))
        moving = [holder.frame for holder in spec.placeholders if holder.idx not in fixed]
        box = around(moving or (room,))
        if box.y >= room.y and box.bottom <= room.bottom:
            return spec.placeholders
        room = Rect(room.x, free.y, room.width, free.height)
        return tuple(
            replace(one, frame=one.frame if one.idx in fixed else _mapped(one.frame, box, room))
            for one in spec.placeholders
        )


def _mapped(frame: Rect, box: Rect, room: Rect) -> Rect:
    """Return a frame's place in the room, as it had it in the box; heights shrink, never grow."""
    if box.height <= room.height:
        top = min(max(box.y, room.y), room.bottom - box.height)
        return frame.shift(0, top - box.y)
    y = room.y + (frame.y - box.y) * room.height // box.height
    return Rect(frame.x, y, frame.width, frame.height * room.height // box.height)


def _cover(spec: LayoutSpec, match: Match, theme: Theme) -> tuple[Placeholder, ...]:
    """Title and subtitle of the template; what else is said goes on in the subtitle's body."""
    assert match.title
    title = inherited(spec.placeholder(TITLE), match.title)
    subtitle = match.holders.get("subtitle")
    own = spec.placeholder(SUBTITLE)
    if subtitle:
        own = inherited(own, subtitle)
        least = LEAST_SUBTITLE if spec.kind == "title" else LEAST_CONTACTS
        own = grown(own, round(least * scale_of(theme.grid.page)), match, theme)
    else:
        own = below_title(own, match, theme)
    facts = next((one for one in spec.placeholders if one.idx == FACTS), None)
    if not facts:
        return title, own, *rest_of(spec)
    return title, *shared(own, facts), *rest_of(spec)


def _section(spec: LayoutSpec, match: Match, theme: Theme) -> tuple[Placeholder, ...]:
    """Title and text of the template; number and list of sections have no place there."""
    assert match.title
    text = match.holders.get("text")
    told = {
        TITLE: inherited(spec.placeholder(TITLE), match.title),
        LEAD: inherited(spec.placeholder(LEAD), text)
        if text
        else below_title(spec.placeholder(LEAD), match, theme),
    }
    return tuple(
        holder if holder.idx in SMALL else told.get(holder.idx, replace(holder, kind=""))
        for holder in spec.placeholders
    )


def _list(spec: LayoutSpec, match: Match, is_whole: bool) -> tuple[Placeholder, ...]:
    """Title and body of the template; a lead takes a line off the body's top, where it has none."""
    assert match.title
    theirs = match.holders["body"]
    title = inherited(spec.placeholder(TITLE), match.title)
    body = inherited(spec.placeholder(BODY), theirs)
    lead = spec.placeholder(LEAD)
    if "lead" in match.holders:
        return title, inherited(lead, match.holders["lead"]), body, *rest_of(spec)
    if is_whole:
        return title, replace(lead, frame=NO_ROOM), body, *rest_of(spec)
    frame, insets = theirs.frame, theirs.insets
    taken = min(lead.frame.height + insets.top, frame.height // 3)
    strip = Rect(frame.x, frame.y, frame.width, taken)
    lead = replace(lead, frame=strip, insets=replace(insets, bottom=0), anchor=Anchor.TOP)
    assert body.native
    below = Rect(frame.x, strip.bottom, frame.width, frame.height - taken)
    body = replace(body, frame=below, native=replace(body.native, is_moved=True))
    return title, lead, body, *rest_of(spec)
