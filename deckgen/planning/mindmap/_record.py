"""Who made the outline, from which book, how it was read: the map's description, a line each."""

from __future__ import annotations

from ...model.outline import Outline

SEPARATOR = " · "


def record_of(outline: Outline) -> str:
    """Return the head matter that has no node of its own."""
    book, reading, talk = outline.book, outline.reading, outline.talk
    title = f"《{book.title}》" if book.title and "《" not in book.title else book.title
    lines = (
        (outline.author, outline.date),
        (title, book.author, book.publisher, _pages(book.pages)),
        (reading.date, reading.time, _minutes(reading.minutes), reading.method, reading.goal),
        (talk.audience, outline.contact),
    )
    return "\n".join(SEPARATOR.join(filter(None, line)) for line in lines if any(line))


def _pages(pages: str) -> str:
    return f"p. {pages}" if pages and pages[0].isdigit() else pages


def _minutes(minutes: float) -> str:
    return f"{minutes:g} min" if minutes else ""
