"""The agenda: three sections or more, numbered, each line a jump to its section.

A list of more than two slides' worth is no overview, so there is none beyond `MOST` sections.
"""

from __future__ import annotations

from dataclasses import replace

from ...model.deck import Deck, Slide
from ...model.outline import Outline
from ...model.richtext import plain, rich
from ...plugin import DeckRule
from ...problems import Report
from ._labels import labels_of
from ._sections import in_front, section_items

FEWEST, MOST = 3, 24
_PAUSES = " ，,、；;：:"
LONGEST = 30  # Han characters of an entry; a line in one column holds a few more


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
            items=tuple(replace(item, title=rich(_short(plain(item.title)))) for item in items),
            reason=f"agenda: {len(items)} sections",
            origin=outline.origin,
        ),
    )


def _short(title: str) -> str:
    """Return an entry that fits a line; the whole title stands on its own slide."""
    width = 0.0
    for place, char in enumerate(title):
        width += 0.5 if char.isascii() else 1
        if width > LONGEST:
            return f"{title[: place - 1].rstrip(_PAUSES)}…"
    return title


RULE = DeckRule("agenda", apply)
