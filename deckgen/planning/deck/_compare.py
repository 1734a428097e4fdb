"""Compare: exactly two points that are set against each other."""

from __future__ import annotations

from ...model.deck import Item, Slide
from ...model.richtext import plain
from ._choice import Choice, Recogniser
from ._opposites import are_joined, is_denied, opposites
from ._patterns import versus


def find(slide: Slide) -> Choice | None:
    if len(slide.items) != 2 or not all(_says_something(item) for item in slide.items):
        return None
    one, other = (plain(item.title).strip() for item in slide.items)
    words = opposites(one, other)
    if words:
        return Choice((slide,), "two opposed points '{}' and '{}'".format(*words))
    if is_denied(one, other):
        return Choice((slide,), f"of '{one}' and '{other}' one denies the other")
    sides = versus(slide.title)
    if sides:
        return Choice((slide,), "the title sets '{}' against '{}'".format(*map(plain, sides)))
    if are_joined(plain(slide.title), one, other):
        return Choice((slide,), f"the title names both '{one}' and '{other}'")
    return None


def hold(slide: Slide) -> Choice | None:
    return Choice((slide,), "") if len(slide.items) == 2 else None


def _says_something(side: Item) -> bool:
    return bool(side.gist or side.items)


COMPARE = Recogniser("compare", find, hold, "exactly two points")
