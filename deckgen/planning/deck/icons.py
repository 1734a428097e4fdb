"""Icons stand on cards, and on the map: a slide of another kind says that it does not show them."""

from __future__ import annotations

from ...model.deck import Deck
from ...model.outline import Outline
from ...model.richtext import plain
from ...plugin import DeckRule
from ...problems import Report

SHOWING = ("cards", "map")  # a map's slide is not made of the points that have icons


def apply(deck: Deck, _outline: Outline, report: Report) -> Deck:
    """Return the deck as it is; note each slide whose points have icons that it does not show."""
    for slide in deck.slides:
        if slide.layout not in SHOWING and any(item.icon for item in slide.items):
            report.note(
                slide.origin,
                f"'{plain(slide.title)}' is drawn as '{slide.layout}', which shows no icons",
                "write 'layout: cards' to see them; the map has them in any case",
                code="icons-left-out",
            )
    return deck


RULE = DeckRule("icons", apply)
