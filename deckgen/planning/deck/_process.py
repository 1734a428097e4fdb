"""Process: a chain with arrows in the title or gist, or points that are steps.

Steps are numbered, or say 先, 再 and 最后, or stand under a title such as 四步法, 流程 or
three steps.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...model.deck import Item, Slide
from ...model.regex import regex
from ...model.richtext import RichText, plain, rich
from . import _timeline
from ._choice import Choice, Recogniser
from ._patterns import chain, is_listing, is_marked, steps
from ._richwords import cut, joined, reach

LEAST, MOST, NAME_LONGEST, TEXT_LONGEST = 3, 8, 12, 40  # of points that no number marks
_STEPS = regex(
    r"(?:[两三四五六七八2-8]\s?个?(?:步骤?|环节|阶段)(?:曲|法|走)?|(?:流程|步骤|路线图|路径)(?:图)?)$"
    r"|\b(?:three|four|five|six|[3-6])\s+(?:steps|stages|phases)"
    r"(?:\s+(?:of|to|for)\s+[\w ]{2,24})?$"
    r"|\b(?:workflow|roadmap)$",
    re.IGNORECASE,
)
# 三种增长路径 are ways to choose from, not one with three stations
_WAYS = regex(r"[两三四五六七八九几多\d]\s?[大条种类个]|不同|多元")
_MARKS = regex(r"[：:，,、.．][：:，,、.．\s]*")  # between a step's mark and its words
ENDS_LONGEST = 18  # characters of first and last part together, for a title made of both


def find(slide: Slide) -> Choice | None:
    parts = chain(slide.title)
    if parts:
        return _titled_chain(slide, parts)
    parts = chain(slide.lead)
    if parts and len(slide.items) in (0, len(parts)):
        whole = replace(slide, lead=(), items=steps_of(slide, parts))
        return Choice((whole,), f"the gist is a chain of {len(parts)}")
    titles = [item.title for item in slide.items]
    ends = steps(titles)
    if ends and not (is_marked(titles) and is_listing(slide.title)):
        items = tuple(_numbered(item, end) for item, end in zip(slide.items, ends, strict=True))
        reason = "numbered steps" if any(ends) else "points that say what is first, next and last"
        return Choice((replace(slide, items=items),), f"{len(items)} {reason}")
    said = None if _are_ways(plain(slide.title)) else _STEPS.search(plain(slide.title).strip())
    are_steps = LEAST <= len(slide.items) <= MOST and all(map(_is_step, slide.items))
    if said and are_steps and not _timeline.find(slide):
        return Choice((slide,), f"{len(slide.items)} points, and the title says '{said[0]}'")
    return None


def hold(slide: Slide) -> Choice | None:
    return find(slide) or (Choice((slide,), "") if len(slide.items) >= 2 else None)


def _are_ways(title: str) -> bool:
    first = _WAYS.search(title)
    return first is not None and title.find("路径", first.end()) >= 0


def _is_step(item: Item) -> bool:
    is_short = reach(item.title) <= NAME_LONGEST and reach(item.gist) <= TEXT_LONGEST
    return is_short and not item.items


def _titled_chain(slide: Slide, parts: tuple[RichText, ...]) -> Choice:
    reason = f"the title is a chain of {len(parts)}"
    whole = replace(slide, title=_ends(parts))
    if len(slide.items) in (0, len(parts)):
        return Choice((replace(whole, items=steps_of(slide, parts)),), reason)
    first = replace(whole, items=steps_of(replace(slide, items=()), parts))
    rest = replace(whole, key=f"{slide.key}+", lead=(), notes=(), exhibits=(), minutes=0)
    return Choice((first, rest), reason)


def _ends(parts: tuple[RichText, ...]) -> RichText:
    """A chain as its own heading would say everything twice: name where it starts and ends."""
    first, last = plain(parts[0]), plain(parts[-1])
    if first == last:
        return rich(first)
    if len(first) + len(last) > ENDS_LONGEST:
        return ()
    return rich(f"From {first} to {last}" if (first + last).isascii() else f"从{first}到{last}")


def steps_of(slide: Slide, parts: tuple[RichText, ...]) -> tuple[Item, ...]:
    """Return the parts of a chain as items; the slide's points, as many, are their texts."""
    if not slide.items:
        return tuple(Item(part, origin=slide.origin) for part in parts)
    return tuple(_step(part, point) for part, point in zip(parts, slide.items, strict=True))


def _step(part: RichText, point: Item) -> Item:
    if plain(part) == plain(point.title):
        return point
    text = joined(point.title, "：", point.gist)
    return replace(point, title=part, gist=text)


def _numbered(item: Item, end: int) -> Item:
    """Move the mark before a step's words into its label; a bare 第一步 stays a title."""
    if not end:
        return item
    words = plain(item.title)
    rest = cut(item.title, end, len(words))
    if rest and (marks := _MARKS.match(plain(rest))):
        rest = cut(rest, marks.end(), len(plain(rest)))
    if not rest:
        return item
    return replace(item, title=rest, label=words[:end].strip().strip(".．、，（）()"))


PROCESS = Recogniser("process", find, hold, "a chain with arrows or two points")
