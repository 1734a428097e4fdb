"""Numbers that speak: one to four of them, as large as they can be, each with its caption.

They stand in columns ("stat-3"), four of them two by two ("stat-4"), or under each other
("stat-3-rows") where a column is too narrow for a number. The fewer they are, the larger; three of
them without captions have whole rows ("stat-3-rows-bare"), which are higher than wide columns.
"""

from __future__ import annotations

from dataclasses import replace

from ...model.color import Color, ColorRole, Tone
from ...model.deck import Slide
from ...model.richtext import plain
from ...model.scene import Box, Group, Shape
from ...model.style import Anchor, Fill, TextStyle
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Emu, Rect, around, inches, pt
from ...model.words import words_of
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._fill import Slot, flow, linked
from ._frames import content_spec, text_holder
from ._share import Sharing, place_shared
from ._told import has_text, unheaded

NUMBER, TEXT = 20, 40
LEAST, MOST = 1, 4
ROWS, BARE_ROWS = "-rows", "-rows-bare"
IN_ROWS = {ROWS: " 行", BARE_ROWS: " 行 宽"}
BARE_COUNT = 3  # two are larger side by side, four are two by two
BAR = inches(0.08)
INDENT = inches(0.22)
LINE_EM = 1.46  # the height of a line of the tallest face
NUMBER_HEIGHTS = {1: inches(1.95), 2: inches(1.5), 3: inches(1.1), 4: inches(1.1)}
PER_ROW = {1: 1, 2: 2, 3: 3, 4: 2}
TEXT_HEIGHT, TEXT_GAP = inches(1.35), inches(0.06)  # beneath a number
TALLEST_ROW = inches(1.3)
NUMBER_SHARE = 52  # per cent of a row
NARROWEST = inches(2.6)  # a column for a number of some size


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    counts = range(LEAST, MOST + 1)
    columns = (_spec(theme, count, "") for count in counts if _has_columns(theme, count))
    rows = (_spec(theme, count, ROWS) for count in counts[1:])
    return (*columns, *rows, _spec(theme, BARE_COUNT, BARE_ROWS))


def _has_columns(theme: Theme, count: int) -> bool:
    return theme.grid.body.width >= PER_ROW[count] * NARROWEST


def _spec(theme: Theme, count: int, tag: str) -> LayoutSpec:
    holders: list[Placeholder] = []
    styles = (theme.style("stat_text"), theme.style("card_item"))
    anchors = (Anchor.MIDDLE, Anchor.MIDDLE) if tag else (Anchor.BOTTOM, Anchor.TOP)
    for i, cell in enumerate(_cells(theme, count, tag)):
        number, text = _pair(theme, cell, count, tag)
        style = (_sized(theme.style("stat_number"), number.height),)
        holders.append(text_holder(NUMBER + i, f"数字{i + 1}", number, style, anchors[0]))
        if tag != BARE_ROWS:
            holders.append(text_holder(TEXT + i, f"说明{i + 1}", text, styles, anchors[1]))
    label = f"数字 {count}{IN_ROWS.get(tag, '')}"
    return content_spec(theme, f"stat-{count}{tag}", label, tuple(holders))


def _sized(style: TextStyle, height: Emu) -> TextStyle:
    """Return the style in the sizes of which a line is no higher than the frame."""
    sizes = tuple(size for size in style.sizes if pt(size * LINE_EM) <= height)
    return replace(style, sizes=sizes or style.sizes[-1:])


def _cells(theme: Theme, count: int, tag: str) -> tuple[Rect, ...]:
    """Return a cell for each number with its caption, a little above the body's middle."""
    body, gap = theme.grid.body, theme.tokens.gap
    if tag:
        height = min((body.height - gap * (count - 1)) // count, TALLEST_ROW)
        used = height * count + gap * (count - 1)
        top = body.y + (body.height - used) * 2 // 5
        return tuple(
            Rect(body.x, top + i * (height + gap), body.width, height) for i in range(count)
        )
    across = PER_ROW[count]
    down = count // across
    room = (body.height - 2 * gap * (down - 1)) // down
    height = min(NUMBER_HEIGHTS[count] + TEXT_HEIGHT, room)
    top = body.y + (body.height - height * down - 2 * gap * (down - 1)) * 2 // 5
    return tuple(
        cell
        for row in range(down)
        for cell in Rect(body.x, top + row * (height + 2 * gap), body.width, height).columns(
            across, gap
        )
    )


def _pair(theme: Theme, cell: Rect, count: int, tag: str) -> tuple[Rect, Rect]:
    """Return the frames of number and caption beside the cell's bar."""
    room = BAR + INDENT
    inner = Rect(cell.x + room, cell.y, cell.width - room, cell.height)
    if not tag:
        number = replace(inner, height=NUMBER_HEIGHTS[count])
        y = number.bottom + TEXT_GAP
        return number, Rect(inner.x, y, inner.width, inner.bottom - y)
    if tag == BARE_ROWS:
        return inner, inner
    number = replace(inner, width=inner.width * NUMBER_SHARE // 100)
    x = number.right + theme.tokens.gap
    return number, Rect(x, inner.y, inner.right - x, inner.height)


def _bars(theme: Theme, spec: LayoutSpec, slide: Slide) -> tuple[Shape, ...]:
    """Return a bar before each number and its caption, as one group that tells the numbers."""
    tag = ROWS if ROWS in spec.name else ""
    cells = _cells(theme, len(slide.items), tag)
    bars = [replace(cell, width=BAR) for cell in cells]
    if not tag and not any(map(has_text, slide.items)):
        height = NUMBER_HEIGHTS[len(cells)]
        bars = [replace(bar, height=height) for bar in bars]
    fill = Fill(Color(ColorRole.ACCENT1, Tone.MID))
    shapes = tuple(Box(bar, f"竖线{i}", fill=fill) for i, bar in enumerate(bars, 1))
    said = (f"{plain(item.title)} {plain(item.gist)}".strip() for item in slide.items)
    alt = words_of(theme.lang).semicolon.join(said)
    return (Group(shapes, around(bars), "数字", alt),)


def _slots(spec: LayoutSpec, slide: Slide) -> list[Slot]:
    slots: list[Slot] = []
    for i, item in enumerate(slide.items):
        number = spec.placeholder(NUMBER + i)
        words = (flow(number, linked(item), balance=True),)
        slots.append(Slot(NUMBER + i, words, "number", origin=item.origin, item=i, whole=True))
        if has_text(item):
            told = unheaded(item, spec.placeholder(TEXT + i))
            slots.append(Slot(TEXT + i, told, "text", origin=item.origin, item=i))
    return slots


SHARING = Sharing("stat", LEAST, MOST, _slots, ground=_bars)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place one to four numbers; more go on."""
    is_told = any(map(has_text, slide.items))
    variants = ("", ROWS) if is_told else (BARE_ROWS, "", ROWS)
    return place_shared(slide, theme, report, replace(SHARING, variants=variants))


LAYOUT = SlideLayout("stat", specs, place)
