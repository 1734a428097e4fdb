"""Mendings that are certain: what stands in the source, and what was meant.

An author, or a program, may apply them unread, so there is none where two things can be meant.
"""

from __future__ import annotations

from ..model.regex import regex
from ..problems import Swap

_INDENT = regex("[ \t\u3000\u00a0]*")
_DASHES = regex(r"[ \t]*(?:- +)*")
_TITLE_END = regex(r" *:(?: |$)")
_STAR = regex(r"( *)\* +")
_LEVEL = 2  # spaces
_MOST_LINES = 1000  # in one edit


def spaces_for_tabs(lines: list[str], line: int) -> Swap:
    """Indent a line, and those below it, with spaces alone.

    The first of them belongs to the line above: below it where that ends in a colon, beside it
    otherwise. A tab more than the first has is a level more.
    """
    chunk = lines[line - 1 : line - 1 + _MOST_LINES]
    last = max(number for number, text in enumerate(chunk) if _is_odd(_indent(text)))
    base, tabs = _base(lines, line), _width(_indent(chunk[0]))
    wrong, right = [], []
    for text in chunk[: last + 1]:
        head = _indent(text)
        spaces = max(0, base + _width(head) - tabs) if _is_odd(head) else len(head)
        wrong.append(text)
        right.append(" " * spaces + text[len(head) :])
    return Swap("\n".join(wrong), "\n".join(right), line, 1)


def _base(lines: list[str], line: int) -> int:
    """Return how far a line is to be indented, by the nearest one above that says something."""
    above = next((one for one in reversed(lines[: line - 1]) if one.strip()), "")
    words = _DASHES.match(above)
    begin = words.end() if words else 0
    if above.rstrip().endswith((":", "：")):
        return begin + _LEVEL
    return len(_indent(above)) if lines[line - 1].lstrip().startswith("- ") else begin


def _width(indent: str) -> int:
    """Return the spaces that an indentation is worth; a tab is a level."""
    return sum({"\t": _LEVEL, "\u3000": 2}.get(char, 1) for char in indent)


def in_quotes(lines: list[str], line: int, column: int) -> Swap | None:
    """Put in quotes what is to be, unless that holds some, a comment, or goes on below."""
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    word = quotable(text, column)
    is_title = text[column - 1 :].rstrip() != word
    below = next((one for one in lines[line : line + 20] if one.strip()), "")
    goes_on = len(_indent(below)) > len(_indent(text)) and not below.lstrip().startswith("- ")
    if not word or (goes_on and not is_title) or '"' in word or "\\" in word or " #" in word:
        return None
    return Swap(word, f'"{word}"', line, column)


def dashes_for_stars(lines: list[str], line: int) -> Swap:
    """Begin the items of a list with the dash of YAML, not the star of Markdown."""
    chunk = lines[line - 1 : line - 1 + _MOST_LINES]
    end = next((at for at, text in enumerate(chunk) if not _STAR.match(text)), len(chunk))
    wrong = "\n".join(chunk[:end])
    return Swap(wrong, "\n".join(_STAR.sub(r"\1- ", text) for text in chunk[:end]), line, 1)


def is_starred(text: str, column: int) -> bool:
    """Tell whether a line is an item of a list in Markdown, whose star stands there."""
    found = _STAR.match(text)
    return found is not None and found.end(1) == column - 1


def quotable(text: str, column: int) -> str:
    """Return what of a line is to be put in quotes: from a column on, or a pair's title alone."""
    word = text[column - 1 :].rstrip()
    begin = _DASHES.match(text)
    is_first = begin is not None and begin.end() == column - 1
    return _TITLE_END.split(word, maxsplit=1)[0] if is_first else word


def _indent(text: str) -> str:
    found = _INDENT.match(text)
    return found[0] if found else ""


def _is_odd(indent: str) -> bool:
    return bool(indent.strip(" "))
