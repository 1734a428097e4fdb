"""Deck.sections kept true while slides come and go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...model.deck import Deck, Item, Section, Slide
from ...model.richtext import rich

TITLED_BY_ITSELF = frozenset({"title", "section", "closing"})


def with_slides(deck: Deck, slides: Iterable[Slide]) -> Deck:
    """Return the deck with other slides, its sections' first slides counted anew.

    A slide's section is an index into `deck.sections`; -1, before the outline's own, counts
    as the first. Slides of one section stand together, in the order of the sections.
    """
    told = tuple(slides)
    firsts: dict[int, int] = {}
    for place, slide in enumerate(told):
        firsts.setdefault(max(slide.section, 0), place)
    sections = tuple(
        replace(section, first=firsts.get(index, len(told)))
        for index, section in enumerate(deck.sections)
    )
    return replace(deck, slides=told, sections=sections)


def in_front(deck: Deck, slide: Slide) -> Deck:
    """Add a slide after those that stand before the outline's own."""
    count = sum(1 for known in deck.slides if known.section < 0)
    return with_slides(deck, (*deck.slides[:count], slide, *deck.slides[count:]))


def at_end(deck: Deck, slide: Slide, title: str) -> Deck:
    """Add a slide to the section that ends the deck, and that section when there is none."""
    if not deck.sections or deck.sections[-1].key != "ending":
        ending = Section(title, "ending", len(deck.slides))
        deck = replace(deck, sections=(*deck.sections, ending))
    slide = replace(slide, section=len(deck.sections) - 1)
    return with_slides(deck, (*deck.slides, slide))


def told_sections(deck: Deck) -> list[tuple[Section, Slide]]:
    """Return the outline's own sections, each with its first slide."""
    return [
        (section, deck.slides[section.first])
        for section in deck.sections
        if section.key not in ("front", "ending")
    ]


def section_items(deck: Deck) -> tuple[Item, ...]:
    """Return the outline's own sections as numbered items, each with a jump to its start."""
    return tuple(
        Item(rich(section.title), label=f"{number:02}", target=section.key, origin=first.origin)
        for number, (section, first) in enumerate(told_sections(deck), 1)
    )
