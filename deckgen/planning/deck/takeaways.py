"""Takeaways at the end: the gist of every section, three sections or more."""

from __future__ import annotations

from dataclasses import replace

from ...model.deck import Deck, Slide
from ...model.outline import Outline
from ...model.regex import regex
from ...model.richtext import RichText, rich
from ...plugin import DeckRule
from ...problems import Report
from ._labels import labels_of
from ._ordinal import are_numbered
from ._richwords import cut, mask, reach, unlinked
from ._sections import at_end, section_items, told_sections

FEWEST = 3
LONGEST = 60  # Han characters; a longer gist was told on its slide, and is no point to remember
_END = regex(r"[。！？!?；;]+[”」』）)]*|(?<=[a-z0-9])\.(?=\s)")


def apply(deck: Deck, outline: Outline, _report: Report) -> Deck:
    """Return the deck with its takeaways; a section without a gist leaves nothing to take.

    Where fewer than half of them have one, there is no such slide.
    """
    topics = {
        f"{mark}{place}": topic for place, topic in enumerate(outline.topics, 1) for mark in "st"
    }  # by the key of a section's first slide: its divider, or its own
    sections = section_items(deck)
    items = tuple(
        replace(item, gist=_point(topic.gist), origin=topic.origin)
        for item in sections
        if (topic := topics.get(item.target)) and topic.gist
    )
    if not are_numbered(section.title for section, _ in told_sections(deck)):
        items = tuple(replace(item, label=f"{n:02}") for n, item in enumerate(items, 1))
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


def _point(gist: RichText) -> RichText:
    """Return what is taken away of a gist: all, its first sentence, or nothing of a long one."""
    point = unlinked(gist)
    if reach(point) <= LONGEST:
        return point
    end = _END.search(mask(point))
    first = cut(point, 0, end.end()) if end else ()
    return first if reach(first) <= LONGEST else ()


RULE = DeckRule("takeaways", apply)
