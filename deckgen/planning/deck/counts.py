"""A title that promises a number is checked against its points: 五条, and there are four."""

from __future__ import annotations

import re

from ...model.deck import Deck, Slide
from ...model.outline import Outline
from ...model.regex import regex
from ...model.richtext import plain
from ...plugin import DeckRule
from ...problems import Report

_NUMBER = {"两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_PROMISE = regex(
    r"(?<![第十百一二三四五六七八九两几\d.])([两三四五六七八九十]|[2-9]|10)大?"
    r"([条个点项步种类件招样句层]|要素|原则|法则)(?P<rest>[^的年月时前后]{0,4})$"
)
_ENGLISH = regex(
    r"^(?:the\s+|our\s+|my\s+)?"
    r"(?P<number>two|three|four|five|six|seven|eight|nine|ten|[2-9]|10)\s+(?:\w+\s+)?"
    r"(?:points|rules|steps|reasons|principles|tips|lessons|parts|levels|questions|ideas|kinds|elements|mistakes)"
    r"(?:\s+(?:of|for|to|why|that|in)\s+.{1,40})?$",
    re.IGNORECASE,
)
_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_FIGURES = ("compare", "process", "triangle", "cycle", "pyramid", "hub", "timeline", "stat")
_LISTED = frozenset(("bullets", "cards", "questions", *_FIGURES))


def apply(deck: Deck, _outline: Outline, report: Report) -> Deck:
    """Return the deck as it is; report titles whose number is not that of the points."""
    for slide in deck.slides:
        if slide.layout not in _LISTED or slide.key.endswith("+"):
            continue  # a `+` in the key: only some of the topic's points stand here
        promised = promise(plain(slide.title))
        if promised and promised != len(slide.items) and _is_list(slide, promised):
            report.warn(
                slide.origin,
                f"'{plain(slide.title)}' promises {promised}, and {len(slide.items)} points follow",
                "add or take away points, or change the number",
            )
    return deck


def promise(title: str) -> int:
    """Return the number of things that a title announces; 0 when it announces none."""
    found = _PROMISE.search(title)
    if found:
        return _NUMBER.get(found[1]) or int(found[1])
    said = _ENGLISH.match(title.strip())
    if not said:
        return 0
    word = said["number"].lower()
    return int(word) if word.isdigit() else _WORDS.index(word) + 2


def _is_list(slide: Slide, promised: int) -> bool:
    """Points that are groups (两类: three each …) may add up to the number: no promise broken."""
    return len(slide.items) > 1 and sum(len(item.items) for item in slide.items) != promised


RULE = DeckRule("counts", apply)
