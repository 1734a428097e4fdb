"""Rows and numbers → Table and Chart, written in the outline or in a CSV file it names.

A ragged row is filled up with empty cells and told of; an empty number is a gap (nan).
"""

from __future__ import annotations

import math
from typing import TypeAlias

from ..model.outline import Chart, Table
from ..model.regex import regex
from ..model.richtext import RichText
from ._bounds import CELLS, NUMBERS
from ._csv import Row, csv_rows
from ._fields import VALUES, read_group, read_rich
from ._names import by_name, named
from ._schema import Field, Kind
from ._sheet import Sheet
from ._tree import Items, Node, Pairs, Text, kind_of, one_line

_NUMBER = regex(r"[-+−]?(?:\d++\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?")
_OWED = regex(r"[(（](\d++\.?\d*)[)）]")  # an accountant's way to write less than nothing
_PERCENT = ("%", "％", "‰")
_UNITS = {"千": 1e3, "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8}
TOO_LARGE = 1e15  # a label of so many digits is wider than any column
_Row: TypeAlias = tuple[Node, list[Text]]
_NOTHING = ("~", "null", "Null", "NULL")
_GAPS = ("", "-", "—", "~", "null", "n/a", "N/A")


def read_table(node: Node, field: Field, sheet: Sheet) -> Table | None:
    """Read a list of rows, or the path of a CSV file."""
    inner = sheet
    rows: list[Row] | list[_Row] | None
    if isinstance(node, Text):
        rows, inner = csv_rows(node, CELLS, sheet), sheet.beside(one_line(node))
    elif isinstance(node, Items):
        rows = [row for item in node.nodes if (row := _row(item, field, sheet)) is not None]
    else:
        sheet.error(
            node,
            "'table' takes rows, not a mapping",
            "write each row as - [a, b]",
            code="wrong-kind",
        )
        return None
    if not rows:
        if rows is not None and not (isinstance(node, Items) and node.nodes):
            sheet.error(
                node,
                "the table has no rows",
                "write each row as - [a, b]",
                code="table-without-rows",
            )
        return None
    width = max(len(cells) for _, cells in rows)
    for place, cells in rows:
        if len(cells) < width:
            inner.warn(
                place,
                f"this row has {len(cells)} of {width} cells; the rest stay empty",
                code="short-row",
            )
    return Table(tuple(_cells(cells, width, inner) for _, cells in rows), origin=sheet.origin(node))


def read_chart(node: Node, field: Field, sheet: Sheet) -> Chart | None:
    """Read a chart's mapping, or the path of a CSV file: head row, then a category a row."""
    if isinstance(node, Text):
        return _csv_chart(node, sheet)
    if not isinstance(node, Pairs):
        sheet.error(
            node,
            f"'chart' takes fields or a CSV path, not {kind_of(node)}",
            "its fields are: kind, categories, series",
            code="wrong-kind",
        )
        return None
    readers = {**VALUES, Kind.SERIES: _series}
    values = read_group(node, by_name(field.fields), readers, sheet)
    written = {key.value for key, _ in named(node, by_name(field.fields)).pairs}
    for name in ("categories", "series"):
        if name not in written:
            sheet.error(node, f"'chart' has no '{name}'", f"add '{name}: …'", code="missing-field")
    if not values.get("categories") or not values.get("series"):
        return None
    return _checked(
        Chart(
            values.get("kind", "column"), values["categories"], values["series"], sheet.origin(node)
        ),
        node,
        sheet,
    )


def _checked(chart: Chart, node: Node, sheet: Sheet) -> Chart | None:
    """Return the chart if each series has a number a category."""
    count = len(chart.categories)
    wrong = [(name, len(numbers)) for name, numbers in chart.series if len(numbers) != count]
    for name, found in wrong:
        sheet.error(
            node,
            f"the series '{name}' has {found} numbers for {count} categories",
            "leave a gap as ~",
            code="series-length",
        )
    return None if wrong else chart


def _series(node: Node, _field: Field, sheet: Sheet) -> tuple[tuple[str, tuple[float, ...]], ...]:
    if not isinstance(node, Pairs):
        sheet.error(
            node,
            f"'series' takes names and numbers, not {kind_of(node)}",
            "write {name: [1, 2]}",
            code="wrong-kind",
        )
        return ()
    found: list[tuple[str, tuple[float, ...]]] = []
    for key, value in node.pairs:
        cells = value.nodes if isinstance(value, Items) else [value]
        if not sheet.takes(NUMBERS, len(cells), key):
            return ()
        found.append((key.value, tuple(_number(cell, sheet) for cell in cells)))
    return tuple(found)


def _number(node: Node, sheet: Sheet) -> float:
    """Return a number, or nan for a gap and, with the error reported, for anything else."""
    if not isinstance(node, Text):
        sheet.error(node, f"a number is expected, not {kind_of(node)}", code="wrong-kind")
        return math.nan
    value = node.value.strip().replace(",", "").replace("，", "")
    if owed := _OWED.fullmatch(value):
        value = f"-{owed[1]}"
    if value in _GAPS:
        return math.nan
    if _NUMBER.fullmatch(value) and math.isfinite(number := float(value.replace("−", "-"))):
        if abs(number) < TOO_LARGE:
            return number
        sheet.error(
            node,
            f"'{node.value}' is too large to be drawn",
            "write it in a larger unit",
            code="number-too-large",
        )
        return math.nan
    sheet.error(node, f"'{node.value}' is not a number", _remedy(value), code="not-a-number")
    return math.nan


def _remedy(value: str) -> str:
    """Return how a text that holds a number is to be written."""
    inside = _NUMBER.search(value)
    if inside is None:
        return "leave a gap as ~"
    unit = value[inside.end() :].strip()
    if unit in _PERCENT:
        return f"write {inside[0]}, and the sign in the name of the series"
    if unit[:1] in _UNITS:
        number = float(inside[0].replace("−", "-")) * _UNITS[unit[:1]]
        return f"write the number alone: {number:.15g}"
    return f"write the number alone: {inside[0]}"


def _row(item: Node, field: Field, sheet: Sheet) -> _Row | None:
    if not isinstance(item, Items):
        sheet.error(
            item,
            f"a row of '{field.name}' is a list, not {kind_of(item)}",
            "write each row as - [a, b]",
            code="wrong-kind",
        )
        return None
    if not sheet.takes(CELLS, len(item.nodes), item):
        return None
    for cell in item.nodes:
        if not isinstance(cell, Text):
            sheet.error(
                cell,
                f"a cell takes text, not {kind_of(cell)}",
                "put it in quotes",
                code="wrong-kind",
            )
    return item, [cell for cell in item.nodes if isinstance(cell, Text)]


def _cells(cells: list[Text], width: int, sheet: Sheet) -> tuple[RichText, ...]:
    said = (() if _is_empty(cell) else read_rich(cell, sheet) for cell in cells)
    return (*said, *((),) * (width - len(cells)))


def _is_empty(cell: Text) -> bool:
    """Tell whether a cell is YAML's word for nothing; in quotes it is a text."""
    return not cell.style and cell.value in _NOTHING


def _csv_chart(node: Text, sheet: Sheet) -> Chart | None:
    rows, inner = csv_rows(node, NUMBERS, sheet), sheet.beside(one_line(node))
    if rows is None:
        return None
    cells = [row for _, row in rows]
    if len(cells) < 2 or len(cells[0]) < 2:
        sheet.error(
            node,
            f"'{one_line(node)}' holds no numbers to draw",
            "first row: names of the series; then a category and its numbers a row",
            code="csv-without-numbers",
        )
        return None
    width = len(cells[0])
    gap = Text("", 0, 0, "")
    body = [[*row, *[gap] * (width - len(row))] for row in cells[1:]]
    series = tuple(
        (cells[0][at].value.strip(), tuple(_number(row[at], inner) for row in body))
        for at in range(1, width)
    )
    return Chart("column", tuple(one_line(row[0]) for row in body), series, sheet.origin(node))
