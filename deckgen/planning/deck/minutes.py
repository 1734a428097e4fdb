"""Talk time: `talk.minutes` shared out by weight, and a warning when the words need more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model.deck import Deck, Slide
from ...model.outline import Outline
from ...model.richtext import rich
from ...model.words import words_of
from ...plugin import DeckRule
from ...problems import Report
from ._sections import with_slides
from ._spread import CHARACTERS_A_MINUTE, shares, weight

TOLERANCE = 1.1  # nobody speaks at exactly so many characters a minute
_FRAME = frozenset({"title", "reading", "agenda", "takeaways", "closing"})


def apply(deck: Deck, outline: Outline, report: Report) -> Deck:
    """Return the deck with minutes on every slide, and those of its sections on the agenda.

    Minutes that a topic fixes are on its slides already; the others share what is left. Hidden
    slides take no time.
    """
    weights = [0 if slide.hidden else weight(slide) for slide in deck.slides]
    told = tuple(_timed(deck.slides, weights, outline.talk.minutes))
    _warn(deck.slides, weights, outline, report)
    return with_slides(deck, _on_agenda(told, outline))


def _timed(slides: tuple[Slide, ...], weights: list[int], minutes: float) -> Iterator[Slide]:
    left = minutes - sum(slide.minutes for slide in slides)
    open_places = [place for place, slide in enumerate(slides) if _is_open(slide)]
    needed = {
        place: max(0.1, round(weights[place] / CHARACTERS_A_MINUTE, 1)) for place in open_places
    }
    times = needed if not minutes else {}
    if minutes and sum(needed.values()) < left:  # time to spare goes to what has been said
        times = {place: needed[place] for place in open_places if slides[place].layout in _FRAME}
        left -= sum(times.values())
    rest = [place for place in open_places if place not in times]
    times = times | dict(zip(rest, shares(left, [weights[place] for place in rest]), strict=True))
    for place, slide in enumerate(slides):
        yield replace(slide, minutes=round(times.get(place, slide.minutes), 1))


def _warn(slides: tuple[Slide, ...], weights: list[int], outline: Outline, report: Report) -> None:
    talk = outline.talk.minutes
    if not talk:
        return
    needed = sum(weights) / CHARACTERS_A_MINUTE
    if needed > talk * TOLERANCE:
        report.warn(
            outline.origin,
            f"the words need about {needed:.0f} minutes, and the talk has {talk:g} "
            f"({sum(weights)} characters at {CHARACTERS_A_MINUTE} a minute)",
            f"shorten notes or points, or set 'talk: {{minutes: {needed:.0f}}}'",
            code="talk-too-short",
        )
    fixed = sum(slide.minutes for slide in slides)
    timeless = [slide for slide in slides if _is_open(slide) and slide.layout not in _FRAME]
    if fixed > talk or (fixed >= talk and timeless):
        report.warn(
            outline.origin,
            f"the topics' own minutes come to {fixed:g}, and the talk has {talk:g}",
            f"lower 'minutes' of topics, or set 'talk: {{minutes: {fixed:.0f}}}'",
            code="minutes-differ",
        )


def _is_open(slide: Slide) -> bool:
    """Tell whether a slide takes time, and nobody has said yet how much."""
    return slide.minutes <= 0 and not slide.hidden


def _on_agenda(slides: tuple[Slide, ...], outline: Outline) -> Iterator[Slide]:
    sums: dict[int, float] = {}
    first: dict[str, int] = {}
    for slide in slides:
        sums[slide.section] = sums.get(slide.section, 0) + slide.minutes
        first[slide.key] = slide.section
    words = words_of(outline.lang).minutes
    for slide in slides:
        if slide.layout != "agenda" or slide.key != "agenda":
            yield slide
            continue
        items = tuple(
            replace(item, gist=rich(words.format(max(1, round(sums[first[item.target]])))))
            for item in slide.items
        )
        yield replace(slide, items=items)


RULE = DeckRule("minutes", apply)
