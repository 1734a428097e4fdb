"""Choose the width at which a body's lines break well.

PowerPoint fills each line as far as it goes; it knows neither words nor even lines. Where that
leaves one character alone on a last line, or a heading badly broken, the frame's own inset is made
a little wider, so that the same filling breaks where we want it. The text stays as it was typed,
without line breaks of ours, and can be edited.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from ..model.regex import regex
from ..model.richtext import plain
from ..model.scene import TextBody, TextLine, TextParagraph
from ..model.style import Align, Anchor
from ..model.theme import Placeholder
from ..model.units import Emu, Insets, Size, pt
from ._balance import COST_LONE, cost_of, inside_words
from ._breaks import opportunities
from .fit import WIDER, Flow, height_of, line_width, set_flows
from .measure import HAN_LATIN_GAP, advance, gaps, to_emu

# Room for fonts a little wider than ours: as much as leaves the breaks where they are in a program
# that sets Han and Latin closer
SLACKS_EM = (0.3, 0.15, 0.05)
STEPS_AN_EM = 2  # how finely narrower widths are tried
ROUNDED = 300  # one part in so many: LibreOffice sets 28 points in 233 dots of 233 and a third
COST_LINE = 500.0  # of a line more: less than a lone character, more than a broken word
Paragraphs = tuple[TextParagraph, ...]
_LATIN = regex(r"[!-~\u00a1-\u024f]+")
MARKS = "，。、；：！？,.;:!?”’」』）)】》…"


def settle(holder: Placeholder, flows: Sequence[Flow], step: int) -> TextBody:
    """Set the flows at that step as PowerPoint will break them, in the best of a few widths."""
    room = Size(holder.frame.width, holder.frame.height)
    return settle_in(room, holder.insets, holder.anchor, flows, step)


def is_well_broken(paragraphs: Sequence[TextParagraph]) -> bool:
    """Tell whether no character is alone on a last line, and no heading is broken in a word."""
    headings = [paragraph for paragraph in paragraphs if paragraph.balance]
    return not any(map(_is_lone, paragraphs)) and not words_cut(headings)


def words_cut(paragraphs: Sequence[TextParagraph]) -> int:
    """Return how many lines end inside a word."""
    return sum(
        end in inside_words("".join(texts))
        for paragraph in paragraphs
        if len(texts := [plain(line.runs) for line in paragraph.lines]) > 1
        for end in accumulate(map(len, texts[:-1]))
    )


def settle_in(
    room: Size, insets: Insets, anchor: Anchor, flows: Sequence[Flow], step: int
) -> TextBody:
    """Settle flows in a frame of that size; without a height they take no line more."""
    width = line_width(room, insets)
    best, taken = _best(flows, width, room.height - insets.top - insets.bottom, step)
    return TextBody(best, anchor, _widened(insets, width - taken, flows), height_of(best))


def _best(flows: Sequence[Flow], width: Emu, height: Emu, step: int) -> tuple[Paragraphs, Emu]:
    """Return the flows as they break best, and the width at which they do.

    Rather in as many lines as at the full width; to spare a lone character in more, if they fit.
    """
    first = set_flows(flows, width, step, settled=True)
    if not _is_worth_a_try(first, flows) or _is_good(first, flows, width, step):
        return first, width
    for even in _evens(flows, width, step):
        tried = set_flows(flows, even, step, settled=True)
        if _is_good(tried, flows, width, step) and _grown(tried, first) == 0:
            return tried, even
    return _cheapest(flows, first, width, height, step)


def _is_worth_a_try(paragraphs: Paragraphs, flows: Sequence[Flow]) -> bool:
    """Tell whether anything may break better: running text may not, unless a character is alone."""
    return _has_lone(paragraphs) or any(
        flow.balance and len(paragraph.lines) > 1
        for paragraph, flow in zip(paragraphs, flows, strict=True)
    )


def _evens(flows: Sequence[Flow], width: Emu, step: int) -> Iterator[Emu]:
    """Yield the widths, less than `width`, at which headings may break as they should."""
    if not any(flow.balance for flow in flows):
        return
    wanted = set_flows(flows, width, step)
    em = pt(max(paragraph.size_pt for paragraph in wanted))
    for wider in (WIDER, 100):
        widest = max(_reach(paragraph, wider) for paragraph in wanted)
        evens = [widest + round(slack * em) for slack in SLACKS_EM]
        steady = [even for even in evens if _is_steady(wanted, flows, even)]
        for even in (*steady, evens[0]):
            if even < width and _is_sturdy(wanted, even):
                yield even


def _cheapest(
    flows: Sequence[Flow], first: Paragraphs, width: Emu, height: Emu, step: int
) -> tuple[Paragraphs, Emu]:
    """Return the flows at the width where the breaks that there are cost least.

    Of the widths that break alike the one in the middle: it bears most of a face unlike ours.
    """
    em = pt(max(paragraph.size_pt for paragraph in first))
    best, widths, least = first, [width], _cost(first, flows)
    for steps in range(1, width // (em // STEPS_AN_EM)):
        narrower = width - steps * em // STEPS_AN_EM
        tried = set_flows(flows, narrower, step, settled=True)
        grown = _grown(tried, first)
        if grown > 1 or (grown and height_of(tried) > height):
            break
        if not _is_sturdy(tried, narrower) or not _is_sure(tried, flows, narrower, step):
            continue
        if _breaks(tried) == _breaks(best):
            widths.append(narrower)
            continue
        cost = _cost(tried, flows) + grown * COST_LINE
        if cost < least:
            best, widths, least = tried, [narrower], cost
    if best is first:
        return first, width
    taken = widths[(len(widths) - 1) // 2]
    return set_flows(flows, taken, step, settled=True), taken


def _cost(paragraphs: Paragraphs, flows: Sequence[Flow]) -> float:
    """Return what the breaks cost; those of running text matter where a character is alone."""
    return sum(
        cost_of([(plain(line.runs), line.width) for line in paragraph.lines])
        if flow.balance
        else _is_lone(paragraph) * COST_LONE
        for paragraph, flow in zip(paragraphs, flows, strict=True)
    )


def _grown(paragraphs: Paragraphs, first: Paragraphs) -> int:
    """Return how many lines more the first paragraph to grow has."""
    return max(len(new.lines) - len(old.lines) for new, old in zip(paragraphs, first, strict=True))


def _breaks(paragraphs: Paragraphs) -> list[tuple[TextLine, ...]]:
    return [paragraph.lines for paragraph in paragraphs]


def _is_sure(tried: Paragraphs, flows: Sequence[Flow], width: Emu, step: int) -> bool:
    """Tell whether lines break alike in a program that rounds letters down: none is full."""
    wider = set_flows(flows, width + width // ROUNDED, step, settled=True)
    return _breaks(wider) == _breaks(tried)


def _is_sturdy(paragraphs: Paragraphs, width: Emu) -> bool:
    """Tell whether what has one line keeps it where another face stands in for its Latin."""
    return all(
        _reach(paragraph, WIDER) <= width for paragraph in paragraphs if len(paragraph.lines) == 1
    )


def _reach(paragraph: TextParagraph, wider: int) -> Emu:
    """Return how wide a paragraph's lines are, their Latin in a face so much wider, in per cent."""
    style, size = paragraph.style, paragraph.size_pt
    widest = 0
    for line in paragraph.lines:
        latin = "".join(_LATIN.findall(plain(line.runs))) if wider > 100 else ""
        more = advance(latin, size, style.bold, style.fonts) * (wider - 100) // 100 if latin else 0
        widest = max(widest, line.width + more)
    return widest + style.margin


def _is_steady(paragraphs: Paragraphs, flows: Sequence[Flow], width: Emu) -> bool:
    """Tell whether headings break alike at that width without gaps between Han and Latin."""
    for paragraph, flow in zip(paragraphs, flows, strict=True):
        texts = [plain(line.runs) for line in paragraph.lines] if flow.balance else []
        for line, following in pairwise(texts):
            first = next(iter(opportunities(following)), len(following))
            longer = (line + following[:first]).rstrip()
            style, size = paragraph.style, paragraph.size_pt
            reach = advance(longer, size, style.bold, style.fonts)
            tight = reach - to_emu(HAN_LATIN_GAP * len(gaps(longer)), size)
            if tight + style.margin <= width:
                return False
    return True


def _is_good(paragraphs: Paragraphs, flows: Sequence[Flow], width: Emu, step: int) -> bool:
    """Tell whether no character stands alone, and headings are broken as they should be."""
    if _has_lone(paragraphs):
        return False
    wanted = set_flows(flows, width, step)
    return all(
        found.lines == best.lines
        for found, best, flow in zip(paragraphs, wanted, flows, strict=True)
        if flow.balance
    )


def _has_lone(paragraphs: Paragraphs) -> bool:
    return any(map(_is_lone, paragraphs))


def _is_lone(paragraph: TextParagraph) -> bool:
    """Tell whether the last of several lines is a single character, marks aside."""
    if len(paragraph.lines) < 2:
        return False
    return len(plain(paragraph.lines[-1].runs).strip().rstrip(MARKS)) <= 1


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
