"""Text broken over several lines: undo what YAML's folding does to Chinese, and see lost lists.

YAML puts a space where a line was broken; between Chinese characters there is none. And it takes
a list item indented below plain text for more of that text.
"""

from __future__ import annotations

from ..model.regex import regex
from ._notes import join_lines
from ._tree import Text

_LIST_LINE = regex("-(?:[ \t]|$)")
SWALLOWED = (
    "this list item is taken for more text of the line above",
    "end the line above with ':' to put points below it, or align the '-' with its own",
)


def refold(node: Text, end_line: int, end_column: int, lines: list[str]) -> Text | None:
    """Join the lines of a node anew; return the list item that was swallowed, if one was.

    The end is a parser's, counted from 0. A text whose folding is not understood stays as it is.
    """
    first = node.line - 1 if node.style != ">" else node.line
    last = end_line if end_column else end_line - 1
    if not first < last < len(lines):
        return None
    if node.style == "":
        for number in range(first + 1, last + 1):
            text = lines[number].lstrip()
            if _LIST_LINE.match(text):
                return Text(text, number + 1, len(lines[number]) - len(text) + 1, "")
    cut = [line.strip() for line in lines[first : last + 1]]
    if node.style != ">":
        cut[0] = lines[first][node.column - 1 :].strip().removeprefix(node.style)
        if end_column:
            cut[-1] = lines[last][:end_column].strip().removesuffix(node.style)
    if " ".join(cut).strip() == node.value.strip():
        node.value = join_lines(cut)
    return None
