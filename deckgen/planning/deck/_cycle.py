"""Cycle: a chain that returns to its start, or points under a title that speaks of a loop.

The chain stands in the title or the gist, and its last part is its first again: 听 → 答 → 改 → 听.
Words that speak of a loop: 闭环, 循环, 飞轮, loop, cycle, flywheel; not 打破循环, nor 循环经济.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...model.deck import Item, Slide
from ...model.regex import regex
from ...model.richtext import RichText, plain, rich
from ._choice import Choice, Recogniser
from ._patterns import chain
from ._process import steps_of
from ._richwords import reach

LEAST, MOST = 3, 8
NAME_LONGEST, GIST_LONGEST = 12, 30  # Han characters; a longer text is none for a node of a ring
_LOOP = regex(
    r"(?:闭环|循环|飞轮|\bloops?\b|\bcycles?\b|\bflywheel\b)"
    r"(?!经济|农业|利用|使用|水|系统|赛|播放|往复|购|冗|境)(?:\S{0,4})$",
    re.IGNORECASE,
)
_LEFT = regex(
    r"打破|跳出|走出|摆脱|避免|告别|没有|不是|\b(?:break|escape|leave|no)\b", re.IGNORECASE
)


def find(slide: Slide) -> Choice | None:
    ring = _returning(slide.title)
    if ring and len(slide.items) in (0, len(ring)):
        titled = replace(slide, title=_title(ring), items=steps_of(slide, ring))
        return Choice((titled,), f"the title is a chain of {len(ring)} that returns to its start")
    ring = _returning(slide.lead)
    if ring and len(slide.items) in (0, len(ring)):
        whole = replace(slide, lead=(), items=steps_of(slide, ring))
        return Choice((whole,), f"the gist is a chain of {len(ring)} that returns to its start")
    if _speaks_of_loop(plain(slide.title)) and _are_nodes(slide.items):
        return Choice((slide,), f"{len(slide.items)} points, and the title speaks of a loop")
    parts = chain(slide.lead)
    if LEAST <= len(parts) <= MOST and not slide.items and _speaks_of_loop(plain(slide.title)):
        whole = replace(slide, lead=(), items=steps_of(slide, parts))
        return Choice((whole,), f"the gist is a chain of {len(parts)}, the title speaks of a loop")
    return None


def hold(slide: Slide) -> Choice | None:
    found = find(slide)
    if found:
        return found
    parts = chain(slide.lead)
    if parts and not slide.items and LEAST <= len(parts) <= MOST:
        return Choice((replace(slide, lead=(), items=steps_of(slide, parts)),), "")
    return Choice((slide,), "") if LEAST <= len(slide.items) <= MOST else None


def _returning(text: RichText) -> tuple[RichText, ...]:
    """Return the parts of a chain that ends where it began, each once."""
    parts = chain(text)
    if len(parts) <= LEAST or plain(parts[0]) != plain(parts[-1]):
        return ()
    return parts[:-1] if len(parts) - 1 <= MOST else ()


def _title(ring: tuple[RichText, ...]) -> RichText:
    start = plain(ring[0])
    return rich(f"From {start} to {start}" if start.isascii() else f"从{start}回到{start}")


def _speaks_of_loop(title: str) -> bool:
    return bool(_LOOP.search(title)) and not _LEFT.search(title)


def _are_nodes(items: tuple[Item, ...]) -> bool:
    return LEAST <= len(items) <= MOST and all(
        not item.items and reach(item.gist) <= GIST_LONGEST and reach(item.title) <= NAME_LONGEST
        for item in items
    )


CYCLE = Recogniser("cycle", find, hold, "three to eight points")
