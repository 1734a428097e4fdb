"""Outline in, deck out: what each slide will say, and why it looks the way it does.

`plan_deck` tells the cover and the topics as slides with their layout still open, then hands the
deck through the rules. Nothing here knows of inches, fonts or colours' values.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...model.deck import Deck, Item, Properties, Section, Slide
from ...model.outline import Outline, walk
from ...model.richtext import Paragraph, plain, rich
from ...model.words import words_of
from ...plugin import DeckRule
from ...problems import Report
from ._labels import Labels, book_name, labels_of
from ._links import resolve_links
from ._sections import FRONT, with_slides
from ._topics import tell_topics


def plan_deck(outline: Outline, rules: Sequence[DeckRule], report: Report) -> Deck:
    """Plan the deck of an outline.

    The rules apply in the order given (`_order.ORDER` for the built-in ones). Findings that the
    author should know of, such as words that find no time, go to the report.
    """
    labels = labels_of(outline.lang)
    telling = tell_topics(outline, report)
    slides = resolve_links(telling.slides, telling.shown)
    front = Section(labels.opening, FRONT, 0)
    deck = with_slides(
        Deck(
            (),
            (front, *telling.sections),
            _properties(outline),
            outline.deck.aspect,
        ),
        (_cover(outline, labels), *slides),
    )
    for rule in rules:
        deck = rule.apply(deck, outline, report)
    return deck


def _cover(outline: Outline, labels: Labels) -> Slide:
    said = plain(outline.title) + plain(outline.subtitle)
    book = "" if outline.book.title in said else book_name(outline.book.title, labels)
    facts = ((labels.author, outline.author), (labels.date, outline.date), (labels.book, book))
    notes = outline.notes
    if outline.talk.audience:
        audience = f"{labels.audience}{words_of(outline.lang).colon}{outline.talk.audience}"
        notes = (*notes, Paragraph(rich(audience)))
    return Slide(
        "cover",
        "title",
        outline.title,
        outline.subtitle,
        tuple(Item(rich(value), label=label) for label, value in facts if value),
        notes=notes,
        reason="title: the outline itself",
        origin=outline.origin,
    )


def _properties(outline: Outline) -> Properties:
    tags = dict.fromkeys(tag for topic, _ in walk(outline.topics) for tag in topic.tags)
    labels = labels_of(outline.lang)
    return Properties(
        plain(outline.title),
        outline.author,
        plain(outline.subtitle) or book_name(outline.book.title, labels),
        ", ".join(tags),
        outline.lang,
        outline.date,
    )
