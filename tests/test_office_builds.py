"""What moves, and what is hidden, after LibreOffice has opened the deck and saved it again."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from test_office import soffice

from deckgen import compile_deck, read_outline

pytestmark = pytest.mark.office
GALLERY = Path(__file__).resolve().parent.parent / "docs" / "gallery" / "gallery.yaml"
MARKS = ("clickEffect", "withEffect", "<p:transition", 'show="0"')


def moves(path: Path) -> dict[str, dict[str, int]]:
    """Return how often each slide says each of the marks."""
    with zipfile.ZipFile(path) as deck:
        names = [name for name in deck.namelist() if re.fullmatch(r"ppt/slides/\w+\.xml", name)]
        texts = {name: deck.read(name).decode() for name in names}
    return {name: {mark: text.count(mark) for mark in MARKS} for name, text in texts.items()}


def test_builds_survive_libreoffice(tmp_path: Path) -> None:
    """Every click of every layout, every transition and the hidden slide are still there."""
    outline = read_outline(GALLERY)
    outline = replace(outline, deck=replace(outline.deck, build=True))
    before = tmp_path / "talk.pptx"
    before.write_bytes(compile_deck(outline))
    after = soffice(tmp_path, "pptx", [before]) / before.name
    assert moves(after) == moves(before)
    assert sum(slide["clickEffect"] for slide in moves(before).values()) > 50
