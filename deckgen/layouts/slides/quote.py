"""Somebody's words, large, with who said them and where."""

from __future__ import annotations

from ...model.deck import Slide
from ...model.outline import Quote
from ...model.richtext import RichText, Run, plain, rich
from ...model.style import Anchor
from ...model.theme import LayoutSpec, Theme
from ...model.units import Rect, inches
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._fill import Slot, flow, title_slots
from ._frames import content_spec, text_holder
from ._list import place_list, source_of
from ._share import place_whole

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
    """Place the slide's quote; several, or one beside points, make a list."""
    quotes = [exhibit for exhibit in slide.exhibits if isinstance(exhibit, Quote)]
    if len(quotes) != 1 or slide.items:
        return place_list(slide, theme, report)
    quote, spec = quotes[0], theme.layouts["quote"]
    holder, by = spec.placeholder(WORDS), spec.placeholder(BY)
    words = _unquoted(quote.text)
    slots = [
        *title_slots(spec, slide),
        Slot(MARK, (flow(spec.placeholder(MARK), rich("“")),), "mark"),
        Slot(WORDS, (flow(holder, words, balance=True),), "words", origin=quote.origin),
    ]
    if source := source_of(quote):
        slots.append(Slot(BY, (flow(by, rich(source)),), "by", origin=quote.origin))
    return place_whole(slide, theme, report, (spec, slots))


def _unquoted(text: RichText) -> RichText:
    """Return the words without the quotation marks round them: the layout draws one, large."""
    words = plain(text)
    is_quoted = len(words) > 2 and words[0] in OPENING and words[-1] in CLOSING
    inner = words[1:-1]
    if is_quoted and not any(mark in inner for mark in OPENING + CLOSING) and len(text) == 1:
        return (Run(inner, text[0].bold, text[0].italic),)
    return text


LAYOUT = SlideLayout("quote", specs, place)
