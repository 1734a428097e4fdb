"""Dividers say where we are: every section's title, with its number and a jump to it.

As a list they are items of the divider; as a map they are the items of one item, which is its root.
"""

from __future__ import annotations

from dataclasses import replace

from ...model.deck import Deck, Item
from ...model.outline import Outline
from ...model.richtext import plain, rich
from ...plugin import DeckRule
from ...problems import Report
from ._sections import section_items, with_slides

MOST = 12  # sections; a divider that lists more shows nothing


def apply(deck: Deck, outline: Outline, _report: Report) -> Deck:
    """Return the deck with all sections as items of each divider.

    The section that a divider opens is the item that jumps to it.
    """
    items = section_items(deck)
    if not 2 <= len(items) <= MOST:
        return deck
    options = outline.deck
    if options.dividers == "map" or (options.map and not options.dividers):
        target = "map" if options.map else ""  # the slide of that rule, which is added later
        items = (Item(rich(plain(outline.title)), items=items, target=target),)
    return with_slides(
        deck,
        (
            replace(slide, items=items) if slide.layout == "section" and not slide.items else slide
            for slide in deck.slides
        ),
    )


RULE = DeckRule("dividers", apply)
