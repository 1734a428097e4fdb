"""Matrix: four points between two axes.

How the axes are written: the title, what follows its colon, or the gist is `重要 × 紧急` (also
with x or *); or the gist says 横轴：紧急，纵轴：重要. The first of a pair goes up, the second to
the right. Points whose titles say where they belong (重要不紧急, 低价值高难度) are put there,
whatever their order, and name the axes themselves where nothing else does; others stand as they
come: upper left, upper right, lower left, lower right.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...model.deck import Item, Slide
from ...model.regex import regex
from ...model.richtext import RichText, plain, rich
from ._choice import Choice, Recogniser
from ._richwords import cut, mask

COUNT = 4
# What stands beside the names of the axes in 重要不紧急, 高价值低难度, high impact, low effort
_LEVELS = regex(
    r"(?:[不且而但又也既高低大小多少强弱很，,、]|\b(?:high|low|and|but|not|more|less)\b|\s)+",
    re.IGNORECASE,
)
NAME_LONGEST = 8
LATIN_LONGEST = 14
_NAME = (
    rf"[^\s×✕＊*xX=＝+＋→，,。；：:|｜\d][^×✕＊*=＝+＋→，,。；：:|｜的]{{0,{LATIN_LONGEST - 1}}}?"
)
_PAIR = regex(
    rf"(?:^|[：:|｜·]\s*)(?P<up>{_NAME})\s*(?:[×✕＊*]|(?<=\s)[xX](?=\s))\s*(?P<right>{_NAME})"
    rf"\s*(?P<said>矩阵|象限|四象限|matrix|quadrants?)?$",
    re.IGNORECASE,
)
_END = r"(?=$|[，,；;。、\s])"
_SAID = regex(r"矩阵|象限|matrix|quadrant", re.IGNORECASE)
_ACROSS = regex(
    rf"(?:横轴|x\s*轴|x[\s-]axis)\s*+[是为:：]?\s*+(?P<right>{_NAME}){_END}", re.IGNORECASE
)
_UPWARD = regex(
    rf"(?:纵轴|y\s*轴|y[\s-]axis)\s*+[是为:：]?\s*+(?P<up>{_NAME}){_END}", re.IGNORECASE
)
_MORE = r"(?:高|大|多|强|快|很|high\s+|more\s+)"
_LESS = r"(?:不|非|低|少|小|弱|没有|没|无|欠|慢|un|low\s+|less\s+|not\s+)"


def find(slide: Slide) -> Choice | None:
    if len(slide.items) != COUNT:
        return None
    axes, rest = _axes(slide)
    axes = axes or _told_axes(slide.items)
    if not axes or any(map(_is_long, map(plain, axes))):
        return None
    up, right = map(plain, axes)
    items = _ordered(slide.items, up, right)
    is_told = rest != slide.lead or bool(_SAID.search(plain(slide.title)))
    if not is_told and any(_level(plain(item.title), up) is None for item in items):
        return None  # a title such as 小米 × 海底捞 crosses two names, and no axes
    return Choice(
        (replace(slide, items=items, marks=axes, lead=rest),),
        f"four points between '{up}' and '{right}'",
    )


def hold(slide: Slide) -> Choice | None:
    return find(slide)


def _axes(slide: Slide) -> tuple[tuple[RichText, ...], RichText]:
    """Return the names of the axes (upwards, rightwards), and the lead without them."""
    for text, rest in ((slide.lead, ()), (slide.title, slide.lead)):
        words = mask(text)
        found = _PAIR.search(words)
        if found and (text is slide.title or found.start() == 0):
            return (cut(text, *found.span("up")), cut(text, *found.span("right"))), rest
    words = mask(slide.lead)
    up, right = _UPWARD.search(words), _ACROSS.search(words)
    if up and right:
        return (cut(slide.lead, *up.span("up")), cut(slide.lead, *right.span("right"))), ()
    return (), slide.lead


def _told_axes(items: tuple[Item, ...]) -> tuple[RichText, ...]:
    """Return the axes that four titles name between them: 重要且紧急, 重要不紧急, 紧急不重要 …"""
    names = [name for name in _LEVELS.split(plain(items[0].title).strip()) if name]
    if len(names) != 2 or any(_is_long(name) for name in names):
        return ()
    up, right = names
    titles = [plain(item.title) for item in items]
    levels = {(_level(title, up), _level(title, right)) for title in titles}
    told = len(levels) == COUNT and not any(None in level for level in levels)
    return (rich(up), rich(right)) if told else ()


def _is_long(name: str) -> bool:
    return len(name) > (LATIN_LONGEST if name.isascii() else NAME_LONGEST)


def _ordered(items: tuple[Item, ...], up: str, right: str) -> tuple[Item, ...]:
    """Return the items in reading order, by what their titles say; else as they came."""
    places = {}
    for item in items:
        title = plain(item.title)
        high, far = _level(title, up), _level(title, right)
        if high is None or far is None:
            return items
        places[(not high, far)] = item
    if len(places) < COUNT:
        return items
    return tuple(places[key] for key in sorted(places))


def _level(title: str, axis: str) -> bool | None:
    """Tell whether a title says much or little of an axis; None when it does not name it."""
    found = re.search(
        rf"(?P<less>{_LESS})?(?P<more>{_MORE})?{re.escape(axis)}", title, re.IGNORECASE
    )
    if not found:
        return None
    if found["less"] or found["more"]:
        return not found["less"]
    return title[found.end() : found.end() + 1] not in tuple("低小少弱慢")


MATRIX = Recogniser("matrix", find, hold, "four points, and a gist such as '重要 × 紧急'")
