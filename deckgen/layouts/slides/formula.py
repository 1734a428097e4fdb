"""An equation in words: tiles for its terms, and the operators between them.

An item is a term; its label is the operator before it. Terms may have a text beneath their tile.
They stand in one row, or in two ("formula-4-rows") where that makes their words larger; where
texts would be small, the terms are written under each other as in a sum, each with its sign before
it and its text at the right ("formula-4-text-stack").
"""

from __future__ import annotations

from dataclasses import replace

from ...model.color import Color, ColorRole, Tone
from ...model.deck import Item, Slide
from ...model.richtext import plain, rich
from ...model.scene import Box, Group, Shape
from ...model.style import Anchor, Fill, Geometry
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Emu, Insets, Rect, around, inches
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._fill import Slot, flow, linked, title_slots
from ._frames import content_spec, is_wide, rows_in, text_holder
from ._list import place_list
from ._share import Figure, best_form, place_figure
from ._told import has_text, in_a_line, unheaded

TERM, TEXT, OPERATOR = 20, 40, 60
LEAST, MOST = 2, 6
TOLD, LAST = "-text", "-last"  # texts under the tiles; the result at the right
ROWS, STACK = "-rows", "-stack"
FORMS = ("", ROWS, STACK)  # the best liked first
FEWEST_ROWS = 4  # terms that stand in two rows
TILE, LOW_TILE = inches(1.7), inches(1.0)
WIDEST, NARROWEST = inches(3.6), inches(1.3)
SIGN = {2: inches(1.0), 3: inches(0.9), 4: inches(0.7), 5: inches(0.6), 6: inches(0.5)}
EQUALS = ("=", "＝")
SIGN_WIDTH, TEXT_GAP = inches(0.6), inches(0.25)  # left of a tile in a sum, and right of it
LINE_PART = {True: 25, False: 29}  # a tile's, of the body's width: on a wide page and a narrow one
TALLEST_LINE = inches(1.25)


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return tuple(
        _spec(theme, count, f"{last}{told}{form}")
        for told in ("", TOLD)
        for last in ("", LAST)
        for form in FORMS
        for count in range(LEAST, MOST + 1)
        if _has_form(theme, count, told, form)
    )


def _has_form(theme: Theme, count: int, told: str, form: str) -> bool:
    """Tell whether so many terms are set in that form: texts are what makes lines of them."""
    if form == STACK:
        return bool(told)
    return count >= FEWEST_ROWS if form else _width(theme, count) >= NARROWEST


def _spec(theme: Theme, count: int, tag: str) -> LayoutSpec:
    tiles, signs = _frames(theme, count, tag)
    result = count - 1 if LAST in tag else 0
    inset = Insets(inches(0.14), 0, inches(0.14), 0)
    holders: list[Placeholder] = []
    for i, tile in enumerate(tiles):
        if i:
            sign = (theme.style("operator"),)
            holders.append(
                text_holder(OPERATOR + i, f"运算号{i}", signs[i - 1], sign, Anchor.MIDDLE)
            )
        look = (theme.style("result" if i == result else "term"),)
        term = text_holder(TERM + i, f"项{i + 1}", tile, look, Anchor.MIDDLE)
        holders.append(replace(term, insets=inset))
        if TOLD in tag:
            holders.append(_text(theme, tiles, i, tag))
    words = {LAST: " 结果在后", TOLD: " 说明", ROWS: " 两行", STACK: " 竖式"}
    label = f"公式 {count}" + "".join(word for mark, word in words.items() if mark in tag)
    return content_spec(theme, f"formula-{count}{tag}", label, tuple(holders))


def _text(theme: Theme, tiles: tuple[Rect, ...], i: int, tag: str) -> Placeholder:
    """Return the placeholder of a term's text: under its tile, or at its right."""
    tile, body, gap = tiles[i], theme.grid.body, theme.tokens.gap
    if STACK in tag:
        x = tile.right + max(gap, TEXT_GAP)
        beside = Rect(x, tile.y, body.right - x, tile.height)
        styles = (theme.style("level_text"), theme.style("card_item"))
        return text_holder(TEXT + i, f"说明{i + 1}", beside, styles, Anchor.MIDDLE)
    low = min((t.y - gap for t in tiles if t.y > tile.y), default=body.bottom)
    top = tile.bottom + gap // 2
    below = Rect(tile.x, top, tile.width, low - top)
    return text_holder(TEXT + i, f"说明{i + 1}", below, (theme.style("term_text"),))


def _width(theme: Theme, count: int) -> Emu:
    """Return how wide a tile is in one row."""
    return min((theme.grid.body.width - SIGN[count] * (count - 1)) // count, WIDEST)


def _frames(theme: Theme, count: int, tag: str) -> tuple[tuple[Rect, ...], tuple[Rect, ...]]:
    """Return the tiles, and the room for the sign before each tile but the first."""
    if ROWS in tag:
        return _two_rows(theme, count, tag)
    if STACK in tag:
        return _stacked(theme, count)
    body, sign, width = theme.grid.body, SIGN[count], _width(theme, count)
    row: Emu = width * count + sign * (count - 1)
    x, share = body.x + (body.width - row) // 2, 1 if TOLD in tag else 2
    y = body.y + (body.height - TILE) * share // 5
    tiles = tuple(Rect(x + i * (width + sign), y, width, TILE) for i in range(count))
    return tiles, tuple(Rect(tile.x - sign, y, sign, TILE) for tile in tiles[1:])


def _two_rows(theme: Theme, count: int, tag: str) -> tuple[tuple[Rect, ...], tuple[Rect, ...]]:
    """Return two rows of tiles, the second with a sign before it."""
    body, per_row, sign = theme.grid.body, -(-count // 2), SIGN[FEWEST_ROWS]
    width = (body.width - sign * per_row) // per_row
    height = LOW_TILE if TOLD in tag else TILE
    tiles = tuple(
        Rect(body.x + sign + i * (width + sign), row.y, width, height)
        for row in body.rows(2, theme.tokens.gap)
        for i in range(per_row)
    )[:count]
    return tiles, tuple(Rect(tile.x - sign, tile.y, sign, height) for tile in tiles[1:])


def _stacked(theme: Theme, count: int) -> tuple[tuple[Rect, ...], tuple[Rect, ...]]:
    """Return the tiles under each other, each but the first with a sign before it."""
    body, gap = theme.grid.body, theme.tokens.gap // 2
    width = body.width * LINE_PART[is_wide(theme)] // 100
    lines = rows_in(body, count, gap, TALLEST_LINE)
    lower = (body.bottom - lines[-1].bottom) // 3
    x = body.x + SIGN_WIDTH
    tiles = tuple(Rect(x, line.y + lower, width, line.height) for line in lines)
    return tiles, tuple(Rect(body.x, tile.y, SIGN_WIDTH, tile.height) for tile in tiles[1:])


def _result(slide: Slide) -> int:
    """Return which item is the result: the first, or the one after the equals sign."""
    labels = [item.label for item in slide.items]
    return len(labels) - 1 if labels[-1] in EQUALS and len(labels) > 2 else 0


def _tiles(theme: Theme, spec: LayoutSpec, slide: Slide) -> tuple[Shape, ...]:
    """Return the tiles under the terms, the result's in the accent's colour."""
    corner, result = theme.tokens.corner, _result(slide)
    frames = [spec.placeholder(TERM + i).frame for i in range(len(slide.items))]
    shapes = tuple(
        Box(
            frame,
            "结果" if i == result else f"项{i + 1}底",
            geometry=Geometry.ROUND if corner else Geometry.RECT,
            corner=2 * corner,
            fill=Fill(Color(ColorRole.ACCENT1, Tone.PLAIN if i == result else Tone.SOFT)),
            line=theme.tokens.outline,
        )
        for i, frame in enumerate(frames)
    )
    return (Group(shapes, around(frames), "公式", _spelt(slide)),)


def _spelt(slide: Slide) -> str:
    return " ".join(f"{item.label} {plain(item.title)}".strip() for item in slide.items)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place an equation of two to six terms; the list takes a longer one, operators and all."""
    count = len(slide.items)
    if not LEAST <= count <= MOST:
        return place_list(slide, theme, report)
    return place_figure(slide, theme, report, _drawn)


def _drawn(slide: Slide, theme: Theme) -> Figure:
    """Return the equation in the form that cuts no word and sets them largest."""
    told = any(map(has_text, slide.items))
    tag = (LAST if _result(slide) else "") + (TOLD if told else "")
    names = (f"formula-{len(slide.items)}{tag}{form}" for form in FORMS)
    specs = (theme.layouts[name] for name in names if name in theme.layouts)
    return best_form(_figure(slide, theme, spec, told=told) for spec in specs)


def _figure(slide: Slide, theme: Theme, spec: LayoutSpec, *, told: bool) -> Figure:
    slots = title_slots(spec, slide)
    for i, item in enumerate(slide.items):
        slots.extend(_slots(spec, item, i, told))
    return Figure(spec, tuple(slots), _tiles(theme, spec, slide))


def _slots(spec: LayoutSpec, item: Item, i: int, told: bool) -> list[Slot]:
    slots: list[Slot] = []
    if i and item.label:
        sign = (flow(spec.placeholder(OPERATOR + i), rich(item.label)),)
        slots.append(Slot(OPERATOR + i, sign, "operator", origin=item.origin, item=i))
    words = (flow(spec.placeholder(TERM + i), linked(item), balance=True),)
    slots.append(Slot(TERM + i, words, "term", origin=item.origin, item=i, head=0))
    if told:
        holder = spec.placeholder(TEXT + i)
        flows = in_a_line(item, holder) if spec.name.endswith(STACK) else unheaded(item, holder)
        slots.append(Slot(TEXT + i, flows, "text", origin=item.origin, item=i))
    return slots


LAYOUT = SlideLayout("formula", specs, place)
