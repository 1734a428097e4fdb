"""Timeline: points that each begin with a date, a year, a time of day or a stage.

2014年, 2014-12-28, 3月, 90年代, 早上7:00, 9 am, 周一, 第一阶段, 第三年, Q1, May 2014, or 过去, 现在
and 未来. What follows is told beneath. A year in the slide's own title says nothing; 3年 or 15分钟
is a span, not a date; 2014人 and 1500 ml count things, 3:0 is a score; and May, June, April out of
order are names, as 1点收获, 2点不足 count points.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...model.deck import Item, Slide
from ...model.regex import regex
from ...model.richtext import plain
from ._choice import Choice, Recogniser
from ._richwords import cut, joined, mask

LEAST, MOST = 3, 12
_NUMBERS = r"[一二三四五六七八九十\d]{1,3}"
_YEAR = r"(?:公元)?(?:1[0-9]|20)\d\d"
_CLOCK = (
    r"(?:[01]?\d(?::[0-5]\d)?\s?[ap]\.?m\b\.?)"
    r"|(?:清晨|早上|上午|中午|下午|傍晚|晚上|夜里|凌晨)?\s*(?:[01]?\d|2[0-4])"
    r"(?:[:：][0-5]\d|点(?:[0-5]?\d分?|半|整)?)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?(?:\s+\d{1,2}(?!\d)(?:st|nd|rd|th)?,?)?(?:\s+\d{4})?"
)
_WEEKDAY = (
    r"(?:周|星期|礼拜)[一二三四五六日天末](?![岁一二三四五六七八九十])"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
)
_ERA = (
    r"过去|现在|未来|将来|昨天|今天|明天|past|present|future|yesterday|today|tomorrow"
    r"|清晨|早晨|早上|上午|中午|下午|傍晚|晚上|夜里|深夜|睡前|morning|noon|afternoon|evening|night"
    r"|[去今明前后]年|[上本这下]个?(?:周|星期|月|季度|半年)"
    r"|[年月][初中底末]|[前早初中后晚末短长]期|[会事售课战赛婚产病][前中后]"
    r"|春[天季]|夏[天季]|秋[天季]|冬[天季]|spring|summer|autumn|winter|(?:1[5-9]|20)\d0s|\d{1,2}世纪"
)
# Han has no case; told so, Python does not look for the other one of each, 2 ms
_STOP = r"(?=$|\s*[:：,，、—–-]|\s+(?-i:[\u4e00-\u9fff]))"
_DATE = regex(
    rf"(?:{_YEAR}年(?:\s?\d{{1,2}}月)?(?:\s?\d{{1,2}}[日号])?|{_YEAR}[-/.]\d{{1,2}}(?:[-/.]\d{{1,2}})?(?!\d)"
    rf"|公元前?\s?\d{{1,4}}年"
    rf"|(?:in\s+)?(?:1[5-9]|20)\d\d(?=$|[\s：:，,、—–-])(?!\s*(?:ml|[kc]?m|k?g|mm|[%％x×]|元|人|个)\b)"
    rf"|(?:{_YEAR}|\d0)年代|(?:{_MONTH}|{_WEEKDAY}|{_ERA}){_STOP}"
    rf"|\d{{1,2}}月(?:\d{{1,2}}[日号]|[上中下]旬)?(?![球亮])|{_CLOCK}"
    rf"|第{_NUMBERS}(?:个?阶段|期|年|季度?|个?月|周|个?星期|天|日|代|个?世纪|轮)|阶段{_NUMBERS}"
    rf"|Q[1-4](?![A-Za-z])|(?:stage|phase|year|week|day)\s*\d{{1,2}}\b)"
    r"(?:[初末底]|[上中下]半年)?(?:前后|以来|[之以]?[前后](?![来期面台端者]))?",
    re.IGNORECASE,
)
_SPAN = regex(rf"\s*[-–—~～至到]\s*+(?:{_DATE.pattern}|今|现在|\d{{1,4}}[年月日]?)", re.IGNORECASE)
_POINTS = regex(r"(\d)点(?=[\u4e00-\u9fff])(?![分半整钟])")
_MARKS = "：:，,、.．— –-"


def find(slide: Slide) -> Choice | None:
    if not LEAST <= len(slide.items) <= MOST:
        return None
    cuts = [_end_of_date(item) for item in slide.items]
    if not all(cuts) or _are_names(slide.items):
        return None
    items = tuple(_dated(item, end) for item, end in zip(slide.items, cuts, strict=True))
    first, last = plain(items[0].title), plain(items[-1].title)
    reason = f"{len(items)} points that begin with a time, from '{first}' to '{last}'"
    return Choice((replace(slide, items=items),), reason)


def hold(slide: Slide) -> Choice | None:
    return find(slide) or (Choice((slide,), "") if len(slide.items) >= 2 else None)


def _end_of_date(item: Item) -> int:
    """Return where the date ends that a point begins with; 0 when it begins with none."""
    words = mask(item.title)
    found = _DATE.match(words)
    if not found:
        return 0
    span = _SPAN.match(words, found.end())
    return span.end() if span else found.end()


def _are_names(items: tuple[Item, ...]) -> bool:
    """Tell whether times are none: 1点收获, 2点不足, or May, June and April, out of their order."""
    words = [plain(item.title).strip().lower() for item in items]
    points = [_POINTS.match(word) for word in words]
    if all(found and found[1] == str(place) for place, found in enumerate(points, 1)):
        return True
    if not all(word.isalpha() and word[:3] in _MONTHS for word in words):
        return False
    months = [_MONTHS.index(word[:3]) for word in words]
    return months != sorted(months)


def _dated(item: Item, end: int) -> Item:
    """Make the date the title, and what follows it the text."""
    words = plain(item.title)
    rest = words[end:]
    start = end + len(rest) - len(rest.lstrip(_MARKS))
    text = joined(cut(item.title, start, len(words)), "：", item.gist)
    return replace(item, title=cut(item.title, 0, end), gist=text)


TIMELINE = Recogniser("timeline", find, hold, "two points or more")
