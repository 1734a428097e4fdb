"""Topics as parts of a slide: items on it, paragraphs in its notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model.deck import Item
from ...model.outline import Topic
from ...model.richtext import Paragraph, RichText, Run, rich
from ._asides import Asides


def points_of(topic: Topic) -> tuple[Topic, ...]:
    """Return the points that the talk tells: not those for the map alone, nor the appendix."""
    if all(is_told(point) for point in topic.points):
        return topic.points
    return tuple(point for point in topic.points if is_told(point))


def is_told(topic: Topic) -> bool:
    """Tell whether a topic is part of the talk: neither for the map alone nor in the appendix."""
    return topic.only != "map" and not topic.appendix


def told(topics: tuple[Topic, ...]) -> Iterator[Topic]:
    """Yield every topic that the deck may tell, in reading order: not those for the map."""
    stack = list(reversed(topics))
    while stack:
        topic = stack.pop()
        if topic.only != "map":
            yield topic
            stack.extend(reversed(topic.points))


def item_of(topic: Topic, depth: int = 1, target: str = "") -> Item:
    """Return a topic as an item with `depth` levels of items under it (0 to 2)."""
    subs = points_of(topic) if depth else ()
    return Item(
        topic.title,
        topic.gist,
        tuple(item_of(point, depth - 1) for point in subs),
        target=target,
        link=topic.link,
        icon=topic.icon,
        origin=topic.origin,
    )


def folded_notes(points: Iterator[Topic], asides: Asides) -> tuple[Paragraph, ...]:
    """Return the notes of points that have no slide of their own, under their titles."""
    return tuple(
        paragraph
        for point in points
        for paragraph in _under(
            point.title, (*point.notes, *asides.notes_on(point)), asides.words.colon
        )
    )


def _under(title: RichText, notes: tuple[Paragraph, ...], colon: str) -> tuple[Paragraph, ...]:
    if not notes:
        return ()
    mark = colon.rstrip()
    head = (*(replace(run, bold=True, link="") for run in title), Run(mark))
    if notes[0].is_item:
        return (Paragraph(head), *notes)
    return (Paragraph((*head, *rich(colon[len(mark) :]), *notes[0].runs)), *notes[1:])
