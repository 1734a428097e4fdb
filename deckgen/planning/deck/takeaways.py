"""Takeaways at the end: the gist of every section, three sections or more."""

from __future__ import annotations

from ...model.deck import Deck, Item, Slide
from ...model.outline import Outline
from ...model.richtext import rich
from ...plugin import DeckRule
from ...problems import Report
from ._items import is_told
from ._labels import labels_of
from ._richwords import unlinked
from ._sections import at_end, told_sections

FEWEST = 3


def apply(deck: Deck, outline: Outline, _report: Report) -> Deck:
    """Return the deck with its takeaways; a section without a gist leaves nothing to take.

    Where fewer than half of them have one, there is no such slide.
    """
    told = [topic for topic in outline.topics if is_told(topic)]
    sections = told_sections(deck)
    items = tuple(
        Item(rich(section.title), unlinked(topic.gist), target=section.key, origin=topic.origin)
        for topic, (section, _) in zip(told, sections, strict=False)
        if topic.gist
    )
    if len(sections) < FEWEST or 2 * len(items) < max(len(sections), FEWEST):
        return deck
    labels = labels_of(outline.lang)
    slide = Slide(
        "takeaways",
        "takeaways",
        rich(labels.takeaways),
        items=items,
        reason=f"takeaways: the gists of {len(items)} sections",
        build=outline.deck.build,
        origin=outline.origin,
    )
    return at_end(deck, slide, labels.ending)


RULE = DeckRule("takeaways", apply)
