"""A table of rows and columns, the head row again on every slide that it goes on to.

Columns are as wide as what they hold, numbers stand right. What cannot be set as a table at 16
points (at 12 with more than eight columns) becomes a list, a row an item.
"""

from __future__ import annotations

from dataclasses import replace

from ...model.deck import Item, Slide
from ...model.outline import Table
from ...model.richtext import RichText, Run, plain, rich
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.words import words_of
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._fill import fill, join, page, title_slots
from ._frames import content_spec
from ._grid import Grid, draw_grid, fit_grid
from ._list import place_list

TABLE = 1


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    cells = (theme.style("cell"),)
    holder = Placeholder(TABLE, "tbl", "表格", theme.grid.body, cells, prompt="表格")
    return (content_spec(theme, "table", "表格", (holder,)),)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place the slide's table; rows that do not fit go on to the next slide, under the head."""
    tables = [exhibit for exhibit in slide.exhibits if isinstance(exhibit, Table)]
    spec = theme.layouts["table"]
    head = fill(spec, title_slots(spec, slide))
    grid = fit_grid(tables[0], theme, spec.placeholder(TABLE).frame) if tables else None
    if grid is None or slide.items or not head.fits:
        return _as_list(slide, theme, report)
    table = tables[0]
    rest: tuple[Slide, ...] = ()
    if grid.count < len(table.rows) - 1:
        rows = (table.rows[0], *table.rows[1 + grid.count :])
        left = replace(table, rows=rows, columns=grid.columns)
        rest = (replace(slide, exhibits=(left,), lead=(), notes=()),)
        told = f"{grid.count} of {len(table.rows) - 1} rows fit"
        report.note(
            slide.origin, f"the table '{plain(slide.title)}' goes on: {told}", code="goes-on"
        )
    shape = draw_grid(grid, theme, alt_of(table, grid, theme), TABLE)
    return Placed(page(slide, theme, spec, head.boxes, (shape,)), rest)


def alt_of(table: Table, grid: Grid, theme: Theme) -> str:
    """Say in words what the table holds."""
    words = words_of(theme.lang)
    head = words.comma.join(filter(None, (plain(cell) for cell in table.rows[0])))
    rows = table.rows[1 : 1 + grid.count]
    first = words.comma.join(filter(None, (plain(row[0]) for row in rows)))
    columns = len(table.rows[0])
    return words.table.format(columns=columns, head=head, rows=len(rows), first=first)


def _as_list(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Set every table as a list: a row an item, its cells under the names of their columns."""
    items = list(slide.items)
    for exhibit in slide.exhibits:
        if isinstance(exhibit, Table):
            items.extend(_item(row, exhibit) for row in exhibit.rows[1:] or exhibit.rows)
    others = tuple(one for one in slide.exhibits if not isinstance(one, Table))
    if len(others) < len(slide.exhibits):
        told = f"the table '{plain(slide.title)}' is set as a list"
        report.warn(
            slide.origin,
            f"{told}, its cells are too many or too long",
            "divide it",
            code="table-set-as-list",
        )
    return place_list(replace(slide, items=tuple(items), exhibits=others), theme, report)


def _item(row: tuple[RichText, ...], table: Table) -> Item:
    names = table.rows[0] if len(table.rows) > 1 else tuple(rich("") for _ in row)
    first, *cells = (
        join((name, cell), "：") if plain(cell).strip() else ()
        for name, cell in zip(names, row, strict=True)
    )
    return Item(first or (Run("—"),), join(cells, "；"), origin=table.origin)


LAYOUT = SlideLayout("table", specs, place)
