"""Two opposed points as two panels; their rows line up where both have as many.

A panel is a head and what stands under it. With two to five points on each side the layout has a
frame for every row, so that what is opposed stands side by side ("compare-3"); two sentences stand
in low panels ("compare-words"); otherwise each list has one frame ("compare"), a low one where both
are short ("compare-lists"). Two names alone fill their panels ("compare-bare").
"""

from __future__ import annotations

from dataclasses import replace

from ...model.color import Color, ColorRole, Tone
from ...model.deck import Item, Slide
from ...model.richtext import plain, rich
from ...model.style import Anchor, Fill
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Insets, Rect, inches
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ...text.fit import Flow
from ._fill import TITLE, Filled, Slot, fill, flow, item_flows, linked, page, title_slots
from ._frames import content_spec
from ._level import levelled
from ._list import PART_MARK, ROOMY, holds, place_list
from ._share import ROOMY_STEPS

HEAD, ROW = 20, 30
LISTED = range(ROW, ROW + 20)
PANELS, LISTS, WORDS, BARE = "compare", "compare-lists", "compare-words", "compare-bare"
MOST_ROWS = 5
HEAD_HEIGHT = inches(0.66)
LOW_TOP, LOW_HEIGHT = inches(0.35), inches(3.2)
SIDES = ("左", "右")


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    body = theme.grid.body
    low = Rect(body.x, body.y + LOW_TOP, body.width, LOW_HEIGHT)
    lined = (
        _spec(theme, (_lined(rows), f"对比 {rows} 行"), body, rows)
        for rows in range(2, MOST_ROWS + 1)
    )
    return (
        _spec(theme, (PANELS, "对比"), body, 1),
        _spec(theme, (LISTS, "对比 短"), low, 1),
        _spec(theme, (WORDS, "对比 两句"), low, 1),
        content_spec(theme, BARE, "对比 两词", _names(theme, low)),
        *lined,
    )


def _lined(rows: int) -> str:
    return f"{PANELS}-{rows}"


def _spec(theme: Theme, name: tuple[str, str], body: Rect, rows: int) -> LayoutSpec:
    """Return a layout by its name and label, for a body frame and so many rows."""
    holders: list[Placeholder] = []
    gap = theme.tokens.gap // 3
    centred = name[0] not in (PANELS, LISTS)
    for side, frame in enumerate(body.columns(2, theme.tokens.gap)):
        holders.append(_head(theme, side, frame))
        top = frame.y + HEAD_HEIGHT + gap
        below = Rect(frame.x, top, frame.width, frame.bottom - top)
        for i, row in enumerate(below.rows(rows, gap)):
            holders.append(_row(theme, (side, i), row, centred))
    return content_spec(theme, *name, tuple(holders))


def _names(theme: Theme, body: Rect) -> tuple[Placeholder, ...]:
    """Return two panels that hold nothing but their heads."""
    frames = body.columns(2, theme.tokens.gap)
    style = theme.style("result")
    return tuple(
        replace(
            _head(theme, side, frame),
            frame=frame,
            styles=(replace(style, color=_head(theme, side, frame).styles[0].color),),
        )
        for side, frame in enumerate(frames)
    )


def _head(theme: Theme, side: int, frame: Rect) -> Placeholder:
    style = theme.style("panel_head" if side else "panel_head_muted")
    role = ColorRole.ACCENT1 if side else ColorRole.MUTED
    name = f"{SIDES[side]}栏标题"
    return Placeholder(
        HEAD + side,
        "body",
        name,
        Rect(frame.x, frame.y, frame.width, HEAD_HEIGHT),
        (style,),
        Anchor.MIDDLE,
        Insets(theme.tokens.padding.left, 0, theme.tokens.padding.right, 0),
        fill=Fill(Color(role)),
        prompt=name,
    )


def _row(theme: Theme, place: tuple[int, int], frame: Rect, centred: bool) -> Placeholder:
    """Return the frame of a row (side, number) or of a whole panel."""
    side, i = place
    padding = theme.tokens.padding
    narrow = Insets(padding.left, padding.top // 4, padding.right, padding.bottom // 4)
    name = f"{SIDES[side]}栏{i + 1}"
    return Placeholder(
        ROW + 10 * side + i,
        "body",
        name,
        frame,
        (theme.style("panel_text"), theme.style("card_item")),
        Anchor.MIDDLE if centred else Anchor.TOP,
        narrow if centred else padding,
        fill=Fill(Color(ColorRole.ACCENT1, Tone.SOFT) if side else Color(ColorRole.SURFACE)),
        line=theme.tokens.outline,
        prompt=name,
    )


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place two items as panels, in the first layout that suits them; too long ones go on."""
    if len(slide.items) == 2:
        placed = _try(slide, theme) or _first_rows(slide, theme)
        if placed and placed.rest:
            report.note(
                slide.origin,
                f"'{plain(slide.title)}' has too many rows and goes on",
                code="goes-on",
            )
        if placed:
            return placed
    return place_list(slide, theme, report)


def _try(slide: Slide, theme: Theme) -> Placed | None:
    """Place the slide in the first layout that holds it well, else where its words are largest."""
    best: tuple[LayoutSpec, Filled] | None = None
    for name in _suiting(slide.items[0], slide.items[1]):
        spec = theme.layouts[name]
        filled = fill(spec, [*title_slots(spec, slide), *_slots(spec, slide)])
        if not filled.fits or (name == LISTS and filled.steps > ROOMY_STEPS):
            continue
        if best is None or filled.steps < best[1].steps:
            best = spec, filled
        if best[1].steps <= ROOMY:
            break
    if best is None:
        return None
    spec, filled = best
    drawn = page(slide, theme, spec, filled.boxes)
    return Placed(levelled(drawn, LISTED)[0] if spec.name in (PANELS, LISTS) else drawn)


def _first_rows(slide: Slide, theme: Theme) -> Placed | None:
    """Place an even share of the rows, on the fewest slides, with points on both sides of each."""
    counts = [len(item.items) for item in slide.items]
    title = theme.layouts[PANELS].placeholder(TITLE)
    if not holds(title, (*slide.title, *rich(PART_MARK))):
        return None
    for pages in range(2, min(counts) + 1):
        take = -(-max(counts) // pages)
        if min(counts) <= take * (pages - 1):
            continue
        first = replace(slide, items=tuple(_rows(item, 0, take) for item in slide.items))
        if placed := _try(first, theme):
            left = tuple(replace(_rows(item, take), gist=()) for item in slide.items)
            return Placed(placed.page, (replace(slide, items=left, lead=(), notes=()),))
    return None


def _rows(item: Item, first: int, end: int | None = None) -> Item:
    return replace(item, items=item.items[first:end])


def _suiting(left: Item, right: Item) -> tuple[str, ...]:
    if not left.items and not right.items:
        return (WORDS, PANELS) if left.gist or right.gist else (BARE, PANELS)
    count = len(left.items)
    flat = not any(sub.items for item in (left, right) for sub in item.items)
    matches = count == len(right.items) and 2 <= count <= MOST_ROWS
    if matches and flat and not left.gist and not right.gist:
        return (_lined(count), PANELS)
    return (LISTS, PANELS)


def _slots(spec: LayoutSpec, slide: Slide) -> list[Slot]:
    """Return the slots of both panels; rows are told pair by pair, whole panels one by one."""
    has_rows = spec.name not in (PANELS, LISTS, WORDS, BARE)
    slots: list[Slot] = []
    for side, item in enumerate(slide.items):
        head = spec.placeholder(HEAD + side)
        words = (flow(head, linked(item), balance=True),)
        slots.append(
            Slot(HEAD + side, words, "head", origin=item.origin, item=0 if has_rows else side)
        )
        first = ROW + 10 * side
        if spec.name == BARE:
            continue
        if has_rows:
            slots.extend(
                Slot(
                    first + i,
                    item_flows(sub, spec.placeholder(first + i)),
                    "row",
                    origin=sub.origin,
                    item=i,
                )
                for i, sub in enumerate(item.items)
            )
        else:
            flows = _panel(item, spec.placeholder(first))
            slots.append(Slot(first, flows, "panel", origin=item.origin, item=side))
    return slots


def _panel(item: Item, holder: Placeholder) -> tuple[Flow, ...]:
    flows = [flow(holder, item.gist, balance=True)] if item.gist else []
    for sub in item.items:
        flows.extend(item_flows(sub, holder, 1))
    return tuple(flows)


LAYOUT = SlideLayout("compare", specs, place)
