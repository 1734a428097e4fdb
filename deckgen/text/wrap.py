"""Break a paragraph into lines.

What comes in: runs, their style, a size and a width. What leaves: lines that together hold every
character of the input once, in its own style. Spaces and forced breaks (a line feed or vertical
tab inside a run) stay at the end of the line that they end, and have no width there.

The thing to know: text that fits on one line is only added up, never broken; most text does.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ..model.regex import regex
from ..model.richtext import Cutter, RichText, plain
from ..model.scene import TextLine
from ..model.style import FontPair, TextStyle
from ..model.units import EMU_PER_PT, Emu
from ._balance import balanced, phrase_breaks
from ._piece import Piece, count_with_fields, fill, fill_anywhere, fill_steady, pieces
from .measure import (
    EAST_ASIAN,
    EM,
    EMOJI_ADVANCE,
    HAN_LATIN_GAP,
    drawn_em,
    fonts_of,
    gaps,
    to_emu,
    widths,
)

_ANY_BREAK = regex(r"[\n\v\r\u2028]")
_WORD = regex(rf"[^\s{EAST_ASIAN}]{{4,}}")  # what is shorter fits every line
_MARKS = 4 * EM  # what marks may stand round a word, and go with it: “《…》”


def wrap(
    runs: RichText, style: TextStyle, size_pt: float, width: Emu, *, balance: bool = False
) -> tuple[TextLine, ...]:
    """Break runs into lines no wider than `width` less the style's margin.

    `balance` is for titles, headings, map nodes and centred text: the fewest lines that keep
    words and 《names》 whole, then even ones. A grapheme wider than the room stands alone.
    """
    if not balance:
        return wrap_steady(runs, style, size_pt, limit_of(style, size_pt, width))[0]
    limit = limit_of(style, size_pt, width)
    natural = _natural(runs, style, size_pt)
    if 0 <= natural <= limit:
        return (TextLine(runs, to_emu(natural, size_pt)),)
    all_pieces = pieces(runs, style, size_pt)
    return _cut(runs, size_pt, all_pieces, [balanced(piece, limit) for piece in all_pieces])


def wrap_steady(
    runs: RichText, style: TextStyle, size_pt: float, limit: int
) -> tuple[tuple[TextLine, ...], int]:
    """Break runs into the fullest lines that a limit holds; they are the same down to another.

    Limits are in thousandths of an em, as `limit_of` gives them.
    """
    natural = _natural(runs, style, size_pt)
    if 0 <= natural <= limit:
        return (TextLine(runs, to_emu(natural, size_pt)),), natural
    all_pieces = pieces(runs, style, size_pt)
    filled = [fill_steady(piece, limit) for piece in all_pieces]
    least = max(least for _, least in filled)
    return _cut(runs, size_pt, all_pieces, [ends for ends, _ in filled]), least


def _cut(
    runs: RichText, size_pt: float, all_pieces: Sequence[Piece], filled: Sequence[Sequence[int]]
) -> tuple[TextLine, ...]:
    """Return the lines of pieces that end at these places."""
    lines: list[TextLine] = []
    cutter = Cutter(runs)
    for index, (piece, ends) in enumerate(zip(all_pieces, filled, strict=True)):
        start = 0
        for end in ends:
            reach = to_emu(piece.width_of(start, end), size_pt)
            is_last = end == ends[-1]
            stop = all_pieces[index + 1].offset if is_last and index + 1 < len(all_pieces) else 0
            lines.append(TextLine(cutter.cut(stop or piece.offset + end), reach))
            start = end
    return tuple(lines)


def count_lines(
    runs: RichText, style: TextStyle, size_pt: float, width: Emu, *, balance: bool = False
) -> int:
    """Return how many lines `wrap` would make, without making them; with links it may be more.

    LibreOffice takes a link for a field, which begins a line unless it fits into the rest of one.
    """
    limit = limit_of(style, size_pt, width)
    if 0 <= _natural(runs, style, size_pt) <= limit:
        return 1
    count = 0
    for piece in pieces(runs, style, size_pt):
        if balance:
            count += len(fill(piece, limit, phrase_breaks(piece, limit)))
        else:
            count += len(fill_anywhere(piece, limit))
    if len(runs) > 1 and any(run.link for run in runs):
        parts = [(pieces((run,), style, size_pt), bool(run.link)) for run in runs]
        return max(count, count_with_fields(parts, limit))
    return count


def least_lines(runs: RichText, style: TextStyle, size_pt: float, width: Emu) -> int:
    """Return a number of lines that `wrap` makes at the least, told without breaking any.

    As many as the letters fill, one after another, and as forced breaks part.
    """
    limit, fonts = limit_of(style, size_pt, width), fonts_of(style)
    total = breaks = 0
    for run in runs:
        solid = "".join(run.text.split())
        total += _run_width(solid, run.bold or style.bold, run.code, fonts, size_pt)
        breaks += run.text.count("\n") + run.text.count("\v")
    return max(breaks, total // limit) if limit else breaks


def is_cut(runs: RichText, style: TextStyle, size_pt: float, width: Emu) -> bool:
    """Tell whether a word is wider than a line, so that `wrap` has to break within it."""
    longest = max(map(len, _WORD.findall(plain(runs))), default=0)
    limit = limit_of(style, size_pt, width)
    if not longest or longest * EMOJI_ADVANCE + _MARKS <= limit:  # however wide its letters are
        return False
    if 0 <= _natural(runs, style, size_pt) <= limit:
        return False
    return any(piece.longest > limit for piece in pieces(runs, style, size_pt))


def limit_of(style: TextStyle, size_pt: float, width: Emu) -> int:
    """Return the room of a line in thousandths of an em, of a frame's width in EMU."""
    return _units(width - style.margin, size_pt)


@lru_cache(maxsize=1024)
def _units(width: Emu, size_pt: float) -> int:
    return max(0, int(width * EM / (drawn_em(size_pt) * EMU_PER_PT) + 1e-9))


def _natural(runs: RichText, style: TextStyle, size_pt: float) -> int:
    """Return the width on one line, or -1 for text that has to be looked at more closely."""
    fonts = fonts_of(style)
    if len(runs) == 1:
        run = runs[0]
        return _text_width(run.text, run.bold or style.bold, run.code, fonts, size_pt)
    text = plain(runs)
    if _needs_care(text):
        return -1
    total = HAN_LATIN_GAP * len(gaps(text))
    for run in runs:
        total += _run_width(run.text, run.bold or style.bold, run.code, fonts, size_pt)
    return total


@lru_cache(maxsize=4096)
def _text_width(text: str, bold: bool, code: bool, fonts: FontPair, size_pt: float) -> int:
    """Return the width of text in one style on one line, or -1 as `_natural` does."""
    if _needs_care(text):
        return -1
    return _run_width(text, bold, code, fonts, size_pt) + HAN_LATIN_GAP * len(gaps(text))


@lru_cache(maxsize=4096)
def _run_width(text: str, bold: bool, code: bool, fonts: FontPair, size_pt: float) -> int:
    return sum(map(widths(bold, code, fonts, size_pt).__getitem__, text))


def _needs_care(text: str) -> bool:
    """Tell whether there are forced breaks, spaces at the end (no room), or `…` (by its place)."""
    return text[-1:].isspace() or "…" in text or _ANY_BREAK.search(text) is not None
