"""A stretch of text between forced breaks, with everything known of it but a line's width.

What comes in: runs, their weight and their size. What leaves: pieces whose positions are in
thousandths of an em; filling lines is then a binary search. Where a line may end is the same at
every size and looked for once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate

from ..model.record import record
from ..model.richtext import RichText, plain
from ..model.style import FontPair, TextStyle
from ._breaks import FORCED_BREAK, as_drawn, is_latin_at, is_proper, is_safe, opportunities
from ._stretches import Spans, stressed
from .measure import HAN_LATIN_GAP, fonts_of, gaps, widths

# Noto Sans CJK draws `…` that much wider beside Latin, in bold
WIDER_DOTS = 101


@record(eq=False)
class Breaks:
    """Places where a new line may begin, the end of the text last.

    `reach[i]` is how far the text before `places[i]` goes, the spaces at its end left out.
    """

    places: Sequence[int]
    reach: Sequence[int]


@record(eq=False)
class _Spots:
    """Places where a new line may begin, and where the text before each ends, spaces left out."""

    places: Sequence[int]
    solid: Sequence[int]


@record(eq=False)
class _Seams:
    """What is known of a text at every size: its gaps, its wide dots, and a `Piece`'s places."""

    gaps: Sequence[int]
    dots: Sequence[int]
    loose: _Spots
    free: _Spots
    drawn: _Spots
    tight: _Spots


@record(eq=False)
class Piece:
    """Text without forced breaks; `offset` is its place in the paragraph.

    `starts` and `ends` say from where to where each character goes on an endless line; where
    Han and Latin meet, the gap between them lies before the later one. `loose` are the places
    that we want; `free` are PowerPoint's, `drawn` are LibreOffice's, and `tight` those it leaves
    where the next line would begin in Latin letters. `stressed` words rather stay together.
    """

    text: str
    offset: int
    starts: Sequence[int]
    ends: Sequence[int]
    loose: Breaks
    free: Breaks
    drawn: Breaks
    tight: Breaks
    stressed: Spans = ()

    @property
    def width(self) -> int:
        """How far the whole text reaches, the spaces at its end left out."""
        return self.loose.reach[-1]

    @property
    def longest(self) -> int:
        """How far the longest stretch reaches that has no place for a new line."""
        starts = (self.starts[place] for place in (0, *self.loose.places[:-1]))
        return max(
            (end - start for start, end in zip(starts, self.loose.reach, strict=True)), default=0
        )

    def width_of(self, start: int, stop: int) -> int:
        """Return how far the line from `start` to `stop` reaches, trailing spaces left out."""
        end = start + len(self.text[start:stop].rstrip())
        return self.ends[end - 1] - self.starts[start] if end > start else 0

    def breaks_at(self, places: Iterable[int]) -> Breaks:
        """Return these places with their reach, the end of the text added."""
        return _reached(_spots(self.text, places), self.ends)


def pieces(runs: RichText, style: TextStyle, size_pt: float) -> tuple[Piece, ...]:
    """Return the pieces of a paragraph in that style, as it is drawn at that size."""
    return _pieces(runs, style.bold, fonts_of(style), size_pt)


@lru_cache(maxsize=512)
def _pieces(runs: RichText, bold: bool, fonts: FontPair, size_pt: float) -> tuple[Piece, ...]:
    text = plain(runs)
    advances: list[int] = []
    for run in runs:
        table = widths(run.bold or bold, run.code, fonts, size_pt)
        advances += map(table.__getitem__, run.text)
    cuts = [0]
    for found in FORCED_BREAK.finditer(text):
        cuts += found.span()
    cuts.append(len(text))
    spans = stressed(runs)
    begins = [start for start, _ in spans]
    return tuple(
        _piece(
            text[start:stop],
            start,
            advances[start:stop],
            [
                (a - start, b - start)
                for a, b in spans[bisect_left(begins, start) : bisect_left(begins, stop)]
                if b <= stop
            ],
        )
        for start, stop in zip(cuts[::2], cuts[1::2], strict=True)
    )


def fill(piece: Piece, limit: int, preferred: Breaks) -> list[int]:
    """Return the ends of the fullest lines, at `preferred` places as long as these suffice.

    A stretch too long for a line is broken at any legal place, and where there is none, within
    a word, but never inside a grapheme.
    """
    places, reach = preferred.places, preferred.reach
    length = len(piece.text)
    lines: list[int] = []
    start = next_place = 0
    while start < length:
        last = bisect_right(reach, limit + piece.starts[start], next_place) - 1
        if last >= next_place:
            start = places[last]
            next_place = last + 1
        else:
            start = _break_within(piece, start, places[next_place], limit)
            if start == places[next_place]:
                next_place += 1
        lines.append(start)
    return lines or [0]


def fill_anywhere(piece: Piece, limit: int) -> list[int]:
    """Return the ends of the fullest lines, of the renderer that makes more of them.

    The lines that we want are returned where they are no more than those.
    """
    return fill_steady(piece, limit)[0]


def fill_steady(piece: Piece, limit: int) -> tuple[list[int], int]:
    """Return the same, and the least limit down to which the lines stay as they are.

    A fullest line stays while it fits, for what is narrower holds no more.
    """
    wanted = fill(piece, limit, piece.loose)
    least = _widest(piece, wanted)
    if piece.tight is piece.drawn is piece.loose or len(wanted) == 1:
        return wanted, min(least, limit)
    free = wanted
    if piece.free is not piece.loose:
        free = fill(piece, limit, piece.free)
        least = max(least, _widest(piece, free))
    tight, least_tight = _fill_tight(piece, limit)
    longer = max(free, tight, key=len)
    taken = wanted if len(wanted) == len(longer) else longer
    return taken, min(max(least, least_tight), limit)


def _widest(piece: Piece, lines: Sequence[int]) -> int:
    """Return how far the longest of these lines reaches."""
    starts = (0, *lines[:-1])
    return max(map(piece.width_of, starts, lines))


def _fill_tight(piece: Piece, limit: int) -> tuple[list[int], int]:
    """Fill lines as LibreOffice does: by Latin rules before a Latin letter.

    Returned with the lines is the least limit down to which no character goes over a line's end.
    """
    lines: list[int] = []
    start, length, least = 0, len(piece.text), 0
    while start < length:
        room = limit + piece.starts[start]
        over = bisect_right(piece.ends, room, start)
        # where no more than the gap before a letter is too wide, the line ends in Han
        is_latin = over < length and is_latin_at(piece.text, over) and piece.starts[over] <= room
        held = piece.starts[over] if is_latin else piece.ends[over - 1] if over > start else room
        least = max(least, held - piece.starts[start])
        breaks = piece.tight if is_latin else piece.drawn
        last = bisect_right(breaks.reach, room) - 1
        if last < 0 or breaks.places[last] <= start:
            breaks = piece.drawn
            last = bisect_right(breaks.reach, room) - 1
        if last >= 0 and breaks.places[last] > start:
            start = breaks.places[last]
        else:
            following = bisect_right(breaks.places, start)
            start = _break_within(piece, start, breaks.places[following], limit)
        lines.append(start)
    return lines, least


def count_with_fields(parts: Iterable[tuple[Sequence[Piece], bool]], limit: int) -> int:
    """Return how many lines LibreOffice makes of runs, of which some are fields.

    A field that does not fit into the rest of a line begins one, and what follows a field of more
    than one line begins another.
    """
    lines, used = 1, 0
    for run, is_field in parts:
        for number, piece in enumerate(run):
            if number:  # a forced break stands before it
                lines, used = lines + 1, 0
            if used + piece.width <= limit:
                used += piece.ends[-1] if piece.text else 0
            elif is_field:
                ends = fill_anywhere(piece, limit)
                lines += len(ends) - (not used)
                used = piece.width if len(ends) == 1 else limit
            else:
                ends = _fill_after(piece, limit, used)
                lines += len(ends) - 1
                used = piece.width_of(ends[-2], ends[-1])
    return lines


def _fill_after(piece: Piece, limit: int, used: int) -> list[int]:
    """Return the ends of the fullest lines, the first of which has been used so far."""
    places, reach = piece.loose.places, piece.loose.reach
    fitting = bisect_right(reach, limit - used)
    ends = [places[fitting - 1]] if fitting else [0] if used else []
    while not ends or ends[-1] < len(piece.text):
        start = ends[-1] if ends else 0
        last = bisect_right(reach, limit + piece.starts[start]) - 1
        if last < 0 or places[last] <= start:
            following = places[bisect_right(places, start)]
            ends.append(_break_within(piece, start, following, limit))
        else:
            ends.append(places[last])
    return ends if len(ends) > 1 else [0, *ends]


def _piece(text: str, offset: int, advances: list[int], spans: Spans) -> Piece:
    seams = _seams(text)
    for place in seams.gaps:
        advances[place - 1] += HAN_LATIN_GAP
    for place in seams.dots:
        advances[place] += WIDER_DOTS
    starts = [0, *accumulate(advances)]
    ends = starts[1:]
    for place in seams.gaps:
        ends[place - 1] -= HAN_LATIN_GAP
    starts.pop()
    loose = _reached(seams.loose, ends)
    free, drawn, tight = (
        loose if spots is seams.loose else _reached(spots, ends)
        for spots in (seams.free, seams.drawn, seams.tight)
    )
    return Piece(text, offset, starts, ends, loose, free, drawn, tight, spans)


@lru_cache(maxsize=512)
def _seams(text: str) -> _Seams:
    places = opportunities(text)
    loose = _spots(text, places)
    free, drawn, tight = (
        loose if some == places else _spots(text, some) for some in as_drawn(text, places)
    )
    dots = [
        place
        for place in (range(len(text)) if "…" in text else ())
        if text[place] == "…" and is_latin_at(text, place)
    ]
    return _Seams(gaps(text), dots, loose, free, drawn, tight)


def _spots(text: str, places: Iterable[int]) -> _Spots:
    """Return these places, the end of the text added, and where the solid text before each ends."""
    all_places = [*places, len(text)]
    solid: list[int] = []
    for place in all_places:
        end = place
        while end and text[end - 1].isspace():
            end -= 1
        solid.append(end)
    return _Spots(all_places, solid)


def _reached(spots: _Spots, ends: Sequence[int]) -> Breaks:
    return Breaks(spots.places, [ends[end - 1] if end else 0 for end in spots.solid])


def _break_within(piece: Piece, start: int, stop: int, limit: int) -> int:
    """Return where to break a stretch that is too long for a line."""
    room = limit + piece.starts[start]
    loose = piece.loose
    last = bisect_right(loose.reach, room) - 1
    if last >= 0 and start < loose.places[last] < stop:
        return loose.places[last]
    text = piece.text
    furthest = min(bisect_right(piece.ends, room, start, stop), stop - 1)
    for is_allowed in (is_proper, is_safe):
        for place in range(furthest, start, -1):
            if is_allowed(text, place):
                return place
    for place in range(max(furthest, start) + 1, stop):
        if is_safe(text, place):
            return place
    return stop
