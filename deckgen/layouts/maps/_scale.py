"""A map set larger or smaller, so that it fills a room: its words are measured anew each time.

A theme's map has one size of its own. On a page of a given size it may grow, and shrink as far as
its words can still be read; beyond that it does not fit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from ...model.mindmap import MindMap
from ...model.record import record
from ...model.scene import Page
from ...model.style import TextStyle
from ...model.theme import MapTokens, Theme
from ...model.units import Emu, Size, inches, pt
from ._drawing import MARGIN

Place: TypeAlias = Callable[[MindMap, Theme], Page]

_SPARE = 0.985  # lines break a little differently at every size
_TRIES = 3
_SLIGHT, _HOPELESS = 0.8, 0.55  # of the least scale: not so, and not with narrower texts either
_LAST_TRIES = 14  # each time by a seventh smaller: down to a tenth
# LibreOffice leads a glued curve round its ends where they are less than a centimetre apart
_LEAST_GAP: Emu = inches(0.42)
_LEAST_LINE: Emu = pt(0.75)


@record
class Limits:
    """How far a map may be scaled: `most` times its size, and words no smaller than `least_pt`."""

    least_pt: float
    most: float

    def least(self, theme: Theme) -> float:
        """Return the scale at which the words of a leaf are as small as they may be."""
        return min(1.0, self.least_pt / theme.map.styles[-1].sizes[0])


@record
class Fitted:
    """A map's page and the scale that it was drawn at."""

    page: Page
    scale: float


@record
class Squeeze:
    """How a map is set that has little room: the width of its texts, the gaps between nodes."""

    width: float = 1.0
    gap: float = 1.0


LOOSE = Squeeze()
_NARROW, _DENSE, _BOTH = Squeeze(0.66), Squeeze(1.0, 0.65), Squeeze(0.66, 0.65)


def scaled(theme: Theme, scale: float, least_pt: float, squeeze: Squeeze = LOOSE) -> Theme:
    """Return the theme with a map so many times as large, no words smaller than `least_pt`."""
    tokens = theme.map

    def sized(style: TextStyle) -> TextStyle:
        size = max(least_pt, round(2 * scale * style.sizes[0]) / 2)
        return replace(style, sizes=(size,))

    return replace(
        theme,
        map=MapTokens(
            tokens.shapes,
            tuple(map(sized, tokens.styles)),
            sized(tokens.gist),
            tokens.edge,
            tuple(max(_LEAST_LINE, round(scale * width)) for width in tokens.edge_widths),
            max(_LEAST_GAP, round(scale * tokens.level_gap)),
            round(squeeze.gap * scale * tokens.sibling_gap),
            round(squeeze.width * scale * tokens.text_width),
        ),
    )


def fitted(
    mindmap: MindMap, place: Place, theme: Theme, room: Size, limits: Limits
) -> Fitted | None:
    """Return the map as large as the room allows; None when it does not fit.

    A map that is too wide is tried with narrower texts, one that does not fit nearer together.
    """
    found, is_wide, hope = _fitted(mindmap, place, theme, (room, limits, LOOSE))
    if hope < _HOPELESS:
        return None
    if is_wide and (found is None or found.scale < 1):
        narrow, _, _ = _fitted(mindmap, place, theme, (room, limits, _NARROW))
        if narrow and (found is None or narrow.scale > found.scale):
            return narrow
    for squeeze in (_DENSE, _BOTH):
        if found is None:
            found, _, _ = _fitted(mindmap, place, theme, (room, limits, squeeze))
    return found


def _fitted(
    mindmap: MindMap, place: Place, theme: Theme, frame: tuple[Size, Limits, Squeeze]
) -> tuple[Fitted | None, bool, float]:
    """Return the map in its frame (room, limits, squeeze), if it is too wide, and its chance.

    The chance is how much of the least scale it comes to, 1 or more where it may fit.
    """
    room, limits, squeeze = frame
    least = limits.least(theme)
    start = max(least, min(1.0, limits.most))
    page = place(mindmap, scaled(theme, start, limits.least_pt, squeeze))
    share = _share(page, room)
    is_wide = page.size.width * room.height > page.size.height * room.width
    chance = share * start / least
    if chance < _SLIGHT:
        return None, is_wide, chance
    scale = min(limits.most, max(least, start * share * _SPARE))
    for _ in range(_TRIES):
        other = place(mindmap, scaled(theme, scale, limits.least_pt, squeeze))
        over = _share(other, room)
        if over >= 1:
            return Fitted(other, scale), is_wide, chance
        if scale == least:
            return None, is_wide, chance
        scale = max(least, scale * over * _SPARE)
    return (Fitted(page, start) if share >= 1 else None), is_wide, chance


def crowd(mindmap: MindMap, place: Place, theme: Theme, room: Size, limits: Limits) -> float:
    """Return how many times the room's area a map takes where it is smallest."""
    size = place(mindmap, scaled(theme, limits.least(theme), limits.least_pt)).size
    return (size.width - 2 * MARGIN) * (size.height - 2 * MARGIN) / (room.width * room.height)


def squeezed(mindmap: MindMap, place: Place, theme: Theme, room: Size, limits: Limits) -> Fitted:
    """Return the map at whatever scale it takes to fit."""
    scale = limits.least(theme)
    for _ in range(_LAST_TRIES):
        page = place(mindmap, scaled(theme, scale, limits.least_pt * scale, _BOTH))
        if _share(page, room) >= 1:
            break
        scale *= 6 / 7
    return Fitted(page, scale)


def _share(page: Page, room: Size) -> float:
    """Return how many times the drawing goes into the room."""
    width, height = page.size.width - 2 * MARGIN, page.size.height - 2 * MARGIN
    return min(room.width / max(1, width), room.height / max(1, height))
