"""How much of everything an outline may hold: every bound of this room, and its message.

They stand far above what a talk needs and far below what takes a machine's memory. What goes beyond
one is told at its place, and nothing is made of the file; a text that is only too long for a slide
is another matter (`planning/brief.py`). How deep and how wide a tree may grow stands in `_tree.py`.
"""

from __future__ import annotations

from ..model.record import record

MAX_LINE = 1_000_000  # characters of a line of the source
MAX_TEXT = 1_000_000  # characters of one text, its lines joined
MAX_WORDS = 1_000  # characters of a name, a label, a tag, an id
MAX_LINK = 2_000  # characters of a link; PowerPoint takes 2,083
MAX_KEYS = 10_000  # of one mapping
MAX_TAGS = 100  # of one topic
MAX_ANCHORS = 1_000
MAX_ALIASES = 10_000
MAX_LOADED = 128 * 1024 * 1024  # bytes of all pictures and tables


@record
class Budget:
    """What an outline may hold of one thing in all, and what to do about more."""

    what: str
    most: int
    hint: str


TOPICS = Budget("topics", 50_000, "make several outlines of it")
RELATIONS = Budget("relations", 5_000, "keep those that matter")
PICTURES = Budget("pictures", 1_000, "make several talks of it")
CELLS = Budget("cells in tables", 10_000, "keep the rows that are talked about")
NUMBERS = Budget("numbers in charts", 5_000, "draw what is talked about: sums, or every tenth")
LISTING = Budget("lines of code", 10_000, "keep the lines that are talked about")
PARAGRAPHS = Budget("paragraphs of notes", 50_000, "keep what is said")
RUNS = Budget("changes between plain, bold, code and links", 200_000, "take marks out")


class RefusedError(Exception):
    """The document is too big or too deep to go on: message, hint, line and column."""


def long_line(text: str) -> int:
    """Return the number of the first line that is longer than a line may be, 0 without one.

    Such a line holds a multiple of `MAX_LINE`, so only these places are looked at.
    """
    for place in range(0, len(text), MAX_LINE):
        start = 1 + max(text.rfind(mark, 0, place) for mark in "\r\n")
        last = start + MAX_LINE + 1
        ends = [end for mark in "\r\n" if (end := text.find(mark, place, last)) >= 0]
        if min(ends, default=len(text)) - start > MAX_LINE:
            return line_at(text, start)
    return 0


def line_at(text: str, place: int) -> int:
    """Return the number of the line that a place is on, as editors count: CR, LF and both."""
    breaks = text.count("\n", 0, place) + text.count("\r", 0, place)
    return 1 + breaks - text.count("\r\n", 0, place)


def column_at(text: str, place: int) -> int:
    """Return the column of a place, from 1."""
    return place - max(text.rfind(mark, 0, place) for mark in "\r\n")
