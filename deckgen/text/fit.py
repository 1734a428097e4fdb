"""Find the size at which text fits its frame.

What comes in: flows (paragraphs without a size) and a room. What leaves: a text body, broken into
lines, at the largest step of the styles' scales that fits; or at the smallest, with the number
of flows that fit there, so that the layout can hand the others on.

The thing to know: one step holds for a whole body. Each flow takes its own style's size of that
step, so a title of three sizes and a body of five walk down together. They begin at the first step
at which no word is cut in two, if there is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ..model.record import record
from ..model.richtext import RichText, plain
from ..model.scene import TextBody, TextLine, TextParagraph
from ..model.style import Anchor, Face, FontPair, TextStyle
from ..model.units import Emu, Insets, Size, pt
from .measure import line_em
from .wrap import count_lines, is_cut, least_lines, wrap

LINE_EM = line_em()  # where no face is named

NO_INSETS = Insets()
# LibreOffice rounds both edges of a frame to hundredths of a millimetre: seven letters of 24 points
# are wider than its 168
ROUNDING = 720  # EMU
LONG = 400  # characters; what is shorter is counted in lines as quickly as at a glance
# Texts that are kept as they were set: those of a slide, which is tried in several layouts
KEPT = 256
WIDER = 115  # per cent: a word in a face that stands in for all that a theme names


@record
class Flow:
    """A paragraph before it has a size; `balance` is for titles, headings, centred text."""

    runs: RichText
    style: TextStyle
    level: int = 0
    link: str = ""
    balance: bool = False


@record
class Fitted:
    """Flows and the step that they took; `count` whole flows fit, all of them when `fits`."""

    flows: tuple[Flow, ...]
    width: Emu
    step: int
    count: int
    anchor: Anchor
    insets: Insets

    @property
    def fits(self) -> bool:
        return self.count == len(self.flows)

    @property
    def body(self) -> TextBody:
        """All flows, broken into lines: made when asked for, for most ask for the step alone."""
        paragraphs = set_flows(self.flows, self.width, self.step)
        return TextBody(paragraphs, self.anchor, self.insets, height_of(paragraphs))


def set_flows(
    flows: Sequence[Flow], width: Emu, step: int, *, settled: bool = False
) -> tuple[TextParagraph, ...]:
    """Break every flow into lines at its style's size of that step (or its smallest).

    For `settle` lines are filled to the full, as PowerPoint does, and headings remembered as such.
    """
    paragraphs: list[TextParagraph] = []
    for index, flow in enumerate(flows):
        size = size_at(flow.style, step)
        lines = wrap(flow.runs, flow.style, size, width, balance=flow.balance and not settled)
        paragraphs.append(paragraph_of(flow, step, index, lines, settled=settled))
    return tuple(paragraphs)


def paragraph_of(
    flow: Flow, step: int, index: int, lines: tuple[TextLine, ...], *, settled: bool
) -> TextParagraph:
    """Return a flow, one of several by its index, as a paragraph in these lines."""
    size = size_at(flow.style, step)
    return TextParagraph(
        runs=flow.runs,
        style=flow.style,
        size_pt=size,
        lines=lines,
        line_height=_line_height(flow.style, size),
        level=flow.level,
        before=_before(flow, index),
        link=flow.link,
        balance=flow.balance and settled,
    )


def height_of(paragraphs: Sequence[TextParagraph]) -> Emu:
    """Return what paragraphs take from top to bottom, in EMU."""
    return sum(
        paragraph.before + len(paragraph.lines) * paragraph.line_height for paragraph in paragraphs
    )


def fit(
    flows: Sequence[Flow],
    room: Size,
    insets: Insets = NO_INSETS,
    anchor: Anchor = Anchor.TOP,
    first_step: int = 0,
) -> Fitted:
    """Find the first step from `first_step` on at which flows fit into `room`.

    `room` is the frame's size; the insets are taken off here. When no step fits, the body holds
    all flows at the last step and `count` says how many of them fit.
    """
    return _fitted(tuple(flows), room, insets, anchor, first_step)


@lru_cache(maxsize=KEPT)
def _fitted(
    flows: tuple[Flow, ...], room: Size, insets: Insets, anchor: Anchor, first_step: int
) -> Fitted:
    width = line_width(room, insets)
    height = room.height - insets.top - insets.bottom
    last = max((len(flow.style.sizes) - 1 for flow in flows), default=0)
    if any(_is_endless(flow, width, height, last) for flow in flows):
        return Fitted(tuple(flows), width, last, _count(flows, width, height, last), anchor, insets)
    step = min(max(first_step, _whole_step(flows, width)), last)
    count = _count(flows, width, height, step)
    while count < len(flows) and step < last:
        step += 1
        count = _count(flows, width, height, step)
    return Fitted(flows, width, step, count, anchor, insets)


def line_width(room: Size, insets: Insets) -> Emu:
    """Return how wide a line may be in a frame of that size."""
    return room.width - insets.left - insets.right - ROUNDING


def least_height(flows: Sequence[Flow], step: int) -> Emu:
    """Return what paragraphs take at that step if none is longer than a line: known at once."""
    return sum(
        _before(flow, index) + _line_height(flow.style, size_at(flow.style, step))
        for index, flow in enumerate(flows)
    )


def _whole_step(flows: Sequence[Flow], width: Emu) -> int:
    """Return the first step that cuts no word but those that every step cuts.

    An address may be cut, unless it is the only text of its frame: nobody reads it out.
    """
    furthest = 0
    for flow in flows:
        if len(flows) > 1 and "://" in plain(flow.runs):
            continue
        room = width if flow.style.face is Face.MONO else width * 100 // WIDER
        whole = (_first_whole(flow, limit) for limit in (room, width))
        furthest = max(furthest, next((step for step in whole if step >= 0), 0))
    return furthest


def _first_whole(flow: Flow, width: Emu) -> int:
    """Return the first step at which no word of a paragraph is cut, -1 if every step cuts one."""
    sizes = enumerate(flow.style.sizes)
    whole = (step for step, size in sizes if not is_cut(flow.runs, flow.style, size, width))
    return next(whole, -1)


def _count(flows: Sequence[Flow], width: Emu, height: Emu, step: int) -> int:
    """Return how many flows from the first on fit at that step."""
    taken = 0
    for index, flow in enumerate(flows):
        if _is_endless(flow, width, height, step):
            return index
        taken += _before(flow, index) + flow_height(flow, width, step)
        if taken > height:
            return index
    return len(flows)


def _is_endless(flow: Flow, width: Emu, height: Emu, step: int) -> bool:
    """Tell at a glance whether a text alone is more than a frame: no step needs to be tried.

    A title of ten thousand characters is neither broken nor counted in lines.
    """
    if sum(len(run.text) for run in flow.runs) < LONG:
        return False
    size = size_at(flow.style, step)
    least = least_lines(flow.runs, flow.style, size, width)
    return least * _line_height(flow.style, size) > height


def flow_height(flow: Flow, width: Emu, step: int) -> Emu:
    """Return the room that a paragraph's lines need, in the program that makes most of them."""
    size = size_at(flow.style, step)
    lines = count_lines(flow.runs, flow.style, size, width, balance=flow.balance)
    return lines * _line_height(flow.style, size)


def size_at(style: TextStyle, step: int) -> float:
    """Return a style's size at a step down its scale, in points; past its end the smallest."""
    return style.sizes[min(step, len(style.sizes) - 1)]


def _before(flow: Flow, index: int) -> Emu:
    return pt(flow.style.before_pt) if index else 0


def _line_height(style: TextStyle, size_pt: float) -> Emu:
    return _pitch(style.fonts, style.spacing, size_pt)


@lru_cache(maxsize=512)
def _pitch(fonts: FontPair, spacing: int, size_pt: float) -> Emu:
    return pt(size_pt * line_em(fonts) * spacing / 100)
