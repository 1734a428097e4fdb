"""Choose the width at which a body's lines break well.

PowerPoint fills each line as far as it goes; it knows neither words nor even lines. Where that
leaves one character alone on a last line, a heading badly broken or a word of a short text cut in
two, the frame's own inset is made a little wider, so that the same filling breaks where we want
it. The text stays as it was typed, without line breaks of ours, and can be edited.

The thing to know: what has Latin letters is tried in a wider face, too, that may stand in for them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from ..model.richtext import plain
from ..model.scene import TextBody, TextLine
from ..model.style import Align, Anchor
from ..model.theme import Placeholder
from ..model.units import Emu, Insets, Size, pt
from ._balance import COST_LONE, cost_of
from ._breaks import opportunities
from ._setting import Paragraphs, Setting, is_sturdy, reach
from .fit import KEPT, WIDER, Flow, height_of, line_width
from .flaws import MOST_LINES, flaws_of, is_lone, words_cut
from .measure import HAN_LATIN_GAP, advance, gaps, to_emu

# Room for fonts a little wider than ours: as much as leaves the breaks where they are in a program
# that sets Han and Latin closer
SLACKS_EM = (0.3, 0.15, 0.05)
STEPS_AN_EM = 2  # how finely narrower widths are tried; twice that where faces differ
ROUNDED = 300  # one part in so many: LibreOffice sets 28 points in 233 dots of 233 and a third
COST_LINE = 500.0  # of a line more: less than a lone character, more than a broken word
COST_SHORT_LINE = 90.0  # of one more where there are few: less than a word that is cut
COST_HIGH = 400.0  # of a line that finds no room where another face stands in
COST_CUT = 30.0  # of a word that is cut in two in running text of a few lines
SHORT = 3  # lines of a paragraph, and of all in a frame twice as many


def settle(holder: Placeholder, flows: Sequence[Flow], step: int) -> TextBody:
    """Set the flows at that step as PowerPoint will break them, in the best of a few widths."""
    room = Size(holder.frame.width, holder.frame.height)
    return settle_in(room, holder.insets, holder.anchor, flows, step)


def settle_in(
    room: Size, insets: Insets, anchor: Anchor, flows: Sequence[Flow], step: int
) -> TextBody:
    """Settle flows in a frame of that size; without a height they take no line more."""
    return _settled(room, insets, anchor, tuple(flows), step)


@lru_cache(maxsize=KEPT)
def _settled(
    room: Size, insets: Insets, anchor: Anchor, flows: tuple[Flow, ...], step: int
) -> TextBody:
    width = line_width(room, insets)
    setting = Setting(flows, step)
    best, taken = _best(setting, width, room.height - insets.top - insets.bottom)
    return TextBody(best, anchor, _widened(insets, width - taken, flows), height_of(best))


def _best(setting: Setting, width: Emu, height: Emu) -> tuple[Paragraphs, Emu]:
    """Return the flows as they break best, and the width at which they do.

    Rather in as many lines as at the full width; to spare a lone character in more, if they fit.
    """
    first = setting.at(width)
    is_good = _is_good(first, setting, width)
    if is_good and width < _loose_from(first, setting.flows):
        return first, width
    for even in _evens(setting, width):
        tried = setting.at(even)
        if _grown(tried, first) == 0 and _is_good(tried, setting, even, width):
            return tried, even
    return (first, width) if is_good else _cheapest(setting, first, width, height)


def _evens(setting: Setting, width: Emu) -> Iterator[Emu]:
    """Yield the widths, less than `width`, at which headings may break as they should."""
    if not any(flow.balance for flow in setting.flows):
        return
    wanted = setting.wanted_at(width)
    em = pt(max(paragraph.size_pt for paragraph in wanted))
    loose = _loose_from(wanted, setting.flows)
    for wider in (WIDER, 100):
        widest = max(reach(paragraph, wider) for paragraph in wanted)
        evens = [widest + round(slack * em) for slack in SLACKS_EM]
        steady = [even for even in evens if even < loose]
        for even in (*steady, evens[0]):
            if even < width and is_sturdy(wanted, even):
                yield even


def _cheapest(
    setting: Setting, first: Paragraphs, width: Emu, height: Emu
) -> tuple[Paragraphs, Emu]:
    """Return the flows at the width where the breaks that there are cost least.

    Of the widths that break alike the one in the middle: it bears most of a face unlike ours.
    """
    em = pt(max(paragraph.size_pt for paragraph in first))
    stood_in = setting.stood_in_at(width)
    breaks, widths = (_breaks(first), _breaks(stood_in)), [width]
    least = _mean_cost(first, stood_in, setting)
    more = COST_LINE if max(len(one.lines) for one in first) >= MOST_LINES else COST_SHORT_LINE
    fine = 2 * STEPS_AN_EM if stood_in else STEPS_AN_EM
    for steps in range(1, width // (em // fine)):
        narrower = width - steps * em // fine
        tried = setting.at(narrower)
        grown = _grown(tried, first)
        if grown > 1 or (grown and height_of(tried) > height):
            break
        alike = _breaks(tried) == breaks[0]
        if not alike and _least_cost(tried, setting) + grown * more >= least:
            continue
        if not is_sturdy(tried, narrower) or not _is_sure(tried, setting, narrower):
            continue
        stood_in = setting.stood_in_at(narrower)
        found = _breaks(tried), _breaks(stood_in)
        if found == breaks:
            widths.append(narrower)
            continue
        cost = _mean_cost(tried, stood_in, setting) + grown * more
        if 0 < height < height_of(stood_in):
            cost += COST_HIGH
        if cost < least:
            breaks, widths, least = found, [narrower], cost
    if widths[0] == width:
        return first, width
    taken = widths[(len(widths) - 1) // 2]
    return setting.at(taken), taken


def _least_cost(paragraphs: Paragraphs, setting: Setting) -> float:
    """Return what the breaks cost at the least, whatever they cost in a face that stands in."""
    cost = setting.cost(paragraphs, _cost)
    return cost / 2 if setting.has_latin else cost


def _mean_cost(paragraphs: Paragraphs, stood_in: Paragraphs, setting: Setting) -> float:
    """Return what the breaks cost in either face."""
    cost = setting.cost(paragraphs, _cost)
    return (cost + setting.cost(stood_in, _cost)) / 2 if stood_in else cost


def _cost(paragraphs: Paragraphs, flows: Sequence[Flow]) -> float:
    """Return what the breaks cost; those of running text matter where a character is alone.

    So do those of a few lines, a little.
    """
    cost = 0.0
    for paragraph, flow in zip(paragraphs, flows, strict=bool(paragraphs)):
        if flow.balance:
            lines = [(plain(line.runs), line.width) for line in paragraph.lines]
            cost += cost_of(lines, paragraph.runs)
        else:
            cost += is_lone(paragraph) * COST_LONE
    return cost + COST_CUT * words_cut(_short(paragraphs))


def _short(paragraphs: Paragraphs) -> Paragraphs:
    """Return the running text of a few lines, in a body of few; words in a list may be cut."""
    if sum(len(paragraph.lines) for paragraph in paragraphs) > 2 * SHORT:
        return ()
    return tuple(one for one in paragraphs if not one.balance and 1 < len(one.lines) <= SHORT)


def _grown(paragraphs: Paragraphs, first: Paragraphs) -> int:
    """Return how many lines more the first paragraph to grow has."""
    return max(len(new.lines) - len(old.lines) for new, old in zip(paragraphs, first, strict=True))


def _breaks(paragraphs: Paragraphs) -> list[tuple[TextLine, ...]]:
    return [paragraph.lines for paragraph in paragraphs]


def _is_sure(tried: Paragraphs, setting: Setting, width: Emu) -> bool:
    """Tell whether lines break alike in a program that rounds letters down: none is full."""
    return _breaks(setting.at(width + width // ROUNDED)) == _breaks(tried)


def _loose_from(paragraphs: Paragraphs, flows: Sequence[Flow]) -> float:
    """Return the width from which on a heading breaks later without gaps between Han and Latin."""
    loose = math.inf
    for paragraph, flow in zip(paragraphs, flows, strict=True):
        if len(paragraph.lines) == 1 or not flow.balance:
            continue
        style, size = paragraph.style, paragraph.size_pt
        for line, following in pairwise(plain(line.runs) for line in paragraph.lines):
            first = next(iter(opportunities(following)), len(following))
            longer = (line + following[:first]).rstrip()
            apart = to_emu(HAN_LATIN_GAP * len(gaps(longer)), size)
            tight = advance(longer, size, style.bold, style.fonts) - apart
            if apart:
                loose = min(loose, tight + style.margin)
    return loose


def _is_good(paragraphs: Paragraphs, setting: Setting, width: Emu, full: Emu = 0) -> bool:
    """Tell whether no character stands alone, and headings are broken as they should be.

    That is as we want them in the `full` width, and no worse in a face that stands in.
    """
    if all(len(paragraph.lines) == 1 for paragraph in paragraphs):
        return True
    if any(map(is_lone, paragraphs)) or words_cut(_short(paragraphs)):
        return False
    if any(one.balance and len(one.lines) > 1 for one in paragraphs):
        wanted = setting.wanted_at(full or width)
        pairs = zip(paragraphs, wanted, strict=True)
        if any(found.balance and found.lines != best.lines for found, best in pairs):
            return False
    stood_in = setting.stood_in_at(width)
    return flaws_of(stood_in) <= flaws_of(paragraphs) if stood_in else True


def _widened(insets: Insets, extra: Emu, flows: Sequence[Flow]) -> Insets:
    """Take the extra inset from the side that the text does not start at."""
    if not extra:
        return insets
    match flows[0].style.align:
        case Align.LEFT:
            return replace(insets, right=insets.right + extra)
        case Align.RIGHT:
            return replace(insets, left=insets.left + extra)
        case Align.CENTER:
            half = extra // 2
            return replace(insets, left=insets.left + half, right=insets.right + extra - half)
