"""Where a line may end: PowerPoint's rules for Chinese, a few of ours on top.

What comes in: text. What leaves: the places where a new line may begin. The rules were measured
in PowerPoint 16 (they are not UAX #14): a line may end after spaces, after `-` – —, and where
either neighbour is East Asian; the kinsoku marks then take some of these places away.

The thing to know: PowerPoint lets `, . 、 。 ， ．` hang over the edge, LibreOffice others.
Our decks say `hangingPunct="0"`: none hangs, and both break where they are predicted to.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache

from ..model.regex import regex
from .measure import EAST_ASIAN, is_east_asian, is_wide


class Kind(IntEnum):
    """How a character behaves at a line's edge."""

    WORD = 0
    DIGIT = 1
    SPACE = 2
    HAN = 3
    OPEN = 4
    OPEN_HAN = 5
    CLOSE = 6
    CLOSE_HAN = 7
    HYPHEN = 8
    DASH = 9
    FLAG = 10
    GLUE = 11
    DOT = 12  # · between names: closes, and LibreOffice keeps an opening bracket with it
    HANGUL = 13  # words are whole: LibreOffice sets them so, PowerPoint may
    MARK = 14  # belongs to the character before it, as superscripts do
    JOINER = 15  # binds both neighbours


# May not begin a line. PowerPoint's set, and … · ～ / ° with the rarer closing marks
NO_START = frozenset(
    "!%),.:;?]}’”‰′″℃℉、。々〉》」』】〕〗〙〛〞〟"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶゝゞヽヾ・ー゛゜"
    "！％），．：；？］｝～〜…‥·/°»›︶﹚﹜﹞｡､｣"
)
# May not end a line
NO_END = frozenset("$([\\{‘“〈《「『【〔〖〘〚〝＄（［｛￡￥£¥€«‹﹙﹛﹝｢")
GLUES = frozenset("\u00a0\u2007\u2011\u202f\u2060\ufeff")
HYPHENS = frozenset("-–\u2010\u00ad")
DASHES = frozenset("—―⸺")
SPACES = frozenset(" \t\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u3000")

_QUOTES = frozenset("“”‘’\"'")

FORCED_BREAK = regex(r"\r\n|[\n\v\r\u2028]")
_ADDRESS_MARK = regex(r"://|www\.")
_ADDRESS = regex(rf"[^\s{EAST_ASIAN}]*+")
_SMALL = r"\u00b2\u00b3\u00b9\u1d62\u2070-\u209c"  # superscripts and subscripts
_SMALL_FIGURE = regex(f"[{_SMALL}]")
_DOTS = regex(rf"(?<=[{EAST_ASIAN}”’])[…‥]+")
_AFTER_HAN = regex(rf"(?<=[{EAST_ASIAN}”’])[·～]")
_FIGURES = regex(rf"(?<=[{EAST_ASIAN}”’])[{_SMALL}]+")
_BROKEN_IN_OFFICE = regex(r"\+(?=\+)|(?<=[0-9])-(?=[0-9])|[!-~](?=～)")
_WHOLE_IN_OFFICE = regex(rf"(?:[+±№]|[!-~][”’]+)(?=[{EAST_ASIAN}])|[(（\[［{{｛“‘《〈「『【〔]\s+")
_MARKS = r"\u3001-\u30ff\ufe30-\uffe6"
_MAY_BIND = regex(rf"[“”‘’\"'…‥·]|[{_MARKS}][0-9A-Za-z]|[0-9A-Za-z][(\[{{$\\£¥«‹€{_MARKS}]")
_NEUTRAL_ROW = regex("[\u2000-\u206f ]+")
_PECULIAR = regex(rf"[…‥·～{_SMALL}]|\+|[±№]|[!-~][”’]|[0-9]-[0-9]|[(（\[［{{｛“‘《〈「『【〔]\s")
_NEVER_FIRST = frozenset(
    (Kind.SPACE, Kind.CLOSE, Kind.CLOSE_HAN, Kind.GLUE, Kind.DOT, Kind.MARK, Kind.JOINER)
)
_HAN_LIKE = frozenset((Kind.HAN, Kind.HANGUL, Kind.OPEN_HAN, Kind.CLOSE_HAN, Kind.FLAG))


class _Kinds(dict[str, Kind]):
    def __missing__(self, char: str) -> Kind:
        kind = self[char] = _kind(char)
        return kind


def opportunities(text: str) -> list[int]:
    """Return the indices at which a new line may begin, ascending; 0 is not among them.

    Spaces before a break belong to the line that they end.
    """
    places: list[int] = []
    before = int(Kind.GLUE)
    for place, kind in enumerate(map(_KINDS.__getitem__, text)):
        if kind >= Kind.MARK:
            if kind == Kind.JOINER:
                before = Kind.GLUE
            continue
        if _MAY_BREAK[before][kind]:
            places.append(place)
        before = kind
    if "://" in text or "www." in text:
        inside = {place for start, end in _addresses(text) for place in range(start + 1, end)}
        places = [place for place in places if place not in inside]
    return places


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield where addresses stand: from their scheme, or from www., to a space or Han."""
    at = 0
    for mark in _ADDRESS_MARK.finditer(text):
        start = mark.start() if mark[0] == "www." else _scheme_before(text, mark.start(), at)
        found = _ADDRESS.match(text, mark.end())
        if at <= start < mark.end() and found and found[0]:
            at = found.end()
            yield start, at


def _scheme_before(text: str, end: int, least: int) -> int:
    """Return where the scheme begins that ends there; -1 where none does from `least` on."""
    start = -1
    for place in range(end - 1, least - 1, -1):
        char = text[place]
        if not char.isascii() or not (char.isalnum() or char in "+.-"):
            break
        if char.isalpha():
            start = place
    return start


def as_drawn(text: str, places: list[int]) -> tuple[list[int], list[int], list[int]]:
    """Return the places that renderers leave of these.

    First PowerPoint's, then LibreOffice's beside Han, then its own by Latin rules. None of them
    keeps `……` whole, or `米²`. LibreOffice breaks `C++` before its last sign and a date after its
    hyphens, keeps `《` with a space after it, and by Latin rules begins lines with `·`.
    """
    free = drawn = tight = places
    if _PECULIAR.search(text):
        dots = {
            place
            for found in _DOTS.finditer(text)
            if not is_latin_at(text, found.start())
            for place in range(*found.span())
        }
        dots.update(found.start() for found in _FIGURES.finditer(text))
        marks = {found.start() for found in _AFTER_HAN.finditer(text)}
        free = sorted({*places, *dots, *marks})
        allowed = {*places, *dots, *(found.end() for found in _BROKEN_IN_OFFICE.finditer(text))}
        allowed.difference_update(found.end() for found in _WHOLE_IN_OFFICE.finditer(text))
        drawn = sorted(allowed)
        tight = sorted({*allowed, *(place for place in marks if text[place] == "·")})
    if tight is places and not _MAY_BIND.search(text):
        return free, drawn, places
    return free, drawn, [place for place in tight if not is_bound(text, place)]


def is_safe(text: str, place: int) -> bool:
    """Tell whether a forced break before `text[place]` leaves every grapheme whole."""
    before, after = _KINDS[text[place - 1]], _KINDS[text[place]]
    return (
        after < Kind.MARK
        and before != Kind.JOINER
        and after != Kind.SPACE
        and not before == after == Kind.FLAG
    )


def is_proper(text: str, place: int) -> bool:
    """Tell whether a break before `text[place]` is safe and keeps to the kinsoku marks."""
    return is_safe(text, place) and text[place] not in NO_START and text[place - 1] not in NO_END


def is_latin_at(text: str, place: int) -> bool:
    """Tell whether LibreOffice takes a character for Latin, and breaks by Latin rules there.

    Quotes and dots are taken for what stands before them; `·` never begins a line itself.
    """
    if text[place] == "·":
        return False
    char = text[place]
    if "\u2000" <= char <= "\u206f" or char == " ":
        rows = _neutral_rows(text)
        char = text[max(0, rows[bisect_right(rows, place) - 1] - 1)]
    return "!" <= char <= "~" or "\u00a1" <= char <= "\u024f"


@lru_cache(maxsize=64)
def _neutral_rows(text: str) -> list[int]:
    """Return where rows of quotes, dots and spaces begin; from each of thousands it is asked."""
    return [found.start() for found in _NEUTRAL_ROW.finditer(text)]


def is_bound(text: str, place: int) -> bool:
    """Tell whether LibreOffice, by its Latin rules, keeps both sides of a place together.

    Unicode's line breaking as it was before version 5.2 (UAX #14, rules 19 and 30): letters and
    digits stay with brackets and with commas and full stops beside them, quotes with everything.
    """
    before, after = text[place - 1], text[place]
    if before in _QUOTES or after in _QUOTES or after in "…‥":
        return True
    is_closed = _KINDS[before] == Kind.CLOSE_HAN and before not in "：；！？～"
    if after == "·":
        return is_closed
    if after.isascii() and after.isalnum():
        return is_closed or before == "·"
    is_open = _KINDS[after] in (Kind.OPEN, Kind.OPEN_HAN)
    return is_open and (before == "·" or (before.isascii() and before.isalnum()))


def _kind(char: str) -> Kind:
    if char == "·":
        return Kind.DOT
    is_han = is_east_asian(char)
    for members, plain_kind, han_kind in (
        (NO_START, Kind.CLOSE, Kind.CLOSE_HAN),
        (NO_END, Kind.OPEN, Kind.OPEN_HAN),
        (GLUES, Kind.GLUE, Kind.GLUE),
        (HYPHENS, Kind.HYPHEN, Kind.HYPHEN),
        (DASHES, Kind.DASH, Kind.DASH),
        (SPACES, Kind.SPACE, Kind.SPACE),
    ):
        if char in members:
            return han_kind if is_han else plain_kind
    if char == "\u200d":
        return Kind.JOINER
    if _is_mark(char) or _SMALL_FIGURE.match(char):
        return Kind.MARK
    if "\U0001f1e6" <= char <= "\U0001f1ff":
        return Kind.FLAG
    if "\uac00" <= char <= "\ud7a3" or "\u1100" <= char <= "\u115f":
        return Kind.HANGUL
    if is_han or is_wide(char):
        return Kind.HAN
    return Kind.DIGIT if char.isdigit() else Kind.WORD


def _is_mark(char: str) -> bool:
    """Combining marks, selectors, skin tones, tags, and Hangul's medial and final letters."""
    return (
        unicodedata.category(char)[0] == "M"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e007f"
        or "\u1160" <= char <= "\u11ff"
    )


def _may_break(before: Kind, after: Kind) -> bool:
    if after in _NEVER_FIRST:
        return False
    if before == Kind.DOT and after in (Kind.OPEN, Kind.OPEN_HAN):
        return False
    if before in (Kind.OPEN, Kind.OPEN_HAN, Kind.GLUE, Kind.JOINER):
        return False
    if before == after and before in (Kind.DASH, Kind.FLAG, Kind.HANGUL):
        return False
    if before == Kind.SPACE or before in _HAN_LIKE or after in _HAN_LIKE:
        return True
    if before == Kind.HYPHEN:
        return after != Kind.DIGIT
    return before == Kind.DASH


_KINDS = _Kinds()
_MAY_BREAK = tuple(tuple(_may_break(before, after) for after in Kind) for before in Kind)
