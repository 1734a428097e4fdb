"""The last slide: thanks, the book, and how to reach the speaker."""

from __future__ import annotations

from ...model.deck import Deck, Item, Slide
from ...model.outline import Outline
from ...model.richtext import rich
from ...plugin import DeckRule
from ...problems import Report
from ._labels import book_name, labels_of
from ._sections import at_end


def apply(deck: Deck, outline: Outline, _report: Report) -> Deck:
    """Return the deck with its closing slide."""
    labels = labels_of(outline.lang)
    book = book_name(outline.book.title, labels)
    items = []
    if outline.contact:
        items.append(Item(rich(outline.contact), label=labels.contact, origin=outline.origin))
    if outline.link:
        items.append(
            Item(rich(outline.link), label=labels.link, link=outline.link, origin=outline.origin)
        )
    lead = labels.discuss + (book if book.startswith("《") else "")
    slide = Slide(
        "closing",
        "closing",
        rich(labels.thanks),
        rich(lead),
        tuple(items),
        reason="closing: the end of the talk",
        origin=outline.origin,
    )
    return at_end(deck, slide, labels.ending)


RULE = DeckRule("closing", apply)
