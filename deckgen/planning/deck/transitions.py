"""How a slide gives way to the next: alike all through, but a new section its own way."""

from __future__ import annotations

from dataclasses import replace

from ...model.deck import Deck, Slide
from ...model.outline import Outline
from ...plugin import DeckRule
from ...problems import Report
from ._sections import with_slides

NONE = "none"
ON_DIVIDER = {"fade": "push", "push": "rise"}  # the page is turned; it rises from below


def apply(deck: Deck, outline: Outline, _report: Report) -> Deck:
    """Return the deck with the transition that the outline asks for on every slide, or on none."""
    wanted = outline.deck.transition
    if wanted == NONE:
        return deck
    return with_slides(
        deck, (replace(slide, transition=_onto(slide, wanted)) for slide in deck.slides)
    )


def _onto(slide: Slide, wanted: str) -> str:
    return ON_DIVIDER[wanted] if slide.layout == "section" else wanted


RULE = DeckRule("transitions", apply)
