"""Cards: a handful of parallel points, each with a gist or a few short points of its own."""

from __future__ import annotations

from ...model.deck import Item, Slide
from ._choice import Choice, Recogniser
from ._richwords import reach

MOST = 6
SUB_MOST = 4
GIST_LONGEST = 60  # Han characters; more is running text
SUB_LONGEST = 24
BARE_LONGEST = 12  # a title that stands alone on its card


def find(slide: Slide) -> Choice | None:
    count = len(slide.items)
    if not 2 <= count <= MOST:
        return None
    if all(_is_card(item) for item in slide.items):
        return Choice((slide,), f"{count} parallel points with a gist or short points each")
    if all(_is_short(item) for item in slide.items) and count > 2:
        return Choice((slide,), f"{count} parallel points of a few characters")
    return None


def hold(slide: Slide) -> Choice | None:
    return Choice((slide,), "") if len(slide.items) >= 2 else None


def _is_card(item: Item) -> bool:
    if not item.gist and not item.items:
        return bool(item.target)
    return (
        reach(item.gist) <= GIST_LONGEST
        and len(item.items) <= SUB_MOST
        and all(not sub.gist and reach(sub.title) <= SUB_LONGEST for sub in item.items)
    )


def _is_short(item: Item) -> bool:
    return not item.gist and not item.items and reach(item.title) <= BARE_LONGEST


CARDS = Recogniser("cards", find, hold, "two points or more")
