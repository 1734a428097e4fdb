"""A CSV file → rows of texts with their places, no more of them than are read.

Comma, tab or semicolon parts the cells, whichever the first row has most of. A file that is none
is told at its own line. https://www.rfc-editor.org/rfc/rfc4180
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from ..model.origin import Origin
from ..model.regex import regex
from ._bounds import Budget
from ._decode import decode
from ._sheet import Sheet
from ._tree import MAX_BYTES, Text, one_line

Row = tuple[Text, list[Text]]  # where it begins, and its cells
_MAX_CELL = 131_072  # characters, the csv module's own limit
_AFTER_QUOTE = regex(r'"[^"]*"(?P<rest>[^",;\t\s])')
# what the csv module says, and what that means
_TOLD = (
    (
        "field larger than",
        f"a cell of more than {_MAX_CELL:,} characters",
        "close its quotation mark, or take the text out",
    ),
    (
        "unexpected end of data",
        "a quotation mark that is never closed",
        'close it, or double it: ""',
    ),
    (
        "expected after",
        "text goes on after a closing quotation mark",
        'double the marks inside: ""',
    ),
)


def csv_rows(node: Text, budget: Budget, sheet: Sheet) -> list[Row] | None:
    """Return the rows of the file that a node names, or None with what is wrong reported.

    Reading ends where the budget does. The places are in that file: `sheet.beside` it.
    """
    path = one_line(node)
    blob = sheet.load(path, node)
    if blob is not None and len(blob) > MAX_BYTES:
        message = f"'{path}' is larger than {MAX_BYTES // 1024**2} MB"
        sheet.error(node, message, "keep the rows that are talked about", code="file-too-large")
        return None
    text = None if blob is None else decode(blob, path, sheet.report)
    if text is None:
        return None
    sheet.report.keep_source(path, text)
    inner = sheet.beside(path)
    rows: list[Row] = []
    try:
        for line, cells in _parsed(text):
            if not any(map(str.strip, cells)):
                continue
            start = Text("", line, 1, "")
            if not inner.takes(budget, len(cells), start):
                return None
            rows.append((start, [Text(cell, line, 0, '"') for cell in cells]))
    except _BadRowError as error:
        _complain(error, text, path, sheet)
        return None
    return rows


def _parsed(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with the line that each begins on."""
    head = text[: max(text.find("\n"), 0) or _MAX_CELL]
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=max(",\t;", key=head.count), strict=True
    )
    begun = 1
    try:
        for cells in reader:
            yield begun, cells
            begun = reader.line_num + 1
    except csv.Error as error:
        raise _BadRowError(str(error), begun, reader.line_num) from error


class _BadRowError(Exception):
    """What the csv module said, the line where the row begins, and the line where it stopped."""


def _complain(error: _BadRowError, text: str, path: str, sheet: Sheet) -> None:
    said, begun, line = error.args
    what, hint = next(
        ((what, hint) for words, what, hint in _TOLD if words in said),
        (f"not a row of cells: {said}", "save it as CSV, UTF-8"),
    )
    lines = text.splitlines()
    found = _AFTER_QUOTE.search(lines[line - 1]) if "expected after" in said else None
    if found:
        origin = Origin(path, line, found.start("rest") + 1)
    else:
        origin = Origin(path, begun, lines[begun - 1].find('"') + 1)
    sheet.report.error(origin, what, hint, code="bad-csv")
