"""The icons that an outline may name: contours of strokes in a square of 24 units.

What comes in: a name, in English or in Chinese. What leaves: cubic Beziers in hundredths of a
unit. They are Lucide's (https://lucide.dev, ISC licence beside the data), made by
`tools/make_icons.py`.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from .model.record import record

SIDE = 2400  # of the square, in hundredths of a unit
STROKE = 200

_DATA = Path(__file__).resolve().parent / "data" / "icons" / "lucide.json"


@record
class Icon:
    """An icon: its contours as flat rows of numbers x, y; a start, then three points a segment."""

    name: str
    word: str  # its Chinese name
    contours: tuple[tuple[int, ...], ...]


@cache
def icons() -> Mapping[str, Icon]:
    """Return all icons by their English names."""
    data = json.loads(_DATA.read_text("utf-8"))
    return {
        name: Icon(name, one["zh"], tuple(map(tuple, one["contours"])))
        for name, one in data.items()
    }


@cache
def _by_word() -> Mapping[str, Icon]:
    return {icon.word: icon for icon in icons().values()} | dict(icons())


def icon_of(word: str) -> Icon | None:
    """Return the icon of that name; None when there is none."""
    return _by_word().get(word.strip().lower())


def names() -> tuple[str, ...]:
    """Return all names that may be written."""
    return tuple(_by_word())


def is_emoji(word: str) -> bool:
    """Tell whether a text is pictures alone, which are drawn as text."""
    marks = [char for char in word if not char.isspace()]
    kinds = {unicodedata.category(char)[0] for char in marks}
    return "S" in kinds and not any(char.isalpha() for char in marks)
