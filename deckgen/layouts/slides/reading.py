"""The reading record: the book, large, and its facts beside it: a tile each, or a row each.

Tiles are taken where the words are large in them; rows, a label and what it says on one line, hold
more facts, and more on a narrow page.
"""

from __future__ import annotations

from dataclasses import replace

from ...model.color import Color, ColorRole
from ...model.deck import Item, Slide
from ...model.style import Anchor, Fill
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Emu, Insets, Rect, inches, pt
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ...text.fit import Flow
from ._fill import Slot, flow, item_flows
from ._frames import as_card, content_spec, hairline, is_wide, text_holder
from ._rows import holds_a_line
from ._share import Sharing, place_shared

FIRST, LABEL = 20, 40
MOST = 9
ROWS = 3  # more rows are too low for a fact of two lines
# the last fact is often the longest: its row is as high as so many others
IN_ROWS = {"-rows": (1, " 行"), "-rows-long": (2, " 末行高"), "-rows-longer": (3, " 末行更高")}
FIRST_ROWS = "-rows"
LABEL_WIDTH = inches(1.45)
AIR = 8  # per cent of a row's height that stay free above its words, and below them
LEAST_EM = 4  # a tile narrower than so many characters breaks every word


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    tiled = (_tiled(theme, count) for count in range(1, MOST + 1))
    rowed = (_rowed(theme, count, variant) for count in range(3, MOST + 1) for variant in IN_ROWS)
    return tuple(spec for spec in (*tiled, *rowed) if all(map(_is_roomy, spec.placeholders)))


def _is_roomy(holder: Placeholder) -> bool:
    """Tell whether a frame holds a line of a few characters: a narrow page's may not."""
    wide = holder.frame.inset(holder.insets).width >= pt(LEAST_EM * min(holder.styles[0].sizes))
    return wide and holds_a_line(holder)


def _tiled(theme: Theme, count: int) -> LayoutSpec:
    """Return the layout for `count` facts, the first of them being the book."""
    book, facts = _halves(theme, count)
    frames = _tiles(facts, count - 1, theme.tokens.gap)
    tiles = tuple(_fact_tile(theme, i, frame) for i, frame in enumerate(frames, 1))
    holders = (_book(theme, book, "cover" if count == 1 else "hero"), *tiles)
    return content_spec(theme, f"reading-{count}", f"阅读记录 {count}", holders)


def _rowed(theme: Theme, count: int, variant: str) -> LayoutSpec:
    """Return the layout for `count` facts with all but the book in rows."""
    book, facts = _halves(theme, count)
    last, label = IN_ROWS[variant]
    frames = _rows(facts, count - 1, last)
    rows = (holder for i, frame in enumerate(frames, 1) for holder in _row(theme, i, frame))
    name, label = f"reading-{count}{variant}", f"阅读记录 {count}{label}"
    spec = content_spec(theme, name, label, (_book(theme, book), *rows))
    return replace(spec, shapes=tuple(map(hairline, frames[1:])))


def _halves(theme: Theme, count: int) -> tuple[Rect, Rect]:
    """Return the frame of the book, and that of all its facts."""
    grid = theme.grid
    left = 4 if is_wide(theme) else 5  # columns: a narrow page needs more of them for the book
    x, width = grid.span(0, left if count > 1 else 12)
    book = Rect(x, grid.body.y, width, grid.body.height)
    x, width = grid.span(left, 12 - left)
    return book, Rect(x, grid.body.y, width, grid.body.height)


def _tiles(frame: Rect, count: int, gap: Emu) -> tuple[Rect, ...]:
    """Cut the frame into tiles, up to three a row; what is left takes the whole last row."""
    if not count:
        return ()
    per_row = -(-count // ROWS)
    tiles: list[Rect] = []
    for i, row in enumerate(frame.rows(-(-count // per_row), gap)):
        tiles.extend(row.columns(min(per_row, count - i * per_row), gap))
    return tuple(tiles)


def _rows(frame: Rect, count: int, last: int) -> tuple[Rect, ...]:
    """Cut the frame into rows, the last as high as so many."""
    height = frame.height // (count - 1 + last)
    tops = [frame.y + i * height for i in range(count)]
    ends = [*tops[1:], frame.bottom]
    return tuple(
        Rect(frame.x, top, frame.width, end - top) for top, end in zip(tops, ends, strict=True)
    )


def _book(theme: Theme, frame: Rect, sizes: str = "hero") -> Placeholder:
    """Return the book's card, its name in the sizes of that style."""
    name = replace(theme.style("hero"), sizes=theme.style(sizes).sizes)
    styles = (theme.style("hero_label"), name)
    return _padded(theme, text_holder(FIRST, "书", frame, styles), ColorRole.ACCENT1)


def _fact_tile(theme: Theme, i: int, frame: Rect) -> Placeholder:
    styles = (theme.style("fact_label"), theme.style("fact_value"))
    return _padded(theme, text_holder(FIRST + i, f"事项{i}", frame, styles), ColorRole.SURFACE)


def _padded(theme: Theme, holder: Placeholder, ground: ColorRole) -> Placeholder:
    card = as_card(theme, holder, Fill(Color(ground)))
    x, y = card.insets.left, card.insets.top // 2
    return replace(card, anchor=Anchor.MIDDLE, insets=Insets(x, y, x, y))


def _row(theme: Theme, i: int, frame: Rect) -> tuple[Placeholder, Placeholder]:
    """Return label and value, which stand on one line."""
    value = theme.style("fact_value")
    label = replace(theme.style("fact_label"), sizes=value.sizes)
    at, indent = theme.tokens.gap, LABEL_WIDTH + 2 * theme.tokens.gap
    left = Rect(frame.x + at, frame.y, LABEL_WIDTH, frame.height)
    right = Rect(frame.x + indent, frame.y, frame.width - indent, frame.height)
    air = Insets(0, frame.height * AIR // 100, 0, frame.height * AIR // 100)
    return (
        replace(text_holder(LABEL + i, f"名称{i}", left, (label,), Anchor.MIDDLE), insets=air),
        replace(text_holder(FIRST + i, f"事项{i}", right, (value,), Anchor.MIDDLE), insets=air),
    )


def _slots(spec: LayoutSpec, slide: Slide) -> list[Slot]:
    has_labels = any(holder.idx == LABEL + 1 for holder in spec.placeholders)
    slots: list[Slot] = []
    for i, item in enumerate(slide.items):
        holder = spec.placeholder(FIRST + i)
        flows = _fact(item, holder)
        if i and has_labels and len(flows) > 1:
            label = flow(spec.placeholder(LABEL + i), item.title)
            slots.append(Slot(LABEL + i, (label,), "fact", origin=item.origin, head=0))
            flows = flows[1:]
        slots.append(
            Slot(
                FIRST + i,
                flows,
                "fact" if i else "book",
                origin=item.origin,
                head=-1 if i else 1,
            )
        )
    return slots


def _fact(item: Item, holder: Placeholder) -> tuple[Flow, ...]:
    flows = [flow(holder, item.title, 0)]
    if item.gist:
        flows.append(flow(holder, item.gist, 1, balance=True))
    for sub in item.items:
        flows.extend(item_flows(sub, holder, 1))
    return tuple(flows)


SHARING = Sharing("reading", 1, MOST, _slots, variants=("", *IN_ROWS))


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place up to eight facts beside the book; more go on beside the same book, all in rows."""
    said = Report()
    placed = place_shared(slide, theme, said, SHARING)
    if placed.rest and not slide.form:
        said = Report()
        placed = place_shared(replace(slide, form=(FIRST_ROWS,)), theme, said, SHARING)
    for problem in said.problems:
        report(problem)
    rest = tuple(
        replace(left, items=(slide.items[0], *left.items))
        if left.layout == "reading" and len(left.items) + 1 < len(slide.items)
        else left
        for left in placed.rest
    )
    return replace(placed, rest=rest)


LAYOUT = SlideLayout("reading", specs, place)
