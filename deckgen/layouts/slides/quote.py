"""Somebody's words, large, with who said them and where.

The layout comes in four heights, the lowest that holds the words: so the speaker stands right
below a short quotation ("quote-1"), and a long one has the whole page ("quote").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model.deck import Slide
from ...model.outline import Quote
from ...model.richtext import RichText, Run, plain, rich
from ...model.scene import Box
from ...model.style import Anchor
from ...model.theme import LayoutSpec, Theme
from ...model.units import Rect, inches
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ...text.fit import set_flows
from ._cut import cut_before
from ._fill import TITLE, Slot, fill, flow, page, title_slots
from ._frames import content_spec, text_holder
from ._list import PART_MARK, holds, place_list, source_of

MARK, WORDS, BY = 15, 1, 16
WHOLE = "quote"
# Room for one, two and four lines of a quotation in its larger sizes
HEIGHTS = {"quote-1": inches(0.95), "quote-2": inches(1.75), "quote-4": inches(2.75)}
LARGE = 2  # so many sizes of the scale are large
LABELS = {WHOLE: "引文", "quote-1": "引文 一行", "quote-2": "引文 两行", "quote-4": "引文 四行"}
MARK_WIDTH, MARK_HEIGHT, BY_HEIGHT = inches(1.1), inches(1.5), inches(0.74)
WORDS_INDENT = inches(1.25)
OPENING, CLOSING = "“「『", "”」』"


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return tuple(_spec(theme, name) for name in LABELS)


def _spec(theme: Theme, name: str) -> LayoutSpec:
    body, gap = theme.grid.body, theme.tokens.gap
    height = min(HEIGHTS.get(name, body.height), body.height - BY_HEIGHT - gap)
    top = body.y + (body.height - height - gap - BY_HEIGHT) * 2 // 5
    mark = Rect(body.x, top, MARK_WIDTH, MARK_HEIGHT)
    words = Rect(body.x + WORDS_INDENT, top, body.width - WORDS_INDENT * 3 // 2, height)
    by = Rect(words.x, words.bottom + gap, words.width, BY_HEIGHT)
    holders = (
        text_holder(MARK, "引号", mark, (theme.style("quote_mark"),)),
        text_holder(WORDS, "引文", words, (theme.style("quote"),), Anchor.MIDDLE),
        text_holder(BY, "出处", by, (theme.style("quote_by"),), Anchor.MIDDLE),
    )
    return content_spec(theme, name, LABELS[name], holders)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place the slide's quote, the first part of it if it is long; several make a list."""
    quotes = [exhibit for exhibit in slide.exhibits if isinstance(exhibit, Quote)]
    if len(quotes) != 1 or slide.items:
        return place_list(slide, theme, report)
    words = _unquoted(quotes[0].text)
    for name in HEIGHTS:
        spec = theme.layouts[name]
        filled = fill(spec, _slots(spec, slide, replace(quotes[0], text=words)))
        if filled.fits and _is_large(filled.boxes, spec):
            return Placed(page(slide, theme, spec, filled.boxes))
    spec = theme.layouts[WHOLE]
    may_go_on = holds(spec.placeholder(TITLE), (*slide.title, *rich(PART_MARK)))
    for head, tail in _cuts(words, spec):
        filled = fill(spec, _slots(spec, slide, replace(quotes[0], text=head)))
        if not filled.fits or (tail and not may_go_on):
            continue
        rest: tuple[Slide, ...] = ()
        if tail:
            report.note(slide.origin, f"the quote in '{plain(slide.title)}' is long and goes on")
            rest = (_going_on(slide, replace(quotes[0], text=tail)),)
        return Placed(page(slide, theme, spec, filled.boxes), rest)
    report.note(slide.origin, f"'{plain(slide.title)}' is set as a list, its words are too many")
    return place_list(slide, theme, report)


def _is_large(boxes: Sequence[Box], spec: LayoutSpec) -> bool:
    """Tell whether the words are set in one of their larger sizes."""
    least = spec.placeholder(WORDS).styles[0].sizes[:LARGE][-1]
    said = (box.text.paragraphs for box in boxes if box.placeholder == WORDS)
    return all(line.size_pt >= least for lines in said for line in lines)


def _slots(spec: LayoutSpec, slide: Slide, quote: Quote) -> list[Slot]:
    holder, by = spec.placeholder(WORDS), spec.placeholder(BY)
    slots = [
        *title_slots(spec, slide),
        Slot(MARK, (flow(spec.placeholder(MARK), rich("“")),), "mark"),
        Slot(WORDS, (flow(holder, quote.text, balance=True),), "words", origin=quote.origin),
    ]
    if source := source_of(quote):
        slots.append(Slot(BY, (flow(by, rich(source)),), "by", origin=quote.origin))
    return slots


def _cuts(words: RichText, spec: LayoutSpec) -> Iterator[tuple[RichText, RichText]]:
    """Yield the words whole, then cut in even parts, each time a little earlier."""
    yield words, ()
    holder = spec.placeholder(WORDS)
    (line,) = set_flows((flow(holder, words),), holder.frame.width, len(holder.styles[0].sizes))
    room = max(1, holder.frame.height // line.line_height)
    fair = -(-len(line.lines) // max(2, -(-len(line.lines) // room)))
    for count in range(fair, 0, -1):
        head, tail = cut_before(words, sum(len(plain(one.runs)) for one in line.lines[:count]))
        if tail:
            yield head, tail


def _going_on(slide: Slide, quote: Quote) -> Slide:
    return replace(slide, exhibits=(quote,), lead=(), notes=())


def _unquoted(text: RichText) -> RichText:
    """Return the words without the quotation marks round them: the layout draws one, large."""
    words = plain(text)
    is_quoted = len(words) > 2 and words[0] in OPENING and words[-1] in CLOSING
    inner = words[1:-1]
    if is_quoted and not any(mark in inner for mark in OPENING + CLOSING) and len(text) == 1:
        return (Run(inner, text[0].bold, text[0].italic),)
    return text


LAYOUT = SlideLayout("quote", specs, place)
