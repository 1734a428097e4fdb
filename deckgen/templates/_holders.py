"""Our placeholders as a template has them: inherited, dressed, shared, or left out.

A text that fills a placeholder of the template inherits its place and look; one that is dressed
fills it in a place and look of ours; one that has none is a free shape.
"""

from __future__ import annotations

from dataclasses import replace

from ..model.template import Native, TemplateHolder
from ..model.theme import LayoutSpec, Placeholder, Theme
from ..model.units import Emu, Insets, Rect
from ._room import free_area
from .match import Match

# our own placeholders, as layouts number them
TITLE, LEAD, FOOTER, NUMBER, FACTS = 0, 14, 11, 12, 13
SUBTITLE, BODY = 1, 1
SMALL = {FOOTER: "ftr", NUMBER: "sldNum"}
FACTS_SHARE = 50  # of a subtitle's height, in per cent
SMALLER, LEAST_FACTS = 0.7, 12.0  # of the subtitle's size; in points


def native_of(holder: TemplateHolder) -> Native:
    return Native(holder.kind, holder.idx, is_turned=holder.is_turned)


def inherited(ours: Placeholder, theirs: TemplateHolder) -> Placeholder:
    """Return our placeholder with the place and the look of the template's.

    One that says no look, as LibreOffice's say none that PowerPoint inherits, has ours.
    """
    if theirs.is_bare:
        native, styles = theirs.styles[0], ours.styles
        if ours.idx == TITLE:
            styles = (replace(native, name=styles[0].name, face=styles[0].face),)
        elif not styles[0].bullet:
            sizes = (_no_larger(one.sizes, native.sizes[0]) for one in styles)
            styles = tuple(
                replace(one, sizes=size, align=native.align, color=native.color)
                for one, size in zip(styles, sizes, strict=True)
            )
        return replace(
            ours,
            kind=theirs.kind,
            frame=theirs.frame,
            styles=styles,
            anchor=theirs.anchor,
            insets=theirs.insets,
            native=replace(native_of(theirs), is_dressed=True),
        )
    return replace(
        ours,
        kind=theirs.kind,
        name=theirs.name or ours.name,
        frame=theirs.frame,
        styles=theirs.styles,
        anchor=theirs.anchor,
        insets=theirs.insets,
        fill=None,
        line=None,
        corner=0,
        native=native_of(theirs),
    )


def dressed(ours: Placeholder, theirs: TemplateHolder) -> Placeholder:
    """Return our title, in its own place and look, as the template's.

    One with a ground covers what marks the place of the template's title.
    """
    native = replace(native_of(theirs), is_dressed=True)
    frame, near = ours.frame, theirs.frame.x + 2 * theirs.insets.left
    if ours.fill and theirs.frame.x < frame.x <= near:
        frame = Rect(theirs.frame.x, frame.y, frame.right - theirs.frame.x, frame.height)
    return replace(ours, kind=theirs.kind, frame=frame, native=native)


def _no_larger(sizes: tuple[float, ...], most: float) -> tuple[float, ...]:
    """Return the sizes that are not larger than a template's own."""
    return tuple(size for size in sizes if size <= most) or sizes[-1:]


def small_one(ours: Placeholder, match: Match) -> Placeholder:
    """Return footer or number as the layout has it; on a layout without one it is not drawn."""
    if ours.idx not in SMALL or ours.native:
        return ours
    kind = SMALL[ours.idx]
    for theirs in match.layout.holders:
        if theirs.kind == kind and not theirs.is_upright:
            own = inherited(ours, theirs)
            return replace(own, frame=own.frame.inset(own.insets), insets=Insets())
    return replace(ours, kind="")


def rest_of(spec: LayoutSpec) -> tuple[Placeholder, ...]:
    return tuple(holder for holder in spec.placeholders if holder.idx in SMALL)


def shared(holder: Placeholder, facts: Placeholder) -> tuple[Placeholder, Placeholder]:
    """Divide a frame between two texts that will stand in it one after the other."""
    frame, insets = holder.frame, holder.insets
    low = frame.height * FACTS_SHARE // 100
    upper = Rect(frame.x, frame.y, frame.width, frame.height - low)
    lower = Rect(frame.x, upper.bottom, frame.width, low)
    style = holder.styles[0]
    sizes = dict.fromkeys(max(LEAST_FACTS, round(size * SMALLER)) for size in style.sizes)
    small = replace(style, sizes=tuple(sizes), bullet="", indent=0)
    native = replace(holder.native, is_joined=True) if holder.native else None
    facts = replace(
        facts,
        frame=lower,
        styles=(small,),
        insets=replace(insets, top=0),
        anchor=holder.anchor,
        native=native,
    )
    return replace(holder, frame=upper, insets=replace(insets, bottom=0)), facts


def grown(ours: Placeholder, least: Emu, match: Match, theme: Theme) -> Placeholder:
    """Return a placeholder that is too low for two lines, as far down as the page is free."""
    frame = ours.frame
    if frame.height >= least or not ours.native:
        return ours
    free = free_area(theme.grid.page, match)
    below = [one.frame.y for one in match.layout.holders if one.frame.y >= frame.bottom]
    bottom = min([free.bottom, frame.y + least, *below])
    if bottom <= frame.bottom:
        return ours
    frame = Rect(frame.x, frame.y, frame.width, bottom - frame.y)
    return replace(ours, frame=frame, native=replace(ours.native, is_moved=True))


def below_title(ours: Placeholder, match: Match, theme: Theme) -> Placeholder:
    """Return a free text under the title, or where there is more room, over it."""
    assert match.title
    free = free_area(theme.grid.page, match)
    frame = match.title.frame
    under = Rect(frame.x, frame.bottom, frame.width, max(1, free.bottom - frame.bottom))
    if frame.y - free.y > under.height:
        under = Rect(frame.x, free.y, frame.width, frame.y - free.y)
    # the title's own colour can be read there
    color = match.title.styles[0].color
    align = match.title.styles[0].align
    styles = tuple(replace(style, color=color, align=align) for style in ours.styles)
    return replace(ours, frame=under, styles=styles, insets=match.title.insets)
