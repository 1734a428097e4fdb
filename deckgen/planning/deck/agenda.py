"""The agenda: three sections or more, numbered, each line a jump to its section."""

from __future__ import annotations

from ...model.deck import Deck, Slide
from ...model.outline import Outline
from ...model.richtext import rich
from ...plugin import DeckRule
from ...problems import Report
from ._labels import labels_of
from ._sections import in_front, section_items

FEWEST = 3


def apply(deck: Deck, outline: Outline, _report: Report) -> Deck:
    """Return the deck with its agenda; the minutes of the sections come with `minutes`."""
    items = section_items(deck)
    if not outline.deck.agenda or len(items) < FEWEST:
        return deck
    return in_front(
        deck,
        Slide(
            "agenda",
            "agenda",
            rich(labels_of(outline.lang).agenda),
            items=items,
            reason=f"agenda: {len(items)} sections",
            origin=outline.origin,
        ),
    )


RULE = DeckRule("agenda", apply)
