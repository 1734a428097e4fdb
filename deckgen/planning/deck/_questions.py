"""Questions: 讨论, 思考, 提问, or points that all ask.

A point asks by its mark, or by its words where another has the mark or the title says 疑问.
"""

from __future__ import annotations

from dataclasses import replace

from ...model.deck import Item, Slide
from ...model.richtext import RichText, plain
from ._choice import Choice, Recogniser
from ._patterns import is_asked, is_asked_in_words, is_doubt, is_questions


def find(slide: Slide) -> Choice | None:
    if is_questions(slide.title) and slide.items:
        return Choice((slide,), f"the title is '{plain(slide.title)}'")
    if is_questions(slide.title) and is_asked(slide.lead):
        return hold(slide)
    if len(slide.items) >= 2 and _all_ask(slide):
        return Choice((slide,), f"all {len(slide.items)} points are questions")
    return None


def hold(slide: Slide) -> Choice | None:
    if slide.items:
        return Choice((slide,), "")
    if slide.lead:
        asked = replace(slide, lead=(), items=(Item(slide.lead, origin=slide.origin),))
        return Choice((asked,), "the gist is a question")
    return None


def _all_ask(slide: Slide) -> bool:
    marked = [is_asked(_last(item)) for item in slide.items]
    if not any(marked) and not is_doubt(slide.title):
        return False
    told = zip(marked, slide.items, strict=True)
    return all(has_mark or is_asked_in_words(_last(item)) for has_mark, item in told)


def _last(item: Item) -> RichText:
    return item.gist or item.title


QUESTIONS = Recogniser("questions", find, hold, "a question at least")
