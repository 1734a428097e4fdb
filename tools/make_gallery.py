"""Draw the slides of docs/gallery/gallery.yaml and list them in its README.

    python tools/make_gallery.py docs/gallery

deckgen makes the deck; LibreOffice and pdftoppm turn it into pixels. Needs both on the PATH, and
Pillow. A layout's picture is its first slide in the deck.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from deckgen import Report, pipeline, read_outline
from deckgen.model.scene import Page

WIDTH, COLORS = 400, 64
HEAD = """# Every layout, once

[gallery.yaml](gallery.yaml) uses each layout and each field of the outline language; these are its
slides, in the theme `ink`. `deckgen plan docs/gallery/gallery.yaml` tells why each was chosen, and
`python tools/make_gallery.py docs/gallery` draws this page anew.

"""


def pictures(deck: bytes, count: int, folder: Path) -> list[Image.Image]:
    """Return the deck's slides, drawn by LibreOffice; hidden ones are left out by it."""
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
    return [Image.open(path).convert("RGB") for path in sorted(folder.glob("slide-*.png"))[:count]]


def save(image: Image.Image, path: Path) -> None:
    """Save small, with few colours."""
    size = (WIDTH, round(image.height * WIDTH / image.width))
    small = image.resize(size, Image.Resampling.LANCZOS)
    small.quantize(COLORS, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path}: {path.stat().st_size / 1024:.0f} KiB")


def firsts(pages: tuple[Page, ...]) -> dict[str, int]:
    """Return the number of the first slide of each layout, by the layout's name."""
    found: dict[str, int] = {}
    for number, page in enumerate(pages):
        found.setdefault(page.kind, number)
    return found


def table(kinds: list[str]) -> str:
    """Return the pictures in a Markdown table, three in a row."""
    rows = [kinds[start : start + 3] for start in range(0, len(kinds), 3)]
    lines = ["| | | |", "|---|---|---|"]
    for row in rows:
        cells = [f"`{kind}`<br>![{kind}]({kind}.png)" for kind in row]
        lines.append("| " + " | ".join(cells + [""] * (3 - len(row))) + " |")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    report = Report()
    outline = read_outline(folder / "gallery.yaml", report=report)
    look = pipeline.Themes().compile(outline, "", report)
    scene = pipeline.draw_deck(outline, look, report)
    deck = pipeline.write_scene(scene, "pptx", look, report)
    shown = firsts(scene.pages)
    with tempfile.TemporaryDirectory() as room:
        slides = pictures(deck, len(scene.pages), Path(room))
        for kind, number in shown.items():
            save(slides[number], folder / f"{kind}.png")
    (folder / "README.md").write_text(HEAD + table(list(shown)), "utf-8")


if __name__ == "__main__":
    main()
