"""The last lines of notes: how long a slide may take; on the last slide, what is hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...model.deck import Deck, Slide
from ...model.outline import Outline
from ...model.richtext import Paragraph, Run, plain
from ...model.words import words_of
from ...plugin import DeckRule
from ...problems import Report
from ._labels import labels_of
from ._sections import with_slides


def apply(deck: Deck, outline: Outline, _report: Report) -> Deck:
    """Return the deck with each slide's minutes after the author's notes and the source.

    The closing slide names the hidden ones, each with a jump to it.
    """
    labels, words = labels_of(outline.lang), words_of(outline.lang)
    hidden = [slide for slide in deck.slides if slide.hidden]
    slides = deck.slides
    if hidden:
        spare = Paragraph((Run(labels.appendix + words.colon), *_jumps(hidden)))
        slides = tuple(
            replace(slide, notes=(*slide.notes, spare)) if slide.layout == "closing" else slide
            for slide in slides
        )
    about = labels.about.format(words.minutes)
    return with_slides(deck, (_timed(slide, about) for slide in slides))


def _timed(slide: Slide, about: str) -> Slide:
    if slide.minutes <= 0:
        return slide
    text = about.format(f"{slide.minutes:g}")
    return replace(slide, notes=(*slide.notes, Paragraph((Run(text),))))


def _jumps(slides: Iterable[Slide]) -> Iterator[Run]:
    for number, slide in enumerate(slides):
        if number:
            yield Run(" · ")
        yield Run(plain(slide.title), link=f"#{slide.key}")


RULE = DeckRule("notes", apply)
