"""Three points that hold each other: three corners, and the triangle between them.

Corners of a name alone are low ("triangle-bare"); where lines are long, corners are wide and low
("triangle-broad"). A layout that ends in "-high" has no lead, and its triangle has the lead's room.
"""

from __future__ import annotations

from dataclasses import replace

from ...model.color import Color, ColorRole, Tone
from ...model.deck import Slide
from ...model.richtext import plain
from ...model.scene import Connector, Point, Shape
from ...model.style import Anchor, Fill, Line
from ...model.theme import LayoutSpec, Theme
from ...model.units import Insets, Rect
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._fill import Slot, title_slots
from ._frames import as_card, content_spec, high_body, is_wide, text_holder, without_lead
from ._list import place_list
from ._share import Figure, best_form, place_figure
from ._told import has_text, headed

FIRST = 20
BROAD, BARE, HIGH = "-broad", "-bare", "-high"
# A corner's share of the body's width and height: corners stand beside each other, not only below,
# so they may be higher than half, and they may be as wide as lines need, but then are lower
SHARE = {"": (31, 58), BROAD: (38, 46), BARE: (31, 36)}


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return tuple(_spec(theme, form + high) for form in SHARE for high in ("", HIGH))


def _spec(theme: Theme, tag: str) -> LayoutSpec:
    names = ("node_name",) if BARE in tag else ("corner_head", "corner_text", "corner_item")
    styles = tuple(theme.style(name) for name in names)
    ground = Fill(theme.tokens.card)
    padding = theme.tokens.padding
    corners = tuple(
        replace(
            as_card(theme, text_holder(FIRST + i, f"顶点{i + 1}", frame, styles), ground),
            anchor=Anchor.MIDDLE,
            insets=Insets(
                padding.left * 2 // 3, padding.top // 2, padding.right * 2 // 3, padding.bottom // 2
            ),
        )
        for i, frame in enumerate(_corners(theme, tag))
    )
    words = {BROAD: " 宽", BARE: " 名称", HIGH: " 高"}
    label = "三角" + "".join(word for mark, word in words.items() if mark in tag)
    spec = content_spec(theme, f"triangle{tag}", label, corners)
    return without_lead(spec) if HIGH in tag else spec


def _corners(theme: Theme, tag: str) -> tuple[Rect, Rect, Rect]:
    body = high_body(theme) if HIGH in tag else theme.grid.body
    across, down = SHARE[tag.removesuffix(HIGH)]
    width, height = body.width * across // 100, body.height * down // 100
    low = body.bottom - height
    return (
        Rect(body.center_x - width // 2, body.y, width, height),
        Rect(body.x, low, width, height),
        Rect(body.right - width, low, width, height),
    )


def _between(theme: Theme, names: list[str], tag: str) -> tuple[Shape, ...]:
    """Return the lines that join the corners, glued to them."""
    top, left, right = _corners(theme, tag)
    line = Line(Color(ColorRole.ACCENT1, Tone.INK), 2 * theme.tokens.line)
    low = left.center_y
    ends = (
        ("corner0", "corner1", Point(top.x, top.center_y), Point(left.center_x, left.y)),
        ("corner0", "corner2", Point(top.right, top.center_y), Point(right.center_x, right.y)),
        ("corner1", "corner2", Point(left.right, low), Point(right.x, low)),
    )
    named = {f"corner{i}": name for i, name in enumerate(names)}
    return tuple(
        Connector(start, end, (p, p, q, q), line, f"{named[start]}—{named[end]}")
        for start, end, p, q in ends
    )


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place three items at the corners; anything but three goes to the list."""
    if len(slide.items) != 3:
        return place_list(slide, theme, report)
    return place_figure(slide, theme, report, _drawn)


def _drawn(slide: Slide, theme: Theme) -> Figure:
    high = "" if slide.lead else HIGH
    return best_form(_figure(slide, theme, form + high) for form in _forms(slide, theme))


def _forms(slide: Slide, theme: Theme) -> tuple[str, ...]:
    """Return the forms that these items may have, the best liked first."""
    if not any(map(has_text, slide.items)):
        return (BARE,)
    return ("", BROAD) if is_wide(theme) else (BROAD, "")


def _figure(slide: Slide, theme: Theme, tag: str) -> Figure:
    spec = theme.layouts[f"triangle{tag}"]
    corners = [
        Slot(
            FIRST + i,
            headed(item, spec.placeholder(FIRST + i)),
            "corner",
            "",
            item.origin,
            f"corner{i}",
            i,
            head=0,
        )
        for i, item in enumerate(slide.items)
    ]
    ground = _between(theme, [plain(item.title) for item in slide.items], tag)
    return Figure(spec, (*title_slots(spec, slide), *corners), ground)


LAYOUT = SlideLayout("triangle", specs, place)
