"""What stays on one line although it is more than a word: stressed words, 《names》, 200 美元.

What comes in: runs or text. What leaves: where such stretches start and end.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TypeAlias

from ..model.regex import regex
from ..model.richtext import RichText, Run
from .measure import is_wide

Spans: TypeAlias = Sequence[tuple[int, int]]

# In half an em: more than this is a sentence, or a long title, which may go on on the next line
LONGEST = 16

_NAME = regex(r"《[^《》]*》")
# A number goes with 第 before it, and with the first letter of its unit: 第 7 页, 800万, 60% 的人
_FIGURE = regex(
    r"第 ?[0-9][0-9.,]*+(?: ?[\u3400-\u9fff])?|[0-9][0-9.,]*+[%％]? ?[\u3400-\u9fff]"
    r"|(?P<bare>[0-9][0-9.,]*+)"  # without a unit: passed over whole, not tried from each digit
)
_DIGIT = regex(r"[0-9]")


def names(text: str) -> Spans:
    """Return where names stand in their 《marks》."""
    return [found.span() for found in _NAME.finditer(text)] if "《" in text else ()


def figures(text: str) -> Spans:
    """Return where numbers stand with their units."""
    if not _DIGIT.search(text):
        return ()
    return [found.span() for found in _FIGURE.finditer(text) if found.lastgroup is None]


def stressed(runs: RichText) -> Spans:
    """Return where a few words are stressed: bold, say, among others that are not."""
    if len(runs) < 2:
        return ()
    spans: list[tuple[int, int]] = []
    start = 0
    for is_so, part in groupby(runs, _is_stressed):
        words = "".join(run.text for run in part)
        end = start + len(words)
        if is_so and _is_short(words):
            spans.append((start, end))
        start = end
    return spans


def together(text: str, runs: RichText) -> Spans:
    """Return all of a few words that stay together."""
    few = (span for span in names(text) if _is_short(text[slice(*span)]))
    return (*few, *figures(text), *stressed(runs))


def within(spans: Spans) -> frozenset[int]:
    """Return the places where a break would part one of the stretches."""
    return frozenset(place for start, end in spans for place in range(start + 1, end))


def _is_short(words: str) -> bool:
    return sum(1 + is_wide(char) for char in words) <= LONGEST


def _is_stressed(run: Run) -> bool:
    return run.bold or run.italic or run.mark or run.code or bool(run.link)
