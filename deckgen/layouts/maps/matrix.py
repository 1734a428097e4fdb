"""A table that is a tree: every level a column, every topic a cell as high as its points together.

The root is the head row. A topic without points reaches to the table's right edge, so that the
cells leave no hole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from ...model.color import Color, ColorRole, Tone
from ...model.style import Line
from ...model.units import Emu, Insets, Rect, pt
from ...plugin import MapLayout
from ._cards import CELL, Card, Look
from ._drawing import Drawing, drawn
from ._sheet import Sheet, placing

_RULE: Emu = pt(0.75)
_SIDE: Emu = pt(10)
_ABOVE: Emu = pt(6)
_INSETS = Insets(_SIDE, _ABOVE, _SIDE, _ABOVE)


def arrange(sheet: Sheet) -> Drawing:
    """Place the cells."""
    nodes, levels = sheet.mindmap.nodes, sheet.levels
    cards = _cells(sheet)
    columns = [0] * (max(levels) + 1)
    for level, card in zip(levels, cards, strict=True):
        if level:
            columns[level] = max(columns[level], card.length)
    columns[-1] += max(0, cards[0].length - sum(columns))
    edges = list(accumulate(columns, initial=0))
    heights = _heights(sheet, cards)
    frames: list[Rect] = [Rect(0, 0, edges[-1], cards[0].size.height)]
    below = [cards[0].size.height] + [0] * (len(nodes) - 1)  # where the next child's cell begins
    for index, node in enumerate(nodes[1:], start=1):
        left, top = edges[levels[index]], below[node.parent]
        right = edges[levels[index] + 1] if node.children else edges[-1]
        frames.append(Rect(left, top, right - left, heights[index]))
        below[node.parent] += heights[index]
        below[index] = top
    drawing = drawn(cards, sheet.settle(frames), [()] * len(cards))
    return replace(drawing, lined=[False] * len(cards))


def _heights(sheet: Sheet, cards: Sequence[Card]) -> list[Emu]:
    """Return how high the cells are: what a topic needs more than its points is shared by them."""
    nodes = sheet.mindmap.nodes
    needed = [0] * len(nodes)
    for index in range(len(nodes) - 1, 0, -1):
        needed[index] = max(needed[index], cards[index].size.height)
        needed[nodes[index].parent] += needed[index]
    heights = list(needed)
    for index, node in enumerate(nodes):
        if not index or not node.children:
            continue
        spare = heights[index] - sum(needed[child] for child in node.children)
        share, rest = divmod(spare, len(node.children))
        for place, child in enumerate(node.children):
            heights[child] = needed[child] + share + (place < rest)
    return heights


def _cells(sheet: Sheet) -> list[Card]:
    """Return the cards as cells: a ground by level, and a rule round each."""
    looks: dict[int, Look] = {}
    cells: list[Card] = []
    for card in sheet.measure(has_braces=False):
        look = looks.get(id(card.look))
        if look is None:
            look = looks[id(card.look)] = _cell_look(card.look)
        old = card.text.insets
        extra = card.look.insets  # what an icon, a picture and marks take is more than the look's
        insets = Insets(
            _SIDE + old.left - extra.left,
            _ABOVE + old.top - extra.top,
            _SIDE + old.right - extra.right,
            _ABOVE + old.bottom - extra.bottom,
        )
        text = replace(card.text, insets=insets)
        size = replace(
            card.size,
            width=card.size.width - old.left - old.right + insets.left + insets.right,
            height=card.size.height - old.top - old.bottom + insets.top + insets.bottom,
        )
        cells.append(replace(card, look=look, text=text, size=size))
    for index, block in sheet.blocks.items():
        extent = block.extent
        cells[index] = replace(
            cells[index], size=replace(cells[index].size, width=extent.width, height=extent.height)
        )
    return cells


def _cell_look(look: Look) -> Look:
    role = look.badge.color.role
    ground = Color(ColorRole.BACKGROUND)
    line = Line(ground if look.fill else Color(role, Tone.MID), _RULE)
    return replace(look, shape=CELL, line=line, insets=_INSETS)


LAYOUT = MapLayout("matrix", placing(arrange))
