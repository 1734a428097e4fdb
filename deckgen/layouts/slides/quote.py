"""Somebody's words, large, with who said them and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model.deck import Slide
from ...model.outline import Quote
from ...model.richtext import RichText, Run, plain, rich
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
MARK_WIDTH = inches(1.1)
OPENING, CLOSING = "“「『", "”」』"


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    body = theme.grid.body
    by_height = inches(0.6)
    height = body.height - by_height - theme.tokens.gap
    mark = Rect(body.x, body.y, MARK_WIDTH, inches(1.2))
    words = Rect(body.x + MARK_WIDTH, body.y, body.width - 2 * MARK_WIDTH, height)
    by = Rect(words.x, body.bottom - by_height, words.width, by_height)
    holders = (
        text_holder(MARK, "引号", mark, (theme.style("quote_mark"),)),
        text_holder(WORDS, "引文", words, (theme.style("quote"),), Anchor.MIDDLE),
        text_holder(BY, "出处", by, (theme.style("quote_by"),), Anchor.MIDDLE),
    )
    return (content_spec(theme, "quote", "引文", holders),)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place the slide's quote, the first part of it if it is long; several make a list."""
    quotes = [exhibit for exhibit in slide.exhibits if isinstance(exhibit, Quote)]
    if len(quotes) != 1 or slide.items:
        return place_list(slide, theme, report)
    spec = theme.layouts["quote"]
    words = _unquoted(quotes[0].text)
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
