"""Two to six parallel points as a grid of cards; more go on to the next slide.

Four with much to say stand side by side on a wide page ("cards-4-columns").
"""

from __future__ import annotations

from dataclasses import replace

from ...model.deck import Slide
from ...model.richtext import plain
from ...model.style import Fill
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Emu, Rect, inches
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._fill import Slot
from ._frames import as_card, cards_in, content_spec, is_wide, text_holder
from ._icons import draw_icon
from ._level import levelled
from ._share import Sharing, place_shared
from ._told import headed

FIRST, MOST = 20, 6
CARDS = range(FIRST, FIRST + MOST)
LOW, ICON = "-low", "-icon"
COLUMNS, FOUR = "-columns", 4
LABELS = {"": "", LOW: " 矮", ICON: " 图标", LOW + ICON: " 矮 图标", COLUMNS: " 并列"}
ICON_SIDE, ICON_GAP = inches(0.56), inches(0.1)
MOST_TALL = 3  # so many cards stand in one row, and have height for an icon above their heading
EVEN = (4, 6)  # two rows of equal cards; five with much to say are rather three and two
LOW_TOP, LOW_HEIGHT = inches(0.35), inches(3.1)  # two or three cards of few words
ICON_LOW_HEIGHT = inches(3.4)


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    low = theme.grid.body
    low = Rect(low.x, low.y + LOW_TOP, low.width, LOW_HEIGHT)
    iconic = replace(low, height=ICON_LOW_HEIGHT)
    columns = (_spec(theme, FOUR, theme.grid.body, COLUMNS),) if is_wide(theme) else ()
    return (
        *(_spec(theme, count, theme.grid.body, "") for count in range(2, MOST + 1)),
        *columns,
        *(_spec(theme, count, low, LOW) for count in (2, 3)),
        *(_spec(theme, count, theme.grid.body, ICON) for count in range(2, MOST + 1)),
        *(_spec(theme, count, iconic, LOW + ICON) for count in (2, 3)),
    )


def _spec(theme: Theme, count: int, frame: Rect, variant: str) -> LayoutSpec:
    styles = tuple(theme.style(name) for name in ("card_head", "card_text", "card_item"))
    ground, gap = Fill(theme.tokens.card), theme.tokens.gap
    frames = frame.columns(count, gap) if variant == COLUMNS else cards_in(frame, count, gap)
    cards = tuple(
        as_card(theme, text_holder(FIRST + i, f"卡片{i + 1}", frame, styles), ground)
        for i, frame in enumerate(frames)
    )
    if count in EVEN and variant != COLUMNS:
        cards = tuple(map(_fuller, cards))
    if variant.endswith(ICON):
        cards = tuple(_with_icon(card, count) for card in cards)
    return content_spec(theme, f"cards-{count}{variant}", f"卡片 {count}{LABELS[variant]}", cards)


def _fuller(card: Placeholder) -> Placeholder:
    """Return a card whose words may stand nearer to its upper and lower edge if they are many."""
    insets = card.insets
    return replace(
        card, insets=replace(insets, top=insets.top * 2 // 3, bottom=insets.bottom * 2 // 3)
    )


def _with_icon(card: Placeholder, count: int) -> Placeholder:
    """Return the card with its text below, or right of, the place of its icon."""
    insets = card.insets
    if count <= MOST_TALL:
        insets = replace(insets, top=insets.top + ICON_SIDE + ICON_GAP)
    else:
        insets = replace(insets, left=insets.left + ICON_SIDE + 2 * ICON_GAP)
    return replace(card, insets=insets)


def _slots(spec: LayoutSpec, slide: Slide) -> list[Slot]:
    return [
        Slot(
            FIRST + i,
            headed(item, spec.placeholder(FIRST + i)),
            "card",
            origin=item.origin,
            item=i,
            head=0,
        )
        for i, item in enumerate(slide.items)
    ]


SHARING = Sharing("cards", 2, MOST, _slots, (LOW, ""))
# not for four of more, which keep their form on pages of fewer
COLUMNED = replace(SHARING, variants=(LOW, "", COLUMNS))
ICONIC = replace(SHARING, variants=(LOW + ICON, ICON))


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place two to six items as cards, with their icons where they cost no further slide."""
    sharing = COLUMNED if len(slide.items) == FOUR else SHARING
    if not any(item.icon for item in slide.items):
        return _levelled(place_shared(slide, theme, report, sharing))[0]
    notes = Report()
    iconic = place_shared(slide, theme, notes, ICONIC)
    placed = place_shared(slide, theme, report, sharing)
    if not iconic.page.layout.endswith(ICON) or (iconic.rest and not placed.rest):
        report.note(
            slide.origin, f"the icons of '{plain(slide.title)}' find no room", code="icons-left-out"
        )
        return _levelled(placed)[0]
    iconic, lower = _levelled(iconic)
    spec = theme.layouts[iconic.page.layout]
    cards = [holder for holder in spec.placeholders if holder.idx in CARDS]
    icons = (
        draw_icon(item, _icon_frame(card, theme, lower), theme)
        for item, card in zip(slide.items, cards, strict=False)
    )
    shapes = (*iconic.page.shapes, *(icon for icon in icons if icon))
    return replace(iconic, page=replace(iconic.page, shapes=shapes))


def _levelled(placed: Placed) -> tuple[Placed, Emu]:
    """Set the cards' words in the middle; tell how much lower they stand."""
    page, lower = levelled(placed.page, CARDS)
    return replace(placed, page=page), lower


def _icon_frame(card: Placeholder, theme: Theme, lower: Emu) -> Rect:
    """Return the square of a card's icon, at the corner where its text would stand."""
    padding = theme.tokens.padding
    left = card.frame.x + padding.left
    top = card.frame.y + min(padding.top, card.insets.top) + lower
    return Rect(left, top, ICON_SIDE, ICON_SIDE)


LAYOUT = SlideLayout("cards", specs, place)
