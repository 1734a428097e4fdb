"""Questions: 讨论, 思考, 提问, or points that all ask."""

from __future__ import annotations

from dataclasses import replace

from ...model.deck import Item, Slide
from ...model.richtext import plain
from ._choice import Choice, Recogniser
from ._patterns import is_asked, is_questions


def find(slide: Slide) -> Choice | None:
    if is_questions(slide.title) and slide.items:
        return Choice((slide,), f"the title is '{plain(slide.title)}'")
    if is_questions(slide.title) and is_asked(slide.lead):
        return hold(slide)
    if len(slide.items) >= 2 and all(_asks(item) for item in slide.items):
        return Choice((slide,), f"all {len(slide.items)} points are questions")
    return None


def hold(slide: Slide) -> Choice | None:
    if slide.items:
        return Choice((slide,), "")
    if slide.lead:
        asked = replace(slide, lead=(), items=(Item(slide.lead, origin=slide.origin),))
        return Choice((asked,), "the gist is a question")
    return None


def _asks(item: Item) -> bool:
    return is_asked(item.gist or item.title)


QUESTIONS = Recogniser("questions", find, hold, "a question at least")
