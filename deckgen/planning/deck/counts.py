"""A title that promises a number is checked against its points: 五条, and there are four.

A slide is held to its own points, and so is a gist that only counts (一共五条). The title of a
section, or of the outline, counts slides as often as points of one of them, beside which others
may stand; it is a broken promise where nothing below has as many.
"""

from __future__ import annotations

import re

from ...model.deck import Deck, Slide
from ...model.outline import Outline, Topic
from ...model.regex import regex
from ...model.richtext import plain
from ...plugin import DeckRule
from ...problems import Report
from ._items import points_of
from ._ordinal import ordinal

_NUMBER = {"两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_PROMISE = regex(
    r"(?<![第十百一二三四五六七八九两几\d.午晨早晚间])(?<![早晚]上)([两三四五六七八九十]|[2-9]|10)大?"
    r"([条个点项步种类件招样句层]|要素|原则|法则)(?P<rest>[^的年月时前后：:]{0,4})(?:[：:].*)?$"
)
_TREATED = regex(
    r"概[述览覽论論要]|[简簡]介|介[绍紹]|[总總][览覽论論结結述]|[综綜]述|[导導][论論读讀]|引言|小[结結]|回[顾顧]|[区區][别別]|[关關][系係]"
)
_ENGLISH = regex(
    r"^(?:the\s+|our\s+|my\s+)?"
    r"(?P<number>two|three|four|five|six|seven|eight|nine|ten|[2-9]|10)\s+(?:\w+\s+)?"
    r"(?:points|rules|steps|reasons|principles|tips|lessons|parts|levels|questions|ideas|kinds|elements|mistakes)"
    r"(?:\s+(?:of|for|to|why|that|in)\s+.{1,40})?$",
    re.IGNORECASE,
)
_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SUM = regex(r"^(?:一共|总共|共有?|以下|下面)(?P<said>.{2,6}?)(?:如下)?[：:。.]?$")
_FIGURES = ("compare", "process", "triangle", "cycle", "pyramid", "hub", "timeline", "stat")
_LISTED = frozenset(("bullets", "cards", "questions", *_FIGURES))


def apply(deck: Deck, outline: Outline, report: Report) -> Deck:
    """Return the deck as it is; report titles whose number is not that of the points."""
    for slide in deck.slides:
        if slide.layout not in _LISTED or slide.key.endswith("+"):
            continue  # a `+` in the key: only some of the topic's points stand here
        promised = promise(plain(slide.title)) or _sum(plain(slide.lead))
        if promised and promised != len(slide.items) and _is_list(slide, promised):
            _warn(slide, promised, len(slide.items), report)
    divided = {slide.origin for slide in deck.slides if slide.layout == "section"}
    sections = [topic for topic in outline.topics if topic.origin in divided]
    wholes: list[tuple[Outline | Topic, tuple[Topic, ...]]] = [(outline, outline.topics)]
    wholes.extend((topic, points_of(topic)) for topic in sections)
    for whole, topics in wholes:
        promised = promise(plain(whole.title))
        if promised > 1 and topics and not _is_kept(topics, promised):
            _warn(whole, promised, len(topics), report)
    return deck


def _warn(said: Slide | Topic | Outline, promised: int, count: int, report: Report) -> None:
    follow = "1 point follows" if count == 1 else f"{count} points follow"
    report.warn(
        said.origin,
        f"'{plain(said.title)}' promises {promised}, and {follow}",
        "add or take away points, or change the number",
        code="count-differs",
    )


def _sum(gist: str) -> int:
    """Return the number of a gist that only counts what follows: 一共五条."""
    found = _SUM.match(gist.strip())
    return promise(found["said"]) if found else 0


def _is_kept(topics: tuple[Topic, ...], promised: int) -> bool:
    """Tell whether as many stand somewhere: as topics, as points of one, or of all of them."""
    counts = [len(points_of(topic)) for topic in topics]
    return max(len(topics), *counts) >= promised or sum(counts) == promised


def promise(title: str) -> int:
    """Return the number of things that a title announces; 0 when it announces none.

    第二章 七个习惯 and 七个习惯概述 name what is treated, and promise no list of seven.
    """
    found = _PROMISE.search(title)
    if found and (ordinal(title)[0] or _TREATED.search(found["rest"])):
        return 0
    if found:
        return _NUMBER.get(found[1]) or int(found[1])
    said = _ENGLISH.match(title.strip())
    if not said:
        return 0
    word = said["number"].lower()
    return int(word) if word.isdigit() else _WORDS.index(word) + 2


def _is_list(slide: Slide, promised: int) -> bool:
    """Tell whether all points of a slide are what its title counts.

    Points that are groups (两类: three each …) may add up to the number, and those with slides of
    their own may be as many: no promise broken.
    """
    below = sum(len(item.items) for item in slide.items)
    ahead = sum(1 for item in slide.items if item.target)
    return len(slide.items) > 1 and promised not in (below, ahead)


RULE = DeckRule("counts", apply)
