"""Problem: 痛点 and what is done about it, pair by pair.

Recognised are two points such as 痛点 and 做法 with as many points each (or a sentence each), and
a title that names both (痛点与对策, 问题和解决办法) over points that have a text: the point is the
problem, its text the remedy.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...model.deck import Item, Slide
from ...model.regex import regex
from ...model.richtext import plain, rich
from ._choice import Choice, Recogniser

_PROBLEM = (
    r"(?:痛点|问题|难题|困难|困局|困境|瓶颈|障碍|毛病|症状|现象|现状"
    r"|pain\s+points?|pains?|problems?|challenges?)"
)
_REMEDY = (
    r"(?:解决之道|解决方案|解决办法|解决方法|解决|方案|做法|对策|办法|药方|解法|应对"
    r"|破局|破解|出路|举措"
    r"|solutions?|remed(?:y|ies)|cures?)"
)
_IS_PROBLEM = regex(rf"^.{{0,6}}{_PROBLEM}$|^{_PROBLEM}(?![a-z])", re.IGNORECASE)
_IS_REMEDY = regex(rf"^.{{0,6}}{_REMEDY}$|^{_REMEDY}(?![a-z])", re.IGNORECASE)
_BOTH = regex(
    rf"(?P<one>{_PROBLEM})(?:\s*+(?:与|和|及|、|—+|-+>?|→|/|vs\.?|and|&)|\s)\s*+"
    rf"(?P<other>\S{{0,4}}?{_REMEDY})$",
    re.IGNORECASE,
)
MOST_PAIRS = 10


def find(slide: Slide) -> Choice | None:
    if len(slide.items) == 2 and _are_sides(*slide.items):
        names = tuple(plain(item.title) for item in slide.items)
        return Choice((slide,), "'{}' answered by '{}', pair by pair".format(*names))
    found = _BOTH.search(plain(slide.title))
    if found and 2 <= len(slide.items) <= MOST_PAIRS and all(map(_is_answered, slide.items)):
        reason = f"{len(slide.items)} problems, each with its remedy"
        return Choice((_turned(slide, found),), reason)
    return None


def hold(slide: Slide) -> Choice | None:
    found = find(slide)
    if found or len(slide.items) != 2:
        return found
    return Choice((slide,), "") if _match(*slide.items) else None


def _are_sides(one: Item, other: Item) -> bool:
    words = plain(one.title).strip(), plain(other.title).strip()
    return bool(
        _IS_PROBLEM.search(words[0])
        and _IS_REMEDY.search(words[1])
        and not _IS_REMEDY.search(words[0])
        and _match(one, other)
    )


def _match(one: Item, other: Item) -> bool:
    """Tell whether both sides say as much: a sentence each, as many points each, or both."""
    alike = bool(one.gist) == bool(other.gist) and len(one.items) == len(other.items)
    return alike and bool(one.gist or one.items)


def _is_answered(item: Item) -> bool:
    return bool(item.gist) and not item.items


def _turned(slide: Slide, found: re.Match[str]) -> Slide:
    """Gather the problems on one side and their remedies on the other."""
    problems = tuple(replace(item, gist=()) for item in slide.items)
    remedies = tuple(Item(item.gist, origin=item.origin) for item in slide.items)
    one, other = (found[name][:1].upper() + found[name][1:] for name in ("one", "other"))
    sides = (
        Item(rich(one), items=problems, origin=slide.origin),
        Item(rich(other), items=remedies, origin=slide.origin),
    )
    return replace(slide, items=sides)


PROBLEM = Recogniser("problem", find, hold, "two points that match, such as 痛点 and 做法")
