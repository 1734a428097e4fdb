"""Two to six parallel points as a grid of cards; more go on to the next slide."""

from __future__ import annotations

from ...model.color import Color, ColorRole
from ...model.deck import Item, Slide
from ...model.style import Fill
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Rect, inches
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ...text.fit import Flow
from ._fill import Slot, flow, item_flows, linked
from ._frames import as_card, cards_in, content_spec, text_holder
from ._share import Sharing, place_shared

FIRST, MOST = 20, 6
LOW = "-low"
LABELS = {"": "", LOW: " 矮"}
LOW_TOP, LOW_HEIGHT = inches(0.35), inches(2.7)  # two or three cards of few words


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    low = theme.grid.body
    low = Rect(low.x, low.y + LOW_TOP, low.width, LOW_HEIGHT)
    return (
        *(_spec(theme, count, theme.grid.body, "") for count in range(2, MOST + 1)),
        *(_spec(theme, count, low, LOW) for count in (2, 3)),
    )


def _spec(theme: Theme, count: int, frame: Rect, variant: str) -> LayoutSpec:
    styles = tuple(theme.style(name) for name in ("card_head", "card_text", "card_item"))
    ground = Fill(Color(ColorRole.SURFACE))
    cards = tuple(
        as_card(theme, text_holder(FIRST + i, f"卡片{i + 1}", frame, styles), ground)
        for i, frame in enumerate(cards_in(frame, count, theme.tokens.gap))
    )
    return content_spec(theme, f"cards-{count}{variant}", f"卡片 {count}{LABELS[variant]}", cards)


def _card(item: Item, holder: Placeholder) -> tuple[Flow, ...]:
    """Return a card's paragraphs: heading, text, then its list."""
    flows = [flow(holder, linked(item), 0, balance=True)]
    if item.gist:
        flows.append(flow(holder, item.gist, 1))
    for sub in item.items:
        flows.extend(item_flows(sub, holder, 2))
    return tuple(flows)


def _slots(spec: LayoutSpec, slide: Slide) -> list[Slot]:
    return [
        Slot(
            FIRST + i, _card(item, spec.placeholder(FIRST + i)), "card", origin=item.origin, item=i
        )
        for i, item in enumerate(slide.items)
    ]


SHARING = Sharing("cards", 2, MOST, _slots, (LOW, ""))


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place two to six items as cards."""
    return place_shared(slide, theme, report, SHARING)


LAYOUT = SlideLayout("cards", specs, place)
