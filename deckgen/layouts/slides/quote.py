"""Somebody's words, large, with who said them and where.

The layout comes in four heights, the lowest that holds the words: so the speaker stands right
below a short quotation ("quote-1"), and a long one has the whole page ("quote").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model.deck import Slide
from ...model.outline import Quote
from ...model.richtext import RichText, Run, plain, rich
from ...model.style import Anchor
from ...model.theme import LayoutSpec, Theme
from ...model.units import Emu, Rect, inches
from ...model.words import signature, words_of
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ...text.fit import set_flows
from ._cut import cut_before
from ._fill import TITLE, Slot, fill, flow, page, title_slots
from ._frames import content_spec, text_holder
from ._list import PART_MARK, holds, place_list
from ._split import begun
from ._tall import HEIGHTS, lowest

MARK, WORDS, BY = 15, 1, 16
WHOLE, LABEL = "quote", "引文"
MARK_WIDTH, MARK_HEIGHT, BY_HEIGHT = inches(1.1), inches(1.5), inches(0.74)
WORDS_INDENT = inches(1.25)
OPENING, CLOSING = "“「『", "”」』"


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    style, most = theme.style("quote"), theme.grid.body.height
    heights = [(tall.suffix, tall.label, tall.height(style)) for tall in HEIGHTS]
    return tuple(_spec(theme, *each) for each in (("", "", most), *heights))


def _spec(theme: Theme, suffix: str, label: str, height: Emu) -> LayoutSpec:
    body, gap = theme.grid.body, theme.tokens.gap
    height = min(height, body.height - BY_HEIGHT - gap)
    top = body.y + (body.height - height - gap - BY_HEIGHT) * 2 // 5
    mark = Rect(body.x, top, MARK_WIDTH, MARK_HEIGHT)
    words = Rect(body.x + WORDS_INDENT, top, body.width - WORDS_INDENT * 5 // 4, height)
    by = Rect(words.x, words.bottom + gap, words.width, BY_HEIGHT)
    holders = (
        text_holder(MARK, "引号", mark, (theme.style("quote_mark"),)),
        text_holder(WORDS, "引文", words, (theme.style("quote"),), Anchor.MIDDLE),
        text_holder(BY, "出处", by, (theme.style("quote_by"),), Anchor.MIDDLE),
    )
    return content_spec(theme, WHOLE + suffix, LABEL + label, holders)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place the slide's quote, the first part of it if it is long; several make a list."""
    quotes = [exhibit for exhibit in slide.exhibits if isinstance(exhibit, Quote)]
    if len(quotes) != 1 or slide.items:
        return place_list(slide, theme, report)
    words = _unquoted(quotes[0].text)
    said = replace(quotes[0], text=words)
    source = signature(said, words_of(theme.lang))
    if low := lowest(
        theme, WHOLE, WORDS, lambda spec: fill(spec, _slots(spec, slide, said, source))
    ):
        return Placed(page(slide, theme, low[0], low[1].boxes))
    spec = theme.layouts[WHOLE]
    may_go_on = holds(spec.placeholder(TITLE), (*slide.title, *rich(PART_MARK)))
    for head, tail in _cuts(words, spec):
        filled = fill(spec, _slots(spec, slide, replace(said, text=head), source))
        if not filled.fits or (tail and not may_go_on):
            continue
        rest: tuple[Slide, ...] = ()
        if tail:
            report.note(
                slide.origin,
                f"the quote in '{plain(slide.title)}' is long and goes on",
                code="goes-on",
            )
            rest = (_going_on(slide, replace(quotes[0], text=tail)),)
        return Placed(page(slide, theme, spec, filled.boxes), rest)
    report.note(
        slide.origin,
        f"'{plain(slide.title)}' is set as a list, its words are too many",
        code="set-as-list",
    )
    return place_list(slide, theme, report)


def _slots(spec: LayoutSpec, slide: Slide, quote: Quote, source: str) -> list[Slot]:
    holder, by = spec.placeholder(WORDS), spec.placeholder(BY)
    slots = [
        *title_slots(spec, slide),
        Slot(MARK, (flow(spec.placeholder(MARK), rich("“")),), "mark"),
        Slot(WORDS, (flow(holder, quote.text, balance=True),), "words", origin=quote.origin),
    ]
    if source:
        slots.append(Slot(BY, (flow(by, rich(source)),), "by", origin=quote.origin))
    return slots


def _cuts(words: RichText, spec: LayoutSpec) -> Iterator[tuple[RichText, RichText]]:
    """Yield the words whole, then cut in even parts, each time a little earlier."""
    yield words, ()
    holder = spec.placeholder(WORDS)
    (line,) = set_flows(
        (begun(flow(holder, words)),), holder.frame.width, len(holder.styles[0].sizes)
    )
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
