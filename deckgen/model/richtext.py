"""Inline text, the same on every floor: runs in a paragraph.

`RichText` is a tuple of runs. A title, a gist and a line of a note are rich text; a `Paragraph`
adds its level and whether it is an item of a list.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from .color import Color
from .record import record


@record
class Run:
    """Words that share their style; `link` is a URL, or `#id` of a topic, or empty.

    `color` is for listings, whose words are told apart by what they are, and for verdicts.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    mark: bool = False
    link: str = ""
    color: Color | None = None


RichText: TypeAlias = tuple[Run, ...]


@record
class Paragraph:
    """One paragraph: its runs, its level (0 outermost) and whether it is a list's item."""

    runs: RichText
    level: int = 0
    is_item: bool = False


def rich(text: str) -> RichText:
    """Return plain text as rich text; nothing for an empty string."""
    return (Run(text),) if text else ()


def plain(text: RichText) -> str:
    """Return the words alone."""
    if len(text) == 1:
        return text[0].text
    return "".join(run.text for run in text)


def followed(text: RichText, mark: str) -> RichText:
    """Return text with a mark after it.

    A link takes the mark in: LibreOffice may end a line after a link, whatever comes next.
    """
    last = text[-1]
    if last.link:
        return (*text[:-1], replace(last, text=last.text + mark))
    return (*text, Run(mark))


class Cutter:
    """Hands out runs from the front, whole where it can: all of them in one pass."""

    def __init__(self, runs: RichText) -> None:
        self._runs = runs
        self._index = 0  # the run in hand
        self._taken = 0  # characters of it that were handed out
        self._place = 0  # the same in the paragraph

    def cut(self, stop: int) -> RichText:
        """Return the runs from where the last cut ended to the paragraph's place `stop`."""
        parts: list[Run] = []
        while self._place < stop and self._index < len(self._runs):
            run = self._runs[self._index]
            end = min(len(run.text), self._taken + stop - self._place)
            if end > self._taken:
                parts.append(_part(run, self._taken, end))
            self._place += end - self._taken
            self._taken = end
            if end == len(run.text):
                self._index += 1
                self._taken = 0
        return tuple(parts)


def _part(run: Run, start: int, end: int) -> Run:
    if start == 0 and end == len(run.text):
        return run
    text = run.text[start:end]
    return Run(text, run.bold, run.italic, run.code, run.mark, run.link, run.color)
