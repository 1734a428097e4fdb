"""Draw an icon: one freeform of round strokes in the accent's ink, or an emoji as text."""

from __future__ import annotations

from ...icons import SIDE, STROKE, Icon, icon_of
from ...model.color import Color, ColorRole, Tone
from ...model.deck import Item
from ...model.richtext import rich
from ...model.scene import Box, Path, Point, Shape, TextBody
from ...model.style import Anchor, Line
from ...model.theme import Theme
from ...model.units import Rect, Size, pt
from ...text.fit import Flow, fit


def draw_icon(item: Item, frame: Rect, theme: Theme) -> Shape | None:
    """Return an item's icon in a square frame; None where it has none."""
    if not item.icon:
        return None
    icon = icon_of(item.icon)
    return _strokes(icon, frame) if icon else _emoji(item, frame, theme)


def _strokes(icon: Icon, frame: Rect) -> Path:
    def at(x: int, y: int) -> Point:
        return Point(
            frame.x + round(x * frame.width / SIDE), frame.y + round(y * frame.height / SIDE)
        )

    first, *others = (
        tuple(at(x, y) for x, y in zip(one[::2], one[1::2], strict=True)) for one in icon.contours
    )
    width = max(pt(1), frame.width * STROKE // SIDE)
    line = Line(Color(ColorRole.ACCENT1, Tone.INK), width, rounded=True)
    return Path(first, f"图标 {icon.word}", line=line, others=tuple(others))


def _emoji(item: Item, frame: Rect, theme: Theme) -> Box:
    flows = (Flow(rich(item.icon.strip()), theme.style("icon")),)
    wide = Rect(frame.x, frame.y - frame.height // 8, frame.width * 5 // 4, frame.height * 5 // 4)
    body: TextBody = fit(flows, Size(wide.width, wide.height), anchor=Anchor.MIDDLE).body
    return Box(wide, f"图标 {item.icon}", body, origin=item.origin)
