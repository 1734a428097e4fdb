"""The last slide: thanks, the book, and how to reach the speaker.

A long address is shown as far as a glance goes; whole it is in the link, and in the notes.
"""

from __future__ import annotations

from ...model.deck import Deck, Item, Slide
from ...model.outline import Outline
from ...model.richtext import Paragraph, Run, rich
from ...model.words import words_of
from ...plugin import DeckRule
from ...problems import Report
from ._labels import book_name, labels_of
from ._sections import at_end

MOST = 36  # characters of an address; nobody copies a longer one from a screen


def apply(deck: Deck, outline: Outline, _report: Report) -> Deck:
    """Return the deck with its closing slide."""
    labels = labels_of(outline.lang)
    book = book_name(outline.book.title, labels)
    items, notes = [], []
    if outline.contact:
        items.append(Item(rich(outline.contact), label=labels.contact, origin=outline.origin))
    if outline.link:
        shown = short_address(outline.link)
        items.append(Item(rich(shown), label=labels.link, link=outline.link, origin=outline.origin))
        if shown != outline.link:
            whole = Run(outline.link, link=outline.link)
            notes.append(Paragraph((*rich(f"{labels.link}{words_of(outline.lang).colon}"), whole)))
    lead = labels.discuss + (book if book.startswith("《") else "")
    slide = Slide(
        "closing",
        "closing",
        rich(labels.thanks),
        rich(lead),
        tuple(items),
        notes=tuple(notes),
        reason="closing: the end of the talk",
        origin=outline.origin,
    )
    return at_end(deck, slide, labels.ending)


def short_address(address: str) -> str:
    """Return an address as it is shown: a long one without its scheme, cut at a slash.

    >>> short_address("https://example.com/notes")
    'https://example.com/notes'
    >>> short_address("https://example.com/talks/2026/participation/and-more/slides.html")
    'example.com/talks/2026/…'
    """
    if len(address) <= MOST:
        return address
    bare = address.partition("://")[2] or address
    if len(bare) <= MOST:
        return bare
    kept = bare[: MOST - 1]
    slash = kept.rfind("/")
    return f"{kept[: slash + 1] if slash > MOST // 2 else kept}…"


RULE = DeckRule("closing", apply)
