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
