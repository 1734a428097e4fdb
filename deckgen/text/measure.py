"""How far words reach on one line.

What comes in: text, a size, a weight, the faces that may draw it. What leaves: lengths in EMU, from
the advances of those faces (`_faces.py`) and of the bundled font for all other characters
(`deckgen/data/fonts/advances.json`, made by `tools/make_fonts.py`). Nobody's fonts are opened:
the deck is shown on machines that we never see, so the same text has the same width everywhere.

The thing to know: renderers put a gap between Han and Latin of their own accord, and no font
knows of it. It is counted here, at the width of the most generous renderer.
"""

from __future__ import annotations

import json
import math
import unicodedata
from functools import cache, lru_cache
from itertools import accumulate
from typing import Any

from ..model.regex import regex
from ..model.style import NO_FONTS, Face, FontPair, TextStyle
from ..model.units import EMU_PER_PT, Emu
from ._faces import face_widths, tallest
from .fonts import FOLDER

EM = 1000  # widths are counted in thousandths of an em, as the font does

# LibreOffice 7.4 sets Han and Latin 0.24 em apart, in whatever face: 0.235 to 0.243 at sizes from
# 10 to 72 points, as it rounds. PowerPoint has no such rule, only Word has
GAPS = {"libreoffice": 244, "powerpoint": 0}
HAN_LATIN_GAP = max(GAPS.values())
DOTS_PER_PT = 600 / 72  # of the device that LibreOffice lays text out for
# DejaVu Sans Mono and Courier New advance by 0.60 em, Consolas and Menlo by less
MONO_ADVANCE = 600
FIXED = FontPair("Courier New", "Noto Sans CJK SC")
# Segoe UI Emoji, the widest of the colour fonts; nothing else is wider than an em
EMOJI_ADVANCE = 1370
# A letter of a script that the font lacks
STRANGE_ADVANCE = 750
TAB_ADVANCE = 2 * EM
# Noto Sans CJK, the tallest of the usual faces
LINE = 1450
# Chinese faces with layout tables draw —— without a seam, each dash a whole em
FULL_DASHES = "—―"
# Which face draws these nobody knows: DejaVu Sans gives them 0.528 em
SMALL_SIGNS = "⁺⁻⁼₊₋₌"
SMALL_SIGN = 530

EAST_ASIAN = (
    "\u1100-\u115f\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
)
_LATIN = "!-~\u00a1-\u10ff\u1200-\u1fff"
# What has no script of its own (curly quotes, dashes, arrows, signs, emoji) goes with what stands
# before it, and at the start of a paragraph with Latin
_SIGNS = "\u2000-\u2bff\U0001f000-\U0001faff"
_ANY_LATIN = regex(f"[{_LATIN}]|^[{_SIGNS}]")
# Over letters that stand for characters (`_Scripts`): ranges as large as these take Python three
# milliseconds to compile, and a text has few characters. More than so many signs make room enough
_GAP = regex("[hH][sLH ]{0,64}(?=[lL])|(?:[lL]|^s)[sLH ]{0,64}(?=[hH])")


class _Scripts(dict[int, str]):
    """A letter for every character: h for East Asian, l for Latin, s for signs, o for others.

    It is large for what is a space besides; other spaces are their own.
    """

    def __missing__(self, code: int) -> str:
        char = chr(code)
        known = (("h", EAST_ASIAN), ("l", _LATIN), ("s", _SIGNS))
        letter = next((letter for letter, ranges in known if _is_in(char, ranges)), "")
        if char.isspace() and letter != "s":
            letter = letter.upper() or " "
        self[code] = letter = letter or "o"
        return letter


_SCRIPTS = _Scripts()


class Widths(dict[str, int]):
    """The advance of every character; those that the font lacks are estimated, not refused."""

    def __missing__(self, char: str) -> int:
        width = self[char] = _estimate(char)
        return width


class CodeWidths(dict[str, int]):
    """Advances of code: Latin is no narrower than in a fixed-width face, Han keeps its own."""

    def __init__(self, natural: dict[str, int]) -> None:
        super().__init__()
        self._natural = natural

    def __missing__(self, char: str) -> int:
        natural = self._natural[char]
        is_free = natural == 0 or is_wide(char)
        width = self[char] = natural if is_free else max(natural, MONO_ADVANCE)
        return width


class DrawnWidths(dict[str, int]):
    """Advances at one size, in thousandths of its `drawn_em`.

    LibreOffice rounds each one to whole dots: eight digits in a row may gain three of them.
    PowerPoint does not; the wider counts.
    """

    def __init__(self, natural: dict[str, int], size_pt: float) -> None:
        super().__init__()
        self._natural = natural
        self._dots = size_pt * DOTS_PER_PT

    def __missing__(self, char: str) -> int:
        natural = self._natural[char]
        em = round(self._dots)
        rounded = int(natural * em / EM + 0.5)
        width = self[char] = max(natural, math.ceil(rounded * EM / max(em, self._dots)))
        return width


@cache
def widths(
    bold: bool, code: bool = False, fonts: FontPair = NO_FONTS, size_pt: float = 0
) -> dict[str, int]:
    """Return the table of advances (a look-up by `[]` never fails), in thousandths of an em.

    Without a size they are the fonts' own.
    """
    if size_pt:
        return DrawnWidths(widths(bold, code, fonts), size_pt)
    if code:
        return CodeWidths(widths(bold, fonts=fonts))
    data = _read("advances")
    table = Widths()
    for first, stretch in data["bold" if bold else "regular"].items():
        for offset, width in enumerate(stretch):
            table[chr(int(first) + offset)] = width
    if fonts != NO_FONTS:
        table.update(face_widths(fonts, bold))
    table.update(dict.fromkeys(FULL_DASHES, EM))
    table.update(dict.fromkeys(SMALL_SIGNS, SMALL_SIGN))
    return table


def fonts_of(style: TextStyle) -> FontPair:
    """Return the faces that may draw a style; a fixed-width one where it names none."""
    is_fixed = style.face is Face.MONO and style.fonts == NO_FONTS
    return FIXED if is_fixed else style.fonts


@cache
def line_em(fonts: FontPair = NO_FONTS) -> float:
    """Return the distance of two base lines at single spacing, in em, for the tallest face."""
    return (LINE if fonts == NO_FONTS else tallest(fonts)) / EM


def gaps(text: str) -> list[int]:
    """Return the places (indices of characters) before which Han and Latin stand apart."""
    if not _ANY_LATIN.search(text):
        return []
    return [found.end() for found in _GAP.finditer(text.translate(_SCRIPTS))]


def to_emu(units: int, size_pt: float) -> Emu:
    """Return thousandths of an em at that size in EMU, rounded up."""
    return math.ceil(units * size_pt * EMU_PER_PT / EM - 1e-6)


def drawn_em(size_pt: float) -> float:
    """Return the em that counts when lines are filled: LibreOffice rounds it to whole dots."""
    dots = size_pt * DOTS_PER_PT
    return size_pt * max(1.0, round(dots) / dots)


def advance(text: str, size_pt: float, bold: bool = False, fonts: FontPair = NO_FONTS) -> Emu:
    """Return how far `text` reaches on one line, in EMU, the gaps of Han and Latin included."""
    return to_emu(_natural(text, bold, fonts, size_pt), size_pt)


def missing(text: str) -> frozenset[str]:
    """Return the characters of `text` that the bundled font cannot draw."""
    covered = _coverage()
    return frozenset(char for char in set(text) - covered if not is_invisible(char))


def is_east_asian(char: str) -> bool:
    """Tell whether a character is of the scripts that stand apart from Latin."""
    return _is_in(char, EAST_ASIAN)


def _is_in(char: str, ranges: str) -> bool:
    """Tell whether a character is in one of the ranges of a pattern's brackets, `a-bc-d`."""
    return any(first <= char <= last for first, last in zip(ranges[::3], ranges[2::3], strict=True))


def is_wide(char: str) -> bool:
    """Tell whether a character is set on a full em, as Han is."""
    return unicodedata.east_asian_width(char) in ("W", "F")


def is_invisible(char: str) -> bool:
    """Tell whether a character has no shape of its own: controls, joiners, selectors."""
    return unicodedata.category(char) in ("Cc", "Cf", "Zs", "Zl", "Zp") or (
        "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    )


@lru_cache(maxsize=4096)
def _natural(text: str, bold: bool, fonts: FontPair, size_pt: float) -> int:
    table = widths(bold, fonts=fonts, size_pt=size_pt)
    return sum(map(table.__getitem__, text)) + HAN_LATIN_GAP * len(gaps(text))


def _estimate(char: str) -> int:
    if char == "\t":
        return TAB_ADVANCE
    category = unicodedata.category(char)
    if category in ("Mn", "Me", "Cf", "Cc"):
        return 0
    if char >= "\U0001f000" and category in ("So", "Sk"):
        return EMOJI_ADVANCE
    return STRANGE_ADVANCE if category[0] == "L" and not is_wide(char) else EM


@cache
def _coverage() -> frozenset[str]:
    flat = _read("coverage")
    ends = list(accumulate(flat))
    covered: list[str] = []
    for start, end in zip(ends[::2], ends[1::2], strict=True):
        covered += map(chr, range(start, end))
    return frozenset(covered)


def _read(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text("ascii"))
