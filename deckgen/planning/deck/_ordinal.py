"""The number that an author has given a title: 第一章, 一、, 1., （一）, 01, Part 1, 法则6.

It is the numbering: where one title of a deck's sections has such a number, deckgen counts none of
them, so that "02" never stands beside 第一章.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...model.regex import regex

_HAN = "一二三四五六七八九十百零〇两兩壹贰貳叁參肆伍陆陸柒捌玖拾廿卅"
_PLACES = r"(?:[节節][课課]|部分(?!析)|部(?!分)|[章节節课課讲講篇回卷集条條步天周週期])"
_NUMBERED = (
    regex(rf"第\s?([{_HAN}]{{1,4}}|\d{{1,3}})\s?{_PLACES}"),
    regex(rf"([{_HAN}]{{1,3}})[、．.]"),
    regex(rf"[（(]([{_HAN}]{{1,3}}|\d{{1,2}})[)）]"),
    regex(r"(\d{1,2})[.．、)）](?!\d)"),
    regex(r"(0\d)(?=\s)"),
    regex(r"([①-⑳])"),
    regex(
        r"(?i:part|chapter|lesson|rule|unit|day|week|step|habit)\s?(\d{1,2}|[IVX]{1,4})(?![\w-])"
    ),
    regex(
        rf"(?:[法原规規][则則]|定律|习惯|習慣|要点|要點)([{_HAN}]{{1,3}}|\d{{1,2}})(?=[\s：:、.．·]|$)"
    ),
)
_BETWEEN = " \t\u3000：:、.．·—–-,，"


def ordinal(title: str) -> tuple[str, str]:
    """Return a title's own number and the words after it; no number, and all words, if none."""
    for pattern in _NUMBERED:
        found = pattern.match(title)
        if found:
            return found[1], title[found.end() :].lstrip(_BETWEEN)
    return "", title


def are_numbered(titles: Iterable[str]) -> bool:
    """Tell whether one of some titles has a number before its words."""
    return any(number and words for number, words in map(ordinal, titles))


def parted(titles: list[str]) -> list[tuple[str, str]]:
    """Return each title's own number and its words.

    A number alone is a title. Where one comes twice (法则6 of three sections) it is a name and no
    numbering, so titles stay whole, without numbers.
    """
    found = [ordinal(title) for title in titles]
    numbers = [number for number, words in found if number and words]
    if len(numbers) != len(set(numbers)):
        return [("", title) for title in titles]
    told = zip(found, titles, strict=True)
    return [parts if parts[1] else ("", title) for parts, title in told]
