"""Decks in the twelve templates as LibreOffice shows them: all words there, each in its frame."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import made
import pytest
from office import soffice
from office_pages import Sheet, matched, sheets_of, slides_of

from deckgen.pipeline import Themes, draw_deck, read_outline, write_scene
from deckgen.problems import Report

pytestmark = pytest.mark.office

OUTLINE = Path(__file__).resolve().parents[2] / "outlines" / "word-of-mouth-triangle.yaml"
SLACK = 2  # points
FOOT = 0.88  # of a page's height, where its footers begin
FOOTLESS = ("only-blank",)
# with DECKGEN_MANY_DECKS all twelve
FEW = ("python-pptx", "chinese", "four-to-three", "two-masters")
NAMES = tuple(made.TEMPLATES) if os.environ.get("DECKGEN_MANY_DECKS") == "1" else FEW


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a deck in every template."""
    folder = tmp_path_factory.mktemp("templates-in-office")
    outline = read_outline(OUTLINE)
    for name in NAMES:
        path, report = folder / f"{name}.potx", Report()
        path.write_bytes(made.TEMPLATES[name]())
        theme = Themes().compile(outline, str(path), report)
        deck = write_scene(draw_deck(outline, theme, report), "pptx", theme, report)
        (folder / f"{name}.pptx").write_bytes(deck)
    return folder


@pytest.fixture(scope="session")
def shown(folder: Path) -> Mapping[str, list[Sheet]]:
    """The pages of every deck, converted in one run with a profile of its own."""
    pages = soffice(folder, "pdf", [folder / f"{name}.pptx" for name in NAMES])
    return {name: sheets_of(pages / f"{name}.pdf") for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_every_word_is_shown_in_its_frame(
    name: str, folder: Path, shown: Mapping[str, list[Sheet]]
) -> None:
    """No paragraph is missing, none leaves its shape, nothing is drawn beyond the page."""
    slides = slides_of(folder / f"{name}.pptx")
    assert len(shown[name]) == len(slides)
    faults: list[tuple[int, str, str]] = []
    for number, (sheet, slide) in enumerate(zip(shown[name], slides, strict=True), 1):
        low = (1 if name in FOOTLESS else FOOT) * sheet.frame.bottom
        feet = [said.letters for said in slide if said.frame.top >= low]
        told = [said for said in slide if said.frame.top < low]
        # LibreOffice draws footers first, and what stands in one face of theirs before the other
        below = [glyph.letter for glyph in sheet.glyphs if glyph.ink.top >= low]
        if sorted("".join(feet)) != sorted(below):
            faults.append((number, "footers", "".join(below)))
        above = tuple(glyph for glyph in sheet.glyphs if glyph.ink.top < low)
        for said, glyphs in matched(replace(sheet, glyphs=above), told):
            if not glyphs:
                faults.append((number, "lost", said.letters))
            elif not all(said.frame.holds(glyph.ink, SLACK) for glyph in glyphs):
                faults.append((number, "leaves its frame", said.letters))
        faults += [
            (number, "beyond the page", glyph.letter)
            for glyph in sheet.glyphs
            if not sheet.frame.holds(glyph.ink, 0)
        ]
    assert faults == []
