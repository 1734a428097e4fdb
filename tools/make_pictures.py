"""Make the README's pictures: some slides of a deck, and a map.

    python tools/make_pictures.py outlines/word-of-mouth-triangle.yaml docs/pictures

deckgen makes deck and map; LibreOffice and pdftoppm turn the slides into pixels. Needs both on the
PATH, and Pillow.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from deckgen import compile_deck, compile_map, read_outline

SLIDES = (1, 4, 7, 11, 18, 23)
COLUMNS = 2
SLIDE_WIDTH, MAP_WIDTH, GAP = 480, 980, 8


def slide_images(deck: bytes, folder: Path) -> list[Image.Image]:
    """Return the chosen slides, drawn by LibreOffice."""
    (folder / "deck.pptx").write_bytes(deck)
    office = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
    subprocess.run(
        [*office, "--convert-to", "pdf", "--outdir", str(folder), str(folder / "deck.pptx")],
        check=True,
        capture_output=True,
    )
    subprocess.run(
        ["pdftoppm", "-png", "-r", "96", str(folder / "deck.pdf"), str(folder / "slide")],
        check=True,
    )
    pages = sorted(folder.glob("slide-*.png"))
    return [Image.open(pages[number - 1]).convert("RGB") for number in SLIDES]


def scaled(image: Image.Image, width: int) -> Image.Image:
    """Return the image at that width in pixels, its ratio kept."""
    return image.resize(
        (width, round(image.height * width / image.width)), Image.Resampling.LANCZOS
    )


def sheet(images: list[Image.Image]) -> Image.Image:
    """Return the images in a grid, a thin gap between them."""
    width, height = images[0].size
    rows = -(-len(images) // COLUMNS)
    size = (COLUMNS * (width + GAP) - GAP, rows * (height + GAP) - GAP)
    page = Image.new("RGB", size, "#c9c4b8")
    for i, image in enumerate(images):
        page.paste(image, (i % COLUMNS * (width + GAP), i // COLUMNS * (height + GAP)))
    return page


def save(image: Image.Image, path: Path) -> None:
    """Save with 64 colours: a quarter of the bytes, and no difference to the eye."""
    image.quantize(64, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path}: {path.stat().st_size // 1024} KiB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("outline", type=Path)
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    outline = read_outline(args.outline)
    with tempfile.TemporaryDirectory() as room:
        slides = slide_images(compile_deck(outline), Path(room))
        save(sheet([scaled(slide, SLIDE_WIDTH) for slide in slides]), args.folder / "deck.png")
        drawn = Path(room, "map.png")
        drawn.write_bytes(compile_map(outline, format="png", depth=3))
        save(scaled(Image.open(drawn).convert("RGB"), MAP_WIDTH), args.folder / "map.png")


if __name__ == "__main__":
    main()
