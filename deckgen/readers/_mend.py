"""Mendings that are certain: what stands in the source, and what was meant.

An author, or a program, may apply them unread, so there is none where two things can be meant.
"""

from __future__ import annotations

from ..model.regex import regex
from ..problems import Swap

_INDENT = regex("[ \t\u3000\u00a0]*")
_MOST_LINES = 1000  # in one edit


def spaces_for_tabs(lines: list[str], line: int) -> Swap:
    """Indent a line, and those below it, with spaces alone; a tab is a level of the outline's."""
    chunk = lines[line - 1 : line - 1 + _MOST_LINES]
    last = max(number for number, text in enumerate(chunk) if _is_odd(_indent(text)))
    level = _level(lines)
    wrong, right = [], []
    for text in chunk[: last + 1]:
        head = _indent(text)
        spaces = head.replace("\t", level).replace("\u3000", "  ").replace("\u00a0", " ")
        wrong.append(text)
        right.append(spaces + text[len(head) :])
    return Swap("\n".join(wrong), "\n".join(right), line, 1)


def in_quotes(lines: list[str], line: int, column: int) -> Swap | None:
    """Put the rest of a line in quotes, unless that holds some, a comment, or goes on below."""
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    word = text[column - 1 :].rstrip()
    below = next((one for one in lines[line : line + 20] if one.strip()), "")
    goes_on = len(_indent(below)) > len(_indent(text)) and not below.lstrip().startswith("- ")
    if not word or goes_on or '"' in word or "\\" in word or " #" in word:
        return None
    return Swap(word, f'"{word}"', line, column)


def _indent(text: str) -> str:
    found = _INDENT.match(text)
    return found[0] if found else ""


def _is_odd(indent: str) -> bool:
    return bool(indent.strip(" "))


def _level(lines: list[str]) -> str:
    """Return the spaces of a level: the smallest indentation that is of spaces; two without any."""
    heads = (_indent(text) for text in lines if text.strip())
    return min((head for head in heads if head and not _is_odd(head)), key=len, default="  ")
