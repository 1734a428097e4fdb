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

from ..model.richtext import plain
from ..model.scene import TextBody, TextParagraph
from ..model.style import Align, Anchor
from ..model.theme import Placeholder
from ..model.units import Emu, Insets, Size, pt
from ._balance import inside_words
from ._breaks import opportunities
from .fit import Flow, height_of, set_flows
from .measure import HAN_LATIN_GAP, advance, gaps, to_emu

# Room for fonts a little wider than ours: as much as leaves the breaks where they are in a program
# that sets Han and Latin closer
SLACKS_EM = (0.3, 0.15, 0.05)
NARROWER_EM = (0.5, 1.0, 1.5, 2.0, 2.5, 3.0)
MARKS = "，。、；：！？,.;:!?”’」』）)】》…"


def settle(holder: Placeholder, flows: Sequence[Flow], step: int) -> TextBody:
    """Set the flows at that step as PowerPoint will break them, in the best of a few widths."""
    room = Size(holder.frame.width, holder.frame.height)
    return settle_in(room, holder.insets, holder.anchor, flows, step)


def settle_in(
    room: Size, insets: Insets, anchor: Anchor, flows: Sequence[Flow], step: int
) -> TextBody:
    """Settle flows in a frame of that size; without a height they take no line more."""
    width = room.width - insets.left - insets.right
    best, taken = _best(flows, width, room.height - insets.top - insets.bottom, step)
    return TextBody(best, anchor, _widened(insets, width - taken, flows), height_of(best))


def _best(
    flows: Sequence[Flow], width: Emu, height: Emu, step: int
) -> tuple[tuple[TextParagraph, ...], Emu]:
    """Return the flows as they break best, and the width at which they do.

    Rather in as many lines as at the full width; to spare a lone character in more, if they fit.
    """
    first = set_flows(flows, width, step, settled=True)
    is_long = any(len(paragraph.lines) > 1 for paragraph in first)
    if not is_long or _is_good(first, flows, width, step):
        return first, width
    grown = (first, width)
    for narrower in _widths(flows, first, width, step):
        tried = set_flows(flows, narrower, step, settled=True)
        if not _is_better(tried, first, flows, narrower, step):
            continue
        if all(len(new.lines) <= len(old.lines) for new, old in zip(tried, first, strict=True)):
            return tried, narrower
        if grown[1] == width and _has_lone(first) and height_of(tried) <= height:
            grown = (tried, narrower)
    return grown


def _widths(
    flows: Sequence[Flow], first: Sequence[TextParagraph], width: Emu, step: int
) -> Iterator[Emu]:
    """Yield the widths worth a try, less than `width`: first the one for even lines."""
    em = pt(max(paragraph.size_pt for paragraph in first))
    if any(flow.balance for flow in flows):
        wanted = set_flows(flows, width, step)
        widest = max(
            line.width + paragraph.style.margin for paragraph in wanted for line in paragraph.lines
        )
        evens = [widest + round(slack * em) for slack in SLACKS_EM]
        steady = [even for even in evens if _is_steady(wanted, flows, even)]
        yield from (even for even in (*steady, evens[0]) if even < width)
    if _has_lone(first) or _broken_words(first, flows):
        yield from (width - round(part * em) for part in NARROWER_EM)


def _is_steady(paragraphs: Sequence[TextParagraph], flows: Sequence[Flow], width: Emu) -> bool:
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


def _is_better(
    tried: Sequence[TextParagraph],
    first: Sequence[TextParagraph],
    flows: Sequence[Flow],
    width: Emu,
    step: int,
) -> bool:
    """Tell whether no lone character is left, and a heading kept its words."""
    if _has_lone(first):
        return not _has_lone(tried)
    if _is_good(tried, flows, width, step):
        return True
    return not _has_lone(tried) and _broken_words(tried, flows) < _broken_words(first, flows)


def _broken_words(paragraphs: Sequence[TextParagraph], flows: Sequence[Flow]) -> int:
    """Count the lines of headings that end inside a word."""
    count = 0
    for paragraph, flow in zip(paragraphs, flows, strict=True):
        if not flow.balance or len(paragraph.lines) < 2:
            continue
        texts = [plain(line.runs) for line in paragraph.lines]
        inside = inside_words("".join(texts))
        count += sum(end in inside for end in accumulate(map(len, texts)))
    return count


def _is_good(
    paragraphs: Sequence[TextParagraph], flows: Sequence[Flow], width: Emu, step: int
) -> bool:
    """Tell whether no character stands alone, and headings are broken as they should be."""
    if _has_lone(paragraphs):
        return False
    wanted = set_flows(flows, width, step)
    return all(
        found.lines == best.lines
        for found, best, flow in zip(paragraphs, wanted, flows, strict=True)
        if flow.balance
    )


def _has_lone(paragraphs: Sequence[TextParagraph]) -> bool:
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
