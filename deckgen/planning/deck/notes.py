"""The last line of a slide's notes: how long it may take."""

from __future__ import annotations

from dataclasses import replace

from ...model.deck import Deck, Slide
from ...model.outline import Outline
from ...model.richtext import Paragraph, rich
from ...plugin import DeckRule
from ...problems import Report
from ._labels import Labels, labels_of
from ._sections import with_slides


def apply(deck: Deck, outline: Outline, _report: Report) -> Deck:
    """Return the deck with each slide's minutes after the author's notes and the source."""
    labels = labels_of(outline.lang)
    return with_slides(deck, (_timed(slide, labels) for slide in deck.slides))


def _timed(slide: Slide, labels: Labels) -> Slide:
    if slide.minutes <= 0:
        return slide
    text = labels.about.format(labels.minutes.format(f"{slide.minutes:g}"))
    return replace(slide, notes=(*slide.notes, Paragraph(rich(text))))


RULE = DeckRule("notes", apply)
