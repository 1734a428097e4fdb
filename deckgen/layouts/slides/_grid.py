"""Measure a table: how wide its columns, how high its rows, and how many of them fit.

The thing to know: a column wants the width of its longest cell and needs that of its longest
word; what is left over, or missing, is shared out between the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import repeat

from ...model.color import Color, ColorRole, Tone
from ...model.outline import Columns, Table
from ...model.record import record
from ...model.regex import regex
from ...model.richtext import RichText, plain
from ...model.scene import Box, Path, Point, TableShape, TextBody
from ...model.style import Align, Anchor, Fill, Line, TextStyle
from ...model.theme import Theme
from ...model.units import Emu, Insets, Rect, Size, inches, pt
from ...text.fit import Flow
from ...text.measure import advance, drawn_em
from ...text.settle import settle_in
from ._frames import balanced

# plus and minus are none of them: whether more is good is for the author to say
VERDICTS = {
    **dict.fromkeys("✓✔√", ColorRole.POSITIVE),
    **dict.fromkeys("✗✘×", ColorRole.NEGATIVE),
}
MANY_COLUMNS = 8
NARROWEST_EM = 3  # a column of Han text breaks into lines of three characters, not of one
WIDER = 115  # per cent of a word: where a face of no theme stands in, no number may break
INSETS = Insets(inches(0.14), inches(0.07), inches(0.14), inches(0.07))
APART = 3  # so many insets lie between a column of numbers and one of words beside it
TIGHT = Insets(inches(0.07), inches(0.04), inches(0.07), inches(0.04))
AIRY = 1.7  # how much higher than their text rows grow where there is room
_NUMBER = regex(
    r"[-+−~约]?[¥$€£]?\s?\d[\d,，.]*\s?(?:%|％|‰|[万亿千百]?[A-Za-z\u4e00-\u9fff]{0,2})"
)
_WORD = regex(r"[A-Za-z0-9_./%-]+")


@record
class Grid:
    """A table measured: `cells` holds the head row and `count` rows below it."""

    frame: Rect
    cells: tuple[tuple[TextBody, ...], ...]
    columns: Columns
    rows: tuple[Emu, ...]
    table: Table

    @property
    def count(self) -> int:
        return len(self.cells) - 1

    @property
    def is_flat(self) -> bool:
        """Tell whether every cell is one line: a table of words, not of sentences."""
        bodies = (body for row in self.cells for body in row)
        return all(len(one.lines) == 1 for body in bodies for one in body.paragraphs)


@record
class _Look:
    """The styles of one try: head and cells, a style a column, and the step on their scales."""

    head: tuple[TextStyle, ...]
    body: tuple[TextStyle, ...]
    insets: Insets
    step: int

    @property
    def size_pt(self) -> float:
        sizes = self.body[0].sizes
        return sizes[min(self.step, len(sizes) - 1)]

    def inset(self, at: int) -> Insets:
        """Return a column's insets: numbers, which stand right, keep off words that follow."""
        aligns = [style.align for style in self.body[at : at + 2]]
        if aligns != [Align.RIGHT, Align.LEFT]:
            return self.insets
        return replace(self.insets, right=APART * self.insets.right)


def fit_grid(table: Table, theme: Theme, frame: Rect) -> Grid | None:
    """Return the table at the largest size that shows it whole, else as many rows as fit.

    One that goes on is set as it began. None when its columns are too many, or a row is higher
    than the frame.
    """
    whole = len(table.rows) - 1
    columns = table.columns
    if columns.widths:
        look = _looks(table, theme, columns.aligns)[columns.step]
        grid = _measured(table, look, columns, frame)
        if grid.count:
            return _aired(_first(grid, balanced(whole, grid.count)))
    grids: list[Grid] = []
    aligns = tuple(_align(table, at) for at in range(len(table.rows[0])))
    for number, look in enumerate(_looks(table, theme, aligns)):
        widths = _columns(table, look, frame.width)
        if widths:
            grids.append(_measured(table, look, Columns(widths, aligns, number), frame))
    grids = [grid for grid in grids if grid.columns.step or grid.is_flat]
    for grid in grids:
        if grid.count == whole and sum(grid.rows) <= frame.height:
            return _aired(grid)
    # one that goes on is set as large as the fewest pages allow
    fewest = min((-(-whole // grid.count) for grid in grids if grid.count), default=0)
    for grid in grids:
        if grid.count and -(-whole // grid.count) == fewest:
            return _aired(_first(grid, balanced(whole, grid.count)))
    return None


def _first(grid: Grid, count: int) -> Grid:
    return replace(grid, cells=grid.cells[: 1 + count], rows=grid.rows[: 1 + count])


def _looks(table: Table, theme: Theme, aligns: Sequence[Align]) -> list[_Look]:
    """Return what is tried, the largest first; a table of many columns may be small, and tight."""
    ways = [(theme.style("cell"), INSETS)]
    if len(table.rows[0]) > MANY_COLUMNS:
        ways.append((theme.style("cell_small"), TIGHT))
    looks: list[_Look] = []
    for body, insets in ways:
        head = replace(theme.style("cell_head"), sizes=body.sizes)
        heads = tuple(replace(head, align=align) for align in aligns)
        bodies = tuple(replace(body, align=align) for align in aligns)
        looks.extend(_Look(heads, bodies, insets, step) for step in range(len(body.sizes)))
    return looks


def _align(table: Table, column: int) -> Align:
    """Numbers stand right, so that their places line up, and verdicts in the middle.

    A head stands over what it heads.
    """
    words = [plain(row[column]).strip() for row in table.rows[1:]]
    told = [word for word in words if word not in ("", "-", "—", "–")]
    if told and all(word in VERDICTS for word in told):
        return Align.CENTER
    if column and told and all(_NUMBER.fullmatch(word) for word in told):
        return Align.RIGHT
    return Align.LEFT


def _measured(table: Table, look: _Look, columns: Columns, frame: Rect) -> Grid:
    """Measure the head and as many rows as fit under it."""
    cells: list[tuple[TextBody, ...]] = []
    heights: list[Emu] = []
    free = frame.height
    for number, row in enumerate(table.rows):
        styles = look.body if number else look.head
        bodies = tuple(
            _body(_judged(cell) if number else cell, style, width, (look.inset(at), look.step))
            for at, (cell, style, width) in enumerate(zip(row, styles, columns.widths, strict=True))
        )
        least = pt(look.size_pt * 1.45)
        tallest = max(least, *(body.height for body in bodies))
        height = tallest + look.insets.top + look.insets.bottom
        if number and height > free:
            break
        cells.append(bodies)
        heights.append(height)
        free -= height
    return Grid(frame, tuple(cells), columns, tuple(heights), table)


def _body(cell: RichText, style: TextStyle, width: Emu, how: tuple[Insets, int]) -> TextBody:
    insets, step = how
    if not cell:
        return TextBody((), Anchor.MIDDLE, insets)
    return settle_in(Size(width, 0), insets, Anchor.MIDDLE, (Flow(cell, style),), step)


def _judged(cell: RichText) -> RichText:
    """Return a cell that is a tick or a cross in the colour of what is good or bad."""
    role = VERDICTS.get(plain(cell).strip())
    return tuple(replace(run, color=Color(role, Tone.INK)) for run in cell) if role else cell


def _columns(table: Table, look: _Look, width: Emu) -> tuple[Emu, ...] | None:
    """Return the columns' widths, which add up to the frame's; None when they cannot."""
    wanted: list[Emu] = []
    needed: list[Emu] = []
    size = drawn_em(look.size_pt)
    for at in range(len(table.rows[0])):
        cells = [plain(row[at]) for row in table.rows]
        sides = look.inset(at).left + look.inset(at).right + pt(1)
        head, body = look.head[at], look.body[at]
        reach = [
            max(advance(part, size, style.bold, style.fonts) for part in (cell or " ").split("\n"))
            for cell, style in zip(cells, (head, *repeat(body, len(cells) - 1)), strict=True)
        ]
        em = pt(look.size_pt)
        words = [
            advance(word, size, True, body.fonts) for cell in cells for word in _WORD.findall(cell)
        ]
        longest = max(words, default=0) * WIDER // 100
        wanted.append(max(*reach, longest) + sides)
        needed.append(min(wanted[-1], max(NARROWEST_EM * em, longest) + sides))
    if sum(needed) > width:
        return None
    return _shared(wanted, needed, width)


def _shared(wanted: Sequence[Emu], needed: Sequence[Emu], width: Emu) -> tuple[Emu, ...]:
    """Share the width out: all that is wanted and some more, or what is needed and some more."""
    if sum(wanted) <= width:
        # long columns grow more than short ones, and short ones not so little that they look lost
        free, total = width - sum(wanted), sum(wanted)
        columns = [one + free // (2 * len(wanted)) + free * one // (2 * total) for one in wanted]
    else:
        # who wants least more gets it first: short words stay whole beside a long text
        columns, free = list(needed), width - sum(needed)
        order = sorted(range(len(wanted)), key=lambda at: wanted[at] - needed[at])
        for place, at in enumerate(order):
            more = min(wanted[at] - needed[at], free // (len(order) - place))
            columns[at] += more
            free -= more
    columns[-1] += width - sum(columns)
    return tuple(columns)


def _aired(grid: Grid) -> Grid:
    """Let rows grow into the room that is left, a little."""
    used = sum(grid.rows)
    factor = min(AIRY, grid.frame.height / used)
    return replace(grid, rows=tuple(int(row * factor) for row in grid.rows))


def draw_grid(grid: Grid, theme: Theme, alt: str, placeholder: int) -> TableShape:
    """Return the table at the top of its frame."""
    frame, y = grid.frame, grid.frame.y
    head = Fill(Color(ColorRole.ACCENT1))
    cells: list[tuple[Box, ...]] = []
    rules: list[Path] = []
    for number, (row, height) in enumerate(zip(grid.cells, grid.rows, strict=True)):
        x, boxes = frame.x, []
        for at, (body, width) in enumerate(zip(row, grid.columns.widths, strict=True)):
            boxes.append(
                Box(
                    Rect(x, y, width, height),
                    f"格 {number + 1}-{at + 1}",
                    body,
                    fill=None if number else head,
                    origin=grid.table.origin,
                )
            )
            x += width
        cells.append(tuple(boxes))
        y += height
        if number:
            rules.append(_rule(Rect(frame.x, y, frame.width, 0), number == grid.count, theme))
    whole = Rect(frame.x, frame.y, sum(grid.columns.widths), y - frame.y)
    return TableShape(
        tuple(cells), whole, "表格", alt, tuple(rules), placeholder, grid.table.origin
    )


def _rule(frame: Rect, is_last: bool, theme: Theme) -> Path:
    tone, width = (Tone.PLAIN, 2) if is_last else (Tone.MID, 1)
    line = Line(Color(ColorRole.ACCENT1, tone), width * theme.tokens.line)
    start, end = Point(frame.x, frame.y), Point(frame.right, frame.y)
    return Path((start, start, end, end), "线", line=line)
