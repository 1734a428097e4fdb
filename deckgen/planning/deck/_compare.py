"""Compare: exactly two points that are set against each other."""

from __future__ import annotations

from ...model.deck import Item, Slide
from ...model.richtext import plain
from ._choice import Choice, Recogniser
from ._patterns import opposites, versus


def find(slide: Slide) -> Choice | None:
    if len(slide.items) != 2 or not all(_says_something(item) for item in slide.items):
        return None
    words = opposites(*(plain(item.title) for item in slide.items))
    if words:
        return Choice((slide,), "two opposed points '{}' and '{}'".format(*words))
    sides = versus(slide.title)
    if sides:
        return Choice((slide,), "the title sets '{}' against '{}'".format(*map(plain, sides)))
    return None


def hold(slide: Slide) -> Choice | None:
    return Choice((slide,), "") if len(slide.items) == 2 else None


def _says_something(side: Item) -> bool:
    return bool(side.gist or side.items)


COMPARE = Recogniser("compare", find, hold, "exactly two points")
