"""Who made the outline, from which book, how it was read: the map's description, a line each."""

from __future__ import annotations

from ...model.outline import Outline
from ...model.words import page_name, time_name, words_of

SEPARATOR = " · "


def record_of(outline: Outline) -> str:
    """Return the head matter that has no node of its own."""
    words = words_of(outline.lang)
    book, reading, talk = outline.book, outline.reading, outline.talk
    spent = time_name(reading.minutes, words)
    title = f"《{book.title}》" if book.title and "《" not in book.title else book.title
    lines = (
        (outline.author, outline.date),
        (title, book.author, book.publisher, page_name(book.pages, words)),
        (reading.date, reading.time, spent, reading.method, reading.goal),
        (talk.audience, outline.contact),
    )
    return "\n".join(SEPARATOR.join(filter(None, line)) for line in lines if any(line))
