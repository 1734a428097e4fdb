"""Deck.sections kept true while slides come and go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...model.deck import Deck, Item, Section, Slide
from ...model.richtext import rich
from ._ordinal import are_numbered, parted

FRONT, ENDING, APPENDIX = "front", "ending", "appendix"  # keys of the planner's own sections
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
    """Add a slide to the section that ends the talk, and that section when there is none.

    Only the appendix comes after it.
    """
    told = [known for known in deck.slides if not known.hidden]
    hidden = [known for known in deck.slides if known.hidden]
    place = next((i for i, one in enumerate(deck.sections) if one.key == ENDING), -1)
    if place < 0:
        place = len(deck.sections) - bool(hidden)
        before, after = deck.sections[:place], deck.sections[place:]
        deck = replace(deck, sections=(*before, Section(title, ENDING, len(told)), *after))
        hidden = [replace(known, section=place + 1) for known in hidden]
    return with_slides(deck, (*told, replace(slide, section=place), *hidden))


def told_sections(deck: Deck) -> list[tuple[Section, Slide]]:
    """Return the outline's own sections, each with its first slide."""
    return [
        (section, deck.slides[section.first])
        for section in deck.sections
        if section.key not in (FRONT, ENDING, APPENDIX)
    ]


def section_items(deck: Deck) -> tuple[Item, ...]:
    """Return the outline's own sections as numbered items, each with a jump to its start.

    Numbers that the author has given are the labels; then sections without have none.
    """
    sections = told_sections(deck)
    titles = [section.title for section, _ in sections]
    told = [(f"{number:02}", title) for number, title in enumerate(titles, 1)]
    if are_numbered(titles):
        told = parted(titles)
    return tuple(
        Item(rich(title), label=label, target=section.key, origin=first.origin)
        for (label, title), (section, first) in zip(told, sections, strict=True)
    )
