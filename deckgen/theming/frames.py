"""Frames of layouts, as a theme wants them: put elsewhere, and clear of its logo.

What comes in is a layout as its kind makes it, what leaves is the same with other frames. Mistakes
are told once a theme, not once a deck: `check_frames`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..model.theme import FrameChange, LayoutSpec, Logo, Placeholder, Theme
from ..model.units import Rect
from ..problems import Report, did_you_mean, meant

# what a layout's frames may be called, besides their names in PowerPoint's selection pane
COMMON = {"title": 0, "lead": 14, "body": 1, "footer": 11, "number": 12}


def settled(spec: LayoutSpec, theme: Theme) -> LayoutSpec:
    """Return a layout with the theme's own frames, all of them clear of its logo."""
    changes = {
        holder.idx: change.frame
        for change in _changes(spec, theme)
        for holder in _meant(spec, change)
    }
    if not changes and theme.logo is None:
        return spec
    holders = tuple(
        replace(holder, frame=_clear(changes.get(holder.idx, holder.frame), theme.logo))
        for holder in spec.placeholders
    )
    return replace(spec, placeholders=holders)


def check_frames(specs: Iterable[LayoutSpec], theme: Theme, report: Report) -> None:
    """Report changes of frames that name none, and those that put one over another.

    `specs` are the layouts of the kinds that the theme changes, as `settled` left them.
    """
    found = dict.fromkeys(theme.frames, False)
    told: set[FrameChange] = set()
    names: dict[str, None] = {}
    for spec in specs:
        for change in _changes(spec, theme):
            names.update((holder.name, None) for holder in spec.placeholders)
            for holder in _meant(spec, change):
                found[change] = True
                if change not in told and (fault := _fault(spec, holder, change, theme)):
                    told.add(change)
                    report.error(change.origin, *fault, code="bad-frame")
    for change, is_found in found.items():
        if not is_found:
            message = f"the layout '{change.layout}' has no frame '{change.holder}'"
            hint = did_you_mean(change.holder, (*COMMON, *names))
            report.error(
                change.origin,
                message,
                hint,
                code="unknown-placeholder",
                swap=meant(change.holder, hint),
            )


def _fault(
    spec: LayoutSpec, holder: Placeholder, change: FrameChange, theme: Theme
) -> tuple[str, str] | None:
    """Return what is wrong with a frame where the theme put it, and the remedy."""
    frame = f"the frame of '{change.holder}' lies over"
    for other in spec.placeholders:
        if other.idx != holder.idx and other.frame.overlaps(holder.frame):
            return f"{frame} that of '{other.name}'", f"move one, in the layout '{spec.name}'"
    if theme.logo and theme.logo.room.overlaps(holder.frame):
        return f"{frame} the logo", "leave the logo its room"
    return None


def _changes(spec: LayoutSpec, theme: Theme) -> list[FrameChange]:
    """Return the changes to a layout: those of its kind, then those that name it."""
    of_kind = [change for change in theme.frames if change.layout == spec.kind]
    if spec.name == spec.kind:
        return of_kind
    return [*of_kind, *(change for change in theme.frames if change.layout == spec.name)]


def _meant(spec: LayoutSpec, change: FrameChange) -> Iterator[Placeholder]:
    for holder in spec.placeholders:
        if holder.name == change.holder or COMMON.get(change.holder) == holder.idx:
            yield holder


def _clear(frame: Rect, logo: Logo | None) -> Rect:
    """Return a frame narrowed on the side where the logo stands, unless half would be lost."""
    if logo is None or not frame.overlaps(logo.room):
        return frame
    room = logo.room
    if room.center_x > frame.center_x:
        narrow = replace(frame, width=room.x - frame.x)
    else:
        narrow = Rect(room.right, frame.y, frame.right - room.right, frame.height)
    return narrow if 2 * narrow.width > frame.width else frame
