"""Make the README's picture of all themes: the cover and two slides of a deck in each.

    python tools/make_theme_picture.py outlines/extreme-thinking.yaml docs/pictures/themes.png

deckgen makes decks, LibreOffice and pdftoppm pixels, as in make_pictures.py.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from deckgen import compile_deck, read_outline

THEMES = (
    "ink", "wechat", "stage", "book", "plain", "poster", "soft", "academy", "notebook", "contrast",
)  # fmt: skip
KINDS = (0, 2, 3)  # the cover, a section's divider, a comparison
WIDTH, GAP = 200, 4
COLUMNS = 2  # themes in a row


def pictures(decks: dict[str, bytes], folder: Path) -> list[Image.Image]:
    """Return the chosen slides of each deck, drawn by LibreOffice in one go."""
    files = [folder / f"{name}.pptx" for name in decks]
    for file, deck in zip(files, decks.values(), strict=True):
        file.write_bytes(deck)
    office = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
    subprocess.run(
        [*office, "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)],
        check=True,
        capture_output=True,
    )
    found: list[Image.Image] = []
    for name in decks:
        pdf, out = folder / f"{name}.pdf", folder / f"{name}-slide"
        subprocess.run(["pdftoppm", "-png", "-r", "60", "-l", "9", str(pdf), str(out)], check=True)
        pages = sorted(folder.glob(f"{name}-slide-*.png"))
        found += [Image.open(pages[number]).convert("RGB") for number in KINDS]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("outline", type=Path)
    parser.add_argument("target", type=Path)
    args = parser.parse_args()
    outline = read_outline(args.outline)
    with tempfile.TemporaryDirectory() as room:
        slides = pictures({name: compile_deck(outline, theme=name) for name in THEMES}, Path(room))
    height = round(WIDTH * slides[0].height / slides[0].width)
    in_row = COLUMNS * len(KINDS)
    rows = -(-len(slides) // in_row)
    size = (in_row * (WIDTH + GAP) + GAP * (COLUMNS - 1) - GAP, rows * (height + GAP) - GAP)
    sheet = Image.new("RGB", size, "#b9b5ab")
    for i, slide in enumerate(slides):
        column = i % in_row
        left = column * (WIDTH + GAP) + column // len(KINDS) * GAP
        small = slide.resize((WIDTH, height), Image.Resampling.LANCZOS)
        sheet.paste(small, (left, i // in_row * (height + GAP)))
    sheet.save(args.target, optimize=True)  # ten palettes are more colours than an indexed PNG has
    print(f"{args.target}: {args.target.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
