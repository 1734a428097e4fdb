"""Markdown notes → paragraphs: blank lines part them, `-` and `1.` make lists, indents nest.

A line that ends a sentence ends its paragraph, because speakers write a thought a line, and so does
a short one; a line broken inside a sentence is joined to the next, without a space between Chinese
characters. A numbered item keeps its number as text; fences and tables keep their lines.
"""

from __future__ import annotations

from itertools import pairwise

from ..model.origin import Origin
from ..model.regex import regex
from ..model.richtext import Paragraph, Run
from ..problems import Report
from ._inline import read_inline

_ITEM = regex(r"([-*+•]|\d{1,3}[.)、])(?:\s+|(?<=、))(?=\S)")
_HEADING = regex(r"#{1,6}\s+")
_FENCE = regex(r"(?:`{3,}|~{3,})[^`]*")
_SHORT = 40  # columns: an editor breaks no line before, so this one ends where its writer meant
_PAUSE = tuple("，、,")
_SENTENCE_END = tuple("。！？；：…!?.:;”」』）)")
_NO_SPACE = regex("[\u2018-\u201d\u2026\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")


def read_notes(text: str, origin: Origin, report: Report) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text."""
    found: list[Paragraph] = []
    indents: list[int] = []  # of the open list items, outermost first
    lines: list[str] = []
    level, is_item, in_list = 0, False, False

    def close() -> None:
        if lines:
            runs = read_inline(join_lines(lines), origin, report)
            found.append(Paragraph(runs, level, is_item))
            lines.clear()

    fence = ""
    for line in text.splitlines():
        stripped = line.strip()
        if fence or _FENCE.fullmatch(stripped):
            close()
            if fence and stripped.startswith(fence):
                fence = ""
            elif not fence:
                fence = stripped[:3]
            else:
                found.append(Paragraph((Run(line.rstrip() or " ", code=True),), level))
            continue
        if not stripped:
            close()
            continue
        indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
        item = _ITEM.match(stripped)
        if not item and lines and _goes_on(lines[-1], stripped, in_list):
            lines.append(stripped)
            continue
        close()
        while indents and indents[-1] >= indent + (0 if item else 1):
            indents.pop()
        if not item and indent == 0:
            indents.clear()
        level, is_item = len(indents), item is not None and not item[1][0].isdigit()
        in_list = item is not None
        if item:
            indents.append(indent)
        lines.append(stripped[item.end() :] if item and is_item else _HEADING.sub("", stripped))
    close()
    return tuple(found)


def _goes_on(line: str, after: str, in_list: bool) -> bool:
    """Tell whether a sentence was broken after a line: an item's, a comma's, or a long one."""
    if line.endswith(_SENTENCE_END) or line.startswith("|") or after.startswith("|"):
        return False
    if in_list or line.endswith(_PAUSE):
        return True
    wide = sum(1 for char in line[:_SHORT] if not char.isascii())
    return len(line) + wide >= _SHORT


def join_lines(lines: list[str]) -> str:
    """Return one line; a space stands for a break except beside a Chinese character."""
    text = lines[0]
    parts = [text]
    for before, after in pairwise(lines):
        if before and after and not (_NO_SPACE.match(before[-1]) and _NO_SPACE.match(after[0])):
            parts.append(" ")
        parts.append(after)
    return "".join(parts)
