"""Words that YAML takes for a comment: `发起 #橙色星期五#`, `编号 #1`.

A `#` after a blank begins a comment wherever it stands outside quotes and blocks, so a topic's
words would vanish without a word. A comment that its author meant has a blank after the `#`, or is
a line of its own; all others are told.
"""

from __future__ import annotations

from ..model.regex import regex
from ._sheet import Sheet
from ._tree import Text

_HASH = regex(r"[ \t]#\w")
_LONGEST = 30  # characters of them that are shown
_HINT = "put the text in quotes; a comment has a blank after its '#'"


class Hashes:
    """The places of a text where a `#` may begin a comment, in order; texts cover some of them."""

    def __init__(self, lines: list[str]) -> None:
        self._places = [
            (number, found.start() + 1, line)
            for number, line in enumerate(lines)
            if "#" in line
            for found in _HASH.finditer(line)
            if line[: found.start()].strip()
        ]
        self._at = 0
        self._lost: list[tuple[int, int, str]] = []

    def cover(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Take out the places inside a text, which goes from one line and column to another.

        Both count from 0. Texts come in their order, so no place is looked at twice.
        """
        places = self._places
        while self._at < len(places) and places[self._at][:2] < start:
            self._lost.append(places[self._at])
            self._at += 1
        while self._at < len(places) and places[self._at][:2] < end:
            self._at += 1

    def tell(self, sheet: Sheet) -> None:
        """Warn of the comments that are left, one a line."""
        told = -1
        for line, column, text in (*self._lost, *self._places[self._at :]):
            if line == told:
                continue
            told = line
            words = text[column:].rstrip()
            shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
            message = f"'{shown}' is lost: YAML takes it for a comment"
            sheet.warn(Text("", line + 1, column + 1, ""), message, _HINT, code="comment-of-words")
