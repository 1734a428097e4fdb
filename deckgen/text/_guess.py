"""Words by rule, for machines that no dictionary is made for.

Most words of modern Chinese have two characters, and what has one is mostly a particle that is
known. So Han between particles is taken in twos, a numeral begins a word, and three stay whole. Of
five or more an odd one stands by itself before the last two, for it may belong to either side:
互联|网|时代. One end in six falls inside a word of rjieba's; of all places, every second would.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model.regex import regex

_STRETCH = regex(r"[\u3400-\u9fff]+|[^\W\u3400-\u9fff]+|[\W]")
_NUMERALS = frozenset("一二两三四五六七八九十百千万亿")


def guess_words(text: str, particles: frozenset[str]) -> tuple[str, ...]:
    """Return the text in pieces that are words, as far as rules can tell."""
    return tuple(
        word for found in _STRETCH.finditer(text) for word in _words(found.group(), particles)
    )


def _words(stretch: str, particles: frozenset[str]) -> Iterator[str]:
    if not "\u3400" <= stretch[0] <= "\u9fff":
        yield stretch
        return
    begun = 0
    for place, char in enumerate(stretch):
        if char in particles:
            yield from _twos(stretch[begun:place])
            yield char
            begun = place + 1
        elif char in _NUMERALS:
            yield from _twos(stretch[begun:place])
            begun = place
    yield from _twos(stretch[begun:])


def _twos(han: str) -> Iterator[str]:
    if len(han) == 3:
        yield han
        return
    odd = len(han) - 3 if len(han) % 2 and len(han) > 3 else len(han)
    for start in range(0, odd, 2):
        yield han[start : start + 2]
    if odd < len(han):
        yield han[odd]
        yield han[odd + 1 :]
