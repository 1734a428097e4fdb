"""Draw an outline twice: as a generator does that measures nothing, and as deckgen does.

What comes in: an outline, by default the hardest slides of `tests/fit/hardest.yaml`. What leaves,
in a folder: `before.pptx`, python-pptx's own template filled with the very same words, and a deck
for each theme; with LibreOffice and poppler at hand, a picture of every slide too.

    python tools/before_after.py -o output/before_after ink wechat
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pptx
from pptx.util import Emu

from deckgen import compile_deck, read_outline
from deckgen.model.deck import Item, Slide
from deckgen.model.outline import Quote, Table
from deckgen.model.richtext import RichText, plain
from deckgen.pipeline import plan

HARDEST = Path(__file__).parent.parent / "tests" / "fit" / "hardest.yaml"
TITLE_AND_CONTENT = 1
WIDE, HIGH = 12_192_000, 6_858_000
MARGIN = 609_600


def unmeasured(slides: tuple[Slide, ...]) -> pptx.presentation.Presentation:
    """Return the slides as title and list, in sizes that nobody looked at."""
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = Emu(WIDE), Emu(HIGH)
    layout = deck.slide_layouts[TITLE_AND_CONTENT]
    for holder, top, height in ((0, 0.05, 0.17), (1, 0.24, 0.66)):
        frame = layout.placeholders[holder]
        frame.left, frame.width = Emu(MARGIN), Emu(WIDE - 2 * MARGIN)
        frame.top, frame.height = Emu(round(top * HIGH)), Emu(round(height * HIGH))
    for slide in slides:
        page = deck.slides.add_slide(layout)
        page.shapes.title.text = plain(slide.title)
        frame = page.placeholders[1].text_frame
        for number, (level, words) in enumerate(_said(slide)):
            paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
            paragraph.level, paragraph.text = min(level, 4), words
    return deck


def _said(slide: Slide) -> Iterator[tuple[int, str]]:
    """Yield all that a slide says, as paragraphs with their levels."""
    if slide.lead:
        yield 0, plain(slide.lead)
    for exhibit in slide.exhibits:
        if isinstance(exhibit, Quote):
            yield 0, f"{plain(exhibit.text)} {exhibit.by}"
        elif isinstance(exhibit, Table):
            yield from ((0, "　".join(map(plain, row))) for row in exhibit.rows)
    for item in slide.items:
        yield from _items(item, 0)


def _items(item: Item, level: int) -> Iterator[tuple[int, str]]:
    yield level, "：".join(plain(part) for part in _parts(item))
    for sub in item.items:
        yield from _items(sub, level + 1)


def _parts(item: Item) -> list[RichText]:
    return [part for part in (item.title, item.gist) if part]


def draw(deck: Path) -> None:
    """Make pictures of a deck's slides beside it, where the programs for it are found."""
    if not (shutil.which("soffice") and shutil.which("pdftoppm")):
        return
    home = f"-env:UserInstallation={deck.with_suffix('.home').resolve().as_uri()}"
    convert = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", deck.parent, deck]
    subprocess.run(convert, check=True, capture_output=True)
    shutil.rmtree(deck.with_suffix(".home"))
    pictures = ["pdftoppm", "-r", "96", "-png", deck.with_suffix(".pdf"), deck.with_suffix("")]
    subprocess.run(pictures, check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("themes", nargs="*", default=["ink"])
    parser.add_argument("--outline", type=Path, default=HARDEST)
    parser.add_argument("-o", "--output", type=Path, required=True)
    words = parser.parse_args()
    words.output.mkdir(parents=True, exist_ok=True)
    outline = read_outline(words.outline)
    before = words.output / "before.pptx"
    unmeasured(plan(outline).slides).save(before)
    decks = [before]
    for theme in words.themes:
        decks.append(words.output / f"{theme}.pptx")
        decks[-1].write_bytes(compile_deck(outline, theme=theme))
    for deck in decks:
        draw(deck)
        print(deck, len(pptx.Presentation(str(deck)).slides), "slides")


if __name__ == "__main__":
    main()
