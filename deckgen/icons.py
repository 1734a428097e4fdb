"""The icons that an outline may name: contours of strokes in a square of 24 units.

What comes in: a name, in English or in Chinese, or an emoji that shows the same. What leaves:
cubic Beziers in hundredths of a unit. They are Lucide's (https://lucide.dev, ISC licence beside
the data), made by `tools/make_icons.py`. Signs of work are drawn here: priorities (`p1`, 优先级1),
how far something has come (`50%`), tasks (`todo`, 待办).
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise
from math import cos, sin, tau
from pathlib import Path

from .model.record import record
from .model.regex import regex
from .model.words import traditional

SIDE = 2400  # of the square, in hundredths of a unit
STROKE = 200

_TASKS = ("todo", "待办", "待辦", "doing", "进行中", "進行中", "done", "已完成")
_PRIORITY = regex(r"(?:p|priority ?|优先级? ?|優先級? ?)([1-9])")
_PERCENT = regex(r"(100|[1-9]?[0-9])%")
_HUES = regex(r"[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")  # which form, which skin
_DATA = Path(__file__).resolve().parent / "data" / "icons" / "lucide.json"


def _digit(*numbers: int) -> tuple[int, ...]:
    """Return a digit's stroke: numbers are its Beziers', in tenths of a unit."""
    return tuple(10 * number for number in numbers)


# A digit in the middle of the square: its strokes, straight ones with their handles at the ends
_DIGITS = (
    (_digit(100, 96, 100, 96, 124, 80, 124, 80, 124, 80, 124, 162, 124, 162),),
    (
        _digit(96, 98, 96, 86, 107, 79, 119, 79, 132, 79, 143, 87, 143, 99, 143, 120, 96, 134,
               96, 161, 96, 161, 145, 161, 145, 161),
    ),
    (
        _digit(98, 80, 98, 80, 142, 80, 142, 80, 142, 80, 117, 110, 117, 110, 134, 110, 145, 120,
               145, 135, 145, 151, 134, 162, 119, 162, 109, 162, 100, 157, 96, 148),
    ),
    (_digit(132, 162, 132, 162, 132, 79, 132, 79, 132, 79, 94, 138, 94, 138, 94, 138, 149, 138,
            149, 138),),
    (
        _digit(140, 80, 140, 80, 105, 80, 105, 80, 105, 80, 101, 115, 101, 115, 106, 111, 112, 109,
               120, 109, 135, 109, 145, 120, 145, 135, 145, 151, 134, 162, 119, 162, 109, 162,
               100, 157, 96, 148),
    ),
    (
        _digit(137, 83, 116, 76, 96, 95, 96, 130, 96, 149, 105, 162, 120, 162, 135, 162, 145, 151,
               145, 137, 145, 123, 135, 112, 121, 112, 108, 112, 98, 121, 96, 134),
    ),
    (_digit(96, 80, 96, 80, 145, 80, 145, 80, 145, 80, 113, 162, 113, 162),),
    (
        _digit(120, 79, 107, 79, 98, 87, 98, 98, 98, 109, 107, 117, 120, 117, 133, 117, 142, 109,
               142, 98, 142, 87, 133, 79, 120, 79),
        _digit(120, 117, 105, 117, 95, 127, 95, 139, 95, 152, 105, 162, 120, 162, 135, 162, 145,
               152, 145, 139, 145, 127, 135, 117, 120, 117),
    ),
    (
        _digit(103, 159, 124, 166, 144, 147, 144, 112, 144, 93, 135, 80, 120, 80, 105, 80, 95, 91,
               95, 105, 95, 119, 105, 130, 119, 130, 132, 130, 142, 121, 144, 108),
    ),
)  # fmt: skip


@record
class Icon:
    """An icon: its contours as flat rows of numbers x, y; a start, then three points a segment."""

    name: str
    word: str  # its Chinese name
    contours: tuple[tuple[int, ...], ...]
    emoji: str = ""  # those that show the same


@cache
def icons() -> Mapping[str, Icon]:
    """Return all icons by their English names."""
    data = json.loads(_DATA.read_text("utf-8"))
    return {
        name: Icon(name, one["zh"], tuple(map(tuple, one["contours"])), one["emoji"])
        for name, one in data.items()
    }


@cache
def _by_word() -> Mapping[str, Icon]:
    return {
        **{traditional(icon.word): icon for icon in icons().values()},
        **{icon.word: icon for icon in icons().values()},
        **icons(),
    }


def icon_of(word: str) -> Icon | None:
    """Return the icon of that name, or of that emoji; None when there is none."""
    name = word.strip().lower()
    return _by_word().get(name) or sign_of(name) or _by_emoji().get(_HUES.sub("", name))


@cache
def _by_emoji() -> Mapping[str, Icon]:
    return {emoji: icon for icon in icons().values() for emoji in icon.emoji}


@lru_cache(maxsize=1024)
def sign_of(name: str) -> Icon | None:
    """Return a sign of work by its name in lower case; None when it is none."""
    if name in _TASKS:
        return next(
            icon for icon in _tasks() if name in (icon.name, icon.word, traditional(icon.word))
        )
    found = _PRIORITY.fullmatch(name)
    if found:
        digit = found[1]
        return Icon(f"p{digit}", f"优先级 {digit}", (_circle(1000), *_DIGITS[int(digit) - 1]))
    found = _PERCENT.fullmatch(name)
    if found:
        share = int(found[1])
        return Icon(f"{share}%", f"进度 {share}%", (_circle(1000), *_slice(share / 100)))
    return None


def _tasks() -> tuple[Icon, ...]:
    square = _lines(300, 300, 2100, 300, 2100, 2100, 300, 2100, 300, 300)
    dash, check = _lines(750, 1200, 1650, 1200), _lines(750, 1250, 1100, 1600, 1700, 850)
    return (
        Icon("todo", "待办", (square,)),
        Icon("doing", "进行中", (square, dash)),
        Icon("done", "已完成", (square, check)),
    )


def _lines(*numbers: int) -> tuple[int, ...]:
    """Return straight lines through points as Beziers whose handles lie on their ends."""
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    flat = [*points[0]]
    for before, after in pairwise(points):
        flat += [*before, *after, *after]
    return tuple(flat)


def _circle(radius: int) -> tuple[int, ...]:
    """Return a circle round the square's middle, in four parts."""
    middle, reach = SIDE // 2, round(radius * 0.5523)
    near, far = middle - radius, middle + radius
    a, b = middle - reach, middle + reach
    return (
        *(middle, near, b, near, far, a, far, middle, far, b, b, far, middle, far),
        *(a, far, near, b, near, middle, near, a, a, near, middle, near),
    )


def _slice(share: float) -> tuple[tuple[int, ...], ...]:
    """Return a part of a disc from its top clockwise: strokes from the middle, side by side."""
    middle, radius = SIDE // 2, 600
    count = round(share * 24)  # strokes so near to each other leave nothing between them
    numbers: list[int] = []
    for step in range(count + 1 if count else 0):
        angle = tau * share * step / count
        numbers += [middle, middle]
        numbers += [middle + round(radius * sin(angle)), middle - round(radius * cos(angle))]
    return (_lines(*numbers),) if numbers else ()


def names() -> tuple[str, ...]:
    """Return the names that may be written, but for signs of work and traditional characters."""
    return tuple(dict.fromkeys((*(icon.word for icon in icons().values()), *icons())))


def is_emoji(word: str) -> bool:
    """Tell whether a text is pictures alone, which are drawn as text."""
    marks = [char for char in word if not char.isspace()]
    kinds = {unicodedata.category(char)[0] for char in marks}
    return "S" in kinds and not any(char.isalpha() for char in marks)
