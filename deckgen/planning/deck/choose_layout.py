"""Choose each slide's layout: the author's word first, else the first recogniser that knows it.

The reason is kept on the slide and told by `deckgen plan`. A layout that was asked for and
cannot hold what the slide says is a warning, and the choice is made as if none was asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model.deck import Deck, Slide
from ...model.outline import Outline, Quote
from ...model.richtext import RichText, plain, rich
from ...plugin import DeckRule
from ...problems import Report
from ._recognisers import RECOGNISERS, recognise
from ._sections import with_slides

ASKED = "set in the outline"
_BY_NAME = {recogniser.layout: recogniser for recogniser in RECOGNISERS}


def apply(deck: Deck, _outline: Outline, report: Report) -> Deck:
    """Return the deck with every layout settled; a slide may become two."""
    titles = [section.title for section in deck.sections]
    return with_slides(
        deck,
        (
            chosen
            if chosen.title
            else replace(chosen, title=_name(chosen, titles[max(slide.section, 0)]))
            for slide in deck.slides
            for chosen in _settle(slide, report)
        ),
    )


def _name(slide: Slide, section: str) -> RichText:
    """Return the title of a slide without one: its section's, or a speaker whose words that are."""
    quotes = [one for one in slide.exhibits if isinstance(one, Quote)]
    if quotes and quotes[0].by and plain(quotes[0].text) in section:
        return rich(quotes[0].by)
    return rich(section)


def _settle(slide: Slide, report: Report) -> Iterator[Slide]:
    if slide.layout != "auto":
        yield from _as_asked(slide, report)
        return
    layout, choice = recognise(slide)
    first, *others = choice.slides
    yield replace(first, layout=layout, reason=f"{layout}: {choice.reason}")
    for other in others:
        yield from _settle(other, report)


def _as_asked(slide: Slide, report: Report) -> Iterator[Slide]:
    recogniser = _BY_NAME.get(slide.layout)
    if slide.reason or recogniser is None:
        yield replace(slide, reason=slide.reason or f"{slide.layout}: {ASKED}")
        return
    choice = recogniser.hold(slide)
    if choice is None:
        count = len(slide.items)
        report.warn(
            slide.origin,
            f"layout '{slide.layout}' needs {recogniser.needs}, and "
            f"'{plain(slide.title)}' has {count or 'no'} point{'' if count == 1 else 's'}",
            "change the points, or leave 'layout' out and one that fits is chosen",
            code="layout-changed",
        )
        yield from _settle(replace(slide, layout="auto"), report)
        return
    first, *others = choice.slides
    yield replace(first, layout=slide.layout, reason=f"{slide.layout}: {ASKED}")
    for other in others:
        yield from _settle(replace(other, layout="auto"), report)


RULE = DeckRule("choose_layout", apply)
