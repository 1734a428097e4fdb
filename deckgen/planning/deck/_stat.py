"""Stat: one to four numbers, each with its unit at the head of a point, or as the title alone.

6亿用户, 1万多人, 30多版, 70%, 600M users. Every point must begin so, one at least in digits:
三个战略 and 三个战术 are no numbers to marvel at. Nor is a number that counts points (5条经验), a
year, a date, a clock time, or a name such as 4S店, 3年级, 2014人物; 2014人报名 is one, for a year
has no 人 behind it. Points that are all spans of the calendar (3年, 5年, 8年) are stages.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...model.deck import Item, Slide
from ...model.regex import regex
from ...model.richtext import RichText, plain
from ._choice import Choice, Recogniser
from ._richwords import mask, reach

MOST = 4
LONGEST, LATIN_LONGEST, CAPTION_LONGEST = 10, 16, 40  # characters
_ABOUT = r"(?:[+＋−↑↓]|[¥￥]|大?约|近|超过|超|达|逾|共|不到|将近|上|每[年月周天日])?"
_SCALE = r"[十百千万亿兆]"
# A unit is none as the beginning of another word: 人物, 家长, 年级, 天猫, 个性
_UNIT = (
    r"(?:%|％|‰|个(?![性案股体])|人(?![物气工才口类文性格民称间生])|名(?![单字牌校])|位(?!置)|次(?![序元])|家(?![长庭具电])"
    r"|元(?![旦素])|块(?!链)|倍|版(?![权块图])|款|台(?![风词])|部(?![门分落])|张|条(?![件款例])|页|本(?![质身地])|字(?![典母符])"
    r"|单(?![位元])|件|辆|岁|度(?!假)|成(?![员本功])|种(?![子族])|项|分钟|小时|天(?![猫线下使花空])|周(?!末)|年(?![级轻货度代])"
    r"|秒(?!杀)|美元|欧元|公里|公斤|米(?![饭粉])|斤|吨|座|城|国(?![家际产])|省(?![份钱])|粉|亩|平米|平方"
    r"|[kKMB](?![A-Za-z])|km|kg|GB|TB|MB)"
)
_NUMBER = r"\d+(?:[,.]\d+)*"
_DIGITS = regex(
    rf"{_ABOUT}\s*{_NUMBER}(?:\s*[-~～到至×xX]\s*{_NUMBER})?\s*"
    rf"(?:{_SCALE}+[多余几]?(?P<of>\S*)|[多余几]?\+?{_UNIT}(?![后号])\S*)"
)
_NOUN = (
    r"(?:people|users?|readers?|fans|customers?|members?|shops?|stores?|cities|countries|pages?|books?"
    r"|copies|versions?|times|minutes?|mins?|hours?|seconds?|days?|weeks?|months?|years?|percent|points)"
)
_ENGLISH = regex(
    rf"(?:about\s+|over\s+|under\s+|nearly\s+|up\s+to\s+)?[$€£¥]?{_NUMBER}"
    rf"(?:x|\+|\s?%|\s?(?:[MBk]|(?<![248])K|million|billion|thousand)\b\+?(?:\s+[a-z]+)?|\+?\s+{_NOUN})"
    rf"|[+−-]\d+(?:\.\d+)?\s?%|[$€£¥]\s?{_NUMBER}|\d+\s+(?:in|of|out\s+of)\s+\d+",
    re.IGNORECASE,
)
_SPAN = regex(
    r"[\d一二两三四五六七八九十半]+(?:个?月|周|天|年)|\d+\s+(?:days?|weeks?|months?|years?)",
    re.IGNORECASE,
)
_WORDS = regex(rf"{_ABOUT}[一二两三四五六七八九十百千万亿几半]+[多余几]?{_UNIT}\S{{0,3}}")
_YEAR = regex(r"(?:1[0-9]|20)\d\d年|\d0年代|\d{1,2}月\d|[\d]+[:：]\d")
_NAME = regex(r"\d{1,2}[kKMB]")  # 2B, 3M: alone they are names
_COUNTS_POINTS = regex(r"^\d{1,3}[个条种项件](?!人|月|小时|城市|国家)")
_SPEAKS = regex(r"[，。；！？,;!?]")


def find(slide: Slide) -> Choice | None:
    if slide.items:
        if len(slide.items) <= MOST and _are_numbers(slide.items):
            return Choice((slide,), _reason([plain(item.title) for item in slide.items]))
        return None
    words = plain(slide.title).strip()
    if slide.exhibits or not slide.lead or not _in_digits(slide.title):
        return None
    if _COUNTS_POINTS.match(words) or _NAME.fullmatch(words) or reach(slide.lead) > CAPTION_LONGEST:
        return None
    number = Item(slide.title, slide.lead, origin=slide.origin)
    return Choice((replace(slide, title=(), lead=(), items=(number,)),), _reason([words]))


def hold(slide: Slide) -> Choice | None:
    found = find(slide)
    if found:
        return found
    return Choice((slide,), "") if slide.items else None


def _reason(numbers: list[str]) -> str:
    if len(numbers) == 1:
        return f"the number '{numbers[0]}' stands alone"
    return f"{len(numbers)} points led by a number, from '{numbers[0]}' to '{numbers[-1]}'"


def _are_numbers(items: tuple[Item, ...]) -> bool:
    return (
        all(not item.items and reach(item.gist) <= CAPTION_LONGEST for item in items)
        and any(item.gist for item in items)
        and all(_in_digits(item.title) or _in_words(item.title) for item in items)
        and any(_in_digits(item.title) for item in items)
        and not all(_COUNTS_POINTS.match(plain(item.title)) for item in items)
        and not all(_SPAN.fullmatch(plain(item.title).strip()) for item in items)
    )


def _in_digits(title: RichText) -> bool:
    words = mask(title).strip()
    if words.isascii() or words[:1] in "€£¥":
        return len(words) <= LATIN_LONGEST and bool(_ENGLISH.fullmatch(words))
    return _is_plain(words) and bool(_DIGITS.fullmatch(words))


def _in_words(title: RichText) -> bool:
    words = mask(title).strip()
    return _is_plain(words) and bool(_WORDS.fullmatch(words))


def _is_plain(words: str) -> bool:
    return len(words) <= LONGEST and not _YEAR.match(words) and not _SPEAKS.search(words[-1:])


STAT = Recogniser("stat", find, hold, "a number and its caption, or points")
