"""Where a template leaves room: the bands that drawn slides stand in, as a Grid.

A template's own title and body say where its pages are free. Without them the page's margins do,
less what is drawn along its edges.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..model.scene import Box, Image, Shape
from ..model.template import TemplateHolder
from ..model.theme import Grid
from ..model.units import Emu, Rect, Size, inches
from .match import DRAWN, Match

BASE_HEIGHT, BASE_WIDTH = inches(7.5), inches(10)
MARGIN = 0.06  # of the page's shorter side
BAND, SLIM = 0.6, 0.35  # what is drawn along an edge: so long at least, so deep at most
LEAST_WIDTH, LEAST_HEIGHT = 0.45, 0.36
TITLE_SHARE, LEAD, LEAD_GAP, GAP = 0.13, inches(0.5), inches(0.1), inches(0.12)
GUTTER, FOOTER = inches(0.2), inches(0.34)
EVEN = (0.93, 1.12)  # pages so near to the base theme's are set in its very sizes


def scale_of(page: Size) -> float:
    """Return how large a template's page is beside the base theme's, 1 where it is about equal."""
    scale = min(page.height / BASE_HEIGHT, page.width / BASE_WIDTH)
    return 1.0 if EVEN[0] <= scale <= EVEN[1] else scale


def grid_of(page: Size, matches: Mapping[str, Match], given: Rect | None = None) -> Grid:
    """Return the bands of drawn slides: title, lead, body and footer.

    The `given` frame, as far as it is on the page, is what lead and body share.
    """
    scale = scale_of(page)
    drawn = matches[DRAWN]
    free = free_area(page, drawn)
    title = drawn.title.frame if drawn.title else _top(free)
    room = _on_page(given, page) if given else _body(page, free, title, matches)
    below = round((LEAD + LEAD_GAP) * scale)
    return Grid(
        page=page,
        margin_x=room.x,
        gutter=round(GUTTER * scale),
        title=title,
        lead=Rect(room.x, room.y, room.width, round(LEAD * scale)),
        body=Rect(room.x, room.y + below, room.width, room.height - below),
        footer=Rect(free.x, free.bottom, free.width, round(FOOTER * scale)),
        margin_right=page.width - room.right,
    )


def _on_page(frame: Rect, page: Size) -> Rect:
    left, top = min(frame.x, page.width // 2), min(frame.y, page.height // 2)
    right, bottom = min(frame.right, page.width), min(frame.bottom, page.height)
    return Rect(left, top, right - left, bottom - top)


def _top(free: Rect) -> Rect:
    return Rect(free.x, free.y, free.width, round(TITLE_SHARE * free.height))


def free_area(page: Size, match: Match) -> Rect:
    """Return the page without its margins, its footers, and what is drawn along its edges."""
    margin = round(MARGIN * min(page.width, page.height))
    left, top, right, bottom = margin, margin, page.width - margin, page.height - margin
    for frame in _edges(match.layout.shapes, page):
        if frame.width >= BAND * page.width and frame.height <= SLIM * page.height:
            if frame.center_y < SLIM * page.height:
                top = max(top, frame.bottom + margin // 3)
            elif frame.center_y > (1 - SLIM) * page.height:
                bottom = min(bottom, frame.y - margin // 3)
        elif frame.height >= BAND * page.height and frame.width <= SLIM * page.width:
            if frame.center_x < SLIM * page.width:
                left = max(left, frame.right + margin // 3)
            elif frame.center_x > (1 - SLIM) * page.width:
                right = min(right, frame.x - margin // 3)
        elif frame.y > 0.8 * page.height:
            bottom = min(bottom, frame.y - margin // 4)
    return Rect(left, top, right - left, min(bottom, _footers(match, page)) - top)


def _edges(shapes: Iterable[Shape], page: Size) -> Iterable[Rect]:
    """Yield the frames of what is drawn, but for what lies under the whole page."""
    for shape in shapes:
        if isinstance(shape, Box | Image):
            frame = shape.frame
            if frame.width * frame.height < BAND * page.width * page.height:
                yield frame


def _footers(match: Match, page: Size) -> Emu:
    """Return where the footers begin that stand at the page's bottom."""
    small = (one for one in match.layout.holders if one.kind in ("dt", "ftr", "sldNum"))
    tops = [one.frame.y for one in small if one.frame.y > 0.8 * page.height]
    return min(tops, default=page.height)


def _body(page: Size, free: Rect, title: Rect, matches: Mapping[str, Match]) -> Rect:
    """Return the frame under a title: the template's own where it has one, its insets taken off."""
    own = [
        holder
        for kind in ("bullets", DRAWN)
        if kind in matches and (holder := matches[kind].holders.get("body"))
    ]
    gap = round(GAP * scale_of(page))
    top = title.bottom + gap
    for holder in own:
        room = _inside(holder, top, min(free.bottom, _footers(matches[DRAWN], page)))
        if room.width >= LEAST_WIDTH * page.width and room.height >= LEAST_HEIGHT * page.height:
            return room
    left, right = free.x, free.right
    if title.width >= BAND * page.width:  # what stands below it lines up with it
        left, right = max(left, title.x), min(right, title.right)
    return Rect(left, top, right - left, max(1, free.bottom - top))


def _inside(holder: TemplateHolder, top: Emu, bottom: Emu) -> Rect:
    frame, insets = holder.frame, holder.insets
    y = max(frame.y + insets.top // 2, top)
    low = min(frame.bottom, max(bottom, frame.y))
    width = frame.width - 2 * insets.left
    return Rect(frame.x + insets.left, y, max(1, width), max(1, low - y))
