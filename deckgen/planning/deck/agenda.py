"""The agenda: three sections or more, numbered, each line a jump to its section.

A list of more than two slides' worth is no overview, so there is none beyond `MOST` sections.
"""

from __future__ import annotations

from ...model.deck import Deck, Slide
from ...model.outline import Outline
from ...model.richtext import rich
from ...plugin import DeckRule
from ...problems import Report
from ._labels import labels_of
from ._sections import in_front, section_items

FEWEST, MOST = 3, 24


def apply(deck: Deck, outline: Outline, report: Report) -> Deck:
    """Return the deck with its agenda; the minutes of the sections come with `minutes`."""
    items = section_items(deck)
    if not outline.deck.agenda or len(items) < FEWEST:
        return deck
    if len(items) > MOST:
        report.note(
            outline.origin,
            f"{len(items)} sections are too many for an agenda, so there is none",
            f"gather them into {MOST} topics or fewer",
            code="agenda-left-out",
        )
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
