"""A story in steps: the case's name on a panel at the left, what happened step by step beside it.

The panel is the title's own ground. The slide's label, such as 案例, stands above the name. The
last step stands out, unless the story goes on ("case-3-on").
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from ...model.color import Color, ColorRole, Tone
from ...model.deck import Item, Slide
from ...model.richtext import plain, rich
from ...model.scene import Group, Point, Shape
from ...model.style import Anchor, Fill, Line
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Insets, Rect, inches
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ...text.fit import Flow
from ._arrows import arrow_width, straight_arrow
from ._fill import LEAD, TITLE, Slot, flow, linked
from ._frames import as_card, furniture, text_holder
from ._share import Sharing, place_shared
from ._told import has_text, headed

TAG, FIRST = 15, 20
LEAST, MOST = 2, 5
COLUMNS = 4  # of twelve, for the panel; one more where a name has no room on these
NARROW = inches(3)
TAG_HEIGHT, LEAD_HEIGHT = inches(0.5), inches(1.8)
GOING_ON = "-on"
ARROW, SHORT_ARROW = inches(0.36), inches(0.3)  # between two steps; where there are many
MANY = 4


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return tuple(
        _spec(theme, count, tag) for tag in ("", GOING_ON) for count in range(LEAST, MOST + 1)
    )


def _spec(theme: Theme, count: int, tag: str) -> LayoutSpec:
    styles = tuple(theme.style(name) for name in ("case_head", "case_text", "case_item"))
    padding = _padding(theme)
    narrow = Insets(padding.left, padding.top // 5, padding.right, padding.bottom // 5)
    steps = tuple(
        replace(
            as_card(
                theme,
                text_holder(FIRST + i, f"情节{i + 1}", frame, styles, Anchor.MIDDLE),
                Fill(
                    Color(ColorRole.ACCENT1, Tone.SOFT)
                    if i == count - 1 and not tag
                    else Color(ColorRole.SURFACE)
                ),
            ),
            insets=narrow,
        )
        for i, frame in enumerate(_steps(theme, count))
    )
    holders = (*_names(theme), *steps, *furniture(theme))
    label = f"案例 {count} 步" + (" 未完" if tag else "")
    return LayoutSpec(f"case-{count}{tag}", "case", label, holders)


def _columns(theme: Theme) -> int:
    return COLUMNS + _is_narrow(theme)


def _is_narrow(theme: Theme) -> bool:
    return theme.grid.span(0, COLUMNS)[1] < NARROW


def _padding(theme: Theme) -> Insets:
    """Return the air round the words, less of it beside them on a narrow page."""
    pad = theme.tokens.padding
    if not _is_narrow(theme):
        return pad
    return replace(pad, left=pad.left * 3 // 5, right=pad.right * 3 // 5)


def _frame(theme: Theme) -> Rect:
    """Return the panel: from the title's band down to the body's edge."""
    x, width = theme.grid.span(0, _columns(theme))
    top = theme.grid.title.y + theme.tokens.gap
    return Rect(x, top, width, theme.grid.body.bottom - top)


def _names(theme: Theme) -> tuple[Placeholder, ...]:
    """Return the panel, which holds the name, and what stands on it: a tag above, a lead below.

    The panel is the name's own ground: so the title comes first, and nothing lies over it.
    """
    pad, frame = _padding(theme), _frame(theme)
    inner = frame.inset(pad)
    tag = Rect(inner.x, inner.y, inner.width, TAG_HEIGHT)
    lead = Rect(inner.x, inner.bottom - LEAD_HEIGHT, inner.width, LEAD_HEIGHT)
    style = (theme.style("case_name"),)
    name = Placeholder(TITLE, "title", "案例名", frame, style, Anchor.MIDDLE, prompt="案例名")
    panel = as_card(theme, name, Fill(Color(ColorRole.ACCENT1)))
    above, below = tag.bottom - frame.y, frame.bottom - lead.y
    return (
        replace(panel, insets=Insets(pad.left, above, pad.right, below), line=None),
        text_holder(TAG, "类别", tag, (theme.style("case_tag"),)),
        text_holder(LEAD, "导语", lead, (theme.style("case_lead"),), Anchor.BOTTOM),
    )


def _steps(theme: Theme, count: int) -> tuple[Rect, ...]:
    panel = _frame(theme)
    columns = _columns(theme)
    x, width = theme.grid.span(columns, 12 - columns)
    indent = theme.tokens.gap // 2
    room = Rect(x + indent, panel.y, width - indent, panel.height)
    return room.rows(count, ARROW if count < MANY else SHORT_ARROW)


def _arrows(theme: Theme, spec: LayoutSpec, slide: Slide) -> tuple[Shape, ...]:
    """Return the arrows from step to step, as one group that tells the course of the story."""
    frames = [spec.placeholder(FIRST + i).frame for i in range(len(slide.items))]
    margin = inches(0.03)
    length = frames[1].y - frames[0].bottom - 2 * margin
    line = Line(Color(ColorRole.ACCENT1, Tone.INK), arrow_width(theme, 3, length))
    x = frames[0].x + _padding(theme).left + inches(0.2)
    shapes: list[Shape] = []
    for i, (upper, lower) in enumerate(pairwise(frames), 1):
        start, end = Point(x, upper.bottom + margin), Point(x, lower.y - margin)
        shapes.extend(straight_arrow(start, end, f"箭头{i}", line))
    names = " → ".join(plain(item.title) for item in slide.items)
    reach = Rect(x, frames[0].bottom, 1, frames[-1].y - frames[0].bottom)
    wide = Rect(reach.x - inches(0.1), reach.y, inches(0.2), reach.height)
    return (Group(tuple(shapes), wide, "情节", names),)


def _step(item: Item, holder: Placeholder) -> tuple[Flow, ...]:
    """Return a step's paragraphs; one without a text of its own is itself the text."""
    if not has_text(item):
        return (flow(holder, linked(item), 1, balance=True),)
    return headed(item, holder)


def _slots(spec: LayoutSpec, slide: Slide) -> list[Slot]:
    slots = [
        Slot(
            FIRST + i,
            _step(item, spec.placeholder(FIRST + i)),
            "step",
            origin=item.origin,
            item=i,
            head=0 if has_text(item) else -1,
        )
        for i, item in enumerate(slide.items)
    ]
    if slide.label:
        tag = (flow(spec.placeholder(TAG), rich(slide.label)),)
        slots.insert(0, Slot(TAG, tag, "tag", origin=slide.origin))
    return slots


SHARING = Sharing("case", LEAST, MOST, _slots, ground=_arrows, going_on=GOING_ON)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place two to five steps; more go on beside the same name."""
    return place_shared(slide, theme, report, SHARING)


LAYOUT = SlideLayout("case", specs, place)
