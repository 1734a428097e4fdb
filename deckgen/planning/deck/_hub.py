"""Hub: four to eight short points round a centre that the title names.

以用户为中心的服务 and 围绕用户的五件事 have 用户 as centre. A title that ends with 核心 or 中心, or
speaks of 核心能力 and the like, stands in the centre itself. 客服中心 is a place, and no centre.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...model.deck import Item, Slide
from ...model.regex import regex
from ...model.richtext import plain, rich
from ._choice import Choice, Recogniser
from ._richwords import reach

LEAST, MOST = 4, 8
NAME_LONGEST, GIST_LONGEST = 12, 24
# 不再以产品为中心 and 从以产品为中心到 … speak of a centre that is left
_CENTER = regex(
    r"(?<![不是从非])(?<!不再)以(?P<word>[^，。、以]{1,8}?)(?:作为|为|当)(?:核心|中心)(?![^，。]*以)"
)
_AROUND = regex(r"^围绕着?(?P<word>[^，。、的]{1,8}?)(?:的.{0,6}|展开.{0,6})$")
_CORE = regex(
    r"^(?P<word>(?:\S{1,6}的)?核心(?:能力|竞争力|价值|要素|团队|理念|业务|优势)?)$"
    r"|^(?P<place>\S{1,6}的中心)$"
)
_ENGLISH = regex(
    r"^(?:the\s+|our\s+)?(?P<at>[\w ]{2,16}?)\s+at\s+the\s+(?:cent(?:re|er)|core|heart)\b"
    r"|^around\s+(?:the\s+|our\s+)?(?P<round>[\w ]{2,16})$"
    r"|^(?:the\s+)?(?:core|heart)\s+of\s+(?:the\s+|our\s+)?(?P<of>[\w ]{2,16})$"
    r"|^(?P<word>core\s+(?:values|skills|abilities|team|strengths|business))$"
    r"|^(?P<who>\w{2,12})[-\s]cent(?:red|ered)\b",
    re.IGNORECASE,
)
TITLE_LONGEST = 20  # Han characters; a longer title, or one of clauses, only mentions a centre
_CLAUSES = regex(r"[，,；;。]|为单位|→|->|从.+到")


def find(slide: Slide) -> Choice | None:
    if not LEAST <= len(slide.items) <= MOST or not all(map(_is_spoke, slide.items)):
        return None
    center = center_of(plain(slide.title).strip())
    if not center:
        return None
    marked = replace(slide, marks=(rich(center),))
    return Choice((marked,), f"{len(slide.items)} short points round '{center}'")


def hold(slide: Slide) -> Choice | None:
    if len(slide.items) < 2:
        return None
    center = center_of(plain(slide.title).strip()) or plain(slide.title)
    return Choice((replace(slide, marks=(rich(center),)),), "")


def center_of(title: str) -> str:
    """Return the words of the centre that a title names; nothing when it names none."""
    if len(title) > (TITLE_LONGEST * 2 if title.isascii() else TITLE_LONGEST):
        return ""
    if _CLAUSES.search(title):
        return ""
    for pattern in (_CENTER, _AROUND, _CORE, _ENGLISH):
        found = pattern.search(title)
        if found:
            return next(word for word in found.groups() if word)
    return ""


def _is_spoke(item: Item) -> bool:
    return not item.items and reach(item.title) <= NAME_LONGEST and reach(item.gist) <= GIST_LONGEST


HUB = Recogniser("hub", find, hold, "two points or more")
