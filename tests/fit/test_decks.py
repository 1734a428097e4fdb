"""Decks of outlines that nobody would write, as LibreOffice shows them.

Titles of eighty characters, sixty points, paragraphs of two thousand characters, an address of
three hundred, emoji, kana, Hangul, Arabic, tabs, zero-width and control characters: whatever is
said is on a slide, inside its frame, and not below the smallest size.
"""

from __future__ import annotations

import json
import os
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pptx
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from office import soffice
from office_pages import Said, Sheet, matched, sheets_of, slides_of

from deckgen import compile_deck, read_outline
from deckgen.problems import DeckgenError

pytestmark = pytest.mark.office

COUNT = 300 if os.environ.get("DECKGEN_MANY_DECKS") == "1" else 16
SLACK = 3  # points: ink of a Noto glyph may stand a little out of its em
FLOOR = 1600  # hundredths of a point; footers and numbers are smaller
HAN = st.text("用户价值微信思维参与感口碑把从的了，。、；：？！“”（）《》——……·", min_size=1)
MIXED = st.text("用户价值微信，。：a b c WeChat 12.5% O2O （）《》“”-/&<>", min_size=1, max_size=60)
ODD = st.sampled_from(
    (
        "😀😀👨\u200d👩\u200d👧\u200d👦🇨🇳👍🏽 emoji",
        "ユーザーの声を聞く、つながりっぱなしの社会",
        "사용자의 목소리를 듣는다",
        "مرحبا بالعالم ١٢٣",
        "制\t表\t符",
        "零\u200b宽\u200d字\ufeff符\u2060",
        "控\u0007制\u001b字\u0085符",
        "e\u0301 combining n\u0303",
        "https://example.org/" + "path/" * 50 + "?query=" + "x" * 23,
        "a" * 120,
        "超长" * 60,
        "𠮷野家𠀋",
        "%d {x} \\n $1",
    )
)
TITLE = st.one_of(
    HAN.filter(lambda t: len(t) <= 80), MIXED, ODD, st.just("八十个字的标题" * 11 + "完。")
)
WORDS = st.one_of(MIXED, MIXED, HAN, HAN, ODD, ODD, st.just("一段很长的话，" * 280 + "说完了。"))
FEW, SIXTY = st.lists(WORDS, min_size=1, max_size=5), st.lists(MIXED, min_size=60, max_size=60)
POINTS = st.one_of(FEW, FEW, FEW, SIXTY)
TOPIC = st.fixed_dictionaries({"title": TITLE}, optional={"gist": WORDS, "points": POINTS})
OUTLINE = st.fixed_dictionaries(
    {"title": TITLE, "topics": st.lists(TOPIC, min_size=1, max_size=2)},
    optional={"deck": st.sampled_from(({"aspect": "4:3"}, {"aspect": "16:9"}))},
)


def outlines() -> list[dict[str, Any]]:
    """Return `COUNT` outlines, the same ones every time."""
    made: list[dict[str, Any]] = []

    @settings(
        max_examples=COUNT,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(OUTLINE)
    def collect(outline: dict[str, Any]) -> None:
        made.append(outline)

    collect()
    return made[:COUNT]


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[dict[str, Any], Path, Path]]:
    """Each outline with its deck and the PDF that LibreOffice makes of it."""
    folder = tmp_path_factory.mktemp("decks")
    found: list[tuple[dict[str, Any], Path, Path]] = []
    for number, outline in enumerate(outlines()):
        source = folder / f"{number:03d}.yaml"
        text = json.dumps(outline, ensure_ascii=False).replace("\u0085", "\\u0085")
        source.write_text(text, "utf-8")  # JSON is YAML, but for its surrogates
        deck = source.with_suffix(".pptx")
        try:
            deck.write_bytes(compile_deck(read_outline(source)))
        except DeckgenError:  # a problem told is an answer; what is drawn has to be right
            continue
        found.append((outline, deck, folder / "pdf" / f"{number:03d}.pdf"))
    for start in range(0, len(found), 50):
        soffice(folder, "pdf", [deck for _, deck, _ in found[start : start + 50]])
    return found


def letters(text: str) -> Counter[str]:
    """Count what has to be seen: no spaces, no characters without a shape.

    Nor colons: the one between a title and its gist may become the step from a head to its text.
    """
    return Counter(
        char
        for char in text
        if not (char.isspace() or char in "：:" or unicodedata.category(char) in ("Cc", "Cf"))
    )


def said(outline: dict[str, Any]) -> Iterator[str]:
    yield outline["title"]
    for topic in outline["topics"]:
        yield topic["title"]
        yield topic.get("gist", "")
        yield from topic.get("points", ())


def test_most_outlines_become_decks(decks: list[tuple[dict[str, Any], Path, Path]]) -> None:
    """Hardly any of them is refused."""
    assert len(decks) >= COUNT * 0.9


def test_every_letter_is_on_a_slide(decks: list[tuple[dict[str, Any], Path, Path]]) -> None:
    """Whatever was said is in the deck, at least as often."""
    lost = {}
    for outline, deck, _ in decks:
        slides = pptx.Presentation(str(deck)).slides
        shown = Counter[str]()
        for slide in slides:
            for shape in slide.shapes:
                if shape.has_text_frame:
                    shown += letters(shape.text_frame.text)
        if missing := letters("".join(said(outline))) - shown:
            lost[deck.name] = missing
    assert lost == {}


def test_no_text_is_below_the_floor(decks: list[tuple[dict[str, Any], Path, Path]]) -> None:
    """Nothing is set smaller than the back row can read."""
    small = {
        (deck.name, size.get("sz"))
        for _, deck, _ in decks
        for slide in pptx.Presentation(str(deck)).slides
        for size in slide.element.iter(
            "{http://schemas.openxmlformats.org/drawingml/2006/main}rPr",
            "{http://schemas.openxmlformats.org/drawingml/2006/main}endParaRPr",
        )
        if int(size.get("sz", FLOOR)) < FLOOR
    }
    assert small == set()


def faults(sheet: Sheet, slide: list[Said]) -> Iterator[tuple[str, str]]:
    """Yield text beyond its slide or its frame, by what it says."""
    for glyph in sheet.glyphs:
        if not sheet.frame.holds(glyph.ink, 0):
            yield "beyond the slide", glyph.letter
        elif not any(one.frame.holds(glyph.ink, SLACK) for one in slide):
            yield "in no frame", glyph.letter
    for one, glyphs in matched(sheet, slide):
        # what is said twice, or is part of something longer, cannot be told from it
        is_sole = sum(one.letters in other.letters for other in slide) == 1
        if is_sole and not all(one.frame.holds(glyph.ink, SLACK) for glyph in glyphs):
            yield one.name, one.letters[:60]


def test_text_stays_in_its_frame(
    decks: list[tuple[dict[str, Any], Path, Path]], tell: Callable[[str], None]
) -> None:
    """No glyph is drawn beyond its slide, and none outside the frame of its paragraph."""
    found, slides = [], 0
    for _, deck, pdf in decks:
        sheets, told = sheets_of(pdf), slides_of(deck)
        assert len(sheets) == len(told)
        slides += len(sheets)
        for number, (sheet, slide) in enumerate(zip(sheets, told, strict=True), 1):
            found += [(deck.name, number, *fault) for fault in faults(sheet, slide)]
    tell(f"decks at random: {len(decks)} of {COUNT}, {slides} slides, {len(found)} faults")
    assert found == []
