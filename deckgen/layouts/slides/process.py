"""A chain as chevrons, left to right, on a second row past five (four on a narrow page).

Steps with something to say have their text under the chevron ("process-4"), on a card where all
stand in one row; bare steps are large and stand in the middle of the page ("process-4-bare"). What
is small in one row stands in two ("process-4-rows"), and a slide that goes on has as many steps in
a row as it began with ("process-6-by4").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model.color import Color, ColorRole
from ...model.deck import Item, Slide
from ...model.record import record
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
ROWED, BY, BARE = "-rows", "-by", "-bare"
TEXTS = range(TEXT, TEXT + 20)
PER_ROW, ROWS = 5, 2
NARROWEST = inches(1.95)  # a chevron with room for two words, and for a text beneath it
BARE_NARROWEST = inches(1.75)
CHEVRON_HEIGHT, LOW_CHEVRON = inches(1.05), inches(0.8)  # low ones in two rows with texts
BARE_HEIGHT = inches(1.5)
LOWERED, CARD_HEIGHT = inches(0.35), inches(2.4)
POINT = inches(0.36)  # how far a chevron's tip reaches; the next one starts behind it


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    forms: dict[str, _Form] = {}
    for bare in (False, True):
        for count in range(2, _most(theme, bare) + 1):
            for form in _forms(theme, count, bare):
                forms.setdefault(form.name, form)
    return tuple(_spec(theme, form) for form in forms.values())


@record
class _Form:
    """How many steps there are, how many of them stand in a row, and whether they have texts."""

    count: int
    per_row: int
    bare: bool
    tag: str = ""

    @property
    def name(self) -> str:
        return f"process-{self.count}{self.variant}"

    @property
    def variant(self) -> str:
        return self.tag + BARE * self.bare


def _forms(theme: Theme, count: int, bare: bool) -> Iterator[_Form]:
    """Yield the forms for a count: in few rows, in two, and as after a page with a step more."""
    most = _most(theme, bare) // ROWS
    usual, half = balanced(count, most), balanced(count, -(-count // ROWS))
    yield _Form(count, usual, bare)
    if usual == count > ROWS:
        yield _Form(count, half, bare, ROWED)
    for before in (balanced(count + 1, most), -(-(count + 1) // ROWS)):
        if before <= most and before not in (usual, half) and count <= before * ROWS:
            yield _by(count, before, bare)


def _by(count: int, per_row: int, bare: bool) -> _Form:
    return _Form(count, per_row, bare, f"{BY}{per_row}")


def _spec(theme: Theme, form: _Form) -> LayoutSpec:
    holders: list[Placeholder] = []
    bare, is_row = form.bare, form.count <= form.per_row
    lowered = LOWERED if is_row else 0  # a single row starts below the body's edge
    for i, frame in enumerate(_frames(theme, form)):
        height = CHEVRON_HEIGHT if is_row else LOW_CHEVRON
        if bare:
            height = min(BARE_HEIGHT, frame.height)
        top = frame.y + (frame.height - height) * 2 // 5 if bare else frame.y + lowered
        is_first = i % form.per_row == 0
        holders.append(_chevron(theme, i, Rect(frame.x, top, frame.width, height), is_first))
        if not bare:
            low = Rect(frame.x, top + height, frame.width, frame.bottom - top - height)
            holders.append(_card(theme, i, low) if is_row else _text(theme, i, low))
    told = {"": "", ROWED: " 两排"}.get(form.tag, f" 每排{form.per_row}")
    label = f"流程 {form.count}{told}" + (" 步骤" if bare else "")
    return content_spec(theme, form.name, label, tuple(holders))


def _frames(theme: Theme, form: _Form) -> tuple[Rect, ...]:
    """Return a frame for each step: chevrons overlap by their tips, less a gap."""
    rows = -(-form.count // form.per_row)
    gap = theme.tokens.gap // 3
    frames: list[Rect] = []
    for row in theme.grid.body.rows(rows, theme.tokens.gap):
        width = (row.width - (POINT // 3) - (form.per_row - 1) * gap) // form.per_row
        frames.extend(
            Rect(row.x + i * (width + gap), row.y, width + POINT // 3, row.height)
            for i in range(form.per_row)
        )
    return tuple(frames[: form.count])


def _most(theme: Theme, bare: bool) -> int:
    """Return how many steps a page of this width holds."""
    narrowest = BARE_NARROWEST if bare else NARROWEST
    return ROWS * min(PER_ROW, theme.grid.body.width // narrowest)


def _per_row(spec: LayoutSpec, count: int) -> int:
    """Return how many steps of a placed page stand in a row."""
    top = spec.placeholder(STEP).frame.y
    return sum(spec.placeholder(STEP + i).frame.y == top for i in range(count))


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


def _chevrons(_: Theme, spec: LayoutSpec, slide: Slide) -> tuple[Shape, ...]:
    """Return the chevrons under the steps' words, as one group that says the whole chain.

    They are shapes of the slide: LibreOffice gives a placeholder no geometry but a rectangle.
    """
    frames = [spec.placeholder(STEP + i).frame for i in range(len(slide.items))]
    per_row = _per_row(spec, len(frames))
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
    """Return the frame for a step's text in what is below its chevron."""
    top = frame.y + theme.tokens.gap // 2
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
    end = BARE * bare
    variants = (end, ROWED + end, *slide.form)
    sharing = Sharing("process", 2, _most(theme, bare), _slots, variants, _chevrons)
    placed = place_shared(slide, theme, report, sharing)
    spec = theme.layouts[placed.page.layout]
    if placed.rest and spec.kind == "process":
        count = len(slide.items) - len(placed.rest[0].items)
        form = _by(count, _per_row(spec, count), bare).variant
        placed = replace(placed, rest=(replace(placed.rest[0], form=(form,)),))
    if any(holder.idx == TEXT and holder.fill for holder in spec.placeholders):
        return replace(placed, page=levelled(placed.page, TEXTS)[0])
    return placed


LAYOUT = SlideLayout("process", specs, place)
