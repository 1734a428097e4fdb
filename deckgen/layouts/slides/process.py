"""A chain as chevrons, left to right, on a second row past five (four on a narrow page).

Steps with something to say have their text under the chevron ("process-4"), on a card where all
stand in one row; bare steps are large and stand in the middle of the page ("process-4-bare").
"""

from __future__ import annotations

from dataclasses import replace

from ...model.color import Color, ColorRole
from ...model.deck import Item, Slide
from ...model.richtext import plain, rich
from ...model.scene import Box, Group, Shape
from ...model.style import Anchor, Fill, Geometry
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Insets, Rect, around, inches
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ...text.fit import Flow
from ._fill import Slot, flow, item_flows, join, linked
from ._frames import as_card, balanced, content_spec
from ._level import levelled
from ._share import Sharing, place_shared

STEP, TEXT = 20, 40
BARE = "-bare"
TEXTS = range(TEXT, TEXT + 20)
PER_ROW, ROWS = 5, 2
NARROWEST = inches(1.95)  # a chevron with room for two words, and for a text beneath it
BARE_NARROWEST = inches(1.75)
CHEVRON_HEIGHT = inches(1.05)
BARE_HEIGHT = inches(1.5)
LOWERED, CARD_HEIGHT = inches(0.35), inches(2.4)
POINT = inches(0.36)  # how far a chevron's tip reaches; the next one starts behind it


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return tuple(
        _spec(theme, count, bare)
        for bare in (False, True)
        for count in range(2, _most(theme, bare) + 1)
    )


def _spec(theme: Theme, count: int, bare: bool) -> LayoutSpec:
    holders: list[Placeholder] = []
    per_row = _per_row(theme, count, bare)
    is_row = count <= per_row
    lowered = LOWERED if is_row else 0  # a single row starts below the body's edge
    for i, frame in enumerate(_frames(theme, count, bare)):
        height = min(BARE_HEIGHT, frame.height) if bare else CHEVRON_HEIGHT
        top = frame.y + (frame.height - height) * 2 // 5 if bare else frame.y + lowered
        holders.append(
            _chevron(theme, i, Rect(frame.x, top, frame.width, height), i % per_row == 0)
        )
        if not bare:
            low = Rect(frame.x, top, frame.width, frame.bottom - top)
            holders.append(_card(theme, i, low) if is_row else _text(theme, i, low))
    name = f"process-{count}{BARE if bare else ''}"
    return content_spec(theme, name, f"流程 {count}" + (" 步骤" if bare else ""), tuple(holders))


def _frames(theme: Theme, count: int, bare: bool) -> tuple[Rect, ...]:
    """Return a frame for each step: chevrons overlap by their tips, less a gap."""
    per_row = _per_row(theme, count, bare)
    rows = -(-count // per_row)
    gap = theme.tokens.gap // 3
    frames: list[Rect] = []
    for row in theme.grid.body.rows(rows, theme.tokens.gap):
        width = (row.width - (POINT // 3) - (per_row - 1) * gap) // per_row
        frames.extend(
            Rect(row.x + i * (width + gap), row.y, width + POINT // 3, row.height)
            for i in range(per_row)
        )
    return tuple(frames[:count])


def _most(theme: Theme, bare: bool) -> int:
    """Return how many steps a page of this width holds."""
    narrowest = BARE_NARROWEST if bare else NARROWEST
    return ROWS * min(PER_ROW, theme.grid.body.width // narrowest)


def _per_row(theme: Theme, count: int, bare: bool) -> int:
    """Return how many steps stand in a row, the rows being as even as can be."""
    return balanced(count, _most(theme, bare) // ROWS)


def _chevron(theme: Theme, i: int, frame: Rect, first: bool) -> Placeholder:
    return Placeholder(
        STEP + i,
        "body",
        f"步骤{i + 1}",
        frame,
        (theme.style("step"),),
        Anchor.MIDDLE,
        Insets(inches(0.15) if first else POINT, 0, POINT, 0),
        prompt=f"步骤{i + 1}",
    )


def _chevrons(theme: Theme, spec: LayoutSpec, slide: Slide) -> tuple[Shape, ...]:
    """Return the chevrons under the steps' words, as one group that says the whole chain.

    They are shapes of the slide: LibreOffice gives a placeholder no geometry but a rectangle.
    """
    frames = [spec.placeholder(STEP + i).frame for i in range(len(slide.items))]
    per_row = _per_row(theme, len(frames), spec.name.endswith(BARE))
    names = [plain(item.title) for item in slide.items]
    shapes = tuple(
        Box(
            frame,
            f"箭头{i + 1}",
            geometry=Geometry.PENTAGON if i % per_row == 0 else Geometry.CHEVRON,
            corner=POINT,
            fill=Fill(Color(ColorRole.ACCENT1)),
        )
        for i, frame in enumerate(frames)
    )
    return (Group(shapes, around(frames), "流程", " → ".join(names)),)


def _text(theme: Theme, i: int, frame: Rect) -> Placeholder:
    top = frame.y + CHEVRON_HEIGHT + theme.tokens.gap // 2
    below = Rect(frame.x, top, frame.width - POINT, frame.bottom - top)
    styles = (theme.style("step_text"), theme.style("card_item"))
    return Placeholder(
        TEXT + i, "body", f"说明{i + 1}", below, styles, prompt="说明", insets=Insets(inches(0.05))
    )


def _card(theme: Theme, i: int, frame: Rect) -> Placeholder:
    """Return the frame for a step's text as a card, no wider than its chevron's straight part."""
    text = _text(theme, i, frame)
    frame = replace(text.frame, height=min(text.frame.height, CARD_HEIGHT))
    padding = theme.tokens.padding
    inner = Insets(padding.left // 2, padding.top // 2, padding.right // 2, padding.bottom // 2)
    card = as_card(theme, replace(text, frame=frame), Fill(theme.tokens.card))
    return replace(card, insets=inner)


def _texts(item: Item, holder: Placeholder) -> tuple[Flow, ...]:
    flows = [flow(holder, item.gist, balance=True)] if item.gist else []
    for sub in item.items:
        flows.extend(item_flows(sub, holder, 1))
    return tuple(flows)


def _slots(spec: LayoutSpec, slide: Slide) -> list[Slot]:
    slots: list[Slot] = []
    has_text = any(holder.idx == TEXT for holder in spec.placeholders)
    head = 0 if has_text else -1  # bare chevrons are high enough for two lines
    for i, item in enumerate(slide.items):
        step = spec.placeholder(STEP + i)
        title = join((rich(item.label), linked(item)), " ")
        words = (flow(step, title, balance=True),)
        slots.append(Slot(STEP + i, words, "step", origin=item.origin, item=i, head=head))
        if has_text:
            texts = _texts(item, spec.placeholder(TEXT + i))
            slots.append(Slot(TEXT + i, texts, "step", item=i))  # never larger than the step
    return slots


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place two to ten steps, or eight where the page is narrow; more go on."""
    bare = not any(item.gist or item.items for item in slide.items)
    variants = (BARE,) if bare else ("",)
    sharing = Sharing("process", 2, _most(theme, bare), _slots, variants, _chevrons)
    placed = place_shared(slide, theme, report, sharing)
    spec = theme.layouts[placed.page.layout]
    if any(holder.idx == TEXT and holder.fill for holder in spec.placeholders):
        return replace(placed, page=levelled(placed.page, TEXTS)[0])
    return placed


LAYOUT = SlideLayout("process", specs, place)
