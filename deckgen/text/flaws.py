"""Tell what is wrong with lines as they are broken, and find the step at which least is.

What comes in: paragraphs in lines. What leaves: faults, counted in steps down the scale that it is
worth taking to be rid of them. The one thing to know: only headings and their like are asked for
whole words; running text is broken where its lines are full.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TypeVar

from ..model.richtext import RichText, plain
from ..model.scene import TextBody, TextParagraph
from ..model.style import TextStyle
from ..model.theme import Placeholder
from ..model.units import Size
from ._balance import inside_words
from ._setting import Setting, is_sturdy
from ._stretches import together, within
from .fit import Fitted, height_of, line_width

LONE, STRESS, CUT, LINE, HIGH = 4, 3, 2, 2, 4
STEP = 3  # what a step down the scale costs, where faults count thrice
MOST_LINES = 4  # of a heading; what has more is read as running text
LARGE = 28  # pt: what is no smaller after two steps down the scale may take them
MOST_LOST, SMALL = 25, 18  # per cent, pt: or what loses no more of its size and is no smaller
MARKS = "，。、；：！？,.;:!?”’」』）)】》…"

T = TypeVar("T")


def flaws_of(paragraphs: Sequence[TextParagraph]) -> int:
    """Return how badly lines end: in a lone character, or in a word of a heading."""
    headings = [one for one in paragraphs if one.balance and 1 < len(one.lines) <= MOST_LINES]
    cuts = list(map(_cuts, headings))
    words, stretches = sum(cut for cut, _ in cuts), sum(cut for _, cut in cuts)
    return LONE * sum(map(is_lone, paragraphs)) + CUT * words + STRESS * stretches


def flaws_in(holder: Placeholder, fitted: Fitted, text: TextBody) -> int:
    """Return the faults of a text that was settled there: thrice those that it has in any face.

    Those in its own faces count twice, those in one that stands in for them once.
    """
    room, paragraphs = holder.frame.inset(text.insets), text.paragraphs
    if all(len(one.lines) == 1 for one in paragraphs) and is_sturdy(paragraphs, room.width):
        return 0
    is_longer = text.insets != fitted.insets and text.height > fitted.body.height
    here = there = flaws_of(paragraphs)
    width = line_width(Size(holder.frame.width, holder.frame.height), text.insets)
    if other := Setting(fitted.flows, fitted.step).stood_in_at(width):
        there = flaws_of(other) + HIGH * (height_of(other) > room.height)
    return 2 * here + there + 3 * LINE * is_longer


def is_lone(paragraph: TextParagraph) -> bool:
    """Tell whether the last of several lines is a single character, marks aside."""
    if len(paragraph.lines) < 2:
        return False
    return len(plain(paragraph.lines[-1].runs).strip().rstrip(MARKS)) <= 1


def words_cut(paragraphs: Sequence[TextParagraph]) -> int:
    """Return how many lines end inside a word, a name, or words that are stressed together."""
    return sum(sum(_cuts(paragraph)) for paragraph in paragraphs if len(paragraph.lines) > 1)


def steps_from(step: int, styles: Iterable[TextStyle]) -> range:
    """Return the steps that these styles may be set at: this, the next, and the one after it.

    That only where it is large enough, or not much smaller.
    """
    scales = [style.sizes for style in styles]
    last = max(map(len, scales)) - 1
    now, two_on = ([sizes[min(at, len(sizes) - 1)] for sizes in scales] for at in (step, step + 2))
    is_fair = max(two_on) * 100 >= max(now) * (100 - MOST_LOST) and min(two_on) >= SMALL
    return range(step, min(step + (2 if is_fair or max(two_on) >= LARGE else 1), last) + 1)


def least_flawed(
    start: T, steps: Sequence[int], again: Callable[[int], T], flaws: Callable[[T, float], int]
) -> tuple[T, int]:
    """Return what is set at the first step, or at a further one that is worth it, and its step.

    `again` sets it at another step; `flaws` counts its faults, and may stop where there are more
    than are asked for. What is smaller has to be rid of two thirds of them.
    """
    best, taken, least = start, steps[0], flaws(start, math.inf)
    most = least // 3
    for further, step in enumerate(steps[1:], 1):
        bound = min(most, least - further * STEP - 1)
        if bound < 0:
            break
        tried = again(step)
        left = flaws(tried, bound)
        if left <= bound:
            best, taken, least = tried, step, left + further * STEP
    return best, taken


def _cuts(paragraph: TextParagraph) -> tuple[int, int]:
    """Return how many lines end in a word, and how many in what belongs together besides."""
    texts = [plain(line.runs) for line in paragraph.lines]
    return _cuts_at("".join(texts), paragraph.runs, tuple(accumulate(map(len, texts[:-1]))))


@lru_cache(maxsize=1024)
def _cuts_at(text: str, runs: RichText, ends: tuple[int, ...]) -> tuple[int, int]:
    inside, parting = inside_words(text), within(together(text, runs))
    return sum(end in inside for end in ends), sum(end in parting for end in ends)
