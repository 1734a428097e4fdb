"""What a topic shows besides its words, as leaves of the map: quotes, tables, listings, pictures.

A leaf says of what kind it is, so that it can be drawn as such; numbers are a table. What is too
long to be read on a map is cut, and stands whole in the leaf's notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import assert_never

from ...model.mindmap import CODE, QUOTE, TABLE
from ...model.origin import NOWHERE, Origin
from ...model.outline import Chart, Code, Exhibit, Picture, Quote, Table
from ...model.record import record
from ...model.richtext import RichText, Run, plain, rich
from ...model.words import Words, signature

SEPARATOR = " · "
MOST_CHARS, MOST_LINES, MOST_ROWS = 120, 14, 9  # of a quote, a listing, a table with its head
_MORE = "…"
_PAUSES = "。！？；，.!?;,"


@record
class Leaf:
    """A node to be; `notes` has the words that are not shown, `rows` are a table's."""

    title: RichText
    gist: RichText = ()
    kind: str = ""
    rows: tuple[tuple[RichText, ...], ...] = ()
    picture: bytes = b""
    notes: str = ""
    exhibits: tuple[Exhibit, ...] = ()  # that are cut
    origin: Origin = NOWHERE


def leaf_of(exhibit: Exhibit, words: Words) -> Leaf:
    """Return what a map shows of an exhibit, in the outline's language."""
    match exhibit:
        case Quote():
            return _quote(exhibit, words)
        case Picture():
            return _picture(exhibit)
        case Table():
            return _table(exhibit, exhibit.rows)
        case Chart():
            return _table(exhibit, _numbers(exhibit))
        case Code():
            return _code(exhibit)
        case _:
            assert_never(exhibit)


def _quote(quote: Quote, words: Words) -> Leaf:
    text = plain(quote.text)
    quoted = quote.text if text[:1] in '“「『"' else (Run("“"), *quote.text, Run("”"))
    leaf = Leaf(quoted, rich(signature(quote, words)), QUOTE, origin=quote.origin)
    whole = plain(quoted)
    if len(whole) <= MOST_CHARS:
        return leaf
    return replace(leaf, title=_begun(quoted), notes=whole, exhibits=(quote,))


def _begun(text: RichText) -> RichText:
    """Return the beginning of a text, up to a pause where there is one near."""
    whole = plain(text)
    pauses = (end for end in range(MOST_CHARS, MOST_CHARS // 2, -1) if whole[end - 1] in _PAUSES)
    left = next(pauses, MOST_CHARS)
    runs: list[Run] = []
    for run in text:
        runs.append(replace(run, text=run.text[:left]))
        left -= len(run.text)
        if left <= 0:
            break
    return (*runs, Run(_MORE))


def _code(code: Code) -> Leaf:
    text = code.text.rstrip("\n")
    lines = text.split("\n")
    if len(lines) <= MOST_LINES:
        return Leaf((Run(text, code=True),), kind=CODE, origin=code.origin)
    shown = "\n".join([*lines[: MOST_LINES - 1], _MORE])
    runs = (Run(shown, code=True),)
    return Leaf(runs, kind=CODE, notes=text, exhibits=(code,), origin=code.origin)


def _picture(picture: Picture) -> Leaf:
    caption = picture.caption or rich(picture.alt or picture.src)
    other = picture.alt if picture.alt != plain(caption) else ""
    return Leaf(caption, rich(other), picture=picture.blob, origin=picture.origin)


def _table(exhibit: Table | Chart, rows: Sequence[tuple[RichText, ...]]) -> Leaf:
    """Return a table; its title, for those who cannot draw it, is its head."""
    if not any(map(_joined, rows)):
        return Leaf((), origin=exhibit.origin)
    title = next(filter(None, map(_joined, rows)))
    leaf = Leaf(title, kind=TABLE, rows=tuple(rows), origin=exhibit.origin)
    if len(rows) <= MOST_ROWS:
        return leaf
    shown = (*rows[: MOST_ROWS - 1], (rich(_MORE),))
    notes = "\n".join(plain(_joined(row)) for row in rows)
    return replace(leaf, rows=shown, notes=notes, exhibits=(exhibit,))


def _numbers(chart: Chart) -> tuple[tuple[RichText, ...], ...]:
    """Return a chart as a table: a category a row, a series a column."""
    head = ((), *(rich(name) for name, _ in chart.series))
    rows = (
        (rich(category), *(rich(_number(values, index)) for _, values in chart.series))
        for index, category in enumerate(chart.categories)
    )
    return (head, *rows)


def _number(values: tuple[float, ...], index: int) -> str:
    value = values[index] if index < len(values) else float("nan")
    if value != value:
        return "–"
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def _joined(cells: Iterable[RichText]) -> RichText:
    """Join cells by a middle dot, keeping their runs; empty cells leave no dot behind."""
    runs: list[Run] = []
    for cell in cells:
        if not plain(cell).strip():
            continue
        if runs:
            runs.append(Run(SEPARATOR))
        runs.extend(cell)
    return tuple(runs)
