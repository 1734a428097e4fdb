"""What a topic shows besides its words, as leaves of the map: quotes, tables, listings, numbers.

A leaf is a title, a gist and leaves of its own; nothing of the exhibit is shortened.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from ...model.origin import NOWHERE, Origin
from ...model.outline import Chart, Code, Exhibit, Picture, Quote, Table
from ...model.record import record
from ...model.richtext import RichText, Run, plain, rich

SEPARATOR = " · "


@record
class Leaf:
    """A node to be, with what hangs from it."""

    title: RichText
    gist: RichText = ()
    leaves: tuple[Leaf, ...] = ()
    picture: bytes = b""
    origin: Origin = NOWHERE


def leaf_of(exhibit: Exhibit) -> Leaf:
    """Return an exhibit's words as a leaf."""
    match exhibit:
        case Quote():
            return _quote(exhibit)
        case Picture():
            return _picture(exhibit)
        case Table():
            return _table(exhibit)
        case Chart():
            return _chart(exhibit)
        case Code():
            return Leaf((Run(exhibit.text.rstrip("\n"), code=True),), origin=exhibit.origin)
        case _:
            assert_never(exhibit)


def _quote(quote: Quote) -> Leaf:
    text = plain(quote.text)
    quoted = quote.text if text[:1] in '“「『"' else (Run("“"), *quote.text, Run("”"))
    page = f"p. {quote.page}" if quote.page.strip().isascii() and quote.page else quote.page
    source = SEPARATOR.join(filter(None, (quote.by, quote.source, page)))
    return Leaf(quoted, rich(f"——{source}" if source else ""), origin=quote.origin)


def _picture(picture: Picture) -> Leaf:
    caption = picture.caption or rich(picture.alt or picture.src)
    other = picture.alt if picture.alt != plain(caption) else ""
    return Leaf(caption, rich(other), picture=picture.blob, origin=picture.origin)


def _table(table: Table) -> Leaf:
    """A row is a leaf: its first cell the title, the others the gist; the head is their parent."""
    if not table.rows:
        return Leaf((), origin=table.origin)
    head, *body = table.rows
    rows = tuple(Leaf(row[0] if row else (), _joined(row[1:]), origin=table.origin) for row in body)
    return Leaf(_joined(head), leaves=rows, origin=table.origin)


def _chart(chart: Chart) -> Leaf:
    """A category is a leaf with its values; the names of the series are its parent."""
    leaves = tuple(
        Leaf(
            rich(category),
            rich(SEPARATOR.join(_number(values, index) for _, values in chart.series)),
            origin=chart.origin,
        )
        for index, category in enumerate(chart.categories)
    )
    names = SEPARATOR.join(name for name, _ in chart.series)
    return Leaf(rich(names or chart.kind), leaves=leaves, origin=chart.origin)


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
