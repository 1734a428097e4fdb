"""Case: a story, told by a title such as 案例·嘀嘀打车, or by the points 背景, 做法 and 结果.

The word 案例 goes on a tag, and what follows is the case's name. 案例库 and 三个案例 name no case.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...model.deck import Item, Slide
from ...model.regex import regex
from ...model.richtext import plain
from ._choice import Choice, Recogniser
from ._richwords import cut, mask, reach

LEAST, MOST = 2, 5
TEXT_LONGEST, SUB_MOST = 80, 3
_NAMED = regex(
    r"^(?P<tag>(?:经典|典型|真实|小)?案例(?:分析|分享)?[一二三四五六七八九十\d]{0,2}(?=[\s·•・:：|｜—–-])"
    r"|case\s+study(?:\s*\d+)?(?=\s)|case(?:\s+study)?(?:\s*\d+)?(?=\s*[·:：|—–]))"
    r"(?:\s*+[·•・:：|｜—–-]+|\s)\s*+(?P<name>[^\s，,；;。→>].{0,23})$",
    re.IGNORECASE,
)
_SENTENCE = regex(r"[，,；;。→]|->|=>")  # a name has none of these
STORIES = (
    ("背景|起因|处境|困境|挑战|问题|situation|background|challenge|context",
     "做法|经过|行动|举措|方案|过程|解法|action|approach|solution",
     "结果|成效|效果|收获|成果|结局|result|results|outcome"),
)  # fmt: skip


def find(slide: Slide) -> Choice | None:
    if not LEAST <= len(slide.items) <= MOST or not all(map(_is_step, slide.items)):
        return None
    named = _NAMED.match(mask(slide.title))
    if named and not _SENTENCE.search(named["name"]):
        titled = _tagged(slide, named)
        return Choice((titled,), f"the title tells of the case '{plain(titled.title)}'")
    names = [plain(item.title).strip().lower() for item in slide.items]
    if _is_story(names):
        return Choice((slide,), "the points are " + ", ".join(f"'{name}'" for name in names))
    return None


def hold(slide: Slide) -> Choice | None:
    if len(slide.items) < LEAST:
        return None
    named = _NAMED.match(mask(slide.title))
    return Choice((_tagged(slide, named) if named else slide,), "")


def _tagged(slide: Slide, named: re.Match[str]) -> Slide:
    name = cut(slide.title, *named.span("name"))
    return replace(slide, title=name, label=named["tag"])


def _is_story(names: list[str]) -> bool:
    """Tell whether the points are exactly a beginning, a middle and an end."""
    return any(
        len(names) == len(story)
        and all(re.fullmatch(part, name) for part, name in zip(story, names, strict=True))
        for story in STORIES
    )


def _is_step(item: Item) -> bool:
    return reach(item.gist) <= TEXT_LONGEST and len(item.items) <= SUB_MOST


CASE = Recogniser("case", find, hold, "two points or more")
