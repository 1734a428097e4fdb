"""Nodes that show what is quoted as it stands: a quotation, a listing, a small table.

A quotation has a bar at its left, its words a little smaller than a topic's. Listings and tables
stand on a light ground with a hairline round it, a listing in the fixed-width face with its lines
kept. `bodied` makes the card anew; `body_marks` draws what lies on its box.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from ...model.color import Color, ColorRole, Tone
from ...model.mindmap import CODE, QUOTE, TABLE, Node
from ...model.richtext import RichText, Run, plain
from ...model.scene import Box, Path, Point, Shape, TextBody
from ...model.style import Align, Anchor, Fill, Line, TextStyle
from ...model.theme import Theme
from ...model.units import Emu, Insets, Rect, Size, pt
from ...text.fit import Flow, height_of, set_flows
from ._cards import (
    PLAIN,
    SHEET,
    TITLE_REACH,
    Card,
    Grid,
    Look,
    lines_of,
    one_line,
    reach_of,
    set_text,
)
from ._edges import straight

_BETWEEN = 0.5  # a quotation's size, from a gist's to a topic's
_QUOTE_WIDTH, _CODE_WIDTH, _TABLE_WIDTH = 1.15, 1.9, 1.9  # of the room of a topic's words
_CELL_LEAST = 4.0  # ems: a column is no narrower, unless its words are
_BAR: Emu = pt(2.25)
_HAIRLINE: Emu = pt(0.75)
# In ems of the words
_SIDE, _ABOVE = 0.75, 0.55
_COLUMN_GAP, _ROW_GAP = 1.3, 0.4


def bodied(card: Card, node: Node, theme: Theme, room: Emu) -> Card:
    """Return the card of a node that has a kind; `room` is the width of a topic's words."""
    if node.kind == QUOTE:
        return _quote(card, node, room)
    if node.kind == CODE:
        return _code(card, node, theme.style("code"), room)
    return _table(card, node, room) if node.kind == TABLE else card


def _quote(card: Card, node: Node, room: Emu) -> Card:
    look = card.look
    least, most = look.gist.sizes[0], look.title.sizes[0]
    words = _plain(look, least + _BETWEEN * max(0, min(most, 1.5 * least) - least))
    gist = replace(look.gist, align=Align.LEFT, color=Color(ColorRole.MUTED))
    em = pt(words.sizes[0])
    insets = Insets(round(_SIDE * em) + _BAR, em // 8, em // 4, em // 8)
    width = round(room * _QUOTE_WIDTH) - insets.left - insets.right
    paragraphs = set_text(node.title, words, width)
    if node.gist:
        short = one_line(node.gist, gist, round(TITLE_REACH * width))
        paragraphs += short or set_text(node.gist, gist, width)
    text = TextBody(paragraphs, Anchor.MIDDLE, insets, height_of(paragraphs))
    look = replace(look, shape=PLAIN, title=words, gist=gist, fill=None, line=None, insets=insets)
    return replace(card, look=look, text=text, size=_size(text, reach_of(paragraphs)))


def _code(card: Card, node: Node, style: TextStyle, room: Emu) -> Card:
    look = card.look
    size = look.gist.sizes[0]
    words = replace(style, sizes=(size,), align=Align.LEFT, color=Color(ColorRole.TEXT))
    look = _sheet(look, words)
    insets = look.insets
    width = round(room * _CODE_WIDTH) - insets.left - insets.right
    flows = [Flow(tuple(replace(run, code=False) for run in line), words) for line in _rows(node)]
    paragraphs = set_flows(flows, width, 0)
    text = TextBody(paragraphs, Anchor.MIDDLE, insets, height_of(paragraphs))
    return replace(card, look=look, text=text, size=_size(text, reach_of(paragraphs)))


def _rows(node: Node) -> Iterator[RichText]:
    """Yield a listing's lines, indents kept, empty ones too."""
    for line in plain(node.title).expandtabs(4).split("\n"):
        yield next(iter(lines_of((Run(line, code=True),))), (Run("\u00a0"),))


def _table(card: Card, node: Node, room: Emu) -> Card:
    body = _plain(card.look, card.look.gist.sizes[0])
    look = _sheet(card.look, body)
    head = replace(body, bold=True, color=look.badge.color)
    em = pt(body.sizes[0])
    count = max(map(len, node.rows))
    gap, step = round(_COLUMN_GAP * em), round(_ROW_GAP * em)
    widths = _columns(node, (head, body), round(room * _TABLE_WIDTH) - gap * (count - 1))
    cells: list[tuple[TextBody, ...]] = []
    for number, row in enumerate(node.rows):
        whole = (*row, *((),) * (count - len(row)))
        cells.append(
            tuple(
                _cell(words, body if number else head, width)
                for words, width in zip(whole, widths, strict=True)
            )
        )
    heights = tuple(max([em, *(cell.height for cell in row)]) + 2 * step for row in cells)
    columns = tuple(width + (gap if place < count - 1 else 0) for place, width in enumerate(widths))
    insets = look.insets
    height = sum(heights)
    size = Size(sum(columns) + insets.left + insets.right, height + insets.top + insets.bottom)
    text = TextBody((), Anchor.MIDDLE, insets, height)
    return replace(card, look=look, text=text, size=size, grid=Grid(columns, heights, tuple(cells)))


def _cell(words: RichText, style: TextStyle, width: Emu) -> TextBody:
    flows = [Flow(line, style, balance=True) for line in lines_of(words)] if words else []
    paragraphs = set_flows(flows, width, 0)
    return TextBody(paragraphs, Anchor.MIDDLE, Insets(), height_of(paragraphs))


def _columns(node: Node, styles: tuple[TextStyle, TextStyle], room: Emu) -> list[Emu]:
    """Return the columns' widths: what their words take, the widest less where that is too much."""
    count = max(map(len, node.rows))
    widths = [1] * count
    for number, row in enumerate(node.rows):
        for place, words in enumerate(row):
            lines = set_flows((Flow(words, styles[number > 0]),), 2 * room, 0) if words else ()
            widths[place] = max(widths[place], reach_of(lines))
    least = pt(_CELL_LEAST * styles[1].sizes[0])
    while sum(widths) > room:
        widest = max(widths)
        place = widths.index(widest)
        narrower = max(least, widest * 7 // 8, widest - (sum(widths) - room))
        if narrower >= widest:
            break
        widths[place] = narrower
    return widths


def _plain(look: Look, size_pt: float) -> TextStyle:
    """Return a topic's style for words that are not a topic's."""
    size = round(2 * size_pt) / 2
    color = Color(ColorRole.TEXT)
    return replace(look.title, sizes=(size,), bold=False, align=Align.LEFT, color=color)


def _sheet(look: Look, words: TextStyle) -> Look:
    em = pt(words.sizes[0])
    side, above = round(_SIDE * em), round(_ABOVE * em)
    line = Line(Color(look.badge.color.role, Tone.MID), _HAIRLINE)
    ground = Fill(Color(ColorRole.SURFACE))
    insets = Insets(side, above, side, above)
    return replace(look, shape=SHEET, title=words, fill=ground, line=line, insets=insets)


def _size(text: TextBody, reach: Emu) -> Size:
    insets = text.insets
    height = text.height + insets.top + insets.bottom
    return Size(reach + insets.left + insets.right, height)


def body_marks(card: Card, node: Node, frame: Rect) -> Iterator[Shape]:
    """Yield what is drawn for a body on its box once that is placed."""
    if node.kind == QUOTE:
        x, spare = frame.x + _BAR // 2, (frame.height - card.size.height) // 2
        top, bottom = Point(x, frame.y + spare), Point(x, frame.bottom - spare)
        line = Line(Color(card.look.badge.color.role, Tone.MID), _BAR)
        yield Path(straight(top, bottom), "引文", line=line)
    elif card.grid.cells:
        yield from _grid_marks(card, frame)


def _grid_marks(card: Card, frame: Rect) -> Iterator[Shape]:
    """Yield a table's cells and the rules between its rows."""
    grid, room = card.grid, frame.inset(card.text.insets)
    top = room.y + (room.height - card.text.height) // 2
    lefts = list(accumulate(grid.columns, initial=room.x))
    tops = list(accumulate(grid.rows, initial=top))
    right = lefts[-1]
    after = card.text.insets.right // 2  # for a font wider by a hair
    widths = (*grid.columns[:-1], grid.columns[-1] + after)
    head = card.look.badge.color.role
    for number, y in enumerate(tops[1:-1]):
        line = Line(Color(head, Tone.MID), _HAIRLINE if number else 2 * _HAIRLINE)
        yield Path(straight(Point(room.x, y), Point(right, y)), "表线", line=line)
    for y, height, row in zip(tops, grid.rows, grid.cells, strict=False):
        for x, width, text in zip(lefts, widths, row, strict=False):
            if text.paragraphs:
                yield Box(Rect(x, y, width, height), _words(text), text)


def _words(text: TextBody) -> str:
    return " ".join(plain(paragraph.runs) for paragraph in text.paragraphs)
