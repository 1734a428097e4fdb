"""Quote: somebody's words, as the field `quote` or written “…”——某人.

A gist in quotation marks from end to end is one, too; who says it is the title's to tell.
"""

from __future__ import annotations

from dataclasses import replace

from ...model.deck import Slide
from ...model.outline import Quote
from ...model.richtext import RichText
from ._choice import Choice, Recogniser
from ._patterns import is_said, quoted
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
    whose = f"words of '{quote.by}'" if quote.by else "the gist stands"
    return Choice((made,), f"{whose} in quotation marks")


def hold(slide: Slide) -> Choice | None:
    found = find(slide)
    if found or slide.items or not slide.lead:
        return found
    said = Quote(slide.lead, origin=slide.origin)
    return Choice((replace(slide, lead=(), exhibits=(said,)),), "")


def _read(text: RichText, slide: Slide) -> Quote | None:
    found = quoted(text)
    if not found:
        said = bool(slide.lead) and is_said(text)
        return Quote(text, origin=slide.origin) if said else None
    return Quote(cut(text, *found.span("text")), by=found["by"].strip(), origin=slide.origin)


QUOTE = Recogniser("quote", find, hold, "a quotation and no points")
