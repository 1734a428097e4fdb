"""The pages that a map can be divided among, and what stands on each besides the map.

Slides have a layout of the theme with title, footer and number; paper has its own: where we are
at the top, the map's name and the page's number at the bottom, all of them ways back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model.record import record
from ...model.richtext import rich
from ...model.scene import NO_TEXT, Box, TextBody
from ...model.style import Align, Anchor, TextStyle
from ...model.theme import Theme
from ...model.units import Emu, Insets, Rect, Size, inches, pt
from ...text.fit import Flow, fit, height_of, set_flows
from ._scale import Limits

SHEET = "map-sheet"  # the slides' layout
TITLE = 0
_MM = 36_000
_SIDE: Emu = pt(30)
_TOP, _FOOT = pt(58), pt(44)  # what title and footer take of a sheet of paper
_AIR: Emu = inches(0.1)  # between a slide's title, its map and its footer
_MOST = 1.6  # times its size: a map of three nodes is not to shout


@record
class Paper:
    """A page's size, and how small words may be on it; `is_slide` says that it is a theme's."""

    size: Size
    least_pt: float
    most_words: int = 10_000  # Han characters and other words
    is_slide: bool = False

    @property
    def limits(self) -> Limits:
        return Limits(self.least_pt, _MOST)

    def room(self, theme: Theme) -> Rect:
        """Return where the map stands."""
        size = self.size
        if not self.is_slide:
            return Rect(_SIDE, _TOP, size.width - 2 * _SIDE, size.height - _TOP - _FOOT)
        title = theme.layouts[SHEET].placeholder(TITLE).frame
        top = title.bottom + _AIR
        side = min(theme.grid.margin_x, inches(0.5))
        bottom = theme.grid.footer.y - _AIR
        return Rect(side, top, size.width - 2 * side, bottom - top)


PAPERS = {
    "a4": Paper(Size(297 * _MM, 210 * _MM), 8),
    "a3": Paper(Size(420 * _MM, 297 * _MM), 8),
    "16:9": Paper(Size(inches(40 / 3), inches(7.5)), 12, 165),
    "4:3": Paper(Size(inches(10), inches(7.5)), 12, 165),
}


def slides_of(theme: Theme) -> Paper:
    """Return the theme's slides as pages of a map."""
    return Paper(theme.grid.page, 12, 165, is_slide=True)


def slide_title(words: str, link: str, theme: Theme) -> Box:
    """Return a slide's title; one that is too long is cut, for the map says it whole."""
    holder = theme.layouts[SHEET].placeholder(TITLE)
    room = Size(holder.frame.width, holder.frame.height)
    kept = words
    while True:
        flow = Flow(rich(kept if kept == words else f"{kept}…"), holder.styles[0])
        found = fit((flow,), room, holder.insets, holder.anchor)
        if found.fits or len(kept) < 2:
            return Box(holder.frame, holder.name, found.body, placeholder=TITLE, link=link)
        kept = kept[: len(kept) * 7 // 8]


@record
class Strip:
    """What a sheet of paper says of itself, and where its lines lead."""

    title: str
    map_title: str
    number: str
    back: str  # "#key" of the page above
    home: str  # "#key" of the first page


def strip_boxes(strip: Strip, paper: Paper, theme: Theme) -> Iterator[Box]:
    """Yield the lines at the top and at the bottom of a sheet of paper."""
    size = paper.size
    head = replace(theme.style("footer"), sizes=(14,), bold=True, align=Align.LEFT)
    foot = replace(theme.style("footer"), sizes=(10,), align=Align.LEFT)
    number = replace(foot, align=Align.RIGHT)
    inner = size.width - 2 * _SIDE
    arrow = "‹ " if strip.back else ""
    yield _line(arrow + strip.title, head, Rect(_SIDE, pt(20), inner, pt(26)), strip.back)
    y = size.height - pt(34)
    home = strip.home
    yield _line(strip.map_title, foot, Rect(_SIDE, y, inner * 4 // 5, pt(18)), home)
    yield _line(strip.number, number, Rect(size.width - _SIDE - pt(80), y, pt(80), pt(18)), home)


def _line(words: str, style: TextStyle, frame: Rect, link: str) -> Box:
    kept = words
    while True:
        lines = set_flows(
            (Flow(rich(kept if kept == words else f"{kept}…"), style),), frame.width, 0
        )
        if len(lines) == 0 or len(lines[0].lines) == 1 or len(kept) < 2:
            break
        kept = kept[: len(kept) * 7 // 8]
    text = TextBody(lines, Anchor.MIDDLE, Insets(), height_of(lines)) if lines else NO_TEXT
    return Box(frame, "页眉" if style.bold else "页脚", text, link=link)
