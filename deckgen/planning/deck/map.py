"""The talk as a mind map, after the agenda: sections and their slides, each node a jump."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.deck import Deck, Item, Slide
from ...model.outline import Outline
from ...model.richtext import plain, rich
from ...plugin import DeckRule
from ...problems import Report
from ._labels import labels_of
from ._richwords import unlinked
from ._sections import in_front, told_sections

FEWEST = 2
SHORT = 14  # characters; a longer point is a sentence, and no leaf


def apply(deck: Deck, outline: Outline, _report: Report) -> Deck:
    """Return the deck with its map, where `deck: {map: true}` asks for one."""
    sections = told_sections(deck)
    if not outline.deck.map or len(sections) < FEWEST:
        return deck
    items = tuple(
        Item(
            rich(section.title),
            items=_leaves(
                section.title, [one for one in deck.slides if one.section == first.section]
            ),
            target=section.key,
            origin=first.origin,
        )
        for section, first in sections
    )
    slide = Slide(
        "map",
        "map",
        rich(labels_of(outline.lang).map),
        items=items,
        label=plain(outline.title),
        reason=f"map: {len(items)} sections, asked for",
        build=outline.deck.build,
        origin=outline.origin,
    )
    return in_front(deck, slide)


def _leaves(title: str, slides: Sequence[Slide]) -> tuple[Item, ...]:
    """Return a section's leaves: its slides by their titles, or one slide's short points."""
    if len(slides) == 1:
        return tuple(
            Item(unlinked(item.title), target=slides[0].key, origin=item.origin)
            for item in slides[0].items
            if len(plain(item.title)) <= SHORT
        )
    first = {plain(slide.title): slide for slide in reversed(slides[1:])}
    named = dict.fromkeys(plain(slide.title) for slide in slides[1:])
    return tuple(
        Item(unlinked(first[name].title), target=first[name].key, origin=first[name].origin)
        for name in named
        if name and name != title
    )


RULE = DeckRule("map", apply)
