"""Icons on cards: above the heading or left of it, strokes of the theme, never on the words."""

from __future__ import annotations

import pytest
from slides_at_hand import ASPECTS, faults, item, pages_of, slide, text_of, theme

from deckgen.layouts.slides.cards import FIRST
from deckgen.model.color import Color, ColorRole, Tone
from deckgen.model.scene import Box, Page, Path
from deckgen.model.units import Rect, around


def iconic(page: Page) -> list[Path]:
    return [shape for shape in page.shapes if isinstance(shape, Path)]


def frame_of(icon: Path) -> Rect:
    points = [point for contour in (icon.points, *icon.others) for point in contour]
    return around(Rect(point.x, point.y, 0, 0) for point in points)


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
def test_icons_stand_on_their_cards(count: int, aspect: str) -> None:
    """Each inside its card, outside its text, in the accent's ink with round ends."""
    look = theme("base", aspect)
    told = slide("cards", *(item(f"题{n}", "一句话", icon="crown") for n in range(count)))
    (page,) = pages_of(told, look)
    assert page.layout.endswith("-icon")
    assert faults(page, look) == []
    cards = [box for box in page.shapes if isinstance(box, Box) and box.placeholder >= FIRST]
    for card, icon in zip(cards, iconic(page), strict=True):
        assert card.frame.contains(frame_of(icon))
        assert not card.frame.inset(card.text.insets).overlaps(frame_of(icon))
        assert icon.line is not None
        assert (icon.line.color, icon.line.rounded) == (Color(ColorRole.ACCENT1, Tone.INK), True)


def test_an_emoji_without_an_icon_is_text() -> None:
    """Drawn by a font of the reader's."""
    told = slide("cards", item("甲", "一", icon="🦊"), item("乙", "二"))
    (page,) = pages_of(told, theme())
    free = [box for box in page.shapes if isinstance(box, Box) and box.placeholder < 0]
    assert [text_of(box) for box in free] == ["🦊"]


def test_icons_cost_no_further_slide() -> None:
    """Where words need the room, the cards are those without icons."""
    long = "这一句话说得很长很长，长到卡片里差不多放不下为止，所以图标也许就没有地方了，我们看看"
    told = slide("cards", *(item(f"题{n}", long, icon="star") for n in range(6)))
    pages = pages_of(told, theme())
    if len(pages) == 1:
        assert iconic(pages[0]) == [] or pages[0].layout.endswith("-icon")
