"""Icons: names in two languages, strokes inside their square, a page that shows them all."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.icons import SIDE, icon_of, icons, is_emoji, names

ROOT = Path(__file__).resolve().parent.parent


def test_icons_have_two_names() -> None:
    crown = icon_of("crown")
    assert crown is not None
    assert crown is icon_of("皇冠") is icon_of(" Crown ")
    assert icon_of("krone") is None
    assert len(set(names())) == 2 * len(icons())


@pytest.mark.parametrize(
    ("emoji", "name"),
    {"👑": "crown", "❤️": "heart", "👍🏽": "thumbs-up", " 💡 ": "lightbulb", "⚡": "zap"}.items(),
)
def test_an_emoji_that_shows_an_icon_is_that_icon(emoji: str, name: str) -> None:
    """In whatever form and skin it is written; so no reader needs a font that has it."""
    assert icon_of(emoji) is icon_of(name) is not None


def test_no_emoji_shows_two_icons() -> None:
    """Nor does one consist of several characters; pictures without an icon have none."""
    shown = [emoji for icon in icons().values() for emoji in icon.emoji]
    assert len(shown) == len(set(shown)) > 100
    assert all(is_emoji(emoji) for emoji in shown)
    assert icon_of("🦊") is None


def test_contours_are_beziers_inside_the_square() -> None:
    """A start, then three points a segment; what is only half true would be drawn askew."""
    for icon in icons().values():
        assert icon.contours, icon.name
        for contour in icon.contours:
            assert len(contour) % 6 == 2, icon.name
            assert 0 <= min(contour) <= max(contour) <= SIDE, icon.name


SIGNS = ("p1", "优先级9", "Priority 3", "0%", "7%", "100%", "todo", "待办", "doing", "已完成")


@pytest.mark.parametrize("word", SIGNS)
def test_signs_of_work_are_icons_too(word: str) -> None:
    """Priorities, shares and tasks, drawn like the others."""
    icon = icon_of(word)
    assert icon is not None
    for contour in icon.contours:
        assert len(contour) % 6 == 2
        assert 0 <= min(contour) <= max(contour) <= SIDE


@pytest.mark.parametrize("word", ["p0", "p10", "101%", "50", "%", "-5%", "undone"])
def test_what_is_near_a_sign_is_none(word: str) -> None:
    """Nine ranks, and shares up to the whole."""
    assert icon_of(word) is None


WORDS = {"🎤": True, "❤️": True, "👩‍🏫": True, "crown": False, "皇": False, "1": False}


@pytest.mark.parametrize(("word", "emoji"), WORDS.items())
def test_emoji_are_told_from_words(word: str, emoji: bool) -> None:
    assert is_emoji(word) == emoji


def test_the_page_lists_every_icon() -> None:
    page = (ROOT / "docs" / "icons.md").read_text("utf-8")
    missing = [
        icon.name
        for icon in icons().values()
        if f"| `{icon.name}` | {icon.word} | {' '.join(icon.emoji)} |" not in page
    ]
    assert missing == []
    assert (ROOT / "deckgen" / "data" / "icons" / "LICENSE").read_text("utf-8").startswith("ISC")
