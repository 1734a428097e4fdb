"""Three points that hold each other: three corners, and the triangle between them."""

from __future__ import annotations

from dataclasses import replace

from ...model.color import Color, ColorRole, Tone
from ...model.deck import Item, Slide
from ...model.richtext import plain
from ...model.scene import Connector, Point, Shape
from ...model.style import Anchor, Fill, Line
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Insets, Rect
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ...text.fit import Flow
from ._fill import Slot, flow, item_flows, linked, title_slots
from ._frames import as_card, content_spec, text_holder
from ._list import place_list
from ._share import place_whole

FIRST = 20


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    styles = tuple(theme.style(name) for name in ("corner_head", "corner_text", "corner_item"))
    ground = Fill(theme.tokens.card)
    padding = theme.tokens.padding
    corners = tuple(
        replace(
            as_card(theme, text_holder(FIRST + i, f"顶点{i + 1}", frame, styles), ground),
            anchor=Anchor.MIDDLE,
            insets=Insets(padding.left, padding.top // 2, padding.right, padding.bottom // 2),
        )
        for i, frame in enumerate(_corners(theme))
    )
    return (content_spec(theme, "triangle", "三角", corners),)


def _corners(theme: Theme) -> tuple[Rect, Rect, Rect]:
    body, gap = theme.grid.body, theme.tokens.gap
    width = (body.width - 2 * gap) * 9 // 25
    height = (body.height - gap) * 20 // 44  # a head and three lines at their smallest
    low = body.bottom - height
    return (
        Rect(body.center_x - width // 2, body.y, width, height),
        Rect(body.x, low, width, height),
        Rect(body.right - width, low, width, height),
    )


def _between(theme: Theme, names: list[str]) -> tuple[Shape, ...]:
    """Return the lines that join the corners, glued to them, and the middle they hold."""
    top, left, right = _corners(theme)
    line = Line(Color(ColorRole.ACCENT1, Tone.MID), 2 * theme.tokens.line)
    low = left.center_y
    ends = (
        ("corner0", "corner1", Point(top.center_x, top.bottom), Point(left.center_x, left.y)),
        ("corner0", "corner2", Point(top.center_x, top.bottom), Point(right.center_x, right.y)),
        ("corner1", "corner2", Point(left.right, low), Point(right.x, low)),
    )
    named = {f"corner{i}": name for i, name in enumerate(names)}
    return tuple(
        Connector(start, end, (p, p, q, q), line, f"{named[start]}—{named[end]}")
        for start, end, p, q in ends
    )


def _corner(item: Item, holder: Placeholder) -> tuple[Flow, ...]:
    flows = [flow(holder, linked(item), 0, balance=True)]
    if item.gist:
        flows.append(flow(holder, item.gist, 1, balance=True))
    for sub in item.items:
        flows.extend(item_flows(sub, holder, 2))
    return tuple(flows)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place three items at the corners; anything but three goes to the list."""
    if len(slide.items) != 3:
        return place_list(slide, theme, report)
    spec = theme.layouts["triangle"]
    slots = [
        Slot(
            FIRST + i,
            _corner(item, spec.placeholder(FIRST + i)),
            "corner",
            "",
            item.origin,
            f"corner{i}",
            i,
            head=0,
        )
        for i, item in enumerate(slide.items)
    ]
    ground = _between(theme, [plain(item.title) for item in slide.items])
    return place_whole(slide, theme, report, (spec, [*title_slots(spec, slide), *slots]), ground)


LAYOUT = SlideLayout("triangle", specs, place)
