"""Break short text as a typesetter would: between phrases, evenly.

What comes in: a piece and the room of a line. What leaves: the ends of its lines, as few as there
can be without breaking a word, a 《name》 or **stressed** words, of nearly the same width, ending
where the sense pauses. Words come from rjieba, or by rule where no wheel of it is (`_guess.py`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from ..model.regex import regex
from ..model.richtext import RichText
from ._breaks import NO_START
from ._guess import guess_words
from ._piece import Breaks, Piece, fill
from ._stretches import Spans, figures, names, together, within

# More than this is running text, where raggedness is nobody's concern
MOST_LINES = 12
MOST_PLACES = 240

# Places that words alone would allow: 下|一个, 十个|人
_BOUND = regex(r"(?<=[上下这那每某])(?=[一几两])|(?<=个)(?=人)")
_HAN_WORD = regex(r"[\u3400-\u9fff]{2}")
_PAUSES = "。！？；：…—.!?;:"
_HALF_PAUSES = "，、,）)》」』”】"
# Words of one character that lean on the word before them, and on the word after
_LEANS_BACK = frozenset("的了着过地得们吗呢吧啊等之里上中下也")
_LEANS_ON = frozenset("把被在和与及或是从向对为让用以不就更很最到给跟由只还再又都才没要会能可")

_COST_PAUSE, _COST_HALF_PAUSE, _COST_WORD = 0.0, 6.0, 20.0
_COST_AFTER_PARTICLE = 4.0
_COST_BEFORE_LEANING = 8.0  # 到经营客户 begins a phrase
_COST_LEANING = 14.0
_COST_SHORT = 10.0  # 卖 stays with 产品
_COST_BROKEN_WORD = 400.0
_COST_BROKEN_COMPOUND = 100.0  # 公共|设施
_COST_PARTED = 200.0  # 200 |美元, 只认|第一
COST_LONE = 800.0  # one character alone on the last line


@lru_cache(maxsize=512)
def phrase_breaks(piece: Piece, limit: int) -> Breaks:
    """Return the places between words, names that fit on one line kept whole."""
    inner = inside_words(piece.text)
    whole = [span for span in _whole(piece) if piece.width_of(*span) <= limit]
    if not inner and not whole:
        return piece.loose
    parting = within(whole)
    return piece.breaks_at(
        place for place in piece.loose.places[:-1] if place not in inner and place not in parting
    )


def _whole(piece: Piece) -> Spans:
    return (*names(piece.text), *figures(piece.text), *piece.stressed)


@lru_cache(maxsize=512)
def balanced(piece: Piece, limit: int) -> Sequence[int]:
    """Return the ends of the lines, as many as `fill` makes of the phrases."""
    phrases = phrase_breaks(piece, limit)
    greedy = fill(piece, limit, phrases)
    count = len(greedy)
    places = sorted({*phrases.places, *greedy})
    if count == 1 or count > MOST_LINES or len(places) > MOST_PLACES:
        return greedy
    return _cheapest(piece, limit, places, count) or greedy


def cost_of(lines: Sequence[tuple[str, float]], runs: RichText = ()) -> float:
    """Return what a text costs in these lines, each with its width in any unit: 0 is perfect."""
    ends = list(accumulate(len(line) for line, _ in lines))
    text = "".join(line for line, _ in lines)
    ideal = sum(width for _, width in lines) / len(lines)
    ragged = sum(_ragged(width, ideal) for _, width in lines)
    lone = _lone_cost(lines[-1][0]) if len(lines) > 1 else 0.0
    return _cost_at(text, runs, tuple(ends)) + ragged + lone


@lru_cache(maxsize=1024)
def _cost_at(text: str, runs: RichText, ends: tuple[int, ...]) -> float:
    return sum(_break_costs(text, ends, together(text, runs)))


def _cheapest(piece: Piece, limit: int, places: list[int], count: int) -> list[int]:
    """Return the line ends of least cost among `places`, in exactly `count` lines.

    Dynamic programming over (lines so far, place): a line's cost is the square of how far it
    is from the mean width, and what its break costs.
    """
    ideal = piece.width / count
    costs = _break_costs(piece.text, places, _whole(piece))
    reach = piece.breaks_at(places).reach
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for number in range(1, count + 1):
        reached: dict[int, tuple[float, list[int]]] = {}
        for start, (cost, ends) in best.items():
            first = bisect_right(places, start)
            # the last line takes all the rest
            for index in range(first if number < count else len(places) - 1, len(places)):
                place = places[index]
                width = reach[index] - piece.starts[start]
                # a line that is too wide even as far as the next place has to be taken
                if width > limit and index > first:
                    break
                if number < count and index == len(places) - 1:
                    continue
                total = cost + costs[index] + _ragged(width, ideal)
                if number == count:
                    total += _lone_cost(piece.text[start:])
                # of equals, the one with the longer first lines
                if place not in reached or total <= reached[place][0]:
                    reached[place] = (total, [*ends, place])
        best = reached
    return best.get(len(piece.text), (0.0, []))[1]


def _break_costs(text: str, places: Sequence[int], whole: Spans) -> list[float]:
    """Return what it costs to break at each of these places; within `whole` rather nowhere."""
    words = _words(text)
    inside, parting = inside_words(text), within(whole)
    ends = list(accumulate(map(len, words)))
    costs: list[float] = []
    for place in places:
        last = _last_before(text, place)
        index = bisect_left(ends, place)
        if place == len(text) or last in _PAUSES:
            costs.append(_COST_PAUSE)
        elif place != ends[index]:
            costs.append(_broken_cost(words[index], len(words[index]) - ends[index] + place))
        elif place in inside or place in parting:
            costs.append(_COST_PARTED)
        elif last in _HALF_PAUSES or text[place - 1].isspace():
            costs.append(_COST_HALF_PAUSE)
        else:
            costs.append(_word_cost(words[index], words[index + 1]))
    return costs


def _last_before(text: str, place: int) -> str:
    """Return the last character before a place that is no space; nothing where there is none."""
    while place and text[place - 1].isspace():
        place -= 1
    return text[place - 1] if place else ""


def _broken_cost(word: str, place: int) -> float:
    """Return what it costs to break this word: less where it is made of others."""
    parts = _parts(word) if 2 <= place < len(word) else ()
    is_compound = word[:place] in parts or word[place:] in parts
    return _COST_BROKEN_COMPOUND if is_compound else _COST_BROKEN_WORD


def _word_cost(before: str, after: str) -> float:
    """Return what it costs to break between these two words."""
    cost = _COST_WORD
    if before in _LEANS_BACK:
        cost = _COST_AFTER_PARTICLE
    elif after in _LEANS_ON:
        cost = _COST_BEFORE_LEANING
    elif _is_short(before) or _is_short(after):
        cost += _COST_SHORT
    if before in _LEANS_ON or after in _LEANS_BACK:
        cost += _COST_LEANING
    return cost


def _is_short(word: str) -> bool:
    """Tell whether a word is one Han character."""
    return len(word) == 1 and "\u3400" <= word <= "\u9fff"


def _ragged(width: float, ideal: float) -> float:
    return 100 * ((width - ideal) / ideal) ** 2 if ideal else 0.0


def _lone_cost(line: str) -> float:
    solid = [char for char in line if char not in NO_START and not char.isspace()]
    return COST_LONE if len(solid) <= 1 else 0.0


@lru_cache(maxsize=1024)
def inside_words(text: str) -> frozenset[int]:
    """Return the places where a break would cut a word."""
    if not _HAN_WORD.search(text):
        return frozenset()
    ends = accumulate(map(len, _words(text)))
    inner = frozenset(range(1, len(text))).difference(ends)
    return inner.union(found.start() for found in _BOUND.finditer(text))


@lru_cache(maxsize=1024)
def _parts(word: str) -> tuple[str, ...]:
    """Return the words that a word is made of, and itself."""
    try:
        import rjieba
    except ImportError:
        return (word,)
    return tuple(rjieba.cut_for_search(word))


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[str, ...]:
    try:
        import rjieba
    except ImportError:
        return guess_words(text, _LEANS_BACK | _LEANS_ON)
    return tuple(rjieba.cut(text))
