"""Draw the sheets of tests/sheets in every theme, to be judged by eye.

    python tools/make_sheets.py FOLDER [SHEET...] [--themes T,...] [--aspects A,...] [--width PX]

A sheet is an outline that shows one layout with the fewest, the usual, the most and too many items.
FOLDER gets its decks and, for each sheet and each shape of the page, one picture: a theme a row, a
slide a column. LibreOffice and pdftoppm turn the decks into pixels; both must be on the PATH, and
Pillow.
"""

from __future__ import annotations

import argparse
import subprocess
from dataclasses import replace
from pathlib import Path

from PIL import Image

from deckgen import Report, pipeline, read_outline
from deckgen.problems import Severity

ROOT = Path(__file__).resolve().parent.parent
SHEETS = ROOT / "tests" / "sheets"
THEMES = sorted(path.stem for path in (ROOT / "themes").glob("*.yaml"))
FRAME = ("title", "agenda", "section", "takeaways", "closing")
GAP = 6  # px between slides


def write_deck(sheet: Path, theme: str, aspect: str, path: Path) -> list[int]:
    """Write the sheet's deck in that theme and shape, and say what there is to complain of.

    Returns the numbers of the slides to look at: not those that frame every deck.
    """
    report = Report()
    outline = read_outline(sheet, report=report)
    outline = replace(outline, deck=replace(outline.deck, aspect=aspect))
    look = pipeline.Themes().compile(outline, theme, report)
    scene = pipeline.draw_deck(outline, look, report)
    path.write_bytes(pipeline.write_scene(scene, "pptx", look, report))
    for problem in report.problems:
        if problem.severity is Severity.NOTE:
            continue
        print(f"{path.stem}: {problem.severity.name.lower()}: {problem.message}")
    kinds = [page.kind for page in scene.pages]
    return [i for i, kind in enumerate(kinds) if kind not in FRAME or sheet.stem.startswith(kind)]


def draw(decks: list[Path], folder: Path) -> None:
    """Turn all the decks into PDF, in one run of LibreOffice."""
    office = ["soffice", "--headless", f"-env:UserInstallation=file://{folder.resolve()}/profile"]
    subprocess.run(
        [*office, "--convert-to", "pdf", "--outdir", str(folder), *map(str, decks)],
        check=True,
        capture_output=True,
    )


def slides_of(deck: Path, numbers: list[int], width: int) -> list[Image.Image]:
    """Return the pictures of these slides of a deck."""
    start = deck.with_suffix("")
    size = ["-scale-to-x", str(width), "-scale-to-y", "-1"]
    subprocess.run(["pdftoppm", "-png", *size, f"{start}.pdf", str(start)], check=True)
    drawn = sorted(deck.parent.glob(f"{deck.stem}-*.png"))
    images = [Image.open(drawn[number]).convert("RGB") for number in numbers]
    for path in drawn:
        path.unlink()
    return images


def contact(rows: list[list[Image.Image]]) -> Image.Image:
    """Return all of them on one picture, a row each."""
    width, height = rows[0][0].size
    across, down = width + GAP, height + GAP
    most = max(len(row) for row in rows)
    sheet = Image.new("RGB", (most * across + GAP, len(rows) * down + GAP), "#808080")
    for i, row in enumerate(rows):
        for j, image in enumerate(row):
            sheet.paste(image, (GAP + j * across, GAP + i * down))
    return sheet


def main() -> None:
    """Draw the sheets that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("sheets", nargs="*", help="their names, without .yaml; otherwise all")
    parser.add_argument("--themes", default=",".join(THEMES))
    parser.add_argument("--aspects", default="16:9,4:3")
    parser.add_argument("--width", type=int, default=400, help="of a slide, in pixels")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    for name in asked.sheets or sorted(path.stem for path in SHEETS.glob("*.yaml")):
        for aspect in asked.aspects.split(","):
            stem = f"{name} {aspect.replace(':', 'x')}"
            decks = [asked.folder / f"{stem} {theme}.pptx" for theme in asked.themes.split(",")]
            numbers = [
                write_deck(SHEETS / f"{name}.yaml", theme, aspect, deck)
                for theme, deck in zip(asked.themes.split(","), decks, strict=True)
            ]
            draw(decks, asked.folder)
            rows = [
                slides_of(deck, shown, asked.width)
                for deck, shown in zip(decks, numbers, strict=True)
            ]
            picture = asked.folder / f"{stem}.png"
            contact(rows).save(picture)
            print(picture)


if __name__ == "__main__":
    main()
