"""Quote: somebody's words, as the field `quote` or written “…”——某人."""

from __future__ import annotations

from dataclasses import replace

from ...model.deck import Slide
from ...model.outline import Quote
from ...model.richtext import RichText
from ._choice import Choice, Recogniser
from ._patterns import quoted
from ._richwords import cut


def find(slide: Slide) -> Choice | None:
    if any(isinstance(exhibit, Quote) for exhibit in slide.exhibits):
        return Choice((slide,), "it holds a quotation")
    if slide.items:
        return None
    quote = _read(slide.lead or slide.title, slide)
    if not quote:
        return None
    title = slide.title if slide.lead else ()
    made = replace(slide, title=title, lead=(), exhibits=(quote,))
    return Choice((made,), f"words of '{quote.by}' in quotation marks")


def hold(slide: Slide) -> Choice | None:
    found = find(slide)
    if found or slide.items or not slide.lead:
        return found
    said = Quote(slide.lead, origin=slide.origin)
    return Choice((replace(slide, lead=(), exhibits=(said,)),), "")


def _read(text: RichText, slide: Slide) -> Quote | None:
    found = quoted(text)
    if not found:
        return None
    return Quote(cut(text, *found.span("text")), by=found["by"].strip(), origin=slide.origin)


QUOTE = Recogniser("quote", find, hold, "a quotation and no points")
