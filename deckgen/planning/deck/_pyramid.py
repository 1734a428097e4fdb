"""Pyramid: two to six points under a title that ends with 金字塔, 层次, 层级, pyramid or hierarchy.

The first point stands on top. 金字塔尖 and 金字塔原理 are no pyramids of their points.
"""

from __future__ import annotations

import re

from ...model.deck import Item, Slide
from ...model.regex import regex
from ...model.richtext import plain
from ._choice import Choice, Recogniser
from ._richwords import reach

LEAST, MOST = 2, 6
NAME_LONGEST = 12
SUB_MOST = 3
_PYRAMID = regex(
    r"(?:(?:金字塔|(?<!深)层次|层级|(?<![一1])[个大]?[两三四五六2-6][个大]?层(?:次|级)?)"
    r"(?:模型|结构|图|论|理论)?|\b(?:pyramid|hierarchy)(?:\s+of\s+[\w ]{2,20})?"
    r"|\b(?:two|three|four|five|six|[2-6])\s+(?:levels|layers|tiers)(?:\s+of\s+[\w ]{2,20})?)$",
    re.IGNORECASE,
)
_SIGHTS = regex(r"埃及|胡夫|吉萨|玛雅|egypt|giza", re.IGNORECASE)  # those of stone


def find(slide: Slide) -> Choice | None:
    found = _PYRAMID.search(plain(slide.title).strip())
    if (
        found
        and not _SIGHTS.search(plain(slide.title))
        and LEAST <= len(slide.items) <= MOST
        and all(map(_is_level, slide.items))
    ):
        return Choice((slide,), f"{len(slide.items)} points, and the title says '{found[0]}'")
    return None


def hold(slide: Slide) -> Choice | None:
    return Choice((slide,), "") if len(slide.items) >= LEAST else None


def _is_level(item: Item) -> bool:
    return reach(item.title) <= NAME_LONGEST and len(item.items) <= SUB_MOST


PYRAMID = Recogniser("pyramid", find, hold, "two points or more")
