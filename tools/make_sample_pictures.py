"""Draw the pictures that the sheets of tests/sheets and the gallery show.

    python tools/make_sample_pictures.py

A river, a talk on a phone and a pattern: landscape, portrait, square, tiny and wide. They are drawn
here, from nothing, so they are under the licence of deckgen itself. Needs Pillow, which python-pptx
brings.
"""

from __future__ import annotations

import math
from pathlib import Path

from PIL import Image, ImageDraw

ROOT = Path(__file__).resolve().parent.parent
SHEETS = ROOT / "tests" / "sheets" / "pictures"
FINER = 3  # drawn so many times as large, then made smaller: edges are smooth
SKY = ("#fad5a5", "#fdf3e1")
SUN, RIVER = "#cf6e4a", "#cfe2e5"
HILLS = ("#9bb2b1", "#648a8d", "#366166")  # the furthest first
INK, PAPER = ("#c73b33", "#47795d", "#e0a548", "#265b6f"), "#f8f3e8"
COLORS = 200  # in the file
# whether it is an answer, its lines, and its width as a share of the screen's
SAID = (
    (False, 1, 0.5),
    (False, 2, 0.62),
    (True, 1, 0.46),
    (False, 1, 0.4),
    (True, 3, 0.6),
    (True, 1, 0.38),
    (False, 2, 0.55),
)

Point = tuple[float, float]


def canvas(width: int, height: int, color: str) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGB", (width * FINER, height * FINER), color)
    return image, ImageDraw.Draw(image)


def save(image: Image.Image, path: Path) -> None:
    """Write the picture at its real size, in few colours."""
    size = (image.width // FINER, image.height // FINER)
    small = image.resize(size, Image.Resampling.LANCZOS)
    few = small.quantize(COLORS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
    print(path.relative_to(ROOT), *size)


def mixed(first: str, second: str, share: float) -> tuple[int, int, int]:
    """Return the colour so far on the way from the first to the second."""
    pairs = [(int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5)]
    red, green, blue = (round(a + (b - a) * share) for a, b in pairs)
    return red, green, blue


def ridge(x: float, layer: int) -> float:
    """Return how high a hill is at `x`, both as shares of the picture, from the top."""
    waves = ((2.1, 0.052, 1.3), (4.6, 0.036, 0.4), (8.3, 0.014, 2.2))
    way = sum(
        height * math.sin(2 * math.pi * often * x + shift * (layer + 1) * 1.7)
        for often, height, shift in waves
    )
    return 0.5 + 0.12 * layer + way


def river(width: int, height: int) -> Image.Image:
    """Draw a river that runs from the hills, the sun above them."""
    image, draw = canvas(width, height, SKY[1])
    w, h = image.size
    for band in range(16):
        draw.rectangle((0, band * h / 28, w, (band + 1) * h / 28), mixed(*SKY, band / 16))
    radius = 0.11 * h
    draw.ellipse((0.6 * w - radius, 0.33 * h - radius, 0.6 * w + radius, 0.33 * h + radius), SUN)
    for layer, color in enumerate(HILLS):
        top = [(i * w / 400, ridge(i / 400, layer) * h) for i in range(401)]
        draw.polygon([*top, (w, h), (0, h)], color)
    start = ridge(0.62, len(HILLS) - 1) + 0.02
    left, right = [], []
    for i in range(61):
        t = i / 60
        y = (start + (1 - start) * t) * h
        middle = (0.62 - 0.1 * t + 0.045 * math.sin(4.4 * t + 0.6)) * w
        half = (0.006 + 0.13 * t**1.8) * min(w, 1.8 * h)
        left.append((middle - half, y))
        right.append((middle + half, y))
    draw.polygon([*left, *reversed(right)], RIVER)
    return image


def talk(width: int, height: int) -> Image.Image:
    """Draw a phone's screen: what one says at the left, the answers at the right."""
    image, draw = canvas(width, height, "#eeeff4")
    w, h = image.size
    draw.rectangle((0, 0, w, 0.09 * h), "#2e394a")
    draw.rounded_rectangle((0.36 * w, 0.035 * h, 0.64 * w, 0.055 * h), 0.01 * h, "#a1b8aa")
    y = 0.13 * h
    for is_answer, lines, reach in SAID:
        tall, wide = (0.028 + 0.04 * lines) * h, reach * w
        x = 0.84 * w - wide if is_answer else 0.16 * w
        draw.rounded_rectangle(
            (x, y, x + wide, y + tall), 0.02 * w, ("white", "#96d98c")[is_answer]
        )
        face = 0.91 * w if is_answer else 0.085 * w
        draw.ellipse(
            (face - 0.045 * w, y, face + 0.045 * w, y + 0.09 * w), ("#a28b84", "#a1b8aa")[is_answer]
        )
        for line in range(lines):
            level = y + (0.034 + 0.04 * line) * h - 0.006 * h
            end = x + wide * (0.94 if line < lines - 1 or lines == 1 else 0.72)
            draw.rounded_rectangle(
                (x + 0.03 * w, level, end, level + 0.013 * h),
                0.006 * h,
                ("#c3c9d1", "#6fb168")[is_answer],
            )
        y += tall + 0.024 * h
    draw.rectangle((0, 0.94 * h, w, h), "#fafafa")
    draw.rounded_rectangle((0.06 * w, 0.955 * h, 0.94 * w, 0.985 * h), 0.01 * h, "#e4e8ea")
    return image


def pattern(side: int) -> Image.Image:
    """Draw five by five tiles: quarters of a circle, discs and triangles."""
    image, draw = canvas(side, side, PAPER)
    tile = image.width / 5
    for row in range(5):
        for column in range(5):
            x, y, color = (
                column * tile,
                row * tile,
                INK[(3 * row + column + row * column) % len(INK)],
            )
            match (row + 2 * column) % 3:
                case 0:
                    draw.pieslice((x - tile, y - tile, x + tile, y + tile), 0, 90, color)
                case 1:
                    edge = tile / 8
                    draw.ellipse((x + edge, y + edge, x + tile - edge, y + tile - edge), color)
                case _:
                    draw.polygon([(x, y + tile), (x + tile, y + tile), (x + tile, y)], color)
    return image


def main() -> None:
    """Draw them all, each in its place."""
    save(river(1920, 1080), SHEETS / "landscape.png")
    save(river(2400, 600), SHEETS / "wide.png")
    save(river(1500, 1000), ROOT / "docs" / "gallery" / "river.png")
    save(talk(1080, 1920), SHEETS / "portrait.png")
    save(pattern(1800), SHEETS / "square.png")
    save(pattern(64), SHEETS / "tiny.png")


if __name__ == "__main__":
    main()
