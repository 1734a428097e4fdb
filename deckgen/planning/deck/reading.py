"""The reading record: which book, and how it was read."""

from __future__ import annotations

from ...model.deck import Deck, Item, Slide
from ...model.origin import NOWHERE, Origin
from ...model.outline import Book, Outline, Reading
from ...model.richtext import rich
from ...model.words import Words, time_name, words_of
from ...plugin import DeckRule
from ...problems import Report
from ._labels import Labels, book_name, labels_of
from ._sections import in_front


def apply(deck: Deck, outline: Outline, _report: Report) -> Deck:
    """Return the deck with a reading slide when there is more to tell than a book's title."""
    labels = labels_of(outline.lang)
    book, reading = outline.book, outline.reading
    how = _how(reading, labels, words_of(outline.lang))
    about = _about(book, labels)
    if not how and not any((book.author, book.publisher, book.pages)):
        return deck
    origin = _first(book.origin, reading.origin, outline.origin)
    slide = Slide(
        "reading",
        "reading",
        rich(labels.reading if how else labels.about_book),
        items=tuple(
            Item(rich(label), rich(value), origin=origin) for label, value in (*about, *how)
        ),
        reason="reading: 'reading' is given" if how else "reading: 'book' tells more than a title",
        origin=origin,
    )
    return in_front(deck, slide)


def _about(book: Book, labels: Labels) -> tuple[tuple[str, str], ...]:
    facts = (
        (labels.book, book_name(book.title, labels)),
        (labels.writer, book.author),
        (labels.publisher, book.publisher),
        (labels.pages, book.pages),
    )
    return tuple(fact for fact in facts if fact[1])


def _how(reading: Reading, labels: Labels, words: Words) -> tuple[tuple[str, str], ...]:
    facts = (
        (labels.read_at, " ".join(word for word in (reading.date, reading.time) if word)),
        (labels.spent, time_name(reading.minutes, words)),
        (labels.method, reading.method),
        (labels.goal, reading.goal),
    )
    return tuple(fact for fact in facts if fact[1])


def _first(*origins: Origin) -> Origin:
    return next((origin for origin in origins if origin != NOWHERE), NOWHERE)


RULE = DeckRule("reading", apply)
