"""Words stand at one height on their cards, with as much air below as above."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from slides_at_hand import boxes_of, item, pages_of, slide, theme

from deckgen.model.scene import Box, Page, Path, Scene
from deckgen.model.units import pt
from deckgen.pipeline import write_scene
from deckgen.problems import Report


def cards_of(page: Page, first: int = 20) -> list[Box]:
    return [box for box in boxes_of(page.shapes) if first <= box.placeholder < first + 10]


def test_headings_of_cards_stand_level_and_the_fullest_card_in_its_middle() -> None:
    """Where a heading stood at each card's top, two short cards were empty below."""
    told = slide("cards", item("小额", "一顿饭钱"), item("高频", "", "天天都要吃", "习惯", "快"))
    (page,) = pages_of(told, theme())
    short, full = cards_of(page)
    assert page.layout == "cards-2-low"
    assert short.text.insets.top == full.text.insets.top
    below = full.frame.height - full.text.insets.top - full.text.height
    assert abs(below - full.text.insets.top) < pt(1)


def test_an_icon_goes_down_with_its_card_s_words() -> None:
    """Icon and heading keep the distance that the layout gives them."""
    told = slide("cards", *(item(name, "一句话", icon="clock") for name in ("早", "中", "晚")))
    (page,) = pages_of(told, theme())
    card = cards_of(page)[0]
    icon = next(one for one in page.shapes if isinstance(one, Path))
    (layout,) = (one for one in theme().layouts[page.layout].placeholders if one.idx == 20)
    lower = card.text.insets.top - layout.insets.top
    assert lower > 0
    top = min(point.y for point in icon.points)
    assert 0 <= top - (card.frame.y + theme().tokens.padding.top + lower) < pt(6)


def test_powerpoint_is_told_how_low_the_words_stand() -> None:
    """The slide's own inset differs from its layout's, on the side that words start from."""
    told = slide("cards", item("小额", "一顿饭钱"), item("高频", "天天都要吃"))
    (page,) = pages_of(told, theme())
    deck = write_scene(Scene((page,)), "pptx", theme(), Report())
    xml = ZipFile(BytesIO(deck)).read("ppt/slides/slide1.xml").decode()
    assert xml.count(f'<a:bodyPr tIns="{cards_of(page)[0].text.insets.top}"/>') == 2


def test_words_under_a_row_of_chevrons_stand_on_cards() -> None:
    """Their first lines are level, each no wider than its chevron; two rows have no cards."""
    steps = [item("认识", "知道他是谁"), item("经营", "线上线下跟他长来往"), item("回访", "问好")]
    (page,) = pages_of(slide("process", *steps), theme())
    words = cards_of(page, 40)
    assert [box.fill is not None for box in words] == [True] * 3
    assert len({(box.frame.y, box.text.insets.top) for box in words}) == 1
    (page,) = pages_of(slide("process", *steps, *steps), theme())
    assert [box.fill for box in cards_of(page, 40)] == [None] * 6
